"""The place of a dateline at the head of an article: *LIMA, 3 nov (…) –*, *Arica.-*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from careo.analyze.figures.vocabulary import Vocabulary
from careo.model import Span

HEAD = 1500
"""Characters at the beginning in which a dateline stands."""
TOP = 6
"""Paragraphs, titles and captions counted, among which it stands."""
_CAPITAL = "[" + "".join(c for c in map(chr, range(0x250)) if c.isupper()) + "]"  # Latin letters


@lru_cache(maxsize=8)
def _compile(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A name, perhaps with its country and an agency, and a dash. Words that link its parts are prepositions and articles of the pack."""
    links = sorted(
        {words[0] for role in ("of", "definite") for words in vocabulary.particles.get(role, ()) if len(words) == 1}
    )
    name = rf"{_CAPITAL}\w+(?: (?:(?:{'|'.join(map(re.escape, links))}) )*{_CAPITAL}\w+){{0,3}}"
    return re.compile(
        rf"^(?:[^\n|]{{0,30}}\| *)?(?P<name>{name})(?:, [^\n.\-–—()]{{1,30}})?"
        r"(?: *\([^\n()]{1,40}\)){0,2} *(?:\.?[\-–—]{1,2}|\.[\-–—]) *(?=\S)",
        re.MULTILINE,
    )


def find_dateline(text: str, vocabulary: Vocabulary, blocks: Sequence[Span] = ()) -> str | None:
    """The first name that opens a line and is parted from its text by a dash; capitals are put in lower case but the first letters.

    ``blocks``: the paragraphs of the article itself; a line behind the first of them is no dateline.
    """
    for match in _compile(vocabulary).finditer(text[:HEAD]):
        name = match["name"]
        if blocks and match.start() >= blocks[min(TOP, len(blocks)) - 1].end:
            break
        if name.isupper() and len(name) <= 3:  # the initials of an agency
            continue
        return " ".join(w.capitalize() if w.isupper() else w for w in name.split())
    return None
