"""Names across languages: every entry is proved by its examples, and countries agree with the Unicode CLDR."""

from __future__ import annotations

from typing import Any

import pytest

from careo.lang import load_pack
from careo.lang.actors import Country
from careo.lang.naming import (
    BodyNames,
    CityNames,
    CountryNames,
    Letter,
    SeatNames,
    SmallWord,
    Spelling,
    load_naming,
    romanize,
)
from careo.link.actors.known import load_knowledge
from careo.link.actors.names import read_name

SPELLINGS: list[Any] = [*load_naming(Letter), *load_naming(Spelling)]
NAMES: list[Any] = [e for t in (CountryNames, CityNames, SeatNames, BodyNames, SmallWord) for e in load_naming(t)]
OTHERWISE = {"Granada": "a city of Spain first", "Ciudad del Vaticano": "a capital, which acts for the Vaticano"}


def key(name: str) -> str:
    return " ".join(romanize(word) for word in name.split())


def pair(example: str) -> tuple[str, str]:
    left, right = example.split(" = ")
    return left, right


def same(example: str) -> bool:
    knowledge = load_knowledge(("es",))
    left, right = (read_name(name, "government", knowledge).key for name in pair(example))
    return left == right


@pytest.mark.parametrize("entry", SPELLINGS, ids=lambda e: e.accept[0])
def test_spellings_are_read_as_their_examples_say(entry: Any) -> None:
    assert [e for e in entry.accept if key(pair(e)[0]) != key(pair(e)[1])] == []
    assert [e for e in entry.reject if key(pair(e)[0]) == key(pair(e)[1])] == []


@pytest.mark.parametrize("entry", load_naming(Spelling), ids=lambda e: e.written)
def test_a_spelling_has_its_effect(entry: Spelling) -> None:
    assert all(entry.written in romanize_plain(example) for example in entry.accept)


def romanize_plain(example: str) -> str:
    """An example as a rule first sees it, with y already read, for the rules that stand behind that one."""
    plain = "".join(c for c in example.casefold() if c.isalnum() or c in " =")
    return plain + plain.replace("y", "i")


@pytest.mark.parametrize(
    "entry", NAMES, ids=lambda e: f"{e.TABLE}-{(getattr(e, 'names', None) or getattr(e, 'nouns', None) or e.words)[0]}"
)
def test_names_are_read_as_their_examples_say(entry: Any) -> None:
    assert [example for example in entry.accept if not same(example)] == []
    assert [example for example in entry.reject if same(example)] == []


def test_every_exonym_is_found() -> None:
    knowledge = load_knowledge(("es",))
    for row in load_naming(CountryNames):
        for name in row.names:
            found = knowledge.find(name)
            assert found is not None, name
            assert found.id == f"country:{row.code}", name


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_names_of_the_cldr_are_known(language: str) -> None:
    babel = pytest.importorskip("babel")
    known = load_knowledge(("es",))
    codes = {row.code for row in load_pack("es").slot(Country)}
    territories = babel.Locale(language).territories
    wrong = {}
    for code in sorted(codes & set(territories)):
        found = known.find(territories[code])
        if territories[code] in OTHERWISE:
            continue
        if found is None or found.id != f"country:{code}":
            wrong[territories[code]] = found
    assert wrong == {}


def test_marks_inside_a_word_do_not_count() -> None:
    assert romanize("Jong-un") == romanize("Jongun")
    assert romanize("Ma\u0142e") == romanize("Male")
