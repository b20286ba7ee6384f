from __future__ import annotations

import pytest

from careo.link.actors import ActorTable, merge_actors
from careo.model import Claim, Source, SourceKind
from tests.unit.link.stories import body, cast, say

BELKA, NORA, ILDA = "Belka Ostrom", "Nora Vilches", "Ilda Torrente"


def one(claims: list[Claim], *mentions: tuple[str, str]) -> bool:
    table = merge_actors(claims)
    ids = {table.id_of(name, article) for name, article in mentions}
    assert None not in ids
    return len(ids) == 1


def reasons(table: ActorTable, name: str, article: str = "a") -> str:
    actor = table.id_of(name, article)
    return "\n".join(next(found.reasons for found in table.actors if found.id == actor))


# --- countries and seats of power -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "actor"),
    [
        (("Corea del Norte", "RPDC", "República Popular Democrática de Corea", "North Korea", "DPRK"), "country:KP"),
        (("Estados Unidos", "EE.UU.", "EE UU", "EE. UU.", "EEUU", "USA", "US"), "country:US"),
        (("Reino Unido", "UK", "Gran Bretaña"), "country:GB"),
        (("Noruega", "Norway"), "country:NO"),
    ],
)
def test_names_of_a_country_are_one_actor(names: tuple[str, ...], actor: str) -> None:
    table = merge_actors([body(name, f"a{number}") for number, name in enumerate(names)])
    assert {table.id_of(name, f"a{number}") for number, name in enumerate(names)} == {actor}
    assert all("known: " in reason for reason in table.actors[0].reasons)


def test_the_shown_name_is_the_packs() -> None:
    table = merge_actors([body("RPDC"), body("DPRK", "b")])
    assert table.name_of("country:KP") == "Corea del Norte"
    assert table.name_of("country:NO") == "Noruega"  # of no claim


@pytest.mark.parametrize("seat", ["Kremlin", "Moscú", "Moscow"])
def test_a_seat_of_power_is_itself_and_speaks_for_its_country(seat: str) -> None:
    table = merge_actors([body(seat), body("Rusia")])
    assert table.id_of(seat, "a") != table.id_of("Rusia", "a")
    assert table.party_of(Source(seat, "government"), "a") == "country:RU"


def test_two_cities_of_one_country_are_two() -> None:
    assert not one(
        [say("Ana Ríos", of="La Haya"), say("Ana Ríos", of="Ámsterdam")], ("La Haya", "a"), ("Ámsterdam", "a")
    )


def test_one_city_in_two_languages_is_one() -> None:
    assert one([body("Pekín"), body("Beijing", "b")], ("Pekín", "a"), ("Beijing", "b"))


@pytest.mark.parametrize("name", ["Gobierno de Noruega", "gobierno noruego", "Government of Norway"])
def test_a_government_is_itself_and_speaks_for_its_country(name: str) -> None:
    table = merge_actors([body(name), body("Gobierno de Noruega", "b"), body("Noruega", "c")])
    assert table.id_of(name, "a") == "gobierno|country:NO"
    assert table.party_of(Source(name, "government"), "a") == "country:NO"


@pytest.mark.parametrize(
    "name", ["Federación Médica de Noruega", "Sindicato de Pilotos de Noruega", "Universidad de Noruega"]
)
def test_a_union_speaks_for_itself_whatever_country_stands_in_its_name(name: str) -> None:
    table = merge_actors([body(name), body("Gobierno de Noruega", "b")])
    assert table.party_of(Source(name, "organization"), "a") == table.id_of(name, "a") != "country:NO"


def test_two_countries_in_one_name_are_one_pair_in_any_order() -> None:
    assert one(
        [body("Noruega y Suecia"), body("Suecia y Noruega", "b")], ("Noruega y Suecia", "a"), ("Suecia y Noruega", "b")
    )


# --- bodies -----------------------------------------------------------------------------------------------------------


def test_a_ministry_by_its_people_by_its_country_and_by_whom_it_acts_for_is_one() -> None:
    claims = [
        body("Ministerio de Pesca de Noruega"),
        body("Ministerio de Pesca noruego", "b"),
        body("Ministerio de Pesca", "c", party="Noruega"),
    ]
    assert one(
        claims,
        ("Ministerio de Pesca de Noruega", "a"),
        ("Ministerio de Pesca noruego", "b"),
        ("Ministerio de Pesca", "c"),
    )
    assert not one(
        [*claims, body("Ministerio de Pesca", "d", party="Chile")],
        ("Ministerio de Pesca", "c"),
        ("Ministerio de Pesca", "d"),
    )


