"""What a figure is measured in, and for which stretch of time a rate is."""

from __future__ import annotations

import pytest

from careo.analyze.figures import find_figures
from careo.lang import load_pack
from careo.model import Figure, Span
from careo.parse import load_parser

RATES = [
    ("El hospital gasta 60.000 euros de oxígeno al día.", {"60.000": "day"}),
    ("La mina perdió 900 millones de pesos por jornada de huelga.", {"900": "day"}),
    ("Por cada día de bloqueo se pierden 40 millones de dólares.", {"40": "day"}),
    ("El déficit anual del canal asciende a 12 millones de euros.", {"12": "year"}),
    ("Cada semana llegan 300 migrantes a la isla.", {"300": "week"}),
    ("Unas 3.000 personas mueren al año en el desierto.", {"3.000": "year"}),
    ("La inflación mensual fue del 4 %.", {"4 %": "month"}),
    ("Cobran 900 dólares mensuales, y la empresa ofrece 950.", {"900": "month"}),
    (
        "El paro cuesta 300 millones de pesos diarios. El sindicato lo rebaja a 90 millones.",
        {"300": "day", "90": "day"},
    ),
    (
        "El paro cuesta 300 millones de pesos diarios. La patronal suma ya 2.400 millones.",
        {"300": "day", "2.400": None},
    ),
    ("Al mes de la riada había 300 evacuados.", {"300": None}),
    ("Llegaron 300 soldados cada día más jóvenes.", {"300": None}),
    ("El alcalde repartió 300 diarios.", {"300": None}),
    ("La obra costó 900 euros por habitante.", {"900": None}),
    ("Lo condenaron a 12 años de cárcel.", {"12": None}),
    ("Cada año hay fuegos, y el de mayo quemó 300 hectáreas.", {"300": None}),
]


def find(text: str) -> tuple[Figure, ...]:
    return find_figures(load_parser("es").parse(text, [Span(0, len(text))]), load_pack("es"))


@pytest.mark.parametrize(("text", "rates"), RATES, ids=[text for text, _ in RATES])
def test_rate_of_a_figure(text: str, rates: dict[str, str | None]) -> None:
    figures = find(text)
    for words, per in rates.items():
        assert [f.per for f in figures if words in f.text] == [per], figures
    for figure in figures:
        for reason in figure.reasons:
            assert reason.rule != "figure:rate" or (figure.per and reason.span.of(text).strip())


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Votó el 48 % del censo.", ["percent"]),
        ("Huyó la mitad de los vecinos.", ["percent"]),
        ("Huyeron seis de cada diez vecinos.", ["percent"]),
        ("Murieron 12 mineros, un 4 por ciento de la plantilla.", [None, "percent"]),
        ("La obra costó 900 euros.", [None]),
    ],
)
def test_shares_are_in_percent(text: str, units: list[str | None]) -> None:
    assert [figure.unit for figure in find(text)] == units
