"""Hold an exported ledger against gold annotations.

Three comparisons, each over the body of the articles (headlines, captions and the like are left out on both sides):

claims     A claim of somebody other than the outlet answers a gold row when its cue fits and no other free claim covers more
           of the row's content. From an overlap (IoU) of 0.8 on the content is right; below 0.5 the row is missed. Where the content is
           right, source, stance, quotation, date and chain are compared.
figures    A figure answers a gold row when their spans touch; it is right when range and class of comparator agree. Of several right
           ones, the one with most of category, owner and claimant right counts.
passages   The role at the first characters of each gold passage.

Precision counts what no gold row explains; rows marked optional explain, but are not asked for.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.gold import Attribution, Figure, Gold, Names, Span, find_all, fold

Row = Mapping[str, Any]
RIGHT, MISSED = 0.8, 0.5
NOBODY = (None, "author", "outlet")
MARKS = "\"'“”«»‘’"
EDGES = " \t\n" + MARKS + ",.;:—–-¡!¿?"
COMPLEMENTIZERS = ("que ", "that ")
DIRECTIONS = {">": ">", ">=": ">", "≥": ">", "<": "<", "<=": "<", "≤": "<", "range": "range"}


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement with the gold, for a person to read."""

    article: str
    kind: str
    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.article} | {self.kind} | {self.about} | {self.text}"


@dataclass(frozen=True, slots=True)
class Export:
    """The two files of an export that are scored, by article."""

    claims: Mapping[str, list[Row]]
    passages: Mapping[str, list[Row]]


@dataclass(slots=True)
class Tally:
    """Counts over all articles, and what went wrong."""

    n: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def miss(self, gold: Gold, kind: str, about: object, text: object) -> None:
        self.misses.append(Miss(gold.article, kind, str(about), str(text)))


def load_export(folder: Path) -> Export:
    """Read `claims.jsonl` and `articles.jsonl`; raises FileNotFoundError where one is missing."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for claim in load_lines(folder / "claims.jsonl"):
        claims[claim["article"]].append(claim)
    articles = load_lines(folder / "articles.jsonl")
    return Export(claims, {article["article"]: article.get("passages", []) for article in articles})


def load_lines(path: Path) -> list[Row]:
    # not splitlines(): texts may hold the other line separators of Unicode
    return [json.loads(line) for line in path.read_bytes().decode("utf-8").split("\n") if line]


# --- spans ----------------------------------------------------------------------------------------------------------


def overlap(left: Span, right: Span) -> float:
    """Intersection over union of two half-open spans."""
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return shared / (max(left[1], right[1]) - min(left[0], right[0])) if shared > 0 else 0.0


def trim(text: str, span: Span) -> Span:
    """A span without what may or may not be counted to a content: marks and stops at its edges, the complementizer."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    for word in COMPLEMENTIZERS:
        if text.startswith(word, start, end):
            start += len(word)
    return start, end


def content_spans(claim: Row) -> list[Span]:
    content = claim["content"]
    return [(part["start"], part["end"]) for part in content.get("parts") or [content]]


def broken_spans(text: str, claim: Row) -> int:
    """How many of a claim's uninterrupted spans do not reproduce their text."""
    spans = [claim["content"], claim.get("cue"), claim.get("source")]
    placed = [span for span in spans if span and span.get("start") is not None and "parts" not in span]
    return sum(text[span["start"] : span["end"]] != span["text"] for span in placed)


# --- claims ---------------------------------------------------------------------------------------------------------


def is_attributed(claim: Row) -> bool:
    return (claim.get("source") or {}).get("kind") not in NOBODY


def source_forms(claim: Row) -> list[str | None]:
    source = claim.get("source") or {}
    return [source.get("name"), source.get("text")]


def cue_fits(row: Attribution, claim: Row) -> bool:
    cue = fold((claim.get("cue") or {}).get("text"))
    return bool(cue) and any(fold(wanted) in cue or cue in fold(wanted) for wanted in row.cue)


def accepted_quotations(gold: Gold, row: Attribution) -> set[str]:
    """A fragment that stands alone between its marks may be called direct as well as mixed."""
    text = gold.text
    alone = any(
        text[max(start - 1, 0)] in MARKS and text[min(end, len(text) - 1)] in MARKS
        for start, end in find_all(text, row.content)
    )
    return {"direct", "mixed"} if alone and row.quote == "mixed" else {row.quote}


def via_fits(row: Attribution, claim: Row) -> bool:
    steps = claim.get("via", [])
    given = [fold(form) for step in steps for form in (step.get("name"), step.get("text")) if form]
    return all(any(fold(wanted) in form or form in fold(wanted) for form in given) for wanted in row.via)


def best_claim(gold: Gold, row: Attribution, claims: Sequence[Row], used: set[int]) -> tuple[int, float]:
    """The free claim that covers most of a row's content, and how much; (-1, 0.0) where none touches it."""
    places = [trim(gold.text, span) for span in find_all(gold.text, row.content)]
    best, most = -1, 0.0
    for index, claim in enumerate(claims):
        if index in used or not cue_fits(row, claim):
            continue
        spans = [trim(gold.text, span) for span in content_spans(claim)]
        covered = max((overlap(span, place) for span in spans for place in places), default=0.0)
        if covered > most:
            best, most = index, covered
    return best, most