def test_a_ministry_without_its_country_is_not_the_same_elsewhere() -> None:
    assert not one(
        [body("Ministerio de Salud"), body("Ministerio de Salud", "b")],
        ("Ministerio de Salud", "a"),
        ("Ministerio de Salud", "b"),
    )


@pytest.mark.parametrize("name", ["Cuerpo de Bomberos", "Mar Abierta"])
def test_an_organization_of_two_words_is_the_same_where_articles_share_one_name(name: str) -> None:
    claims = [say(name, a, "organization") for a in "ab"] + cast("a", BELKA)
    assert not one(claims, (name, "a"), (name, "b"))
    assert one([*claims, *cast("b", BELKA)], (name, "a"), (name, "b"))


def test_an_outlet_is_the_same_everywhere_with_or_without_its_article() -> None:
    claims = [say("La Hoja del Valle", kind="author"), say("Hoja del Valle", "b", "organization")]
    assert one(claims, ("La Hoja del Valle", "a"), ("Hoja del Valle", "b"))


@pytest.mark.parametrize(
    ("name", "kind"), [("Tribuno", "person"), ("TRIBUNO", "person"), ("El Tribuno", "organization")]
)
def test_an_outlet_may_call_itself_by_the_beginning_of_its_name(name: str, kind: SourceKind) -> None:
    claims = [say("El Tribuno Porteño", kind="author"), say(name, kind=kind)]
    assert one(claims, ("El Tribuno Porteño", "a"), (name, "a"))
    assert not one([*claims, say(name, "b", kind)], (name, "a"), (name, "b"))


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("Orvalle Hoy", "Orvalle"),
        ("El Tribuno Porteño", "tribuno"),
        ("El Tribuno Porteño", "Porteño"),
        ("El Tribuno Porteño", "Trib"),
    ],
)
def test_what_is_no_beginning_of_an_outlets_name_is_not_the_outlet(outlet: str, name: str) -> None:
    assert not one([say(outlet, kind="author"), say(name)], (outlet, "a"), (name, "a"))


def test_an_organization_of_a_word_of_its_own_is_the_same_everywhere() -> None:
    assert one([say("Petrovalia", a, "organization") for a in "ab"], ("Petrovalia", "a"), ("Petrovalia", "b"))


def test_a_body_is_the_same_where_articles_share_two_other_names() -> None:
    claims = [body("Policía Local", a) for a in "ab"] + cast("a", BELKA, NORA) + cast("b", BELKA, NORA)
    assert one(claims, ("Policía Local", "a"), ("Policía Local", "b"))
    assert not one(claims[:-1], ("Policía Local", "a"), ("Policía Local", "b"))


def test_a_bare_noun_is_never_the_same_elsewhere() -> None:
    claims = [body("Gobierno", a) for a in "ab"] + cast("a", BELKA, NORA) + cast("b", BELKA, NORA)
    assert not one(claims, ("Gobierno", "a"), ("Gobierno", "b"))


def test_a_ministry_is_attached_to_the_country_of_its_story() -> None:
    full = "Ministerio de Defensa de Ovaria"
    claims = [
        body(full, party="Ovaria"),
        *cast("a", BELKA),
        body("Ministerio de Defensa", "b"),
        body("Ovaria", "b"),
        *cast("b", BELKA),
    ]
    assert one(claims, (full, "a"), ("Ministerio de Defensa", "b"))
    rival = [body("Ministerio de Defensa de Luria", "c", party="Luria"), body("Luria", "b"), *cast("c", BELKA)]
    table = merge_actors([*claims, *rival])
    assert table.id_of("Ministerio de Defensa", "b") not in {
        table.id_of(full, "a"),
        table.id_of("Ministerio de Defensa de Luria", "c"),
    }
    assert "ambiguous: " in reasons(table, "Ministerio de Defensa", "b")


def test_an_acronym_is_the_initials_of_a_body_of_its_article() -> None:
    full = "Servicio Exterior de Información"
    claims = [say(full, kind="organization"), say("SEI", kind="organization"), say("SEI", "b", "organization")]
    assert one(claims, (full, "a"), ("SEI", "a"))
    assert not one(claims, (full, "a"), ("SEI", "b"))


def test_an_acronym_that_is_no_initials_is_introduced() -> None:
    full = "Servicio Nacional de Vigilancia"
    claims = [say(full, kind="organization", text=f"el {full} (KVS) calla"), say("KVS", kind="organization")]
    assert one(claims, (full, "a"), ("KVS", "a"))
    assert not one([say(full, kind="organization"), say("KVS", kind="organization")], (full, "a"), ("KVS", "a"))


