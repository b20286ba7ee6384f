"""Turns of an interview: paragraphs that open with the speaker's name and a colon (*Ana Ruiz: «Me echaron»*)."""

from __future__ import annotations

from collections import Counter

from careo.analyze.attribution import Attribution
from careo.analyze.contents import Quoted
from careo.analyze.cues import verb_index
from careo.analyze.extents import tidy
from careo.analyze.voices import is_media
from careo.lang.cues import ANY_VERB
from careo.lang.pack import Pack
from careo.model import Reason, Span
from careo.text import Document, Token

_LONGEST = 6  # words of a speaker's label


def find_turns(document: Document, quoted: Quoted, pack: Pack) -> list[Attribution]:
    """An attribution for each turn of somebody who is no outlet. A label counts where speech in marks follows or where it comes again."""
    entries = pack.derived(verb_index).get(ANY_VERB, ())
    labels = [(block, label) for block in document.blocks if (label := _label(document, block)) is not None]
    often = Counter(span.of(document.text) for _, (span, _, _) in labels)
    found: list[Attribution] = []
    for block, (span, head, colon) in labels:
        quotation = quoted.starting_after(colon.end, block.end)
        marked = quotation is not None and not document.text[colon.end : quotation.outer.start].strip()
        if not entries or is_media(document, head, pack) or not (marked or often[span.of(document.text)] > 1):
            continue
        rest = tidy(document.text, Span(colon.end, block.end).strip(document.text), quoted.all)
        content = quotation.inner if marked and quotation is not None else rest
        if len(content) > 1:
            whole = quotation if marked else None
            reason = Reason("turn:label", span)
            found.append(
                Attribution(
                    "quotation",
                    (content,),
                    head,
                    span,
                    entries[0],
                    head,
                    head,
                    "turn",
                    quotation=whole,
                    reasons=(reason,),
                )
            )
    return found


def _label(document: Document, block: Span) -> tuple[Span, Token, Token] | None:
    """The name that opens a paragraph, its head and the colon behind it."""
    tokens = document.tokens_in(Span(block.start, min(block.end, block.start + 80)))
    for number, token in enumerate(tokens[: _LONGEST + 1]):
        if token.text == ":":
            names = [t for t in tokens[:number] if t.tag == "PROPN"]
            if names and all(t.tag in ("PROPN", "DET", "ADP") or t.text == "." for t in tokens[:number]):
                return Span(tokens[0].start, tokens[number - 1].end), names[0], token
            return None
        if token.tag not in ("PROPN", "DET", "ADP") and token.text != ".":
            return None
    return None
