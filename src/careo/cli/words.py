"""Claims in a few words, for the terminal."""

from __future__ import annotations

from careo.model import Claim, Figure
from careo.report.labels import Labels, load_labels
from careo.report.numbers import format_number, format_percent

_STYLES = {
    "assert": "",
    "confirm": "green",
    "deny": "red",
    "doubt": "yellow",
    "estimate": "yellow",
    "commit": "blue",
    "request": "magenta",
    "express": "cyan",
    "decline": "dim",
}


def style_of(stance: str) -> str:
    """The color of a stance."""
    return _STYLES.get(stance, "")


def describe_source(claim: Claim) -> str:
    """The canonical name; of an outlet that speaks for itself, just that."""
    return "(the outlet)" if claim.source.kind == "author" else claim.source.name


def describe_voice(claim: Claim) -> str:
    """The source behind those who stand between it and the outlet, outermost first."""
    return " > ".join([*(via.name for via in claim.via), describe_source(claim)])


def describe_content(claim: Claim) -> str:
    """What is claimed; between the pieces of an interrupted content, dots."""
    content = claim.content
    begin = content.span.start
    pieces = [content.text[part.start - begin : part.end - begin] for part in content.parts]
    return " […] ".join(pieces) or content.text


def count(number: int, noun: str) -> str:
    """``number`` with its noun, in the plural where it is not one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def describe_bounds(figure: Figure, labels: Labels | None = None) -> str:
    """The range of a figure: ``12,000``, ``~ 500``, ``>= 2,000``, ``25,000-30,000``; as English has it, or the ``labels``."""
    labels = labels or load_labels("en")
    bounds = [number for number in (figure.low, figure.high) if number is not None]
    amount = "-".join(format_number(number, labels.language) for number in dict.fromkeys(bounds))
    sign = "" if figure.comparator in ("=", "range") else f"{figure.comparator} "
    if figure.unit == "percent":
        amount = format_percent(amount, labels.language)
    return f"{sign}{amount}" + (f" {labels('figure', 'more')}" if figure.additional else "")


def describe_figure(figure: Figure) -> str:
    """A figure with what is known of it."""
    rate = f"a {figure.per}" if figure.per else ""
    parts = [" ".join(filter(None, (describe_bounds(figure), figure.counts, rate)))]
    parts += [part for part in (figure.category, f"of {figure.of}" if figure.of else None) if part]
    parts += [f"part of {figure.part_of}"] if figure.part_of else []
    parts += ["vague"] if figure.vague else []
    parts += [f"as of {figure.as_of}"] if figure.as_of else []
    return ", ".join(parts)
