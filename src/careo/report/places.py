"""File names and anchors of pages."""

from __future__ import annotations

import hashlib
import re

_PLAIN = re.compile(r"[a-z0-9_][a-z0-9_-]{0,79}")


def make_file_name(article: str) -> str:
    """The name of an article's page: its id where that is a safe file name anywhere, else what can be kept of it and a hash."""
    if _PLAIN.fullmatch(article):
        return f"{article}.html"
    kept = re.sub(r"[^a-z0-9_]+", "-", article.casefold()).strip("-")[:60] or "article"
    return f"{kept}-{hashlib.sha256(article.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}.html"


def make_anchor(claim: str) -> str:
    """The anchor of a claim on its article's page."""
    return "c-" + re.sub(r"[^A-Za-z0-9_-]", lambda match: f".{ord(match[0]):x}.", claim)
