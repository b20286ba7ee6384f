"""The sieve: of the claims of a large block, the pairs that the table of weights could accept, without a look at all of them.

Whatever can add to the score of a pair is a *token* that both have: a place, a name, a word of a role, an actor of their articles. A
pair that shares too few of them cannot reach the threshold. So a claim need only be found by its rarest tokens, as many as it takes until
the others together could not make up for them (prefix filtering: Bayardo, Ma and Srikant, *Scaling up all pairs similarity search*,
WWW 2007). What passes is then compared in full; nothing that the weights would accept is lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from math import ceil

from careo.link.propositions.features import CLOSE, HALF, SCANT, SENT, SOME, is_one_deed
from careo.link.propositions.points import Point
from careo.link.weights import PROPOSITIONS, load_weights
from careo.text.words import fold

Token = tuple[str, str]
"""What kind of thing two claims may share, and which one."""

SMALL = 40
"""Claims of a part up to which each is compared with each."""
_CONTEXT, _ANY = "context", ""
_NEAR = 1e-9

Pairs = set[tuple[int, int]]
Buckets = dict[tuple[str, Token], "_Bucket"]


@dataclass(slots=True)
class _Bucket:
    """Claims that one token leads to, and of these the ones that ask for all others."""

    members: list[int] = field(default_factory=list)
    asking: list[int] = field(default_factory=list)


def sieve_pairs(points: Sequence[Point], changed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Places of pairs in ``points`` (all of one block, all with an event or all without), of different articles, of which at least one
    has ``changed``; each once, sorted. Every pair that the weights accept is among them.

    The block is divided by the actors of its articles: those that share none beside the one that they speak of are one only where
    they name both who did it and to whom. A part that is still large is sieved by its tokens.
    """
    found: Pairs = set()
    tokens: list[set[Token]] = []
    for actor, part in sorted(_divide(points).items()):
        if not any(changed[place] for place in part):
            continue
        beside = {place for place in part if actor in (points[place].agent, points[place].patient)}
        if len(part) <= SMALL:
            pairs: Iterable[tuple[int, int]] = combinations(part, 2)
        else:
            tokens = tokens or _find_tokens(points)
            pairs = _sieve_part(part, points, tokens)
        found.update(
            (one, other)
            for one, other in pairs
            if (changed[one] or changed[other])
            and (not (one in beside and other in beside) or is_one_deed(points[one], points[other]))
        )
    return (pair for pair in sorted(found) if points[pair[0]].article != points[pair[1]].article)


def _divide(points: Sequence[Point]) -> dict[str, list[int]]:
    """The places of points by the actors of their articles; parts in which all speak of that actor are left out."""
    parts: dict[str, list[int]] = defaultdict(list)
    others: set[str] = set()
    for place, point in enumerate(points):
        for actor in point.context:
            parts[actor].append(place)
        whole = point.agent_known and point.patient_known
        others |= point.context - (set() if whole else {point.agent, point.patient})
    return {actor: part for actor, part in parts.items() if actor in others and len(part) > 1}


def _sieve_part(
    part: Sequence[int], points: Sequence[Point], tokens: Sequence[set[Token]]
) -> Iterator[tuple[int, int]]:
    counts = Counter(token for place in part for token in tokens[place])
    ranked = {place: sorted(tokens[place], key=lambda token: (counts[token], token)) for place in part}
    buckets: Buckets = defaultdict(_Bucket)
    file = _file_events if points[part[0]].event is not None else _file_words
    file({place: points[place] for place in part}, ranked, buckets)
    for bucket in buckets.values():
        for one in bucket.asking:
            yield from ((one, other) if one < other else (other, one) for other in bucket.members if one != other)


def _score(*names: str) -> float:
    """The best that one of these features can add."""
    features = load_weights(PROPOSITIONS).features
    return max(features[name].score for name in names)


def _file_events(points: Mapping[int, Point], ranked: Mapping[int, Sequence[Token]], buckets: Buckets) -> None:
    """What events may come to without a shared token: the same type, by the same doer, days near, one that names nobody."""
    known = any(point.agent_known or point.patient_known for point in points.values())
    head = _score("event:same", "event:type") if known else _score("event:type")
    need = load_weights(PROPOSITIONS).threshold - head - _score("names:bare") - _score("days:near")
    for place, found in ranked.items():
        for token in _cut(found, need):
            buckets["event", token].members.append(place)
            buckets["event", token].asking.append(place)


