"""What the pipeline makes of the examples of the pack: all of them parsed in one batch, each its own article."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careo.lang import Example, load_pack, parse_example
from careo.lang.cues import CueNoun, EventNoun, Formula, Periphrasis, Verb
from careo.model import Article, Claim, Passage, Span

CHECKED: tuple[type[Any], ...] = (Verb, CueNoun, EventNoun, Formula, Periphrasis)
"""Entry types whose examples mark the cue and the content of a claim."""
PINNED = Path(__file__).with_name("known_failures.toml")
EDGES = " \t\n\"'“”«»‘’,.;:—–-¡!¿?"


@dataclass(frozen=True, slots=True)
class Case:
    """One marked sentence of an entry; ``kind`` is ``accept`` or ``reject``."""

    table: str
    kind: str
    marked: str
    example: Example


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and why it failed; ``failure`` is empty where it passed."""

    case: Case
    failure: str


def iter_cases(language: str = "es") -> list[Case]:
    pack = load_pack(language)
    return [
        Case(slot.TABLE, kind, marked, parse_example(marked))
        for slot in CHECKED
        for entry in pack.slot(slot)
        for kind in ("accept", "reject")
        for marked in getattr(entry, kind)
    ]


def find_outcomes(cases: Sequence[Case], analyze_article: Callable[..., tuple[Claim, ...]]) -> list[Outcome]:
    from careo.parse import load_parser

    pack = load_pack("es")
    texts = [case.example.text for case in cases]
    documents = load_parser("es").parse_many((text, [Span(0, len(text))]) for text in texts)
    outcomes = []
    for number, (case, document) in enumerate(zip(cases, documents, strict=True)):
        text = case.example.text
        article = Article(f"example{number}", text, "", passages=(Passage(Span(0, len(text)), "body"),))
        outcomes.append(Outcome(case, find_failure(case, analyze_article(article, document, pack))))
    return outcomes


def find_failure(case: Case, claims: Sequence[Claim]) -> str:
    """Why the claims are not what the sentence marks; empty where they are."""
    cues, contents = case.example.spans("cue"), case.example.spans("content")
    found = [c for c in claims if c.cue is not None and any(c.cue.span.overlaps(cue) for cue in cues)]
    texts = "; ".join(repr(c.content.text) for c in found)
    if case.kind == "reject":
        return f"makes a claim of {texts}" if found else ""
    if not found:
        return "the cue makes no claim"
    wanted = {trim(case.example.text, span) for span in contents}
    if wanted and not wanted & {trim(case.example.text, c.content.span) for c in found}:
        return f"the content found is {texts}"
    return ""


def trim(text: str, span: Span) -> Span:
    """Without marks and punctuation at its edges."""
    return span.strip(text, EDGES)


def load_pinned() -> dict[str, str]:
    """The sentences known to fail, each with its reason."""
    if not PINNED.is_file():
        return {}
    return {row["example"]: row["reason"] for row in tomllib.loads(PINNED.read_text("utf-8")).get("failure", [])}
