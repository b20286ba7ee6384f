"""Sources whose subject is left out: the speaker of the paragraph, the subject of the clause before, or whoever spoke last."""

from __future__ import annotations

from dataclasses import dataclass

from careo.analyze.cues import verb_index
from careo.analyze.mentions import find_mention
from careo.analyze.nouns import find_noun, load_words
from careo.analyze.stage import Stage, Voice
from careo.analyze.titled import gender_fits, voice_of_person
from careo.text.document import Token
from careo.text.words import fold

_REACH = 8
"""Tokens behind the cue of a quotation within which its subject may stand."""
_BACK = 2
"""Sentences back in which the subject of a clause without one is looked for."""
_WINDOW = 12
"""Sentences back within which a speaker may go on."""
_INSIDE = {"NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "VERB", "NUM"}
"""What a noun phrase in front of a verb may hold."""
_BODIES = {"organization", "government"}


@dataclass(frozen=True, slots=True)
class _Gap:
    """A cue without subject: the number of its verb and the gender that a participle beside it shows, where they are known."""

    cue: Token
    number: str | None
    gender: str
    quoted: bool

    def fits(self, voice: Voice) -> bool:
        """Whether number and gender agree; bodies may be meant in the plural."""
        if self.number == "Sing" and voice.plural:
            return False
        if self.number == "Plur" and not voice.plural and voice.kind not in _BODIES:
            return False
        return voice.kind != "person" or gender_fits(self.gender, voice.gender)


def resolve_omitted(stage: Stage, cue: Token, *, quoted: bool = False) -> Voice | None:
    """Who speaks where ``cue`` has no subject; None where nobody sensible is near.

    First whoever stands beside the cue, then the speaker of the claim before in the same paragraph or a subject that came after it,
    then the speaker of the paragraphs before. Documents and outlets go on for a sentence, things and places not at all.
    """
    number = _number(stage, cue)
    placed = _spoken_from(stage, cue) if number == "Plur" else _beside(stage, cue)
    placed = _behind(stage, cue) if placed is None and quoted else placed
    if placed is not None:
        return placed
    gap = _Gap(cue, number, _gender(stage, cue), quoted)
    joined = _joined(stage, gap) or _fronted(stage, gap)
    if joined is not None:
        return joined
    last = _last_heard(stage, gap)
    near = last if last is not None and stage.block_of(last.at) == stage.block_of(cue.index) else None
    goes_on = cue.lemma.lower() in load_words(stage.cast.pack).continuations
    if goes_on and near is not None:
        return near
    subject = _last_subject(stage, gap, last, goes_on=goes_on)
    if subject is not None:
        return subject
    if last is not None and stage.sentences_back(last.at, cue.index) <= _WINDOW:
        return last
    return _main_speaker(stage, gap) or _named_before(stage, gap)


def _last_heard(stage: Stage, gap: _Gap) -> Voice | None:
    """The last voice that may go on; of the right number before all others."""
    voices = [voice for voice in stage.heard if _answers(stage, voice, gap)]
    above = {stage.sentence_of(v.at) for v in voices if not _reported(stage, v, gap.cue)}
    voices = [v for v in voices if stage.sentence_of(v.at) not in above or not _reported(stage, v, gap.cue)]
    exact = [v for v in voices if gap.number is None or v.plural == (gap.number == "Plur")]
    return exact[-1] if exact else (voices[-1] if voices else None)


def _answers(stage: Stage, voice: Voice, gap: _Gap) -> bool:
    """Whether a voice can be the subject: no thing, nobody inside a quotation for a cue outside, nobody of a caption for the body."""
    cue = gap.cue
    if voice.standing == "nobody" or voice.at >= cue.index or not gap.fits(voice):
        return False
    if stage.is_aside(voice.at) != stage.is_aside(cue.index) or (
        stage.quoted[voice.at] and not stage.quoted[cue.index]
    ):
        return False
    if voice.standing == "speaker":
        return True
    if stage.block_of(voice.at) != stage.block_of(cue.index) or stage.sentences_back(voice.at, cue.index) > 1:
        return False
    if voice.kind != "document":
        return True
    entries = stage.cast.pack.derived(verb_index).get(cue.lemma.lower(), ())
    return not gap.quoted and (cue.tag not in {"VERB", "AUX"} or any(entry.of_documents for entry in entries))


def _reported(stage: Stage, voice: Voice, cue: Token) -> bool:
    """Whether a voice only speaks in what another one says (*explicó que **su equipo** contó …*), and the cue does not."""
    document = stage.cast.document
    token = document.tokens[voice.at]
    if document.sentence_of(token) == document.sentence_of(cue):
        return False
    for above in document.ancestors(token):
        if above.relation in {"ccomp", "acl"}:
            return above.relation == "ccomp"
    return False


def _last_subject(stage: Stage, gap: _Gap, last: Voice | None, *, goes_on: bool) -> Voice | None:
    """The last subject of a main clause after the last voice; a verb that goes on with a speaker looks in its paragraph alone."""
    document = stage.cast.document
    sentence = document.sentence_of(gap.cue)
    first = max(0, sentence.index - _BACK)
    since = _since(stage, last) if last is not None else 0
    for subject in reversed(stage.subjects(max(since, document.sentences[first].first), gap.cue.index - 1)):
        if gap.number is not None and subject.has("Number=Plur") != (gap.number == "Plur"):
            continue
        if stage.is_aside(subject.index) != stage.is_aside(gap.cue.index):
            continue
        if goes_on and (stage.block_of(subject.index) != sentence.block or _indefinite(stage, subject)):
            continue
        voice = voice_at(stage, subject)
        if voice is not None and voice.standing == "speaker" and gap.fits(voice):
            return voice
    return None


def _indefinite(stage: Stage, subject: Token) -> bool:
    """Whether a common noun is new to the article (*una persona*, *varios vecinos*): nobody who has spoken yet."""
    if subject.tag == "PROPN":
        return False
    words = load_words(stage.cast.pack).roles
    return any(fold(child.text) in words["indefinite"] for child in stage.cast.document.children(subject))


def _joined(stage: Stage, gap: _Gap) -> Voice | None:
    """The subject of the clause that a conjunction joins the cue to, where the parser hung the cue higher (*que pidió y **acusó***)."""
    document = stage.cast.document
    first = document.sentence_of(gap.cue).first
    step = gap.cue.index - 1
    while step > first and document.tokens[step].tag in {"PRON", "AUX", "ADV"}:
        step -= 1
    if step <= first or fold(document.tokens[step].text) not in load_words(stage.cast.pack).roles["and"]:
        return None
    for index in range(step - 1, first - 1, -1):
        token = document.tokens[index]
        if token.tag == "PUNCT" and token.text in ";:":
            return None
        if token.relation != "nsubj" or stage.quoted[index] != stage.quoted[gap.cue.index]:
            continue
        verb = document.tokens[token.head]
        if verb.index > step or token.tag == "PRON":
            return None
        number = _number(stage, verb)
        if number is not None and gap.number is not None and number != gap.number:
            return None
        voice = voice_at(stage, token)
        return voice if voice is not None and voice.standing == "speaker" else None
    return None


def _fronted(stage: Stage, gap: _Gap) -> Voice | None:
    """A known noun that opens the clause of the cue, or of the verb that it is joined to, though the parser hung it elsewhere."""
    document = stage.cast.document
    tokens = document.tokens
    verbs = [gap.cue]
    above = document.head(gap.cue)
    if gap.cue.relation == "conj" and above is not None and above.tag in {"VERB", "AUX"}:
        verbs.append(above)
    for verb in verbs:
        begin, first = verb.index, document.sentence_of(verb).first
        while begin > first and tokens[begin - 1].tag in _INSIDE and not _finite(tokens[begin - 1]):
            begin -= 1
        if (
            begin == verb.index
            or (begin > first and tokens[begin - 1].tag != "PUNCT")
            or document.children_by(verb, "nsubj")
        ):
            continue
        begin += tokens[begin].tag == "DET"
        head = tokens[begin]
        number = "Plur" if head.has("Number=Plur") else "Sing"
        if head.tag != "NOUN" or (gap.number or number) != number or stage.quoted[begin] != stage.quoted[gap.cue.index]:
            continue
        voice = voice_at(stage, head)
        if voice is not None and voice.standing == "speaker":
            return voice
    return None


def _finite(token: Token) -> bool:
    return token.tag in {"VERB", "AUX"} and token.has("VerbForm=Fin")


def _main_speaker(stage: Stage, gap: _Gap) -> Voice | None:
    """The person who has spoken most so far."""
    counts: dict[str, int] = {}
    voices: dict[str, Voice] = {}
    for voice in stage.heard:
        if voice.kind == "person" and voice.standing == "speaker" and _answers(stage, voice, gap):
            counts[voice.name] = counts.get(voice.name, 0) + 1
            voices[voice.name] = voice
    best = max(counts, key=lambda name: (counts[name], voices[name].at), default=None)
    return voices[best] if best is not None else None


def _named_before(stage: Stage, gap: _Gap) -> Voice | None:
    """The person named last in the sentences before a cue in the singular, where nobody has spoken yet."""
    if gap.number == "Plur":
        return None
    persons = stage.cast.person_at
    for index in sorted(persons, reverse=True):
        if index >= gap.cue.index or stage.quoted[index] or stage.is_aside(index) != stage.is_aside(gap.cue.index):
            continue
        if stage.sentences_back(index, gap.cue.index) > _WINDOW:
            return None
        if gender_fits(gap.gender, stage.cast.persons[persons[index]].gender):
            return voice_of_person(stage, persons[index], index)
    return None


def _spoken_from(stage: Stage, cue: Token) -> Voice | None:
    """The body where an impersonal plural is said (*desde la Casa Rosada aseguran*, *en el ministerio lo niegan*)."""
    document, pack = stage.cast.document, stage.cast.pack
    circle = _circle(stage, cue)
    if circle is not None:
        return circle
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


def _circle(stage: Stage, cue: Token) -> Voice | None:
    """Those around a person (***cerca de** Ruiz aseguran …*): nobody of them is named."""
    tokens = stage.cast.document.tokens
    first = stage.cast.document.sentence_of(cue).first
    for index in range(max(first + 2, cue.index - _REACH), cue.index):
        voice = circle_of(stage, index)
        if voice is not None and all(t.tag not in {"VERB", "PUNCT"} for t in tokens[index : cue.index]):
            return voice
    return None


def circle_of(stage: Stage, at: int) -> Voice | None:
    """Those around the person named at token ``at``, where *cerca de* or the like stands before the name."""
    tokens, words = stage.cast.document.tokens, load_words(stage.cast.pack)
    if at < 2 or at not in stage.cast.person_at or fold(tokens[at - 1].text) not in words.roles["of"]:
        return None
    if fold(tokens[at - 2].text) not in words.roles["near"]:
        return None
    person = stage.cast.persons[stage.cast.person_at[at]]
    return Voice(f"{words.circle} {words.of} {person.name}", "group", plural=True, at=at - 2)


def _beside(stage: Stage, cue: Token) -> Voice | None:
    """A person who hangs on the cue before it without a preposition, under a wrong relation."""
    document = stage.cast.document
    for child in document.children(cue):
        if child.index < cue.index and not stage.quoted[child.index] and not document.children_by(child, "case"):
            person = person_named(stage, child)
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
            voice = voice_at(stage, token)
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


def _gender(stage: Stage, cue: Token) -> str:
    """The gender of a participle that opens the sentence and hangs on the cue (***Preguntada** por la huelga, respondió …*)."""
    document = stage.cast.document
    token = document.tokens[document.sentence_of(cue).first]
    if token.index < cue.index and token.has("VerbForm=Part") and token.has("Number=Sing"):
        return next((g for g in ("Masc", "Fem") if token.has(f"Gender={g}")), "")
    return ""


def person_named(stage: Stage, token: Token) -> int | None:
    """The person named at a subject, by the name itself or by the name beside its title."""
    cast = stage.cast
    name = cast.by_token.get(token.index)
    if name is not None and name.kind == "person":
        return cast.person_at.get(name.first)
    pair = next((p for p in cast.pairs if p.office.first <= token.index <= p.office.noun.last), None)
    return cast.person_at.get(pair.name.first) if pair else None


def voice_at(stage: Stage, subject: Token) -> Voice | None:
    """The voice that a subject is, if it is somebody who can speak: a person, a body, a country."""
    person = person_named(stage, subject)
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
