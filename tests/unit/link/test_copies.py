from __future__ import annotations

import random
from dataclasses import replace

import pytest

from careo.lang import load_pack
from careo.link.copies import (
    CopyText,
    copies_by_article,
    find_agencies,
    find_copies,
    make_copy_text,
    make_sketch,
    pair_sketches,
)
from careo.link.copies.comparisons import LEAST_WORDS, compare_texts
from careo.model import Article, Passage, Span

DISPATCH = (
    "El desborde del canal de Miravel dejó sin agua a cuatro barrios de la ciudad, informó este lunes la alcaldesa, Berta Olmos. "
    "La rotura se produjo de madrugada, cuando una compuerta cedió por la presión, y los bomberos tardaron siete horas en cerrarla. "
    "Según la empresa municipal, 2.340 viviendas siguen sin suministro y el arreglo costará unos 315.000 euros. "
    "«Nadie revisaba esa compuerta desde hace años», lamentó el portavoz de los vecinos, Tomás Adarve, que pidió una auditoría. "
    "La alcaldesa prometió camiones cisterna en cada plaza y descartó que el agua estancada entrañe riesgo para la salud. "
    "El colegio del barrio alto permanecerá cerrado hasta el jueves y sus 412 alumnos recibirán clase en el polideportivo."
)
EDITED = (
    DISPATCH.replace("este lunes", "el lunes").replace("lamentó", "se quejó").replace("de la ciudad", "de la capital")
)
OWN_WORDS = (
    "En la panadería de la esquina la cola daba la vuelta a la manzana a media mañana, y quien más quien menos llevaba una garrafa. "
    "Una jubilada contó que había llenado la bañera la noche anterior porque oyó el ruido del agua bajando por la escalera. "
    "El dueño del bar de enfrente repartía hielo derretido a los niños y se reía de la ocurrencia. "
    "Los autobuses desviaron su recorrido durante toda la mañana y la biblioteca abrió sus aseos a los vecinos del barrio. "
    "Ningún comercio quiso decir cuánto había perdido, aunque varios bajaron la persiana antes de la hora de comer. "
    "Por la tarde empezó a llover y alguien colgó un cartel que decía que por fin llegaba el suministro. "
    "La lluvia duró apenas un cuarto de hora, lo justo para mojar las aceras y los ánimos."
)
REPORT = (
    "Decenas de vecinos hicieron cola ayer con garrafas en las fuentes de Miravel, donde el canal se salió de su cauce. Berta Olmos "
    "visitó la zona y habló de 2.340 casas afectadas; el presupuesto del arreglo, 315.000 euros, saldrá del fondo de imprevistos. "
    "La oposición reclama que dimita el gerente del agua, a quien acusa de haber ignorado tres informes de los técnicos."
)


def text(name: str, body: str, published: str | None = "2024-05-06", **values: object) -> CopyText:
    return replace(CopyText(name, body, published=published), **values)  # type: ignore[arg-type]


def kinds(*articles: CopyText) -> list[tuple[str, str, str]]:
    return [(pair.left, pair.right, pair.kind) for pair in find_copies(articles)]


def test_the_same_words_are_identical_whatever_their_spacing_case_and_accents() -> None:
    shouted = "  " + DISPATCH.upper().replace("Ó", "O").replace(" ", "\n  ")
    assert kinds(text("a", DISPATCH), text("b", shouted, "2024-05-07")) == [("b", "a", "identical")]


def test_an_edited_dispatch_is_near_identical() -> None:
    (pair,) = find_copies([text("a", DISPATCH), text("b", EDITED, "2024-05-07")])
    assert (pair.left, pair.right, pair.kind) == ("b", "a", "near_identical")
    assert 0.6 < pair.score < 1
    assert "shingles of both" in pair.reason


