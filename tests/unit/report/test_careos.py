"""Members face to face: who stands where, whatever order they come in, and nobody left out."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from careo.model import Dispute, Member, Relation
from careo.report.careos import Careo, seat_members
from careo.report.labels import load_labels
from careo.report.questions import render_question
from tests.unit.ledger.linked import make_linked, make_linked_articles, make_linked_claims

CLAIMS = {
    claim.id: (claim, article.outlet, article.published)
    for article in make_linked_articles()
    for claim in make_linked_claims(article)
}
TOLL, ALARM = make_linked().disputes


def show(careo: Careo) -> list[tuple[str, int]]:
    return [
        (seat.figure.text if seat.figure else seat.claim.stance if seat.claim else "?", seat.depth)
        for seat in careo.seats
    ]


def test_rivals_come_first_and_parts_stand_below_their_whole() -> None:
    assert show(seat_members(TOLL, CLAIMS)) == [
        ("15 muertos", 0),
        ("más de 30 muertos", 0),
        ("12 muertos", 0),
        ("9 muertos", 1),
        ("12 muertos", 0),
        ("9 muertos", 1),
    ]


def test_a_seat_knows_its_chain_its_date_and_its_origin() -> None:
    seats = {seat.member.claim: seat for seat in seat_members(TOLL, CLAIMS).seats}
    nine = seats[make_linked_claims(make_linked_articles()[0])[1].id]
    assert nine.chain == ("El Correo de Valdeoro", "Radio Ombú", "Bomberos de Valdeoro")
    assert (nine.date, nine.origin, nine.claimant) == ("2024-05-06", 2, "Bomberos de Valdeoro")
    twelve = seats[make_linked_claims(make_linked_articles()[0])[0].id]
    assert twelve.claimant == "Gobierno de Valdeoro"
    assert [(b.relation, b.left) for b in twelve.bearings] == [
        ("supersedes", False),
        ("part_of", False),
        ("same", True),
    ]


def test_the_order_of_members_and_relations_leaves_no_trace() -> None:
    expected = seat_members(TOLL, CLAIMS).seats
    for seed in range(10):
        members, relations = list(TOLL.members), list(TOLL.relations)
        random.Random(seed).shuffle(members)
        random.Random(seed).shuffle(relations)
        assert seat_members(replace(TOLL, members=tuple(members), relations=tuple(relations)), CLAIMS).seats == expected


def test_a_claim_that_is_not_there_still_has_a_seat() -> None:
    careo = seat_members(ALARM, {})
    assert [(seat.claim, seat.chain, seat.date) for seat in careo.seats] == [(None, (), None)] * 3


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(["part_of", "adds", "contradicts", "same"]))
    )
)
def test_everybody_is_seated_once_even_in_circles(pairs: list[tuple[int, int, str]]) -> None:
    members = tuple(Member(f"c-{n}", n) for n in range(8))
    relations = tuple(Relation(members[a], members[b], kind, "test") for a, b, kind in pairs)  # type: ignore[arg-type]
    careo = seat_members(Dispute("d-1", "quantity", "", {}, members, relations), {})
    assert sorted(seat.member for seat in careo.seats) == list(members)
    for above, seat in zip([None, *careo.seats], careo.seats, strict=False):
        assert seat.depth <= (above.depth + 1 if above else 0)


def test_questions_are_made_of_the_key_where_linking_gives_none() -> None:
    key = {"category": "killed", "of": "a-1", "counts": "person", "place": None, "time": "2024-05"}
    dispute, names = Dispute("d-1", "quantity", "", key, ()), {"a-1": "Valdeoro"}
    assert (
        render_question(dispute, None, names, load_labels("es")) == "¿Cuántos muertos hubo? (Valdeoro, fecha 2024-05)"
    )
    assert render_question(dispute, None, names, load_labels("en")) == "How many were killed? (Valdeoro, date 2024-05)"


def test_a_question_says_what_is_counted_and_for_how_long_where_that_is_not_plain() -> None:
    key = {"category": "supplied", "of": "Valdeoro", "counts": "ammunition", "unit": None, "per": "day"}
    dispute = Dispute("d-1", "quantity", "", key, ())
    asked = "¿Cuánto se ha suministrado? (Valdeoro, proyectiles, por día)"
    assert render_question(dispute, None, {}, load_labels("es")) == asked
    assert (
        render_question(dispute, None, {}, load_labels("en")) == "How much has been supplied? (Valdeoro, shells, a day)"
    )


def test_the_question_of_a_proposition_is_what_the_first_claims() -> None:
    claim = CLAIMS[ALARM.members[0].claim][0]
    bare = replace(ALARM, question="")
    assert render_question(bare, claim, {}, load_labels("es")) == "fallaran las sirenas"
    assert render_question(bare, None, {}, load_labels("es")) == "fallar sirena"


def test_labels_name_every_relation_and_verdict_in_both_directions() -> None:
    for language in ("en", "es"):
        labels = load_labels(language)
        for table in ("relation", "relation_of"):
            assert {r.relation for r in (*TOLL.relations, *ALARM.relations)} <= labels.tables[table].keys()
            assert all("{rival}" in words for words in labels.tables[table].values())
    assert load_labels("en").tables["dispute"].keys() == load_labels("es").tables["dispute"].keys()
