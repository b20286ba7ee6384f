"""The sieve of large blocks: whatever the weights accept passes it. Comparing all is the oracle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careo.link.actors import merge_actors
from careo.link.propositions import blocks, sieve
from careo.link.propositions.blocks import iter_pairs, make_roster
from careo.link.propositions.features import compare_points, decide, sum_of
from careo.link.propositions.line import find_edges
from careo.link.propositions.points import Point, can_meet, make_keys, make_points
from careo.link.propositions.sieve import sieve_pairs
from careo.model import Claim
from tests.unit.link.claims import make_claim, make_facts

NAMES = ("Ambrania", "Tolvenia", "Sirel", "Ana Ruiz", "Luis Paz", "Banco de Sirel", "Rusia", "Ministerio de Pesca")
NOUNS = ("presa", "presa vieja", "tropa", "soldado", "arma", "agua", "ceder")
TERMS = ("presa", "ceder", "noche", "muro", "agua", "barrio", "puente")
DAYS = ("2031-01-10", "2031-01-20", "2031-03-15", "2033-09-01", None)
FACTS = make_facts(**{f"a{n}": DAYS[n % len(DAYS)] for n in range(8)})


@st.composite
def claims(draw: st.DrawFn, *, events: bool) -> Claim:
    agent = draw(st.sampled_from((None, *NAMES[:4], *NOUNS[:2])))
    patient = draw(st.sampled_from((None, *NAMES[:3], *NOUNS)))
    roles: dict[str, object] = {"event": (draw(st.sampled_from(("deployment", "killing"))), agent, patient)}
    if not events:
        roles = {"predicate": "ceder", "agent": agent, "patient": patient}
    return make_claim(
        f"a{draw(st.integers(0, 7))}",
        draw(st.sampled_from(NAMES)),
        draw(st.sampled_from(("assert", "deny"))),
        text=str(draw(st.integers(0, 99))),
        names=draw(st.sets(st.sampled_from(NAMES), max_size=5)),
        terms=draw(st.sets(st.sampled_from(TERMS), max_size=4)),
        place=draw(st.sampled_from((None, "Sirel", "Chile"))),
        **roles,  # type: ignore[arg-type]
    )


def points_of(rows: Sequence[Claim]) -> list[Point]:
    return list(make_points(rows, FACTS, merge_actors(rows)).values())


def accepted(left: Point, right: Point) -> bool:
    return left.article != right.article and decide(compare_points(left, right))


@pytest.mark.parametrize("events", [True, False])
@pytest.mark.parametrize("small", [0, sieve.SMALL])
@settings(max_examples=150)
@given(data=st.data())
def test_what_the_weights_accept_passes_the_sieve(events: bool, small: int, data: st.DataObject) -> None:
    points = points_of(data.draw(st.lists(claims(events=events), max_size=14, unique_by=lambda claim: claim.id)))
    with patch.object(sieve, "SMALL", small):
        passed = list(sieve_pairs(points, [True] * len(points)))
    assert len(passed) == len(set(passed))
    every = combinations(range(len(points)), 2)
    assert {pair for pair in every if accepted(points[pair[0]], points[pair[1]])} <= set(passed)


@pytest.mark.parametrize("events", [True, False])
@given(data=st.data())
def test_only_pairs_with_a_claim_that_has_changed_are_asked_for(events: bool, data: st.DataObject) -> None:
    points = points_of(data.draw(st.lists(claims(events=events), max_size=10, unique_by=lambda claim: claim.id)))
    changed = [data.draw(st.booleans()) for _ in points]
    some, every = sieve_pairs(points, changed), sieve_pairs(points, [True] * len(points))
    assert list(some) == [(one, other) for one, other in every if changed[one] or changed[other]]


@settings(max_examples=200)
@given(st.lists(st.booleans().flatmap(lambda events: claims(events=events)), max_size=14, unique_by=lambda c: c.id))
def test_blocks_lose_no_pair_that_the_weights_accept(rows: list[Claim]) -> None:
    """Large blocks or small ones: the edges are those of all pairs that share a key."""
    points = {point.id: point for point in points_of(rows)}
    articles: dict[str, dict[str, Point]] = {}
    for point in points.values():
        articles.setdefault(point.article, {})[point.id] = point
    able = [point for point in points.values() if can_meet(point)]
    meeting = (pair for pair in combinations(able, 2) if {*make_keys(pair[0])} & {*make_keys(pair[1])})
    every = {
        (sum_of(compare_points(*pair)), pair[0].id, pair[1].id) for pair in meeting if decide(compare_points(*pair))
    }
    for large in (1, blocks.LARGE):
        with patch.object(blocks, "LARGE", large), patch.object(sieve, "SMALL", 0):
            notices: list[str] = []
            pairs = list(iter_pairs(make_roster(points.values()), articles, lambda _: articles, notices))
        assert len(pairs) == len(set(pairs))
        assert set(find_edges(pairs)) == every
        assert bool(notices) <= (large == 1)


def test_a_large_block_is_reported_and_few_of_its_pairs_are_compared() -> None:
    """Two hundred stories of one country that sends troops: each told twice, none of them another's."""
    rows = [
        make_claim(
            f"{story}{copy}", f"Vocero Oficial{story}", event=("deployment", "Rusia", f"cosa{story}"),
            names=("Rusia", f"Pueblo{story}", f"Aldea{story}"), terms=("enviar",),
        )
        for story in map(str, range(200, 400))
        for copy in "xy"
    ]  # fmt: skip
    points = points_of(rows)
    articles = {point.article: {point.id: point} for point in points}
    notices: list[str] = []
    pairs = list(iter_pairs(make_roster(points), articles, lambda _: articles, notices))
    assert notices == [
        "block:sieved: agent sending country:RU deed: 400 claims; only pairs that could be one were compared"
    ]
    assert len(find_edges(pairs)) == 200
    assert len(pairs) < 400
