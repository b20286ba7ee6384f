"""How far a mention extends."""

from __future__ import annotations

import pytest

from careo.analyze.mentions import find_mention
from careo.lang import parse_example

from .reading import PACK, head_of, read

EXTENTS = [
    "{x:La ministra de Trabajo, Ana Robledo}, anunció una mesa de diálogo.",
    "{x:El presidente de la patronal Joaquín Arce} anunció un recurso.",
    "{x:Joaquín Arce, presidente de la patronal}, anunció un recurso.",
    "Según {x:Lidia Tamayo, sismóloga del Instituto Geofísico}, habrá réplicas.",
    "«No hay agua», dijo {x:Rosaura Medina, vecina del barrio}.",
    "{x:Una fuente judicial, que pidió no ser identificada}, confirmó la orden.",
    "{x:Fuentes del sector consultadas por este diario} descartan el cierre.",
    "{x:Un portavoz de la empresa que pidió el anonimato} confirmó los despidos.",
    "{x:El alcalde}, que visitó la zona el martes, pidió ayuda.",
    "{x:Teodoro Salas}, que visitó la zona el martes, pidió ayuda.",
    "{x:La Federación de Pescadores (FEPES)} convocó otra huelga.",
    "{x:El Ministerio de Salud} elevó la cifra el lunes.",
    "{x:El ministro de Hacienda} aseguró en un comunicado que no subirá el impuesto.",
    "{x:La fiscal} pidió tras la vista una pena menor.",
    "{x:Los vecinos que viven junto al río} temen otra crecida.",
    "{x:Chile y Perú} firmaron el acuerdo.",
    "{x:El rector y la decana} firmaron el acuerdo.",
    "{x:Los funcionarios de inteligencia de Chile, Perú y Bolivia} firmaron el acuerdo.",
    "{x:Funcionarios bolivianos} lo negaron.",
    "{x:El ejército de Tailandia} lo negó.",
    "De acuerdo con {x:un informe de la Contraloría}, faltan doce millones.",
    "{x:Un representante chileno ante las Naciones Unidas} lo negó.",
    "{x:El gobernador de la provincia, Darío Luque}, suspendió las clases.",
    "{x:Casi todos los sindicatos} rechazan la oferta.",
    "{x:Elvira Soto, de 52 años}, perdió la casa.",
    "A juicio de {x:la portavoz del gobierno, Inés Prado}, el plan funciona.",
    "{x:El entrenador del Deportivo Almenara} criticó al árbitro.",
    "{x:La jueza Marta Ibáñez} archivó la causa.",
    "{x:Médicos Sin Fronteras} evacuó el hospital.",
    "{x:El vocero presidencial, Óscar Lema}, dijo ayer que no hay acuerdo.",
    "{x:La Casa Blanca} dijo que no hay acuerdo.",
    "{x:Ellos} dijeron que no hay acuerdo.",
]


@pytest.mark.parametrize("marked", EXTENTS)
def test_extent(marked: str) -> None:
    example = parse_example(marked)
    document = read(example.text)
    span = example.spans("x")[0]
    found = find_mention(document, head_of(document, span), PACK)
    assert found.of(example.text) == span.of(example.text)
