"""Features: what two points share and what keeps them apart, each with the values that it went by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from careo.link.propositions.points import Point
from careo.link.weights import PROPOSITIONS, load_weights
from careo.text.words import fold

NEAR, DISTANT, FAR = 31, 365, 730
SCANT = 2
"""A content with fewer words than this beside its predicate says too little."""
MOST, HALF, FEW = 0.75, 0.5, 0.34
CLOSE, SOME = 6, 3
SENT = ("deployment",)
"""Types of events in which one word for people is as good as another; who is killed or detained is not."""
DONE = ("deployment", "supply", "layoff")
"""Types of events that are somebody's doing above all."""

BEHIND = 800
"""Characters that may lie between what is said and who takes it up."""

_TAKEN_UP = ("deny", "confirm")
_SHORT = ("terms:scant", "agent:described")
"""What an answer need not say again."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the table of weights that applies to a pair, and the values that it went by."""

    name: str
    detail: str = ""


def compare_points(left: Point, right: Point) -> tuple[Feature, ...]:
    """All features of a pair, in a fixed order whichever comes first."""
    if right.id < left.id:
        left, right = right, left
    events = left.event is not None and left.kind == right.kind
    head = _event(left, right) if events else "predicate:same"
    shared = left.event if events else left.gist.predicate
    found = (
        Feature(head, shared or ""),
        *_roles(left, right),
        *_setting(left, right),
        *_words(left, right, events=events),
    )
    weights = load_weights(PROPOSITIONS).features
    if not events and _takes_up(left, right) and all(weights[f.name].score >= 0 or f.name in _SHORT for f in found):
        return (*found, Feature("answer:near"))
    return found


def _event(left: Point, right: Point) -> str:
    if left.agent_known and left.agent == right.agent:
        return "event:same"
    if left.agent is None and right.agent is None and left.patient_known and left.patient == right.patient:
        return "event:same"
    unsaid = (
        left.event in DONE
        and left.event == right.event
        and left.article == right.article
        and left.single
        and right.single
        and (left.agent is None) != (right.agent is None)
    )
    return "event:unsaid" if unsaid else "event:type"


def can_be_one(left: Point, right: Point) -> bool:
    """A quick look: False only where some feature of the pair would keep it apart for good."""
    if left.article != right.article and left.context.isdisjoint(right.context):
        return False
    if left.agent_known and right.agent_known and left.agent != right.agent:
        return is_part(left.agent or "", right.agent or "")
    if left.patient_known and right.patient_known and left.patient != right.patient and _of_one_noun(left, right):
        return is_part(left.patient or "", right.patient or "")
    return True


def decide(features: tuple[Feature, ...]) -> bool:
    """Whether a pair is about one thing."""
    return sum_of(features) >= load_weights(PROPOSITIONS).threshold


def sum_of(features: tuple[Feature, ...]) -> float:
    """What the features of a pair amount to."""
    return load_weights(PROPOSITIONS).score(feature.name for feature in features)


def _roles(left: Point, right: Point) -> Iterator[Feature]:
    if left.kind != right.kind or (left.event != right.event and (left.patient is None or right.patient is None)):
        yield Feature("mode:other", f"{left.event} {right.event}")
    if left.gist.mode != right.gist.mode and "named" not in (left.gist.mode, right.gist.mode):
        yield Feature("mode:other", f"{left.gist.mode} {right.gist.mode}")
    swapped = left.agent is not None and left.agent == right.patient and left.patient == right.agent
    if swapped and left.patient is not None and left.agent != left.patient:
        yield Feature("roles:swapped", str(left.agent))
    yield from _agents(left, right)
    yield from _patients(left, right)


def _agents(left: Point, right: Point) -> Iterator[Feature]:
    if left.agent is None or right.agent is None:
        return
    detail = f"{left.agent} {right.agent}"
    if left.agent == right.agent:
        if left.event is None:
            yield Feature("agent:same", left.agent)
    elif is_part(left.agent, right.agent):
        apart = not (left.agent_known or right.agent_known or _answers(left, right))
        yield Feature("agent:one-of-kind" if apart else "agent:part", detail)
    else:
        names = ("agent:other-noun", "agent:described", "agent:other")
        yield Feature(names[left.agent_known + right.agent_known], detail)


