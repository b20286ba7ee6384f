"""Hold the contradictions of an export against reviewed pairs of figures and statements.

rivals       the share of the gold rivals that are held against each other
upheld       the share of the contradictions of the ledger that are gold rivals; those that may be read either way are left out
lookalikes   the share of the pairs that only look like contradictions and are held for none
reviewed     the share of the texts of gold pairs that answer a figure or statement of the ledger at all: what is not found is no evidence

A contradiction is a relation `contradicts` or `denies`, or a reversal of one actor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.dispute_scoring import LinkedExport
from evaluation.gold import find_all
from evaluation.measures import Measure, share
from evaluation.pair_gold import FIGURES, GoldPair, GoldSide
from evaluation.scoring import Miss, Row

MEASURES = ("rivals", "upheld", "lookalikes", "reviewed")
AGAINST = ("contradicts", "denies")

_Key = tuple[str, int]
"""A claim and the number of its figure, -1 for its stance."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two members that the ledger holds against each other, and why."""

    left: _Key
    right: _Key
    reason: str


def score_pairs(
    export: LinkedExport, pairs: Sequence[GoldPair], texts: Mapping[str, str]
) -> tuple[dict[str, Measure], list[Miss]]:
    """The measures of an export, and what was missed or made up; ``texts`` gives the text of each article."""
    found = list(iter_contradictions(export))
    sides = {side: find_members(export, side, about, texts[side.article]) for side, about in _iter_sides(pairs)}
    hits = {pair: [c for c in found if _is_between(c, sides[pair.left], sides[pair.right])] for pair in pairs}
    known = {c for pair in pairs for c in hits[pair] if pair.judgment in ("rivals", "open")}
    left_open = {c for pair in pairs for c in hits[pair] if pair.judgment == "open"}
    counted = [c for c in found if c not in left_open]
    rivals = [pair for pair in pairs if pair.judgment == "rivals"]
    alike = [pair for pair in pairs if pair.judgment == "alike"]
    claims = {row["claim"]: row for rows in export.claims.values() for row in rows}
    misses = [_miss("rivals missed", pair) for pair in rivals if not hits[pair]]
    misses += [_miss(f"made up ({pair.kind})", pair, hits[pair][0].reason) for pair in alike if hits[pair]]
    misses += [_tell(claims, c) for c in counted if c not in known]
    shares = (
        ("rivals", [bool(hits[pair]) for pair in rivals]),
        ("upheld", [contradiction in known for contradiction in counted]),
        ("lookalikes", [not hits[pair] for pair in alike]),
        ("reviewed", [bool(members) for members in sides.values()]),
    )
    measures = {name: Measure(name, share(sum(right), len(right)), len(right)) for name, right in shares}
    return measures, misses


def iter_contradictions(export: LinkedExport) -> Iterator[Contradiction]:
    """All pairs that the ledger holds against each other."""
    for _, dispute in sorted(export.disputes.items()):
        for row in dispute["relations"]:
            if row["relation"] in AGAINST:
                left, right = ((row[side], _number(row.get(f"{side}_figure"))) for side in ("left", "right"))
                yield Contradiction(left, right, f"{row['relation']} {row['reason']}")
    for position in export.positions:
        for row in position.get("reversals") or ():
            yield Contradiction((row["from"], -1), (row["to"], -1), f"reversal {position['actor']}")


def find_members(export: LinkedExport, side: GoldSide, about: str, text: str) -> frozenset[_Key]:
    """The figures that a text touches, or the statements that cover half of it."""
    places = find_all(text, side.text)
    rows = export.claims.get(side.article, ())
    if about == FIGURES:
        return frozenset(
            (claim["claim"], number)
            for claim in rows
            for number, figure in enumerate(claim.get("figures", ()))
            if any(_overlap(figure, place) > 0 for place in places)
        )
    least = len(side.text) / 2
    return frozenset(
        (claim["claim"], -1) for claim in rows if any(_overlap(claim["content"], place) >= least for place in places)
    )


def _iter_sides(pairs: Sequence[GoldPair]) -> Iterator[tuple[GoldSide, str]]:
    return ((side, pair.about) for pair in pairs for side in (pair.left, pair.right))


def _is_between(found: Contradiction, left: frozenset[_Key], right: frozenset[_Key]) -> bool:
    return (found.left in left and found.right in right) or (found.left in right and found.right in left)


def _overlap(row: Row, place: tuple[int, int]) -> int:
    return int(min(row["end"], place[1]) - max(row["start"], place[0]))


def _number(figure: int | None) -> int:
    return -1 if figure is None else figure


def _miss(kind: str, pair: GoldPair, why: str = "") -> Miss:
    articles = (
        pair.left.article if pair.left.article == pair.right.article else f"{pair.left.article}, {pair.right.article}"
    )
    return Miss(articles, kind, f"{pair.left.text} / {pair.right.text}", why)


def _tell(claims: Mapping[str, Row], found: Contradiction) -> Miss:
    rows = [claims[found.left[0]], claims[found.right[0]]]
    said = [
        row["figures"][number]["text"] if number >= 0 else row["content"]["text"]
        for row, (_, number) in zip(rows, (found.left, found.right), strict=True)
    ]
    return Miss(", ".join(sorted({row["article"] for row in rows})), "made up", " / ".join(said), found.reason)
