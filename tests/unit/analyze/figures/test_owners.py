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
    (
        "Al menos 37 personas murieron en Tarma. Los heridos fueron llevados a Puerto Sauce. El obispo redujo a 21 el número de muertos.",
        {"Al menos 37": "Tarma", "21": "Tarma"},
    ),
    (
        "El incendio quemó 900 hectáreas en Calama. El fuego no llegó a Arica. Son ya 1.200 las hectáreas quemadas.",
        {"900 hectáreas": "Calama", "1.200": "Calama"},
    ),
    (
        "Hay dos actos. La manifestación del Sindicato Obrero reunió a 60.000 personas. La del Frente Popular congregó a 20.000.",
        {"60.000": "Sindicato Obrero", "20.000": "Frente Popular"},
    ),
    ("La marcha de Lima reunió a 60.000 personas.", {"60.000": "Lima"}),
    ("Llueve en Lima. La empresa Petronórdica ha contratado a 1.800 personas.", {"1.800": "Petronórdica"}),
    ("Llueve en Lima. El Ministerio de Salud ofrece la contratación de 450 enfermeras.", {"450": "Ministerio de Salud"}),
    ("Llueve en Arica. La Policía Nacional contó 23 barcos.", {"23 barcos": "Arica"}),
    ("Hubo 12 heridos en Lima. En Cusco hubo cinco.", {"12 heridos": "Lima", "cinco": "Cusco"}),
    ("La acería Auriga despidió a 420 obreros. El sindicato Unión del Metal afirma que los despedidos son 600.", {"600": "Auriga"}),
    ("La empresa Metalor recorta 300 plazas en Arica; el sindicato habla de 500.", {"300 plazas": "Metalor", "500": "Metalor"}),
    (
        "Hubo 73 muertos en Ica, 13 en el estado de México y uno en Tacna. El alud paró México.",
        {"73": "Ica", "13": "estado de México"},
    ),
    ("Hubo 13 muertos en la región de Tacna.", {"13": "Tacna"}),
    ("El gobernador de Tacna, Luis Arce, dijo que en la región hay 35 heridos. El alud paró Perú.", {"35": "Tacna"}),
    ("Ayer ardió un cerro en Ica. Según Blas Ruiz, en el municipio hay 40 heridos.", {"40": "Ica"}),
    (
        "La huelga tuvo un seguimiento en Girona del 83%, Lleida el 76% y Tarragona un 75%.",
        {"83%": "Girona", "el 76%": "Lleida", "un 75%": "Tarragona"},
    ),
    ("El fiscal Luis Paz fijó en 300 millones de euros el déficit de Auriga.", {"300": "Auriga"}),
    ("El superintendente de Seguros elevó a 90 millones de euros el agujero de la mutua Auriga.", {"90": "Auriga"}),
    ("El ejército causó 100 muertos y 250 heridos a las fuerzas de Perú.", {"100": "Perú", "250": "Perú"}),
    ("La Defensoría del Pueblo entregó ayer 44 nombres.", {"44": "Defensoría del Pueblo"}),
    (
        "La naviera Transportes Auriga cerró en Arica. Transportes Auriga no paga. La empresa habla de 780 despidos.",
        {"780": "Transportes Auriga"},
    ),
    (
        "La marcha de Lima reunió a 500 personas. Las de las demás ciudades peruanas reunieron a 30.000 personas.",
        {"30.000": "Perú"},
    ),
    (
        "Hubo 58 muertos en Perú. El gobernador de Tacna, Luis Arce, dijo que en la región hay 35 muertos.",
        {"35": "Tacna"},
    ),
    ("El alcalde de Ica dijo que Tarma es el municipio más afectado, con 30 muertos.", {"30": "Tarma"}),
    ("Hubo 73 muertos en Arica, 45 en Iquique y 1 en Calama.", {"45": "Iquique", "1": "Calama"}),
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
