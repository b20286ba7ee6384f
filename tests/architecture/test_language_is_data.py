"""Knowledge of a language is data: no word of it stands in Python, where a linguist cannot edit it.

What is enforced: no string in a layer that reads, analyzes or links holds an accented letter (an escape that names a
character, as \\u00c3 in the repair of wrong encodings, is fine), a function word or a number word of Spanish, or a verb of
the packs. Docstrings and comments may quote Spanish as they like.
"""

from __future__ import annotations

import io
import re
import tokenize
import tomllib
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
    "media": "an English word",
    "sin": "a function of mathematics",
    "y": "a coordinate",
}


@cache
def verbs_of_packs() -> frozenset[str]:
    """Every infinitive that the packs list, folded to what a lemma may look like."""
    words: set[str] = set()
    for file in sorted(PACKS.rglob("*.toml")):
        words |= set(strings(tomllib.loads(file.read_text(encoding="utf-8"))))
    return frozenset(word for word in words if re.fullmatch(r"[a-zñ]{3,}(ar|er|ir)(se)?", word))


def strings(value: object) -> list[str]:
    """The strings of an entry, keys and `lemma`-like fields; examples are sentences and fall out by their shape."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in [key, *strings(item)]]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return []


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
        if word in verbs_of_packs():
            return f"{word!r} is a verb of the packs"
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
