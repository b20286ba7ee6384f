"""Origins: on how many independent voices the claims of a dispute stand. They are the roots of a graph of claims.

Two claims are joined by one of these rules, and each union says by which:

- ``copy``: the article copies the other one and has the same figure in the same words, or by the same voice;
- ``citation``: it names the outlet of the other article as where it has it from;
- ``speech``: one speaker on one day with one figure, or the same words between quotation marks, whoever is named;
- ``voice``: one source; ``spokesperson``: somebody who speaks for the body that is the source elsewhere;
- ``party``: sources that speak for one party and agree;
- ``repeats``: the outlet says itself, or in a headline, what it attributes to somebody, or what an outlet does that it cites;
- ``wire``: outlets say the same themselves and credit one agency, within a day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise

from careo.link.actors import ActorTable
from careo.link.clusters import Unions
from careo.link.facts import ArticleFacts
from careo.link.testimonies import (
    Number,
    Numbers,
    Testimony,
    by_article,
    by_key,
    likeness,
    make_testimonies,
    spoken_words,
)
from careo.model import Claim, Copy, Joint, Member, Origin

RULES = ("copy", "citation", "speech", "voice", "spokesperson", "party", "repeats", "wire")
"""The first that joins two claims is the one that is told."""

ALIKE = 0.4
ALIKE_WITHOUT_FIGURE = 0.6
LEAST_QUOTED = 6
MOST_ORIGINALS = 32  # claims of one family of copies with one figure and nothing else in common
BODIES = ("organization", "group", "document")


def find_origins(
    members: Sequence[tuple[Member, Claim]], facts: Mapping[str, ArticleFacts], actors: ActorTable
) -> tuple[Origin, ...]:
    """The origins of the claims of one dispute, by their ids; independent of the order of ``members``.

    An origin has the id of its root: of its claims the first that was published. The time taken grows with the number
    of claims, not of pairs.
    """
    testimonies = make_testimonies(members, facts, actors)
    relays = [*_copies(testimonies), *_citations(testimonies), *_repetitions(testimonies)]
    # An outlet that passes on what others say does not speak with its own voice: else its rivals would be one through it.
    relayed = {joint.claim for joint in relays}
    speaking = [testimony for testimony in testimonies if not (testimony.own and testimony.id in relayed)]
    rules = (_speeches, _voices, _spokespersons, _agreements, _wires)
    return _make_origins(testimonies, chain(relays, *(rule(speaking) for rule in rules)))


def _make_origins(testimonies: Sequence[Testimony], joints: Iterable[Joint]) -> tuple[Origin, ...]:
    """Connected components; the reasons are those of the joints that join them, each the first by rule and ids."""
    rank = {testimony.id: number for number, testimony in enumerate(testimonies)}
    unions: Unions[str] = Unions(rank)
    joining: list[Joint] = []
    for joint in sorted(set(joints), key=lambda j: (RULES.index(j.rule), j)):
        if unions.find(joint.claim) != unions.find(joint.other):
            unions.join(joint.claim, joint.other)
            joining.append(joint)
    found: dict[str, list[Joint]] = {}
    for joint in joining:
        found.setdefault(unions.find(joint.claim), []).append(joint)
    origins = (
        Origin(min(claims, key=rank.__getitem__), tuple(sorted(claims)), tuple(found.get(key, ())))
        for key, claims in unions.groups().items()
    )
    return tuple(sorted(origins, key=lambda origin: origin.id))


def _join(rule: str, testimony: Testimony, other: Testimony, detail: str) -> Joint:
    return Joint(rule, testimony.id, other.id, detail)


# --- copies ---------------------------------------------------------------------------------------------------------


def _copies(testimonies: Sequence[Testimony]) -> Iterator[Joint]:
    """A claim of a copy goes back to the claim of the first printing that says the same."""
    families = _families(testimonies)
    kinds = {(t.article.id, copy.article): copy for t in testimonies for copy in t.article.copies}
    first: dict[tuple[str, Numbers], list[Testimony]] = {}
    alone = _only_ones(testimonies)
    for testimony in testimonies:  # the most original first
        if testimony.article.id not in families:
            continue
        originals = first.setdefault((families[testimony.article.id], testimony.numbers), [])
        fitting = [
            original
            for original in originals
            if original.article.id != testimony.article.id
            and (
                _says_the_same(testimony, original)
                or ({testimony.id, original.id} <= alone and _copy_between(testimony, original, kinds))
            )
        ]
        if fitting:
            best = max(fitting, key=lambda o: (o.voice == testimony.voice, likeness(o, testimony)))
            yield _join("copy", testimony, best, _tell_copy(testimony, best, kinds))
        elif len(originals) < MOST_ORIGINALS:
            originals.append(testimony)


def _says_the_same(left: Testimony, right: Testimony) -> bool:
    if left.numbers:
        return left.voice == right.voice or likeness(left, right) >= ALIKE
    return left.affirms == right.affirms and likeness(left, right) >= ALIKE_WITHOUT_FIGURE


def _only_ones(testimonies: Sequence[Testimony]) -> set[str]:
    """Claims that are alone in their article with their figures."""
    seen: dict[tuple[str, Numbers], list[str]] = {}
    for testimony in testimonies:
        if testimony.numbers:
            seen.setdefault((testimony.article.id, testimony.numbers), []).append(testimony.id)
    return {ids[0] for ids in seen.values() if len(ids) == 1}


def _copy_between(left: Testimony, right: Testimony, copies: Mapping[tuple[str, str], Copy]) -> Copy | None:
    return copies.get((left.article.id, right.article.id)) or copies.get((right.article.id, left.article.id))


def _tell_copy(left: Testimony, right: Testimony, copies: Mapping[tuple[str, str], Copy]) -> str:
    copy = _copy_between(left, right, copies)
    how = f"{copy.kind}, {copy.reason}" if copy else "through another copy"
    return f"{left.article.id} and {right.article.id}, {how}"


def _families(testimonies: Sequence[Testimony]) -> dict[str, str]:
    """Each article that has copies with the least id of those that it is joined to, also through articles not in the dispute."""
    unions: Unions[str] = Unions()
    for testimony in testimonies:
        for copy in testimony.article.copies:
            unions.join(testimony.article.id, copy.article)
    return {id_: min(family) for family in unions.groups().values() for id_ in family}


# --- citations and repetitions ---------------------------------------------------------------------------------------


def _citations(testimonies: Sequence[Testimony]) -> Iterator[Joint]:
    """Who names an outlet has it from that outlet's article, if it is earlier and says the same."""
    outlets = _by_outlet(testimonies)
    for testimony in testimonies:
        key = min(testimony.numbers, default=None)
        for outlet in sorted(testimony.cites):
            if original := _original_in(testimony, outlets.get((outlet, key), ())):
                yield _join("citation", testimony, original, f"{testimony.article.id} names {original.article.outlet}")