def _file_words(points: Mapping[int, Point], ranked: Mapping[int, Sequence[Token]], buckets: Buckets) -> None:
    """Claims without events are one by their words (half of one in the other: it holds one of the rarer half of them), by their roles,
    names and places in spite of their words, or where one says too few words to tell.
    """
    threshold = load_weights(PROPOSITIONS).threshold - _score("predicate:same") - _score("days:near")
    in_spite = threshold - max(0.0, _score("terms:few", "terms:apart"))
    scant = threshold - max(0.0, _score("terms:doer", "terms:roles", "terms:scant", "terms:few"))
    words = {place: point.terms - {point.gist.predicate} for place, point in points.items()}
    counts = Counter(word for found in words.values() for word in found)
    for place, found in words.items():
        for word in found:
            buckets["words", ("term", word)].members.append(place)
        ranked_words = sorted(found, key=lambda word: (counts[word], word))
        for word in ranked_words[: len(found) - ceil(HALF * len(found)) + 1]:
            buckets["words", ("term", word)].asking.append(place)
        for token in _cut(ranked[place], in_spite):
            buckets["in spite", token].members.append(place)
            buckets["in spite", token].asking.append(place)
        for token in _cut(ranked[place], scant):
            buckets["scant", token].members.append(place)
            if len(found) < SCANT:
                buckets["scant", token].asking.append(place)


def _cut(ranked: Sequence[Token], need: float) -> Sequence[Token]:
    """The rarest of the tokens: those left out could not come to ``need`` by themselves."""
    if need <= 0:
        return [*ranked, (_ANY, _ANY)]
    worths, worth, actors = _worths(), 0.0, 0
    for place in range(len(ranked) - 1, -1, -1):
        kind = ranked[place][0]
        actors += kind == _CONTEXT
        worth += worths.get(kind, 0.0)
        if worth + _weigh_context(actors) >= need - _NEAR:
            return ranked[: place + 1]
    return ()


def _weigh_context(actors: int) -> float:
    """What so many shared actors of two articles can add."""
    if actors < SOME:
        return 0.0
    return _score("context:close") if actors >= CLOSE else _score("context:some")


@cache
def _worths() -> dict[str, float]:
    """What one shared token of each kind can add, at most."""
    return {
        "agent": _score("agent:same", "agent:part"),
        "patient": _score("patient:known", "patient:same", "patient:part", "patient:thing"),
        "said": _score("patient:part"),
        "people": _score("patient:people"),
        "place": _score("place:same"),
        "name": max(_score("names:one"), _score("names:several") / 2, _score("patient:part")),
        "voice": _score("party:accused", "party:own"),
    }


def _find_tokens(points: Sequence[Point]) -> list[set[Token]]:
    """The tokens of each point. A role without words, or that is the predicate itself, fits any other: then all share that."""
    agents = any(point.agent is not None and not _words_of(point.agent) for point in points)
    patients = any(point.is_thing or (point.patient is not None and not _words_of(point.patient)) for point in points)
    return [_find_own(point, agents=agents, patients=patients) for point in points]


def _find_own(point: Point, *, agents: bool, patients: bool) -> set[Token]:
    found: set[Token] = {(_CONTEXT, actor) for actor in point.context}
    found |= {("name", name) for name in point.names}
    if point.agent is not None:
        found |= {("agent", word) for word in _words_of(point.agent)}
        found |= {("agent", _ANY)} if agents else set()
    if point.patient is not None:
        found |= {("patient", word) for word in _words_of(point.patient)}
        found |= {("patient", _ANY)} if patients else set()
        found |= {("name", point.patient)} if point.patient_known else set()
    if point.people and point.event in SENT:
        found.add(("people", _ANY))
    if point.place is not None:
        found.add(("place", point.place))
    if point.event is None:
        found |= {("said", word) for word in (*point.terms, fold(point.gist.patient or ""))}
        found |= {("voice", voice) for voice in (point.agent, point.party) if voice is not None}
    return found


def _words_of(role: str) -> list[str]:
    """The words of a role, without the article that an unnamed one is of (see :func:`careo.link.propositions.features.is_part`)."""
    return [word for word in (part.partition("@")[0] for part in role.split()) if word]
