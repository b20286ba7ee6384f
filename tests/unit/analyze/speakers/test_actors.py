"""Which party a word stands for."""

from __future__ import annotations

import pytest

from careo.analyze.actors import find_actor
from careo.lang import parse_example

from .reading import PACK, head_of, read

PARTIES = [
    ("Murieron tres {x:norcoreanos} en la frontera.", "Corea del Norte"),
    ("Un {x:norcoreano} pidió asilo.", "Corea del Norte"),
    ("Según la {x:RPDC}, la prueba fue un éxito.", "Corea del Norte"),
    ("{x:Pyongyang} no respondió.", "Corea del Norte"),
    ("El ejército {x:surcoreano} lo confirmó.", "Corea del Sur"),
    ("{x:EE.UU.} retirará a su embajador.", "Estados Unidos"),
    ("{x:EEUU} retirará a su embajador.", "Estados Unidos"),
    ("{x:Washington} retirará a su embajador.", "Estados Unidos"),
    ("{x:La Casa Blanca} guardó silencio.", "Estados Unidos"),
    ("{x:El Pentágono} guardó silencio.", "Estados Unidos"),
    ("{x:El Kremlin} guardó silencio.", "Rusia"),
    ("Avanzaron las {x:tropas rusas}.", "Rusia"),
    ("Avanzaron {x:los soldados de Rusia}.", "Rusia"),
    ("{x:Downing Street} guardó silencio.", "Reino Unido"),
    ("{x:El Elíseo} guardó silencio.", "Francia"),
    ("{x:La Casa Rosada} guardó silencio.", "Argentina"),
    ("{x:Miraflores} guardó silencio.", "Venezuela"),
    ("{x:El Planalto} guardó silencio.", "Brasil"),
    ("{x:Moncloa} guardó silencio.", "España"),
    ("{x:Bruselas} exige un ajuste.", "Unión Europea"),
    ("{x:La Alianza Atlántica} reforzará la misión.", "OTAN"),
    ("Lo pidió el {x:secretario general de la ONU}.", "ONU"),
    ("{x:Las Naciones Unidas} pidieron calma.", "ONU"),
    ("Votaron {x:los neozelandeses}.", "Nueva Zelanda"),
    ("Llegaron dos {x:buques iraníes}.", "Irán"),
    ("Llegaron dos {x:pesqueros portugueses}.", "Portugal"),
    ("Llegó una {x:delegación alemana}.", "Alemania"),
    ("Llegó el {x:canciller de Costa de Marfil}.", "Costa de Marfil"),
    ("Hablaron {x:los funcionarios guatemaltecos}.", "Guatemala"),
    ("Hablaron {x:las autoridades de El Salvador}.", "El Salvador"),
    ("{x:El Fondo Monetario Internacional} rebajó la previsión.", "Fondo Monetario Internacional"),
    ("{x:La OMS} rebajó la alerta.", "Organización Mundial de la Salud"),
    ("{x:La Xunta} rebajó la alerta.", "Galicia"),
    ("Moscu, sin acento, tambien vale: {x:Moscu} callo.", "Rusia"),
]

NO_PARTY = [
    "Cerró {x:la moneda} a la baja.",
    "Los municipios vivieron {x:unidos} la crisis.",
    "Habló {x:el alcalde}.",
    "Habló {x:Rosaura Medina}.",
    "Subió {x:la renta}.",
    "Compró {x:una granada} madura.",
]


@pytest.mark.parametrize(("marked", "party"), PARTIES)
def test_party(marked: str, party: str) -> None:
    example = parse_example(marked)
    document = read(example.text)
    assert find_actor(document, head_of(document, example.spans("x")[0]), PACK) == party


@pytest.mark.parametrize("marked", NO_PARTY)
def test_no_party(marked: str) -> None:
    example = parse_example(marked)
    document = read(example.text)
    assert find_actor(document, head_of(document, example.spans("x")[0]), PACK) is None
