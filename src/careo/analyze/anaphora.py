"""Sources that point back: pronouns, *ambos*, *los dos países*, and subjects that are left out."""

from __future__ import annotations

from careo.analyze.gazetteer import Hit
from careo.analyze.inflections import fold
from careo.analyze.mentions import find_mention
from careo.analyze.nouns import find_noun, load_words
from careo.analyze.stage import Stage, Voice
from careo.analyze.titled import gender_fits, voice_of_person
from careo.lang.actors import Pronoun
from careo.text.document import Token

_WINDOW = 4
"""Sentences back in which the two of *los dos países* are looked for."""
_REACH = 8
"""Tokens behind the cue of a quotation within which its subject may stand."""
_BACK = 2
"""Sentences back in which the subject of a clause without one is looked for."""


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
            return _voice_at(stage, document.tokens[token.head])
    before = document.tokens[index - 2] if index > 1 else None
    while before is not None and before.head < index - 1 and before.head != before.index and not _titled(stage, before):
        if document.tokens[before.head].tag not in {"NOUN", "PROPN"}:
            break
        before = document.tokens[before.head]
    if before is not None and before.tag in {"NOUN", "PROPN"} and (voice := _voice_at(stage, before)):
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
    near = known is not None and _sentences_back(stage, known.at, first) <= _BACK
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


def resolve_omitted(stage: Stage, cue: Token, *, quoted: bool = False) -> Voice | None:
    """Who speaks where the cue has no subject: the subject of the sentence so far or before, or else whoever spoke last."""
    cast, document = stage.cast, stage.cast.document
    number = _number(stage, cue)
    last = next((v for v in reversed(stage.heard) if number is None or v.plural == (number == "Plur")), None)
    last = last or (stage.heard[-1] if stage.heard else None)
    goes_on = cue.lemma.lower() in load_words(cast.pack).continuations
    sentence = document.sentence_of(cue)
    since = _since(stage, last) if last is not None else 0
    start = document.sentences[max(0, sentence.index - _BACK)].first
    placed = _spoken_from(stage, cue) if number == "Plur" else _beside(stage, cue)
    placed = _behind(stage, cue) if placed is None and quoted else placed
    if placed is not None:
        return placed
    if goes_on and last is not None and _sentences_back(stage, last.at, cue.index) <= _WINDOW * 3:
        return last
    for subject in reversed(stage.subjects(max(since, start), cue.index - 1)):
        if number is not None and subject.has("Number=Plur") != (number == "Plur"):
            continue
        voice = _voice_at(stage, subject)
        if voice is not None:
            return voice
    if last is not None:
        return last
    before = [index for index in sorted(cast.person_at) if index < cue.index and not stage.quoted[index]]
    if before:
        return voice_of_person(stage, cast.person_at[before[-1]], before[-1])
    return None


def _spoken_from(stage: Stage, cue: Token) -> Voice | None:
    """The body where an impersonal plural is said (*desde la Casa Rosada aseguran*, *en el ministerio lo niegan*)."""
    document, pack = stage.cast.document, stage.cast.pack
    places = load_words(pack).roles["place"]
    for child in document.children_by(cue, "obl", "nmod", "advmod"):
        case = next((fold(c.text) for c in document.children_by(child, "case")), "")
        if case not in places or child.index > cue.index or stage.resolve is None:
            continue
        hit = stage.hit(child.index)
        noun = find_noun(document, child, pack)
        seat = hit is not None and hit.place.sense in {"metonym", "name"} and hit.place.party is not None
        if seat or child.index in stage.cast.body_at or (noun and noun.body and not noun.body.country):
            inside = document.tokens_in(find_mention(document, child, pack, stage.cast.pairs))
            return stage.resolve(stage, inside[0].index, inside[-1].index, child.index) if inside else None
    return None


def _beside(stage: Stage, cue: Token) -> Voice | None:
    """A person who hangs on the cue before it without a preposition, under a wrong relation."""
    document = stage.cast.document
    for child in document.children(cue):
        if child.index < cue.index and not stage.quoted[child.index] and not document.children_by(child, "case"):
            person = _person_at(stage, child)
            if person is not None and child.relation not in {"obj", "iobj", "ccomp", "vocative"}:
                return voice_of_person(stage, person, child.index)
    return None


