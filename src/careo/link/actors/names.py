"""What a name is made of, and how much it takes for the same name in two articles to be one actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from careo.lang.inflections import fold_words
from careo.lang.naming import romanize
from careo.link.actors.known import Knowledge, Known
from careo.text.words import fold

Sort = Literal["known", "class", "local", "unnamed", "person", "surname", "acronym", "body", "proper", "group"]
"""``class``: a common noun that nobody speaks as; ``local``: what is told apart only inside an article (an office, a bare noun)."""

_ANYWHERE = 0
_ONE = 1
_TWO = 2
_NEVER = 9
_ACRONYM = range(2, 9)
_DISTINCT = 4
"""Content words from which the name of a body is taken for its own wherever it stands (*Centro de Estudios de la Pesca Costera*)."""


@dataclass(frozen=True, slots=True)
class Form:
    """A name read. ``words``: folded, without marks; ``need``: how many other names two articles have to share for this one to be
    the same in both (0: it is the same anywhere; 9: never); ``key``: what it is joined by; ``party``: the country inside the name;
    ``acronym``: the one behind it in parentheses.
    """

    name: str
    words: tuple[str, ...]
    sort: Sort
    need: int
    key: str
    known: Known | None = None
    party: str | None = None
    acronym: str = ""

    @property
    def title(self) -> str:
        """The name without the acronym that stands behind it in parentheses."""
        return self.name[: -len(self.acronym) - 3] if self.acronym else self.name


def read_name(name: str, kind: str, knowledge: Knowledge) -> Form:
    """Reads a name as its most frequent ``kind`` (a kind of source, empty for one that only plays a part) lets it be read."""
    plain = fold(name)
    words = fold_words(name)
    known = knowledge.find(name)
    if known is not None and not (kind == "person" and known.sort in {"city", "outlet"}):
        return Form(name, words, "known", _ANYWHERE, known.id, known)
    pair = _pair(name, knowledge)
    if pair is not None:
        return Form(name, words, "known", _ANYWHERE, pair.id, pair)
    if kind == "group" and capital_parts(name, knowledge):
        return Form(name, words, "group", _ANYWHERE, "+".join(sorted(map(fold, capital_parts(name, knowledge)))))
    if not words:
        return Form(name, words, "local", _NEVER, plain)
    capital = name[:1].isupper()
    if not kind and not capital:
        return Form(name, words, "class", _ANYWHERE, plain)
    if _is_body(words, kind, knowledge):
        return _read_body(name, words, knowledge)
    if kind == "author" and capital:
        return Form(name, words, "proper", _ANYWHERE, _without_article(words, plain, knowledge))
    if not capital or _is_office(name, words, knowledge):
        return Form(name, words, "unnamed" if kind in {"unnamed", "group"} else "local", _NEVER, plain)
    if kind in {"unnamed", "group", "document"} and (words[0] in knowledge.unnamed or name.isupper()):
        return Form(name, words, "unnamed" if kind != "document" else "local", _NEVER, plain)
    return _read_proper(name, words, kind, knowledge)


def _read_proper(name: str, words: tuple[str, ...], kind: str, knowledge: Knowledge) -> Form:
    plain = fold(name)
    if words in knowledge.portfolios:
        return Form(name, words, "body", _TWO, plain)  # a ministry by the name of its portfolio
    if name.isalpha() and name.isupper() and len(name) in _ACRONYM:
        return Form(name, words, "acronym", _ONE, plain)
    if kind in {"person", "unnamed", "group"}:
        if len(words) == 1:
            return Form(name, words, "surname", _TWO, plain)
        tokens = name_tokens(name, knowledge)
        return Form(
            name, tokens, "person" if len(tokens) > 1 else "surname", 0 if len(tokens) > 1 else _TWO, " ".join(tokens)
        )
    need = _ANYWHERE
    if kind == "government" or (kind == "organization" and len(words) > 1):
        need = min(_need(words, knowledge), _TWO if kind == "government" else _ONE)
    return Form(name, words, "proper", need, _without_article(words, plain, knowledge))


def _need(words: tuple[str, ...], knowledge: Knowledge) -> int:
    """How many companions a body takes to be the same elsewhere: the more words of its own, the fewer."""
    small = knowledge.role("particle") | knowledge.role("of")
    content = sum(word not in small for word in words)
    return _ANYWHERE if content >= _DISTINCT else _ONE if content == _DISTINCT - 1 else _TWO


def _without_article(words: tuple[str, ...], plain: str, knowledge: Knowledge) -> str:
    """The key of a name, without its article where enough is left: *La Hoja del Valle*, *Hoja del Valle*."""
    return plain.partition(" ")[2] if len(words) > 2 and words[0] in knowledge.role("article") else plain


def name_tokens(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The words of a personal name, folded, hyphens kept inside a word, without forms of address and initials in the middle."""
    words = [word for part in name.split() if (word := fold(part.strip(".,"))) not in knowledge.honorifics]
    kept = [word for at, word in enumerate(words) if not at or sum(c.isalnum() for c in word) > 1]
    return tuple(kept) or fold_words(name)


