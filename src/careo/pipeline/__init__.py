"""Where the stages meet: bytes to articles to documents to claims to the ledger and its pages."""

from careo.pipeline.analysis import Analysis, analyze_text
from careo.pipeline.build import BuildSummary, Failure, build_ledger
from careo.pipeline.explain import Explanation, Step, explain_claim
from careo.pipeline.packs import lint_pack
from careo.pipeline.publish import publish_pages

__all__ = [
    "Analysis",
    "BuildSummary",
    "Explanation",
    "Failure",
    "Step",
    "analyze_text",
    "build_ledger",
    "explain_claim",
    "lint_pack",
    "publish_pages",
]
