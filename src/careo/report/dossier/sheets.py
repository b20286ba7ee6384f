"""What can be taken out of a dossier: each chart as SVG, and its data as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from careo.report.dossier.drawing import draw
from careo.report.dossier.values import Chart, DisputeView, Dossier
from careo.report.labels import load_labels
from careo.report.rendering import clean, render

_COLUMNS = ("number", "claimant", "low", "high", "kind", "dating", "date", "event", "claim")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def iter_assets(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """File names and texts: an SVG and a CSV for each chart."""
    for view in dossier.disputes:
        if view.chart is not None:
            name = f"figures-{view.number:03d}"
            yield f"{name}.svg", _render_chart(view, view.chart, dossier.language)
            yield f"{name}.csv", _render_data(view.chart)


def _render_chart(view: DisputeView, chart: Chart, language: str) -> str:
    drawing = draw(chart, load_labels(language))
    return render("asset.svg.jinja", language, view=view, drawing=drawing)


def _render_data(chart: Chart) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for mark in chart.marks:
        writer.writerow(
            (
                mark.number, _guard(mark.claimant), mark.low, mark.high, mark.kind, mark.moment.dating, mark.moment.value, mark.event,
                mark.claim,
            )
        )  # fmt: skip
    return out.getvalue()


def _guard(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{clean(text)}" if text.startswith(_FORMULA) else clean(text)