def test_an_acronym_of_another_article_needs_more() -> None:
    full = "Servicio Exterior de Información"
    claims = [say(full, kind="organization"), say("SEI", "b", "organization"), *cast("a", BELKA, NORA)]
    assert one([*claims, *cast("b", BELKA, NORA)], (full, "a"), ("SEI", "b"))
    assert not one([*claims, *cast("b", BELKA)], (full, "a"), ("SEI", "b"))


def test_a_body_of_two_languages_is_one_by_its_acronym_its_country_and_its_words() -> None:
    left, right, other = (
        "National Vigilance Service (SNV)",
        "Servicio Nacional de Vigilancia",
        "Sistema Náutico del Valle (SNV)",
    )
    claims = [body(left, party="Noruega"), body(right, "b", party="Noruega"), body(other, "c", party="Noruega")]
    assert not one(claims, (left, "a"), (right, "b"))
    claims += [say(ILDA, "b", text="según el Servicio Nacional de Vigilancia (SNV), hay dos")]
    assert one(claims, (left, "a"), (right, "b"))
    assert not one(claims, (left, "a"), (other, "c"))
    elsewhere = [body(left, party="Chile"), *claims[1:]]
    assert not one(elsewhere, (left, "a"), (right, "b"))


def test_initials_tell_persons_apart() -> None:
    assert not one([say("B. Torrente"), say("G. Torrente")], ("B. Torrente", "a"), ("G. Torrente", "a"))
    assert one([say("Ilda M. Torrente"), say(ILDA, "b")], ("Ilda M. Torrente", "a"), (ILDA, "b"))


def test_a_noun_before_a_name_is_dropped_but_a_part_is_not_the_whole() -> None:
    claims = [
        say(name, kind="organization") for name in ("Mar Abierta", "plataforma Mar Abierta", "dirección de Mar Abierta")
    ]
    assert one(claims, ("Mar Abierta", "a"), ("plataforma Mar Abierta", "a"))
    assert not one(claims, ("Mar Abierta", "a"), ("dirección de Mar Abierta", "a"))


# --- persons ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Serguéi Malorov", "Sergey Malorov"),
        ("Volodímir Halinski", "Volodymyr Halynsky"),
        ("Pak Chol-su", "Pak Chol Su"),
        ("Anatoli Khudín", "Anatoly Judin"),
        ("Viktor Orlán", "Víctor Orlan"),
    ],
)
def test_romanizations_of_a_name_are_one_person(left: str, right: str) -> None:
    assert one([say(left, party="Rusia"), say(right, "b", party="Rusia")], (left, "a"), (right, "b"))
    assert not one([say(left, party="Rusia"), say(right, "b", party="Chile")], (left, "a"), (right, "b"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mario Ruiz", "María Ruiz"),
        ("Luis Paz", "Luisa Paz"),
        ("Ana Petrova", "Ana Petrov"),
        ("Juan Ríos", "Juana Ríos"),
        ("Li Na", "Li Ma"),
    ],
)
def test_names_that_are_only_alike_are_two_persons(left: str, right: str) -> None:
    claims = [say(name, a, party="Rusia") for name, a in ((left, "a"), (right, "b"))]
    assert not one([*claims, *cast("a", BELKA, NORA), *cast("b", BELKA, NORA)], (left, "a"), (right, "b"))


def test_alike_names_need_one_country_and_one_companion() -> None:
    claims = [say("Mijaíl Gordachov", party="Rusia"), say("Mijaíl Gordachev", "b", party="Rusia")]
    assert not one(claims, ("Mijaíl Gordachov", "a"), ("Mijaíl Gordachev", "b"))
    assert one([*claims, *cast("a", BELKA), *cast("b", BELKA)], ("Mijaíl Gordachov", "a"), ("Mijaíl Gordachev", "b"))


def test_usual_given_names_need_more_than_their_letters() -> None:
    claims = [say("Marta Ruiz"), say("Martha Ruiz", "b")]
    assert not one(claims, ("Marta Ruiz", "a"), ("Martha Ruiz", "b"))


def test_a_surname_is_the_one_full_name_of_its_article() -> None:
    assert one([say("Torrente"), say(ILDA)], ("Torrente", "a"), (ILDA, "a"))
    table = merge_actors([say("Torrente"), say(ILDA), say("Saúl Torrente")])
    assert len({table.id_of(name, "a") for name in ("Torrente", ILDA, "Saúl Torrente")}) == 3
    assert f"'{ILDA}', 'Saúl Torrente'" in reasons(table, "Torrente")