def test_a_short_excerpt_is_found_inside_a_long_article() -> None:
    sentences = DISPATCH.split(". ")
    brief = ". ".join(sentences[1:3])
    long = OWN_WORDS + "\n" + DISPATCH + "\n" + OWN_WORDS.upper()
    assert kinds(text("long", long), text("brief", brief, "2024-05-07")) == [("brief", "long", "excerpt")]


ENGLISH = (
    "Divers recovered the bell of the ferry Halcyon on Tuesday, eleven years after she went down off Cape Merrow with 86 people aboard. "
    "The harbor master, Edda Quill, said the wreck lay deeper than any chart had shown. “We were looking in the wrong valley,” she said. "
    "Families of the drowned have asked for the inquiry of 2013 to be opened again, and a hearing is set for the ninth of June. "
    "The owners, Strand and Pell, paid 4.2 million in damages at the time without admitting that the doors had been left unlocked."
)


def test_english_dispatches_are_told_in_the_same_way() -> None:
    edited = ENGLISH.replace("on Tuesday", "this week").replace("said the wreck", "told reporters the wreck")
    cut = "“We were looking in the wrong valley,” she said. " + ENGLISH.split("said. ")[1]
    articles = [text("a", ENGLISH), text("b", edited, "2024-05-07"), text("c", cut, "2024-05-08")]
    found = [
        (pair.left, pair.right, pair.kind) for pair in find_copies(replace(one, language="en") for one in articles)
    ]
    assert found == [("b", "a", "near_identical"), ("c", "a", "excerpt")]


def test_the_original_is_the_earlier_then_the_longer_then_the_lesser_id() -> None:
    brief = ". ".join(DISPATCH.split(". ")[1:4])
    assert kinds(text("z", brief, "2024-05-05"), text("a", DISPATCH)) == [("a", "z", "excerpt")]
    assert kinds(text("a", brief), text("z", DISPATCH)) == [("a", "z", "excerpt")]
    assert kinds(text("b", DISPATCH), text("a", DISPATCH)) == [("b", "a", "identical")]
    assert kinds(text("a", DISPATCH, None), text("b", DISPATCH)) == [("a", "b", "identical")]


def test_reports_on_one_event_in_other_words_are_no_copies() -> None:
    assert kinds(text("a", DISPATCH), text("b", REPORT), text("c", OWN_WORDS)) == []


def test_a_quotation_in_common_is_no_copy() -> None:
    quote = "«Nadie revisaba esa compuerta desde hace años», lamentó el portavoz de los vecinos, Tomás Adarve, que pidió una auditoría."
    assert kinds(text("a", DISPATCH), text("b", f"{OWN_WORDS} {quote}")) == []


def test_shared_paragraphs_are_one_wire_only_if_both_credit_it() -> None:
    local = OWN_WORDS + " " + ". ".join(DISPATCH.split(". ")[:2])
    first = text("a", DISPATCH, agencies=("Cierzo",))
    assert kinds(first, text("b", local, agencies=("Cierzo", "Litoral"))) == [("a", "b", "same_wire")]
    assert kinds(first, text("b", local, agencies=("Litoral",))) == []
    assert kinds(first, text("b", OWN_WORDS, agencies=("Cierzo",))) == []  # a credit alone


def test_a_wire_in_common_shows_in_words_in_a_row() -> None:
    """What two reporters of one agency noted down alike, a phrase here and there, is no printing of one text."""
    phrases = [" ".join(sentence.split()[:10]) for sentence in DISPATCH.split(". ")]
    sentences = OWN_WORDS.split(". ")
    local = ". ".join(f"{own}. {phrase}" for own, phrase in zip(sentences, phrases, strict=False))
    assert kinds(text("a", DISPATCH, agencies=("Cierzo",)), text("b", local, agencies=("Cierzo",))) == []


FORM = (
    "El instituto sismológico registró este {} de marzo un temblor de magnitud {} a {} kilómetros de profundidad, con epicentro a {} "
    "kilómetros de la costa. No se ha informado de daños personales ni materiales. El movimiento se sintió en varias localidades y "
    "quedó registrado en {} estaciones de la red. El organismo recuerda que estos fenómenos son habituales en la zona."
)


