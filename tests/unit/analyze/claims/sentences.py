"""Marked sentences, family by family. ``{source:…} {cue:…} {content:…}`` as in the packs; a claim with all of them must be found.

Every sentence is our own. A sentence may mark several claims: the n-th cue goes with the n-th content.
"""

from __future__ import annotations

COMPLEMENTS = [
    ("{source:El alcalde} {cue:dijo} que {content:la fuente lleva seca dos meses}.", "assert"),
    ("{source:La ministra} {cue:aseguró} el viernes que {content:no habrá recortes en primavera}.", "assert"),
    (
        "{source:El director del puerto} ha {cue:explicado} a los periodistas que {content:la grúa cayó por el viento}.",
        "assert",
    ),
    (
        "{source:El jefe de la misión} {cue:informó}, citado por la radio local, de que {content:el convoy llegará mañana}.",
        "assert",
    ),
    ("{source:Los vecinos} {cue:sostienen} que {content:el ruido empieza a las cinco de la madrugada}.", "assert"),
    ("{source:El presidente} {cue:prometió} {content:no subir los impuestos}.", "commit"),
    ("{source:La empresa} se {cue:comprometió} a {content:readmitir a los despedidos}.", "commit"),
    ("{source:La oposición} {cue:acusó} {content:al Gobierno de ocultar el informe}.", "assert"),
    ("{source:El sindicato} {cue:pidió} ayer {content:a la empresa que retire los despidos}.", "request"),
    ("{source:El fiscal} {cue:negó} {content:los cargos}.", "deny"),
    ("{source:El Ministerio} {cue:confirmó} {content:el envío de ayuda a la isla}.", "confirm"),
    ("{source:El rector} {cue:agradeció} {content:a los alumnos su paciencia}.", "express"),
    ("{source:El entrenador} {cue:criticó} {content:la decisión del árbitro}.", "express"),
    ("{source:La asociación} {cue:exige} que {content:se publiquen las actas}.", "request"),
    ("{source:El obispo} {cue:preguntó} {content:cuántas familias siguen sin luz}.", None),
    ("{source:El ejército} {cue:calcula} que {content:quedan unos 300 rebeldes en la sierra}.", "estimate"),
    ("{source:La gobernadora} {cue:duda} de que {content:la presa resista}.", "doubt"),
    ("{source:El portavoz} {cue:tachó} de {content:«farsa» el juicio}.", None),
]

QUOTATIONS = [
    ("«{content:El puente no se cerrará}», {cue:dijo} {source:la concejala de Obras}.", "assert"),
    ("“{content:Estamos preparados}”, {cue:afirmó} a la prensa {source:el general}.", "assert"),
    ('"{content:Nadie nos avisó}", {cue:lamentó} {source:una vecina}.', "express"),
    ("{source:El juez} {cue:dijo}: «{content:La vista se aplaza hasta marzo}».", "assert"),
    ("En su discurso, {source:la presidenta} {cue:afirmó}: “{content:El país no puede esperar}”.", "assert"),
    ("—{content:Es una trampa} —{cue:insistió} {source:Robles}.", None),
    ("«{content:Esto es un abuso}», {cue:tronó} {source:el ganadero}.", None),
    ("{source:El decano} {cue:calificó} {content:la reforma de «parche»}.", None),
]

POSTPOSED = [
    ("{content:El tren salió con dos horas de retraso}, {cue:informó} {source:la compañía}.", "assert"),
    ("{content:La cosecha se ha perdido}, {cue:advirtieron} {source:los agricultores}.", "assert"),
    ("{content:Habrá elecciones en otoño}, {cue:según} {source:la televisión pública}.", "assert"),
    ("{cue:Según} {source:la policía}, {content:unas 3.000 personas llenaron la plaza}.", "assert"),
    ("{cue:De acuerdo con} {source:el informe}, {content:la válvula estaba abierta}.", "assert"),
    ("{cue:A juicio de} {source:los expertos}, {content:el volcán seguirá activo}.", None),
    ("{cue:Para} {source:la patronal}, {content:el acuerdo es insuficiente}.", None),
    ("{content:La presa aguantará}, {cue:según explicó} {source:el ingeniero jefe}.", "assert"),
    (
        "Por la calle en la que, {cue:aseguran} {source:los comerciantes}, {content:pasan mil camiones al día}.",
        "assert",
    ),
]