def _original_in(testimony: Testimony, candidates: Sequence[Testimony]) -> Testimony | None:
    """The testimony of the outlet that is cited; where the citation names a voice, of that voice or of one without a name."""
    named = testimony.voice[0] == "actor"
    fitting = [
        other
        for other in candidates
        if other.article.id != testimony.article.id
        and _not_later(other, testimony)
        and testimony.numbers <= other.numbers
        and (testimony.numbers or _says_the_same(testimony, other))
        and (not named or other.voice == testimony.voice or other.voice[0] != "actor")
    ]
    return min(fitting, key=lambda other: (other.voice != testimony.voice, other.own, other.rank), default=None)


def _not_later(left: Testimony, right: Testimony) -> bool:
    ours, theirs = left.article.published, right.article.published
    return not ours or not theirs or ours <= theirs


def _by_outlet(testimonies: Sequence[Testimony]) -> dict[tuple[str, Number | None], list[Testimony]]:
    """The testimonies of each outlet with each figure (None: without); the first two of each voice stand for the others."""
    found: dict[tuple[str, Number | None], list[Testimony]] = {}
    counts: Counter[tuple[object, ...]] = Counter()
    for testimony in testimonies:
        if outlet := testimony.outlet:
            counts[key := (outlet, testimony.numbers, testimony.voice, testimony.own)] += 1
            if counts[key] <= 2:
                for number in testimony.numbers or (None,):
                    found.setdefault((outlet, number), []).append(testimony)
    return found


def _repetitions(testimonies: Sequence[Testimony]) -> Iterator[Joint]:
    """An outlet's own words and its headlines are no further voice where somebody is named for all their numbers.

    Named by it, here or before, or by an outlet that it cites. They go to the first of those; where they repeat two rivals, these stay two.
    """
    outlets, articles = _by_outlet(testimonies), by_article(testimonies)
    cites = {id_: {outlet for t in found for outlet in t.cites} for id_, found in articles.items()}
    for testimony in testimonies:
        here = articles[testimony.article.id]
        heard = sorted({testimony.outlet or "", *cites[testimony.article.id]}) if testimony.own else []
        elsewhere = (outlets.get((outlet, number), ()) for outlet in heard for number in sorted(testimony.numbers))
        if testimony.numbers and (testimony.own or testimony.headline):
            known = [other for other in chain(here, *elsewhere) if _attributes(other, testimony)]
            if testimony.numbers <= frozenset(number for other in known for number in other.numbers):
                original = min(known, key=lambda other: _distance(testimony, other))
                yield _join("repeats", testimony, original, f"{_name_of(original)} in {original.article.id}")


