"""The words of a language pack, indexed for the grammar of figures. All keys are folded (see :func:`fold_word`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careo.analyze.figures.lexemes import fold_word
from careo.lang.actors import Inflection
from careo.lang.figures import (
    Bound,
    BoundVerb,
    Cardinal,
    Collective,
    Fraction,
    Interval,
    NounEnding,
    NumberLevel,
    Particle,
    ParticleRole,
    Thing,
    Unit,
)
from careo.lang.pack import Pack
from careo.model import Comparator
from careo.text import Token

Words = tuple[str, ...]
_NO_ROLES: frozenset[ParticleRole] = frozenset()
_OPENING: tuple[ParticleRole, ...] = ("half", "several", "plain", "definite")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Number words and what stands around them. Multi-word keys are tuples of words.

    ``heads`` are all words that a number can begin with, ``openers`` those that an amount can: these and what stands before them.
    ``before`` are the bounds by their last word, ``after`` by their first; ``arrivals`` are those that name where a change came to.
    """

    cardinals: dict[str, tuple[NumberLevel, int]]
    collectives: dict[str, tuple[Collective, bool]]
    fractions: dict[str, tuple[tuple[Words, Fraction], ...]]
    before: dict[str, tuple[tuple[Words, Comparator], ...]]
    about: frozenset[str]
    after: dict[str, tuple[tuple[Words, Comparator], ...]]
    arrivals: frozenset[Words]
    bound_verbs: dict[str, BoundVerb]
    intervals: tuple[Interval, ...]
    interval_openers: frozenset[str]
    units: dict[Words, Unit]
    signs: dict[str, Unit]
    suffixes: frozenset[str]
    particles: dict[ParticleRole, frozenset[Words]]
    things: dict[str, frozenset[str]]
    heads: frozenset[str]
    openers: frozenset[str]
    roles: dict[str, frozenset[ParticleRole]]
    endings: tuple[tuple[str, str], ...]
    """Endings of words with genders, the longest first, each with that of the dictionary form."""

    def name_counted(self, noun: Token) -> str:
        """What a figure counts, as a dictionary has it: the lemma, but of a participle its own first form (*evacuadas*: *evacuado*)."""
        word = noun.lower
        if noun.tag != "VERB" or not noun.has("VerbForm=Part"):
            return noun.lemma.lower()
        return next((word[: -len(end)] + base for end, base in self.endings if word.endswith(end)), word)

    def is_in(self, word: str, role: ParticleRole) -> bool:
        """Whether a single folded word plays ``role``."""
        return role in self.roles.get(word, _NO_ROLES)

    def leads_on(self, word: str) -> bool:
        """Whether a word leads to where a change came (*pasó de 12 **a** 15*, *subió **hasta** 40*)."""
        return self.is_in(word, "to") or (word,) in self.arrivals

    def things_of(self, kind: str) -> frozenset[str]:
        """The words of one class of ``Thing``."""
        return frozenset(word for word, kinds in self.things.items() if kind in kinds)

    def unit_kind(self, counts: str | None) -> str | None:
        """The kind of the unit that a figure counts, None where it counts things."""
        return next((unit.kind for unit in self.units.values() if unit.counts == counts), None)

    def is_time(self, token: Token) -> bool:
        """Whether a noun is a unit of time."""
        unit = self.units.get((fold_word(token.text),))
        return unit is not None and unit.kind == "time"

    def kinds_of(self, token: Token) -> frozenset[str]:
        """The classes of ``Thing`` that a noun belongs to, by its form or its lemma."""
        return self.things.get(fold_word(token.text)) or self.things.get(fold_word(token.lemma), frozenset())


def build_vocabulary(pack: Pack) -> Vocabulary:
    """Index the figure slots of a pack; use it through ``pack.derived(build_vocabulary)``."""
    units = {split_words(w): unit for unit in pack.slot(Unit) for w in unit.words}
    signs = {fold_word(sign): unit for unit in pack.slot(Unit) for sign in unit.signs}
    particles = {entry.role: frozenset(split_words(w) for w in entry.words) for entry in pack.slot(Particle)}
    cardinals = _build_cardinals(pack, particles.get("and", frozenset()))
    collectives = {fold_word(w): (c, w in c.plural) for c in pack.slot(Collective) for w in (*c.singular, *c.plural)}
    fractions: dict[str, list[tuple[Words, Fraction]]] = {}
    for fraction in pack.slot(Fraction):
        for phrase in fraction.words:
            fractions.setdefault(split_words(phrase)[0], []).append((split_words(phrase), fraction))
    heads = frozenset(cardinals) | frozenset(collectives) | frozenset(fractions)
    roles = _build_roles(particles)
    before = _build_bounds(pack, "before")
    return Vocabulary(
        cardinals=cardinals,
        collectives=collectives,
        fractions={word: tuple(rows) for word, rows in fractions.items()},
        heads=heads,
        openers=heads | {word for word, played in roles.items() if not played.isdisjoint(_OPENING)},
        roles=roles,
        before=_by_last_word(before, particles),
        about=frozenset(words[0] for words, mark in before if len(words) == 1 and mark == "~"),
        after=_by_first_word(_build_bounds(pack, "after")),
        arrivals=frozenset(split_words(w) for entry in pack.slot(Bound) if entry.arrival for w in entry.words),
        bound_verbs={lemma: entry for entry in pack.slot(BoundVerb) for lemma in entry.lemmas},
        intervals=pack.slot(Interval),
        interval_openers=frozenset(entry.opener for entry in pack.slot(Interval) if entry.opener),
        units=units,
        signs=signs,
        suffixes=frozenset(w[0] for w in units if len(w) == 1) | frozenset(signs),
        particles=particles,
        things=_build_things(pack),
        endings=_build_endings(pack),
    )


