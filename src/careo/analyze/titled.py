"""Persons behind their titles: *el presidente de Ucrania*, *el ministro*, *la portavoz*, *el mandatario*."""

from __future__ import annotations

from careo.analyze.cast import find_party_of
from careo.analyze.descriptions import describe
from careo.analyze.nouns import Noun, find_noun, load_words
from careo.analyze.offices import Office, read_office
from careo.analyze.stage import Stage, Voice
from careo.model import SourceKind
from careo.text.words import fold

_NEAR = 3
"""Sentences back within which a leader without introduction is the one who spoke last."""
_BACK = 2
"""Sentences back within which a title behind a quotation and its cue goes on with the last speaker."""


def resolve_title(stage: Stage, first: int, last: int, at: int) -> Voice | None:
    """The person whom the title at token ``at`` of a mention (tokens ``first`` to ``last``) stands for; descriptive where none is known.

    None where no singular title stands there.
    """
    cast = stage.cast
    office = read_office(cast.document, at, cast.names, cast.pack, last)
    if office is None or office.noun.plural:
        return None
    gender = office.noun.gender or _gender_before(stage, first, at)
    if office.definite:
        person = _find_person(stage, office, gender, first)
        if person is not None:
            return voice_of_person(stage, person, first, office)
        earlier = _find_described(stage, office, gender)
        if earlier is not None:
            return earlier
    name = describe(stage.cast, first, last)
    kind: SourceKind = "person"
    if office.noun.source and office.noun.source.kind == "unnamed" and not office.definite:
        kind = "unnamed"
    return Voice(name, kind, find_party_of(cast, office), key=office.noun.key, office=office, gender=gender, at=first)


def voice_of_person(stage: Stage, person: int, at: int, office: Office | None = None) -> Voice:
    """A person as a voice. An office that the mention adds is kept."""
    cast = stage.cast
    if office is not None and not any(_title_fit(office.noun, known.noun) == 3 for known in stage.offices_of(person)):
        stage.added[person] = (*stage.added.get(person, ()), office)
    party = next((p for known in stage.offices_of(person) if (p := find_party_of(cast, known))), None)
    known = cast.persons[person]
    return Voice(known.name, "person", party, person=person, gender=known.gender, at=at)


def find_official(stage: Stage, first: int, last: int, at: int) -> int | None:
    """Whom *la autoridad* takes up: whoever spoke last and shortly before, where he holds a public office."""
    document, roles = stage.cast.document, load_words(stage.cast.pack).roles
    rest = {fold(token.text) for token in document.tokens[at + 1 : last + 1]}
    if fold(document.tokens[at].text) not in roles["official"] or not rest <= roles["level"] or at != first + 1:
        return None
    voice = next((v for v in reversed(stage.heard) if v.at < first and not v.plural), None)
    if voice is None or voice.person is None or stage.sentences_back(voice.at, first) > _BACK:
        return None
    held = [office.noun.title.scope for office in stage.offices_of(voice.person) if office.noun.title]
    return voice.person if {"local", "country"} & set(held) else None


def gender_fits(left: str, right: str) -> bool:
    """Whether two genders agree, the unknown one with any."""
    return not left or not right or left == right


def _find_person(stage: Stage, office: Office, gender: str, before: int) -> int | None:
    best: tuple[int, int] | None = None
    found: int | None = None
    for index, person in enumerate(stage.cast.persons):
        if not gender_fits(gender, person.gender):
            continue
        fit = max((_office_fit(stage, office, known) for known in stage.offices_of(index)), default=0)
        if fit <= 0:
            continue
        seen = stage.last_place(index, before)
        if seen < 0 and not (office.party or office.words):
            continue
        rank = (fit if seen >= 0 else fit - 1, seen)
        if best is None or rank > best:
            best, found = rank, index
    if found is not None and not (
        best is not None and best[0] < 3 and _bare(office) and (last := _just_spoke(stage, gender, before)) is not None
    ):
        return found
    if found is not None:
        return last
    return _unintroduced(stage, office, gender, before)


def _bare(office: Office) -> bool:
    return not office.party and not office.words


def _just_spoke(stage: Stage, gender: str, before: int) -> int | None:
    """The person who spoke shortly before a title that follows its cue (*«…», dijo el exdirigente*)."""
    if not 0 <= stage.cue < before or not stage.heard:
        return None
    document = stage.cast.document
    here = document.sentence_of(document.tokens[before]).index
    for voice in reversed(stage.heard):
        if here - document.sentence_of(document.tokens[voice.at]).index > _BACK:
            return None
        if voice.person is not None:
            return voice.person if gender_fits(gender, stage.cast.persons[voice.person].gender) else None
    return None


