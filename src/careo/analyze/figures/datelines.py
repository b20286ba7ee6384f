"""The place of a dateline at the head of an article: *LIMA, 3 nov (…) –*, *Arica.-*."""

from __future__ import annotations

import re

HEAD = 1500
"""Characters at the beginning in which a dateline stands."""
_NAME = r"[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+(?: (?:(?:de|del|la|las|los|el) )*[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+){0,3}"
_DATELINE = re.compile(
    rf"^(?:[^\n|]{{0,30}}\| *)?(?P<name>{_NAME})(?:, [^\n.\-–—()]{{1,30}})?"
    r"(?: *\([^\n()]{1,40}\)){0,2} *(?:\.?[\-–—]{1,2}|\.[\-–—]) *(?=\S)",
    re.MULTILINE,
)


def find_dateline(text: str) -> str | None:
    """The first name that opens a line and is parted from its text by a dash; capitals are put in lower case but the first letters."""
    for match in _DATELINE.finditer(text[:HEAD]):
        name = match["name"]
        if name.isupper() and len(name) <= 3:  # the initials of an agency
            continue
        return " ".join(w.capitalize() if w.isupper() else w for w in name.split())
    return None