COORDINATED = [
    (
        "{source:La jueza} {cue:confirmó} {content:la detención} y {cue:anunció} que {content:habrá nuevos registros}.",
        None,
    ),
    ("{source:El cónsul} {cue:negó} que {content:hubiera heridos} y {cue:pidió} {content:calma}.", None),
    (
        "{source:El consejero} {cue:dijo} que {content:el hospital abrirá en mayo} y {cue:reconoció} que {content:faltan médicos}.",
        None,
    ),
    (
        "{source:El club} {cue:rechazó} {content:las acusaciones}, {cue:alegando} que {content:pagó todas las facturas}.",
        None,
    ),
    (
        "{source:El testigo} {cue:declinó} {content:dar su nombre}, aunque {cue:confirmó} que {content:vio el choque}.",
        None,
    ),
]

NOUNS = [
    ("La {cue:petición} {source:de los padres} de que {content:se abra el comedor} fue rechazada.", None),
    ("{source:La Cruz Roja} reiteró su {cue:llamamiento} {content:a los donantes para que acudan hoy}.", None),
    ("{source:El alcalde} hizo un {cue:llamado} a {content:ahorrar agua}.", "request"),
]

NEGATION = [
    ("{source:El Gobierno} no {cue:confirmó} {content:el número de víctimas}.", "decline"),
    ("{source:La empresa} se {cue:negó a confirmar} {content:los despidos}.", "decline"),
    ("{source:El ministro} no {cue:descartó} {content:un adelanto de las elecciones}.", None),
    ("{source:El alcalde} volvió a {cue:negar} que {content:conociera al contratista}.", "deny"),
]

FIGURE_VERBS = [
    (
        "Dicen que zarparon seis barcos. {source:El gremio} lo {cue:niega}: {content:solo se ha ido uno, y por avería}.",
        "assert",
    ),
    ("Dicen que hay 300 enfermos. {source:La alcaldesa} lo {cue:desmiente}: «{content:Son doce}».", "assert"),
    ("{source:La alcaldesa} {cue:niega} que {content:haya 300 enfermos}.", "deny"),
    ("Dicen que robaron el barco. {source:El gremio} lo {cue:niega}: «{content:Somos pescadores}».", "deny"),
    (
        "Discuten el seguimiento, que {source:los sindicatos} {cue:situaron} {content:en el 82% del personal} y la consejería, en el 27%.",
        "estimate",
    ),
    ("{source:La Policía} {cue:contabilizó} {content:quince fallecidos}.", "assert"),
    ("{source:La Fiscalía} {cue:contabilizaba} hasta el mediodía {content:nueve heridos}.", "assert"),
    (
        "La caja dio una cifra de daños; {source:la patronal} los {cue:pone} {content:en menos de 900 millones}.",
        "estimate",
    ),
    ("La empresa rebajó su cálculo; {source:el sindicato} se {cue:mantiene} {content:en 90%}.", "estimate"),
    ("{source:La intendencia} {cue:redujo} {content:la cifra a 4.000 personas}.", "estimate"),
    (
        "{source:Los organizadores} {cue:cifraron} {content:la asistencia en 30.000 personas}; la policía, en 10.000.",
        "estimate",
    ),
    (
        (
            "{source:El sindicato convocante} {cue:cifró} {content:el seguimiento en el 80 %}, mientras que la "
            "empresa lo {cue:situó} {content:en el 12 %}."
        ),
        None,
    ),
    (
        (
            "{source:La Secretaría de Pesca} {cue:estimó} {content:la participación en 41%}, en tanto que la Unión de "
            "Patrones Costeros la redujo a 9% y aseguró que “sobran los barcos”."
        ),
        None,
    ),
    (
        "{source:Las autoridades} {cue:elevaron} este martes {content:a 43 la cifra de fallecidos por las inundaciones}.",
        "estimate",
    ),
    (
        "{source:El último balance oficial} {cue:eleva} {content:a 43 los fallecidos y a más de 200 los heridos}.",
        "estimate",
    ),
    ("{source:El comité} {cue:confirmó} {content:20 muertos en Piura, 7 en Tumbes y dos en Talara}.", "confirm"),
    (
        "{source:El sindicato} {cue:contó} {content:12.000 personas} y la policía lo {cue:dejó} {content:en 1.200}.",
        None,
    ),
    ("{source:La policía} {cue:aportó} la cifra de {content:2.500 asistentes}.", None),
]

