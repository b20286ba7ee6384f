"""Passages: invented pages in the styles of outlets, a role before each line; every line has to get it.

A line ``credit|…`` followed by ``body+|…`` is one line of the page: the dateline and the paragraph that it opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from careo.lang import load_pack
from careo.lang.boilerplate import Dateline, LinePattern
from careo.model import Passage, Span
from careo.read import find_passages
from careo.read.lines import split_lines
from careo.read.patterns import make_boilerplate

PACK = load_pack("es")
PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))


@dataclass(frozen=True)
class Page:
    text: str
    wanted: tuple[tuple[str, str], ...]


def load_page(path: Path) -> Page:
    lines: list[str] = []
    wanted: list[tuple[str, str]] = []
    for raw in path.read_text("utf-8").split("\n"):
        if not raw.strip():
            lines.append("")
            continue
        role, _, content = raw.partition("|")
        wanted.append((role.rstrip("+"), content))
        if role.endswith("+"):
            lines[-1] += " " + content
        else:
            lines.append(content)
    return Page("\n".join(lines), tuple(wanted))


def find(text: str) -> tuple[Passage, ...]:
    return find_passages(text, PACK, "es")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    page = load_page(path)
    found = [(p.role, p.span.of(page.text)) for p in find(page.text)]
    wanted = list(page.wanted)
    if path.stem == "wire_nineties":  # the agency that signs the last paragraph is a passage of its own
        role, content = wanted[-2]
        wanted[-2:-1] = [(role, content.removesuffix(" EFE")), ("credit", "EFE")]
    assert found == wanted


def test_language_of_a_foreign_caption() -> None:
    page = load_page(Path(__file__).with_name("pages") / "video_page.txt")
    assert [(p.role, p.language) for p in find(page.text) if p.language] == [("caption", "en")]


def test_one_line_is_body() -> None:
    assert [p.role for p in find("El ministro negó la acusación")] == ["body"]
    assert [p.role for p in find("Suscríbete a nuestro boletín")] == ["body"]


def test_empty_text_has_no_passages() -> None:
    assert find("") == ()
    assert find(" \n\t\n ") == ()


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Puerto Almirón, 8 jul (EFE).- Las autoridades de Costa Alta cerraron\n"
        "hoy tres pozos de agua en los que se hallaron restos de plomo por\n"
        "encima de lo que permite la norma, informó la dirección de Salud\n"
        "Pública en un comunicado que no precisa el origen de la fuga.\n"
        "   El director, Eusebio Landa, dijo que no hay enfermos, aunque\n"
        "admitió que faltan los análisis de dos barrios y que tardarán al\n"
        "menos una semana en llegar desde el laboratorio de la capital, que\n"
        "está saturado desde el invierno por la falta de personal técnico.\n"
    )
    passages = find(text)
    assert [p.role for p in passages] == ["credit", "body", "body"]
    assert passages[1].span.of(text).startswith("Las autoridades")
    assert passages[2].span.of(text).startswith("El director")


def test_lines_with_stops_are_not_joined() -> None:
    text = "\n".join(f"La empresa abrió la planta número {n} y cerró otra en la misma calle." for n in range(8))
    assert len(split_lines(text)) == 8


EXAMPLES = [
    pytest.param(entry, kind, line, id=f"{entry.name}-{kind}-{line[:40]}")
    for entry in PACK.slot(LinePattern)
    for kind in ("accept", "reject")
    for line in getattr(entry, kind)
]


@pytest.mark.parametrize(("entry", "kind", "line"), EXAMPLES)
def test_pattern_example(entry: LinePattern, kind: str, line: str) -> None:
    """An accepted line gets the role of its entry where the entry may stand; a rejected one is not claimed by it."""
    bare = line.removeprefix("{line:").removesuffix("}")
    zone = {"head": "head", "tail": "tail", "edge": "head"}.get(entry.zone, "body")
    found = make_boilerplate(PACK).find_rule(bare, zone, False, bare.rstrip("\"'”»’) ")[-1:] in tuple(".!?…"))
    if kind == "accept":
        assert found is not None
        assert found.role == entry.role
    else:
        assert found is None or found.name != entry.name


@pytest.mark.parametrize("line", [line for entry in PACK.slot(Dateline) for line in entry.accept])
def test_dateline(line: str) -> None:
    marked, _, rest = line.removeprefix("{line:").partition("}")
    assert make_boilerplate(PACK).find_dateline(marked + rest) == len(marked)


@pytest.mark.parametrize("line", [line for entry in PACK.slot(Dateline) for line in entry.reject])
def test_no_dateline(line: str) -> None:
    assert make_boilerplate(PACK).find_dateline(line) == 0


def test_passages_leave_nothing_out() -> None:
    page = load_page(PAGES[0])
    spans = [p.span for p in find(page.text)]
    assert spans == sorted(spans)
    gaps = [Span(0, spans[0].start), *(Span(a.end, b.start) for a, b in pairwise(spans))]
    assert all(not gap.of(page.text).strip() for gap in gaps)


@pytest.mark.parametrize(
    "piece", ["(", "Ana/", "Ana de la ", "¡", "#a", "a/", "LA ", "—", "3 ", "10:15 - ", "EFE / ", "Por Ana, "]
)
def test_a_monstrous_line_costs_no_time(piece: str) -> None:
    body = "La alcaldesa dijo que no habrá obras hasta el lunes de la semana que viene."
    text = f"El puente cae\n{piece * 3_000}\n{body}\n{(piece * 400)[:1_400]}x"
    assert len(find(text)) >= 3


@pytest.mark.parametrize("count", [5, 12, 20, 30, 50])
@pytest.mark.parametrize(
    "piece",
    [
        "EFE/",
        "EFE / ",
        "Agencias ",
        "Ana Paz, ",
        "Ana / ",
        "LA / ",
        "Texto: Ana / ",
        "Fuente: Ana - ",
        "a/b ",
        "Compartir en ",
    ],
)
def test_a_line_that_nearly_fits_costs_no_time(piece: str, count: int) -> None:
    line = piece * count + "!?x;"
    passages = find(f"{line}\nLa alcaldesa dijo que no habrá obras hasta el lunes de la semana que viene.\n{line}")
    assert passages[0].span.start == 0


def test_a_link_glued_to_its_quotation_stands_alone() -> None:
    text = "Los vecinos piden otro puente en la ribera“No habrá más obras este año”, dijo la alcaldesa."
    assert [p.span.of(text) for p in find(text)] == [text[:42], text[42:]]
