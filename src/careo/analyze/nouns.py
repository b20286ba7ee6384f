"""What the pack knows of a noun as a source: title, body, unnamed source, document, outlet; and closed words by role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from careo.lang import Pack
from careo.lang.actors import (
    Adjunct,
    Anonymity,
    BodyNoun,
    Connector,
    Continuation,
    GivenNames,
    Honorific,
    OutletNoun,
    PairNoun,
    Portfolio,
    Pronoun,
    SourceNoun,
    Title,
)
from careo.lang.inflections import find_forms, find_plurals, fold_words
from careo.text.document import Document, Token
from careo.text.words import fold

Forms = dict[str, list[tuple[tuple[str, ...], "Noun"]]]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun form. ``key``: the folded singular that stands for all forms of the word, in the masculine for titles.

    ``first`` and ``last``: its tokens, where it was found in a text.
    """

    key: str
    gender: str = ""
    plural: bool = False
    title: Title | None = None
    body: BodyNoun | None = None
    source: SourceNoun | None = None
    outlet: bool = False
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """The closed words of a pack, folded, by what they do."""

    nouns: Forms
    roles: dict[str, frozenset[str]]
    joins: tuple[str, ...]
    join_before: tuple[str, ...]
    of: str
    circle: str
    given: dict[str, str]
    honorifics: dict[str, str]
    pronouns: dict[tuple[str, ...], Pronoun]
    pairs: dict[str, PairNoun]
    stops: frozenset[str]
    venues: frozenset[str]
    times: frozenset[str]
    anonymity: frozenset[str]
    continuations: frozenset[str]
    portfolios: frozenset[tuple[str, ...]]


def load_words(pack: Pack) -> Words:
    """The closed words of a pack, built once."""
    return pack.derived(_build_words)


def find_noun(document: Document, token: Token, pack: Pack) -> Noun | None:
    """The noun that begins at ``token`` (``first`` to ``last``); the longest where several words make one (*secretario general*)."""
    candidates = _find_candidates(token.lower, pack)
    if not candidates:
        return None
    sentence_end = document.sentence_of(token).last
    for form, noun in candidates:
        end = token.index + len(form) - 1
        if end <= sentence_end and all(_same(document.tokens[token.index + k], form[k]) for k in range(1, len(form))):
            noun = replace(noun, first=token.index, last=end)
            return replace(noun, title=None, gender="") if noun.body and _is_name(document, token) else noun
    return None


def _is_name(document: Document, token: Token) -> bool:
    """A capital within a sentence: *el Ejecutivo* is a government, *el ejecutivo de la empresa* a man."""
    return token.text[:1].isupper() and token.index > document.sentence_of(token).first and not token.text.isupper()


@lru_cache(maxsize=65536)
def _find_candidates(lower: str, pack: Pack) -> tuple[tuple[tuple[str, ...], Noun], ...]:
    """The nouns that may begin with a word, in the order in which they are tried."""
    known = load_words(pack)
    words = dict.fromkeys((lower, fold(lower), _without_prefix(lower, known)))
    return tuple(candidate for word in words for candidate in known.nouns.get(word, ()))


def _same(token: Token, word: str) -> bool:
    return token.lower == word or fold(token.text) == fold(word)


def _without_prefix(word: str, known: Words) -> str:
    """The office behind a former one (*exministra*)."""
    prefix = next((p for p in known.roles.get("former", ()) if word.startswith(p) and len(word) > len(p) + 3), "")
    return word[len(prefix) :]


def _build_words(pack: Pack) -> Words:
    connectors: dict[str, frozenset[str]] = {}
    joins: tuple[str, ...] = ()
    of = circle = ""
    before: tuple[str, ...] = ()
    for entry in pack.slot(Connector):
        connectors[entry.role] = connectors.get(entry.role, frozenset()) | {fold(word) for word in entry.words}
        of = entry.words[0] if entry.role == "of" else of
        circle = entry.words[0] if entry.role == "circle" else circle
        if entry.role == "and":
            joins, before = entry.words, tuple(fold(sound) for sound in entry.before)
    return Words(
        nouns=_build_nouns(pack),
        roles=connectors,
        joins=joins,
        join_before=before,
        of=of,
        circle=circle,
        given={fold(name): entry.gender for entry in pack.slot(GivenNames) for name in entry.names},
        honorifics={fold(word): entry.gender for entry in pack.slot(Honorific) for word in entry.words},
        pronouns={tuple(word.lower().split()): entry for entry in pack.slot(Pronoun) for word in entry.words},
        pairs={
            fold(p): entry for entry in pack.slot(PairNoun) for noun in entry.nouns for p in find_plurals(noun, pack)
        }
        | {
            fold(form): entry
            for entry in pack.slot(PairNoun)
            for noun in entry.nouns
            for form in find_forms(noun, pack)[2:]
        },
        stops=frozenset(fold(word) for entry in pack.slot(Adjunct) for word in entry.prepositions),
        venues=frozenset(
            fold(f) for e in pack.slot(Adjunct) for noun in e.nouns for f in (noun, *find_plurals(noun, pack))
        ),
        times=frozenset(
            fold(f) for e in pack.slot(Adjunct) for noun in e.times for f in (noun, *find_plurals(noun, pack))
        ),
        anonymity=frozenset(fold(word) for entry in pack.slot(Anonymity) for word in entry.words),
        continuations=frozenset(lemma for entry in pack.slot(Continuation) for lemma in entry.lemmas),
        portfolios=frozenset(fold_words(words) for entry in pack.slot(Portfolio) for words in entry.words),
    )


