"""Marked texts as parsed documents: what the tables of this folder are written in.

``{who:…}`` marks the mention of a source, ``{say:…}`` its cue; ``{none:…}`` is a cue whose subject is left out. The i-th ``who``
belongs to the i-th ``say``.
"""

from __future__ import annotations

from functools import cache

from careo.analyze.speakers import Mention, resolve_speakers
from careo.lang import Pack, load_pack, parse_example
from careo.model import Source, Span
from careo.parse import load_parser
from careo.text.document import Document, Token

PACK: Pack = load_pack("es")


@cache
def read(text: str) -> Document:
    """The parsed text, one paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Span(at, at + len(line)))
        at += len(line) + 1
    return load_parser("es").parse(text, blocks)


def head_of(document: Document, span: Span) -> Token:
    """The first token in ``span`` that hangs on something outside it, nouns before all else."""
    inside = document.tokens_in(span)
    tops = [t for t in inside if t.head == t.index or not span.start <= document.tokens[t.head].start < span.end]
    return next((t for t in tops if t.tag in {"NOUN", "PROPN", "PRON"}), tops[0])


def resolve(marked: str) -> tuple[Source, ...]:
    """The sources of all cues of a marked text, in text order of their cues."""
    example = parse_example(marked)
    document = read(example.text)
    pairs: list[tuple[Span | None, Span]] = list(zip(example.spans("who"), example.spans("say"), strict=True))
    pairs += [(None, cue) for cue in example.spans("none")]
    mentions = []
    for who, cue in sorted(pairs, key=lambda pair: pair[1]):
        token = document.tokens_in(cue)[-1]
        mentions.append(Mention(who, head_of(document, who).index if who else None, token.index))
    return resolve_speakers(document, mentions, PACK)
