"""The comparison as Markdown: a table for each group of measures, a column for each reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Results = Mapping[str, Any]
"""What ``training.measuring`` wrote of one reader."""

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A measure: how it is called, where it stands in the results, its digits, and which end of it is the better one."""

    label: str
    path: tuple[str, ...]
    digits: int = 1
    better: str = "higher"


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one table; ``{…}`` in its title and labels are sizes found beside the measures."""

    title: str
    rows: tuple[Row, ...]
    place: tuple[str, ...] = ()


COST = Group(
    "",
    (
        Row("license", ("license",), better=""),
        Row("version", ("version",), better=""),
        Row("size of its files, MB", ("megabytes",), better="lower"),
        Row("seconds to import, load and read a sentence", ("load_seconds",), better="lower"),
        Row("peak memory, MB", ("peak_megabytes",), 0, "lower"),
        Row("words a second on one core", ("words_per_second",), 0),
    ),
)

ATTACHMENT = (
    ("heads (UAS)", "uas"),
    ("heads and relations (LAS)", "las"),
    ("tags (UPOS)", "upos"),
    ("features, all equal", "features"),
    ("lemmas", "lemma"),
    ("subject of a verb of reporting ({subject_n}): attached", "subject"),
    ("the same: exact span", "subject_span"),
)
CLAUSES = {
    "es": (("*que* clause", "que_clause"),),
    "en": (("*that* clause", "that_clause"), ("clause without *that*", "bare_clause")),
}
NAMES = (("F, typed", "names_f"), ("F, spans alone", "name_spans_f"))
GATE = (
    ("claims ({claims_n}): content F1", "content"),
    ("the same, of the right source: F1", "attribution"),
    ("stance", "stance"),
    ("figures ({figures_n}): F1", "figure"),
    ("figures with all details", "figure+"),
)


def _make_group(title: str, place: tuple[str, ...], rows: Iterable[tuple[str, str]]) -> Group:
    return Group(title, tuple(Row(label, (*place, key)) for label, key in rows), place)


def _make_trees_group(title: str, language: str, name: str) -> Group:
    rows = list(ATTACHMENT)
    for label, key in CLAUSES[language]:
        rows += [(f"{label} of one ({{{key}_n}}): attached", key), ("the same: exact span", f"{key}_span")]
    return _make_group(f"{title}, {{sentences}} sentences", ("files", f"{language}/{name}"), rows)


GROUPS = (
    COST,
    _make_trees_group("Spanish: AnCora test", "es", "ancora_test"),
    _make_trees_group("Spanish: PUD", "es", "pud_test"),
    _make_group("Names: ends of the files, {names_n} in {names_sentences} sentences", ("files", "es/tail"), NAMES),
    _make_group("Names: chosen by hash, {names_n} in {names_sentences} sentences", ("files", "es/dev"), NAMES),
    _make_trees_group("English: EWT test", "en", "ewt_test"),
    _make_trees_group("English: PUD", "en", "pud_test"),
    *(_make_group(f"careo's gate: {name}", ("gates", name), GATE) for name in ("seeds", "second", "demo")),
)


def render_tables(results: Sequence[Results], seen: frozenset[tuple[str, str]] = frozenset()) -> str:
    """All groups that any reader has a measure of. A reader and a file in ``seen``: trained on it, so shown in brackets."""
    shown = [group for group in GROUPS if any(_find(r, row.path) is not None for r in results for row in group.rows)]
    return "\n\n".join(_render_group(group, results, seen) for group in shown)


def _render_group(group: Group, results: Sequence[Results], seen: frozenset[tuple[str, str]]) -> str:
    sizes = _find_sizes(group, results)
    lines = [_line([group.title.format_map(sizes), *(str(r["name"]) for r in results)])]
    lines.append("|---|" + "---:|" * len(results))
    barred = [bool(group.place) and (str(r["name"]), group.place[-1]) in seen for r in results]
    for row in group.rows:
        values = [_find(r, row.path) for r in results]
        best = _find_best(row, [v for v, out in zip(values, barred, strict=True) if not out])
        cells = [_cell(row, value, best, out) for value, out in zip(values, barred, strict=True)]
        lines.append(_line([row.label.format_map(sizes), *cells]))
    return "\n".join(lines)


def _find_sizes(group: Group, results: Sequence[Results]) -> dict[str, str]:
    """The sizes beside a group's measures, with commas; those of the first reader that has them."""
    tables = [_find(r, group.place) for r in reversed(results)] if group.place else []
    return {k: f"{v:,}" for table in tables if isinstance(table, dict) for k, v in table.items()}


def _find(results: Results, path: Sequence[str]) -> Any:
    value: Any = results
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _find_best(row: Row, values: Sequence[Any]) -> float | None:
    """The best value as it is shown, where at least two are compared."""
    numbers = [round(float(value), row.digits) for value in values if value is not None] if row.better else []
    if len(numbers) < 2:
        return None
    return max(numbers) if row.better == "higher" else min(numbers)


def _cell(row: Row, value: Any, best: float | None, barred: bool) -> str:
    if value is None:
        return NOTHING
    if not row.better:
        return str(value)
    text = f"{value:,.{row.digits}f}"
    if barred:
        return f"({text})"
    return f"**{text}**" if best is not None and round(float(value), row.digits) == best else text


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")