@lru_cache(maxsize=262144)
def skeleton(tokens: tuple[str, ...]) -> str:
    """What the romanizations of a personal name have in common. Hyphens and blanks inside given names do not count."""
    return " ".join((romanize(tokens[0]), romanize("".join(tokens[1:])))) if len(tokens) > 1 else romanize(tokens[0])


def capital_parts(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The names that one name joins, in its order; empty where it is one."""
    parts = [name]
    for word in sorted(knowledge.role("and")):
        parts = [piece for part in parts for piece in part.split(f" {word} ")]
    if len(parts) < 2:
        return ()
    parts = [piece for part in parts for piece in part.split(", ")]
    return tuple(parts) if all(part[:1].isupper() for part in parts) else ()


def _pair(name: str, knowledge: Knowledge) -> Known | None:
    """Two or more countries or bodies in one name, whatever their order."""
    found = [knowledge.find(part) for part in capital_parts(name, knowledge)]
    ids = sorted({known.id for known in found if known is not None})
    if len(ids) < 2 or None in found:
        return None
    return Known("+".join(ids), name, None, "pair")


def _is_office(name: str, words: tuple[str, ...], knowledge: Knowledge) -> bool:
    """Whether a name begins with an office and goes on with a complement or an adjective: *Ministro de Pesca*, *Portavoz municipal*."""
    for size in range(min(4, len(words)), 0, -1):
        if words[:size] in knowledge.titles:
            rest = name.split()[size:]
            return not rest or rest[0].islower()
    return False


def _is_body(words: tuple[str, ...], kind: str, knowledge: Knowledge) -> bool:
    if kind in {"person", "unnamed", "group", "document"}:
        return False
    return bool(_head(words, knowledge)) or any(words[: len(noun)] == noun for noun in knowledge.bodies)


def _head(words: tuple[str, ...], knowledge: Knowledge) -> int:
    """How many words the noun at the head of a body's name has; 0 where it has none."""
    return next((size for size in (3, 2, 1) if words[:size] in knowledge.nouns and len(words) >= size), 0)


def _read_body(name: str, words: tuple[str, ...], knowledge: Knowledge) -> Form:
    inner, party = split_party(words, name, knowledge)
    inner = translate_body(inner, knowledge)
    size = _head(inner, knowledge)
    bare = len(inner) <= max(size, 1)
    key = " ".join(inner)
    if party is not None:
        return Form(name, inner, "body", _ANYWHERE, f"{key}|{party}", party=party)
    if bare:
        return Form(name, inner, "local", _NEVER, key)
    lower = all(not word[:1].isupper() for word in name.split()[1:]) and name[:1].islower()
    if lower:
        return Form(name, inner, "body", _TWO, key)
    return Form(name, inner, "body", _need(inner, knowledge), key)


def translate_body(words: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """The words of a body with its noun as it is called in the first language that has it."""
    for noun in sorted(knowledge.bodies, key=len, reverse=True):
        if words[: len(noun)] == noun:
            return (*knowledge.bodies[noun], *words[len(noun) :])
    return words


def split_party(words: tuple[str, ...], name: str, knowledge: Knowledge) -> tuple[tuple[str, ...], str | None]:
    """The words of a body without the country at their end, and its id: *… de Noruega*, *… noruego*; a country in the middle stays."""
    for place in _complements(words, knowledge):
        raw = name.split()
        tail = next(
            (" ".join(raw[at:]) for at in range(len(raw)) if fold_words(" ".join(raw[at:])) == words[place:]), ""
        )
        known = knowledge.find(tail) if tail else None
        if known is not None and known.sort in {"country", "region"}:
            end = place
            while end and (words[end - 1] in knowledge.role("of") or words[end - 1] in knowledge.role("article")):
                end -= 1
            if end:
                return words[:end], known.id
    last = words[-1]
    if len(words) > 1 and last in knowledge.people and not name.split()[-1][:1].isupper():
        return words[:-1], knowledge.people[last]
    if len(words) > 1 and words[1] in knowledge.people and words[2:3] and words[2] in knowledge.role("of"):
        return (words[0], *words[2:]), knowledge.people[words[1]]
    return words, None


def _complements(words: tuple[str, ...], knowledge: Knowledge) -> Iterator[int]:
    """Where a complement of the last words may begin, the longest first."""
    for place in range(1, len(words)):
        if words[place - 1] in knowledge.role("of") or words[place - 1] in knowledge.role("article"):
            yield place
