"""One analysis in the terminal: the text with its tracks, then each claim in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from careo.cli.terminal import make_line, make_visible
from careo.cli.tracks import SIGNS, STYLES, Part, find_parts, iter_lines, make_track
from careo.cli.words import describe_content, describe_figure, describe_source, style_of
from careo.ledger import iter_reasons
from careo.model import Claim, Span

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def print_analysis(console: Console, text: str, claims: Sequence[Claim], *, reasons: bool = False) -> None:
    """Print ``text`` and what was found in it."""
    _print_tracks(console, text, Span(0, len(text)), claims)
    if not claims:
        console.print("no claim", style="dim")
    for number, claim in enumerate(claims, 1):
        console.print()
        _print_fields(console, number, _iter_fields(claim, text, reasons))
    console.print()


def print_claim(console: Console, text: str, place: Span, claim: Claim) -> None:
    """Print one claim below the lines of ``place`` (characters of its article) that it touches."""
    lines = list(iter_lines(text, place, console.width - 5))
    touched = [line for line in lines if make_track(text, line, find_parts(claim))]
    shown = touched[0].cover(touched[-1]) if touched else place
    print_legend(console)
    _print_tracks(console, text, shown, [claim])
    console.print()
    _print_fields(console, 1, _iter_fields(claim, text, False))
    console.print()


def print_legend(console: Console) -> None:
    """What the signs below the text mean."""
    from rich.text import Text

    legend = Text("    ")
    for kind, sign in SIGNS.items():
        legend.append(sign * 3, STYLES[kind] or "dim").append(f" {kind}   ", "dim")
    console.print(legend, soft_wrap=True)


def _print_tracks(console: Console, text: str, place: Span, claims: Sequence[Claim]) -> None:
    from rich.text import Text

    all_parts = [find_parts(claim) for claim in claims]
    for line in iter_lines(text, place, console.width - 5):
        styled = Text("    ")
        styled.append_text(_style_line(text, line, [part for parts in all_parts for part in parts]))
        styled.rstrip()
        console.print(styled, soft_wrap=True)
        for number, parts in enumerate(all_parts, 1):
            if track := make_track(text, line, parts):
                console.print(_style_track(number, track), soft_wrap=True)


def _style_line(text: str, line: Span, parts: Sequence[Part]) -> Text:
    from rich.text import Text

    styled = Text(make_visible(line.of(text)))
    for part in parts:
        start, end = max(part.span.start, line.start), min(part.span.end, line.end)
        if start < end and STYLES[part.kind]:
            styled.stylize(STYLES[part.kind], start - line.start, end - line.start)
    return styled


def _style_track(number: int, track: str) -> Text:
    from rich.text import Text

    styled = Text(f"{number:>3} ", style="dim")
    kinds = {sign: kind for kind, sign in SIGNS.items()}
    for sign in track:
        styled.append(sign, STYLES[kinds[sign]] or "dim" if sign in kinds else "")
    return styled


def _iter_fields(claim: Claim, text: str, reasons: bool) -> Iterator[tuple[str, str, str]]:
    """Name, value and style of each field; fields that say nothing are left out."""
    source = claim.source
    mention = "omitted" if source.text is None else source.text
    yield "source", describe_source(claim), "bold cyan"
    if source.kind != "author":
        acts_for = f", acts for {source.acts_for}" if source.acts_for not in (None, source.name) else ""
        yield "", f"{source.kind}, {mention if source.text is None else repr_quote(mention)}{acts_for}", "dim"
    if claim.via:
        yield "via", " > ".join(via.name for via in claim.via), "blue"
    if claim.cue:
        yield "cue", f"{claim.cue.text} ({claim.cue.lemma})", "magenta"
    yield "content", describe_content(claim), ""
    quotation = "" if claim.quotation == "none" else f", {claim.quotation} quotation"
    translated = ", translated" if claim.translated else ""
    yield "stance", f"{claim.stance} {claim.factuality}{quotation}{translated}", style_of(claim.stance)
    if claim.said:
        yield "said", claim.said, "green"
    if claim.as_of:
        yield "as of", claim.as_of, "green"
    for figure in claim.figures:
        yield "figure", f"{repr_quote(figure.text)}: {describe_figure(figure)}", "bold yellow"
    if claim.event:
        known = [f"{k} {v}" for k in ("agent", "patient", "place", "time") if (v := getattr(claim.event, k))]
        yield "event", ", ".join([f"{claim.event.type} ({claim.event.text})", *known]), ""
    if claim.passage != "body":
        yield "passage", claim.passage, "dim"
    if reasons:
        for reason in iter_reasons(claim):
            yield "rule", f"{reason.rule}: {repr_quote(reason.span.of(text))}", "dim"


def repr_quote(text: str) -> str:
    """``text`` between marks that tell it from what is said about it."""
    return f"‹{text}›"


def _print_fields(console: Console, number: int, fields: Iterable[tuple[str, str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=3, justify="right")
    grid.add_column(width=8)
    grid.add_column(ratio=1, overflow="fold")
    for place, (name, value, style) in enumerate(fields):
        grid.add_row(Text(str(number) if place == 0 else "", "dim"), Text(name, "dim"), Text(make_line(value), style))
    console.print(grid)
