"""Bodies behind their nouns: *el ministerio*, *la compañía*, *el organismo*, *el país*; known bodies and places as voices."""

from __future__ import annotations

from dataclasses import replace

from careo.analyze.bodies import any_body
from careo.analyze.cast import Cast, find_body
from careo.analyze.descriptions import describe
from careo.analyze.gazetteer import Hit, find_hit
from careo.analyze.names import Name
from careo.analyze.nouns import Noun, find_noun, load_words
from careo.analyze.stage import Stage, Standing, Voice
from careo.analyze.titled import voice_of_person
from careo.model import SourceKind
from careo.text.words import fold

_NEAR = 3
"""Sentences back within which *el organismo* is the body that spoke last."""


def voice_of_body(stage: Stage, noun: Noun, first: int, last: int, at: int) -> Voice:
    """The body that the noun at token ``at`` of a mention (tokens ``first`` to ``last``) names or points back to; else a description."""
    cast = stage.cast
    there = _country_there(stage, at, last)
    if there is not None:
        name = " ".join((cast.document.tokens[at].text, load_words(cast.pack).of, there))
        return Voice(name, noun.body.kind if noun.body else "government", there, key=noun.key, at=first)
    if at in cast.body_at:
        body = cast.bodies[cast.body_at[at]]
        bare_noun = last == at or cast.document.tokens[at + 1].tag == "PUNCT"
        bare = (not body.words and not body.party and not body.acronym) or _only_points(stage, noun, at, last)
        found = find_body(cast, noun, at) if bare else None
        if not bare or (not bare_noun and (found is None or found == body)):
            voice = voice_of_known(stage, at, first)
            return replace(voice, acts_for=voice.acts_for or find_complement_party(stage, at, last))
    own = _own_government(stage, noun, first, at) if last == at else None
    if own is not None:
        return own
    indefinite = fold(cast.document.tokens[first].text) in load_words(cast.pack).roles["indefinite"]
    if not indefinite:
        back = _points_back(stage, noun, at)
        if back is not None:
            return replace(back, at=first)
    kind: SourceKind = noun.body.kind if noun.body else "organization"
    name = describe(cast, first, last)
    independent = noun.body is not None and noun.body.independent
    party = None if independent else find_complement_party(stage, at, last)
    return Voice(name, kind, party, key=noun.key, at=first)


def voice_of_known(stage: Stage, at: int, first: int) -> Voice:
    """The body of the cast whose mention begins at token ``at``."""
    cast = stage.cast
    body = cast.bodies[cast.body_at[at]]
    noun = find_noun(cast.document, cast.document.tokens[at], cast.pack)
    if noun is not None and noun.source is not None and noun.source.kind == "document" and noun.body is None:
        return Voice(body.name, "document", None, key=body.key, at=first, standing="thing")
    if noun is not None and noun.body is not None and noun.body.independent:
        return Voice(body.name, body.kind, body.name, key=body.key, at=first)
    own = body.name if body.kind == "organization" and not (noun and noun.body and noun.body.national) else None
    return Voice(body.name, body.kind, body.party or own, key=body.key, at=first)


def voice_of_place(hit: Hit, first: int) -> Voice:
    """A country by its name or capital is that country; a seat of power keeps its own name and acts for it."""
    place = hit.place
    country = place.kind == "government" and place.sense in {"name", "capital"} and not place.region
    name = place.party if place.sense == "capital" and place.party else place.name
    standing: Standing = "thing" if place.sense == "outlet" else "speaker"
    return Voice(name, place.kind, place.party, at=first, country=country, standing=standing)


def find_complement_party(stage: Stage, at: int, last: int) -> str | None:
    """The country in the complement of a body, or that of the person there (*el gobierno de Kim*)."""
    cast = stage.cast
    for index in range(at + 1, last + 1):
        hit = find_hit(cast.document, cast.document.tokens[index], cast.pack)
        if hit is not None and hit.place.party and hit.place.sense != "outlet":
            return hit.place.party
        if index in cast.person_at:
            return voice_of_person(stage, cast.person_at[index], index).acts_for
    return None


def _own_government(stage: Stage, noun: Noun, first: int, at: int) -> Voice | None:
    """*El presidente de Noruega admitió …, después de que **su gobierno** negara …*: of the country for which the last speaker acts."""
    cast = stage.cast
    if (
        not cast.document.tokens[first].has("Poss=Yes")
        or noun.body is None
        or noun.key not in map(fold, noun.body.covers)
    ):
        return None
    voice = next((v for v in reversed(stage.heard) if v.at < first and v.person is not None), None)
    if voice is None or stage.sentences_back(voice.at, first) > 1:
        return None
    name = " ".join((cast.document.tokens[at].text, load_words(cast.pack).of, voice.acts_for or voice.name))
    return Voice(name, "government", voice.acts_for, key=noun.key, at=first)


