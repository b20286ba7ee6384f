"""Names for sources that have none: the words of the mention, without article, marks and what follows them."""

from __future__ import annotations

import itertools

from careo.analyze.cast import Cast
from careo.analyze.nouns import find_noun, load_words
from careo.text.words import fold


def describe(cast: Cast, first: int, last: int) -> str:
    """The description at tokens ``first`` to ``last``: no article in front, no clause or parenthesis behind, countries for capitals.

    *El ministro de Exteriores de Pyongyang* gives *ministro de Exteriores de Corea del Norte*: one name for one office.
    """
    tokens, roles = cast.document.tokens, load_words(cast.pack).roles
    opening = roles["article"] | roles["one"]
    begin = first
    while begin < last and (tokens[begin].tag == "PUNCT" or fold(tokens[begin].text) in opening):
        begin += 1
    end = begin
    listed = _end_of_list(cast, begin, last)
    while end < last and (end < listed or not _ends(tokens[end + 1].text, tokens[end + 1].tag)):
        end += 1
    text, at = "", tokens[begin].start
    for index in range(begin + 1, end + 1):
        hit = cast.hit_at(index)
        if (
            hit is not None
            and hit.first == index
            and hit.last <= end
            and hit.place.sense == "capital"
            and hit.place.party
        ):
            text += cast.document.text[at : tokens[index].start] + hit.place.party
            at = tokens[hit.last].end
    text += cast.document.text[at : tokens[end].end]
    return _lowered(cast, begin, " ".join(text.split()))


def _end_of_list(cast: Cast, begin: int, last: int) -> int:
    """The last token of a list of names in the complement (*las autoridades de Tarma, Ica **y Loja***); ``begin`` where there is none."""
    tokens, roles = cast.document.tokens, load_words(cast.pack).roles
    names = [name for name in cast.names if begin <= name.first and name.last <= last]
    commas = False
    for name, following in itertools.pairwise(names):
        between = [
            fold(t.text) for t in tokens[name.last + 1 : following.first] if fold(t.text) not in roles["article"]
        ]
        if name.kind == "person" and name.first and fold(tokens[name.first - 1].text) not in roles["of"] | {","}:
            return begin
        if between == [","]:
            commas = True
        elif commas and len(between) == 1 and between[0] in roles["and"]:
            return following.last
        else:
            return begin
    return begin


def _ends(text: str, tag: str) -> bool:
    return tag == "PUNCT" and text not in {"-", "/", "."}


def _lowered(cast: Cast, begin: int, text: str) -> str:
    """A common noun that is capitalized only because it opens the sentence."""
    token = cast.document.tokens[begin]
    if (
        begin in cast.by_token
        or cast.document.sentence_of(token).first != begin
        or token.text[1:] != token.text[1:].lower()
    ):
        return text
    noun = find_noun(cast.document, token, cast.pack)
    return text[:1].lower() + text[1:] if noun is not None or token.tag in {"ADJ", "DET", "NUM"} else text
