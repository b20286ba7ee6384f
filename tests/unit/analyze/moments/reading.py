"""The shape of the fixture that reads a text."""

from __future__ import annotations

from collections.abc import Callable

from careo.analyze.moments import Moment
from careo.text.document import Document

Reader = Callable[[str, str | None], tuple[Document, tuple[Moment, ...]]]
