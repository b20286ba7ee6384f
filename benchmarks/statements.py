"""Synthetic claims without figures, with a known truth: which of them are about one thing.

Stories have a cast, days, articles and statements; every article makes some of the story's statements, by some of its voices, for or
against. Doers come back, the great ones in every tenth story, so that some blocks hold a share of all claims; verbs and things are
drawn from short lists, as in a language. Nothing here was tuned to what linking does with it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from careo.link.facts import ArticleFacts
from careo.model import Claim, Content, Event, Gist, Source, Span

_START = date(2015, 1, 1)
_EVENTS = ("deployment", "supply", "killing", "detention", "layoff", "attack")
_VERBS = ("ceder", "subir", "cerrar", "aprobar", "romper", "pagar", "abrir", "vender")
_THINGS = ("presa", "puente", "tropa", "precio", "escuela", "fábrica", "barco", "ley", "hospital", "mina")
_WORDS = tuple(
    f"{one}{two}"
    for one in ("casa", "luz", "mar", "río", "pan", "sol", "red", "pez")
    for two in ("s", "ado", "ero", "ito")
)
_GREAT = tuple(f"Potencia {letter}" for letter in "ABCDEFGHIJ")
_HERE = Span(0, 1)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Claims, the facts of their articles, and what each claim is about."""

    claims: list[Claim]
    facts: dict[str, ArticleFacts]
    truth: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Statement:
    """What is claimed in a story, whoever claims it."""

    event: str | None
    verb: str
    agent: str
    patient: str
    place: str | None
    terms: tuple[str, ...]
    names: tuple[str, ...]


def make_statements(claims: int, seed: int = 11) -> Corpus:
    """About ``claims`` claims."""
    chance = random.Random(seed)
    corpus = Corpus([], {}, {})
    story = 0
    while len(corpus.claims) < claims:
        for claim, facts, about in _iter_story(story, claims, chance):
            corpus.claims.append(claim)
            corpus.facts[claim.article] = facts
            corpus.truth[claim.id] = about
        story += 1
    return corpus


def _iter_story(number: int, claims: int, chance: random.Random) -> Iterator[tuple[Claim, ArticleFacts, str]]:
    town = f"Villa {chance.randrange(max(20, claims // 50))}"
    cast = [f"Vocero {number}-{n}" for n in range(5)] + [town, f"Comarca {number}"]
    doer = chance.choice(_GREAT) if chance.random() < 0.1 else town
    made = [_draw(doer, town, cast, chance) for _ in range(chance.choice((1, 2, 3, 4)))]
    day = _START + timedelta(chance.randrange(3650))
    for report in range(chance.choice((1, 2, 4, 8, 16))):
        article = f"s{number}-{report}"
        facts = ArticleFacts(
            article, f"Diario {chance.randrange(200)}", (day + timedelta(chance.randrange(6))).isoformat()
        )
        beside = tuple(chance.sample(cast[:5], 3))
        for line in range(chance.choice((2, 3, 4))):
            place = chance.randrange(len(made))
            claim = _make_claim(f"{article}-{line}", article, made[place], beside[line % 3], chance)
            yield claim, facts, f"{number}/{place}"


def _draw(doer: str, town: str, cast: list[str], chance: random.Random) -> _Statement:
    event = chance.choice(_EVENTS) if chance.random() < 0.5 else None
    verb, thing = chance.choice(_VERBS), chance.choice(_THINGS)
    terms = tuple(sorted({verb, thing, *chance.sample(_WORDS, chance.choice((1, 2, 4)))}))
    place = town if chance.random() < 0.5 else None
    names = tuple(sorted({doer, town, cast[6], *chance.sample(cast[:5], 1)}))
    return _Statement(event, verb, doer, thing, place, terms, names)


def _make_claim(id_: str, article: str, said: _Statement, voice: str, chance: random.Random) -> Claim:
    against = chance.random() < 0.2
    kept = tuple(name for name in said.names if name == said.agent or chance.random() < 0.8)
    terms = tuple(term for term in said.terms if term == said.verb or chance.random() < 0.9)
    gist = Gist(said.verb, -1 if against else 1, "deed", said.agent, said.patient, kept, terms, said.place)
    event = Event(said.event, _HERE, "x", said.agent, said.patient, said.place) if said.event else None
    return Claim(
        id_, article, "body", Content(_HERE, "x"), Source(voice, "person"),
        stance="deny" if against else "assert", event=event, gist=gist,
    )  # fmt: skip
