"""Knowledge of a language is data: no word of it stands in Python, where a linguist cannot edit it.

What is enforced: no string in a layer that reads, analyzes or links holds an accented letter (an escape that names a
character, as \\u00c3 in the repair of wrong encodings, is fine), a function word or a number word of Spanish, or a
word of the packs that cannot be English. Docstrings and comments may quote Spanish as they like.
"""

from __future__ import annotations

import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache

from tests.architecture.sources import PACKAGE, Source, docstring_lines, package_sources, report

LAYERS = (
    "errors",
    "model",
    "text",
    "lang",
    "read",
    "parse",
    "analyze",
    "link",
    "ledger",
    "report",
    "config",
    "pipeline",
)
PACKS = PACKAGE / "lang" / "packs"
ORDINAL_SIGNS = "ªº"  # signs that stand in numbers, not letters of a word
FUNCTION_WORDS = set(
    """al alguno aquel aunque como cuando cuyo de del desde dijo donde el ella ellos entre esa ese esta este hacia hasta la
    las lo los mientras muy nos nunca otro pero por porque que quien segun sin sobre su sus tambien tras una unas unos y ya
    uno dos cuatro cinco seis siete ocho nueve diez doce veinte treinta cuarenta cincuenta cien ciento mil miles millon
    millones medio media cientos decenas docena enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre lunes martes miercoles jueves viernes domingo ayer hoy anoche semana""".split()
)
# Names of fields, roles and units that happen to be words of both languages, with the reason.
ALSO_ENGLISH = {
    "de": "the code of German",
    "el": "the code of Greek",
    "la": "the code of Latin",
    "lo": "the code of Lao; short for low",
    "dossier": "an English word",
    "media": "an English word",
    "sin": "a function of mathematics",
    "y": "a coordinate",
}


# Fields of pack entries that hold words of the language (others hold names of roles, categories and rules, in English).
WORD_FIELDS = {
    "lemma", "lemmas", "word", "words", "noun", "nouns", "masculine", "feminine", "singular", "plural", "infinitive",
    "prepositions", "triggers", "demonyms", "event", "planned", "complementizers", "questions", "relatives", "connectives",
}  # fmt: skip
# Endings that words of Spanish have and words of English hardly ever: with them a word of the packs is told from a name in code.
ENDINGS = re.compile(
    r"[a-zñ]{2,}(?:[aei]r(?:se)?|mente|dad|tad|dor[ae]?s?|tor[ae]s?|ncia|miento|aje|ismo|[ai]d[oa]s?|[ct]iones|er[oa]s?|oso|osa|ez|azo)"
)


@cache
def words_of_packs() -> frozenset[str]:
    """The words that the packs list and that cannot be taken for English."""
    words: set[str] = set()
    for file in sorted(PACKS.rglob("*.toml")):
        words.update(listed_words(tomllib.loads(file.read_text(encoding="utf-8")), file.parent.name))
    return frozenset(word for word in words if ENDINGS.fullmatch(word))


def listed_words(table: dict[str, object], language: str) -> Iterator[str]:
    """The single words in the word fields of the entries of a pack file."""
    for entries in table.values():
        for entry in entries if isinstance(entries, list) else [entries]:
            if not isinstance(entry, dict) or entry.get("language", language) != language:
                continue  # a pack may list words of another language, to tell it from its own
            for field, value in entry.items():
                if field in WORD_FIELDS:
                    yield from (word for word in strings(value) if " " not in word)


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def string_tokens(source: Source) -> list[tuple[int, str]]:
    """(line, text as typed) of every string that is no docstring."""
    lines_of_docs = docstring_lines(source.tree)
    kinds = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
    found = []
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type in kinds and token.start[0] not in lines_of_docs:
            found.append((token.start[0], token.string))
    return found


def words_of(literal: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub(r"\\(?:[uU][0-9a-fA-F]+|N\{[^}]*\}|.)", " ", literal))


def foreign(literal: str) -> str | None:
    """Why a literal looks like knowledge of a language, or None."""
    for word in words_of(literal):
        if any(ord(letter) > 127 and letter not in ORDINAL_SIGNS for letter in word):
            return f"letter outside ASCII in {word!r}"
        if word in FUNCTION_WORDS and word not in ALSO_ENGLISH:
            return f"{word!r} is a word of Spanish"
        if word in words_of_packs() and word not in ALSO_ENGLISH:
            return f"{word!r} is a word of the packs"
    return None


def test_no_word_of_a_language_stands_in_python() -> None:
    found = [
        f"{source.name}:{line} {why}: {literal[:60]}"
        for source in package_sources(*LAYERS)
        for line, literal in string_tokens(source)
        if (why := foreign(literal))
    ]
    report(found, "words of a language live in src/careo/lang/packs, with accept and reject examples")


def test_the_test_itself_sees_words() -> None:
    assert foreign('"según"') is not None
    assert foreign('r"\\b(?:dijo|said)\\b"') is not None
    assert foreign('"nsubj"') is None
    assert foreign('"\\u00c3\\u00a9"') is None
    assert foreign('"n.º"') is None