def _build_nouns(pack: Pack) -> Forms:
    """All forms as they are written, and without accents for texts that leave them out."""
    written: dict[tuple[str, ...], Noun] = {}
    plain: dict[tuple[str, ...], Noun] = {}
    for form, noun in _iter_nouns(pack):
        for table, words in ((written, tuple(form.lower().split(" "))), (plain, fold_words(form))):
            known = table.get(words)
            table[words] = noun if known is None else _merge(known, noun)
    forms: Forms = {}
    for words, noun in (plain | written).items():
        forms.setdefault(words[0], []).append((words, noun))
    for bucket in forms.values():
        bucket.sort(key=lambda item: -len(item[0]))
    return forms


def _iter_nouns(pack: Pack) -> Iterator[tuple[str, Noun]]:
    yield from _iter_titles(pack)
    for body in pack.slot(BodyNoun):
        for word in body.nouns:
            yield word, Noun(fold(word), body=body)
            yield from ((plural, Noun(fold(word), plural=True, body=body)) for plural in find_plurals(word, pack))
    for source in pack.slot(SourceNoun):
        for word in source.nouns:
            yield from _iter_source(word, source, pack)
    for outlet in pack.slot(OutletNoun):
        key = fold(outlet.noun)
        yield outlet.noun, Noun(key, outlet=True)
        yield from ((plural, Noun(key, plural=True, outlet=True)) for plural in find_plurals(outlet.noun, pack))


def _iter_titles(pack: Pack) -> Iterator[tuple[str, Noun]]:
    """Titles in both genders and numbers; the key of a former one is that of the office (*exalcalde*)."""
    former = [word for entry in pack.slot(Connector) if entry.role == "former" for word in entry.words]
    titles = {fold(word) for title in pack.slot(Title) for word in title.masculine}
    for title in pack.slot(Title):
        for word, gender in [(w, "Masc") for w in title.masculine] + [(w, "Fem") for w in title.feminine]:
            key = fold(word if gender == "Masc" else _masculine_of(word, title))
            key = next((key[len(p) :] for p in former if key.startswith(p) and key[len(p) :] in titles), key)
            yield word, Noun(key, gender, title=title)
            for plural in find_plurals(word, pack):
                yield plural, Noun(key, gender, plural=True, title=title)


def _iter_source(word: str, source: SourceNoun, pack: Pack) -> Iterator[tuple[str, Noun]]:
    """A source noun with its genders: the third and fourth of four forms are plural."""
    forms = find_forms(word, pack) if " " not in word else (word, *find_plurals(word, pack))
    for number, form in enumerate(forms):
        plural = number >= 2 if len(forms) == 4 else number >= 1
        yield form, Noun(fold(word), plural=plural, source=source)


def _masculine_of(word: str, title: Title) -> str:
    """The masculine with the same stem, or the word itself (*mujer*)."""

    def shared(other: str) -> int:
        return next(
            (i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
        )

    if word in title.masculine or not title.masculine:
        return word
    best = max(title.masculine, key=lambda other: (shared(other), -len(other)))
    same_size = len(best.split()) == len(word.split())
    return best if same_size and shared(best) >= max(3, len(word.split()[0]) - 4) else word


def _merge(known: Noun, new: Noun) -> Noun:
    """One form, several readings. A word of both genders has none."""
    same_title = known.title is None or new.title is None or known.key == new.key
    gender = known.gender if known.gender == new.gender or not new.gender else (new.gender if not known.gender else "")
    return Noun(
        key=known.key,
        gender=gender if same_title or known.gender == new.gender else known.gender,
        plural=known.plural and new.plural,
        title=known.title or new.title,
        body=known.body or new.body,
        source=known.source or new.source,
        outlet=known.outlet or new.outlet,
    )
