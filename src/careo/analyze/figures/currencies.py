"""Whose money a shared sign stands for: ``$`` is written for pesos in Argentina and for dollars in Ecuador."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from careo.analyze.figures.lexemes import Lexeme, find_lexemes, fold_word
from careo.analyze.figures.vocabulary import Vocabulary
from careo.analyze.gazetteer import find_hits
from careo.lang.actors import Country, Outlet, Region
from careo.lang.figures import Unit
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document
from careo.text.words import fold

NEAR = 5
"""Items between a sign and the word for its own money: *$ 45,8 millones de dólares*."""


def settle_signs(
    document: Document, blocks: Sequence[Span], pack: Pack, vocabulary: Vocabulary, outlet: str | None = None
) -> Vocabulary:
    """The vocabulary with every sign that several countries share read as the money of this article.

    By what its sums say in words (*$ 300 millones de pesos*); else by the country of its ``outlet``, if that is known; else by the
    countries that it writes about, of which only those whose money has the sign count: *$* in an article on Spain and Chile is Chilean;
    else by the only such money that it names in words at all. Where nothing tells, the unit that lists the sign among its ``signs``.
    """
    shared = {fold_word(sign): vocabulary.signs[fold_word(sign)] for unit in pack.slot(Unit) for sign in unit.shared}
    found = {sign: unit for sign, unit in shared.items() if sign in fold_word(document.text)}
    if not found:
        return vocabulary
    lexemes = [find_lexemes(document.text, block, vocabulary.suffixes) for block in blocks]
    settled = {}
    for sign, unit in found.items():
        local = [entry for entry in pack.slot(Unit) if sign in map(fold_word, entry.shared)]
        said = {own.counts for block in lexemes for own in _iter_said(sign, block, vocabulary)}
        named = {own.counts for block in lexemes for own in _iter_named(block, vocabulary)}
        wanted = _find_only(said, local) or _find_home(outlet, pack, local) or _find_money(document, pack, local)
        settled[sign] = wanted or _find_only(named, local) or unit
    return replace(vocabulary, signs={**vocabulary.signs, **settled})


def _find_only(counts: Set[str], local: Sequence[Unit]) -> Unit | None:
    """The one unit of ``local`` that is among ``counts``, if just one is."""
    named = [unit for unit in local if unit.counts in counts]
    return named[0] if len(named) == 1 else None


def _find_home(outlet: str | None, pack: Pack, local: Sequence[Unit]) -> Unit | None:
    """The money of the country of an outlet that the pack knows."""
    known = (o for o in pack.slot(Outlet) if fold(outlet or "") in map(fold, (o.name, *o.aliases)))
    code = next((own.home or own.country for own in known), "")
    return next((unit for unit in local if code in unit.countries), None)


def _codes(pack: Pack) -> dict[str, str]:
    """The code of the country of every country and region by name."""
    countries = {country.name: country.code for country in pack.slot(Country)}
    return countries | {region.name: region.country for region in pack.slot(Region)}


def _iter_said(sign: str, lexemes: Sequence[Lexeme], vocabulary: Vocabulary) -> Iterator[Unit]:
    """The money in words of sums with the sign: *$ 300 **pesos***, with nothing but numbers and a preposition between."""
    for place, lexeme in enumerate(lexemes):
        if lexeme.word != sign or not _is_sign(lexemes, place, sign, vocabulary):
            continue
        for other in lexemes[place + 2 : place + 2 + NEAR]:
            unit = vocabulary.units.get((other.word,))
            if unit is not None and unit.kind == "money":
                yield unit
                break
            number = other.kind == "digits" or other.word in vocabulary.heads or vocabulary.is_in(other.word, "of")
            if not number and other.text not in ".,":
                break


def _is_sign(lexemes: Sequence[Lexeme], place: int, sign: str, vocabulary: Vocabulary) -> bool:
    """Whether the sign stands alone before digits, no part of a longer one (*US$*)."""
    longer = place > 0 and lexemes[place - 1].word + sign in vocabulary.signs
    return not longer and place + 1 < len(lexemes) and lexemes[place + 1].kind == "digits"


def _iter_named(lexemes: Sequence[Lexeme], vocabulary: Vocabulary) -> Iterator[Unit]:
    """The money named in words after a number or a preposition: *40 pesos*, *millones de pesos*."""
    for before, lexeme in pairwise(lexemes):
        unit = vocabulary.units.get((lexeme.word,))
        counted = before.kind == "digits" or before.word in vocabulary.heads or vocabulary.is_in(before.word, "of")
        if unit is not None and unit.kind == "money" and counted:
            yield unit


def _find_money(document: Document, pack: Pack, local: Sequence[Unit]) -> Unit | None:
    """The money of the country named most often, among those of ``local``; none where two of them come out even."""
    units = {code: unit for unit in local for code in unit.countries}
    codes = _codes(pack)
    hits = find_hits(document, pack, document.sentences)
    parties = (codes.get(hit.place.party or "") for hit in hits if hit.place.kind == "government")
    votes = Counter(units[code].counts for code in parties if code in units)
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return next(unit for unit in local if unit.counts == best[0][0])


def is_aside(document: Document, span: Span, start: int) -> bool:
    """Whether ``span`` stands in a parenthesis that has closed before ``start``: *190 millones de pesos (unos 12 de euros)*."""
    sentence = next((s.span for s in document.sentences if s.span.start <= span.start < s.span.end), span)
    before, after = document.text[sentence.start : span.start], document.text[span.end : start]
    return before.rfind("(") > before.rfind(")") and ")" in after
