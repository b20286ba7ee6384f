"""Short ways to a parsed sentence and its moments."""

from __future__ import annotations

import pytest

from careo.analyze.moments import Moment, find_moments
from careo.lang import Pack, load_pack
from careo.model import Span
from careo.parse import load_parser
from careo.text.document import Document
from tests.unit.analyze.moments.reading import Reader


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("es")


@pytest.fixture(scope="session")
def read(pack: Pack) -> Reader:
    """Parse a text (a paragraph a line) and find its moments."""
    parser = load_parser("es")

    def parse(text: str, published: str | None) -> tuple[Document, tuple[Moment, ...]]:
        blocks, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Span(start, start + len(line)))
            start += len(line) + 1
        document = parser.parse(text, blocks)
        return document, find_moments(document, pack, published)

    return parse