def compare_claim(tally: Tally, gold: Gold, row: Attribution, claim: Row, names: Names) -> None:
    """Count the facets of a claim whose content is right."""
    n, found = tally.n, claim.get("said")
    same_source = names.same(row.who, source_forms(claim))
    n["content"] += 1
    n["attribution"] += same_source
    n["stance"] += claim.get("stance") in row.stance
    n["quotation"] += claim.get("quotation") in accepted_quotations(gold, row)
    if row.said:
        n["said asked"] += 1
        n["said"] += found is not None and str(found) == row.said
    if row.via:
        n["via asked"] += 1
        n["via"] += via_fits(row, claim)
    if not same_source:
        tally.miss(gold, "wrong source", f"{row.who} <- {source_forms(claim)[0]}", row.content[:70])
    elif claim.get("stance") not in row.stance:
        tally.miss(gold, "wrong stance", f"{'/'.join(row.stance)} <- {claim.get('stance')}", row.content[:70])


def score_claims(tally: Tally, gold: Gold, claims: Sequence[Row], names: Names) -> None:
    attributed = [claim for claim in claims if is_attributed(claim)]
    used: set[int] = set()
    for row in gold.attributions:
        index, covered = best_claim(gold, row, attributed, used)
        tally.n["claims asked"] += not row.optional
        if covered >= MISSED:
            used.add(index)
        if row.optional:
            continue
        if covered >= RIGHT:
            compare_claim(tally, gold, row, attributed[index], names)
        elif covered >= MISSED:
            tally.miss(gold, f"content overlap {covered:.2f}", row.who, row.content[:70])
        else:
            tally.miss(gold, "claim missed", row.who, row.content[:70])
    tally.n["claims given"] += len(attributed)
    tally.n["claims explained"] += len(used)
    for index, claim in enumerate(attributed):
        if index not in used:
            tally.miss(gold, "spurious claim", source_forms(claim)[0], claim["content"]["text"][:70])


# --- figures --------------------------------------------------------------------------------------------------------


def direction(comparator: str | None) -> str:
    return DIRECTIONS.get(comparator or "=", "=")


def same_value(row: Figure, figure: Row) -> bool:
    return (
        figure.get("low") == row.low
        and figure.get("high") == row.high
        and direction(figure.get("comparator")) == direction(row.comparator)
    )


def compare_figure(row: Figure, figure: Row, claim: Row, names: Names) -> tuple[bool, bool, bool]:
    """Whether category, owner and claimant are right."""
    right_who = not is_attributed(claim) if row.who is None else names.same(row.who, source_forms(claim))
    return figure.get("category") == row.category, names.same(row.of, [figure.get("of")]), right_who


def score_figures(tally: Tally, gold: Gold, claims: Sequence[Row], names: Names) -> None:
    found = [(figure, claim) for claim in claims for figure in claim.get("figures", [])]
    explained: set[int] = set()
    for row in gold.figures:
        tally.n["figures asked"] += 1
        places = find_all(gold.text, row.text)
        touching = [
            index
            for index, (figure, _) in enumerate(found)
            if any(min(figure["end"], end) > max(figure["start"], start) for start, end in places)
        ]
        explained.update(touching)
        right = [found[index] for index in touching if same_value(row, found[index][0])]
        if not right:
            given = [(found[i][0]["text"], found[i][0].get("low"), found[i][0].get("high")) for i in touching]
            tally.miss(gold, "figure missed", row.text, str(given)[:90])
            continue
        facets = max((compare_figure(row, figure, claim, names) for figure, claim in right), key=sum)
        tally.n["figures"] += 1
        for name, fits in zip(("category", "of", "who"), facets, strict=True):
            tally.n[name] += fits
        tally.n["figure+"] += all(facets)
        if not all(facets):
            tally.miss(gold, "figure facets", row.text, f"category, of, who = {facets}")
    distinct = {(figure["start"], figure["end"]): i for i, (figure, _) in enumerate(found) if figure.get("category")}
    tally.n["figures given"] += len(distinct)
    tally.n["figures explained"] += sum(index in explained for index in distinct.values())
    for index in distinct.values():
        if index not in explained:
            figure = found[index][0]
            tally.miss(gold, "spurious figure", figure["text"], f"{figure.get('low')} {figure.get('category')}")


# --- passages -------------------------------------------------------------------------------------------------------


def score_passages(tally: Tally, gold: Gold, passages: Sequence[Row]) -> None:
    for row in gold.passages:
        probe = gold.text.find(row.text) + 1
        role = next((item["role"] for item in passages if item["start"] <= probe < item["end"]), "body")
        tally.n["passages asked"] += 1
        tally.n["passages"] += role == row.role
        if role != row.role:
            tally.miss(gold, "passage", f"{row.role} <- {role}", row.text[:70])


# --- all of it ------------------------------------------------------------------------------------------------------


def tally_export(export: Export, golds: Sequence[Gold], names: Names) -> Tally:
    """Compare every annotated article with what the export says about it."""
    tally = Tally()
    for gold in golds:
        claims = export.claims.get(gold.article, [])
        tally.n["broken spans"] += sum(broken_spans(gold.text, claim) for claim in claims)
        body = [claim for claim in claims if gold.in_body(content_spans(claim)[0][0])]
        score_claims(tally, gold, body, names)
        score_figures(tally, gold, body, names)
        score_passages(tally, gold, export.passages.get(gold.article, []))
    return tally
