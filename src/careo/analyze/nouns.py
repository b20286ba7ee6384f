"""What the pack knows of a noun as a source: title, body, unnamed source, document, outlet; and closed words by role."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careo.analyze.inflections import find_forms, find_plurals, fold, fold_words
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
from careo.text.document import Document, Token

Forms = dict[str, list[tuple[tuple[str, ...], "Noun"]]]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun form. ``key``: the folded singular that stands for all forms of the word, in the masculine for titles."""

    key: str
    gender: str = ""
    plural: bool = False
    title: Title | None = None
    body: BodyNoun | None = None
    source: SourceNoun | None = None
    outlet: bool = False
    last: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """The closed words of a pack, folded, by what they do."""

    nouns: Forms
    roles: dict[str, frozenset[str]]
    joins: tuple[str, ...]
    join_before: tuple[str, ...]
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
    """The noun that begins at ``token`` (``last`` is its last token); the longest where several words make one (*secretario general*)."""
    words = fold_words(token.text)
    if len(words) != 1:
        return None
    sentence_end = document.sentence_of(token).last
    for form, noun in load_words(pack).nouns.get(words[0], ()):
        end = token.index + len(form) - 1
        if end <= sentence_end and all(
            fold(document.tokens[token.index + k].text) == form[k] for k in range(1, len(form))
        ):
            return replace(noun, last=end)
    return None


def _build_words(pack: Pack) -> Words:
    connectors: dict[str, frozenset[str]] = {}
    joins: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    for entry in pack.slot(Connector):
        connectors[entry.role] = connectors.get(entry.role, frozenset()) | {fold(word) for word in entry.words}
        if entry.role == "and":
            joins, before = entry.words, tuple(fold(sound) for sound in entry.before)
    return Words(
        nouns=_build_nouns(pack),
        roles=connectors,
        joins=joins,
        join_before=before,
        given={fold(name): entry.gender for entry in pack.slot(GivenNames) for name in entry.names},
        honorifics={fold(word): entry.gender for entry in pack.slot(Honorific) for word in entry.words},
        pronouns={tuple(word.lower().split()): entry for entry in pack.slot(Pronoun) for word in entry.words},
        pairs={fold(p): entry for entry in pack.slot(PairNoun) for noun in entry.nouns for p in find_plurals(noun, pack)}
        | {fold(form): entry for entry in pack.slot(PairNoun) for noun in entry.nouns for form in find_forms(noun, pack)[2:]},
        stops=frozenset(fold(word) for entry in pack.slot(Adjunct) for word in entry.prepositions),
        venues=frozenset(fold(f) for e in pack.slot(Adjunct) for noun in e.nouns for f in (noun, *find_plurals(noun, pack))),
        times=frozenset(fold(f) for e in pack.slot(Adjunct) for noun in e.times for f in (noun, *find_plurals(noun, pack))),
        anonymity=frozenset(fold(word) for entry in pack.slot(Anonymity) for word in entry.words),
        continuations=frozenset(lemma for entry in pack.slot(Continuation) for lemma in entry.lemmas),
        portfolios=frozenset(fold_words(words) for entry in pack.slot(Portfolio) for words in entry.words),
    )


def _build_nouns(pack: Pack) -> Forms:
    found: dict[tuple[str, ...], Noun] = {}

    def add(form: str, noun: Noun) -> None:
        words = fold_words(form)
        known = found.get(words)
        found[words] = noun if known is None else _merge(known, noun)

    for title in pack.slot(Title):
        for word, gender in [(w, "Masc") for w in title.masculine] + [(w, "Fem") for w in title.feminine]:
            key = fold(word if gender == "Masc" else _masculine_of(word, title))
            add(word, Noun(key, gender, title=title))
            for plural in find_plurals(word, pack):
                add(plural, Noun(key, gender, plural=True, title=title))
    for body in pack.slot(BodyNoun):
        for word in body.nouns:
            add(word, Noun(fold(word), body=body))
            for plural in find_plurals(word, pack):
                add(plural, Noun(fold(word), plural=True, body=body))
    for source in pack.slot(SourceNoun):
        for word in source.nouns:
            _add_source(word, source, pack, add)
    for outlet in pack.slot(OutletNoun):
        add(outlet.noun, Noun(fold(outlet.noun), outlet=True))
        for plural in find_plurals(outlet.noun, pack):
            add(plural, Noun(fold(outlet.noun), plural=True, outlet=True))
    forms: Forms = {}
    for words, noun in found.items():
        forms.setdefault(words[0], []).append((words, noun))
    for bucket in forms.values():
        bucket.sort(key=lambda item: -len(item[0]))
    return forms


def _add_source(word: str, source: SourceNoun, pack: Pack, add: object) -> None:
    """A source noun with its genders: the second and fourth of four forms are feminine."""
    assert callable(add)
    forms = find_forms(word, pack) if " " not in word else (word, *find_plurals(word, pack))
    for number, form in enumerate(forms):
        plural = number >= 2 if len(forms) == 4 else number >= 1
        add(form, Noun(fold(word), plural=plural, source=source))


def _masculine_of(word: str, title: Title) -> str:
    """The masculine with the same stem, or the word itself (*mujer*)."""

    def shared(other: str) -> int:
        return next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))

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