def _country_there(stage: Stage, at: int, last: int) -> str | None:
    """*Desde Noruega llegó … La cancillería **de ese país***: the country named last before the noun, not far back."""
    tokens, cast = stage.cast.document.tokens, stage.cast
    if last != at + 3 or fold(tokens[at + 1].text) not in load_words(cast.pack).roles["of"]:
        return None
    noun = find_noun(cast.document, tokens[last], cast.pack)
    if noun is None or noun.body is None or not noun.body.country or not tokens[at + 2].has("PronType=Dem"):
        return None
    for name in reversed(cast.names):
        if name.first >= at or name.kind in {"person", "body"}:
            continue
        if stage.sentences_back(name.first, at) > 1:
            return None
        if name.hit is not None:
            place = name.hit.place
            return place.party if place.kind == "government" and place.sense == "name" and not place.region else None
        if name.first and fold(tokens[name.first - 1].text) in load_words(cast.pack).roles["place"]:
            return name.span(cast.document).of(cast.document.text)  # that it is a country is what the noun says
    return None


def _only_points(stage: Stage, noun: Noun, at: int, last: int) -> bool:
    """A noun for any body with no more than an adjective (*el ente acusador*), or without what was taken for one."""
    if noun.body is None or stage.cast.body_at[at] is None:
        return False
    tokens = stage.cast.document.tokens
    alone = last == at or tokens[at + 1].tag == "PUNCT"
    described = (
        last == at + 1
        and tokens[last].text.islower()
        and not find_hit(stage.cast.document, tokens[last], stage.cast.pack)
    )
    return alone or (described and any_body(noun))


def _points_back(stage: Stage, noun: Noun, at: int) -> Voice | None:
    """The body, organization or country that a bare noun stands for: *la comisión*, *la alianza*, *el país*."""
    cast = stage.cast
    if noun.body and noun.body.country:
        return next((voice for voice in reversed(stage.heard) if voice.country and not voice.plural), None)
    body = find_body(cast, noun, at)
    called = body is not None and body.key == noun.key and (body.proper or body.label)  # *Grupo Almar … **el grupo***
    if any_body(noun) and not called and (voice := _last_body(stage, noun, at)):
        return voice
    known = next(
        (name for name in reversed(cast.names) if name.first < at and name.hit and noun.key in name.hit.place.nouns),
        None,
    )
    if body is not None and (known is None or max(p for p in body.places if p < at) >= known.first):
        return voice_of_known(stage, body.places[0], at)
    if known is not None and known.hit is not None:
        return voice_of_place(known.hit, at)
    return _unlabeled(stage, noun, at)


def _unlabeled(stage: Stage, noun: Noun, at: int) -> Voice | None:
    """A company or club that the article calls by its bare name alone: the one named most before the noun that points back to it."""
    cast = stage.cast
    if noun.body is None or noun.body.kind != "organization" or not noun.body.covers:
        return None
    spoke = _spoke_here(stage, at)
    if spoke is not None:
        return spoke
    counts: dict[str, int] = {}
    for name in cast.names:
        if name.first >= at:
            break
        if name.kind == "other" and not stage.is_aside(name.first) and _may_be_body(cast, name):
            text = name.span(cast.document).of(cast.document.text)
            counts[text] = counts.get(text, 0) + 1 + _names_a_body(cast, name)
    best = max(counts, key=lambda text: (counts[text], -len(text)), default=None)
    return Voice(best, "organization", best, at=at) if best else None


def _names_a_body(cast: Cast, name: Name) -> bool:
    """Whether a name stands in apposition to the noun of a body (*la armadora del buque, **Nilova Line**,*)."""
    token = cast.document.tokens[name.first]
    noun = find_noun(cast.document, cast.document.tokens[token.head], cast.pack) if token.relation == "appos" else None
    return noun is not None and noun.body is not None and not noun.title


def _spoke_here(stage: Stage, at: int) -> Voice | None:
    """The organization that the article names in the same paragraph as the last one that spoke."""
    for voice in reversed(stage.heard):
        if stage.block_of(voice.at) != stage.block_of(at):
            return None
        if voice.at < at and voice.kind == "organization" and not voice.plural and voice.standing == "speaker":
            return (
                voice
                if any(name.first == voice.at or name.first == voice.at + 1 for name in stage.cast.names)
                else None
            )
    return None


def _may_be_body(cast: Cast, name: Name) -> bool:
    """An organization by the parser's word, or several words that are no place and no ministry."""
    tokens, words = cast.document.tokens, load_words(cast.pack)
    before = fold(tokens[name.first - 1].text) if name.first else ""
    folded = tuple(fold(token.text) for token in tokens[name.first : name.last + 1])
    if before in words.roles["place"] or folded in words.portfolios:
        return False
    if name.first == name.last and find_noun(cast.document, tokens[name.first], cast.pack):
        return False  # *Familiares*, *Imagen* at the beginning of a line
    governor = tokens[tokens[name.first].head] if tokens[name.first].relation in {"obl", "nmod"} else None
    article = before in words.roles["article"]
    if article and governor is not None and name.first == name.last:
        return False  # *su informe a la Bolsa*
    return tokens[name.first].name.endswith("ORG") or name.last > name.first


def _last_body(stage: Stage, noun: Noun, at: int) -> Voice | None:
    """The body that spoke last, not far back."""
    document = stage.cast.document
    here = document.sentence_of(document.tokens[at]).index
    for voice in reversed(stage.heard):
        if here - document.sentence_of(document.tokens[voice.at]).index > _NEAR:
            return None
        fits = voice.kind == "organization" or (
            voice.kind == "government" and noun.body is not None and "*" in noun.body.covers
        )
        if fits and not voice.plural and not voice.country:
            return voice
    return None
