"""The persons of an article: all forms of one name together, with the offices and the gender that the article gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careo.analyze.names import Name
from careo.analyze.nouns import load_words
from careo.analyze.offices import Office, Pair
from careo.lang import Pack
from careo.text.document import Document
from careo.text.words import fold


@dataclass(frozen=True, slots=True)
class Person:
    """``name``: the fullest form; ``words``: it, folded; ``gender``: empty where unknown; ``places``: first tokens of its mentions."""

    name: str
    words: tuple[str, ...]
    gender: str
    offices: tuple[Office, ...]
    places: tuple[int, ...]


def build_persons(
    document: Document, names: Sequence[Name], pairs: Sequence[Pair], pack: Pack
) -> tuple[tuple[Person, ...], dict[int, int]]:
    """The persons, and for the first token of each personal name which person it is.

    A bare surname is the person of that name who was named most before it, or else first after it.
    """
    mentions = [name for name in names if name.kind == "person"]
    spelled = {name.first: name.words(document) for name in mentions}
    clusters = _cluster(
        [spelled[name.first] for name in sorted(mentions, key=lambda n: (-len(spelled[n.first]), n.first))]
    )
    owner: dict[int, int] = {}
    count = [0] * len(clusters)
    for name in mentions:
        fitting = [i for i, forms in enumerate(clusters) if _part_of(_folded(spelled[name.first]), _folded(forms[0]))]
        full = [i for i in fitting if len(clusters[i][0]) == len(spelled[name.first])]
        choice = full or fitting
        if not choice:
            continue
        seen = [i for i in choice if count[i]]
        person = (
            max(seen, key=lambda i: (count[i], -i)) if seen else _first_after(choice, clusters, mentions, spelled, name)
        )
        owner[name.first] = person
        count[person] += 1
    offices = _offices_by_person(pairs, owner)
    places: dict[int, list[int]] = {}
    for first, person in owner.items():
        places.setdefault(person, []).append(first)
    persons = tuple(_person(document, f, offices.get(i, ()), places.get(i, []), pack) for i, f in enumerate(clusters))
    return persons, owner


def same_word(left: str, right: str) -> bool:
    """Whether two folded words spell one name: equal, or long and one or two letters apart behind the same first letter."""
    if left == right:
        return True
    size = min(len(left), len(right))
    if size < 5 or left[0] != right[0] or abs(len(left) - len(right)) > 2:
        return False
    return _distance(left, right) <= (1 if size < 7 else 2)


def _first_after(
    choice: list[int],
    clusters: list[list[tuple[str, ...]]],
    mentions: list[Name],
    spelled: dict[int, tuple[str, ...]],
    name: Name,
) -> int:
    for later in mentions:
        if later.first > name.first:
            for index in choice:
                if _folded(spelled[later.first]) == _folded(clusters[index][0]):
                    return index
    return choice[0]


def _cluster(forms: list[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """Groups of forms, the fullest first. Forms come the longest first; two words and more must fit a fuller form wholly."""
    clusters: list[list[tuple[str, ...]]] = []
    for form in forms:
        home = next((cluster for cluster in clusters if _part_of(_folded(form), _folded(cluster[0]))), None)
        if home is None:
            clusters.append([form])
        else:
            home.append(form)
    return clusters


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)


def _part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of ``short`` stand in ``long`` in order, spelling aside."""
    at = 0
    for word in short:
        while at < len(long) and not same_word(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _offices_by_person(pairs: Sequence[Pair], owner: dict[int, int]) -> dict[int, tuple[Office, ...]]:
    found: dict[int, tuple[Office, ...]] = {}
    for pair in pairs:
        person = owner.get(pair.name.first)
        if person is not None:
            found[person] = (*found.get(person, ()), pair.office)
    return found


def _person(
    document: Document, forms: list[tuple[str, ...]], offices: tuple[Office, ...], firsts: Sequence[int], pack: Pack
) -> Person:
    places = tuple(firsts)
    words = _folded(forms[0])
    return Person(" ".join(_cased(forms[0])), words, _gender(document, words, offices, places, pack), offices, places)


def _cased(words: tuple[str, ...]) -> tuple[str, ...]:
    """Capitals only (headlines, bylines) become a plain name."""
    if all(word.isupper() and len(word) > 1 for word in words) and len(words) > 1:
        return tuple(word.capitalize() for word in words)
    return words


def _gender(
    document: Document, words: tuple[str, ...], offices: tuple[Office, ...], places: tuple[int, ...], pack: Pack
) -> str:
    """By the title, its article, a form of address or the given name."""
    known = load_words(pack)
    for office in offices:
        if office.noun.gender:
            return office.noun.gender
        before = document.tokens[office.first - 1] if office.first else None
        if before is not None and before.tag == "DET":
            for gender in ("Masc", "Fem"):
                if before.has(f"Gender={gender}"):
                    return gender
    for place in places:
        if place and (found := known.honorifics.get(fold(document.tokens[place - 1].text.rstrip(".")))):
            return found
    return known.given.get(words[0], "") if len(words) > 1 else ""


def _distance(left: str, right: str) -> int:
    """Edit distance (Levenshtein)."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]
