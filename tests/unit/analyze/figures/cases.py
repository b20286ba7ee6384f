"""Sentences with the figures that a careful reader finds in them.

One case a line: the sentence, then after ``|`` its figures: ``words = low..high mark category``; ``_`` is an open end or no category,
``+`` after the category an increment. What no figure stands for is none.
"""

NUMBERS = """
Murieron 12 mineros. | 12 mineros = 12..12 = killed
Murieron doce mineros. | doce mineros = 12..12 = killed
Evacuaron a ciento cinco vecinos. | ciento cinco vecinos = 105..105 = evacuated
Desfilaron doscientas treinta y cuatro mil quinientas personas. | doscientas treinta y cuatro mil quinientas = 234500..234500 = attended
La obra costó tres millones y medio de euros. | tres millones y medio de euros = 3500000..3500000 = cost
La fábrica recibió 30 mil 500 cajas de vacunas. | 30 mil 500 cajas = 30500..30500 = supplied
El banco central prestó 1,2 billones de pesos. | 1,2 billones de pesos = 1200000000000..1200000000000 = cost
La guerra desplazó a medio millón de personas. | medio millón de personas = 500000..500000 = displaced
La huelga costó millón y medio de dólares. | millón y medio de dólares = 1500000..1500000 = cost
La avenida reunió a cuarenta y cinco mil personas. | cuarenta y cinco mil personas = 45000..45000 = attended
La crecida afectó a 1 millón 200 mil personas. | 1 millón 200 mil personas = 1200000..1200000 = affected
El fuego quemó 12 000 hectáreas. | 12 000 hectáreas = 12000..12000 = burned
La acería despidió a 1.850 obreros. | 1.850 obreros = 1850..1850 = laid_off
La acería despidió a 1,850 obreros. | 1,850 obreros = 1850..1850 = laid_off
La deuda es de 3.500 millones de euros. | 3.500 millones de euros = 3500000000..3500000000 = cost
La inversión fue de 45.8 millones de pesos. | 45.8 millones de pesos = 45800000..45800000 = cost
El juez le impuso una multa de $ 300 millones. | $ 300 millones = 300000000..300000000 = cost
Los sismos dejaron mil ciento once heridos. | mil ciento once heridos = 1111..1111 = wounded
La policía detuvo a veintiún jóvenes. | veintiún jóvenes = 21..21 = detained
"""

COLLECTIVES = """
Murieron decenas de personas. | decenas de personas = 20.._ >= killed
Huyeron decenas de miles de aldeanos. | decenas de miles de aldeanos = 20000.._ >= displaced
Protestaron miles de jubilados. | miles de jubilados = 2000.._ >= attended
Hay cientos de heridos. | cientos de heridos = 200.._ >= wounded
Hubo centenares de detenidos. | centenares de detenidos = 200.._ >= detained
El país suministró millones de balas. | millones de balas = 2000000.._ >= supplied
Hay varios cientos de desplazados. | varios cientos de desplazados = 200.._ >= displaced
Rescataron a medio centenar de excursionistas. | medio centenar de excursionistas = 50..50 ~ rescued
Resultaron heridas una veintena de personas. | una veintena de personas = 20..20 ~ wounded
Detuvieron a una docena de hombres. | una docena de hombres = 12..12 = detained
Detuvieron a media docena de hombres. | media docena de hombres = 6..6 = detained
Rescataron a un par de docenas de turistas. | un par de docenas de turistas = 24..24 ~ rescued
Acudieron un puñado de vecinos. | un puñado de vecinos = 3..10 range attended
Hubo más de un centenar de arrestos. | más de un centenar de arrestos = 100.._ > detained
Murieron casi un centenar de reclusos. | casi un centenar de reclusos = 100..100 ~ killed
Detuvieron a docena y media de hinchas. | docena y media de hinchas = 18..18 ~ detained
"""

