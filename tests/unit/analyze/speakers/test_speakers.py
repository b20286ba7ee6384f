"""Who speaks, in small invented texts of many sorts: the last cue of each text is the one asked for."""

from __future__ import annotations

import pytest

from .reading import resolve

PERSONS = [
    # the person, not the office, where both stand there
    ("{who:La ministra de Trabajo, Ana Robledo}, {say:anunció} que habrá mesa.", "Ana Robledo", None),
    ("{who:El presidente de Uruguay, Bruno Salvatierra}, {say:dijo} que no irá.", "Bruno Salvatierra", "Uruguay"),
    ("{who:El presidente de Uruguay Bruno Salvatierra} {say:dijo} que no irá.", "Bruno Salvatierra", "Uruguay"),
    ("{who:El canciller chileno, Iván Poblete}, {say:dijo} que no irá.", "Iván Poblete", "Chile"),
    ("{who:Iván Poblete, canciller chileno}, {say:dijo} que no irá.", "Iván Poblete", "Chile"),
    ("{who:El portavoz del Kremlin, Oleg Pavlov}, {say:dijo} que no irá.", "Oleg Pavlov", "Rusia"),
    ("{who:La portavoz de la OTAN, Greta Lund}, {say:dijo} que no irá.", "Greta Lund", "OTAN"),
    ("{who:El portavoz de la empresa Aguasur, Tomás Rey}, {say:dijo} que no habrá cortes.", "Tomás Rey", "Aguasur"),
    ("{who:La sismóloga Lidia Tamayo} {say:dijo} que habrá réplicas.", "Lidia Tamayo", None),
    ("{who:El juez Marcos Ibáñez} {say:dijo} que archivará la causa.", "Marcos Ibáñez", None),
    # fuller name from elsewhere in the article
    ("Rosaura Medina llegó tarde. {who:Medina} {say:dijo} que no hay agua.", "Rosaura Medina", None),
    ("{who:Salas} {say:dijo} que apelará. Teodoro Salas fue condenado ayer.", "Teodoro Salas", None),
    (
        "El embajador alemán, Dieter Krause, viajó a Lima. {who:Krause} {say:dijo} que volverá.",
        "Dieter Krause",
        "Alemania",
    ),
    ("Habló el general peruano Ramiro Cueto. {who:Cueto} {say:negó} el ataque.", "Ramiro Cueto", "Perú"),
    ("Víctor Almeyda declaró ayer. Por la tarde, {who:Almeida} {say:negó} todo.", "Víctor Almeyda", None),
    (
        "{who:El secretario de Defensa estadounidense, RogerHammond}, {say:confirmó} el envío.",
        "Roger Hammond",
        "Estados Unidos",
    ),
    # offices that replace names
    (
        "El presidente de Bolivia, Hugo Mamani, viajó ayer. {who:El presidente boliviano} {say:dijo} que firmará.",
        "Hugo Mamani",
        "Bolivia",
    ),
    (
        "El presidente de Bolivia, Hugo Mamani, viajó ayer. {who:El mandatario} {say:dijo} que firmará.",
        "Hugo Mamani",
        "Bolivia",
    ),
    (
        "El presidente de Bolivia, Hugo Mamani, viajó ayer. {who:El jefe de Estado} {say:dijo} que firmará.",
        "Hugo Mamani",
        "Bolivia",
    ),
    (
        "La ministra de Salud, Inés Prado, viajó a Salta. {who:La ministra} {say:dijo} que hay vacunas.",
        "Inés Prado",
        None,
    ),
    (
        "La ministra de Salud, Inés Prado, viajó con el ministro de Pesca, Luis Oteiza. {who:La ministra} {say:dijo} que hay vacunas.",
        "Inés Prado",
        None,
    ),
    (
        "La ministra de Salud, Inés Prado, viajó con el ministro de Pesca, Luis Oteiza. {who:El ministro} {say:dijo} que hay obras.",
        "Luis Oteiza",
        None,
    ),
    (
        "El presidente de Bolivia, Hugo Mamani, recibió al presidente de Chile, Iván Poblete. {who:El presidente chileno} {say:firmó}.",
        "Iván Poblete",
        "Chile",
    ),
    (
        "La alcaldesa de Villaseca, Nuria Font, visitó el barrio. {who:La alcaldesa} {say:dijo} que habrá ayudas.",
        "Nuria Font",
        None,
    ),
    (
        "El alcalde de Villaseca, Pau Ferrer, visitó el barrio. {who:El edil} {say:dijo} que habrá ayudas.",
        "Pau Ferrer",
        None,
    ),
    ("El exalcalde Pau Ferrer declaró ayer. {who:El exalcalde} {say:dijo} que es inocente.", "Pau Ferrer", None),
    (
        "La fiscal Irene Duarte habló dos horas. {who:La acusadora pública} {say:dijo} que hay pruebas.",
        "Irene Duarte",
        None,
    ),
    (
        "Su abogado, Mateo Lillo, pidió la absolución. «No hay pruebas», {say:aseguró} {who:el letrado}.",
        "Mateo Lillo",
        None,
    ),
    (
        "{who:Kim Song Ho} {say:prometió} apoyo. {who:El líder norcoreano} {say:dijo} que cumplirá.",
        "Kim Song Ho",
        "Corea del Norte",
    ),
    (
        "El vocero presidencial, Óscar Lema, salió a la puerta. {who:El vocero} {say:dijo} que no hay acuerdo.",
        "Óscar Lema",
        None,
    ),
    (
        "La entrenadora del equipo, Alba Ríos, dimitió. {who:La entrenadora} {say:dijo} que está cansada.",
        "Alba Ríos",
        None,
    ),
    ("La senadora Olga Pinto presentó el texto. {who:La legisladora} {say:dijo} que hay votos.", "Olga Pinto", None),
    ("El arzobispo de Loja, Simón Arcos, medió. {who:El prelado} {say:pidió} diálogo.", "Simón Arcos", None),
    (
        "El gobernador de Tarija, Raúl Quispe, viajó. {who:El funcionario} {say:dijo} que no hay daños.",
        "Raúl Quispe",
        None,
    ),
    # pronouns and omitted subjects
    (
        "{who:La jueza Marta Ibáñez} {say:dijo} que hay indicios. Según {who:ella}, {say:faltan} papeles.",
        "Marta Ibáñez",
        None,
    ),
    ("Felipe Correa elogió a los obreros que, {say:según} {who:él}, salvaron la presa.", "Felipe Correa", None),
    ("{who:Rosaura Medina} {say:dijo} que no hay agua. «Nadie viene», {none:agregó}.", "Rosaura Medina", None),
    (
        "{who:Rosaura Medina} {say:dijo} que no hay agua. También {none:denunció} que nadie viene.",
        "Rosaura Medina",
        None,
    ),
    ("El rector Pablo Nieto llegó a las ocho. «No dimito», {none:dijo}.", "Pablo Nieto", None),
    (
        "{who:El fiscal Darío Luque} {say:acusó} al alcalde Pau Ferrer de mentir. «Hay pruebas», {none:añadió}.",
        "Darío Luque",
        None,
    ),
    ("Hablaron Ana Robledo y Joaquín Arce. {who:Este último} {say:dijo} que no hay acuerdo.", "Joaquín Arce", None),
    ("Habló el portavoz de la banca, Luis Oteiza, {who:quien} {say:dijo} que no hay riesgo.", "Luis Oteiza", None),
    # persons with one surname
    (
        "Baltasar Ocaña fue condenado. Su hermana, Miriam Ocaña, quedó libre. {who:Ocaña} {say:dijo} que apelará.",
        "Baltasar Ocaña",
        None,
    ),
    ("Baltasar Ocaña fue condenado. {who:Miriam Ocaña} {say:dijo} que su hermano apelará.", "Miriam Ocaña", None),
]

