"""Claims with figures, made for tests of linking: *who* says *how many* of *what*, in which article, when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from careo.lang.taxonomy import load_taxonomy
from careo.link.actors import merge_actors
from careo.link.claims import link_claims
from careo.link.facts import ArticleFacts
from careo.link.quantities.readings import Reading, make_readings
from careo.link.quantities.relations import compare_readings
from careo.model import Claim, Content, Dispute, Figure, Linked, Relation, Source, Span

_FIGURE = ("of", "counts", "category", "additional", "part_of", "vague", "as_of", "unit", "per")


def make_claim(who: str, amount: str, article: str = "a", place: int = 0, **values: Any) -> Claim:
    """A claim with one figure; ``amount`` is *=200 ~200 >200 <200 20-30*, ``place`` where it stands in its article."""
    facts = {"of": "Nortelia", "counts": "persona", "category": "killed"} | {
        k: values.pop(k) for k in _FIGURE if k in values
    }
    span = Span(10 * place, 10 * place + 5)
    figure = Figure(span, amount, *_parse(amount), **facts)  # type: ignore[arg-type]
    source = Source(who, values.pop("kind", "organization"), acts_for=values.pop("acts_for", None))
    return Claim(f"c-{article}-{place}-{who}", article, "body", Content(span, "x"), source, figures=(figure,), **values)


def _parse(amount: str) -> tuple[float | None, float | None, str]:
    sign, rest = (amount[0], amount[1:]) if amount[0] in "=~<>" else ("range", amount)
    if sign == "range":
        low, high = rest.split("-")
        return int(low), int(high), "range"
    value = int(rest)
    return (None if sign == "<" else value), (None if sign == ">" else value), sign


def make_facts(claims: Iterable[Claim], published: str | dict[str, str] = "2031-05-10") -> dict[str, ArticleFacts]:
    """Facts for the articles of ``claims``: all of one day, or by article."""
    dates = published if isinstance(published, dict) else {}
    day = published if isinstance(published, str) else None
    return {claim.article: ArticleFacts(claim.article, "Diario", dates.get(claim.article, day)) for claim in claims}


def read(claim: Claim, published: str = "2031-05-10") -> Reading:
    """The reading of a claim with one figure."""
    [reading] = make_readings(
        [claim], ArticleFacts(claim.article, "Diario", published), merge_actors([claim]), load_taxonomy()
    )
    return reading


def compare(one: Claim, other: Claim, *published: str, category: str = "killed") -> Relation | None:
    """How two claims stand to each other, their articles published on the days given."""
    days = published or ("2031-05-10",)
    return compare_readings(read(one, days[0]), read(other, days[-1]), load_taxonomy().categories.get(category))


def link(claims: Iterable[Claim], published: str | dict[str, str] = "2031-05-10") -> Linked:
    """Everything that linking finds in ``claims``."""
    rows = list(claims)
    return link_claims(rows, make_facts(rows, published))


def quantities(claims: Iterable[Claim], published: str | dict[str, str] = "2031-05-10") -> list[Dispute]:
    """The quantity disputes of ``claims`` with more than one member."""
    return [d for d in link(claims, published).disputes if d.kind == "quantity" and len(d.members) > 1]
