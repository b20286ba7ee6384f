"""Titles and the persons who hold them: *el presidente ruso, Vladimir Putin*; *Ana Ruiz, alcaldesa de Vigo*; *la ministra Ruiz*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careo.analyze.gazetteer import Hit, find_hit
from careo.analyze.names import Name
from careo.analyze.nouns import Noun, Words, find_noun, load_words
from careo.lang import Pack
from careo.model import Span
from careo.text.document import Document, Sentence, Token
from careo.text.words import fold

_REACH = 16
"""Most tokens between a title and the name behind it."""
_SKIPPED = {"DET", "ADP", "PUNCT", "CCONJ"}


@dataclass(frozen=True, slots=True)
class Office:
    """A title with its complement, tokens ``first`` to ``last``. ``party``: the country or body named in it; ``words``: the rest."""

    noun: Noun
    first: int
    last: int
    words: frozenset[str]
    party: Hit | None = None
    body: Name | None = None
    definite: bool = True

    def span(self, document: Document) -> Span:
        """The characters of title and complement."""
        return Span(document.tokens[self.first].start, document.tokens[self.last].end)


@dataclass(frozen=True, slots=True)
class Pair:
    """An office and the name that it stands beside."""

    office: Office
    name: Name

    @property
    def first(self) -> int:
        """The first token of both."""
        return min(self.office.first, self.name.first)

    @property
    def last(self) -> int:
        """The last token of both."""
        return max(self.office.last, self.name.last)


def find_pairs(
    document: Document, names: tuple[Name, ...], pack: Pack, sentences: Sequence[Sentence] | None = None
) -> tuple[Pair, ...]:
    """All titles that stand beside a personal name, in text order, in the whole document or in some ``sentences``."""
    sentences = document.sentences if sentences is None else sentences
    by_token = {index: name for name in names for index in range(name.first, name.last + 1)}
    pairs: list[Pair] = []
    for sentence in sentences:
        index = sentence.first
        while index <= sentence.last:
            noun = _title_at(document, index, pack)
            if noun is None or _is_surname(by_token.get(index)):
                index += 1
                continue
            pair = _name_after(document, noun, index, by_token, pack) or _name_before(
                document, noun, index, by_token, pack
            )
            if pair:
                pairs.append(pair)
            index = noun.last + 1
    return tuple(pairs)


def _is_surname(name: Name | None) -> bool:
    """Whether a token belongs to the name of a person, whatever else the word means (*Ana **Alcalde***)."""
    return name is not None and name.kind == "person"


def read_office(
    document: Document, first: int, names: tuple[Name, ...], pack: Pack, last: int | None = None
) -> Office | None:
    """The office whose title stands at token ``first``, with its complement up to ``last`` (default: as far as it goes)."""
    noun = _title_at(document, first, pack, plural=True)
    if noun is None:
        return None
    by_token = {index: name for name in names for index in range(name.first, name.last + 1)}
    end = find_complement_end(document, noun.last, by_token, pack)
    end = end if last is None else min(end, last)
    return _build_office(document, noun, max(end, noun.last), by_token, pack)


def _title_at(document: Document, index: int, pack: Pack, *, plural: bool = False) -> Noun | None:
    """The title at a token, unless the word stands there as an adjective (*huelga general*) or inside a name."""
    token = document.tokens[index]
    noun = find_noun(document, token, pack)
    if noun is None or noun.title is None or (noun.plural and not plural):
        return None
    before = document.tokens[index - 1] if index else None
    if token.tag in {"NOUN", "PROPN"}:
        owner = find_noun(document, before, pack) if before is not None and before.tag == "NOUN" else None
        return None if owner is not None and owner.body is not None else noun
    return noun if before is None or before.tag in {"DET", "PUNCT"} else None


def _name_after(document: Document, noun: Noun, first: int, by_token: dict[int, Name], pack: Pack) -> Pair | None:
    end = find_complement_end(document, noun.last, by_token, pack)
    tokens, step = document.tokens, end + 1
    last = document.sentence_of(tokens[first]).last
    if step <= last and tokens[step].text in {",", "(", "\u2014"}:
        step += 1
        step = _behind_description(document, (first, step, last), by_token, pack)
    while step <= last and fold(tokens[step].text.rstrip(".")) in load_words(pack).honorifics:
        step += 1
    name = by_token.get(step)
    if name is None or name.kind != "person" or name.first != step:
        return None
    later = by_token.get(name.last + 2) if name.last + 2 <= last and tokens[name.last + 1].text == "," else None
    given = load_words(pack).given
    if (
        later is not None
        and later.kind == "person"
        and fold(tokens[later.first].text) in given
        and fold(tokens[step].text) not in given
    ):
        name, end = later, name.last
    if tokens[name.first - 1].text == "," and _listed(tokens, name.last, last):
        return None
    return Pair(_build_office(document, noun, end, by_token, pack), name)


def _behind_description(document: Document, places: tuple[int, int, int], by_token: dict[int, Name], pack: Pack) -> int:
    """The token behind what else a name in apposition is called: a rank (*el portavoz, **coronel** Ruiz*), a trade or a people
    (*su gerente, **el belga** Jan Maes,*) where a mark and a verb close the apposition. ``places``: the title, what stands behind its
    comma, the end of the sentence.
    """
    first, step, last = places
    rank = _title_at(document, step, pack) if step <= last else None
    if rank is not None and rank.last + 1 in by_token:
        return rank.last + 1
    article = step <= last and fold(document.tokens[step].text) in load_words(pack).roles["article"]
    if not article or is_governed(document, first):
        return step
    for name in (by_token.get(step + 2), by_token.get(step + 3)):
        between = document.tokens[step + 1 : name.first] if name is not None else ()
        if name is not None and between and all(t.tag in {"NOUN", "ADJ"} for t in between):
            return name.first if closes_apposition(document, name.last) else step
    return step


def closes_apposition(document: Document, end: int) -> bool:
    """Whether an apposition ends with token ``end``: a mark behind it, and no further member of a list (*, y la edil*; *, la edil*)."""
    tokens, last = document.tokens, document.sentence_of(document.tokens[end]).last
    if end + 2 > last or tokens[end + 1].text not in {",", ")", "\u2014"}:
        return False
    return tokens[end + 2].tag in {"VERB", "AUX", "PRON", "ADV"} and not tokens[end + 2].has("PronType=Int,Rel")


def is_governed(document: Document, first: int) -> bool:
    """Whether a preposition stands before the noun at token ``first`` and its article (*según **el alcalde**, el belga Jan Maes, …*)."""
    before = document.tokens[max(document.sentence_of(document.tokens[first]).first, first - 2) : first]
    return any(token.tag in {"ADP", "SCONJ"} for token in before)


def _listed(tokens: tuple[Token, ...], end: int, last: int) -> bool:
    """Whether the name after the comma goes on as a clause of its own (*según el ministro, Ruiz dijo*): no mark behind it but a verb."""
    after = tokens[end + 1] if end < last else None
    return after is not None and after.tag in {"VERB", "AUX"} and after.has("VerbForm=Fin")


def _name_before(document: Document, noun: Noun, first: int, by_token: dict[int, Name], pack: Pack) -> Pair | None:
    """*Ana Ruiz, (la) alcaldesa de Vigo,*: with an article only where a mark closes the apposition."""
    tokens = document.tokens
    begin = first
    while begin > 0 and tokens[begin - 1].tag in {"DET", "ADJ", "ADV"}:
        begin -= 1
    if begin < 2 or tokens[begin - 1].text not in {",", "(", "\u2014"}:
        return None
    name = by_token.get(begin - 2)
    if (
        name is None
        or name.kind != "person"
        or document.sentence_of(tokens[begin - 2]) != document.sentence_of(tokens[first])
    ):
        return None
    end = find_complement_end(document, noun.last, by_token, pack)
    closed = (
        end == document.sentence_of(tokens[first]).last
        or tokens[end + 1].tag == "PUNCT"
        or tokens[end + 1].tag == "CCONJ"
    )
    if begin < first and tokens[begin].tag == "DET" and not closed:
        return None
    return Pair(_build_office(document, noun, end, by_token, pack), name)


def find_complement_end(
    document: Document, at: int, by_token: dict[int, Name], pack: Pack, *, only_of: bool = False
) -> int:
    """The last token of the complement of a noun that ends at ``at``: adjectives and *of* phrases, up to a person, a verb or a mark.

    ``only_of``: no phrases with other prepositions (a body is not *la firma en un comunicado*).
    """
    tokens, words = document.tokens, load_words(pack)
    last = min(document.sentence_of(tokens[at]).last, at + _REACH)
    end, step = at, at + 1
    of = False
    while step <= last:
        token, name = tokens[step], by_token.get(step)
        if name is not None and name.kind == "person":
            inner = (
                of and _title_at(document, step - 1, pack) is not None
            )  # *… del gabinete de la presidenta **Ana Ruiz***
            if step == at + 1 or (fold(tokens[step - 1].text) not in words.roles["of"] and not inner):
                break
            end, step = name.last, name.last + 1
        elif name is not None:
            end, step = name.last, name.last + 1
        elif _ends_complement(document, step, last, words, only_of=only_of):
            break
        elif only_of and token.tag == "CCONJ" and (not of or (step < last and tokens[step + 1].tag == "DET")):
            break  # *el ejército **y** la guerrilla*
        else:
            of = of or fold(token.text) in words.roles["of"]
            end = step if token.tag not in _SKIPPED and token.tag != "ADV" else end
            step += 1
    return end


def _ends_complement(document: Document, step: int, last: int, words: Words, *, only_of: bool) -> bool:
    """Whether a token can be no part of a complement: a verb or mark, a time, another preposition than *of* before an adjunct."""
    token = document.tokens[step]
    lower = fold(token.text)
    if token.tag == "VERB":
        return not token.has("VerbForm=Part")
    if token.tag in {"AUX", "PRON", "SCONJ", "PUNCT"} or lower in words.times | words.stops | words.roles["relative"]:
        return True
    if token.tag == "DET":
        return lower not in words.roles["article"]
    if token.tag != "ADP" or lower in words.roles["of"]:
        return False
    return only_of or _adjunct(document.tokens[step : min(step + 3, last) + 1], words)


def _adjunct(tokens: tuple[Token, ...], words: Words) -> bool:
    """Whether a prepositional phrase tells when, where or how something was said."""
    return fold(tokens[0].text) in words.stops or any(
        fold(token.text) in words.venues | words.times for token in tokens[1:]
    )


def _build_office(document: Document, noun: Noun, last: int, by_token: dict[int, Name], pack: Pack) -> Office:
    """The office whose title is ``noun``, with its complement up to token ``last``."""
    tokens, first = document.tokens, noun.first
    party: Hit | None = None
    body: Name | None = None
    content: list[str] = []
    for index in range(noun.last + 1, last + 1):
        token, name = tokens[index], by_token.get(index)
        if name is not None and name.hit is not None:
            party = party or (name.hit if name.hit.place.party else None)
        elif name is None and (hit := find_hit(document, token, pack)) and hit.place.party:
            party = party or hit
        elif token.tag not in _SKIPPED:
            content.append(fold(token.text))
        if name is not None and name.kind == "body":
            body = body or name
            party = party or next(
                (h for i in range(index, name.last + 1) if (h := find_hit(document, tokens[i], pack))), None
            )
    before = tokens[first - 1] if first else None
    definite = before is None or fold(before.text) not in load_words(pack).roles["indefinite"]
    return Office(noun, first, last, frozenset(content), party, body, definite)
