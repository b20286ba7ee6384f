"""What can be taken out of a dossier: each chart as SVG and PNG, and its data as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from careo.report.dossier.drawing import HEIGHT, WIDTH, draw
from careo.report.dossier.pictures import draw_picture, explain_missing
from careo.report.dossier.values import Chart, DisputeView, Dossier
from careo.report.labels import load_labels
from careo.report.rendering import clean, render

_COLUMNS = ("number", "claimant", "low", "high", "kind", "dating", "date", "event", "claim")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""
_KEY_WIDTH, _KEY_ROW, _HEAD = 500, 21, 40


def iter_assets(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """File names and what is in them: an SVG and a CSV for each chart, and a PNG where something is installed that draws it."""
    pictures = not explain_missing()
    for view in dossier.disputes:
        if view.chart is not None:
            name, svg = f"figures-{view.number:03d}", _render_chart(view, view.chart, dossier.language)
            yield f"{name}.svg", svg.encode()
            yield f"{name}.csv", _render_data(view.chart).encode()
            if pictures:
                yield f"{name}.png", draw_picture(svg)


def _render_chart(view: DisputeView, chart: Chart, language: str) -> str:
    """The chart with its key beside it, so that it can stand alone."""
    drawing = draw(chart, load_labels(language))
    rows = len(chart.marks) if drawing.numbered else 0
    svg = render(
        "asset.svg.jinja",
        language,
        view=view,
        drawing=drawing,
        width=int(WIDTH) + (_KEY_WIDTH if rows else 0),
        height=max(_HEAD + int(HEIGHT) + 14, _HEAD + _KEY_ROW * (rows + 2)),
    )
    return _NOT_XML.sub("\ufffd", svg)


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
