"""What a person decides about names wins over every rule."""

from __future__ import annotations

import pytest

from careo.errors import LinkError
from careo.link.actors import ActorTable, merge_actors, resolve_side
from careo.model import Claim, Judgment, JudgmentKind, find_in_force, make_judgment
from tests.unit.link.stories import body, cast, say

ILDA, NORA = "Ilda Torrente", "Nora Vilches"


def decide(kind: JudgmentKind, *sides: str, when: str = "2024-05-01") -> Judgment:
    """A judgment about names, or ``name@article``."""
    mentions = [[(side.partition("@")[0], side.partition("@")[2])] for side in sides]
    return make_judgment(kind, mentions, by="Vera Lodo", when=when, why="sabido")


def merge(*sides: str) -> Judgment:
    return decide("merge", *sides)


def split(*sides: str) -> Judgment:
    return decide("split", *sides)


def undo(judgment: Judgment, when: str = "2024-05-02") -> Judgment:
    return make_judgment("undo", undoes=judgment.id, by="Vera Lodo", when=when, why="error")


def reasons(table: ActorTable) -> list[str]:
    return [reason for actor in table.actors for reason in actor.reasons]


def test_what_is_kept_apart_stays_apart() -> None:
    judgment = split("RPDC", "Corea del Norte")
    table = merge_actors([body("RPDC"), body("Corea del Norte")], judgments=[judgment])
    assert table.id_of("Corea del Norte", "a") == "country:KP"
    assert table.id_of("RPDC", "a") == "rpdc"
    said = f"decided: {judgment.id}: 'RPDC' is not 'Corea del Norte'"
    assert all(said in actor.reasons for actor in table.actors)
    assert any(f"decided {judgment.id} 1 / 2" in reason for reason in reasons(table))


def test_what_is_put_together_is_one() -> None:
    judgment = merge("La Dama", ILDA)
    table = merge_actors([say(ILDA, party="Chile"), say("La Dama", party="Bolivia")], judgments=[judgment])
    assert table.id_of(ILDA, "a") == table.id_of("La Dama", "a")
    assert f"decided: {judgment.id}: 'Ilda Torrente' is 'La Dama'" in reasons(table)


def test_the_other_names_of_those_put_together_come_along_though_they_act_for_two_countries() -> None:
    claims = [say(ILDA, party="Chile"), say("Torrente", party="Chile"), say("La Dama", party="Bolivia")]
    table = merge_actors(claims, judgments=[merge("La Dama", ILDA)])
    assert {table.id_of(name, "a") for name in (ILDA, "Torrente", "La Dama")} == {"ilda torrente"}


def test_apart_holds_through_other_joins() -> None:
    claims = [say("Torrente"), say(ILDA), say(NORA)]
    table = merge_actors(claims, judgments=[split(ILDA, NORA), merge("Torrente", NORA)])
    assert table.id_of("Torrente", "a") == table.id_of(NORA, "a") != table.id_of(ILDA, "a")


def test_three_may_be_kept_apart_at_once() -> None:
    claims = [say(ILDA, article) for article in "abcd"]
    table = merge_actors(claims, judgments=[split(f"{ILDA}@a", f"{ILDA}@b", f"{ILDA}@c")])
    assert len({table.id_of(ILDA, article) for article in "abc"}) == 3


def test_a_decision_may_speak_of_one_article() -> None:
    claims = [say(ILDA), say(ILDA, "b"), say(ILDA, "c")]
    table = merge_actors(claims, judgments=[split(f"{ILDA}@a", f"{ILDA}@b")])
    assert table.id_of(ILDA, "a") != table.id_of(ILDA, "b")
    assert table.id_of(ILDA, "c") in {table.id_of(ILDA, "a"), table.id_of(ILDA, "b")}


def test_one_article_against_all_others() -> None:
    claims = [say(ILDA, article) for article in "abc"]
    table = merge_actors(claims, judgments=[split(f"{ILDA}@b", ILDA)])
    assert table.id_of(ILDA, "a") == table.id_of(ILDA, "c") == "ilda torrente"
    assert table.id_of(ILDA, "b") == "ilda torrente@b"


def test_namesakes_told_apart_are_told_by_their_articles() -> None:
    claims = [say(ILDA, article) for article in "abc"]
    table = merge_actors(claims, judgments=[split(f"{ILDA}@a", f"{ILDA}@b")])
    assert [table.name_of(table.id_of(ILDA, article) or "") for article in "ab"] == [ILDA, f"{ILDA} (b)"]
    assert {actor.names for actor in table.actors} == {(ILDA,)}
    table = merge_actors(claims, judgments=[split(ILDA, NORA)])
    assert table.name_of("ilda torrente") == ILDA


def test_short_names_follow_the_person_of_their_article() -> None:
    claims = [say(name, article) for article in "ab" for name in (ILDA, "Torrente")]
    table = merge_actors(claims, judgments=[split(f"{ILDA}@a", f"{ILDA}@b")])
    assert [table.id_of("Torrente", article) for article in "ab"] == [table.id_of(ILDA, article) for article in "ab"]


def test_names_in_one_article_alone_are_still_romanized() -> None:
    claims = [say("Serguéi Lavranov", article) for article in "ab"] + [say("Sergei Lavranov", "c")]
    table = merge_actors(claims, judgments=[split("Serguéi Lavranov@a", "Serguéi Lavranov@b")])
    assert len({table.id_of("Serguéi Lavranov", article) for article in "ab"}) == 2


def test_together_is_transitive() -> None:
    claims = [say(name) for name in ("Ana Ríos", "Berta Sol", "Celia Paz")]
    table = merge_actors(claims, judgments=[merge("Ana Ríos", "Berta Sol"), merge("Celia Paz", "Berta Sol")])
    assert len({actor.id for actor in table.actors}) == 1


