"""``careo try``."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from careo.cli.entry import DONE
from careo.cli.portrait import print_analysis, print_legend
from careo.cli.terminal import open_console
from careo.ledger import encode_record, make_claim_record
from careo.pipeline.analysis import Analysis, analyze_text


def run(arguments: Namespace) -> int:
    """Analyze each text and print what was found, as soon as it is."""
    if arguments.text in (None, "-") and sys.stdin.isatty():
        print("careo: no TEXT; type texts, one a line, and end with Ctrl-D", file=sys.stderr)
    show = _print_json if arguments.json else _Printer(reasons=arguments.reasons)
    for text in _iter_texts(arguments.text):
        show(analyze_text(text, published=arguments.published, language=arguments.language))
        sys.stdout.flush()
    return DONE


def _iter_texts(text: str | None) -> Iterator[str]:
    if text is not None and text != "-":
        yield text
        return
    for line in sys.stdin.buffer:
        decoded = line.decode("utf-8", "replace").strip("\ufeff\r\n")
        if decoded.strip():
            yield decoded


def _print_json(analysis: Analysis) -> None:
    article = analysis.article
    claims = [make_claim_record(claim, article.outlet, article.published) for claim in analysis.claims]
    print(encode_record({"text": article.text, "published": article.published, "claims": claims}))


class _Printer:
    """Prints analyses; what the signs mean before the first."""

    def __init__(self, *, reasons: bool) -> None:
        self._console = open_console()
        self._reasons = reasons
        self._begun = False

    def __call__(self, analysis: Analysis) -> None:
        if not self._begun and analysis.claims:
            print_legend(self._console)
            self._begun = True
        print_analysis(self._console, analysis.article.text, analysis.claims, reasons=self._reasons)
