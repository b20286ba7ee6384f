"""Disputes in the terminal: the claimants of each face to face, or a row for each where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from careo.cli.bearings import describe_bearings, describe_claimant, describe_value
from careo.cli.claim_tables import ID_LENGTH, make_text, print_rows
from careo.cli.portrait import repr_quote
from careo.cli.terminal import make_line
from careo.cli.words import describe_content, style_of
from careo.model import Dispute, Position
from careo.report.careos import Careo, Seat
from careo.report.labels import Labels
from careo.report.numbers import format_number

if TYPE_CHECKING:
    from rich.console import Console

DISPUTE_ID_LENGTH = 12
"""Characters of a dispute's id that are shown; enough for ``careo explain``."""
_COLUMNS_NEED = {"quantity": 96, "proposition": 112}
_WIDE = 110
_LIST_NEEDS = 64
_VERDICT_STYLES = {"contested": "bold red", "revised": "yellow", "compatible": "green", "single": "dim"}
_ARROW = " → "
_Cell = tuple[str, str]


def print_careos(console: Console, careos: Iterable[Careo], labels: Labels) -> int:
    """Each dispute with a row for each of its members; the number of disputes."""
    total = 0
    for careo in careos:
        print_careo(console, careo, labels)
        console.print()
        total += 1
    return total


def print_careo(console: Console, careo: Careo, labels: Labels) -> None:
    """One dispute: question, verdict and origins, then its members, then who changed sides."""
    _print_head(console, careo.dispute, labels)
    seats = {seat.member: seat for seat in careo.seats}
    rows = [(seat, describe_bearings(seat, seats, labels)) for seat in careo.seats]
    if console.width < _COLUMNS_NEED[careo.dispute.kind]:
        for seat, bearings in rows:
            _print_stacked(console, seat, bearings, labels)
    else:
        _print_columns(console, careo.dispute, rows, labels)
    for position in careo.positions:
        print_reversals(console, careo, position, labels)


def print_list(console: Console, disputes: Iterable[Dispute], labels: Labels) -> int:
    """A row for each dispute; the number of rows."""
    heads = ("dispute", *(labels("dispute", name) for name in ("verdict", "origins", "members", "question")))
    rows = (
        (
            (dispute.id[:DISPUTE_ID_LENGTH], "dim"),
            (labels("verdict", dispute.verdict), _VERDICT_STYLES.get(dispute.verdict, "")),
            (format_number(len(dispute.origins), labels.language), ""),
            (format_number(len(dispute.members), labels.language), ""),
            (dispute.question, ""),
        )
        for dispute in disputes
    )
    return print_rows(console, heads, rows, widths=(DISPUTE_ID_LENGTH, 10, 8, 6, -1), need=_LIST_NEEDS)


def print_reversals(console: Console, careo: Careo, position: Position, labels: Labels) -> None:
    """A line for each time that an actor changed sides."""
    stances = {stand.claim: stand for stand in position.stances}
    for reversal in position.reversals:
        before, after = stances.get(reversal.left), stances.get(reversal.right)
        undated = labels("dispute", "undated")
        line = labels("dispute", "reversal").format(
            actor=position.actor,
            before=labels("stance", before.stance) if before else reversal.left,
            after=labels("stance", after.stance) if after else reversal.right,
            earliest=reversal.between[0] or undated,
            latest=reversal.between[1] or undated,
        )
        console.print(make_text(f"↔ {line}", "yellow"))


def _print_head(console: Console, dispute: Dispute, labels: Labels) -> None:
    from rich.text import Text

    head = Text(make_line(dispute.id[:DISPUTE_ID_LENGTH]), style="dim")
    head.append("  ").append(make_line(dispute.question or dispute.id), "bold")
    console.print(head)
    origins = len(dispute.origins)
    facts = Text(" " * (DISPUTE_ID_LENGTH + 2))
    facts.append(labels("verdict", dispute.verdict), _VERDICT_STYLES.get(dispute.verdict, ""))
    if origins:
        word = labels("dispute", "origin" if origins == 1 else "origins")
        facts.append(f" · {format_number(origins, labels.language)} {word}", "dim")
    console.print(facts)


def _print_columns(console: Console, dispute: Dispute, rows: Sequence[tuple[Seat, list[str]]], labels: Labels) -> None:
    """A row for each member; of a proposition with what was said."""
    wide = console.width >= _WIDE
    columns = [("claim", ID_LENGTH), ("claimant", -4), ("figure", 15 if wide else 13), ("date", 10), ("chain", -5)]
    if dispute.kind == "proposition":
        columns[2:] = [("stance", 9), ("date", 10), ("content", -6), ("chain", -5)]
    columns += [("number", 2), ("relation", -5)]
    heads = [labels("dispute", name) for name, _ in columns]
    cells = (_make_cells(seat, bearings, labels) for seat, bearings in rows)
    lines = iter([[row[name] for name, _ in columns] for row in cells])
    print_rows(console, heads, lines, widths=[width for _, width in columns])


def _make_cells(seat: Seat, bearings: Sequence[str], labels: Labels) -> dict[str, _Cell]:
    value = (describe_value(seat, labels), _style_value(seat))
    return {
        "claim": (seat.member.claim[:ID_LENGTH], "dim"),
        "claimant": (_indent(seat) + describe_claimant(seat, labels), "bold" if not seat.depth else ""),
        "figure": value,
        "stance": value,
        "date": (seat.date or "", ""),
        "content": (_describe_words(seat), ""),
        "chain": (_ARROW.join(seat.chain), ""),
        "number": (str(seat.origin or ""), "dim"),
        "relation": ("; ".join(bearings), _style_bearings(seat)),
    }


def _print_stacked(console: Console, seat: Seat, bearings: Sequence[str], labels: Labels) -> None:
    """A member in lines of its own: who, how much and when; the chain; the relations."""
    from rich.padding import Padding
    from rich.table import Table

    grid = Table.grid(padding=(0, 1), expand=True)
    for width in (2, None, 14, 10, ID_LENGTH):
        grid.add_column(width=width, ratio=None if width else 1, overflow="fold")
    grid.add_row(
        make_text(str(seat.origin or ""), "dim"),
        make_text(_indent(seat) + describe_claimant(seat, labels), "bold" if not seat.depth else ""),
        make_text(describe_value(seat, labels), _style_value(seat)),
        make_text(seat.date or "", ""),
        make_text(seat.member.claim[:ID_LENGTH], "dim"),
    )
    console.print(grid)
    words = repr_quote(said) if (said := _describe_words(seat)) else ""
    for line, style in ((_ARROW.join(seat.chain), "dim"), (words, ""), *((b, _style_bearings(seat)) for b in bearings)):
        if line:
            console.print(Padding(make_text(line, style), (0, 0, 0, 5 + 2 * min(seat.depth, 3))))


def _indent(seat: Seat) -> str:
    return "\u00a0\u00a0" * (min(seat.depth, 3) - 1) + "└\u00a0" if seat.depth else ""


def _describe_words(seat: Seat) -> str:
    """What is claimed, to the letter, where a stance takes part and not a figure."""
    if seat.figure is not None or seat.claim is None:
        return ""
    return describe_content(seat.claim)


def _style_value(seat: Seat) -> str:
    if seat.figure is not None:
        return "bold yellow" if not seat.depth else "yellow"
    return style_of(seat.claim.stance) if seat.claim else ""


def _style_bearings(seat: Seat) -> str:
    return "red" if any(bearing.relation in ("contradicts", "denies") for bearing in seat.bearings) else "dim"
