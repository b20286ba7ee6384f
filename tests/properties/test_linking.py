"""What linking promises for any claims: nothing depends on their order, and shortcuts find what comparing all would."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from careo.lang.taxonomy import load_taxonomy
from careo.link.claims import link_claims
from careo.link.quantities.disputes import decide_verdict
from careo.link.quantities.pairs import find_relations
from careo.link.quantities.relations import compare_readings
from careo.model import Claim
from tests.unit.link.samples import make_claim, make_facts, read

CATEGORIES = load_taxonomy().categories


@st.composite
def claims(draw: st.DrawFn, most: int = 12) -> list[Claim]:
    """Claims of a few voices in a few articles, on a few quantities."""
    found = {}
    for place in range(draw(st.integers(1, most))):
        claim = make_claim(
            draw(st.sampled_from(("Alcaldía", "Gobierno", "Vecinos", "Diario"))),
            draw(st.sampled_from(("=12", "=40", "~40", ">30", "<100", "20-60", "=400", "=5000"))),
            draw(st.sampled_from("abcd")),
            place,
            of=draw(st.sampled_from(("Nortelia", "Villar", "Olmeda", None))),
            category=draw(st.sampled_from(("killed", "killed_or_wounded", "missing", "attended", "to_deploy", None))),
            additional=draw(st.booleans()),
            as_of=draw(st.sampled_from((None, "2031-05-09", "2031-W19", "2031-05", "2031-07-01"))),
            said=draw(st.sampled_from((None, "2031-05-09", "2031-05-10"))),
            stance=draw(st.sampled_from(("assert", "deny", "estimate", "commit"))),
            kind=draw(st.sampled_from(("organization", "author", "unnamed"))),
        )
        found[claim.id] = claim
    return list(found.values())


@given(claims(), st.randoms(use_true_random=False))
def test_linking_does_not_depend_on_the_order_of_claims(rows: list[Claim], chance: object) -> None:
    facts = make_facts(rows, {"a": "2031-05-10", "b": "2031-05-11", "c": "2031-08-01"})
    mixed = sorted(rows, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert link_claims(rows, facts) == link_claims(mixed, dict(reversed(facts.items())))


@given(claims())
def test_every_figure_stands_in_one_dispute_at_most_and_relations_within(rows: list[Claim]) -> None:
    linked = link_claims(rows, make_facts(rows))
    seen = [member for dispute in linked.disputes for member in dispute.members]
    assert len(seen) == len(set(seen))
    for dispute in linked.disputes:
        assert all(linked.figures[member] == dispute.id for member in dispute.members if member.figure >= 0)
        assert {end for r in dispute.relations for end in (r.left, r.right)} <= set(dispute.members)


@given(claims())
def test_relations_do_not_depend_on_who_comes_first(rows: list[Claim]) -> None:
    readings = [read(claim) for claim in rows]
    for one, other in combinations(readings, 2):
        category = CATEGORIES.get(one.category or "")
        assert compare_readings(one, other, category) == compare_readings(other, one, category)


@given(claims(most=20), st.sampled_from(("killed", "missing", "attended", "to_deploy")))
def test_the_telling_pairs_find_a_contradiction_wherever_there_is_one(rows: list[Claim], name: str) -> None:
    """Brute force over all pairs is the oracle of the shortcut."""
    readings = [replace(read(claim), category=name) for claim in rows]
    category = CATEGORIES[name]
    every, complete = find_relations(readings, category, limit=10**9)
    telling, _ = find_relations(readings, category, limit=0)
    assert complete
    assert set(telling) <= set(every)
    contradicts = [any(r.relation == "contradicts" for r in found) for found in (every, telling)]
    assert contradicts[0] == contradicts[1]


@given(claims(most=16))
def test_the_verdict_is_about_the_relations(rows: list[Claim]) -> None:
    readings = [read(claim) for claim in rows]
    relations, _ = find_relations(readings, CATEGORIES["killed"])
    verdict = decide_verdict(readings, relations)
    if any(relation.relation == "contradicts" for relation in relations):
        assert verdict == "contested"
    if len(readings) == 1:
        assert verdict == "single"
