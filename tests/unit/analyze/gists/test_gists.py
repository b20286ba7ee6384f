"""Gists of sentences of our own: polarity, told or planned, who does it to whom, what answers what. The news in them is invented."""

from __future__ import annotations

import pytest

from careo.model import Claim
from careo.pipeline.analysis import analyze_text


def claims_of(text: str) -> tuple[Claim, ...]:
    return analyze_text(text, published="2024-05-15").claims


def claim_with(text: str, words: str) -> Claim:
    return next(c for c in claims_of(text) if words in c.content.text)


POLARITY = [
    ("El alcalde dijo que el puente cayó.", "puente", 1),
    ("El alcalde dijo que el puente no cayó.", "puente", -1),
    ("El alcalde negó que el puente cayera.", "puente", -1),
    ("El alcalde dijo que ningún puente cayó.", "puente", -1),
    ("El alcalde dijo que ni un solo puente cayó.", "puente", -1),
    ("El alcalde dijo que ninguno de los puentes cayó.", "puente", -1),
    ("El alcalde dijo que no pocos puentes cayeron.", "puente", 1),
    ("El alcalde negó que ningún puente cayera.", "puente", -1),
    ("El alcalde negó que ninguno de los puentes cayera.", "puente", -1),
    ("El alcalde duda de que el puente caiga.", "puente", 0),
    ("El alcalde pidió que el puente se cierre.", "puente", 0),
    ("El alcalde tachó de «bulos» las informaciones sobre el puente.", "puente", -1),
    ("El alcalde afirmó que la noticia del puente es falsa.", "puente", -1),
    ("El alcalde calificó el puente de «bonito».", "puente", 0),
    ("El alcalde lamentó que Chile no enviara soldados al puente.", "puente", -1),
    ("El alcalde agradeció a Chile por enviar soldados al puente.", "puente", 1),
]


@pytest.mark.parametrize(("text", "words", "polarity"), POLARITY)
def test_polarity(text: str, words: str, polarity: int) -> None:
    gist = claim_with(text, words).gist
    assert gist is not None
    assert gist.polarity == polarity


MODES = [
    ("La ministra dijo que Chile envió soldados a Perú.", "deed"),
    ("La ministra dijo que Chile enviará soldados a Perú.", "plan"),
    ("La ministra dijo que Chile planea enviar soldados a Perú.", "plan"),
    ("La ministra prometió enviar soldados a Perú.", "plan"),
    ("La ministra dijo que sería grave si Chile enviara soldados a Perú.", "condition"),
    ("La ministra acusó a Irán de enviar soldados a Perú.", "deed"),
]


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_mode(text: str, mode: str) -> None:
    gist = claim_with(text, "soldados").gist
    assert gist is not None
    assert gist.mode == mode


AGENTS = [
    ("El diario dijo que se han enviado tropas chilenas a Perú.", "Chile"),
    ("Una fuente dijo que personal chileno fue enviado a Perú.", "Chile"),
    ("El ministro de Defensa de Chile confirmó que sus tropas fueron desplegadas en Perú.", "Chile"),
    ("Chile se comprometió a enviar soldados a Perú.", "Chile"),
    ("La fuente dijo que Chile envió tropas peruanas a la isla.", "Chile"),
    ("La ministra acusó a Chile de enviar instructores a la sierra.", "Chile"),
    ("«No hemos enviado tropas a nadie», dijo el canciller de Chile, Juan Rojas.", "Chile"),
]


@pytest.mark.parametrize(("text", "agent"), AGENTS)
def test_who_sends(text: str, agent: str) -> None:
    event = next(c.event for c in claims_of(text) if c.event is not None)
    assert event.agent == agent
    assert event.type == "deployment"


def test_a_deed_of_which_the_article_told_has_its_doer() -> None:
    text = "La OTAN dijo que Chile envió soldados a Perú. El canciller de Brasil confirmó el movimiento de tropas."
    event = claim_with(text, "movimiento").event
    assert event is not None
    assert event.agent == "Chile"


def test_roles_in_the_active_voice() -> None:
    gist = claim_with("El juez dijo que la puerta fue abierta por la naviera.", "puerta").gist
    assert gist is not None
    assert (gist.predicate, gist.agent, gist.patient) == ("abrir", "naviera", "puerta")


def test_who_is_accused_does_it() -> None:
    gist = claim_with("Los vecinos acusan a la naviera de haber abierto las compuertas.", "compuertas").gist
    assert gist is not None
    assert (gist.predicate, gist.agent, gist.patient) == ("abrir", "naviera", "compuerta")


def test_what_a_rumor_tells_is_what_counts() -> None:
    gist = claim_with("El alcalde desmintió los rumores sobre el cierre del puerto.", "rumores").gist
    assert gist is not None
    assert (gist.predicate, gist.patient, gist.polarity) == ("cerrar", "puerto", -1)


def test_a_pronoun_stands_for_what_the_clause_before_spoke_of() -> None:
    text = (
        "El Gobierno tachó de «bulo» las informaciones sobre el despliegue de tropas por Chile, "
        "mientras que un diplomático chileno las calificó de «rumores infundados»."
    )
    first, second = claim_with(text, "bulo"), claim_with(text, "rumores")
    assert first.gist is not None
    assert second.gist is not None
    assert second.gist.answers == first.id
    assert (first.gist.polarity, second.gist.polarity) == (-1, -1)


def test_what_both_deny_is_the_charge_before() -> None:
    text = "Varios gobiernos han acusado a Chile de suministrar armas a Perú, un cargo que ambos países han negado."
    charge, denial = claim_with(text, "suministrar"), claim_with(text, "cargo")
    assert denial.gist is not None
    assert denial.gist.answers == charge.id
    assert denial.gist.polarity == -1


def test_whose_word_it_is_decides() -> None:
    text = (
        "Chile dijo que sus tropas tomaron el fuerte. La Cruz Roja dijo que hay heridos. "
        "Funcionarios peruanos negaron el reclamo de Chile."
    )
    denial = claim_with(text, "reclamo")
    assert denial.gist is not None
    assert denial.gist.answers == claim_with(text, "fuerte").id


def test_who_disputes_a_number_does_not_deny_the_event() -> None:
    text = "La naviera confirmó el despido de 300 obreros. El sindicato rechazó esa cifra."
    gist = claim_with(text, "cifra").gist
    assert gist is not None
    assert gist.answers is not None
    assert gist.polarity == 0


def test_what_nobody_said_is_answered_by_nobody() -> None:
    gist = claim_with("El puerto cerró el lunes. La naviera negó la acusación.", "acusación").gist
    assert gist is not None
    assert gist.answers is None


def test_an_older_saying_is_told_as_one() -> None:
    text = "El alcalde admitió que el puente cayó. Antes había negado que el puente estuviera en peligro."
    told = {c.content.text: c.gist.past for c in claims_of(text) if c.gist is not None}
    assert [past for _, past in sorted(told.items())] == [False, True]