def test_decisions_that_contradict_each_other_are_an_error_that_says_which() -> None:
    ties = [merge("Ana Ríos", "Berta Sol"), merge("Berta Sol", "Celia Paz"), merge("Celia Paz", "Dora Mar")]
    apart = split("Celia Paz", "Ana Ríos")
    with pytest.raises(LinkError, match="contradict each other") as error:
        merge_actors([], judgments=[*ties, apart])
    message = str(error.value)
    assert all(judgment.id in message for judgment in (*ties[:2], apart))
    assert ties[2].id not in message
    assert "'Ana Ríos' = 'Berta Sol', Vera Lodo, 2024-05-01" in message


def test_decisions_may_contradict_each_other_through_spellings() -> None:
    claims = [say("Ana Ríos"), say("Berta Sol")]
    with pytest.raises(LinkError, match="keeps apart what is made one"):
        merge_actors(claims, judgments=[split("Ana Ríos", "Berta Sol"), merge("ana rios", "berta sol")])


def test_a_name_is_not_kept_apart_from_itself() -> None:
    with pytest.raises(LinkError, match="keeps 'Ana Ríos' apart from itself"):
        merge_actors([say("Ana Ríos")], judgments=[split("Ana Ríos", "ANA RIOS")])


def test_a_decision_about_names_that_no_claim_has_changes_nothing() -> None:
    claims = [say("Ana Ríos")]
    for judgment in (split("Nadie", "Ninguno"), merge("Nadie", "Ninguno"), merge("Nadie@a", "Ninguno@b")):
        assert merge_actors(claims, judgments=[judgment]).actors == merge_actors(claims).actors


def test_what_is_undone_leaves_no_trace_in_the_actors() -> None:
    claims = [say(ILDA, party="Chile"), say("La Dama"), say("RPDC"), say("Corea del Norte")]
    log = [merge("La Dama", ILDA), split("RPDC", "Corea del Norte")]
    assert merge_actors(claims, judgments=log).actors != merge_actors(claims).actors
    log += [undo(judgment) for judgment in log]
    assert merge_actors(claims, judgments=log).actors == merge_actors(claims).actors


def test_an_undo_can_be_undone() -> None:
    first, other = merge("A", "B"), split("C", "D")
    back = undo(first)
    again = undo(back, "2024-05-03")
    assert find_in_force([first, other, back]) == (other, back)
    assert find_in_force([first, other, back, again]) == (first, other, again)
    assert find_in_force([first, other, back, again, undo(again, "2024-05-04")])[:2] == (other, back)


def test_the_order_of_the_log_counts_for_nothing_in_the_actors() -> None:
    claims = [*cast("a", ILDA, NORA, "La Dama", "Torrente"), *cast("b", ILDA, "Torrente")]
    log = [merge("La Dama", ILDA), split(ILDA, NORA), split(f"{ILDA}@b", ILDA)]
    assert merge_actors(claims, judgments=log).actors == merge_actors(claims[::-1], judgments=log[::-1]).actors


# --- what a person types ----------------------------------------------------------------------------------------------

CLAIMS: list[Claim] = [
    say(ILDA),
    say("Torrente"),
    say(ILDA, "b"),
    body("Ministerio de Pesca", "a"),
    body("Ministerio de Pesca", "b"),
    body("RPDC", "b"),
    body("Corea del Norte", "c"),
]


@pytest.mark.parametrize(
    ("typed", "mentions"),
    [
        (ILDA, [(ILDA, "")]),
        ("ilda TORRENTE", [(ILDA, "")]),
        (f"{ILDA}@b", [(ILDA, "b")]),
        ("ilda torrente@b", [(ILDA, "b")]),
        ("Torrente", [("Torrente", "a")]),
        ("Ministerio de Pesca@b", [("Ministerio de Pesca", "b")]),
        ("ministerio de pesca@a", [("Ministerio de Pesca", "a")]),
        ("rpdc", [("RPDC", "")]),
        ("country:KP", [("Corea del Norte", "")]),
    ],
)
def test_a_name_is_found_as_a_person_types_it(typed: str, mentions: list[tuple[str, str]]) -> None:
    assert list(resolve_side(typed, merge_actors(CLAIMS), {"a", "b", "c"})) == mentions


def test_a_name_of_several_actors_is_an_error_that_lists_them() -> None:
    with pytest.raises(
        LinkError, match=r"may be any of Ministerio de Pesca@a .*, Ministerio de Pesca@b .*NAME@ARTICLE"
    ):
        resolve_side("ministerio de pesca", merge_actors(CLAIMS), {"a", "b", "c"})


@pytest.mark.parametrize("typed", ["Ilda Torente", "Torrente, Ilda", "torrent"])
def test_an_unknown_name_is_an_error_that_names_the_nearest(typed: str) -> None:
    with pytest.raises(LinkError, match=r"nearest: .*'Ilda Torrente'"):
        resolve_side(typed, merge_actors(CLAIMS), {"a", "b", "c"})


def test_where_nothing_is_near_the_error_says_where_to_look() -> None:
    with pytest.raises(LinkError, match="careo actors LEDGER"):
        resolve_side("Zzz", merge_actors(CLAIMS), {"a", "b", "c"})


def test_after_a_split_the_name_alone_is_the_rest_of_it() -> None:
    table = merge_actors(CLAIMS, judgments=[split(f"{ILDA}@b", ILDA)])
    assert resolve_side(ILDA, table, {"a", "b"}) == ((ILDA, ""),)
    assert resolve_side("ilda torrente@b", table, {"a", "b"}) == ((ILDA, "b"),)
