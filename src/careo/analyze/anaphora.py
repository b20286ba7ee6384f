"""Sources that point back: pronouns, *ambos*, *los dos países*."""

from __future__ import annotations

from careo.analyze.gazetteer import Hit
from careo.analyze.nouns import find_noun, load_words
from careo.analyze.omitted import person_named, resolve_omitted, voice_at
from careo.analyze.stage import Stage, Voice
from careo.analyze.titled import gender_fits, voice_of_person
from careo.lang.actors import Pronoun
from careo.text.document import Token
from careo.text.words import fold

_WINDOW = 4
"""Sentences back in which the two of *los dos países* are looked for."""
_BACK = 2
"""Sentences back in which two that spoke together are still *ambos*."""


def find_pronoun(stage: Stage, first: int, last: int) -> Pronoun | None:
    """The pronoun that a mention consists of, or begins with where it points to two (*ambos países*)."""
    tokens, known = stage.cast.document.tokens, load_words(stage.cast.pack).pronouns
    words = [token.lower for token in tokens[first : last + 1] if token.tag != "PUNCT"]
    for size in (3, 2, 1):
        entry = known.get(tuple(words[:size])) if len(words) >= size else None
        if entry is not None and (len(words) == size or entry.number == "Dual"):
            return entry
    return None


def resolve_pronoun(stage: Stage, first: int, last: int) -> Voice | None:
    """Whom the pronoun at tokens ``first`` to ``last`` stands for; None where there is none or nothing fits."""
    words = load_words(stage.cast.pack)
    texts = [fold(token.text) for token in stage.cast.document.tokens[first : last + 1]]
    if texts[-1] in words.roles["relative"] and all(text in words.roles["article"] for text in texts[:-1]):
        return _antecedent(stage, last)
    entry = find_pronoun(stage, first, last)
    if entry is None:
        return None
    if entry.number == "Dual":
        return resolve_pair(stage, first, last)
    if entry.number == "Plur":
        return next((voice for voice in reversed(stage.heard) if voice.plural), None)
    if not entry.gender:
        return resolve_omitted(stage, stage.cast.document.tokens[first])
    if not entry.nearest:
        subject = _subject_person(stage, entry.gender, first)
        if subject is not None:
            return voice_of_person(stage, subject, first)
        for voice in reversed(stage.heard):
            if not voice.plural and voice.kind == "person" and gender_fits(entry.gender, voice.gender):
                return voice
    person = _nearest_person(stage, entry.gender, first)
    if person is not None:
        return voice_of_person(stage, person, first)
    return next(
        (voice for voice in reversed(stage.heard) if not voice.plural and gender_fits(entry.gender, voice.gender)), None
    )


def _antecedent(stage: Stage, index: int) -> Voice | None:
    """The noun that the clause of a relative pronoun hangs on (*el portavoz, **quien** añadió*), or whoever is named last before it."""
    document = stage.cast.document
    for token in document.ancestors(document.tokens[index]):
        if token.relation == "acl":
            return voice_at(stage, document.tokens[token.head])
    before = document.tokens[index - 2] if index > 1 else None
    while before is not None and before.head < index - 1 and before.head != before.index and not _titled(stage, before):
        if document.tokens[before.head].tag not in {"NOUN", "PROPN"}:
            break
        before = document.tokens[before.head]
    if before is not None and before.tag in {"NOUN", "PROPN"} and (voice := voice_at(stage, before)):
        return voice
    person = _nearest_person(stage, "", index)
    return voice_of_person(stage, person, index) if person is not None else None


def _titled(stage: Stage, token: Token) -> bool:
    noun = find_noun(stage.cast.document, token, stage.cast.pack)
    return noun is not None and noun.title is not None


def resolve_pair(stage: Stage, first: int, last: int) -> Voice:
    """The two that *ambos* or *los dos* and a noun stand for, in the order in which the text names them."""
    words = load_words(stage.cast.pack)
    texts = [token.text for token in stage.cast.document.tokens[first : last + 1]]
    noun_text = next((text for text in texts if fold(text) in words.pairs), "")
    noun = words.pairs.get(fold(noun_text))
    kind = noun.kind if noun else "person"
    known = next((voice for voice in reversed(stage.heard) if len(voice.parts) == 2 and _parts_fit(voice, kind)), None)
    near = known is not None and stage.sentences_back(known.at, first) <= _BACK
    if known is not None and near and known.at < first:
        return known
    if kind == "country":
        parts = _two_countries(stage, first)
    elif kind == "person":
        parts = _two_persons(stage, first, fold(noun_text))
        parts = parts if len(parts) == 2 or noun is not None else _two_countries(stage, first)
    else:
        parts = _two_heard(stage)
    if len(parts) < 2 and known is not None:
        return known
    if len(parts) < 2:
        text = stage.cast.document.text
        tokens = stage.cast.document.tokens
        return Voice(" ".join(text[tokens[first].start : tokens[last].end].split()), "group", plural=True, at=first)
    return join_voices(stage, parts, first)