def _patients(left: Point, right: Point) -> Iterator[Feature]:
    if left.patient is None or right.patient is None:
        return
    detail = f"{left.patient} {right.patient}"
    known = left.patient_known and right.patient_known
    if left.patient == right.patient:
        yield Feature("patient:known" if known and left.event is None else "patient:same", left.patient)
    elif left.event is None and (left.is_thing or right.is_thing):
        yield Feature("patient:thing", detail)
    elif _say_both(left, right) or _is_one_phrase(left, right) or _is_one_phrase(right, left):
        yield Feature("patient:part", detail)
    elif left.people and right.people and left.event in SENT:
        yield Feature("patient:people", detail)
    elif left.people != right.people and left.event in DONE:
        yield Feature("patient:kind", detail)
    elif is_part(left.patient, right.patient):
        named = left.patient_known + right.patient_known
        apart = left.article == right.article if named == 1 and left.event is None else not named
        apart = apart and _of_one_noun(left, right) and not _answers(left, right)
        yield Feature("patient:one-of-kind" if apart else "patient:part", detail)
    else:
        other = known and (left.event is not None or _of_one_noun(left, right))
        yield Feature("patient:other" if other else "patient:other-noun", detail)


def _is_one_phrase(left: Point, right: Point) -> bool:
    """*El río Blanco* is called by its noun in one and by its name in the other, and both say both."""
    noun = fold(left.gist.patient or "")
    named = right.patient_known and not left.patient_known and left.article != right.article
    return named and left.event is None and right.patient in left.names and noun in right.terms


def _of_one_noun(left: Point, right: Point) -> bool:
    """Whether two things of one sort are told apart (*la presa*, *la presa de Valhondo*), or names; not a dam and a bridge of one place."""
    mine, yours = left.gist.patient or "", right.gist.patient or ""
    called = mine[:1].islower() and yours[:1].islower()
    return not called or fold(mine).split()[0] == fold(yours).split()[0]


def _is_one_thing(left: Point, right: Point) -> bool:
    """Whether the same is undergone, be it named in one alone (*las compuertas*, *las compuertas de Peñas Bayas*)."""
    if left.patient == right.patient:
        return True
    named = left.patient_known != right.patient_known and left.article != right.article and _of_one_noun(left, right)
    return named and is_part(left.patient or "", right.patient or "")


def _say_both(left: Point, right: Point) -> bool:
    """*The data of customers* and *the customers whose data …*: each says what the other one puts first."""
    mine, yours = fold(left.gist.patient or ""), fold(right.gist.patient or "")
    return left.event is None and mine in right.terms and yours in left.terms


def _is_bare(left: Point, right: Point) -> bool:
    """Whether two claims of one article share their predicate alone, and neither takes up the other."""
    doer = left.agent_known and left.agent == right.agent
    undergoer = left.patient is not None and left.patient == right.patient and not left.is_thing
    return left.article == right.article and not (doer or undergoer or _takes_up(left, right))


def _answers(left: Point, right: Point) -> bool:
    """Whether one denies or confirms what another party says in the same article: *la planta* is then the old plant just spoken of."""
    takes_up = left.claim.stance in _TAKEN_UP or right.claim.stance in _TAKEN_UP
    return takes_up and left.article == right.article and left.party != right.party


def _takes_up(left: Point, right: Point) -> bool:
    """Whether one denies or confirms, close behind it, what another party has said in the same article, and names nobody else."""
    first, second = sorted((left, right), key=lambda point: point.claim.content.span)
    near = second.claim.content.span.start - first.claim.content.span.end <= BEHIND
    named = second.names - first.names - {first.agent, first.patient, second.agent, second.patient, first.party}
    return near and not named and second.claim.stance in _TAKEN_UP and first.gist.polarity > 0 and _answers(left, right)


def is_one_deed(left: Point, right: Point) -> bool:
    """Whether the same known actor does it to the same known actor: no story need say so, too."""
    return left.agent_known and left.patient_known and left.agent == right.agent and left.patient == right.patient