BOUNDS = """
Murieron más de 300 personas. | más de 300 personas = 300.._ > killed
Murieron al menos 37 personas. | al menos 37 personas = 37.._ >= killed
Murieron no menos de 40 personas. | no menos de 40 personas = 40.._ >= killed
Murieron por lo menos 40 personas. | por lo menos 40 personas = 40.._ >= killed
Acudieron menos de 200 vecinos. | menos de 200 vecinos = _..200 < attended
Acudieron hasta 500 vecinos. | hasta 500 vecinos = _..500 <= attended
Acudieron no más de 500 vecinos. | no más de 500 vecinos = _..500 <= attended
Acudieron como máximo 500 vecinos. | como máximo 500 vecinos = _..500 <= attended
Acudieron unos 500 vecinos. | unos 500 vecinos = 500..500 ~ attended
Acudieron alrededor de 500 vecinos. | alrededor de 500 vecinos = 500..500 ~ attended
Acudieron cerca de 500 vecinos. | cerca de 500 vecinos = 500..500 ~ attended
Acudieron casi 500 vecinos. | casi 500 vecinos = 500..500 ~ attended
Acudieron en torno a 500 vecinos. | en torno a 500 vecinos = 500..500 ~ attended
Acudieron apenas 50 vecinos. | apenas 50 vecinos = 50..50 ~ attended
Acudieron 500 vecinos como mínimo. | 500 vecinos = 500.._ >= attended
Los heridos superan los 300. | superan los 300 = 300.._ > wounded
Los heridos rondan los 300. | rondan los 300 = 300..300 ~ wounded
Los heridos no llegan a 300. | no llegan a 300 = _..300 < wounded
Los damnificados no pasan de 150. | no pasan de 150 = _..150 <= affected
Murieron al menos unas 30 personas. | al menos unas 30 personas = 30.._ >= killed
La inflación estará por encima del 10 %. | por encima del 10 % = 10.._ > _
"""

RANGES = """
Murieron entre 25 y 30 personas. | entre 25 y 30 personas = 25..30 range killed
Llegarán entre 25.000 y 30.000 soldados. | entre 25.000 y 30.000 soldados = 25000..30000 range to_deploy
Huyeron entre dos y tres millones de personas. | entre dos y tres millones de personas = 2000000..3000000 range displaced
Detuvieron a 20 o 30 personas. | 20 o 30 personas = 20..30 range detained
Detuvieron a dos o tres hombres. | dos o tres hombres = 2..3 range detained
El rey desplegó 10,000-12,000 soldados. | 10,000-12,000 soldados = 10000..12000 range deployed
El rey desplegó de 300 a 500 agentes. | de 300 a 500 agentes = 300..500 range deployed
Murieron de 20 a 30 mil personas. | de 20 a 30 mil personas = 20000..30000 range killed
La participación en las elecciones estuvo entre el 68 % y el 70 %. | entre el 68 % y el 70 % = 68..70 range participation
El balance de muertos pasó de 12 a 15. | 12 = 12..12 = killed ; 15 = 15..15 = killed
"""

SHARES = """
La participación en las elecciones fue del 62,4 %. | 62,4 % = 62.4..62.4 = participation
Secundó la huelga el 31,4 % de la plantilla. | el 31,4 % de la plantilla = 31.4..31.4 = strike_participation
El seguimiento del paro fue del 78 por ciento. | 78 por ciento = 78..78 = strike_participation
El sindicato cifró el seguimiento de la huelga en el 78% de la plantilla. | el 78% de la plantilla = 78..78 = strike_participation
La lista ganó con el 51,3 % de los votos. | el 51,3 % de los votos = 51.3..51.3 = votes
Murió un tercio de los soldados. | un tercio de los soldados = 33.33..33.33 = killed
Murieron dos tercios de los soldados. | dos tercios de los soldados = 66.67..66.67 = killed
Huyó la mitad de los vecinos. | la mitad de los vecinos = 50..50 = displaced
Huyeron seis de cada diez vecinos. | seis de cada diez vecinos = 60..60 = displaced
Huyeron tres cuartas partes de los vecinos. | tres cuartas partes de los vecinos = 75..75 = displaced
En los comicios votó el 48 por ciento del censo. | el 48 por ciento del censo = 48..48 = participation
"""

