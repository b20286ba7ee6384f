from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careo.lang.writing import load_writing
from careo.parse.folding import fold_marks
from careo.parse.segmentation import segment
from careo.parse.words import Word

LANGUAGES = ("en", "es")


def words(text: str, language: str = "es") -> list[str]:
    return [text[w.start : w.end] for sentence in segment(text, load_writing(language)) for w in sentence]


def sentences(text: str, language: str = "es") -> list[str]:
    return [text[s[0].start : s[-1].end] for s in segment(text, load_writing(language))]


@pytest.mark.parametrize(
    "spaced",
    [
        "Son 1.234,56 euros , un 20% más , 3,5 millones a las 10:30 .",
        "El 12/05/2024 , curso 1998-99 , ganó 3-0 el 11-S .",
        "Cuesta US$ 500 , $ 500 o 500 € ; RD$ 30 .",
        "Está a 25 °C y a 10 km de la A-320 .",
        "Véase www.orlada.example/a?b=1 ( o prensa@orlada.example ) .",
        "Lo dijo @orlada_hoy con #LluviaEnOrlada .",
        "Bajó a -5 o a +34 , ±3 .",
        "Padres y/o madres , los/as vecinos , I+D y R&B .",
        "Un coche-bomba , el ex-presidente y la COVID-19 .",
        "El 1º , la 5.ª , el 1.er , el 3.° , el 4° y el n.º 7 o n.° 8 .",
        "Marcó en el 45' el sub'23 .",
        '" ¿ Cómo ? " , dijo ... y calló … por fin .',
        "— No — dijo — , nunca .",
        "[ sic ] ( y { luego } ) .",
        "Del río al mar , decirle dámelo .",
        "En EE.UU. y la U.E. mandan S.A. y J. K. Losada .",
        "Cerró.La",
        "¡ Qué !! ¿ Cómo ?!",
        "El Col·legi de Pau .",
        "Temas : a — b | c // d -- e .",
    ],
)
def test_spanish_words(spaced: str) -> None:
    tight = spaced
    for mark in ". , ; : ) ] } ? ! … ... !! ?!".split():
        tight = tight.replace(f" {mark}", mark)
    for mark in "( [ { ¿ ¡ $".split():
        tight = tight.replace(f"{mark} ", mark)
    tight = tight.replace(" €", "€").replace(" °C", "°C").replace("10 km", "10km")
    tight = tight.replace('" ¿', '"¿').replace('? "', '?"').replace('" ,', '",').replace("— dijo —", "—dijo—")
    assert words(tight) == spaced.replace("Cerró.La", "Cerró . La").split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't, can't, won't and cannot.", "I do n't , ca n't , wo n't and can not ."),
        ("John's dog isn't O'Higgins's.", "John 's dog is n't O'Higgins 's ."),
        ("THEY'LL say we've 'd", "THEY 'LL say we 've \" d"),
        ("A well-known 26-year-old, an ex-minister and e-mail.", "A well - known 26 - year - old , an ex-minister and e-mail ."),
        ("It rose 20% to $50m at 5pm, and/or 7:30PM.", "It rose 20 % to $ 50 m at 5 pm , and / or 7:30 PM ."),
        ("In the '90s, the 60's and the 1970s.", "In the '90s , the 60's and the 1970s ."),
        ("From 1969-1970 to 555-0142.", "From 1969 - 1970 to 555-0142 ."),
        ("Mr. Ward of the U.S. Senate met J. K. Rowe at 5 p.m. in Norr.", "Mr. Ward of the U.S. Senate met J. K. Rowe at 5 p.m. in Norr ."),
        ("He left——fast... :)", "He left —— fast ... :)"),
    ],
)  # fmt: skip
def test_english_words(text: str, expected: str) -> None:
    assert words(fold_marks(text), "en") == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "Llovió. | Nadie salió.",
        "¿Quién vino? | ¡Nadie! | Bueno… | Rojas sí.",
        '"No lo sé." | Rojas calló. | "¿Y tú?" | "Tampoco".',
        '"¿Cómo?", dijo Rojas. | Luego calló.',
        '"No." dijo Rojas.',
        '"No lo haré". | La ministra insistió.',
        "—No lo haré. | —La ministra insistió—. | Fin.",
        "—¿Hay plan? —preguntó Rojas.",
        "Vino Rojas (llegó tarde.) | Luego se fue.",
        "¿Cuándo? | ¿dónde?",
        "Ganó... pero tarde. | 300 personas lo vieron.",
        "El Sr. Rojas y la Dra. Paz, del art. 5.º, pág. 7, lo firman.",
        "Volvió de EE. UU. ayer. | Antes fue a EE.UU. | El viernes no.",
        "Son las 5 p. m. en Orlada. | J. K. Losada calla.",
        "Pan, leche, etc. | Los demás no comieron, etc., etc.",
        "La escuela n.º 4 cerró a las 10.30 h. | Después, nada.",
        "3. Rojas llega tarde. | 4. Paz no llega.",
        "Orlada, 11 nov (AIP).— | Llueve en la sierra.",
        "SAN TELMO. — | El puerto cerró.",
        "11 de julio. — El puerto cerró.",
        "Dijo: no; luego: sí. | Se fue",
        "Compró un iPhone. | iPhone y nada más.",
        "Cerró el puerto.| Nadie salió.",
        "Ganó el 3. | El 4 perdió.",
    ],
)
def test_spanish_sentences(text: str) -> None:
    assert sentences(text.replace("| ", "").replace("|", "")) == [s.strip() for s in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "It rained. | Nobody left.",
        "Mr. Ward met Gen. Rowe on Oct. 5. | They left.",
        "He left the U.S. | The others stayed in the U.S. Senate.",
        '"Stop!" she said. | "Why?" | He ran.',
        "Norr Inc. | It failed at 5 p.m. | Then Ward left.",
    ],
)
def test_english_sentences(text: str) -> None:
    assert sentences(text.replace("| ", ""), "en") == [s.strip() for s in text.split("|")]