NEWS = [
    ("{source:La comisión} {cue:acusó} {content:al gobernador de desvío de fondos}.", "assert"),
    ("{source:La alcaldesa} {cue:negó} {content:las supuestas irregularidades}.", "deny"),
    (
        (
            "{source:El director} {cue:dijo} que {content:la empresa perdió clientes}, mientras que el sindicato "
            "{cue:sostuvo} que {content:sobran encargos}."
        ),
        None,
    ),
    ("{source:El diputado} {cue:afirmó} que {content:votará en contra} y abandonó la sala.", "assert"),
    (
        "{source:La comisión} {cue:pidió} {content:a los presidentes de mesa cerrar las urnas y comenzar a contar}.",
        "request",
    ),
    (
        "Los vecinos de Talca, en donde {cue:según} {source:el alcalde} {content:hay 300 heridos}, siguen sin agua.",
        None,
    ),
    ("{source:Los periodistas} {cue:dijeron} {content:haber visto 11 cadáveres}.", "assert"),
    (
        '{source:El decano} {cue:sostuvo} que {content:la reforma no es un "error", sino un "engaño a los alumnos"}.',
        None,
    ),
    ('"{content:No habrá tregua}", {cue:indicó} el lunes {source:Marta Soto}, del comité vecinal.', "assert"),
    ("{content:La obra acabará en mayo}, {cue:según contó} a este diario {source:Marta Soto}.", None),
    (
        "{source:Fuentes militares consultadas por El Correo} {cue:aseguran} que {content:el convoy salió de noche}.",
        "assert",
    ),
    (
        (
            "{source:El candidato de Alianza Verde}, con el 31 % de los votos, {cue:reconoció} {content:su "
            "derrota} y {cue:felicitó} {content:al ganador}."
        ),
        None,
    ),
    (
        '{source:La presidenta electa} {cue:prometió} el domingo por la noche {content:un gobierno "de todos"}.',
        "commit",
    ),
    (
        (
            "{source:La defensa} {cue:sostiene} que {content:su cliente estaba en otra ciudad la noche del "
            "crimen} y {cue:pidió} {content:su absolución}."
        ),
        None,
    ),
    (
        "{source:El FMI} {cue:prevé} que {content:la economía crezca un 2,1 % este año, tres décimas menos que en abril}.",
        "estimate",
    ),
    (
        '{source:La Cancillería} {cue:expresó} {content:su "enérgico rechazo" a las declaraciones del embajador}.',
        "express",
    ),
    (
        (
            "{source:El portavoz parlamentario del PRV, Íñigo Sáez}, {cue:reprochó} {content:al Gobierno su "
            '"falta de transparencia"}.'
        ),
        "express",
    ),
    ('{cue:A juicio de} {source:la portavoz}, {content:el acuerdo "llega tarde y mal"}.', None),
    (
        (
            "{source:El Ejército} {cue:aseguró} {content:haber abatido a 40 insurgentes}, pero los rebeldes solo "
            "{cue:admiten} {content:cinco bajas}."
        ),
        None,
    ),
    (
        "{source:Un portavoz de los rebeldes, que pidió no ser identificado}, {cue:desmintió} {content:las cifras del Ejército}.",
        "deny",
    ),
    ("{source:La OMS} {cue:recomendó} {content:a los países vacunar a los ancianos}.", "request"),
    ("{source:La Fiscalía} {cue:pide} {content:diez años de cárcel para el exalcalde}.", "request"),
]