def join_voices(stage: Stage, parts: list[Voice], at: int) -> Voice:
    """Several voices as one: governments together are governments, all others a group."""
    kinds = {part.kind for part in parts}
    kind = parts[0].kind if len(kinds) == 1 and parts[0].kind not in {"person", "unnamed"} else "group"
    parties = {part.acts_for for part in parts}
    party = parts[0].acts_for if len(parties) == 1 else None
    name = stage.join([part.name for part in parts])
    return Voice(name, kind, party, plural=True, at=at, parts=tuple(parts), country=all(part.country for part in parts))


def _subject_person(stage: Stage, gender: str, before: int) -> int | None:
    """The person who is a subject in the sentence so far."""
    sentence = stage.cast.document.sentence_of(stage.cast.document.tokens[before])
    for subject in stage.subjects(sentence.first, before - 1):
        person = person_named(stage, subject)
        if person is not None and gender_fits(gender, stage.cast.persons[person].gender):
            return person
    return None


def _nearest_person(stage: Stage, gender: str, before: int) -> int | None:
    for index in range(before - 1, -1, -1):
        person = stage.cast.person_at.get(index)
        if person is not None and gender_fits(gender, stage.cast.persons[person].gender):
            return person
    return None


def _parts_fit(voice: Voice, kind: str) -> bool:
    if kind == "country":
        return voice.country
    if kind == "person":
        return all(part.kind == "person" for part in voice.parts)
    return all(part.kind in {"organization", "government"} for part in voice.parts)


def _two_persons(stage: Stage, before: int, title: str) -> list[Voice]:
    """The last two different persons named before a token, in text order; those who hold ``title`` (a plural), if two do."""
    forms = load_words(stage.cast.pack).nouns.get(title, [])
    titles = {noun.title for _, noun in forms if noun.title}
    holders = {
        i for i in range(len(stage.cast.persons)) if any(office.noun.title in titles for office in stage.offices_of(i))
    }
    found: list[tuple[int, int]] = []
    for index in range(before - 1, -1, -1):
        person = stage.cast.person_at.get(index)
        if person is not None and person not in {p for _, p in found} and (len(holders) < 2 or person in holders):
            found.append((index, person))
        if len(found) == 2:
            break
    return [voice_of_person(stage, person, index) for index, person in sorted(found)]


def _two_countries(stage: Stage, before: int) -> list[Voice]:
    """The two countries that weigh most in the last sentences, and of equals those named last; in text order."""
    document, cast = stage.cast.document, stage.cast
    here = document.sentence_of(document.tokens[before]).index
    weights: dict[str, float] = {}
    places: dict[str, int] = {}
    first = document.sentences[max(0, here - _WINDOW)].first
    for hit in cast.hits:
        if hit.first >= before:
            break
        if hit.place.kind != "government" or hit.place.region or not hit.place.party:
            continue
        party = hit.place.party
        near = hit.first >= first
        weights[party] = weights.get(party, 0.0) + (_weight(stage, hit) if near else 0.1)
        if near:
            places[party] = hit.first
    best = sorted(places, key=lambda party: (-weights[party], -places[party]))[:2]
    return [
        Voice(p, "government", p, at=places[p], country=True) for p in sorted(best, key=lambda party: places[party])
    ]


def _weight(stage: Stage, hit: Hit) -> float:
    """Subjects weigh most, places least; an adjective weighs as its noun."""
    document = stage.cast.document
    token = document.tokens[hit.first]
    if hit.place.sense == "demonym" and token.relation == "amod":
        token = document.tokens[token.head]
    if token.relation in {"nsubj", "conj", "obj", "iobj"}:
        return 3.0
    case = next((fold(child.text) for child in document.children_by(token, "case")), "")
    return 0.5 if case in load_words(stage.cast.pack).roles["place"] else 1.5


def _two_heard(stage: Stage) -> list[Voice]:
    """The last two bodies that spoke."""
    found: list[Voice] = []
    for voice in reversed(stage.heard):
        if (
            voice.kind in {"organization", "government"}
            and not voice.plural
            and voice.name not in {v.name for v in found}
        ):
            found.append(voice)
        if len(found) == 2:
            break
    return found[::-1]