FRAMES = """
El ejército desplegó 3.000 soldados en la frontera. | 3.000 soldados = 3000..3000 = deployed
El despliegue de 3.000 soldados duró un mes. | 3.000 soldados = 3000..3000 = deployed
Se han desplegado 3.000 soldados en el valle. | 3.000 soldados = 3000..3000 = deployed
Hay 4.500 militares desplegados en el valle. | 4.500 militares desplegados = 4500..4500 = deployed
El reino envió 1.200 policías a la isla. | 1.200 policías = 1200..1200 = deployed
Fueron enviados 1.200 policías a la isla. | 1.200 policías = 1200..1200 = deployed
El reino enviará 1.200 policías a la isla. | 1.200 policías = 1200..1200 = to_deploy
El reino enviaría 1.200 policías a la isla. | 1.200 policías = 1200..1200 = to_deploy
El reino planea enviar 1.200 policías a la isla. | 1.200 policías = 1200..1200 = to_deploy
El reino se comprometió a enviar 1.200 policías. | 1.200 policías = 1200..1200 = to_deploy
El reino quiere desplegar 1.200 policías. | 1.200 policías = 1200..1200 = to_deploy
Nada se sabe de un posible envío de 1.200 policías. | 1.200 policías = 1200..1200 = to_deploy
El duque agradeció al rey por desplegar 1.200 soldados. | 1.200 soldados = 1200..1200 = deployed
El reino envió 30.000 tropas más. | 30.000 tropas más = 30000..30000 = deployed+
Su presencia militar era de 11.000 soldados. | 11.000 soldados = 11000..11000 = deployed
El reino suministró 40.000 proyectiles a su vecino. | 40.000 proyectiles = 40000..40000 = supplied
El reino envió 300 toneladas de trigo. | 300 toneladas de trigo = 300..300 = supplied
La entrega de 200 camiones se retrasó. | 200 camiones = 200..200 = supplied
El alud mató a 30 personas. | 30 personas = 30..30 = killed
La muerte de 40 presos se investiga. | 40 presos = 40..40 = killed
La riada dejó 37 muertos. | 37 muertos = 37..37 = killed
Hubo 37 víctimas mortales. | 37 víctimas mortales = 37..37 = killed
Más de 300 personas perdieron la vida. | Más de 300 personas = 300.._ > killed
Diez soldados fueron asesinados. | Diez soldados = 10..10 = killed
La cifra de muertos subió a 120. | 120 = 120..120 = killed
El número de heridos se eleva a 45. | 45 = 45..45 = wounded
Los heridos son 45. | 45 = 45..45 = wounded
La explosión hirió a tres agentes. | tres agentes = 3..3 = wounded
Cuarenta personas resultaron heridas. | Cuarenta personas = 40..40 = wounded
Hay 15 personas hospitalizadas. | 15 personas hospitalizadas = 15..15 = wounded
Más de 600 soldados han muerto o han resultado heridos. | Más de 600 soldados = 600.._ > killed_or_wounded
Según el parte, 600 de esos soldados murierón o resultaron heridos. | 600 de esos soldados = 600..600 = killed_or_wounded
El virrey contó 153 «entre muertos y desaparecidos». | 153 = 153..153 = killed_or_missing
Unas 80 personas han muerto o están desaparecidas. | Unas 80 personas = 80..80 ~ killed_or_missing
La galerna dejó 90 muertos, heridos o desaparecidos. | 90 muertos = 90..90 = _
La radio dio por muertos a 30 marineros. | 30 marineros = 30..30 = killed
El ejército sufrió 4.000 bajas. | 4.000 bajas = 4000..4000 = killed_or_wounded
Desaparecieron 30 pescadores. | 30 pescadores = 30..30 = missing
Treinta pescadores siguen desaparecidos. | Treinta pescadores = 30..30 = missing
Más de un centenar están desaparecidas. | Más de un centenar = 100.._ > missing
La policía detuvo a 30 personas. | 30 personas = 30..30 = detained
Treinta personas fueron detenidas. | Treinta personas = 30..30 = detained
La detención de 12 concejales sorprendió al pueblo. | 12 concejales = 12..12 = detained
Hubo dos detenidos. | dos detenidos = 2..2 = detained
Fueron evacuados 2.700 vecinos. | 2.700 vecinos = 2700..2700 = evacuated
Más de 2.700 vecinos debieron ser evacuados. | Más de 2.700 vecinos = 2700.._ > evacuated
Los buzos rescataron a 14 pescadores. | 14 pescadores = 14..14 = rescued
Hay 22 supervivientes. | 22 supervivientes = 22..22 = rescued
El conflicto deja 40.000 desplazados. | 40.000 desplazados = 40000..40000 = displaced
Unas 900 familias quedaron sin hogar. | Unas 900 familias = 900..900 ~ homeless
La sequía afecta a 6.000 familias. | 6.000 familias = 6000..6000 = affected
Hay 4.500 damnificados. | 4.500 damnificados = 4500..4500 = affected
La riada dañó 120 viviendas. | 120 viviendas = 120..120 = damaged
Unas 120 casas quedaron destruidas. | Unas 120 casas = 120..120 ~ damaged
El fuego arrasó 9.300 hectáreas. | 9.300 hectáreas = 9300..9300 = burned
La marcha reunió a 42.000 personas. | 42.000 personas = 42000..42000 = attended
Unas 300 personas se manifestaron en la plaza. | Unas 300 personas = 300..300 ~ attended
Hubo 15.000 manifestantes. | 15.000 manifestantes = 15000..15000 = attended
Una marcha de 3.000 personas cruzó la villa. | 3.000 personas = 3000..3000 = attended
La candidata obtuvo 45.200 votos. | 45.200 votos = 45200..45200 = votes
La acería anunció el despido de 300 obreros. | 300 obreros = 300..300 = laid_off
La acería recortará 300 empleos. | 300 empleos = 300..300 = laid_off
Los despedidos suman ya 2.400. | 2.400 = 2400..2400 = laid_off
Se registraron 1.200 contagios. | 1.200 contagios = 1200..1200 = infected
El tribunal lo condenó a 12 años de prisión. | 12 años = 12..12 = sentenced
El juez impuso una pena de cuatro años de cárcel. | cuatro años = 4..4 = sentenced
La fiscal pide seis años y medio de cárcel. | seis años y medio = 6.5..6.5 = sentenced
La inversión será de 800 millones de pesos. | 800 millones de pesos = 800000000..800000000 = cost
La reforma costó 900.000 euros. | 900.000 euros = 900000..900000 = cost
"""