TREES = [
    # a clause before its verb ends there, though something behind the verb hangs on it
    (
        "{content:El embalse está al nueve por ciento}, {cue:avisó} {source:la confederación}, con vecinos ya sin agua.",
        None,
    ),
    ("{content:La central volverá a abrir}, {cue:anunció} {source:la dueña}, lo que alivia a la comarca.", None),
    ("«{content:Nos sobra gente}», {cue:admitió} {source:el gerente}, reiterando su oferta de prejubilaciones.", None),
    # a negation right before an infinitive belongs to it
    ("{source:El club} {cue:promete} {content:no vender a su portero}.", "commit"),
    # what hangs on the object of the verb, where the frame asks for it
    ("{source:La patronal} {cue:cifró} {content:las pérdidas del trimestre en 40 millones}.", "estimate"),
    ("{source:La fiscal} {cue:acusa} {content:al tesorero de falsificar las actas}.", None),
    ("{source:El crítico} {cue:tachó} {content:la novela de «panfleto»}.", None),
    ("{source:Sanidad} {cue:elevó} {content:a 19 los contagios}.", "estimate"),
    # the clause joined to what was said
    (
        "{source:El capitán} {cue:dijo} que {content:diez marineros llegarían el lunes y ocho dormirían en puerto}.",
        "assert",
    ),
    ("{source:La jueza} {cue:confirmó} que {content:doce testigos declararon y cuatro se negaron}.", "confirm"),
    # a noun phrase ends at a colon with a clause behind it
    ("{source:El arzobispado} {cue:rechazó} {content:las críticas}: las obras tienen licencia desde marzo.", "deny"),
    # who shares whose subject
    (
        "El gremio pidió calma, mientras que {source:la alcaldía} la negó y {cue:exigió} {content:disculpas públicas}.",
        None,
    ),
    # si bien concedes, se pregunta doubts
    ("El consejero dimitió, si bien {cue:aseguró} que {content:seguirá en el partido}.", "assert"),
    ("{source:El historiador} se {cue:pregunta} {content:si la carta es auténtica}.", "doubt"),
    # the person and number of the verb, not of its form alone
    ("{source:La portavoz} niega el cargo y {cue:jura} que {content:no vio nada}.", None),
    (
        "{source:Vecinos de la presa}, que {cue:piden} {content:una inspección}, acamparon anoche.",
        None,
    ),
    # a noun without an article is a name
    ("{source:Hacienda} {cue:calcula} que {content:se dejaron de declarar nueve millones}.", "estimate"),
    ("{source:Interior} {cue:niega} que {content:haya presos en huelga}.", "deny"),
    # a person behind those who were told
    ("{content:No habrá indulto}, {cue:adelantó} ayer a este diario {source:Joaquín Vera}.", None),
    ("«{content:Volveremos}», {cue:respondió} a los periodistas {source:Julia Peña}.", "assert"),
    ("{source:El secretario} {cue:recordó} a la ministra Ana Ruiz que {content:el plazo vence el martes}.", None),
    # formulas with an aside, behind a colon
    ("{cue:Según} {source:la cofradía}, que reúne a 80 patrones, {content:no quedan sardinas en la bahía}.", None),
    ("El cabildo pide barcos: {cue:según} {source:sus técnicos}, {content:faltan dos por semana}.", None),
    ("Hubo marchas en Soria y en Ávila ({content:11.000 vecinos} {cue:según} {source:el ayuntamiento}).", "assert"),
    ("{content:La huelga fracasó} ({cue:según} {source:la patronal}), y nadie volvió al puerto.", "assert"),
    ("Salió un barco ({content:iba vacío}, {cue:según} {source:el alcalde}) y volvió otro.", "assert"),
    ("{cue:Según} {source:el cómputo hecho por la empresa Tasa Norte}, {content:vinieron 300 turistas}.", None),
    ("{cue:Según} {source:el dictamen}, {content:la viga estaba rota}.", None),
    ("La policía contó 300 vecinos frente a los {content:900 que {cue:según} {source:el gremio} acudieron}.", None),
    ("Ayer {source:el Ejecutivo} {cue:aseguró} que {content:no habrá recortes}.", "assert"),
    # verbs of saying that are auxiliaries in AnCora
    ("{source:El hospital} {cue:hizo} saber que {content:la herida respira sola}.", None),
]

SILENT = [
    "El ministro declaró ante la comisión de presupuesto y control.",
    "Dos millones de electores están llamados a votar.",
    "Los guerrilleros atacaron de madrugada a Villanueva.",
    "El seguro cubre el edificio contra incendios.",
    "La subida del río explica los daños en el puente.",
    "Los precios cambian según la temporada.",
    "El entrenador señaló la puerta con la mano.",
    "El barrio llamado «La Perla» celebra sus fiestas.",
    "Llegaron 200 soldados al puerto.",
    "El «no» ganó en tres provincias.",
    "Compró el libro y lo leyó en dos días.",
    "El guía habló después de que llegara el autobús.",
    "—¿Cuántos eran? —se le preguntó.",
    "El museo mostró lo que guarda en el sótano.",
    "El jurado prefirió «la novela corta» a la larga.",
    "Si el notario confirmara que la firma es suya, habría juicio.",
]

# The parser reads these wrongly today. They stay here until it does better: then the test that expects the failure fails.
MISREAD = [
    "{source:El portavoz} {cue:tachó} de {content:«farsa» el proceso}.",
    "{source:La fiscal} niega el cargo y {cue:jura} que {content:no vio nada}.",
    "{content:No habrá indulto}, {cue:adelantó} ayer a esta agencia {source:Joaquín Vera}.",
]