def test_a_form_filled_in_anew_is_no_copy() -> None:
    first, second = FORM.format(11, "4,2", 35, 120, 64), FORM.format(17, "3,8", 12, 98, 41)
    assert kinds(text("a", first), text("b", second)) == []
    assert kinds(text("a", first), text("b", first + " La próxima revisión será en abril.")) == [
        ("a", "b", "near_identical")
    ]


def test_a_late_printing_is_paired_with_what_explains_it_and_no_more() -> None:
    copies = [
        text(f"{number:02}", DISPATCH.replace("siete", f"{number} o más"), f"2024-05-{number:02}")
        for number in range(1, 9)
    ]
    assert {pair.right for pair in find_copies(copies)} == {"01"}
    shortened = text("y", ". ".join(DISPATCH.split(". ")[2:5]), "2024-05-19")
    assert [pair.right for pair in find_copies([*copies, shortened]) if pair.left == "y"] == ["01"]
    both = text("z", DISPATCH + " " + OWN_WORDS, "2024-05-20")
    assert kinds(text("a", DISPATCH), text("b", OWN_WORDS), both) == [
        ("z", "a", "excerpt"),
        ("z", "b", "excerpt"),
    ]


def test_what_an_edition_adds_is_found_in_its_copies() -> None:
    """Versions drift: the last has little of the first, and is paired with the one before it."""
    parts = [*DISPATCH.split(". "), *OWN_WORDS.split(". ")]
    versions = [text(f"{n}", ". ".join(parts[n : n + 7]), f"2024-05-0{n + 1}") for n in range(6)]
    pairs = find_copies(versions)
    assert {pair.left for pair in pairs} == {"1", "2", "3", "4", "5"}


def test_a_copy_of_a_patchwork_is_found() -> None:
    """Each paragraph was printed before, in an article of which it is the lesser part."""
    chance = random.Random(3)
    words = sorted(set(DISPATCH.split()))
    paragraphs = [" ".join(chance.choices(words, k=60)) for _ in range(3)]
    before = [
        text(f"{n}", paragraph + " " + " ".join(chance.choices(words, k=240)), "2024-05-01")
        for n, paragraph in enumerate(paragraphs)
    ]
    patchwork = text("p", "\n".join(paragraphs), "2024-05-02")
    late = text("q", "\n".join(reversed(paragraphs)), "2024-05-03")
    assert ("q", "p", "near_identical") in kinds(*before, patchwork, late)


def test_five_thousand_copies_are_a_star() -> None:
    chance = random.Random(5)
    words = DISPATCH.split()
    articles = [text("0000", DISPATCH, "2024-05-01")]
    for number in range(1, 5000):
        body = list(words)
        if number % 2:
            body[chance.randrange(len(body))] = f"palabra{number}"
        articles.append(text(f"{number:04}", " ".join(body), "2024-05-02"))
    pairs = find_copies(articles)
    assert {pair.left for pair in pairs} == {article.id for article in articles[1:]}
    assert {pair.right for pair in pairs} == {"0000"}


def test_the_number_of_comparisons_grows_with_the_number_of_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def count(*pair: object) -> object:
        compared.append(pair)
        return compare_texts(*pair)  # type: ignore[arg-type]

    monkeypatch.setattr("careo.link.copies.compare_texts", count)
    words = DISPATCH.split()
    find_copies([text(f"{n:03}", " ".join([*words[: n % 90], f"cambio{n}", *words[n % 90 :]])) for n in range(400)])
    assert 399 <= len(compared) <= 3 * 400


def test_a_line_that_all_print_is_no_copy() -> None:
    line = "Noticia en desarrollo: esta redacción ampliará la información en cuanto se conozcan más datos del suceso"
    assert kinds(text("a", line), text("b", line)) == []


