"""Number words by generation: any integer below 10^13 is spelled by a small speller of the tests and read back."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from careo.analyze.figures.lexemes import find_lexemes
from careo.analyze.figures.numerals import NumeralGrammar
from careo.analyze.figures.vocabulary import build_vocabulary
from careo.analyze.separators import decide_separators, parse_digits
from careo.lang import load_pack
from careo.model import Span

ONES = """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve""".split()
TENS = "_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
HUNDREDS = (
    "_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
)
VOCABULARY = load_pack("es").derived(build_vocabulary)


def spell(number: int, *, short: bool = False, feminine: bool = False) -> str:
    """The Spanish cardinal. ``short``: *un* and *veintiún* before a noun or *mil*."""
    if number >= 10**12:
        return _scaled(number, 10**12, "un billón", "billones", feminine)
    if number >= 10**6:
        return _scaled(number, 10**6, "un millón", "millones", feminine)
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        head = "mil" if thousands == 1 else f"{spell(thousands, short=not feminine, feminine=feminine)} mil"
        return f"{head} {spell(rest, feminine=feminine)}" if rest else head
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        if number == 100:
            return "cien"
        word = HUNDREDS[hundreds]
        if feminine and hundreds > 1:
            word = word[:-2] + "as"
        return f"{word} {spell(rest, short=short, feminine=feminine)}" if rest else word
    if number >= 30:
        tens, rest = divmod(number, 10)
        return f"{TENS[tens]} y {spell(rest, short=short, feminine=feminine)}" if rest else TENS[tens]
    word = ONES[number]
    if word.endswith("uno"):
        return word[:-1] + "a" if feminine else ("veintiún" if number == 21 else "un") if short else word
    return word


def _scaled(number: int, scale: int, one: str, many: str, feminine: bool) -> str:
    count, rest = divmod(number, scale)
    head = one if count == 1 else f"{spell(count, short=True)} {many}"
    return f"{head} {spell(rest, feminine=feminine)}" if rest else head


def read(text: str) -> Decimal | None:
    """The value of the numeral that takes the whole text, or None."""
    lexemes = find_lexemes(text, Span(0, len(text)), VOCABULARY.suffixes)
    numeral = NumeralGrammar(lexemes, VOCABULARY, decide_separators(text)).find_numeral(0)
    return numeral.value if numeral is not None and numeral.last == len(lexemes) - 1 else None


numbers = st.one_of(st.integers(0, 10**13 - 1), *(st.integers(0, 10**k) for k in (2, 3, 4, 6, 7, 9)))


@given(numbers)
def test_every_number_in_words_is_read_back(number: int) -> None:
    assert read(spell(number)) == number


@given(st.integers(0, 10**9 - 1))
def test_feminine_and_accents_do_not_matter(number: int) -> None:
    assert read(spell(number, feminine=True)) == number
    plain = spell(number).translate(str.maketrans("áéíóú", "aeiou"))
    assert read(plain.capitalize()) == number


@given(st.integers(2, 999), st.integers(0, 999))
def test_digits_and_words_mix(thousands: int, rest: int) -> None:
    assert read(f"{thousands} mil {rest}" if rest else f"{thousands} mil") == thousands * 1000 + rest
    assert read(f"{thousands} millones {spell(rest)}" if rest else f"{thousands} millones") == thousands * 10**6 + rest


@given(st.integers(2, 999))
def test_half_of_the_scale_may_follow(count: int) -> None:
    assert read(f"{spell(count, short=True)} millones y medio") == count * 10**6 + 500_000


def group(digits: str, mark: str) -> str:
    head = len(digits) % 3
    parts = [digits[:head]] if head else []
    return mark.join(parts + [digits[i : i + 3] for i in range(head, len(digits), 3)])


@given(st.integers(1000, 10**12), st.integers(1, 99), st.sampled_from([",.", ".,"]))
def test_grouped_digits_with_decimals_decide_for_themselves(whole: int, rest: int, marks: str) -> None:
    text = f"{group(str(whole), marks[0])}{marks[1]}{rest:02d}"
    separators = decide_separators(text)
    assert separators.decimal == marks[1]
    assert parse_digits(text, separators) == Decimal(f"{whole}.{rest:02d}")


@given(st.integers(1000, 10**12), st.sampled_from([",", ".", " ", "\u00a0", "\u2009", "\u202f", "'"]))
def test_groups_of_three_are_thousands_whatever_the_mark(whole: int, mark: str) -> None:
    text = group(str(whole), mark)
    assert parse_digits(text, decide_separators(text)) == whole


@given(st.text(alphabet="0123456789., '", min_size=1, max_size=12))
def test_any_digits_are_read_or_left(text: str) -> None:
    value = parse_digits(text, decide_separators(text))
    assert value is None or value >= 0
