"""A linked story made by hand: three articles on one flood, what linking finds in them, and the copies. All of it is invented.

They count the dead of Valdeoro: 12 (the governor), 9 of them in one district (the firemen), 15 on the day after (the governor), more
than 30 (the neighbors); the third article prints the first one again. That the sirens failed is denied by the governor, then admitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from careo.ledger import write_ledger
from careo.model import (
    Actor,
    Article,
    Claim,
    Content,
    Copy,
    Cue,
    Dispute,
    Estimate,
    Figure,
    Joint,
    Linked,
    Member,
    Origin,
    Position,
    Reason,
    Relation,
    Reversal,
    Series,
    Source,
    Stand,
    Step,
    Via,
)
from tests.unit.ledger.samples import make_article, make_id, span

FIRST = (
    "El gobernador Simón Arregui dijo que la riada dejó 12 muertos.\n"
    "Los bomberos contaron 9 muertos en La Vega, según Radio Ombú.\n"
    "Arregui negó que fallaran las sirenas."
)
SECOND = (
    "El gobernador Simón Arregui habló de 15 muertos.\n"
    "Los vecinos denunciaron más de 30 muertos.\n"
    "Arregui admitió que las sirenas fallaron."
)
TOLL, ALARM = "d-1f0c2a9be3d45566", "d-8a7b6c5d4e3f2a10"


def make_linked_articles() -> tuple[Article, Article, Article]:
    """The first article, the one of the day after, and the copy of the first."""
    first = make_article("riada", FIRST, copies=())
    second = make_article("balance", SECOND, copies=(), outlet="La Voz de Ombú", published="2024-05-08")
    return first, second, make_article("cable", FIRST, copies=(), outlet="El Diario del Cierzo", published="2024-05-08")


def write_articles(path: Path, names: Sequence[str] = ("riada", "balance", "cable")) -> None:
    """Write the articles of these names with their claims, in that order, and link nothing."""
    with write_ledger(path) as writer:
        by_name = {article.id: article for article in make_linked_articles()}
        for name in names:
            writer.append(by_name[name], make_linked_claims(by_name[name]))


def make_linked_claims(article: Article) -> tuple[Claim, ...]:
    """The claims of one of the articles, in the order of its text."""
    return _second_claims(article) if article.text == SECOND else _first_claims(article)


def _claim(article: Article, source: Source, cue: str, content: str, **values: object) -> Claim:
    place, said = span(article.text, content), span(article.text, cue)
    claim = Claim(
        make_id(article, place), article.id, "body", Content(place, content), source, Cue(said, cue, cue), quotation="indirect",
        reasons=(Reason("cue:verb", said),),
    )  # fmt: skip
    return replace(claim, **values)  # type: ignore[arg-type]


def _figure(article: Article, text: str, low: int, high: int | None, **values: object) -> Figure:
    place = span(article.text, text)
    comparator = "=" if high is not None else ">"
    figure = Figure(place, text, low, high, comparator, "muerto", "killed", "Valdeoro")  # type: ignore[arg-type]
    return replace(figure, **values)  # type: ignore[arg-type]


def _governor(article: Article) -> Source:
    mention = "El gobernador Simón Arregui"
    return Source("Simón Arregui", "person", span(article.text, mention), mention, "Gobierno de Valdeoro")


def _first_claims(article: Article) -> tuple[Claim, ...]:
    firemen = Source("Bomberos de Valdeoro", "organization", span(article.text, "Los bomberos"), "Los bomberos")
    nine = _figure(article, "9 muertos", 9, 9, as_of="2024-05-06", part_of="12 muertos")
    twelve = _figure(article, "12 muertos", 12, 12, as_of="2024-05-06")
    radio = _radio(article)
    return (
        _claim(article, _governor(article), "dijo", "la riada dejó 12 muertos", said="2024-05-06", figures=(twelve,)),
        _claim(article, firemen, "contaron", "9 muertos en La Vega", said="2024-05-06", figures=(nine,), via=radio),
        _claim(article, _governor(article), "negó", "fallaran las sirenas", said="2024-05-06", stance="deny"),
    )


def _radio(article: Article) -> tuple[Via, ...]:
    return (Via("Radio Ombú", "Radio Ombú", span(article.text, "Radio Ombú")),)


def _second_claims(article: Article) -> tuple[Claim, ...]:
    neighbors = Source("Vecinos de La Vega", "group", span(article.text, "Los vecinos"), "Los vecinos")
    fifteen = _figure(article, "15 muertos", 15, 15, as_of="2024-05-07")
    thirty = _figure(article, "más de 30 muertos", 30, None, as_of="2024-05-07")
    return (
        _claim(article, _governor(article), "habló", "15 muertos", said="2024-05-07", figures=(fifteen,)),
        _claim(article, neighbors, "denunciaron", "más de 30 muertos", said="2024-05-07", figures=(thirty,)),
        _claim(article, _governor(article), "admitió", "las sirenas fallaron", said="2024-05-07", stance="confirm"),
    )


def make_copies() -> dict[str, tuple[Copy, ...]]:
    """The copies among the articles."""
    return {
        "cable": (Copy("riada", "near-identical", "jaccard: 1.00"),),
        "riada": (Copy("cable", "near-identical", "jaccard: 1.00"),),
    }


def make_linked() -> Linked:
    """What linking finds in the claims of :func:`make_linked_articles`."""
    first, second, copy = ([claim.id for claim in make_linked_claims(article)] for article in make_linked_articles())
    toll, alarm = _make_toll(first, second, copy), _make_alarm(first, second, copy)
    stands = (
        Stand(first[2], "deny", "2024-05-06", -1),
        Stand(copy[2], "deny", "2024-05-06", -1),
        Stand(second[2], "confirm", "2024-05-07", 1),
    )
    turn = Reversal(first[2], second[2], ("2024-05-06", "2024-05-07"))
    return Linked(
        disputes=(toll, alarm),
        positions=(Position(ALARM, "Gobierno de Valdeoro", stands, (turn,)),),
        actors=_make_actors(),
        figures=dict.fromkeys(toll.members, TOLL),
        propositions={member.claim: ALARM for member in alarm.members},
        notices=("oversized: 1 block of 3 members",),
    )


def _make_toll(first: list[str], second: list[str], copy: list[str]) -> Dispute:
    twelve, nine, fifteen, thirty = Member(first[0], 0), Member(first[1], 0), Member(second[0], 0), Member(second[1], 0)
    again, nine_again = Member(copy[0], 0), Member(copy[1], 0)
    relations = (
        Relation(twelve, again, "same", "quantity:equal", "12 = 12"),
        Relation(nine, twelve, "part_of", "quantity:part", "9 of 12"),
        Relation(nine_again, again, "part_of", "quantity:part", "9 of 12"),
        Relation(fifteen, twelve, "supersedes", "quantity:later", "2024-05-07 after 2024-05-06"),
        Relation(fifteen, thirty, "contradicts", "quantity:disjoint", "15 against more than 30, 2024-05-07"),
    )
    return Dispute(
        TOLL, "quantity", "¿Cuántos muertos dejó la riada de Valdeoro?",
        {"category": "killed", "of": "Valdeoro", "counts": "person"},
        (twelve, nine, fifteen, thirty, again, nine_again), relations, "contested",
        origins=(
            Origin("o-governor", tuple(sorted([first[0], second[0], copy[0]])), (Joint("copy", "", "", "cable carries riada"),)),
            Origin("o-firemen", tuple(sorted([first[1], copy[1]])), (Joint("copy", "", "", "cable carries riada"),)),
            Origin("o-neighbors", (second[1],)),
        ),
        estimates=(
            Estimate("latest_by_claimant", 15, None, None, "2024-05-07"),
            Estimate("ucdp", 15, 15, 30, "2024-05-07"),
        ),
        series=(
            Series("a-gobierno", (Step(twelve, "2024-05-06", "first"), Step(fifteen, "2024-05-07", "supersession"))),
            Series("a-vecinos", (Step(thirty, "2024-05-07", "first"),)),
        ),
        notes=("cumulative:rise: 12, 15",),
    )  # fmt: skip


def _make_alarm(first: list[str], second: list[str], copy: list[str]) -> Dispute:
    denied, admitted, again = Member(first[2]), Member(second[2]), Member(copy[2])
    relations = (
        Relation(denied, admitted, "denies", "proposition:polarity", "fallar"),
        Relation(denied, again, "same", "proposition:frame", "fallar"),
    )
    return Dispute(
        ALARM, "proposition", "Fallaron las sirenas", {"proposition": "fallar sirena"}, (denied, admitted, again), relations,
        "revised",
        origins=(Origin("o-governor", tuple(sorted([first[2], second[2], copy[2]])), (Joint("speaker", "", "", "Simón Arregui"),)),),
    )  # fmt: skip


def _make_actors() -> tuple[Actor, ...]:
    return (
        Actor("a-arregui", "Simón Arregui", ("Arregui", "Simón Arregui"), "a-gobierno", ("surname: Arregui",)),
        Actor("a-gobierno", "Gobierno de Valdeoro", ("Gobierno de Valdeoro",)),
        Actor("a-vecinos", "Vecinos de La Vega", ("Vecinos de La Vega", "Los vecinos")),
    )
