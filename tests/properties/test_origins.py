"""Origins do not depend on the order of claims, and are the components that joining each claim with each gives."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import combinations
from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from careo.link.actors import ActorTable
from careo.link.facts import ArticleFacts
from careo.link.origins import find_origins
from careo.model import Actor, Claim, Content, Copy, Figure, Member, Source, Span, Via

NAMES = ("Ana Rojo", "Leo Paz", "Junta de Alba")
PARTIES = (None, "Junta de Alba", "Villaluz")
FIGURES = st.tuples(st.sampled_from([None, 1, 5, 9]), st.sampled_from([None, 2, 5, 12])).filter(
    lambda pair: pair[0] is None or pair[1] is None or pair[0] <= pair[1]
)


@st.composite
def make_claims(draw: st.DrawFn, kinds: tuple[str, ...], vias: tuple[str, ...] = ()) -> list[Claim]:
    """Up to eight claims in three articles."""
    found = []
    for number in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(kinds))
        figures = draw(st.lists(FIGURES, min_size=0, max_size=2))
        stations = draw(st.lists(st.sampled_from(vias), max_size=1)) if vias else []
        found.append(
            Claim(
                id=f"k{number}",
                article=draw(st.sampled_from("abc")),
                passage="body",
                content=Content(
                    Span(number, number + 1), draw(st.sampled_from(("uno dos tres", "uno dos cinco", "nada")))
                ),
                source=Source(draw(st.sampled_from(NAMES)), kind, acts_for=draw(st.sampled_from(PARTIES))),  # type: ignore[arg-type]
                via=tuple(Via(station, station) for station in stations),
                stance=draw(st.sampled_from(("assert", "deny"))),
                figures=tuple(Figure(Span(0, 1), "1", low, high, "=") for low, high in figures),
            )
        )
    return found


def members_of(claims: list[Claim]) -> list[tuple[Member, Claim]]:
    return [(Member(c.id, n), c) for c in claims for n in (range(len(c.figures)) if c.figures else (-1,))]


def joined(left: Claim, right: Claim) -> bool:
    """Whether two claims of named persons, in articles that copy and cite nothing, are of one origin by themselves."""
    if left.source.name == right.source.name:
        return True
    if (left.source.acts_for or left.source.name) != (right.source.acts_for or right.source.name):
        return False
    if not left.figures or not right.figures:
        return not left.figures and not right.figures and left.stance == right.stance
    return any(
        max(-inf if f.low is None else f.low, -inf if g.low is None else g.low)
        <= min(inf if f.high is None else f.high, inf if g.high is None else g.high)
        for f in left.figures
        for g in right.figures
    )


def name_actors(claims: Iterable[Claim]) -> ActorTable:
    """Actors by their names alone, so that what an actor is stays out of it."""
    names = {name for claim in claims for name in (claim.source.name, claim.source.acts_for) if name}
    return ActorTable([Actor(name, name, (name,)) for name in sorted(names)], {(name, ""): name for name in names})


@settings(max_examples=400, deadline=None)
@given(make_claims(("person",)))
def test_voices_and_parties_are_those_of_all_pairs(claims: list[Claim]) -> None:
    facts = {id_: ArticleFacts(id_, f"Medio {id_}", "2024-03-01") for id_ in "abc"}
    groups = {c.id: {c.id} for c in claims}
    for left, right in combinations(claims, 2):
        if joined(left, right):
            groups[left.id] |= groups[right.id]
            for id_ in groups[left.id]:
                groups[id_] = groups[left.id]
    expected = {frozenset(group) for group in groups.values()}
    found = find_origins(members_of(claims), facts, name_actors(claims))
    assert {frozenset(origin.claims) for origin in found} == expected
    assert all(bool(origin.reasons) == (len(origin.claims) > 1) for origin in found)


@settings(max_examples=300, deadline=None)
@given(
    make_claims(("person", "unnamed", "author", "organization"), vias=("Medio a", "Medio b", "Otro")),
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abcz")), max_size=3),
    st.lists(st.sampled_from([None, "2024-03-01", "2024-03-02"]), min_size=3, max_size=3),
    st.randoms(use_true_random=False),
)
def test_order_makes_no_difference(
    claims: list[Claim], copies: list[tuple[str, str]], days: list[str | None], chance: random.Random
) -> None:
    facts = {
        id_: ArticleFacts(
            id_, f"Medio {id_}", day, copies=tuple(Copy(b, "excerpt", "x") for a, b in copies if a == id_ != b)
        )
        for id_, day in zip("abc", days, strict=True)
    }
    members, actors = members_of(claims), name_actors(claims)
    expected = find_origins(members, facts, actors)
    shuffled = list(members)
    chance.shuffle(shuffled)
    assert find_origins([*shuffled, *shuffled[:3]], dict(reversed(facts.items())), actors) == expected
    assert sorted(id_ for origin in expected for id_ in origin.claims) == sorted(c.id for c in claims)
    assert all(origin.id in origin.claims for origin in expected)
