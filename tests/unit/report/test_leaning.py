"""Who leans on whom: what is one node, what an edge says, and how much is shown."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from careo.model import Article, Claim, Content, Copy, Dispute, Joint, Member, Origin, Source, Span, Via
from careo.report.careos import Careo, seat_members
from careo.report.dossier.graph import COLUMNS, WIDTH, draw_graph
from careo.report.dossier.leaning import MOST, MOST_EDGES, make_leaning
from careo.report.dossier.values import Leaning
from careo.report.labels import load_labels
from tests.unit.ledger.samples import make_article

SHARED = "40 of 50 shingles of the shorter; both credit Cordal"


def article(id_: str, outlet: str | None, *copies: str) -> Article:
    made = make_article(id_, f"Texto de {id_}.", outlet=outlet, published="2024-05-07")
    return replace(made, copies=tuple(Copy(copy, "excerpt", SHARED) for copy in copies))


def claim(article: str, who: str, number: int = 0, *via: str, kind: str = "person") -> Claim:
    content = Content(Span(0, 5), "Texto")
    source = Source(who, kind)  # type: ignore[arg-type]
    return Claim(f"c-{article}-{number}", article, "body", content, source, via=tuple(Via(v, v) for v in via))


def disputed(articles: list[Article], claims: list[Claim], *joints: Joint) -> Careo:
    known = {a.id: a for a in articles}
    origin = Origin(claims[0].id, tuple(sorted(c.id for c in claims)), joints)
    dispute = Dispute("d", "proposition", "", {}, tuple(Member(c.id) for c in claims), (), "compatible", (origin,))
    return seat_members(dispute, {c.id: (c, known[c.article].outlet, None) for c in claims})


def lean(articles: list[Article], claims: list[Claim], *joints: Joint, language: str = "es") -> Leaning:
    careos = [disputed(articles, claims, *joints)] if claims else []
    return make_leaning(articles, claims, careos, load_labels(language))


def tell(leaning: Leaning) -> set[tuple[str, str, str]]:
    names = {node.number: " ≈ ".join(node.names) for node in leaning.nodes}
    return {(names[edge.left], names[edge.right], edge.reason) for edge in leaning.edges}


def test_copies_are_one_node_that_lists_its_articles_and_says_why() -> None:
    articles = [article("a", "El Faro"), article("b", "La Ría", "a"), article("c", "El Faro")]
    found = lean(articles, [claim("a", "Ana Vela"), claim("b", "Ana Vela"), claim("c", "Ana Vela")])
    (folded,) = [node for node in found.nodes if node.kind == "text"]
    assert (folded.names, folded.articles) == (("El Faro", "La Ría"), ("a", "b"))
    assert [note.reason for note in folded.copies] == [
        "un fragmento del mismo texto: comparten el 80\u00a0% de lo que dice el más corto, en grupos de cinco palabras; ambos firman Cordal"
    ]
    assert tell(found) == {
        ("El Faro ≈ La Ría", "Ana Vela", "le atribuye 2 afirmaciones"),
        ("El Faro", "Ana Vela", "le atribuye 1 afirmación"),
        ("El Faro ≈ La Ría", "Cordal", "lleva su firma"),
    }


def test_who_stands_between_is_leaned_on_and_leans() -> None:
    articles = [article("a", "El Faro"), article("b", "Radio Ombú")]
    found = lean(articles, [claim("a", "Ana Vela", 0, "Radio Ombú"), claim("b", "Ana Vela")], language="en")
    assert tell(found) == {
        ("El Faro", "Radio Ombú", "takes 1 claim of another voice from it"),
        ("Radio Ombú", "Ana Vela", "attributes 2 claims to it"),
    }
    assert {node.names[0]: node.column for node in found.nodes} == {"El Faro": 0, "Radio Ombú": 1, "Ana Vela": 2}


@pytest.mark.parametrize(
    ("name", "is_outlet"),
    [("El Pregonero", True), ("Pregonero", True), ("pregonero", True), ("Gaceta", False), ("Villar", False)],
)
def test_an_outlet_is_known_by_its_name_without_the_article_but_not_by_its_town(name: str, is_outlet: bool) -> None:
    articles = [article("a", "Radio Ombú"), article("b", "El Pregonero"), article("c", "La Gaceta de Villar")]
    found = lean(articles, [claim("a", name), claim("b", "Ana Vela"), claim("c", "Ana Vela")])
    names = {node.number: node for node in found.nodes}
    (edge,) = [edge for edge in found.edges if names[edge.left].names == ("Radio Ombú",)]
    assert (names[edge.right].kind == "outlet") == is_outlet


def test_a_citation_and_a_wire_are_edges_of_their_own() -> None:
    articles = [article("a", "El Faro"), article("b", "La Ría"), article("c", "La Vega")]
    claims = [claim(id_, "", kind="author") for id_ in "abc"]
    found = lean(
        articles, claims, Joint("citation", "c-b-0", "c-a-0", ""), Joint("wire", "c-b-0", "c-c-0", "Agencia Cordal")
    )
    assert tell(found) == {
        ("La Ría", "El Faro", "lo cita en 1 afirmación"),
        ("La Ría", "Agencia Cordal", "lleva su firma"),
        ("La Vega", "Agencia Cordal", "lleva su firma"),
    }


def test_those_without_a_name_are_one() -> None:
    articles = [article("a", "El Faro"), article("b", "La Ría")]
    found = lean(articles, [claim("a", "dos vecinas", kind="unnamed"), claim("b", "una fuente", kind="unnamed")])
    assert {right for _, right, _ in tell(found)} == {"fuentes sin nombre"}


def test_a_copy_names_its_source_as_the_first_printing_does() -> None:
    articles = [article("a", "El Faro"), article("b", "La Ría", "a")]
    claims = [claim("a", "informe del martes"), claim("b", "informe de este martes")]
    found = lean(articles, claims, Joint("copy", "c-b-0", "c-a-0", ""))
    assert {right for _, right, _ in tell(found)} == {"informe del martes", "Cordal"}


def test_only_what_disputes_stand_on_is_told_where_there_are_disputes() -> None:
    articles = [article("a", "El Faro")]
    claims = [claim("a", "Ana Vela"), claim("a", "Berta Sol", 1)]
    labels = load_labels("es")
    told = make_leaning(articles, claims, [disputed(articles, claims[:1])], labels)
    assert {right for _, right, _ in tell(told)} == {"Ana Vela"}
    assert {right for _, right, _ in tell(make_leaning(articles, claims, (), labels))} == {"Ana Vela", "Berta Sol"}


def test_a_large_graph_is_cut_to_what_can_be_read_and_fits_on_its_paper() -> None:
    articles = [article(f"a{n:02}", f"Diario número {n} de la provincia de Valdeoro") for n in range(40)]
    claims = [claim(a.id, f"Persona {n % 25} de nombre más bien largo", n) for a in articles for n in range(3)]
    found = lean(articles, claims)
    assert len(found.edges) <= MOST_EDGES
    assert len(found.nodes) <= sum(MOST)
    assert found.left_out == 120 - len(found.edges)
    graph = draw_graph(found)
    for drawn in graph.nodes:
        assert 0 < drawn.y < graph.height
        left = COLUMNS[0] - 2 * (drawn.half - 8) if drawn.node.column == 0 else drawn.x
        assert 0 <= left < WIDTH
    for column in range(3):
        ends = sorted((d.y - d.height / 2, d.y + d.height / 2) for d in graph.nodes if d.node.column == column)
        assert all(before[1] <= after[0] for before, after in pairwise(ends)), "names do not touch"


def test_order_leaves_no_trace() -> None:
    articles = [article("a", "El Faro"), article("b", "La Ría", "a"), article("c", None)]
    claims = [claim(id_, name, n) for n, name in enumerate(("Ana Vela", "Berta Sol")) for id_ in "abc"]
    expected = make_leaning(articles, claims, (), load_labels("en"))
    for seed in range(5):
        shuffled = random.Random(seed).sample(articles, 3), random.Random(seed).sample(claims, 6)
        assert make_leaning(*shuffled, (), load_labels("en")) == expected
