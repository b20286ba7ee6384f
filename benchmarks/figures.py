"""Synthetic figure claims with a known truth: which of them answer one question.

Stories have an owner, a category, a first day, voices and articles; every article gives figures of some of the story's questions, by some
of its voices. Owners come back (two floods in one town), voices do too (a minister speaks on everything), figures grow, differ, are
repeated and left without an owner. Nothing here was tuned to what linking does with it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from careo.link.facts import ArticleFacts
from careo.model import Claim, Content, Figure, Source, Span

_START = date(2015, 1, 1)
_CATEGORIES = ("killed", "wounded", "missing", "detained", "evacuated", "attended", "damaged", "homeless")
_NOUNS = {"damaged": "vivienda"}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Claims, the facts of their articles, and the question that each claim's figure answers."""

    claims: list[Claim]
    facts: dict[str, ArticleFacts]
    truth: dict[str, str]


def make_corpus(figures: int, seed: int = 7) -> Corpus:
    """About ``figures`` claims with one figure each."""
    chance = random.Random(seed)
    corpus = Corpus([], {}, {})
    story = 0
    while len(corpus.claims) < figures:
        for claim, facts, question in _iter_story(story, figures, chance):
            corpus.claims.append(claim)
            corpus.facts[claim.article] = facts
            corpus.truth[claim.id] = question
        story += 1
    return corpus


def _iter_story(number: int, figures: int, chance: random.Random) -> Iterator[tuple[Claim, ArticleFacts, str]]:
    towns = max(20, figures // 100)
    owner = f"Villa {chance.randrange(towns)}"
    voices = [f"Portavoz {number}-{n}" for n in range(4)] + [f"Ministro {chance.randrange(max(5, towns // 10))}"]
    categories = chance.sample(_CATEGORIES, chance.choice((1, 2, 2, 3)))
    values = {category: chance.choice((12, 40, 230, 1800, 26000)) for category in categories}
    day = _START + timedelta(chance.randrange(3650))
    for report in range(chance.choice((1, 2, 4, 8, 16))):
        article = f"a{number}-{report}"
        published = (day + timedelta(chance.randrange(6))).isoformat()
        facts = ArticleFacts(article, f"Diario {chance.randrange(200)}", published)
        speaking = chance.sample(voices, 3)
        for line, category in enumerate(chance.choices(categories, k=chance.choice((2, 3, 5)))):
            value = round(values[category] * chance.choice((1, 1, 1, 1.1, 0.8, 1.5)))
            of = None if chance.random() < 0.1 else owner
            claim = _make_claim((article, line), speaking[line % 3], category, value, of)
            yield claim, facts, f"{number}/{category}"


def _make_claim(place: tuple[str, int], voice: str, category: str, value: int, of: str | None) -> Claim:
    article, line = place
    noun = _NOUNS.get(category, "persona")
    span = Span(line, line + 1)
    figure = Figure(span, str(value), value, value, "=", noun, category, of)
    return Claim(f"{article}-{line}", article, "body", Content(span, "x"), Source(voice, "person"), figures=(figure,))