BODIES = [
    ("{who:El Kremlin} {say:negó} el envío.", "Kremlin", "government", "Rusia"),
    ("{who:Moscú} {say:negó} el envío.", "Rusia", "government", "Rusia"),
    ("{who:La Casa Blanca} {say:negó} el envío.", "Casa Blanca", "government", "Estados Unidos"),
    ("{who:Moncloa} {say:negó} el envío.", "Moncloa", "government", "España"),
    ("{who:Portugal} {say:negó} el envío.", "Portugal", "government", "Portugal"),
    ("{who:La OTAN} {say:negó} el envío.", "OTAN", "organization", "OTAN"),
    ("La OTAN se reunió ayer. {who:La alianza} {say:negó} el envío.", "OTAN", "organization", "OTAN"),
    (
        "El FMI publicó su informe. {who:El organismo} {say:advirtió} de una recesión.",
        "Fondo Monetario Internacional",
        "organization",
        None,
    ),
    ("{who:El Ministerio de Salud de Perú} {say:negó} el brote.", "Ministerio de Salud de Perú", "government", "Perú"),
    (
        "El Ministerio de Salud de Perú envió médicos. {who:El ministerio} {say:negó} el brote.",
        "Ministerio de Salud de Perú",
        "government",
        "Perú",
    ),
    (
        "El Ministerio de Salud de Perú envió médicos. {who:La cartera} {say:negó} el brote.",
        "Ministerio de Salud de Perú",
        "government",
        "Perú",
    ),
    ("{who:El ejército de Tailandia} {say:negó} el ataque.", "ejército de Tailandia", "government", "Tailandia"),
    ("{who:El ejército tailandés} {say:negó} el ataque.", "ejército de Tailandia", "government", "Tailandia"),
    ("{who:El Gobierno colombiano} {say:negó} el pacto.", "Gobierno de Colombia", "government", "Colombia"),
    (
        "La Comisión Nacional de Mercados publicó la lista. {who:La comisión} {say:dijo} que multará.",
        "Comisión Nacional de Mercados",
        "organization",
        None,
    ),
    (
        "La Federación de Pescadores (FEPES) convocó el paro. {who:FEPES} {say:dijo} que seguirá.",
        "Federación de Pescadores",
        "organization",
        None,
    ),
    (
        "La Federación de Pescadores (FEPES) convocó el paro. {who:El gremio} {say:dijo} que seguirá.",
        "Federación de Pescadores",
        "organization",
        None,
    ),
    (
        "La empresa Aguasur cortó el servicio. {who:La compañía} {say:dijo} que lo repondrá.",
        "Aguasur",
        "organization",
        None,
    ),
    (
        "La empresa Aguasur cortó el servicio. {who:Aguasur} {say:dijo} que lo repondrá.",
        "Aguasur",
        "organization",
        None,
    ),
    (
        "El Tribunal Supremo recibió el recurso. {who:El tribunal} {say:dijo} que decidirá.",
        "Tribunal Supremo",
        "government",
        None,
    ),
    ("{who:La Policía} {say:dijo} que hay dos detenidos.", "Policía", "government", None),
    ("{who:Cruz Roja} {say:dijo} que hay cien desplazados.", "Cruz Roja", "organization", None),
    ("{who:El Partido Verde} {say:dijo} que votará en contra.", "Partido Verde", "organization", None),
    (
        "El Partido Verde se reunió. {who:La formación} {say:dijo} que votará en contra.",
        "Partido Verde",
        "organization",
        None,
    ),
    ("{who:Reuters} {say:informó} de un acuerdo.", "Reuters", "organization", None),
    ("{who:KCNA} {say:informó} de un ensayo.", "KCNA", "organization", "Corea del Norte"),
]

