"""Who speaks: every mention of a source resolved to a name, a kind and the party that it acts for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careo.analyze.anaphora import join_voices, resolve_pair, resolve_pronoun
from careo.analyze.cast import Cast, build_cast
from careo.analyze.coordination import find_parts
from careo.analyze.descriptions import describe
from careo.analyze.gazetteer import Place, find_hit
from careo.analyze.institutions import find_complement_party, voice_of_body, voice_of_known, voice_of_place
from careo.analyze.mentions import find_mention
from careo.analyze.names import Name
from careo.analyze.nouns import Noun, Words, find_noun, load_words
from careo.analyze.omitted import circle_of, resolve_omitted
from careo.analyze.stage import Stage, Standing, Voice
from careo.analyze.titled import find_official, resolve_title, voice_of_person
from careo.lang import Pack
from careo.model import Source, SourceKind, Span
from careo.text.document import Document, Token
from careo.text.words import fold

_EMPTY = {"PRON", "DET", "ADP", "PUNCT", "SCONJ", "CCONJ", "ADV"}
"""Tags of words that name nobody by themselves."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as one attribution mentions it.

    ``span`` and ``head`` (a token index) are None where the subject is omitted; ``cue`` is the token of the word of saying,
    ``quoted`` whether the content is quoted; ``shared`` the index of an earlier mention with the same subject.
    """

    span: Span | None
    head: int | None
    cue: int
    quoted: bool = False
    shared: int | None = None


def resolve_speakers(
    document: Document, mentions: Sequence[Mention], pack: Pack, cast: Cast | None = None
) -> tuple[Source, ...]:
    """The sources behind ``mentions``, in the same order. ``cast``: that of the document, where the caller has built it already.

    Where nothing in the text tells who speaks, the source is unnamed and its name empty.
    """
    if not document.tokens:
        return tuple(_source(document, mention, None) for mention in mentions)
    stage = Stage(cast or build_cast(document, pack), resolve=_resolve_one)
    order = sorted(range(len(mentions)), key=lambda i: (_place(document, mentions[i]), i))
    voices: dict[int, Voice | None] = {}
    for index in order:
        mention = mentions[index]
        shared = mention.shared
        if shared is not None and shared in voices:
            voice = voices[shared]
        else:
            stage.cue = mention.cue
            voice = _resolve(stage, mention)
        voices[index] = voice
        if voice is not None and voice.name:
            stage.heard.append(replace(voice, at=_place(document, mention)))
    return tuple(_source(document, mention, voices[index]) for index, mention in enumerate(mentions))


def resolve_name(document: Document, token: Token, pack: Pack, cast: Cast | None = None) -> str:
    """The name of whoever the phrase headed by ``token`` names, for somebody who only passes a claim on (*Reuters*, *los medios rusos*)."""
    hit = find_hit(document, token, pack)
    if hit is not None and hit.place.sense != "demonym":
        return hit.place.name
    cast = cast or build_cast(document, pack)
    span = find_mention(document, token, pack, cast.pairs)
    voice = _resolve(Stage(cast, resolve=_resolve_one), Mention(span, token.index, token.index))
    return voice.name if voice else span.of(document.text)


def _place(document: Document, mention: Mention) -> int:
    """The token by which a mention takes its turn."""
    place = mention.head if mention.head is not None else mention.cue
    return max(0, min(place, len(document.tokens) - 1))


def _source(document: Document, mention: Mention, voice: Voice | None) -> Source:
    text = mention.span.of(document.text) if mention.span else None
    if voice is None:
        return Source(text or "", "unnamed", mention.span, text)
    return Source(voice.name or text or "", voice.kind, mention.span, text, voice.acts_for)


def _resolve(stage: Stage, mention: Mention) -> Voice | None:
    document = stage.cast.document
    inside = document.tokens_in(mention.span) if mention.span else ()
    if not inside or mention.head is None:
        return resolve_omitted(
            stage, document.tokens[max(0, min(mention.cue, len(document.tokens) - 1))], quoted=mention.quoted
        )
    first, last = inside[0].index, inside[-1].index
    head = min(max(mention.head, first), last)
    parts = find_parts(stage, first, last, head)
    if len(parts) > 1:
        voices = [_resolve_one(stage, begin, end, at) for begin, end, at in parts]
        return join_voices(stage, voices, first)
    return _resolve_one(stage, first, last, head)


def _resolve_one(stage: Stage, first: int, last: int, head: int) -> Voice:
    """One source that is mentioned in words."""
    voice = circle_of(stage, first) or resolve_pronoun(stage, first, last)
    if voice is not None:
        return voice
    if all(token.tag in _EMPTY for token in stage.cast.document.tokens[first : last + 1]):
        return _one_of(stage, first, last)
    if _is_pair(stage, first, last):
        return resolve_pair(stage, first, last)
    name = _person_in(stage, first, last)
    if name is not None:
        return voice_of_person(stage, stage.cast.person_at[name.first], first)
    at = _noun_place(stage, first, last, head)
    return _resolve_noun(stage, first, last, at)


def _one_of(stage: Stage, first: int, last: int) -> Voice:
    """*Una de ellas* is one of those who spoke last; other words that name nobody stay without a name."""
    tokens, words = stage.cast.document.tokens, load_words(stage.cast.pack)
    texts = [fold(token.text) for token in tokens[first : last + 1]]
    if len(texts) == 3 and texts[0] in words.roles["one"] and texts[1] in words.roles["of"]:
        several = resolve_pronoun(stage, last, last)
        if several is not None and several.plural:
            name = f"{tokens[first].lower} {tokens[first + 1].lower} {several.name}"
            return replace(several, name=name, plural=False, parts=(), at=first)
    return Voice("", "unnamed", at=first, standing="nobody")


def _is_pair(stage: Stage, first: int, last: int) -> bool:
    """*los dos países*: an article, the number two, and a noun without any complement."""
    tokens, words = stage.cast.document.tokens[first : last + 1], load_words(stage.cast.pack)
    plain = [fold(token.text) for token in tokens]
    if len(plain) == 3 and plain[0] in words.roles["article"] and plain[1] in words.roles["two"]:
        return plain[2] in words.pairs
    return len(plain) == 2 and plain[0] in words.roles["two"] and plain[1] in words.pairs


def _person_in(stage: Stage, first: int, last: int) -> Name | None:
    """The person whom the mention names; not one in a complement (*el gobierno de **Kim***) or clause."""
    cast, words = stage.cast, load_words(stage.cast.pack)
    tokens = cast.document.tokens
    paired = {
        pair.name.first
        for pair in cast.pairs
        if first <= pair.office.first <= last and _leads(tokens, pair.office.first, first)
    }
    for index in range(first, last + 1):
        token = tokens[index]
        if token.tag in {"VERB", "AUX"} and token.has("VerbForm=Fin") and index not in cast.by_token:
            return None
        name = cast.by_token.get(index)
        if name is None or name.first != index or index not in cast.person_at:
            continue
        if token.relation == "conj" and first <= token.head < index:
            continue  # *las autoridades de Almarán, **Cauta** y Orlada*: one of a list, no apposition
        before = index - 1
        while before >= first and fold(tokens[before].text.rstrip(".")) in words.honorifics:
            before -= 1
        if before < first or tokens[before].tag == "PUNCT" or index in paired or before in cast.by_token:
            return name
        noun = find_noun(cast.document, tokens[before], cast.pack)
        title = noun is not None and noun.title and not noun.plural
        trade = (
            noun is None
            and tokens[before].tag == "NOUN"
            and not tokens[before].has("Number=Plur")
            and _given(name, tokens, words)
        )
        if tokens[before].tag == "DET" or ((title or trade) and _leads(tokens, before, first)):
            return name
        if _is_described(tokens, before, first):
            return name
    return None


def _is_described(tokens: tuple[Token, ...], before: int, first: int) -> bool:
    """Whether a name stands in apposition behind an article and a singular (*su gerente, **el belga** Jan Maes*)."""
    word = tokens[before]
    opened = before - 2 > first and tokens[before - 1].tag == "DET" and tokens[before - 2].text == ","
    return opened and word.tag in {"NOUN", "ADJ"} and not word.has("Number=Plur")


def _given(name: Name, tokens: tuple[Token, ...], words: Words) -> bool:
    """Whether a name begins with a known given name: then the noun before it tells what the person is (*la soldadora **Inés Paz***)."""
    return name.last > name.first and fold(tokens[name.first].text) in words.given


def _leads(tokens: tuple[Token, ...], index: int, first: int) -> bool:
    """Whether a noun opens the mention or an apposition in it, and is no complement in it (*los secuestradores del **empresario***)."""
    before = index - 1
    while before >= first and tokens[before].tag in {"DET", "ADJ", "NOUN"}:
        before -= 1
    return before < first or tokens[before].tag != "ADP"


def _noun_place(stage: Stage, first: int, last: int, head: int) -> int:
    """The token of the noun that a mention is about: its head where that is known, or else the first noun or name."""
    tokens, document, pack = stage.cast.document.tokens, stage.cast.document, stage.cast.pack
    if head in stage.cast.by_token or find_noun(document, tokens[head], pack):
        name = stage.cast.by_token.get(head)
        return name.first if name is not None and name.first >= first else head
    for index in range(first, last + 1):
        if tokens[index].tag in {"ADP", "PUNCT"} and index > first:
            break
        if index in stage.cast.by_token or (
            tokens[index].tag in {"NOUN", "PROPN"} and find_noun(document, tokens[index], pack)
        ):
            return index
    return head


def _resolve_noun(stage: Stage, first: int, last: int, at: int) -> Voice:
    cast = stage.cast
    hit = stage.hit(at)
    if hit is not None:
        return voice_of_place(hit, first)
    noun = find_noun(cast.document, cast.document.tokens[at], cast.pack)
    named = _named_behind(stage, noun, at, last)
    if named is not None:
        return replace(_resolve_noun(stage, named, last, named), at=first)
    if noun is not None and noun.title and not noun.plural and not _is_force(stage, noun, at):
        voice = resolve_title(stage, first, last, at)
        if voice is not None:
            return voice
    official = find_official(stage, first, last, at)
    if official is not None:
        return voice_of_person(stage, official, first)
    if noun is not None and not noun.plural and noun.body and not (noun.source and noun.source.kind == "document"):
        return voice_of_body(stage, noun, first, last, at)
    if at in cast.body_at:
        return voice_of_known(stage, at, first)
    return _voice_of_words(stage, noun, first, last, at)


def _named_behind(stage: Stage, noun: Noun | None, at: int, last: int) -> int | None:
    """The name in apposition to the bare noun of a body, behind a comma and an article (*su partido, el **PLR***)."""
    tokens = stage.cast.document.tokens
    if noun is None or noun.body is None or noun.plural or at + 3 > last or tokens[at + 1].text != ",":
        return None
    name = stage.cast.by_token.get(at + 3)
    named = name is not None and name.first == at + 3 and name.kind in {"body", "other"} and name.last <= last
    return at + 3 if named and tokens[at + 2].tag == "DET" else None


def _is_force(stage: Stage, noun: Noun, at: int) -> bool:
    """*la policía* is a body, *un policía* and *el policía* a person."""
    if noun.body is None or at == 0:
        return False
    before = stage.cast.document.tokens[at - 1]
    roles = load_words(stage.cast.pack).roles
    return fold(before.text) not in roles["indefinite"] and not before.has("Gender=Masc")


def _voice_of_words(stage: Stage, noun: Noun | None, first: int, last: int, at: int) -> Voice:
    """Unnamed sources, documents, groups, outlets, and names that nothing is known of."""
    cast = stage.cast
    maker = _maker(stage, noun, at, last)
    if maker is not None:
        return maker
    name = describe(cast, first, last)
    token = cast.document.tokens[at]
    plural = (noun is not None and noun.plural) or token.has("Number=Plur")
    indefinite = fold(cast.document.tokens[first].text) in load_words(cast.pack).roles["indefinite"]
    if noun is not None and not plural and not indefinite:
        earlier = next((voice for voice in reversed(stage.heard) if voice.key == noun.key and not voice.plural), None)
        if earlier is not None and last <= at + 1:
            return replace(earlier, at=first)
    kind = _kind(cast, noun, at)
    official = noun is not None and noun.source is not None and noun.source.official
    party = find_complement_party(stage, at, last) if official else None
    standing = _standing(cast, noun, kind, at)
    return Voice(name, kind, party, plural=plural, key=noun.key if noun else "", at=first, standing=standing)


def _standing(cast: Cast, noun: Noun | None, kind: SourceKind, at: int) -> Standing:
    """Documents, outlets and places go on for a sentence at most; a singular noun that is no voice does not."""
    token = cast.document.tokens[at]
    if kind == "document" or (noun is not None and noun.outlet):
        return "thing"
    if noun is not None or token.tag in {"PRON", "NUM"}:
        return "speaker"
    if token.tag == "PROPN" or at in cast.by_token:
        return "thing" if token.name.endswith("LOC") else "speaker"
    return "nobody" if kind == "unnamed" else "thing"


def _maker(stage: Stage, noun: Noun | None, at: int, last: int) -> Voice | None:
    """Whose figures or version it is (*cálculos del **organismo***, *datos difundidos por la **Fiscalía***), where a voice is named."""
    if noun is None or noun.source is None or not noun.source.maker:
        return None
    document, words = stage.cast.document, load_words(stage.cast.pack)
    opening = words.roles["of"] | words.roles["by"]
    for index in range(at + 1, last):
        if fold(document.tokens[index].text) not in opening:
            continue
        begin = index + 1
        head = begin + (document.tokens[begin].tag == "DET")
        if head > last:
            return None
        known = find_noun(document, document.tokens[head], stage.cast.pack)
        speaks = known is not None and (known.title or known.body or (known.source and known.source.kind != "document"))
        hit = stage.hit(head)
        named = (
            head in stage.cast.person_at
            or head in stage.cast.body_at
            or (hit is not None and hit.place.sense != "demonym")
        )
        pronoun = document.tokens[head].tag == "PRON" and head == last
        if speaks or named or pronoun:
            return _resolve_one(stage, begin, last, head)
    return None


def _kind(cast: Cast, noun: Noun | None, at: int) -> SourceKind:
    if noun is not None and noun.source is not None:
        return noun.source.kind
    if noun is not None and (noun.outlet or noun.body):
        return noun.body.kind if noun.body and not noun.plural else ("organization" if noun.outlet else "group")
    if noun is not None and noun.title:
        return "group" if noun.plural else "person"
    token = cast.document.tokens[at]
    name = cast.by_token.get(at)
    if (name is not None and name.kind == "other") or token.tag == "PROPN":
        return "person" if token.name.endswith("PER") else "organization"
    return "group" if token.has("Number=Plur") else "unnamed"


__all__ = ["Mention", "Place", "resolve_name", "resolve_speakers"]