def test_a_dot_that_ends_the_sentence_is_a_word_of_its_own() -> None:
    assert words("Volvió de EE.UU.")[-2:] == ["EE.UU", "."]
    assert words("Pan, etc.")[-2:] == ["etc", "."]


def test_offsets_are_those_of_the_text() -> None:
    assert segment("  Llovió.\n Bien ", load_writing("es")) == [[Word(2, 8), Word(8, 9)], [Word(11, 15)]]


def test_nothing_gives_no_sentence() -> None:
    assert segment("", load_writing("es")) == []
    assert segment(" \n\u2003", load_writing("en")) == []


def test_a_long_sentence_is_cut_at_its_best_place() -> None:
    text = "a b c; d, e f g h i j k, l m"
    parts = [text[p[0].start : p[-1].end] for p in segment(text, load_writing("es"), longest=6)]
    assert parts == ["a b c;", "d, e f g h", "i j k, l m"]


def test_a_sentence_has_room_for_a_word() -> None:
    with pytest.raises(ValueError, match="longest = 0"):
        segment("a", load_writing("es"), longest=0)


MARKS = st.text(alphabet=" .,;:!?¿¡\"'()[]{}—-/&%$€@#·…ªº°1a5AÉñZ\n+*=<>_|", max_size=80)
PIECES = "Sr. EE. UU. p. m. etc. J. No. no. 5 El Rojas \" . — ( ) ... don't"
PHRASES = st.lists(st.sampled_from(PIECES.split()), max_size=30).map(" ".join)


@given(st.one_of(st.text(), MARKS, PHRASES), st.sampled_from(LANGUAGES), st.sampled_from([1, 2, 7, 200]))
@example("\x1c.\x85A", "es", 200)
@example('a."', "en", 200)
def test_words_cover_any_text(text: str, language: str, longest: int) -> None:
    found = segment(text, load_writing(language), longest)
    assert all(1 <= len(sentence) <= longest for sentence in found)
    flat = [word for sentence in found for word in sentence]
    assert all(word.start < word.end for word in flat)
    assert all(a.end <= b.start for a, b in pairwise(flat))
    assert not any(char.isspace() for word in flat for char in text[word.start : word.end])
    covered = {place for word in flat for place in range(word.start, word.end)}
    assert all(char.isspace() or place in covered for place, char in enumerate(text))


@given(st.one_of(MARKS, PHRASES), st.sampled_from(LANGUAGES))
def test_white_space_around_changes_nothing(text: str, language: str) -> None:
    writing = load_writing(language)
    shifted = [[Word(w.start + 2, w.end + 2) for w in s] for s in segment(text, writing)]
    assert segment(f"\n {text}  ", writing) == shifted


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        "a", "a.", ".", '"', '."', "A. ", "a-", "a'", "1,", "a@", "http://", "www.a", "-", "- ", "(", "(.A ", '" .A" ',
        "1-", "a.a@a.", "a.)", "a)", "[.", "é.A", "Sr. ",
    ],
)  # fmt: skip
def test_hostile_text_takes_time_in_proportion(language: str, piece: str) -> None:
    writing = load_writing(language)
    segment(piece, writing)
    started = time.perf_counter()
    segment(piece * (60_000 // len(piece)), writing)
    assert time.perf_counter() - started < 3, "sixty thousand characters take well under a second"