GROUPS = """
Hubo 12 muertos y 30 heridos. | 12 muertos = 12..12 = killed ; 30 heridos = 30..30 = wounded
El sismo dejó 300 muertos y otros 2.700 heridos. | 300 muertos = 300..300 = killed ; otros 2.700 heridos = 2700..2700 = wounded+
Hubo un muerto y dos heridos. | un muerto = 1..1 = killed ; dos heridos = 2..2 = wounded
Detuvieron a 40 hombres, 12 de ellos menores. | 40 hombres = 40..40 = detained ; 12 de ellos = 12..12 = detained
Murieron 40 personas, entre ellas 12 niños. | 40 personas = 40..40 = killed ; 12 niños = 12..12 = killed
La lista sumó 143.210 votos (42,6 %). | 143.210 votos = 143210..143210 = votes ; 42,6 % = 42.6..42.6 = votes
Llegaron 800 presos, 60 de los cuales murieron. | 800 presos = 800..800 = _ ; 60 de los cuales = 60..60 = killed
Más de cien están desaparecidos. | Más de cien = 100.._ > missing
La cifra de heridos pasó de 14 a 31. | 14 = 14..14 = wounded ; 31 = 31..31 = wounded
El rey enviará 6.000 soldados. Dijo que 1.000 serían zapadores. | 6.000 = 6000..6000 = to_deploy ; 1.000 = 1000..1000 = to_deploy
Al menos 14 personas han muerto y otras 23 siguen desaparecidas. | Al menos 14 personas = 14.._ >= killed ; otras 23 = 23..23 = missing+
La riada dejó 12 muertos, 40 heridos y 300 evacuados. | 12 = 12..12 = killed ; 40 = 40..40 = wounded ; 300 = 300..300 = evacuated
La alcaldesa elevó a 87 la cifra de fallecidos y a 214 la de desaparecidos. | 87 = 87..87 = killed ; 214 = 214..214 = missing
El camión mató a 9 policías e hirió a otros 23 en Puerto Nuevo. | 9 policías = 9..9 = killed ; 23 = 23..23 = wounded+
La banda liberó a 30 de los 85 rehenes. | 30 = 30..30 = rescued ; 85 rehenes = 85..85 = _
El parte habla de la muerte de 45 soldados y la captura de 12. | 45 = 45..45 = killed ; 12 = 12..12 = detained
Se manifestaron 700.000 personas (45.000, según la Policía). | 700.000 = 700000..700000 = attended ; 45.000 = 45000..45000 = attended
El grupo despedirá a 1.300 empleados, un 8% de su plantilla. | 1.300 = 1300..1300 = laid_off ; 8% = 8..8 = laid_off
El virus causó 1.845 contagios y 23 decesos. | 1.845 = 1845..1845 = infected ; 23 = 23..23 = killed
El sismo dejó 370 muertos y 250.000 personas sin hogar. | 370 = 370..370 = killed ; 250.000 = 250000..250000 = homeless
La tormenta dejó sin luz a 1,2 millones de hogares. | 1,2 = 1200000..1200000 = affected
Las autoridades cifran en 230 los edificios derrumbados. | 230 = 230..230 = damaged
"""

