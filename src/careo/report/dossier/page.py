"""The dossier as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from careo.model import Article, Claim
from careo.report.dossier.drawing import Drawing, draw
from careo.report.dossier.graph import draw_graph
from careo.report.dossier.tracks import draw_tracks
from careo.report.dossier.values import Chart, ClaimRow, DisputeView, Dossier
from careo.report.labels import Labels, load_labels
from careo.report.pages import Row, find_title, make_rows
from careo.report.places import make_anchor
from careo.report.rendering import render

_LEAST = 10
OPEN, OPEN_SIDES = 40, 30
"""Disputes, and sides of one of them, that stand open; further ones are folded."""
STANDINGS = ("contested", "revised", "compatible", "agreed")


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with its lines, as the page shows it."""

    number: int
    article: Article
    title: str
    claims: int
    rows: tuple[Row, ...]


def render_dossier(dossier: Dossier) -> str:
    """The page. The same dossier gives the same bytes."""
    labels, anchors = load_labels(dossier.language), make_anchors(dossier)
    sheets = tuple(_iter_sheets(dossier, anchors))

    def draw_chart(chart: Chart) -> Drawing:
        return draw(chart, labels)

    return render(
        "dossier.html.jinja",
        dossier.language,
        ("page.css", "dossier.css"),
        ("filter.js", "dossier.js"),
        anchor=_finder(anchors),
        dossier=dossier,
        groups=_group(dossier.disputes),
        charts=[view for view in dossier.disputes if view.chart],
        positions=_sort_lanes(dossier.disputes),
        draw=draw_chart,
        draw_tracks=lambda lanes: draw_tracks(lanes, labels),
        graph=draw_graph(dossier.leaning),
        sheets=sheets,
        numbers={sheet.article.id: sheet.number for sheet in sheets},
        titles={sheet.article.id: sheet.title for sheet in sheets},
        outlets={a.id: a.outlet for a in dossier.articles},
        open_disputes=OPEN,
        open_sides=OPEN_SIDES,
    )


def make_anchors(dossier: Dossier) -> dict[str, str]:
    """The anchor of each claim by its id: of as many of its first characters as tell all claims of the dossier apart."""
    ids = sorted({row.claim.id for row in dossier.claims})
    need = max((_common(left, right) + 1 for left, right in pairwise(ids)), default=0)
    return {claim: make_anchor(claim[: max(need, _LEAST)]) for claim in ids}


def _common(left: str, right: str) -> int:
    """How many first characters two ids share."""
    return next(
        (place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )


def _finder(anchors: Mapping[str, str]) -> Callable[[str], str]:
    return lambda claim: anchors.get(claim) or make_anchor(claim)


def _group(disputes: Sequence[DisputeView]) -> list[tuple[str, list[DisputeView]]]:
    known = [(standing, [view for view in disputes if view.standing == standing]) for standing in STANDINGS]
    return [(standing, views) for standing, views in known if views]


def _sort_lanes(disputes: Sequence[DisputeView]) -> list[DisputeView]:
    """Those with lanes; the changes of sides first."""
    return sorted(
        (view for view in disputes if view.lanes), key=lambda v: (-sum(lane.turns for lane in v.lanes), v.number)
    )


def _iter_sheets(dossier: Dossier, anchors: Mapping[str, str]) -> Iterator[Sheet]:
    labels = load_labels(dossier.language)
    of_article: dict[str, list[Claim]] = {}
    hints: dict[str, str] = {}
    for row in dossier.claims:
        of_article.setdefault(row.claim.article, []).append(row.claim)
        hints[row.claim.id] = _hint(row, labels)
    for number, article in enumerate(dossier.articles, 1):
        claims = of_article.get(article.id, [])
        rows = make_rows(article, claims, hints, _finder(anchors))
        if dossier.excerpted:
            rows = tuple(row for row in rows if row.cards)
        yield Sheet(number, article, find_title(article), len(claims), rows)


def _hint(row: ClaimRow, labels: Labels) -> str:
    """Outlet, who stands between, source; what the source does; when it said so."""
    claim = row.claim
    source = () if claim.source.kind == "author" else (claim.source.name,)
    parts = [" → ".join((row.outlet, *(via.name for via in claim.via), *source)), labels("stance", claim.stance)]
    return " · ".join([*parts, row.said.short] if row.said.value else parts)
