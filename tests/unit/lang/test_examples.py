import pytest

from careo.errors import PackError
from careo.lang import parse_example
from careo.model import Span


def test_marks_are_taken_out_and_kept_as_spans() -> None:
    example = parse_example("{source:La alcaldesa} {cue:dijo} que {content:el río baja}.")
    assert example.text == "La alcaldesa dijo que el río baja."
    assert [span.of(example.text) for span in example.spans("cue")] == ["dijo"]
    assert [span.of(example.text) for span in example.spans("content")] == ["el río baja"]
    assert example.spans("via") == ()


def test_marks_nest_and_repeat() -> None:
    example = parse_example("{content:{modal:Quizá} llueva}, dijo, y {content:quizá no}.")
    assert example.text == "Quizá llueva, dijo, y quizá no."
    assert example.spans("content") == (Span(0, 12), Span(22, 30))
    assert example.spans("modal") == (Span(0, 5),)


def test_a_sentence_without_marks_is_left_alone() -> None:
    example = parse_example("Nadie dijo nada: ni sí ni no.")
    assert example.text == "Nadie dijo nada: ni sí ni no."
    assert example.marks == ()


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("La jueza {cue:dijo que no.", "mark 'cue' is not closed"),
        ("La jueza dijo} que no.", "'}' at character 13 closes no mark"),
        ("{content:La jueza {cue:dijo} que no.", "mark 'content' is not closed"),
    ],
)
def test_unbalanced_marks_are_named(marked: str, message: str) -> None:
    with pytest.raises(PackError, match="example") as error:
        parse_example(marked)
    assert message in str(error.value)
