"""Which figures are parts of another one, and which only are smaller."""

from __future__ import annotations

import pytest

from careo.analyze.actors import find_actor
from careo.analyze.figures import find_figures
from careo.lang import load_pack
from careo.model import Span
from careo.parse import load_parser

CASES = [
    ("Detuvieron a 40 hombres, 12 de ellos menores.", {"12": "40 hombres", "40": None}),
    ("Atendieron a 85 heridos, 14 de ellos en estado grave.", {"14": "85 heridos"}),
    ("Murieron 40 personas, entre ellas 12 niños.", {"12": "40 personas"}),
    ("Murieron 40 personas, incluidos cinco bomberos.", {"cinco": "40 personas"}),
    ("Hay 300 mujeres y 200 hombres detenidos, 40 de ellas menores.", {"40": "300 mujeres"}),
    ("El rey enviará 6.000 soldados. Dijo que 1.000 serían zapadores y 5.000 trabajarían en las obras.",
     {"1.000": "6.000 soldados", "5.000": "6.000 soldados"}),
    ("El rey enviará 6.000 soldados. De los 6.000, 1.000 serían zapadores.", {"1.000": "6.000"}),
    ("La riada dejó 58 muertos. Entre los muertos hay 12 niños.", {"12": "58 muertos"}),
    ("Hay 58 muertos: 45 en Arica, 10 en Iquique y tres en Calama.", {"45": "58 muertos", "10": "58 muertos", "tres": "58 muertos"}),
    ("La policía detuvo a 30 personas: 21 hombres y nueve mujeres.", {"21": "30 personas", "nueve": "30 personas"}),
    ("Rescataron a 61 marineros. La fiscal cree que dos de los rescatados llevaban armas.", {"dos": "los rescatados"}),
    ("Once de los detenidos quedaron libres.", {"Once": "los detenidos"}),
    ("La fábrica readmitirá a 110 de los 420 despedidos.", {"110": "420 despedidos"}),
    ("Los muertos son 68. Los buzos recuperaron el domingo 27 cadáveres.", {"68": None, "27": "68"}),
    ("El alud dejó 40 muertos. Doce cuerpos han sido identificados.", {"Doce": "40 muertos"}),
    ("Hubo 40 muertos en el incendio. Ayer enterraron a 31 víctimas.", {"31": "40 muertos"}),
    ("Hubo 40 muertos en el incendio. La Cruz Roja recuperó 52 cadáveres.", {"52": None}),
    ("Hubo 40 muertos en el incendio. El juez contó 31 cadáveres.", {"31": None}),
    ("De los fallecidos, solo cuatro han sido identificados.", {"cuatro": "los fallecidos"}),
    ("La naviera perdió 610 millones de euros. De esa suma, 200 millones son de este año.", {"200": "610 millones de euros"}),
    ("Han hallado los cuerpos de siete de los 14 rebeldes abatidos.", {"siete": "14 rebeldes abatidos"}),
    ("Un suboficial y cinco soldados murieron.", {"cinco": "Un suboficial y cinco soldados"}),
    # no parts
    ("Un perro y cinco soldados murieron.", {"cinco": None}),
    ("La empresa despidió a 640 de los 1.480 trabajadores.", {"640": None}),
    ("Murieron doce de los soldados.", {"doce": None}),
    ("Hubo 40 muertos. El alcalde dijo que son 12.", {"40": None, "12": None}),
    ("El rey enviará 6.000 soldados. El duque enviará 1.000 y 2.000 más en mayo.", {"1.000": None}),
    ("Llegaron 800 presos, 60 de los cuales murieron.", {"60": None}),
    ("Hubo 30 muertos y 12 heridos. Según la radio, 18 heridos.", {"12": None, "18": None}),
    ("Huyeron 900 vecinos, equivalentes al 40 % del pueblo.", {"40 %": None}),
    ("Murieron 30 personas. Semanas antes habían muerto 12 y 20.", {"12": None, "20": None}),
    ("La riada dejó 12 muertos, y la sequía, 30 muertos. Entre los heridos hay 9 niños.", {"9": None}),
]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Murieron 14 de los 30 mineros.", "La empresa despidió a 640 de los 1.480 trabajadores."]
)
def test_what_happened_to_some_did_not_happen_to_all(text: str) -> None:
    some, everyone = find_figures(load_parser("es").parse(text, [Span(0, len(text))]), load_pack("es"), find_actor)
    assert some.category is not None
    assert everyone.category is None


@pytest.mark.parametrize("text", ["Siete muertos menos: la cuenta baja.", "Hay doce heridos menos que el lunes."])
def test_a_difference_counts_nobody(text: str) -> None:
    assert find_figures(load_parser("es").parse(text, [Span(0, len(text))]), load_pack("es"), find_actor) == ()


@pytest.mark.parametrize(("text", "parts"), CASES, ids=[text for text, _ in CASES])
def test_part_of_a_figure(text: str, parts: dict[str, str | None]) -> None:
    figures = find_figures(load_parser("es").parse(text, [Span(0, len(text))]), load_pack("es"), find_actor)
    for words, whole in parts.items():
        assert [f.part_of for f in figures if f.text.startswith(words)] == [whole], figures
    for figure in figures:
        assert figure.part_of is None or figure.part_of in text
        assert (figure.part_of is not None) == any(r.rule.startswith("part:") for r in figure.reasons)
