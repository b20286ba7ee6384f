"""Countries and regions that no gazetteer knows: a name that has a ministry, an army, an ambassador in the article is a party in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from careo.analyze.nouns import Words, find_noun, load_words
from careo.analyze.words import grammar_of
from careo.lang import Pack
from careo.lang.cues import Verb
from careo.lang.inflections import fold_words
from careo.text.document import Document, Token
from careo.text.words import fold

_LONGEST = 3
"""Most words of such a name."""
_SHORTEST = 4
"""Fewest letters that the name and the adjective of its people share."""
_OWN_SOLDIERS = "own soldiers"
"""Stands among the offices and bodies of a name for soldiers that are its own; no noun has this key."""


@dataclass(frozen=True, slots=True)
class Party:
    """``words``: the folded name; ``people``: the folded adjectives of its people in the text; ``region``: no country, as far as told."""

    name: str
    words: tuple[str, ...]
    people: tuple[str, ...]
    region: bool


def find_parties(document: Document, pack: Pack) -> tuple[Party, ...]:
    """The names that the article itself shows to be countries or regions, in text order.

    A name counts with one office or body that only a state has (*el canciller de …*, *el Ejército de …*, *la República de …*) or with
    two that regions and companies have too (*el Gobierno de …*, *el presidente de …*, *… admite que soldados suyos …*), and where it
    also stands by itself or as the adjective of its people. A name that denies or admits something itself counts where its people are
    soldiers (*militares almenareses*; *Almenara niega …*): towns have people and may do so too, but no troops. Names of persons never do.
    """
    words = load_words(pack)
    owned: dict[tuple[str, ...], set[str]] = {}
    states: set[tuple[str, ...]] = set()
    free: set[tuple[str, ...]] = set()
    persons: set[str] = set()
    shown: dict[tuple[str, ...], str] = {}
    takes_side: set[tuple[str, ...]] = set()
    for first, last in _iter_runs(document, words):
        key = tuple(fold(token.text) for token in document.tokens[first : last + 1])
        owner, state = _owner(document, first, pack)
        if owner:
            owned.setdefault(key, set()).add(owner)
            shown.setdefault(key, " ".join(token.text for token in document.tokens[first : last + 1]))
            states |= {key} if state else set()
        else:
            free.add(key)
        if (verb := _verb_of(document, document.tokens[first], pack)) is not None:
            takes_side.add(key)
            if _tells_of_own_soldiers(document, verb, pack):
                owned.setdefault(key, set()).add(_OWN_SOLDIERS)
            shown.setdefault(key, " ".join(token.text for token in document.tokens[first : last + 1]))
        persons |= _person_words(document, first, last, words, pack)
    states |= {key for key in takes_side if _has_soldiers(document, _people(document, key, words), words)}
    found = [
        key for key in shown
        if (key in free or _people(document, key, words)) and (key in states or len(owned.get(key, ())) > 1)
        and not persons & set(key) and key not in words.portfolios
    ]  # fmt: skip
    return tuple(Party(shown[key], key, _people(document, key, words), key not in states) for key in found)


def _iter_runs(document: Document, words: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitalized words without particles."""
    tokens = document.tokens
    index = 0
    while index < len(tokens):
        last = index
        while last + 1 < len(tokens) and _capital(tokens[last + 1]) and _capital(tokens[last]):
            last += 1
        if (
            _capital(tokens[index])
            and last - index < _LONGEST
            and tokens[index].tag not in {"DET", "ADP", "PRON", "ADV"}
        ):
            yield index, last
        index = last + 1


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:] != token.text[1:].upper()


def _owner(document: Document, first: int, pack: Pack) -> tuple[str, bool]:
    """The key of the office or body in whose complement a name stands (empty: none), and whether only a state has it."""
    words, tokens = load_words(pack), document.tokens
    if not first or fold(tokens[first - 1].text) not in words.roles["of"]:
        return "", False
    index, ministry = first - 2, False
    if index >= 0 and fold(tokens[index].text) in words.roles["soldiers"] and tokens[index].has("Number=Plur"):
        return _OWN_SOLDIERS, False  # *60 soldados de Ribera*, beside *el Gobierno de Ribera*
    for size in (3, 2, 1):
        before = tuple(w for token in tokens[max(0, index - size + 1) : index + 1] for w in fold_words(token.text))
        if index - size > 0 and before in words.portfolios and fold(tokens[index - size].text) in words.roles["of"]:
            index, ministry = index - size - 1, True
            break
    for start in range(index, max(-1, index - 3), -1):
        noun = find_noun(document, tokens[start], pack)
        if noun is None or noun.last != index or noun.plural:
            continue
        if noun.body is not None and noun.title is None:
            sole = noun.body.sole or (noun.body.country and tokens[start].text[0].isupper())
            return (noun.key, ministry or sole) if noun.body.national else ("", False)
        if noun.title is not None and noun.title.scope == "country":
            return noun.key, ministry or noun.key in words.roles["state"]
    return "", False


def _person_words(document: Document, first: int, last: int, words: Words, pack: Pack) -> set[str]:
    """The words of a run that is the name of a person: with a given name or an office right before it."""
    tokens = document.tokens
    key = {fold(token.text) for token in tokens[first : last + 1]}
    before = tokens[first - 1] if first else None
    if fold(tokens[first].text) in words.given and last > first:
        return key
    noun = find_noun(document, before, pack) if before is not None else None
    titled = noun is not None and noun.title is not None and not noun.plural
    honored = before is not None and fold(before.text.rstrip(".")) in words.honorifics
    return key if titled or honored else set()


def _people(document: Document, key: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """The adjectives in the text that the name of one word and an ending make (*Almenara*: *almenarés*)."""
    stem = key[0].rstrip("aeiou") if len(key) == 1 else ""
    if len(stem) < _SHORTEST:
        return ()
    found = {
        fold(token.text): None for token in document.tokens
        if token.tag in {"ADJ", "NOUN"} and token.text.islower() and fold(token.text).startswith(stem)
        and fold(token.text)[len(stem) :] in words.roles["people"]
    }  # fmt: skip
    return tuple(found)


def _verb_of(document: Document, name: Token, pack: Pack) -> Token | None:
    """The verb of denying or admitting whose subject a name is."""
    verb = document.head(name) if name.relation == "nsubj" else None
    return verb if verb is not None and verb.lemma in pack.derived(_sides) else None


def _tells_of_own_soldiers(document: Document, verb: Token, pack: Pack) -> bool:
    """*… admite que 300 **soldados suyos** cayeron*, *… retira **sus tropas***."""
    soldiers, suyo = load_words(pack).roles["soldiers"], grammar_of(pack).possessives
    return any(
        child.lemma in suyo or (child.has("Poss=Yes") and child.has("Person=3"))
        for noun in document.subtree(verb) if fold(noun.text) in soldiers
        for child in document.children(noun)
    )  # fmt: skip


def _sides(pack: Pack) -> frozenset[str]:
    return frozenset(entry.lemma for entry in pack.slot(Verb) if entry.stance in ("deny", "confirm"))


def _has_soldiers(document: Document, people: tuple[str, ...], words: Words) -> bool:
    """Whether the adjective of a people stands with soldiers or an army (*tropas almenaresas*)."""
    governors = (document.head(token) for token in document.tokens if people and fold(token.text) in people)
    return any(noun is not None and fold(noun.text) in words.roles["soldiers"] for noun in governors)
