"""Stories for the dossier, made by hand: the linked flood of ``tests.unit.ledger.linked``, and others. All is invented."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from careo.model import (
    Article,
    Claim,
    Content,
    Dispute,
    Figure,
    Joint,
    Member,
    Origin,
    Position,
    Relation,
    Source,
    Stand,
)
from careo.report.careos import Careo, seat_members
from careo.report.dossier import Making, Story
from tests.unit.ledger.linked import make_copies, make_linked, make_linked_articles, make_linked_claims
from tests.unit.ledger.samples import make_article, make_id, span


def make_story() -> Story:
    """The flood of Valdeoro, linked."""
    copies, linked = make_copies(), make_linked()
    articles = tuple(replace(article, copies=copies.get(article.id, ())) for article in make_linked_articles())
    claims = tuple(claim for article in articles for claim in make_linked_claims(article))
    return Story(
        articles,
        claims,
        _seat(linked.disputes, linked.positions, articles, claims),
        linked.actors,
        1,
        Making("careo 0", "1.2.3"),
    )


def _seat(
    disputes: tuple[Dispute, ...],
    positions: tuple[Position, ...],
    articles: tuple[Article, ...],
    claims: tuple[Claim, ...],
) -> tuple[Careo, ...]:
    known = {article.id: article for article in articles}
    of_id = {c.id: (c, known[c.article].outlet, known[c.article].published) for c in claims}
    return tuple(seat_members(d, of_id, [p for p in positions if p.proposition == d.id]) for d in disputes)


def make_crowd(number: int, *, name: str = "Vecino {n}", dated: bool = True) -> Story:
    """So many voices about one count, each against the next, in one article."""
    lines = [f"{name.format(n=n)} contó {n + 1} muertos." for n in range(number)]
    article = make_article("recuento", "\n".join(lines), copies=(), published="2024-05-07" if dated else None)
    claims = []
    for n, line in enumerate(lines):
        start = article.text.index(line)
        place = span(article.text, f"{n + 1} muertos", start)
        figure = Figure(place, place.of(article.text), n + 1, n + 1, "=", "muerto", "killed")
        who = name.format(n=n)
        claims.append(
            Claim(
                make_id(article, place), article.id, "body", Content(place, place.of(article.text)),
                Source(who, "person", span(article.text, who, start), who), figures=(figure,),
            )
        )  # fmt: skip
    members = tuple(Member(claim.id, 0) for claim in claims)
    relations = tuple(Relation(a, b, "contradicts", "one-event") for a, b in pairwise(members))
    origins = tuple(Origin(f"o-{claim.id}", (claim.id,)) for claim in claims)
    dispute = Dispute("d-crowd", "quantity", "", {"category": "killed"}, members, relations, "contested", origins)
    return Story((article,), tuple(claims), _seat((dispute,), (), (article,), tuple(claims)))


def make_quarrel(left: str, right: str, text: str) -> Story:
    """Two who take opposite sides on one sentence; ``left`` changes sides."""
    article = make_article(
        "pleito", f"{text}\n{text}\n{text}", title=text, outlet=left, url=f"javascript:{text}", copies=()
    )
    claims = []
    for number, (who, stance) in enumerate(((left, "deny"), (right, "assert"), (left, "confirm"))):
        start = number * (len(text) + 1)
        place = replace(span(article.text, text, 0), start=start, end=start + len(text))
        source = Source(who, "person", None, None, None)
        claims.append(
            Claim(make_id(article, place), article.id, "body", Content(place, text), source, stance=stance, said=f"2024-05-0{number + 1}")  # type: ignore[arg-type]
        )  # fmt: skip
    members = tuple(Member(claim.id) for claim in claims)
    relation = Relation(members[0], members[1], "denies", "proposition:polarity", text)
    dispute = Dispute(
        "d-quarrel", "proposition", text, {"predicate": text}, members, (relation,), "revised",
        (Origin("o-1", (claims[0].id, claims[2].id), (Joint("voice", claims[2].id, claims[0].id, left),)), Origin("o-2", (claims[1].id,))),
        notes=(text,),
    )  # fmt: skip
    stands = (Stand(claims[0].id, "deny", "2024-05-01", -1), Stand(claims[2].id, "confirm", "2024-05-03", 1))
    turn = make_linked().positions[0].reversals[0]
    position = Position("d-quarrel", left, stands, (replace(turn, left=claims[0].id, right=claims[2].id),))
    other = Position("d-quarrel", right, (Stand(claims[1].id, "assert", "2024-05-02", 1),))
    return Story((article,), tuple(claims), _seat((dispute,), (position, other), (article,), tuple(claims)))
