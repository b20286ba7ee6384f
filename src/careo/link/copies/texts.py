"""What the search for copies needs of an article: its body, when and where it appeared, and the agencies that it credits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from careo.lang.actors import Outlet, OutletNoun
from careo.lang.boilerplate import Agency
from careo.lang.pack import Pack
from careo.model import Article
from careo.text.words import fold

_CAPITAL = r"[A-Z\u00c0-\u00de]"
_NAME = rf"{_CAPITAL}[\w.]*(?:[ ]{_CAPITAL}[\w.]*){{0,2}}"
_DATELINE = re.compile(rf"\((?P<name>{_NAME})\)\s*(?:[.,:]|[-\u2013\u2014])")


@dataclass(frozen=True, slots=True)
class CopyText:
    """An article as its copies are looked for. ``published`` is EDTF; ``agencies`` are those that it credits."""

    id: str
    text: str
    language: str = "es"
    outlet: str | None = None
    published: str | None = None
    agencies: tuple[str, ...] = ()


def make_copy_text(article: Article, pack: Pack | None = None) -> CopyText:
    """The body of an article, without titles, captions, credits and page furniture; agencies where there is a pack to know them."""
    body = "\n".join(passage.span.of(article.text) for passage in article.passages if passage.role == "body")
    agencies = find_agencies(article, pack) if pack else ()
    return CopyText(article.id, body, article.language, article.outlet, article.published, agencies)


def find_agencies(article: Article, pack: Pack) -> tuple[str, ...]:
    """The agencies and other outlets that the credits of an article name, by one name each, sorted; never its own outlet."""
    known, pattern = pack.derived(_index_agencies)
    found: set[str] = set()
    for passage in article.passages:
        if passage.role == "credit":
            line = passage.span.of(article.text)
            found.update(known[name] for name in pattern.findall(line))
            found.update(_named_by_noun(line, pack))
            found.update(match["name"] for match in _DATELINE.finditer(line))
    own = set(fold(article.outlet or "").split())
    return tuple(sorted({known.get(name, name) for name in found if own.isdisjoint(fold(name).split())}))


def _index_agencies(pack: Pack) -> tuple[dict[str, str], re.Pattern[str]]:
    """Each printed name with the name that stands for it, and a pattern that finds them."""
    aliases = {fold(alias): outlet.name for outlet in pack.slot(Outlet) for alias in (outlet.name, *outlet.aliases)}
    nouns = {fold(entry.noun) for entry in pack.slot(OutletNoun)}
    names = [name for entry in pack.slot(Agency) for name in entry.names if fold(name).removesuffix("s") not in nouns]
    known = {
        name: aliases.get(fold(name), min(other for other in names if fold(other) == fold(name))) for name in names
    }
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    return known, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")


def _named_by_noun(line: str, pack: Pack) -> Iterable[str]:
    """Names behind a common noun for who publishes."""
    return (match["name"] for match in pack.derived(_noun_pattern).finditer(line))


def _noun_pattern(pack: Pack) -> re.Pattern[str]:
    nouns = sorted({entry.noun for entry in pack.slot(OutletNoun)}, key=lambda noun: (-len(noun), noun))
    return re.compile(rf"(?<!\w)(?i:{'|'.join(map(re.escape, nouns)) or '(?!)'})\s+(?P<name>{_NAME})")
