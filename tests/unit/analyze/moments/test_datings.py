"""When it was said: the cue and the contents are marked, the date is what a reader would write down."""

from __future__ import annotations

import pytest

from careo.analyze.moments import resolve_as_of, resolve_said
from careo.lang import parse_example
from careo.text.document import Document, Token
from tests.unit.analyze.moments.reading import Reader

MONDAY = "2024-10-28"

SAID = """
La consejera {cue:confirmó} el lunes que {content:la presa tiene grietas}. | 2024-10-28
El martes, la consejera {cue:confirmó} que {content:la presa tiene grietas}. | 2024-10-22
La consejera {cue:confirmó} que {content:la presa tiene grietas desde el martes}. | -
La consejera, el viernes, {cue:negó} que {content:haya grietas}. | 2024-10-25
"{content:No hay grietas}", {cue:dijo} el viernes la consejera. | 2024-10-25
"{content:El viernes no había grietas}", {cue:dijo} la consejera. | -
{content:La presa tiene grietas}, {cue:informó} ayer la empresa. | 2024-10-27
En junio, la consejera {cue:dijo} que {content:la presa era segura}. | 2024-06
En su mensaje semanal en vídeo el domingo, la consejera {cue:dijo} que {content:la presa es segura}. | 2024-10-27
Durante la visita de la ministra a Orlada en junio, los dos países se {cue:comprometieron} a {content:reparar la presa}. | 2024-06
En una entrevista emitida el jueves, la consejera {cue:admitió} {content:fallos en la presa}. | 2024-10-24
En un comunicado difundido el jueves, la empresa {cue:negó} que {content:haya fallos}. | 2024-10-24
Un informe del jueves {cue:señala} que {content:la presa tiene fallos}. | 2024-10-24
Un informe publicado el jueves {cue:señala} que {content:la presa tiene fallos}. | 2024-10-24
{cue:Según} un informe publicado el jueves, {content:la presa tiene fallos}. | 2024-10-24
La consejera {cue:confirmó} el jueves {content:los fallos}. | 2024-10-24
La consejera {cue:agradeció} el jueves {content:a los bomberos su trabajo} y prometió {content:más medios}. | 2024-10-24
La consejera agradeció el jueves {content:a los bomberos su trabajo} y {cue:prometió} {content:más medios}. | 2024-10-24
La consejera confirmó el jueves {content:los fallos}, {cue:afirmando} que {content:la obra empezará pronto}. | 2024-10-24
El alcalde {cue:dijo} que {content:el agua es potable}, hablando en el pleno el jueves. | 2024-10-24
La fuente {cue:dijo} la semana pasada que {content:la presa tiene fallos}. | 2024-W43
La empresa {cue:estimó} el mes pasado que {content:la obra costará 12 millones}. | 2024-09
El ministerio {cue:anunció} hace dos semanas que {content:abrirá la presa}. | 2024-W42
El alcalde, consultado el jueves por la prensa, {cue:negó} {content:los hechos}. | 2024-10-24
Consultado el jueves por la prensa, el alcalde {cue:negó} {content:los hechos}. | 2024-10-24
Ana Zamudio, detenida el jueves, {cue:negó} {content:los hechos}. | -
La consejera {cue:negó} {content:los hechos}. | -
La consejera, que llegó el jueves a Orlada, {cue:negó} {content:los hechos}. | -
La consejera {cue:dijo} desde 2022 que {content:la presa es segura}. | -
El alcalde llegó el jueves a Orlada. La consejera {cue:negó} {content:los hechos}. | -
La consejera volvió el jueves a {cue:negar} que {content:haya fallos}. | 2024-10-24
El alcalde afirmó el jueves que {content:la consejera {cue:negó} los hechos}. | -
El alcalde llegó el sábado a la presa. El operador {cue:dijo} dos días antes que {content:no había fallos}. | 2024-10-24
El sábado, la alcaldesa dijo que {content:duda}. Solo un día antes, la alcaldesa había {cue:dicho} que {content:firmaría}. | 2024-10-25
La empresa calló el lunes. Horas después, el sindicato {cue:denunció} {content:los despidos}. | 2024-10-28
El juez habló el lunes. Por la tarde, el fiscal {cue:pidió} {content:la nulidad del juicio}. | 2024-10-28
El juez calificó de falsa la versión publicada el jueves por un diario, {cue:según} la cual {content:hubo pagos}. | 2024-10-24
La alcaldesa tildó de absurda la nota difundida el jueves por una radio, según la {cue:cual} {content:hubo sobornos}. | 2024-10-24
Lo informó ayer la directora, Ana Zamudio, quien {cue:admitió} que {content:hubo pagos}. | 2024-10-27
La consejera {cue:destacó} como "{content:un avance}" el Índice de Aguas Limpias registrado en septiembre. | -
Conforme al plan aprobado en marzo, la consejera {cue:anunció} {content:la compra de diez bombas}. | -
En la capital, el índice había {cue:mostrado} {content:una suba del 3,1%} en enero. | -
Tras el anuncio del jueves, la oposición {cue:pidió} {content:explicaciones}. | -
Antes de la votación del jueves, el bloque {cue:reclamó} {content:más tiempo}. | -
En la reunión del jueves, el bloque {cue:reclamó} {content:más tiempo}. | 2024-10-24
En un acto celebrado el jueves, la consejera {cue:admitió} {content:fallos}. | 2024-10-24
El alcalde {cue:calificó} de {content:falso} el informe del jueves. | -
Detenido el jueves, el gerente {cue:negó} {content:los hechos}. | -
Minutos después, la consejera {cue:negó} {content:los hechos}. | -
Horas antes de la redada, la consejera {cue:negó} que {content:hubiera pagos}. | -
En mayo, la consejera visitó la isla. Durante ese viaje, el ministro {cue:prometió} {content:ayuda}. | -
{content:Hay tres heridos}, {cue:según} el recuento que presentó el jueves el hospital. | 2024-10-24
Lo reveló hoy el abogado de la empresa, Blas Quer, quien {cue:aseguró} que {content:no pagará}. | 2024-10-28
El juez pidió hoy calma y la defensa {cue:reclamó} {content:su libertad}. | -
El juez pidió hoy {content:calma} y "{content:no habrá trato}", {cue:agregó}. | -
"{content:Hoy puedo confirmar que la presa se reparará}", {cue:declaró} la consejera. | 2024-10-28
"{content:La presa se reparará hoy}", {cue:declaró} la consejera. | -
La consejera compareció el domingo en Orlada. "{content:Hoy puedo confirmar que la presa se reparará}", {cue:declaró}. | 2024-10-27
"""

