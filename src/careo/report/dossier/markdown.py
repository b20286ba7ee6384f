"""The dossier as Markdown, for a repository or a wiki: disputes, figures, positions and what happened. Texts of articles are left out."""

from __future__ import annotations

from collections.abc import Iterator

from careo.report.dossier.page import VERDICTS
from careo.report.dossier.values import Chart, DisputeView, Dossier, Moment, Side
from careo.report.labels import Labels, load_labels
from careo.report.rendering import clean

_ESCAPED = {ord(char): f"\\{char}" for char in "\\`*_{}[]<>()#+-!|~"} | {
    ord("\n"): " ",
    ord("\r"): " ",
    ord("&"): "&amp;",
}
_ARROW = " → "


def render_markdown(dossier: Dossier) -> str:
    """The page as Markdown (CommonMark with tables). Text of articles is escaped."""
    labels = load_labels(dossier.language)
    return clean("\n".join(_iter_lines(dossier, labels))) + "\n"


def _iter_lines(dossier: Dossier, labels: Labels) -> Iterator[str]:
    yield f"# {labels('dossier', 'title')}"
    yield f"\n{labels('dossier', 'lead')}"
    counts = (labels.count(dossier.counts[name], name) for name in ("articles", "claims", "sources", "disputes"))
    yield f"\n{dossier.span + ' · ' if dossier.span else ''}{' · '.join(counts)}"
    yield f"\n## {labels('dossier', 'disputes')}"
    if not dossier.disputes:
        yield f"\n{labels('dossier', 'no_disputes')}"
    for verdict in VERDICTS:
        for view in (view for view in dossier.disputes if view.verdict == verdict):
            yield from _iter_dispute(view, labels)
    yield f"\n## {labels('dossier', 'events')}\n"
    for happening in dossier.happenings:
        yield f"- **{_escape(happening.moment.words)}**: {_escape(happening.words)} ({_escape(happening.voice)})"
    yield f"\n## {labels('dossier', 'method')}"
    yield f"\n{labels('dossier', 'not_done_text')}"
    yield f"\n{_escape(' · '.join(filter(None, (dossier.making.program, dossier.making.model, *dossier.making.packs))))}"


def _iter_dispute(view: DisputeView, labels: Labels) -> Iterator[str]:
    yield f"\n### {view.number}. {_escape(view.question)}"
    origins = f" · {labels.count(view.origins, 'origins')}" if view.origins else ""
    yield f"\n**{labels('verdict', view.verdict)}**{origins}. {labels(f'verdict_{view.kind}', view.verdict)}\n"
    heads = ("claimant", "figure" if view.kind == "quantity" else "words", "date", "why", "chain")
    yield _row(labels("dossier", head) for head in heads)
    yield _row("---" for _ in heads)
    for side in view.sides:
        yield _row(_escape(cell) for cell in _cells(side, labels))
    if view.chart is not None:
        yield from _iter_estimates(view.chart, labels)
    for lane in view.lanes:
        stops = (_tell_stop(stop.stance, stop.moment, labels, turn=stop.turn) for stop in lane.stops)
        yield f"\n- {_escape(lane.actor)}: {_ARROW.join(stops)}"


def _cells(side: Side, labels: Labels) -> tuple[str, ...]:
    chain = _ARROW.join(side.witnesses[0].chain) if side.witnesses else ""
    more = f" (+{len(side.witnesses) - 1})" if len(side.witnesses) > 1 else ""
    words = side.amount or (side.witnesses[0].words if side.witnesses else "")
    indent = "└ " if side.depth else ""
    return indent + side.claimant, words, _tell_moment(side.moment, labels), " ".join(side.whys), chain + more


def _iter_estimates(chart: Chart, labels: Labels) -> Iterator[str]:
    if not chart.estimates:
        return
    yield f"\n{labels('dossier', 'estimates')} {labels('dossier', 'estimates_note')}\n"
    yield _row(labels("dossier", head) for head in ("rule", "low", "best", "high"))
    yield _row("---" for _ in range(4))
    for row in chart.estimates:
        yield _row((row.rule, row.low or "–", row.best or "–", row.high or "–"))


def _tell_stop(stance: str, moment: Moment, labels: Labels, *, turn: bool) -> str:
    told = f"{labels('stance', stance)} ({_escape(_tell_moment(moment, labels))})"
    return f"**{labels('dossier', 'reversal')}** {told}" if turn else told


def _tell_moment(moment: Moment, labels: Labels) -> str:
    return moment.words if moment.dating == "none" else f"{labels('dating', moment.dating)} {moment.words}"


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _escape(text: str) -> str:
    return text.translate(_ESCAPED)