NONE = """
La reunión fue el 3 de mayo. |
Nació en 1994 en el valle. |
Gobernó entre 2010 y 2014. |
Gobernó desde 1998 hasta 2004. |
Llegó a las 10 de la mañana. |
Salió a las cinco en punto. |
El tren salió a las 10:30. |
Tiene 34 años. |
Ana Ruiz, de 34 años, no quiso hablar. |
El viaje dura tres días. |
Estuvo dos décadas fuera. |
Los dos países firmaron el acuerdo. |
Lo visitó tres veces en tres meses. |
Uno de los vecinos habló. |
Los dos hablaron toda la tarde. |
Invocó el artículo 155 de la ley. |
Circulaba por la Ruta 68. |
Vio un B-52 sobre la isla. |
El G-20 se reúne en otoño. |
Recordó el 11-M en su discurso. |
Ganaron por 2-1 en casa. |
Perdieron 3 a 1. |
Vive en la calle Mayor 45. |
Llame al teléfono 900 123 456. |
Fue el 3.º de la lista. |
La aldea está a 94 kilómetros de la costa. |
Cayeron 40 milímetros de lluvia. |
Hubo 40 grados a la sombra. |
El sismo fue de magnitud 6,5. |
El índice subió dos puntos. |
Llegó una mujer con dos hijos. |
Es la primera vez que viene. |
Se verán el martes 13. |
Volverá el 2 y el 5 de julio. |
El expediente 2021 sigue abierto. |
Un desaparecido no es un muerto. |
La ley 3/2024 se aprobó ayer. |
Pasa un tren cada diez minutos. |
Bogotá, 11 nov - La sesión empezó tarde. |
En los años 90 no había tren. |
"""