AS_OF = """
La empresa envió {figure:3.000 camiones} a principios de este año. | - | 2024
La empresa envió {figure:3.000 camiones} el otoño pasado. | - | 2023-23
Hasta el viernes habían muerto {figure:300 personas}. | - | 2024-10-25
La presa tenía {figure:300 grietas} en 2019. | - | 2019
{figure:300 obreros} que llegaron en mayo siguen en Orlada. | - | 2024-05
El alcalde dijo el lunes que hay {figure:300 obreros} en Orlada. | 2024-10-28 | -
La empresa contó {figure:300 grietas}. | - | -
La empresa contó el lunes {figure:300 grietas}. | 2024-10-28 | -
"""


def rows(table: str) -> list[object]:
    return [pytest.param(*(c.strip() for c in row.split(" | ")), id=row[:70]) for row in table.strip().split("\n")]


def find_token(document: Document, start: int) -> Token:
    return next(t for t in document.tokens if t.start == start)


@pytest.mark.parametrize(("marked", "said"), rows(SAID))
def test_said(marked: str, said: str, read: Reader) -> None:
    example = parse_example(marked)
    document, moments = read(example.text, MONDAY)
    cue = find_token(document, example.spans("cue")[0].start)
    excluded = [c for c in example.spans("content") if not c.contains(cue.span)]
    assert resolve_said(document, cue, moments, excluded, MONDAY) == (None if said == "-" else said)


@pytest.mark.parametrize(("marked", "said", "as_of"), rows(AS_OF))
def test_as_of(marked: str, said: str, as_of: str, read: Reader) -> None:
    example = parse_example(marked)
    document, moments = read(example.text, MONDAY)
    (figure,) = example.spans("figure")
    found = resolve_as_of(document, figure, moments, None if said == "-" else said)
    assert found == (None if as_of == "-" else as_of)


def test_without_publication_nothing_is_guessed(read: Reader) -> None:
    document, moments = read("La consejera dijo el lunes que no.", None)
    assert moments == ()
    assert resolve_said(document, document.tokens[2], moments, (), None) is None