def _unintroduced(stage: Stage, office: Office, gender: str, before: int) -> int | None:
    """Somebody without introduction: the last person who spoke nearby and has no office yet, or was only named.

    A trade (*el médico*) may also be that of whoever spoke in the sentence before.
    """
    bare = _bare(office)
    title = office.noun.title
    joint = title is not None and (title.joint or _is_former(stage, office))
    if title is None or not (title.leader or bare or joint):
        return None
    document, persons = stage.cast.document, stage.cast.persons
    here = document.sentence_of(document.tokens[before]).index
    subject = _subject_before(stage, gender, before) if joint and bare else None
    if subject is not None:
        return subject
    for voice in reversed(stage.heard):
        back = here - document.sentence_of(document.tokens[voice.at]).index
        if voice.at >= before or voice.person is None:
            continue
        if back > _NEAR:
            break
        free = all(office.noun.title and office.noun.title.joint for office in stage.offices_of(voice.person))
        near = bare and back <= 1 and stage.cue < before and (title.scope == "self" or title.leader)
        if (free or near) and gender_fits(gender, persons[voice.person].gender):
            return voice.person
    if not gender or (not bare and not joint) or (title.scope == "self" and not joint):
        return None
    if joint:
        return _only_one(stage, gender, before)
    named = [
        i
        for i, p in enumerate(persons)
        if p.gender == gender and not stage.offices_of(i) and stage.last_place(i, before) >= 0
    ]
    return max(named, key=lambda i: stage.last_place(i, before), default=None)


def _subject_before(stage: Stage, gender: str, before: int) -> int | None:
    """The person without an office who is the subject of the sentence before (*Toro no lo ve así. **El aspirante** acusó …*)."""
    sentence = stage.cast.document.sentence_of(stage.cast.document.tokens[before])
    if sentence.index == 0:
        return None
    above = stage.cast.document.sentences[sentence.index - 1]
    found = (
        [stage.cast.person_at.get(s.index) for s in stage.subjects(above.first, above.last)]
        if above.block == sentence.block
        else []
    )
    persons = {p for p in found if p is not None}
    only = persons.pop() if len(persons) == 1 else None
    fits = only is not None and gender_fits(gender, stage.cast.persons[only].gender) and not stage.offices_of(only)
    return only if fits else None


def _is_former(stage: Stage, office: Office) -> bool:
    """Whether a title is one held before (*el exministro*)."""
    text = stage.cast.document.tokens[office.first].lower
    return any(text.startswith(prefix) for prefix in load_words(stage.cast.pack).roles.get("former", ()))


def _only_one(stage: Stage, gender: str, before: int) -> int | None:
    """The only person of a gender who spoke in the last sentences."""
    document = stage.cast.document
    here = document.sentence_of(document.tokens[before]).index
    found: set[int] = set()
    for voice in reversed(stage.heard):
        if here - document.sentence_of(document.tokens[voice.at]).index > _NEAR:
            break
        if voice.at < before and voice.person is not None and stage.cast.persons[voice.person].gender == gender:
            found.add(voice.person)
    return found.pop() if len(found) == 1 else None


def _find_described(stage: Stage, office: Office, gender: str) -> Voice | None:
    """An earlier voice that had no name either: *un portavoz … , agregó el portavoz*."""
    for voice in reversed(stage.heard):
        if (
            voice.office is not None
            and voice.person is None
            and gender_fits(gender, voice.gender)
            and _office_fit(stage, office, voice.office) > 0
        ):
            return voice
    return None


def _office_fit(stage: Stage, query: Office, known: Office) -> int:
    """How well a title in the text fits an office that somebody holds: 0 not at all."""
    fit = _title_fit(query.noun, known.noun)
    if fit == 0:
        return 0
    left, right = find_party_of(stage.cast, query) or _party(query), find_party_of(stage.cast, known) or _party(known)
    if query.party and left and right and left != right:
        return 0
    words, levels = query.words, load_words(stage.cast.pack).roles["level"]
    if len({words & levels, known.words & levels} - {frozenset()}) > 1:
        return 0  # *el líder nacional* is not *el líder local*
    if words and known.words and not words & known.words and not _open(stage, query):
        return 0
    if words and not known.words and not query.party and fit < 3 and not _open(stage, query):
        return 0
    return fit + (2 if query.party and left == right else 0) + (2 if words and words & known.words else 0)


def _party(office: Office) -> str | None:
    return office.party.place.party if office.party else None


def _open(stage: Stage, query: Office) -> bool:
    """Whether the complement only points back (*el líder del país*, *el presidente de la compañía*)."""
    tokens = stage.cast.document.tokens[query.noun.last + 1 : query.last + 1]
    nouns = [
        find_noun(stage.cast.document, token, stage.cast.pack) for token in tokens if fold(token.text) in query.words
    ]
    matter = load_words(stage.cast.pack).roles["matter"]
    if query.words <= matter | load_words(stage.cast.pack).roles["level"]:
        return True
    return bool(nouns) and all(noun is not None and noun.body is not None for noun in nouns)


def _title_fit(query: Noun, known: Noun) -> int:
    """3: the same title; 2: one that it may replace; 1: any title."""
    if query.key == known.key:
        return 3
    if query.key.split(" ")[0] == known.key.split(" ")[0] and (" " not in query.key or " " not in known.key):
        return 3
    covered = {fold(title) for title in query.title.covers} if query.title else set()
    if known.key in covered or known.key.split(" ")[0] in covered:
        return 2
    return 1 if "*" in covered else 0


def _gender_before(stage: Stage, first: int, at: int) -> str:
    """The gender of the article before a title."""
    for token in stage.cast.document.tokens[first : at + 1]:
        for gender in ("Masc", "Fem"):
            if token.tag == "DET" and token.has(f"Gender={gender}"):
                return gender
    return ""
