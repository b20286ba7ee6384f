"""What a person decides about names wins over every rule."""

from __future__ import annotations

import pytest

from careo.errors import LinkError
from careo.link.actors import merge_actors
from tests.unit.link.stories import body, cast, say

ILDA = "Ilda Torrente"


def test_what_is_kept_apart_stays_apart() -> None:
    table = merge_actors([body("RPDC"), body("Corea del Norte")], apart=[("RPDC", "Corea del Norte")])
    assert table.id_of("Corea del Norte", "a") == "country:KP"
    assert table.id_of("RPDC", "a") == "rpdc"
    assert any(
        "decided: 'Corea del Norte' is not 'RPDC'" in reason for actor in table.actors for reason in actor.reasons
    )


def test_what_is_put_together_is_one() -> None:
    table = merge_actors([say(ILDA, party="Chile"), say("La Dama", party="Bolivia")], together=[("La Dama", ILDA)])
    assert table.id_of(ILDA, "a") == table.id_of("La Dama", "a")
    assert [reason for actor in table.actors for reason in actor.reasons if reason.startswith("decided: ")]


def test_apart_holds_through_other_joins() -> None:
    claims = [say("Torrente"), say(ILDA), *cast("a", "Nora Vilches")]
    table = merge_actors(claims, apart=[(ILDA, "Nora Vilches")], together=[("Torrente", "Nora Vilches")])
    assert table.id_of("Torrente", "a") == table.id_of("Nora Vilches", "a") != table.id_of(ILDA, "a")


def test_a_decision_may_speak_of_one_article() -> None:
    claims = [say(ILDA), say(ILDA, "b"), say(ILDA, "c")]
    table = merge_actors(claims, apart=[(f"{ILDA}@a", f"{ILDA}@b")])
    assert table.id_of(ILDA, "a") != table.id_of(ILDA, "b")
    assert table.id_of(ILDA, "c") in {table.id_of(ILDA, "a"), table.id_of(ILDA, "b")}


def test_together_is_transitive() -> None:
    claims = [say(name) for name in ("Ana Ríos", "Berta Sol", "Celia Paz")]
    table = merge_actors(claims, together=[("Ana Ríos", "Berta Sol"), ("Celia Paz", "Berta Sol")])
    assert len({actor.id for actor in table.actors}) == 1


def test_decisions_that_contradict_each_other_are_an_error_that_says_which() -> None:
    together = [("Ana Ríos", "Berta Sol"), ("Berta Sol", "Celia Paz")]
    with pytest.raises(
        LinkError, match="'Ana Ríos' and 'Celia Paz' are kept apart, but one by 'Ana Ríos' = 'Berta Sol'"
    ):
        merge_actors([], apart=[("Celia Paz", "Ana Ríos")], together=together)


def test_decisions_may_contradict_each_other_through_spellings() -> None:
    claims = [say("Ana Ríos"), say("Berta Sol")]
    with pytest.raises(LinkError, match="kept apart and made one"):
        merge_actors(claims, apart=[("Ana Ríos", "Berta Sol")], together=[("ana rios", "berta sol")])


def test_a_name_is_not_kept_apart_from_itself() -> None:
    with pytest.raises(LinkError, match="both are 'Ana Ríos'"):
        merge_actors([say("Ana Ríos")], apart=[("Ana Ríos", "ANA RIOS")])


def test_a_decision_about_names_that_no_claim_has_changes_nothing() -> None:
    claims = [say("Ana Ríos")]
    assert merge_actors(claims, apart=[("Nadie", "Ninguno")]).actors == merge_actors(claims).actors