TOPICS = """
La marcha llenó el centro. Los sindicatos hablaron de 45.000 personas. | 45.000 personas = 45000..45000 = attended
La marcha llenó el centro. La policía la redujo a 9.000. | 9.000 = 9000..9000 = attended
La plataforma cifró la asistencia en 70.000 personas. | 70.000 personas = 70000..70000 = attended
A la manifestación acudieron unos 900 policías. | unos 900 policías = 900..900 ~ attended
Los convocantes sacaron a la calle a cientos de miles de personas. | cientos de miles de personas = 200000.._ >= attended
El choque de trenes cobró la vida de cuatro personas. | cuatro personas = 4..4 = killed
Los vecinos vieron los cadáveres de 11 soldados. | 11 soldados = 11..11 = killed
Entre los fallecidos se encuentran 19 tripulantes. | 19 tripulantes = 19..19 = killed
Los combates dejaron 28 guerrilleros y cinco militares muertos. | 28 guerrilleros = 28..28 = killed; cinco militares = 5..5 = killed
Hay 90 casas dañadas, 70 escuelas y 18 puentes. | 90 casas = 90..90 = damaged; 70 escuelas = 70..70 = damaged; 18 puentes = 18..18 = damaged
Los muertos son 41; los desaparecidos, 112. | 41 = 41..41 = killed; 112 = 112..112 = missing
El juez lo condenó a 14 años y 3 meses de cárcel. | 14 años y 3 meses = 14.25..14.25 = sentenced
La fiscal pidió 18 años para el acusado. | 18 años = 18..18 = sentenced
Exigen tres millones de dólares por su liberación. | tres millones de dólares = 3000000..3000000 = cost
Costó 22 millones de euros; la cámara lo rebajó a 15 millones. | 22 = 22000000..22000000 = cost; 15 = 15000000..15000000 = cost
Acudieron a las urnas 9.000 electores. | 9.000 electores = 9000..9000 = participation
Hubo 119 votos a favor, 67 en contra y ocho abstenciones. | 119 = 119..119 = votes; 67 = 67..67 = votes; ocho = 8..8 = votes
Hay 14.000 casas, por lo menos la mitad con daños. | 14.000 casas = 14000..14000 = _; la mitad = 50.._ >= damaged
El palco gritó 120 mil. | 120 mil = 120000..120000 = _
Los refugiados no bajan de 20.000. | 20.000 = 20000.._ >= displaced
La cámara pide no caer en la pereza. El paro creció hasta un total de 2,7 millones. | 2,7 millones = 2700000..2700000 = _
La marcha llenó el centro. Llovió mucho. Hizo frío. Por la vía pasaron más de 40.000 personas. | más de 40.000 = 40000.._ > attended
La peste duró años. Por el hospital pasaron 40.000 personas. | 40.000 personas = 40000..40000 = _
El índice avanzó en siete de los últimos ocho meses. |
La adhesión al paro fue del 85% y de entre el 20 y el 25%. | 85% = 85..85 = strike_participation; entre = 20..25 range strike_participation
Negocian la readmisión de 30 despedidos. | 30 despedidos = 30..30 = _
Negocian la readmisión de 140 obreros despedidos. | 140 obreros despedidos = 140..140 = laid_off
Piden la liberación de 12 detenidos. | 12 detenidos = 12..12 = rescued
Temen el regreso de 900 desplazados. | 900 desplazados = 900..900 = _
Los enfermos son 1.200 y los muertos 37. | 1.200 = 1200..1200 = infected; 37 = 37..37 = killed
Los evacuados son 900 y los heridos 14. | 900 = 900..900 = evacuated; 14 = 14..14 = wounded
Cerraron la nacional 340 y la autovía 92. |
El alcalde contó 310 casas destruidas; el ministerio contó el lunes 180. | 310 casas = 310..310 = damaged; 180 = 180..180 = damaged
La huelga sigue. El seguimiento fue este martes del 29%. | 29% = 29..29 = strike_participation
Los muertos eran el lunes 41. | 41 = 41..41 = killed
El juez lo citó el martes 18. |
La huelga fue del 85%, según unos, y de entre el 20 y el 25%, según otros. | 85% = 85..85 = _; entre el 20 = 20..25 range _
El ministerio estima que cayeron al mar 9.300. | 9.300 = 9300..9300 = _
Hay 300 soldados en el valle. | 300 soldados = 300..300 = deployed
Hay 300 soldados. | 300 soldados = 300..300 = _
Hay 300 vecinos en el valle. | 300 vecinos = 300..300 = _
Hay tropas en la isla, pero el analista reduce su número a menos de mil. | menos de mil = _..1000 < deployed
Hay heridos, y el médico eleva su número a 90. | 90 = 90..90 = wounded
Los soldados cruzaron el río. Otros 400 partieron en febrero. | 400 = 400..400 = deployed+
Los vecinos cruzaron el río. Otros 400 partieron en febrero. |
El incendio sigue. Los afectados son 300. | 300 = 300..300 = affected
La tropa cruzó el río. Los desplazados son unos 300, en su mayoría soldados. | unos 300 = 300..300 ~ deployed
La tropa cruzó el río. Los desplazados son unos 300, en su mayoría mujeres. | unos 300 = 300..300 ~ displaced
La tropa cruzó el río. Los desplazados son unos 300, según una fuente del ejército. | unos 300 = 300..300 ~ displaced
Los soldados cruzaron el río. Hay 12.000 desplazados en la sierra. | 12.000 desplazados = 12000..12000 = displaced
El ejército tiene 300 soldados desplazados en la sierra. | 300 soldados desplazados = 300..300 = deployed
"""
