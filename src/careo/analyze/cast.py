"""Who plays a part in an article: persons and bodies with all their forms, found once and used for every mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careo.analyze.bodies import Body, build_bodies, covers
from careo.analyze.gazetteer import Hit, find_hits
from careo.analyze.homes import add_homes
from careo.analyze.names import Name, find_names
from careo.analyze.nouns import Noun, find_noun, load_words
from careo.analyze.offices import Office, Pair, find_pairs
from careo.analyze.persons import Person, build_persons
from careo.lang import Pack
from careo.lang.inflections import fold_words
from careo.model import Span
from careo.text.document import Document


@dataclass(frozen=True)
class Cast:
    """The persons and bodies of one article.

    ``names``: all proper names in text order; ``hits``: those of the gazetteer, peoples too; ``by_token``: the name that covers a
    token; ``person_at`` and ``body_at``: the index of the person or body whose mention begins at a token; ``aside``: the blocks that are no
    body text.
    """

    document: Document
    pack: Pack
    names: tuple[Name, ...]
    hits: tuple[Hit, ...]
    pairs: tuple[Pair, ...]
    persons: tuple[Person, ...]
    bodies: tuple[Body, ...]
    by_token: dict[int, Name]
    person_at: dict[int, int]
    body_at: dict[int, int]
    aside: frozenset[int] = frozenset()

    def hit_at(self, index: int) -> Hit | None:
        """The entry of the gazetteer whose name covers a token."""
        name = self.by_token.get(index)
        return name.hit if name else None


def build_cast(document: Document, pack: Pack, aside: Sequence[Span] = ()) -> Cast:
    """Reads the whole document once; linear in its tokens. ``aside``: the passages that are no body text (headlines, captions)."""
    names = find_names(document, pack)
    pairs = find_pairs(document, names, pack)
    persons, person_at = build_persons(document, names, pairs, pack)
    bodies = add_homes(document, build_bodies(document, names, pack), pack, aside)
    by_token = {index: name for name in names for index in range(name.first, name.last + 1)}
    body_at = {place: number for number, body in enumerate(bodies) for place in body.places}
    hits = find_hits(document, pack, document.sentences)
    apart = frozenset(n for n, block in enumerate(document.blocks) if any(span.overlaps(block) for span in aside))
    return Cast(document, pack, names, hits, pairs, persons, bodies, by_token, person_at, body_at, apart)


def find_body(cast: Cast, noun: Noun, before: int) -> Body | None:
    """The body that a bare noun at token ``before`` points back to: the best fit, and of these the last one mentioned before it."""
    best: tuple[int, int] | None = None
    found: Body | None = None
    for body in cast.bodies:
        fit = covers(noun, body)
        if (noun.body is not None and noun.body.sole and body.words and not body.party) or _is_document(cast, body):
            continue
        if fit < 3 and body.kind == "organization" and not (body.words or body.label or body.acronym or body.party):
            continue
        seen = [place for place in body.places if place < before]
        if not seen and body.proper and (fit == 3 or (fit == 2 and body.kind == "government")):
            seen = [-1]  # *el ente acusador* before *la Fiscalía* is named
        known = fit == 3 or body.proper or body.party or body.label or body.name[1:] != body.name[1:].lower()
        if fit and seen and known and (best is None or (min(fit, 2), seen[-1]) > best):
            best, found = (min(fit, 2), seen[-1]), body
    return found


def _is_document(cast: Cast, body: Body) -> bool:
    noun = find_noun(cast.document, cast.document.tokens[body.places[0]], cast.pack)
    return noun is not None and noun.source is not None and noun.source.kind == "document" and noun.body is None


def find_party_of(cast: Cast, office: Office) -> str | None:
    """For whom the holder of an office speaks: the country or organization named with it, or the body (its country, where it has one)."""
    scope = office.noun.title.scope if office.noun.title else "self"
    if scope in {"self", "local"}:
        return None
    body = _body_of(cast, office)
    noun = find_noun(cast.document, cast.document.tokens[body.places[0]], cast.pack) if body is not None else None
    if body is not None and noun is not None and noun.body is not None and noun.body.independent:
        return body.name
    if office.party is not None and office.party.place.party:
        return office.party.place.party
    if body is not None:
        return body.party or (None if noun and noun.body and noun.body.national else body.name)
    return _named_in(cast, office) or _country_of_portfolio(cast, office) or _party_of_owner(cast, office)


def _party_of_owner(cast: Cast, office: Office) -> str | None:
    """*También cambió el Gobierno de Noruega. «…», admitió **su** canciller*: of the body that is the last subject before."""
    document = cast.document
    determiner = document.tokens[max(0, office.noun.last - 1)]
    if not (determiner.has("Poss=Yes") and determiner.has("Person=3")) or office.words:
        return None
    here = document.sentence_of(determiner)
    start = document.sentences[max(0, here.index - 1)].first
    title = document.tokens[office.noun.last]
    behind = (
        title.relation == "nsubj" and title.head < title.index
    )  # *«…», admitió su canciller*: before it stands what he says
    for token in reversed(document.tokens[start : here.first if behind else determiner.index]):
        if token.relation != "nsubj" or token.tag not in ("NOUN", "PROPN"):
            continue
        if document.sentence_of(token).block != here.block or token.index not in cast.body_at:
            return None
        body = cast.bodies[cast.body_at[token.index]]
        return body.party or (body.name if body.words or body.kind == "organization" else None)
    return None


def _country_of_portfolio(cast: Cast, office: Office) -> str | None:
    """*El Ministerio de Defensa de Noruega … la **ministra de Defensa***: the country of the only ministry with that portfolio."""
    parties = {
        body.party for body in cast.bodies
        if body.kind == "government" and body.words and body.words == office.words
    }  # fmt: skip
    return parties.pop() if len(parties) == 1 else None


def _body_of(cast: Cast, office: Office) -> Body | None:
    for index in range(office.noun.last + 1, office.last + 1):
        if index in cast.body_at:
            return cast.bodies[cast.body_at[index]]
        noun = find_noun(cast.document, cast.document.tokens[index], cast.pack)
        if noun and noun.body and not noun.body.country and (body := find_body(cast, noun, index)):
            return body
    return None


def _named_in(cast: Cast, office: Office) -> str | None:
    """A proper name in the complement that is nothing known: *portavoz de **Almarán Suma***."""
    for index in range(office.noun.last + 1, office.last + 1):
        name = cast.by_token.get(index)
        if name is not None and name.kind == "other" and not _portfolio(cast, name):
            return name.span(cast.document).of(cast.document.text)
    return None


def _portfolio(cast: Cast, name: Name) -> bool:
    """Whether the name is that of a ministry."""
    words = tuple(word for token in cast.document.tokens[name.first : name.last + 1] for word in fold_words(token.text))
    return any(words[:size] in load_words(cast.pack).portfolios for size in range(1, len(words) + 1))