HOSTILE = {
    "empty": "",
    "blank": " \n\t\u200b",
    "one word": "agua",
    "marks": "¿¡—…«»“” .,;:" * 40,
    "one word again and again": "agua " * 200_000,
    "one long word": "agua" * 250_000,
    "digits": "9" * 5_000 + " " + "1.2,3" * 500,
    "combining": "a\u0301\u0302\u0303" * 3_000,
    "surrogates": "\ud800 \udfff palabra " * 50,
    "right to left": "\u202eشخص\u202c 2024 ١٢٣٤ " * 60,
    "no spaces": "\u6c34\u707d" * 2_000,
    "astral": "\U0001f4a7 \U00010400\U00010428 " * 100,
    "null": "\x00agua\x00 " * 40,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_is_too_odd(body: str) -> None:
    pairs = find_copies([text("a", body), text("b", body), text("c", DISPATCH), text("d", body + " fin")])
    assert {pair.left for pair in pairs} <= {"b", "d"}
    assert "c" not in {pair.right for pair in pairs}
    words = make_sketch(text("a", body)).words
    assert any(pair.kind == "identical" for pair in pairs) == (words >= LEAST_WORDS)


def test_decomposed_and_invisible_characters_make_no_difference() -> None:
    import unicodedata

    odd = unicodedata.normalize("NFD", DISPATCH).replace("agua", "a\u00adg\u200bua")
    assert kinds(text("a", DISPATCH), text("b", odd)) == [("b", "a", "identical")]


def test_sketches_can_be_made_before_and_kept() -> None:
    articles = [text("a", DISPATCH), text("b", EDITED), text("c", OWN_WORDS)]
    assert pair_sketches(map(make_sketch, reversed(articles))) == find_copies(articles)
    assert make_sketch(articles[0]) == make_sketch(articles[0])


def test_both_articles_of_a_pair_get_the_copy() -> None:
    copies = copies_by_article(find_copies([text("a", DISPATCH), text("b", DISPATCH, "2024-05-08")]))
    assert [(article, copy.article, copy.kind) for article, (copy,) in copies.items()] == [
        ("a", "b", "identical"),
        ("b", "a", "identical"),
    ]


def article(*lines: tuple[str, str], outlet: str = "El Correo de Miravel") -> Article:
    whole, passages = "", []
    for role, line in lines:
        passages.append(Passage(Span(len(whole), len(whole) + len(line)), role))  # type: ignore[arg-type]
        whole += line + "\n"
    return Article("a", whole, "0", outlet=outlet, published="2024-05-06", passages=tuple(passages))


def test_only_the_body_is_compared() -> None:
    found = make_copy_text(
        article(("title", "Sin agua"), ("credit", "EFE"), ("body", "Uno."), ("caption", "Foto"), ("body", "Dos."))
    )
    assert found.text == "Uno.\nDos."
    assert (found.id, found.outlet, found.published, found.language) == (
        "a",
        "El Correo de Miravel",
        "2024-05-06",
        "es",
    )


@pytest.mark.parametrize(
    ("credit", "agencies"),
    [
        ("MIRAVEL, may 6 (AFP).-", ("AFP",)),
        ("The Associated Press ha contribuido a este informe.", ("AP",)),
        ("Con información de Reuters y Efe", ("EFE", "Reuters")),
        ("Redacción / Agencia Cierzo", ("Cierzo",)),
        ("Miravel, 6 may (Cierzo).-", ("Cierzo",)),
        ("Agencias", ()),
        ("Por Marta Solano", ()),
        ("El Correo de Miravel / Redacción", ()),
    ],
)
def test_agencies_are_read_in_credits(credit: str, agencies: tuple[str, ...]) -> None:
    pack = load_pack("es")
    assert find_agencies(article(("credit", credit), ("body", "Según Bloomberg, no.")), pack) == agencies
    assert find_agencies(article(("body", credit)), pack) == ()