def is_part(left: str, right: str) -> bool:
    """Whether the words of one name all stand in the other (*interior*, *ministerio del interior*), whatever articles they are of."""
    mine, yours = ({word.partition("@")[0] for word in name.split()} for name in (left, right))
    return mine <= yours or yours <= mine


def _setting(left: Point, right: Point) -> Iterator[Feature]:
    if left.place is not None and right.place is not None:
        yield Feature(compare_places(left, right), f"{left.place} {right.place}")
    if left.article == right.article:
        yield Feature("article:same", left.article)
        if left.event is not None and left.party == right.party:
            yield Feature("party:same", left.party)
    else:
        beside = {x for x in (left.agent, left.patient) if x is not None}
        common = len((left.context & right.context) - beside)
        if common >= SOME or not (common or is_one_deed(left, right)):
            name = "context:close" if common >= CLOSE else "context:some" if common else "context:none"
            yield Feature(name, str(common))
    if (
        left.when is not None
        and right.when is not None
        and (left.when[1] < right.when[0] or right.when[1] < left.when[0])
    ):
        yield Feature("when:other", f"{left.gist.when} {right.gist.when}")
    if left.event is None and left.party != right.party and (left.agent == right.party or right.agent == left.party):
        yield Feature("party:accused", left.party)
    if left.event is None and left.party == right.party and {left.agent, right.agent} == {left.party, None}:
        yield Feature("party:own", left.party)
    if left.article != right.article and left.day is not None and right.day is not None:
        apart = abs(left.day - right.day)
        if apart <= NEAR:
            yield Feature("days:near", str(apart))
        elif apart > DISTANT:
            yield Feature("days:far" if apart > FAR else "days:distant", str(apart))


def compare_places(left: Point, right: Point) -> str:
    """The name of the feature of two known places."""
    if left.place == right.place:
        return "place:same"
    if left.place in right.names or right.place in left.names:
        return "place:unclear"
    if left.country and right.country:
        return "place:other"
    named = left.place in right.context or right.place in left.context
    return "place:unclear" if named else "place:other"


def _words(left: Point, right: Point, *, events: bool) -> Iterator[Feature]:
    beside = {x for x in (left.agent, left.patient, right.agent, right.patient) if x is not None}
    if left.names and right.names:
        common = (left.names & right.names) - beside
        if common:
            yield Feature("names:several" if len(common) > 1 else "names:one", " ".join(sorted(common)))
        elif left.names - beside and right.names - beside:
            apart = "names:apart" if left.article == right.article else "names:none"
            yield Feature(apart if events else "names:other")
    if events and left.article != right.article and not (left.names - beside and right.names - beside):
        yield Feature("names:bare")
    if events:
        return
    if _is_bare(left, right) and bool(left.names - beside) != bool(right.names - beside):
        yield Feature("names:more")
    yield from _terms(left, right)


def _terms(left: Point, right: Point) -> Iterator[Feature]:
    predicate = left.gist.predicate
    mine, yours = left.terms - {predicate}, right.terms - {predicate}
    smaller = min(len(mine), len(yours))
    if smaller < SCANT and not left.names & right.names:
        same = left.patient is not None and right.patient is not None and _is_one_thing(left, right)
        same = same or (not smaller and (left.is_thing or right.is_thing))
        unknown = not (left.agent_known and right.agent_known) and left.agent is not None and right.agent is not None
        of_thing = unknown and is_part(left.agent or "", right.agent or "")
        same = same or (of_thing and left.patient is None and right.patient is None)
        doer = left.agent_known and left.agent == right.agent and None in (left.patient, right.patient) and not smaller
        yield Feature("terms:doer" if doer else "terms:roles" if same else "terms:scant", str(smaller))
    elif smaller:
        share = len(mine & yours) / smaller
        roles = {fold(role or "") for gist in (left.gist, right.gist) for role in (gist.agent, gist.patient)}
        beyond = mine - yours - roles, yours - mine - roles
        if FEW <= share < 1 and all(beyond):
            yield Feature("terms:apart", " ".join(sorted(beyond[0] | beyond[1])))
        elif share >= MOST:
            yield Feature("terms:most", f"{share:.2f}")
        elif share >= HALF:
            yield Feature("terms:half", f"{share:.2f}")
        elif share < FEW:
            yield Feature("terms:few", f"{share:.2f}")
