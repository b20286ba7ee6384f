"""Coordinated sources: *Chile y Perú*, *el rector y la decana*, but not *el presidente y candidato Ruiz*."""

from __future__ import annotations

from careo.analyze.nouns import find_noun, load_words
from careo.analyze.stage import Stage
from careo.lang.inflections import fold_words
from careo.text.document import Token
from careo.text.words import fold


def find_parts(stage: Stage, first: int, last: int, head: int) -> list[tuple[int, int, int]]:
    """First token, last token and head of each coordinated source of a mention."""
    document = stage.cast.document
    tokens = document.tokens
    heads = [head]
    for token in document.children_by(tokens[head], "conj", "appos"):
        if (
            head < token.index <= last
            and (
                token.relation == "conj" or any(_is_source(stage, c, head) for c in document.children_by(token, "conj"))
            )
            and _is_source(stage, token, head)
        ):
            heads.append(token.index)
            heads += [
                c.index for c in document.children_by(token, "conj") if c.index <= last and _is_source(stage, c, head)
            ]
    heads = _named(stage, sorted(set(heads)), head)
    if len(heads) == 1:
        heads = _countries(stage, first, last) or heads
    if len(heads) == 1:
        return [(first, last, head)]
    result: list[tuple[int, int, int]] = []
    begin = first if heads[0] == head else document.edges(tokens[heads[0]])[0].index
    begin = max(first, min(begin, heads[0]))
    while begin < heads[0] and tokens[begin].tag == "PUNCT":
        begin += 1
    for number, at in enumerate(heads):
        end = last if number + 1 == len(heads) else _part_end(stage, at, heads[number + 1])
        result.append((begin, end, at))
        begin = end + 1
        while begin < last and tokens[begin].tag in {"PUNCT", "CCONJ"}:
            begin += 1
    return result


def _named(stage: Stage, heads: list[int], head: int) -> list[int]:
    """Without the plural noun that the names behind it tell apart (*los sindicatos **UGT y CCOO***)."""
    tokens = stage.cast.document.tokens
    names = [at for at in heads if at in stage.cast.by_token]
    apposed = len(names) > 1 and tokens[names[0]].relation in {"appos", "flat"} and tokens[names[0]].head == head
    plural = tokens[head].tag == "NOUN" and tokens[head].has("Number=Plur") and head not in stage.cast.by_token
    if not (apposed and plural and heads == [head, *names]) or tokens[names[0] - 1].text == "(":
        return heads
    return names


def _part_end(stage: Stage, at: int, following: int) -> int:
    """The last token of a part: before the conjunction or comma that stands before the next."""
    tokens = stage.cast.document.tokens
    end = following - 1
    while end > at and tokens[end].tag not in {"PUNCT", "CCONJ"}:
        end -= 1
    while end > at and tokens[end].tag in {"PUNCT", "CCONJ"}:
        end -= 1
    return end


def _is_source(stage: Stage, token: Token, head: int) -> bool:
    """Whether a coordinated noun is a second source, not a second title of the same person (*presidente y candidato Ruiz*)."""
    noun = find_noun(stage.cast.document, token, stage.cast.pack)
    if token.tag not in {"NOUN", "PROPN", "PRON"} and (token.tag != "ADJ" or noun is None):
        return False
    if token.text[0].isupper() and fold_words(token.text) in load_words(stage.cast.pack).portfolios:
        return False  # *ministro del Interior y **Seguridad***
    determined = any(child.relation == "det" for child in stage.cast.document.children(token))
    if noun is not None and noun.title is not None and not noun.plural and not determined and token.text[0].islower():
        return find_noun(stage.cast.document, stage.cast.document.tokens[head], stage.cast.pack) is None
    return True


def _countries(stage: Stage, first: int, last: int) -> list[int]:
    """The heads of a plain enumeration of names of the gazetteer (*Corea del Norte y Rusia*)."""
    tokens, words = stage.cast.document.tokens, load_words(stage.cast.pack)
    heads: list[int] = []
    joined = False
    index = first
    while index <= last:
        hit = stage.hit(index)
        if hit is not None:
            heads.append(index)
            index = hit.last + 1
            continue
        lower = fold(tokens[index].text)
        joined = joined or lower in words.roles["and"]
        if lower not in words.roles["and"] and lower not in words.roles["article"] and tokens[index].tag != "PUNCT":
            return []
        index += 1
    return heads if joined and len(heads) > 1 else []
