"""The map of the analysis in ARCHITECTURE.md: every module stands on it, and nothing that is gone."""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT, package_sources, report

BEGIN, END = "## Inside `analyze`", "## Who may know whom"


def test_the_map_of_the_analysis_is_complete() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    part = text[text.index(BEGIN) : text.index(END)]
    shown = set(re.findall(r"`([a-z_]+)/?`", part)) - {"analyze"}
    modules = {source.path.stem for source in package_sources("analyze")} - {"__init__"} | {"figures"}
    problems = [f"not on the map: {name}" for name in sorted(modules - shown)]
    report(
        [*problems, *(f"on the map, but gone: {name}" for name in sorted(shown - modules))], "ARCHITECTURE.md: " + BEGIN
    )