def _distance(testimony: Testimony, other: Testimony) -> tuple[object, ...]:
    """How far what is repeated is from where: in the same article, by the same voice, for the same party."""
    apart = set(testimony.parties).isdisjoint(other.parties)
    return (other.article.id != testimony.article.id, other.voice != testimony.voice, apart, other.rank)


def _attributes(testimony: Testimony, repeated: Testimony) -> bool:
    """Whether it says who has a number from which another testimony may have it: in the text, or in an earlier article."""
    in_reach = not testimony.headline or testimony.article.id != repeated.article.id
    return (
        not testimony.own
        and in_reach
        and _not_later(testimony, repeated)
        and not testimony.numbers.isdisjoint(repeated.numbers)
    )


def _wires(testimonies: Sequence[Testimony]) -> Iterator[Joint]:
    """The same agency credited by outlets that say the same themselves, at most a day apart."""
    own = [t for t in testimonies if t.own and t.numbers and t.article.published]
    for agency in sorted({agency for t in own for agency in t.article.agencies}):
        carrying = [t for t in own if agency in t.article.agencies]
        for group in by_key((t.numbers, t) for t in carrying):
            for left, right in pairwise(group):
                if _days_between(left, right) <= 1:
                    yield _join("wire", left, right, agency)


def _days_between(left: Testimony, right: Testimony) -> float:
    try:
        days = [date.fromisoformat(t.article.published or "") for t in (left, right)]
    except ValueError:
        return float("inf")
    return abs((days[0] - days[1]).days)


# --- voices ---------------------------------------------------------------------------------------------------------


def _speeches(testimonies: Sequence[Testimony]) -> Iterator[Joint]:
    """One speech in several articles: one speaker, day and figure, or the same words."""
    dated = [t for t in testimonies if t.claim.said and len(t.claim.said) == 10 and not t.own and t.numbers]
    for group in by_key(((t.voice, t.claim.said, t.numbers), t) for t in dated):
        yield from _star("speech", group, f"{group[0].claim.source.name}, {group[0].claim.said}")
    quoted = [t for t in testimonies if t.claim.quotation == "direct"]
    spoken = [(spoken_words(t.claim.content.text), t) for t in quoted]
    for group in by_key((words, t) for words, t in spoken if len(words) >= LEAST_QUOTED):
        yield from _star("speech", group, f"the same words of {group[0].claim.source.name}")


def _voices(testimonies: Sequence[Testimony]) -> Iterator[Joint]:
    for group in by_key((t.voice, t) for t in testimonies):
        yield from _star("voice", group, _name_of(group[0]))


def _name_of(testimony: Testimony) -> str:
    return testimony.claim.source.name or testimony.article.outlet or testimony.article.id


def _spokespersons(testimonies: Sequence[Testimony]) -> Iterator[Joint]:
    """A person speaks with the voice of a body (not of a state, which has many)."""
    bodies = {t.voice: t for t in reversed(testimonies) if t.claim.source.kind in BODIES}
    for testimony in testimonies:
        if testimony.claim.source.kind == "person":
            for party in testimony.parties:
                if body := bodies.get(party):
                    detail = f"{testimony.claim.source.name} for {body.claim.source.name}"
                    yield _join("spokesperson", testimony, body, detail)


def _agreements(testimonies: Sequence[Testimony]) -> Iterator[Joint]:
    """Sources of one party whose figures overlap, or which take the same side."""
    for group in by_key((party, t) for t in testimonies for party in t.parties):
        silent = [t for t in group if not t.bounds]
        for side in (True, False):
            same = [t for t in silent if t.affirms == side]
            yield from _star("party", same, _party_name(group))
        yield from _overlaps([t for t in group if t.bounds], _party_name(group))


def _party_name(group: Sequence[Testimony]) -> str:
    source = group[0].claim.source
    return source.acts_for or source.name


def _overlaps(group: Sequence[Testimony], detail: str) -> Iterator[Joint]:
    """Joins ranges that meet, by a sweep from the lowest."""
    ranges = sorted(((*bounds, number) for number, t in enumerate(group) for bounds in t.bounds))
    reach, holder = float("-inf"), -1
    for low, high, number in ranges:
        if holder >= 0 and low <= reach:
            yield _join("party", group[holder], group[number], detail)
        if holder < 0 or high > reach or low > reach:
            reach, holder = high, number


def _star(rule: str, group: Sequence[Testimony], detail: str) -> Iterator[Joint]:
    return (_join(rule, group[0], other, detail) for other in group[1:])
