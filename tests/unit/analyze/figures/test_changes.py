"""What a figure was before it changed, where a change came to, and shares of other things."""

from __future__ import annotations

import pytest

from careo import analyze
from careo.analyze.figures import FORMER
from careo.model import Figure


def figures_of(text: str) -> dict[str, Figure]:
    found = (figure for claim in analyze(text, published="2019-05-10").claims for figure in claim.figures)
    return {figure.text: figure for figure in found}


@pytest.mark.parametrize(
    ("text", "former", "current"),
    [
        ("Los heridos han pasado de 148 a 154, dijo el alcalde.", "148", "154"),
        ("El número de desaparecidos descendió de los 200 iniciales hasta 42, precisó la alcaldesa.", "200", "42"),
        ("Los detenidos bajaron de 12 a 9, según la policía.", "12", "9"),
        ("El número de muertos es de 40, dijo el ministro; el balance anterior hablaba de 14.", "14", "40"),
        (
            "La riada causó 800 heridos, según un balance oficial que el Gobierno rebajó el jueves hasta 279.",
            "800 heridos",
            "279",
        ),
        ("Murieron 12 personas, frente a las 30 iniciales, según la policía.", "30", "12 personas"),
        (
            "Los desaparecidos son 56, frente a los 79 del informe anterior, según la policía.",
            "79 del informe anterior",
            "56",
        ),
    ],
)
def test_a_figure_that_was_given_up_holds_until_it_was(text: str, former: str, current: str) -> None:
    figures = figures_of(text)
    assert FORMER in [reason.rule for reason in figures[former].reasons]
    assert (figures[former].as_of or "").startswith("../")
    assert FORMER not in [reason.rule for reason in figures[current].reasons]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("El primer ministro habló de 40 muertos.", "40 muertos"),
        ("La primera marcha reunió a 300 personas.", "300 personas"),
        ("El comedor pasó de mano en mano y atendió a 300 personas.", "300 personas"),
        ("La obra creció de marzo a mayo y costó 300 euros.", "300 euros"),
    ],
)
def test_other_first_things_change_nothing(text: str, words: str) -> None:
    assert FORMER not in [reason.rule for reason in figures_of(text)[words].reasons]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("El Gobierno rebajó el jueves el balance hasta los 279 muertos.", "279 muertos", 279, 279),
        ("La cifra de heridos se ha elevado hasta 80, dijo la alcaldesa.", "80", 80, 80),
        ("La cifra de heridos podría elevarse hasta 80, dijo la alcaldesa.", "hasta 80", None, 80),
        ("Acudieron hasta 500 vecinos, dijo la alcaldesa.", "hasta 500 vecinos", None, 500),
    ],
)
def test_hasta_is_where_a_change_came_to_and_else_a_bound(text: str, words: str, low: int | None, high: int) -> None:
    figure = figures_of(text)[words]
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "El paro tuvo un seguimiento del 77%, según el sindicato. El consumo de luz bajó un 11,2%, según la eléctrica.",
        "El 40% de los maestros siguió la huelga. La participación bajó un 11,2%, según el sindicato.",
        "El 40% de los maestros siguió la huelga. La inflación fue del 11,2%, según el banco.",
    ],
)
def test_a_share_of_something_else_does_not_go_on_with_what_was_told_before(text: str) -> None:
    shares = {words: figure for words, figure in figures_of(text).items() if "11,2" in words}
    assert [figure.category for figure in shares.values()] == [None]


def test_entries_of_a_running_report_begin_with_the_time() -> None:
    text = (
        "22.55 La policía cifra en 40.000 los asistentes a la marcha.\n\n23.30 Más de 300 personas siguen en la plaza."
    )
    assert sorted(figures_of(text)) == ["40.000 los asistentes", "Más de 300 personas"]


def test_the_date_of_the_event_is_not_that_of_its_figures() -> None:
    text = "Los muertos por el terremoto registrado el martes pasado son ya 292, informó hoy el alcalde."
    assert figures_of(text)["292"].as_of is None


NEGATED = [
    ("La factura no debería superar los 300 millones de euros.", (None, 300_000_000, "<=")),
    ("Los heridos no han superado los 40.", (None, 40, "<=")),
    ("La multa no podrá llegar a 200 euros.", (None, 200, "<")),
    ("La asistencia no habría pasado de 3.000 personas.", (None, 3000, "<=")),
    ("Los heridos podrían superar los 40.", (40, None, ">")),
    ("No vino el alcalde; los heridos han superado los 40.", (40, None, ">")),
]


@pytest.mark.parametrize(("text", "bounds"), NEGATED)
def test_a_negation_before_the_auxiliaries_turns_a_bound(text: str, bounds: tuple[int | None, int | None, str]) -> None:
    (figure,) = figures_of(f"{text[:-1]}, dijo el alcalde.").values()
    assert (figure.low, figure.high, figure.comparator) == bounds
