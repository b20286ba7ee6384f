"""Actors do not depend on the order of the claims, agree with all pairs tried one by one, and never break a constraint."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careo.errors import LinkError
from careo.link.actors import ActorTable, merge_actors
from careo.model import Claim, JudgmentKind, make_judgment
from careo.text.words import fold
from tests.unit.link.stories import say

PERSONS = (
    "Serguéi Malorov",
    "Sergey Malorov",
    "Ilda Torrente",
    "Saúl Torrente",
    "Ilda Torrente Mora",
    "Torrente",
    "Malorov",
    "Nora Vilches",
)
OTHERS = (
    "Noruega",
    "Norway",
    "Gobierno",
    "Ministerio de Salud",
    "ministerio de Salud noruego",
    "SNI",
    "Servicio Nacional de Inteligencia",
    "fuentes",
)
KINDS = {**dict.fromkeys(PERSONS, "person"), **dict.fromkeys(OTHERS, "government"), "fuentes": "unnamed"}
CLAIM = st.builds(
    lambda name, article, party, of: say(name, article, KINDS[name], party=party, of=of),  # type: ignore[arg-type]
    st.sampled_from(PERSONS + OTHERS),
    st.sampled_from("abcd"),
    st.sampled_from([None, None, "Noruega", "Chile"]),
    st.sampled_from([None, None, "Villa Orla"]),
)
CLAIMS = st.lists(CLAIM, max_size=30)


def outcome(table: ActorTable, claims: list[Claim]) -> list[object]:
    mentions = sorted({(claim.source.name, claim.article) for claim in claims})
    return [table.actors, [table.id_of(*mention) for mention in mentions]]


@settings(max_examples=150, deadline=None)
@given(CLAIMS.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_of_the_claims_does_not_matter(orders: tuple[list[Claim], list[Claim]]) -> None:
    claims, shuffled = orders
    assert outcome(merge_actors(claims), claims) == outcome(merge_actors(shuffled), claims)


@settings(max_examples=150, deadline=None)
@given(CLAIMS)
def test_every_actor_has_one_country_and_one_id_and_says_why(claims: list[Claim]) -> None:
    table = merge_actors(claims)
    assert len({actor.id for actor in table.actors}) == len(table.actors)
    for actor in table.actors:
        mentions: dict[tuple[str, str], set[str]] = {}
        for claim in claims:
            source = claim.source
            if source.name in PERSONS and source.acts_for and table.id_of(source.name, claim.article) == actor.id:
                mentions.setdefault((source.name, claim.article), set()).add(source.acts_for)
        assert len({min(found) for found in mentions.values() if len(found) == 1}) < 2
        if len(actor.names) > 1:
            assert actor.reasons


BODY = st.sampled_from(["Policía Local", "Policía Municipal", "Guardia Urbana"])
COMPANY = st.dictionaries(
    st.sampled_from("abcdef"),
    st.tuples(BODY, st.sets(st.sampled_from(["Ana Ríos", "Berta Sol", "Celia Paz", "Dora Luz"]))),
)


@settings(max_examples=150, deadline=None)
@given(COMPANY)
def test_blocks_find_what_all_pairs_find(stories: dict[str, tuple[str, set[str]]]) -> None:
    """Oracle: two articles mean one body where they name it alike and share two persons, and what follows from that."""
    claims = [say(body, article, "government") for article, (body, _) in stories.items()]
    claims += [say(person, article) for article, (_, persons) in stories.items() for person in persons]
    table = merge_actors(claims)
    groups = {article: {article} for article in stories}
    for left, right in combinations(sorted(stories), 2):
        if stories[left][0] == stories[right][0] and len(stories[left][1] & stories[right][1]) > 1:
            groups[left] |= groups[right]
            for article in groups[left]:
                groups[article] = groups[left]
    for left, right in combinations(sorted(stories), 2):
        same = table.id_of(stories[left][0], left) == table.id_of(stories[right][0], right)
        assert same == (right in groups[left])


@settings(max_examples=100, deadline=None)
@given(CLAIMS, st.sampled_from(list(combinations(sorted(PERSONS), 2))))
def test_a_decision_outranks_every_rule(claims: list[Claim], pair: tuple[str, str]) -> None:
    left, right = pair
    articles = {name: {claim.article for claim in claims if claim.source.name == name} for name in pair}
    sides = [[(name, "")] for name in pair]
    apart, together = (
        merge_actors(claims, judgments=[make_judgment(kind, sides, by="x", when="2024-05-01", why="y")])
        for kind in ("split", "merge")
    )
    assert not {apart.id_of(left, a) for a in articles[left]} & {apart.id_of(right, a) for a in articles[right]}
    assert len({together.id_of(name, a) for name in pair for a in articles[name]}) <= 1


@settings(max_examples=100, deadline=None)
@given(CLAIMS)
def test_saying_it_again_changes_no_id(claims: list[Claim]) -> None:
    before, after = merge_actors(claims), merge_actors([*claims, *claims])
    for claim in claims:
        assert before.id_of(claim.source.name, claim.article) == after.id_of(claim.source.name, claim.article)
    assert all(
        actor.id == fold(actor.id) or "|" in actor.id or actor.id.startswith("country:") or "@" in actor.id
        for actor in before.actors
    )


DECISIONS = st.lists(
    st.tuples(st.sampled_from(["merge", "split"]), st.sampled_from(list(combinations(sorted(PERSONS)[:5], 2)))),
    max_size=6,
)


def contradicts(decisions: list[tuple[JudgmentKind, tuple[str, str]]]) -> bool:
    """Whether names that a chain of merges makes one are also split: an oracle that grows sets until nothing changes."""
    sets = {name: {name} for pair in decisions for name in pair[1]}
    for _ in decisions:
        for kind, (left, right) in decisions:
            if kind == "merge":
                both = sets[left] | sets[right]
                sets.update({name: sets[name] | both for name in both})
    return any(kind == "split" and left in sets[right] for kind, (left, right) in decisions)


@settings(max_examples=150, deadline=None)
@given(CLAIMS, DECISIONS, st.randoms(use_true_random=False))
def test_decisions_all_hold_or_are_told_to_contradict_each_other(
    claims: list[Claim], decisions: list[tuple[JudgmentKind, tuple[str, str]]], chance: Random
) -> None:
    log = [
        make_judgment(kind, [[(name, "")] for name in pair], by="x", when=f"2024-05-{day + 1:02}", why="y")
        for day, (kind, pair) in enumerate(decisions)
    ]
    if contradicts(decisions):
        with pytest.raises(LinkError, match="contradict each other"):
            merge_actors(claims, judgments=log)
        return
    table = merge_actors(claims, judgments=log)
    shuffled = merge_actors(chance.sample(claims, len(claims)), judgments=chance.sample(log, len(log)))
    assert [(a.id, a.names) for a in table.actors] == [(a.id, a.names) for a in shuffled.actors]
    for kind, pair in decisions:
        ids = [
            {table.id_of(name, claim.article) for claim in claims if claim.source.name == name} - {None}
            for name in pair
        ]
        if kind == "split":
            assert not ids[0] & ids[1]
        else:
            assert len(ids[0] | ids[1]) <= 1
    undone = [make_judgment("undo", undoes=entry.id, by="x", when="2024-06-01", why="y") for entry in log]
    assert merge_actors(claims, judgments=[*log, *undone]).actors == merge_actors(claims).actors
