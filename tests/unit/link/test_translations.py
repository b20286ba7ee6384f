from __future__ import annotations

from dataclasses import replace

from careo.link.copies import CopyText, find_copies

SPANISH = CopyText(
    "es",
    "Un incendio en el puerto de Carvanel destruyó el sábado 18 almacenes y 1.250 toneladas de grano, según el capitán Ruperto Haldane. "
    "«El viento cambió dos veces y no pudimos hacer nada», dijo Haldane, que dirigió a 140 bomberos durante la noche. "
    "La naviera Brancott calculó las pérdidas en 3,5 millones de coronas y aseguró que 62 empleados fueron evacuados a tiempo. "
    "«Volveremos a abrir en abril», prometió su presidenta, Odile Marchetti, ante los muros ennegrecidos del muelle. "
    "La policía de Carvanel investiga a un vigilante de 47 años al que el juez Teobaldo Ricks dejó en libertad.",
    language="es",
    published="2023-02-12",
)
ENGLISH = CopyText(
    "en",
    "A fire in the port of Carvanel destroyed 18 warehouses and 1,250 tonnes of grain on Saturday, according to captain Ruperto Haldane. "
    "“The wind turned twice and there was nothing we could do,” said Haldane, who led 140 firefighters through the night. "
    "The shipping company Brancott put its losses at 3.5 million crowns and said 62 employees had been evacuated in time. "
    "“We will open again in April,” its president, Odile Marchetti, promised in front of the blackened walls of the quay. "
    "The Carvanel police are investigating a watchman of 47 whom judge Teobaldo Ricks released.",
    language="en",
    published="2023-02-13",
)
INDEPENDENT = (
    "Insurers met in the town of Carvanel on Monday to count the cost of a blaze that swept 18 warehouses last weekend. Odile Marchetti, "
    "who runs the shipping company Brancott, spoke of 3.5 million crowns; a broker, Jonas Whitlow, thought that 5.2 million was nearer "
    "the mark once 340 containers were added. Captain Ruperto Haldane, who had 140 men that night, blamed the wind. Whitlow said "
    "“nobody will pay before June.” Grain prices rose 11 percent on the exchange, and 62 lorries waited at the gates until noon."
)


def test_a_translation_is_found_by_numbers_names_and_quotations_in_order() -> None:
    (pair,) = find_copies([ENGLISH, SPANISH])
    assert (pair.left, pair.right, pair.kind) == ("en", "es", "translation")
    assert pair.reason == "6 numbers and 8 words of names in the same order, 2 and 2 quotations, en and es"
    assert pair.score > 0.9


def test_another_report_on_the_event_is_no_translation() -> None:
    assert find_copies([SPANISH, replace(ENGLISH, text=INDEPENDENT)]) == ()


def test_neither_is_the_same_in_another_order() -> None:
    sentences = ENGLISH.text.split(". ")
    assert find_copies([SPANISH, replace(ENGLISH, text=". ".join(reversed(sentences)))]) == ()


def test_nor_one_whose_numbers_are_others() -> None:
    """The same numbers, but another one is that of the warehouses."""
    body = ENGLISH.text.replace("18 ", "@ ").replace("62 ", "18 ").replace("@ ", "62 ")
    body = body.replace("1,250", "@").replace("140", "1,250").replace("@", "140")
    assert find_copies([SPANISH, replace(ENGLISH, text=body)]) == ()


def test_nor_one_without_its_quotations() -> None:
    bare = ENGLISH.text.replace("“", "").replace("”", "")
    assert find_copies([SPANISH, replace(ENGLISH, text=bare)]) == ()


def test_nor_one_of_another_month() -> None:
    assert find_copies([SPANISH, replace(ENGLISH, published="2023-04-02")]) == ()


def test_nor_one_with_few_figures() -> None:
    few = {"18 ": "many ", "1,250 ": "many ", "140 ": "many "}
    body = ENGLISH.text
    for number, word in few.items():
        body = body.replace(number, word)
    assert find_copies([SPANISH, replace(ENGLISH, text=body)]) == ()


def test_nor_one_in_the_same_language() -> None:
    assert find_copies([SPANISH, replace(ENGLISH, language="es")]) == ()