OTHERS = [
    ("{who:Fuentes policiales} {say:confirmaron} la fuga.", "fuentes policiales", "unnamed"),
    ("{who:Una fuente judicial, que pidió no ser identificada}, {say:confirmó} la fuga.", "fuente judicial", "unnamed"),
    (
        "{who:Una fuente judicial} {say:confirmó} la fuga. No hay más datos, {say:dijo} {who:la fuente}.",
        "fuente judicial",
        "unnamed",
    ),
    ("{who:Testigos} {say:dijeron} que vieron humo.", "testigos", "unnamed"),
    ("{who:Varios vecinos} {say:dijeron} que vieron humo.", "varios vecinos", "unnamed"),
    ("{who:Los analistas} {say:esperan} que suba.", "analistas", "unnamed"),
    ("{who:Un informe de la Contraloría} {say:señala} que faltan fondos.", "informe de la Contraloría", "document"),
    (
        "{who:Un informe de la Contraloría} {say:señala} que faltan fondos. {who:El informe} {say:dice} que hay culpables.",
        "informe de la Contraloría",
        "document",
    ),
    ("{who:El comunicado} {say:dice} que no habrá clases.", "comunicado", "document"),
    ("{who:Las cifras oficiales} {say:muestran} un alza.", "cifras oficiales", "document"),
    ("{who:La sentencia} {say:dice} que hubo dolo.", "sentencia", "document"),
    ("{who:Los manifestantes} {say:exigen} que dimita.", "manifestantes", "group"),
    ("{who:Las familias de las víctimas} {say:exigen} que se investigue.", "familias de las víctimas", "group"),
    ("{who:Múltiples gobiernos} {say:acusaron} al banco de fraude.", "múltiples gobiernos", "group"),
    ("{who:Los medios estatales} {say:informaron} de un acuerdo.", "medios estatales", "organization"),
    ("{who:Un portavoz del ministerio} {say:dijo} que no hay brote.", "portavoz del ministerio", "person"),
    (
        "{who:El ministro de Exteriores de Pyongyang} {say:dijo} que no irá.",
        "ministro de Exteriores de Corea del Norte",
        "person",
    ),
    ("{who:Ana Robledo y Joaquín Arce} {say:dijeron} que hay acuerdo.", "Ana Robledo y Joaquín Arce", "group"),
    ("{who:Chile y Perú} {say:dijeron} que hay acuerdo.", "Chile y Perú", "government"),
    ("Chile negocia con Perú desde marzo. {who:Ambos países} {say:negaron} el pacto.", "Chile y Perú", "government"),
    ("Chile negocia con Perú desde marzo. {who:Los dos países} {say:negaron} el pacto.", "Chile y Perú", "government"),
    ("Lima criticó a Quito. {who:Las dos capitales} {say:negaron} la ruptura.", "Perú y Ecuador", "government"),
    (
        "Francia recibió a la delegación italiana. {who:Los dos gobiernos} {say:prometieron} ayuda.",
        "Francia e Italia",
        "government",
    ),
    (
        "Ana Robledo recibió a Joaquín Arce. {who:Ambos} {say:prometieron} un acuerdo.",
        "Ana Robledo y Joaquín Arce",
        "group",
    ),
    (
        "Ana Robledo recibió a Ignacio Ibarra. {who:Los dos} {say:prometieron} un acuerdo.",
        "Ana Robledo e Ignacio Ibarra",
        "group",
    ),
    (
        "{who:Ana Robledo y Joaquín Arce} {say:dijeron} que hay acuerdo. «Firmamos el lunes», {none:agregaron}.",
        "Ana Robledo y Joaquín Arce",
        "group",
    ),
]