def _build_endings(pack: Pack) -> tuple[tuple[str, str], ...]:
    pairs = [
        (form, rule.ending) for rule in pack.slot(Inflection) if len(rule.forms) == 4 for form in rule.forms if form
    ]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _build_roles(particles: dict[ParticleRole, frozenset[Words]]) -> dict[str, frozenset[ParticleRole]]:
    """The roles of each single word."""
    roles: dict[str, set[ParticleRole]] = {}
    for role, phrases in particles.items():
        for phrase in phrases:
            if len(phrase) == 1:
                roles.setdefault(phrase[0], set()).add(role)
    return {word: frozenset(played) for word, played in roles.items()}


def _by_last_word(
    bounds: Iterable[tuple[Words, Comparator]], particles: dict[ParticleRole, frozenset[Words]]
) -> dict[str, tuple[tuple[Words, Comparator], ...]]:
    """The bounds under their last word and, where that is a preposition, under its contraction (*más del*, *en torno al*)."""
    table: dict[str, list[tuple[Words, Comparator]]] = {}
    for words, mark in bounds:
        variants = {words[-1]}
        for role in ("of", "to"):
            phrases = particles.get(role, frozenset())
            variants |= {phrase[0] for phrase in phrases} if (words[-1],) in phrases else set()
        for last in variants:
            table.setdefault(last, []).append(((*words[:-1], last), mark))
    return {last: tuple(rows) for last, rows in table.items()}


def _by_first_word(
    bounds: Iterable[tuple[Words, Comparator]],
) -> dict[str, tuple[tuple[Words, Comparator], ...]]:
    table: dict[str, list[tuple[Words, Comparator]]] = {}
    for words, mark in bounds:
        table.setdefault(words[0], []).append((words, mark))
    return {first: tuple(rows) for first, rows in table.items()}


def split_words(words: str) -> Words:
    """The folded words of a phrase."""
    return tuple(fold_word(word) for word in words.split())


def _build_cardinals(pack: Pack, joiners: Iterable[Words]) -> dict[str, tuple[NumberLevel, int]]:
    """Simple number words, and the tens joined with a unit in one word (*treintaicinco*)."""
    found = {fold_word(w): (entry.level, value) for entry in pack.slot(Cardinal) for w, value in entry.values.items()}
    tens = [(w, v) for w, (level, v) in found.items() if level == "ten"]
    ones = [(w, v) for w, (level, v) in found.items() if level == "unit" and 1 <= v <= 9]
    for ten, tens_value in tens:
        for (joiner,) in (j for j in joiners if len(j) == 1):
            for one, value in ones:
                found.setdefault(f"{ten}{joiner}{one}", ("unit", tens_value + value))
    return found


def _build_bounds(pack: Pack, place: str) -> tuple[tuple[Words, Comparator], ...]:
    """Longest first, so that *no más de* is not taken for *más de*."""
    bounds = [
        (split_words(w), entry.comparator) for entry in pack.slot(Bound) if entry.place == place for w in entry.words
    ]
    return tuple(sorted(bounds, key=lambda b: (-len(b[0]), b[0])))


def _build_things(pack: Pack) -> dict[str, frozenset[str]]:
    endings = sort_endings(pack.slot(NounEnding))
    kinds: dict[str, set[str]] = {}
    for entry in pack.slot(Thing):
        for lemma in entry.lemmas:
            for form in inflect(lemma, endings):
                kinds.setdefault(form, set()).add(entry.kind)
    return {lemma: frozenset(found) for lemma, found in kinds.items()}


def sort_endings(endings: Iterable[NounEnding]) -> tuple[NounEnding, ...]:
    """Longest first, so that the first that fits is the one that counts."""
    return tuple(sorted(endings, key=lambda e: (-len(e.ending), e.ending)))


def inflect(lemma: str, endings: Iterable[NounEnding]) -> tuple[str, ...]:
    """The folded forms of a noun or adjective, its lemma first; the lemma alone if no ending fits."""
    rule = next((e for e in endings if lemma.endswith(e.ending)), None)
    if rule is None:
        return (fold_word(lemma),)
    stem = lemma[: len(lemma) - len(rule.ending)]
    return tuple(dict.fromkeys(fold_word(form) for form in (lemma, *(stem + f for f in rule.forms))))
