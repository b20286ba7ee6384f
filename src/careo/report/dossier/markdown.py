"""The dossier as Markdown, for a repository or a wiki: all of it but the full texts, of which the table of articles names each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from urllib.parse import quote

from careo.report.amounts import format_amount
from careo.report.dates import format_date
from careo.report.dossier.page import STANDINGS
from careo.report.dossier.values import Chart, DisputeView, Dossier, Leaning, Moment, Side
from careo.report.labels import Labels, load_labels
from careo.report.numbers import format_number
from careo.report.pages import find_title
from careo.report.phrases import fill
from careo.report.rendering import clean
from careo.report.tones import join_pieces

_ESCAPED = {ord(char): f"\\{char}" for char in "\\`*_{}[]<>#|~@$"} | {
    **dict.fromkeys(map(ord, "\n\r\t\v\f\x85\u2028\u2029"), " "),
    ord("&"): "&amp;",
}
"""What Markdown reads anywhere in a line, and what wikis take for people, issues, formulas. No line begins with text of an article."""
_ADDRESS = re.compile(r"(?i)(:)(?=//)|(?<=www)(\.)")
_IN_ADDRESS = "-._~:/?#[]@!$&'*+,;=%"
_ARROW = " → "
_WORDS = 240


def render_markdown(dossier: Dossier) -> str:
    """The page as Markdown (CommonMark with tables). Text of articles is escaped."""
    labels = load_labels(dossier.language)
    return clean("\n".join(_iter_lines(dossier, labels))) + "\n"


def _iter_lines(dossier: Dossier, labels: Labels) -> Iterator[str]:
    yield f"# {labels('dossier', 'title')}"
    yield f"\n{labels('dossier', 'lead')}"
    counts = (labels.count(dossier.counts[name], name) for name in ("articles", "claims", "sources", "disputes"))
    yield f"\n{dossier.span + ' · ' if dossier.span else ''}{' · '.join(counts)}"
    yield from _iter_disputes(dossier, labels)
    yield from _iter_leaning(dossier.leaning, labels)
    yield from _iter_happenings(dossier, labels)
    yield from _iter_claims(dossier, labels)
    yield from _iter_articles(dossier, labels)
    yield f"\n## {labels('dossier', 'method')}"
    yield f"\n{labels('dossier', 'not_done_text')}"
    yield f"\n{_escape(' · '.join(filter(None, (dossier.making.program, dossier.making.model, *dossier.making.packs))))}"


# --- disputes -------------------------------------------------------------------------------------------------------


def _iter_disputes(dossier: Dossier, labels: Labels) -> Iterator[str]:
    yield f"\n## {labels('dossier', 'disputes')}"
    if not dossier.disputes:
        yield f"\n{labels('dossier', 'no_disputes' if dossier.making.linked else 'not_linked')}"
    for standing in STANDINGS:
        for view in (view for view in dossier.disputes if view.standing == standing):
            yield from _iter_dispute(view, labels)


def _iter_dispute(view: DisputeView, labels: Labels) -> Iterator[str]:
    yield f"\n### {view.number}. {_escape(view.question)}"
    origins = f" · {labels.count(view.origins, 'origins')}" if view.origins else ""
    yield f"\n**{labels('verdict', view.standing)}**{origins}. {labels(f'verdict_{view.kind}', view.standing)}\n"
    heads = ("claimant", "figure" if view.kind == "quantity" else "words", "date", "why", "chain")
    yield from _table([labels("dossier", head) for head in heads], (_cells(side, labels) for side in view.sides))
    if view.chart is not None:
        yield from _iter_estimates(view.chart, labels)
    if view.lanes:
        yield f"\n{labels('dossier', 'positions')}:\n"
    for lane in view.lanes:
        stops = (_tell_stop(stop.stance, stop.moment, labels, turn=stop.turn) for stop in lane.stops)
        yield f"- **{_escape(lane.actor)}**: {_ARROW.join(stops)}"


def _cells(side: Side, labels: Labels) -> tuple[str, ...]:
    chain = _ARROW.join(side.witnesses[0].chain) if side.witnesses else ""
    more = f" (+{len(side.witnesses) - 1})" if len(side.witnesses) > 1 else ""
    words = side.amount or (side.witnesses[0].words if side.witnesses else "")
    indent = "└ " if side.depth else ""
    return indent + side.claimant, words, _tell_moment(side.moment, labels), " ".join(side.whys), chain + more


def _iter_estimates(chart: Chart, labels: Labels) -> Iterator[str]:
    if chart.estimates:
        yield f"\n{labels('dossier', 'estimates')} {labels('dossier', 'estimates_note')}\n"
        heads = [labels("dossier", head) for head in ("rule", "low", "best", "high")]
        yield from _table(
            heads, ((row.rule, row.low or "–", row.best or "–", row.high or "–") for row in chart.estimates)
        )


def _tell_stop(stance: str, moment: Moment, labels: Labels, *, turn: bool) -> str:
    told = f"{labels('stance', stance)} ({_escape(_tell_moment(moment, labels))})"
    return f"**{labels('dossier', 'reversal')}** {told}" if turn else told


def _tell_moment(moment: Moment, labels: Labels) -> str:
    return moment.words if moment.dating == "none" else f"{labels('dating', moment.dating)} {moment.words}"


# --- the rest -------------------------------------------------------------------------------------------------------


def _iter_leaning(leaning: Leaning, labels: Labels) -> Iterator[str]:
    yield f"\n## {labels('dossier', 'leaning')}\n"
    names = {node.number: " ≈ ".join(node.names) for node in leaning.nodes}
    if not leaning.edges:
        yield labels("dossier", "no_leaning")
    for node in leaning.nodes:
        mine = [edge for edge in leaning.edges if edge.left == node.number]
        if mine or node.copies:
            yield f"- **{_escape(names[node.number])}**"
        for note in node.copies:
            yield f"  - {_escape(f'{note.left_name} ≈ {note.right_name}')}: {_escape(note.reason)}"
        for edge in mine:
            yield f"  - → {_escape(names[edge.right])}: {_escape(edge.reason)}"
    if leaning.left_out:
        told = fill(
            labels("dossier", "lean_left_out"),
            leaning.left_out,
            number=format_number(leaning.left_out, labels.language),
        )
        yield f"\n{told}"


def _iter_happenings(dossier: Dossier, labels: Labels) -> Iterator[str]:
    yield f"\n## {labels('dossier', 'events')}\n"
    if not dossier.happenings:
        yield labels("dossier", "no_events")
    for happening in dossier.happenings:
        yield f"- **{_escape(happening.moment.words)}**: {_escape(happening.words)} ({_escape(happening.voice)})"


def _iter_claims(dossier: Dossier, labels: Labels) -> Iterator[str]:
    yield f"\n## {labels('dossier', 'claims')}\n"
    if dossier.excerpted:
        yield f"{labels('dossier', 'excerpted')}\n"
    if not dossier.claims:
        yield labels("dossier", "no_claims")
        return
    rows = []
    for row in dossier.claims:
        claim = row.claim
        source = labels("page", "outlet_itself") if claim.source.kind == "author" else claim.source.name
        chain = " › ".join((*(via.name for via in claim.via), source or labels("kind", claim.source.kind)))
        words = " ".join(join_pieces(claim.content).split())
        words = words if len(words) <= _WORDS else words[:_WORDS].rpartition(" ")[0] + "…"
        amounts = "; ".join(format_amount(figure, labels) for figure in claim.figures)
        published = f"{row.outlet}, {row.published}" if row.published else row.outlet
        said = row.said.short if row.said.value else ""
        rows.append((chain, labels("stance", claim.stance), words, amounts, said, published))
    heads = [labels("page", head) for head in ("source", "stance", "claim", "figure", "date", "outlet")]
    yield from _table(heads, rows)


def _iter_articles(dossier: Dossier, labels: Labels) -> Iterator[str]:
    yield f"\n## {labels('page', 'articles')}\n"
    if not dossier.articles:
        yield labels("dossier", "no_articles")
        return
    rows = (
        (
            find_title(article),
            article.outlet or labels("page", "unnamed_outlet"),
            format_date(article.published, labels) or labels("page", "undated"),
            article.id,
        )
        for article in dossier.articles
    )
    heads = [labels("page", head) for head in ("article", "outlet", "published", "file", "original")]
    links = (_link(article.url, labels("page", "original")) for article in dossier.articles)
    lines = _table(heads, rows)
    yield from islice(lines, 2)
    yield from (f"{line[:-1]}| {link} |" for line, link in zip(lines, links, strict=True))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, its cells escaped."""
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for cells in rows:
        yield _row([_escape(cell) for cell in cells])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escape(text: str) -> str:
    """``text`` as text; an address in it is none to click on."""
    return _ADDRESS.sub(r"\\\g<0>", text.translate(_ESCAPED))


def _link(url: str | None, words: str) -> str:
    """A link where ``url`` is one of the web."""
    if not url or not url.startswith(("https://", "http://")):
        return ""
    return f"[{_escape(words)}](<{quote(clean(url), safe=_IN_ADDRESS)}>)"
