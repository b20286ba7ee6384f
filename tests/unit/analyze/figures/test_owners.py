"""Whose the figures of a text are: those counted, the place beside them, the body they belong to, the agent, the place of the event."""

from __future__ import annotations

import pytest

from careo.analyze.actors import find_actor
from careo.analyze.figures import find_figures
from careo.analyze.figures.datelines import find_dateline
from careo.analyze.figures.vocabulary import build_vocabulary
from careo.lang import load_pack
from careo.model import Span
from careo.parse import load_parser

CASES = [
    ("Hay 58 muertos: 45 en Arica, 10 en Iquique y tres en Calama.", {"45": "Arica", "10": "Iquique", "tres": "Calama"}),
    ("La marcha reunió en Lima a 50.000 personas.", {"50.000 personas": "Lima"}),
    ("Las marchas llenaron Cusco (25.000 asistentes) y Arequipa (9.000).", {"25.000 asistentes": "Cusco", "9.000": "Arequipa"}),
    ("Murieron 12 pescadores en el puerto de Iquique.", {"12 pescadores": "Iquique"}),
    ("Hubo 30 detenidos en la calle Mayor de Lima.", {"30 detenidos": "Lima"}),
    ("Hubo 30 heridos en la avenida Bolognesi de Lima.", {"30 heridos": "Lima"}),
    ("La Universidad de Almarán cerró. La crisis de Almarán dejó 40 muertos.", {"40 muertos": "Almarán"}),
    ("Un alud sepultó el sábado dos aldeas en Calama. Los muertos son 41.", {"41": "Calama"}),
    ("El Ejército de Perú admitió bajas. Murieron 11 soldados.", {"11 soldados": "Perú"}),
    ("La fabricante de coches Auriga confirmó el despido de 300 obreros.", {"300 obreros": "Auriga"}),
    ("La candidata de Fuerza Sur, Delia Huamán, lidera el recuento con 143.210 votos.", {"143.210 votos": "Delia Huamán"}),
    ("Huamán obtuvo 211.407 votos, contra 198.350 de Pedro Lozano.", {"198.350": "Pedro Lozano"}),
    ("Perú envió 120 médicos y Chile prometió otros 60.", {"120 médicos": "Perú", "60": "Chile"}),
    (
        "Soldados chilenos entraron en Perú en mayo. Según la prensa, 1.500 soldados combaten en la sierra de Perú.",
        {"1.500 soldados": "Chile"},
    ),
    ("Los soldados de Chile cruzaron el río. Otros 300 soldados siguen en Tarma, en Perú.", {"300 soldados": "Chile"}),
    ("Perú admite que 1.600 soldados suyos lucharon junto al ejército de Chile.", {"1.600": "Perú"}),
    ("Chile niega que sus 300 soldados lucharan. Luego murieron 12 soldados.", {"300": "Chile", "12": "Chile"}),
    ("El canciller agradeció a Perú el envío de 40 ambulancias.", {"40": "Perú"}),
    ("Los rebeldes de Tacna avanzan. En Chile se han desplegado 30 soldados.", {"30": "Chile"}),
    ("La riada de Tolmera acabó. Los muertos son 41.", {"41": "Tolmera"}),
    ("La protesta de Iriarte sorprendió. Blas Iriarte dirigía el coro. Hay 40 heridos.", {"40": None}),
    ("La Cámara de Comercio cifra el daño en 300 millones de pesos.", {"300": None}),
    ("La Cámara de Comercio cifra sus pérdidas en 300 millones de pesos.", {"300": "Cámara de Comercio"}),
    ("Un tribunal condenó a Julio Arce a 12 años de cárcel.", {"12 años": "Julio Arce"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "owners"), CASES, ids=[text for text, _ in CASES])
def test_owner_of_a_figure(text: str, owners: dict[str, str]) -> None:
    document = load_parser("es").parse(text, [Span(0, len(text))])
    found = {figure.text: figure.of for figure in find_figures(document, load_pack("es"), find_actor)}
    for words, owner in owners.items():
        start = [f for f in found if f.startswith(words) or words.startswith(f)]
        assert [found[f] for f in start] == [owner], found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LIMA, 3 nov (EFE).- Un alud", "Lima"),
        ("AGENCIA | Puerto Nuevo.- La misión", "Puerto Nuevo"),
        ("AP).— El alud", None),
        ("Un alud sepultó dos aldeas.", None),
    ],
)
def test_dateline(text: str, place: str | None) -> None:
    assert find_dateline(text, load_pack("es").derived(build_vocabulary)) == place


def test_the_foot_of_a_page_is_no_dateline() -> None:
    paragraphs = ["Una crecida arrasó dos barrios.", *[f"Pasó el día {n}." for n in range(7)]]
    text = "\n".join([*paragraphs, "Hemeroteca de El Faro - Imprimir"])
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 1
    assert find_dateline(text, load_pack("es").derived(build_vocabulary)) == "Hemeroteca de El Faro"
    assert find_dateline(text, load_pack("es").derived(build_vocabulary), blocks) is None
