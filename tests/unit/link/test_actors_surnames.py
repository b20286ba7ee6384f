"""Those who say nothing themselves: whose votes and sentences are told, who does what to whom, by the surname alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careo.link.actors import merge_actors
from careo.model import Claim, Gist, make_judgment
from tests.unit.link.stories import cast, say
from tests.unit.link.test_actors import BELKA, ILDA, one, reasons


def tell(article: str = "a", *, of: str | None = None, category: str = "votes", **parts: str) -> Claim:
    """What an outlet says itself: whose a figure is, who does what to whom and where."""
    claim = say("El Eco", article, "author", of=of, text=f"{of}{parts}")
    figures = tuple(replace(figure, category=category) for figure in claim.figures)
    gist = Gist("hacer", 1, "deed", parts.get("agent"), parts.get("patient"), (), (), parts.get("place"))
    return replace(claim, id=f"{claim.id}{category}{parts}", figures=figures, gist=gist)


@pytest.mark.parametrize("category", ["votes", "sentenced"])
def test_the_votes_and_the_sentence_of_a_surname_are_those_of_the_person(category: str) -> None:
    claims = [tell(of="Carrizo", category=category), tell(agent="Elvira Carrizo")]
    assert one(claims, ("Carrizo", "a"), ("Elvira Carrizo", "a"))
    assert "surname: 'Carrizo' (a) = 'Elvira Carrizo'" in reasons(merge_actors(claims), "Carrizo")


@pytest.mark.parametrize("part", ["agent", "patient"])
def test_a_surname_that_plays_a_part_is_that_of_the_one_who_speaks(part: str) -> None:
    assert one([tell(**{part: "Torrente"}), say(ILDA)], ("Torrente", "a"), (ILDA, "a"))


@pytest.mark.parametrize(
    "ground", [tell(place="Torrente"), tell(of="Torrente", category="killed"), tell(of="Torrente", category="attended")]
)
def test_a_place_is_not_the_person_of_the_same_name(ground: Claim) -> None:
    assert not one([ground, tell(agent="Torrente"), say(ILDA)], ("Torrente", "a"), (ILDA, "a"))


def test_a_surname_is_one_only_where_its_person_is_named() -> None:
    claims = [tell(of="Carrizo"), tell(agent="Elvira Carrizo"), tell("b", agent="Carrizo"), tell("c", agent="Carrizo")]
    table = merge_actors(claims)
    assert table.id_of("Carrizo", "a") == "elvira carrizo"
    assert table.id_of("Carrizo", "b") == table.id_of("Carrizo", "c") == "carrizo"


def test_a_surname_of_two_persons_stays_apart() -> None:
    claims = [tell(of="Torrente"), say(ILDA), say("Saúl Torrente")]
    table = merge_actors(claims)
    assert table.id_of("Torrente", "a") not in {table.id_of(ILDA, "a"), table.id_of("Saúl Torrente", "a")}
    assert "ambiguous: 'Torrente' (a) may be any of" in reasons(table, "Torrente")


@pytest.mark.parametrize("surname", ["Rey", "Duque", "Alcalde"])
def test_a_surname_may_be_an_office(surname: str) -> None:
    claims = [say(surname), say(f"Emilio {surname}")]
    assert one(claims, (surname, "a"), (f"Emilio {surname}", "a"))
    assert not one([*claims, say(surname, "b")], (surname, "a"), (surname, "b"))


@pytest.mark.parametrize("name", ["Puerto Carrizo", "Textil Carrizo", "Elvira carrizo"])
def test_what_does_not_begin_with_a_given_name_is_no_person(name: str) -> None:
    assert not one([tell(of="Carrizo"), tell(agent=name)], ("Carrizo", "a"), (name, "a"))


def test_a_place_that_begins_with_a_given_name_is_no_person() -> None:
    claims = [tell(of="Estero"), tell(place="Santiago del Estero")]
    assert not one(claims, ("Estero", "a"), ("Santiago del Estero", "a"))


def test_persons_who_say_nothing_are_romanized_too() -> None:
    claims = [tell(agent="Serguéi Malorov"), tell("b", agent="Sergey Malorov"), *cast("a", BELKA), *cast("b", BELKA)]
    assert one(claims, ("Serguéi Malorov", "a"), ("Sergey Malorov", "b"))


def test_a_decision_about_a_name_is_none_about_the_person_of_that_surname() -> None:
    claims = [
        tell(of="Carrizo"),
        tell(agent="Elvira Carrizo"),
        tell("b", agent="Carrizo"),
        tell("b", agent="Textil Orla"),
    ]
    sides = [[("Carrizo", "")], [("Textil Orla", "")]]
    table = merge_actors(claims, judgments=[make_judgment("merge", sides, by="x", when="2024-05-01", why="y")])
    assert table.id_of("Carrizo", "b") == table.id_of("Textil Orla", "b") != table.id_of("Carrizo", "a")
    assert table.id_of("Carrizo", "a") == "elvira carrizo"
