"""The dossier: a whole ledger on one page.

A story (what a ledger holds) becomes a :class:`Dossier` in one language, and that becomes HTML or Markdown.
"""

from careo.report.dossier.assembly import make_dossier
from careo.report.dossier.markdown import render_markdown
from careo.report.dossier.page import render_dossier
from careo.report.dossier.pictures import explain_missing
from careo.report.dossier.sheets import iter_assets
from careo.report.dossier.values import Dossier, Making, Story

__all__ = [
    "Dossier",
    "Making",
    "Story",
    "explain_missing",
    "iter_assets",
    "make_dossier",
    "render_dossier",
    "render_markdown",
]