def _behind(stage: Stage, cue: Token) -> Voice | None:
    """Who stands behind the cue of a quotation though the parser hung it elsewhere: a name, or a known noun with its article at once."""
    document, pack = stage.cast.document, stage.cast.pack
    last = min(document.sentence_of(cue).last, cue.index + _REACH)
    for index in range(cue.index + 1, last + 1):
        token = document.tokens[index]
        if token.tag in {"PUNCT", "VERB", "AUX", "SCONJ"}:
            return None
        person = stage.cast.person_at.get(index)
        if person is not None and document.tokens[index - 1].tag != "ADP":
            return voice_of_person(stage, person, index)
        if index == cue.index + 2 and document.tokens[index - 1].tag == "DET" and find_noun(document, token, pack):
            voice = _voice_at(stage, token)
            if voice is not None:
                return voice
    return None


def _since(stage: Stage, last: Voice) -> int:
    """From where on a subject outranks the last voice: behind it, or from its sentence on where it spoke in a relative clause."""
    document = stage.cast.document
    token = document.tokens[last.at]
    clause = document.head(token)
    if token.relation == "nsubj" and clause is not None and clause.relation == "acl":
        return document.sentence_of(token).first
    return last.at + 1


def _number(stage: Stage, cue: Token) -> str | None:
    """``Sing`` or ``Plur`` of the finite verb of a cue; None for other cues."""
    for token in (cue, *stage.cast.document.children_by(cue, "aux", "cop"), *stage.cast.document.ancestors(cue)):
        if token.tag in {"VERB", "AUX"} and token.has("VerbForm=Fin"):
            return "Plur" if token.has("Number=Plur") else "Sing"
        if cue.tag not in {"VERB", "AUX"}:
            return None
    return None


def _person_at(stage: Stage, token: Token) -> int | None:
    """The person named at a subject, by the name itself or by the name beside its title."""
    cast = stage.cast
    name = cast.by_token.get(token.index)
    if name is not None and name.kind == "person":
        return cast.person_at.get(name.first)
    pair = next((p for p in cast.pairs if p.office.first <= token.index <= p.office.noun.last), None)
    return cast.person_at.get(pair.name.first) if pair else None


def _voice_at(stage: Stage, subject: Token) -> Voice | None:
    """The voice that a subject is, if it is somebody who can speak: a person, a body, a country."""
    person = _person_at(stage, subject)
    if person is not None:
        return voice_of_person(stage, person, subject.index)
    document, pack = stage.cast.document, stage.cast.pack
    noun = find_noun(document, subject, pack)
    speaks = noun is not None and (noun.title or noun.body or (noun.source and noun.source.kind != "document"))
    hit = stage.hit(subject.index)
    if stage.resolve is None or not (speaks or (hit and hit.place.kind == "government")):
        return None
    inside = document.tokens_in(find_mention(document, subject, pack, stage.cast.pairs))
    return stage.resolve(stage, inside[0].index, inside[-1].index, subject.index) if inside else None


def _subject_person(stage: Stage, gender: str, before: int) -> int | None:
    """The person who is a subject in the sentence so far."""
    sentence = stage.cast.document.sentence_of(stage.cast.document.tokens[before])
    for subject in stage.subjects(sentence.first, before - 1):
        person = _person_at(stage, subject)
        if person is not None and gender_fits(gender, stage.cast.persons[person].gender):
            return person
    return None


def _nearest_person(stage: Stage, gender: str, before: int) -> int | None:
    for index in range(before - 1, -1, -1):
        person = stage.cast.person_at.get(index)
        if person is not None and gender_fits(gender, stage.cast.persons[person].gender):
            return person
    return None


def _sentences_back(stage: Stage, place: int, here: int) -> int:
    document = stage.cast.document
    return document.sentence_of(document.tokens[here]).index - document.sentence_of(document.tokens[place]).index


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