NINETIES = [
    (
        "LIMA, Mar 4 (EFE).- {who:El canciller peruano, Hernán Tudela}, {say:dijo} hoy que viajará.",
        "Hernán Tudela",
        "Perú",
    ),
    (
        "QUITO, 8 ene (AFP) - El ministro de la Defensa, general Otto Samayoa, salió. {who:Samayoa} {say:negó} el motín.",
        "Otto Samayoa",
        None,
    ),
    (
        "El comandante del Ejército, coronel Braulio Estupinián, viajó. {who:El coronel} {say:negó} el motín.",
        "Braulio Estupinián",
        None,
    ),
]


@pytest.mark.parametrize(("marked", "name", "party"), [*PERSONS, *NINETIES])
def test_persons(marked: str, name: str, party: str | None) -> None:
    source = resolve(marked)[-1]
    assert (source.name, source.kind, source.acts_for) == (name, "person", party)


@pytest.mark.parametrize(("marked", "name", "kind", "party"), BODIES)
def test_bodies(marked: str, name: str, kind: str, party: str | None) -> None:
    source = resolve(marked)[-1]
    assert (source.name, source.kind) == (name, kind)
    assert party is None or source.acts_for == party


@pytest.mark.parametrize(("marked", "name", "kind"), OTHERS)
def test_sources_without_a_name_and_several_at_once(marked: str, name: str, kind: str) -> None:
    source = resolve(marked)[-1]
    assert (source.name, source.kind) == (name, kind)