def test_a_surname_is_the_full_name_of_its_story() -> None:
    claims = [say("Torrente"), say(ILDA, "b"), *cast("a", BELKA, NORA), *cast("b", BELKA)]
    assert not one(claims, ("Torrente", "a"), (ILDA, "b"))
    assert one([*claims, *cast("b", NORA)], ("Torrente", "a"), (ILDA, "b"))


def test_a_surname_never_brings_two_persons_together() -> None:
    claims = [say("Torrente", "a"), say(ILDA, "a"), say("Torrente", "b"), say("Saúl Torrente", "b")]
    claims += [*cast("a", BELKA, NORA), *cast("b", BELKA, NORA)]
    assert not one(claims, (ILDA, "a"), ("Saúl Torrente", "b"))


def test_a_double_surname_is_the_longer_name() -> None:
    assert one(
        [say("Ilda Torrente Mora"), say(ILDA), say("Torrente Mora")],
        ("Ilda Torrente Mora", "a"),
        (ILDA, "a"),
        ("Torrente Mora", "a"),
    )
    assert not one([say("Ilda Torrente Mora"), say(ILDA, "b")], ("Ilda Torrente Mora", "a"), (ILDA, "b"))


def test_the_same_name_for_two_countries_is_two_persons() -> None:
    claims = [say(ILDA, party="Chile"), say(ILDA, "b", party="Bolivia"), say(ILDA, "c", party="Chile")]
    assert not one(claims, (ILDA, "a"), (ILDA, "b"))
    assert one(claims, (ILDA, "a"), (ILDA, "c"))


# --- those without a name ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [("fuentes", "unnamed"), ("ministro", "person"), ("portavoz de la Policía", "person"), ("informe", "document")],
)
def test_who_has_no_name_is_another_in_every_article(name: str, kind: str) -> None:
    claims = [say(name, a, kind) for a in "ab"] + cast("a", BELKA, NORA) + cast("b", BELKA, NORA)  # type: ignore[arg-type]
    table = merge_actors(claims)
    assert table.id_of(name, "a") != table.id_of(name, "b")
    assert "apart: " in reasons(table, name)


def test_unnamed_sources_of_one_country_are_a_class() -> None:
    claims = [say("funcionarios noruegos", a, "unnamed", party="Noruega") for a in "ab"]
    assert one(claims, ("funcionarios noruegos", "a"), ("funcionarios noruegos", "b"))


# --- the table --------------------------------------------------------------------------------------------------------


def test_party_of_a_spokesman_is_whom_he_acts_for() -> None:
    table = merge_actors([say(ILDA, party="Noruega"), say(BELKA)])
    assert table.party_of(Source(ILDA, "person", acts_for="Noruega"), "a") == "country:NO"
    assert table.party_of(Source(BELKA, "person"), "a") == "belka ostrom"


def test_a_name_that_nobody_has_has_no_id() -> None:
    table = merge_actors([say(ILDA)])
    assert table.id_of("Otra Persona", "a") is None
    assert table.id_of(None, "a") is None
    assert table.name_of("otra persona") == "otra persona"


def test_the_canonical_name_is_the_most_frequent_full_one() -> None:
    claims = [
        say("Ilda Torrente"),
        say("ILDA TORRENTE"),
        say("ILDA TORRENTE", "b"),
        say("Torrente"),
        say("Torrente", "b"),
        say("Torrente", "c"),
    ]
    table = merge_actors(claims)
    assert table.name_of("ilda torrente") == "ILDA TORRENTE"


def test_an_article_without_new_evidence_changes_no_id() -> None:
    claims = [
        say("Serguéi Malorov", party="Rusia"),
        say("Sergey Malorov", "b", party="Rusia"),
        body("Ministerio de Salud"),
    ]
    before = merge_actors(claims)
    after = merge_actors(
        [*claims, *(say("Sergey Malorov", f"n{n}", party="Rusia") for n in range(5)), body("Ministerio de Salud", "z")]
    )
    for name, article in (("Serguéi Malorov", "a"), ("Sergey Malorov", "b"), ("Ministerio de Salud", "a")):
        assert after.id_of(name, article) == before.id_of(name, article)


def test_ids_are_unique() -> None:
    claims = [
        say("Alba", kind="organization"),
        body("alba"),
        say("ALBA", kind="organization"),
        say("Ana Ríos", of="alba"),
        say("Alba", "b"),
    ]
    table = merge_actors(claims)
    assert len({actor.id for actor in table.actors}) == len(table.actors)
