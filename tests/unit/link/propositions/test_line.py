"""The whole line: from claims to propositions, relations, verdicts, positions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from careo.link.actors import merge_actors
from careo.link.parts import Part
from careo.link.propositions import link_propositions
from careo.model import Claim
from tests.unit.link.claims import make_claim, make_facts

FACTS = make_facts(a="2023-10-17", b="2023-12-05", c="2024-05-20")
SENT = ("deployment", "Ambrania", "tropa")
NAMES = ("Ambrania", "Tolvenia")


def link(*claims: Claim) -> Part:
    return link_propositions(claims, FACTS, merge_actors(claims))


ASSERTED = make_claim("a", "Ana Paz", event=SENT, names=NAMES, text="Ambrania envió tropas a Tolvenia", party="Lestria")
DENIED = make_claim("a", "Rod Astu", "deny", event=SENT, names=NAMES, party="Ambrania", said="2023-10-19")
ADMITTED = make_claim(
    "c", "Ism Gal", "express", event=SENT, names=NAMES, party="Ambrania", said="2024-05-20", polarity=1
)
ANSWERED = make_claim("b", "Luis Oro", "deny", predicate="cargo", terms=("cargo",), party="Tolvenia")
CHARGE = make_claim("b", "Zoe Mar", event=SENT, names=NAMES)


def answering(claim: Claim, target: Claim) -> Claim:
    assert claim.gist is not None
    return replace(claim, gist=replace(claim.gist, answers=target.id))


def test_a_claim_and_its_denial() -> None:
    found = link(ASSERTED, DENIED)
    (dispute,) = found.disputes
    assert dispute.verdict == "contested"
    assert dispute.question == "Ambrania envió tropas a Tolvenia"
    assert dispute.key["event"] == "deployment"
    (relation,) = dispute.relations
    assert (relation.left.claim, relation.relation, relation.right.claim) == (DENIED.id, "denies", ASSERTED.id)
    assert set(found.propositions) == {ASSERTED.id, DENIED.id}


def test_who_denied_and_then_admits_has_gone_over() -> None:
    found = link(ASSERTED, DENIED, ADMITTED)
    (dispute,) = found.disputes
    assert dispute.verdict == "revised"
    (reversed_,) = [p for p in found.positions if p.reversals]
    assert reversed_.actor == "Ambrania"
    assert reversed_.reversals[0].between == ("2023-10-19", "2024-05-20")


def test_an_answer_joins_what_it_answers() -> None:
    answer = answering(ANSWERED, CHARGE)
    found = link(CHARGE, answer, ASSERTED)
    (dispute,) = found.disputes
    assert set(dispute.claims) == {CHARGE.id, answer.id, ASSERTED.id}
    assert ("denies", "proposition:answers") in {(r.relation, r.rule) for r in dispute.relations}


def test_an_answer_alone_is_enough() -> None:
    charge = make_claim("b", "Zoe Mar", predicate="mentir", agent="alcalde", terms=("alcalde", "mentir"))
    (dispute,) = link(charge, answering(ANSWERED, charge)).disputes
    assert dispute.verdict == "contested"


def test_one_claim_is_no_proposition() -> None:
    assert link(ASSERTED).disputes == ()
    again = make_claim("a", "Ana Paz", event=SENT, names=NAMES, party="Lestria", text="again in the same article")
    assert link(ASSERTED, again).disputes == ()


def test_what_an_outlet_says_itself_contests_nothing() -> None:
    outlet = make_claim("a", "outlet", event=SENT, names=NAMES)
    (dispute,) = link(outlet, DENIED).disputes
    assert dispute.verdict == "compatible"


def test_a_condition_is_no_assertion() -> None:
    threat = make_claim("a", "Ana Paz", event=SENT, names=NAMES, mode="condition")
    assert link(threat, DENIED).disputes == ()


def test_who_declines_takes_no_side() -> None:
    silent = make_claim("a", "Rod Astu", "decline", event=SENT, names=NAMES, polarity=0)
    (dispute,) = link(ASSERTED, silent).disputes
    assert dispute.verdict == "single"


POOL = [ASSERTED, DENIED, ADMITTED, CHARGE, answering(ANSWERED, CHARGE)] + [
    make_claim(
        article, f"Voz {number}", "deny" if number % 3 == 0 else "assert", predicate=("abrir", "ceder")[number % 2],
        patient=("compuerta", "presa")[number % 2], names=("Aruma",) if number % 4 else (), terms=("agua", "noche", f"t{number % 3}"),
    )
    for number in range(12)
    for article in ("a", "b")
]  # fmt: skip


@given(st.permutations(POOL))
def test_the_order_of_claims_leaves_no_trace(order: list[Claim]) -> None:
    assert link(*order) == link(*POOL)


@given(st.lists(st.sampled_from(POOL), unique=True, max_size=12))
def test_every_member_is_mapped_and_every_relation_is_between_members(claims: list[Claim]) -> None:
    found = link(*claims)
    held = {name: dispute.id for dispute in found.disputes for name in dispute.claims}
    assert held == dict(found.propositions)
    for dispute in found.disputes:
        assert len(dispute.claims) > 1
        for relation in dispute.relations:
            assert {relation.left.claim, relation.right.claim} <= set(dispute.claims)


def test_who_speaks_together_stands_each_for_himself() -> None:
    both = make_claim("b", "Lestria y Ambrania", "deny", event=SENT, names=NAMES)
    lestria = make_claim("b", "Lestria", event=SENT, names=NAMES, said="2024-01-01")
    found = link(
        *(replace(claim, source=replace(claim.source, kind="government")) for claim in (both, lestria)), ADMITTED
    )
    assert {position.actor for position in found.positions} == {"Ambrania", "Lestria"}
