"""Roles tied to a person or body, the shape of names, and for whom somebody acts."""

from __future__ import annotations

import pytest

from careo.analyze.actors import find_actor
from careo.lang import parse_example
from careo.model import Span

from .reading import PACK, head_of, read, resolve

ROLES = [
    (
        "{who:El general Ramón Cueto} {say:dijo} que hay bajas. «Fue una emboscada», {say:agregó} {who:el jefe militar}.",
        "Ramón Cueto",
    ),
    (
        "La bióloga Irene Duarte presentó el trabajo. {who:La responsable de la investigación} {say:dijo} que faltan datos.",
        "Irene Duarte",
    ),
    (
        "La fiscal Silvana Prado habló. {who:La representante del Ministerio Público} {say:pidió} calma.",
        "Silvana Prado",
    ),
    (
        "La fiscal de Villaseca, Silvana Prado, habló. «Hay pruebas», {say:dijo} {who:la fiscal del caso}.",
        "Silvana Prado",
    ),
    (
        "El jefe de la misión de la OEA, Darío Caputa, habló. {who:El jefe de la misión} {say:pidió} calma.",
        "Darío Caputa",
    ),
    ("La Fiscalía presentó el recurso. {who:El ente acusador} {say:sostiene} que hay pruebas.", "Fiscalía"),
    ("La Fiscalía presentó el recurso. {who:El ministerio público} {say:sostiene} que hay pruebas.", "Fiscalía"),
    (
        "El ministro del Interior, Juan Salvat, viajó. {who:El titular del Ministerio del Interior (Mininter)} {say:dijo} que no.",
        "Juan Salvat",
    ),
    (
        "{who:El ministro de Medio Ambiente del gabinete de la presidenta Laura Robledo, Iván Poblete}, {say:dijo} que no.",
        "Iván Poblete",
    ),
    (
        "Petrosur vertió crudo. {who:La armadora del buque, Nilova Line}, {say:dijo} que no. {who:La firma} {say:pide} pruebas.",
        "Nilova Line",
    ),
]

SHAPES = [
    ("{who:Su portavoz en Gaza, Yusuf al Hamdi}, {say:dijo} que no.", "Yusuf al Hamdi", "person"),
    ("{who:La soldadora Inés Paz} {say:dijo} que no.", "Inés Paz", "person"),
    ("{who:Jorge Burgués, ministro del Interior y Seguridad}, {say:indicó} que no.", "Jorge Burgués", "person"),
    ("{who:El Centro Sismológico Nacional(CSN)} {say:informó} que no.", "Centro Sismológico Nacional", "organization"),
    (
        "{who:Los gobiernos de Perú, Chile y Bolivia} {say:dijeron} que no.",
        "gobiernos de Perú, Chile y Bolivia",
        "group",
    ),
    (
        "El ejército y la guerrilla se enfrentaron. {who:El ejército} {say:admitió} diez bajas.",
        "ejército",
        "government",
    ),
    ("El Ejército Popular de Almenara huyó. {who:El Ejército} {say:dijo} que lo busca.", "Ejército", "government"),
    ("Según {who:el Informe de Finanzas Públicas}, {say:falta} dinero.", "Informe de Finanzas Públicas", "document"),
    ("{who:El sitio Mundo Claro} {say:informó} que hubo heridos.", "sitio Mundo Claro", "organization"),
]

PARTIES = [
    ("{who:El ministro de Comunicación, Iván Poblete}, {say:dijo} que no hubo orden.", None),
    ("{who:La presidenta del Banco Central, Rosana Costas}, {say:dijo} que no.", None),
    ("{who:El canciller de Almenara, Luis Otero}, {say:dijo} que no. Almenara espera.", "Almenara"),
    ("Sarvania espera. {who:El ministro de Defensa de Sarvania, Oleg Pavlin}, {say:dijo} que no.", "Sarvania"),
    ("{who:La Federación Médica de Perú} {say:dijo} que hay 300 heridos.", "Federación Médica de Perú"),
    (
        "{who:El presidente de la Unión de Maestros de Chile, Luis Otero}, {say:dijo} que no.",
        "Unión de Maestros de Chile",
    ),
    ("{who:La aerolínea Vuelos de Noruega} {say:negó} el despido.", "aerolínea Vuelos de Noruega"),
    ("{who:El Ministerio de Salud de Perú} {say:dijo} que hay 120 heridos.", "Perú"),
    ("{who:La Embajada de Chile} {say:dijo} que no.", "Chile"),
]


@pytest.mark.parametrize(("marked", "name"), ROLES)
def test_roles(marked: str, name: str) -> None:
    assert resolve(marked)[-1].name == name


@pytest.mark.parametrize(("marked", "name", "kind"), SHAPES)
def test_shapes(marked: str, name: str, kind: str) -> None:
    source = resolve(marked)[-1]
    assert (source.name, source.kind) == (name, kind)


@pytest.mark.parametrize(("marked", "party"), PARTIES)
def test_for_whom(marked: str, party: str | None) -> None:
    assert resolve(marked)[0].acts_for == party


def _actor(marked: str) -> str | None:
    example = parse_example(marked)
    document = read(example.text)
    span: Span = example.spans("x")[0]
    return find_actor(document, head_of(document, span), PACK)


def test_peoples_of_countries_that_only_the_article_knows() -> None:
    state = "El Ejército de Sarvania avanzó. Sarvania lo celebró. "
    assert _actor(state + "Cruzaron {x:los soldados sarvanos}.") == "Sarvania"
    assert _actor("Cruzaron {x:los soldados sarvanos}. Sarvania lo celebró.") is None


def test_companies_with_a_president_are_no_country() -> None:
    assert _actor("El presidente de Petrosur habló. Petrosur espera. Subieron las acciones de {x:Petrosur}.") is None


def test_governments_named_after_a_person_are_no_country() -> None:
    assert (
        _actor(
            "El Gobierno de Robledo calló. La presidenta Robledo viajó. El embajador de Robledo habló de {x:Robledo}."
        )
        is None
    )


def test_two_countries_that_only_the_article_knows() -> None:
    marked = (
        "El canciller de Sarvania llegó ayer. Sarvania acusó a Belkovia. El canciller de Belkovia respondió. "
        "{who:Ambos países} {say:quieren} la paz."
    )
    assert resolve(marked)[0].name == "Sarvania y Belkovia"
