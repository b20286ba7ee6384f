"""Claims and figures as terminal tables: streamed, in columns where the terminal is wide enough, stacked where it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from careo.cli.terminal import make_line
from careo.cli.words import describe_bounds, describe_content, describe_source, describe_voice, style_of
from careo.model import Claim, Figure
from careo.report.labels import Labels

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

ID_LENGTH = 10
"""Characters of a claim's id that are shown; enough for ``careo explain``."""
_COLUMNS_NEED = 88
_BATCH = 200
_Cell = tuple[str, str]


def print_claims(console: Console, claims: Iterable[Claim], labels: Labels) -> int:
    """A row for each claim; the number of rows."""
    heads = ("claim", "source", "stance", "said", "content")
    rows = (_claim_row(claim) for claim in claims)
    return print_rows(console, heads, rows, widths=(ID_LENGTH, -3, 8, 10, -6))


def print_figures(console: Console, claims: Iterable[Claim], labels: Labels) -> int:
    """A row for each figure; the number of rows."""
    heads = ("claim", "figure", "amount", "what", "source", "stance", "date")
    rows = (_figure_row(claim, figure, labels) for claim in claims for figure in claim.figures)
    return print_rows(console, heads, rows, widths=(ID_LENGTH, -1, 13, -1, -1, 8, 10))


def _claim_row(claim: Claim) -> Sequence[_Cell]:
    return (
        (claim.id[:ID_LENGTH], "dim"),
        (describe_voice(claim), "bold"),
        (claim.stance, style_of(claim.stance)),
        (claim.said or "", ""),
        (describe_content(claim), ""),
    )


def _figure_row(claim: Claim, figure: Figure, labels: Labels) -> Sequence[_Cell]:
    return (
        (claim.id[:ID_LENGTH], "dim"),
        (figure.text, ""),
        (describe_bounds(figure, labels), "bold"),
        (_describe_category(figure), ""),
        (describe_source(claim), ""),
        (claim.stance, style_of(claim.stance)),
        (figure.as_of or claim.said or "", ""),
    )


def _describe_category(figure: Figure) -> str:
    """What happened to those counted, the stretch of a rate, the owner; the noun counted where the words of the figure leave it out."""
    category = (figure.category or "").replace("_", " ")
    counts = figure.counts or ""
    unsaid = counts if counts[: max(3, len(counts) - 2)].casefold() not in figure.text.casefold() else ""
    owner = f"({figure.of})" if figure.of else ""
    rate = f"a {figure.per}" if figure.per else ""
    return " ".join(part for part in (unsaid, category, rate, owner) if part)


def print_rows(
    console: Console,
    heads: Sequence[str],
    rows: Iterator[Sequence[_Cell]],
    *,
    widths: Sequence[int],
    need: int = _COLUMNS_NEED,
) -> int:
    """Rows below ``heads``; those of ``widths`` that are below zero share what is left, in proportion. The number of rows.

    On a terminal of less than ``need`` columns a row is stacked.
    """
    total = 0
    stacked = console.width < need
    while batch := list(islice(rows, _BATCH)):
        if stacked:
            _print_stacked(console, heads, batch)
        else:
            _print_columns(console, heads, batch, widths, head=total == 0)
        total += len(batch)
    return total


def _print_columns(
    console: Console, heads: Sequence[str], rows: Iterable[Sequence[_Cell]], widths: Sequence[int], *, head: bool
) -> None:
    """Columns of ``widths`` characters; those below zero share what is left, in proportion."""
    from rich import box
    from rich.table import Table

    table = Table(
        box=box.SIMPLE_HEAD,
        show_header=head,
        pad_edge=False,
        show_edge=False,
        expand=True,
        header_style="dim",
        padding=(0, 1, 0, 0),
    )
    for name, width in zip(heads, widths, strict=True):
        table.add_column(name, width=width if width > 0 else None, ratio=-width if width < 0 else None, overflow="fold")
    for row in rows:
        table.add_row(*(make_text(text, style) for text, style in row))
    console.print(table)


def _print_stacked(console: Console, heads: Sequence[str], rows: Iterable[Sequence[_Cell]]) -> None:
    from rich.table import Table

    for row in rows:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=8, style="dim")
        grid.add_column(overflow="fold")
        for name, (text, style) in zip(heads, row, strict=True):
            if text:
                grid.add_row(name, make_text(text, style))
        console.print(grid)
        console.print()


def make_text(text: str, style: str) -> Text:
    """``text`` in one line, harmless, in ``style``."""
    from rich.text import Text

    return Text(make_line(text), style=style)
