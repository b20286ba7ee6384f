"""Ledgers of any size whose claims are those of real articles: the demo's, told again under other names, once for every twenty articles.

Each telling keeps who says what of whom, and leaves out one claim in ten; its people, places and bodies have names of their own, as long as
they are in no list of the packs, and its dates lie in a year of their own. Texts are words drawn by chance, of the right length, so that
no telling copies another; spans do not fit them, and linking asks for none.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.articles import ROOT
from benchmarks.copies import Newsroom, spell
from careo.ledger import open_ledger, write_ledger
from careo.link.actors.known import load_knowledge
from careo.model import Article, Claim, Passage, Span
from careo.pipeline.build import build_ledger

_YEAR = re.compile(r"^\d{4}(?=-|$)")
_WORD = re.compile(r"[^\W\d_]+")
_NEVER_NAMED = {"rule", "lemma", "text_", "id", "article", "answers", "predicate", "category", "counts", "terms"}
KEPT = 0.9

Telling = tuple[Article, tuple[Claim, ...]]


def write_generated(path: Path, articles: int, skip: int = 0) -> None:
    """Add articles number ``skip`` to ``articles`` to the ledger at ``path``; nothing is linked."""
    with write_ledger(path) as writer:
        for number in range(skip, articles):
            writer.append(*make_article(number))


def make_article(number: int) -> Telling:
    """Article number so-and-so, always the same."""
    base = load_base()
    unit, place = divmod(number, len(base))
    article, claims = base[place]
    chance = random.Random(number)
    change = _make_change(unit)
    kept = [_retell(claim, unit, change) for claim in claims if chance.random() < KEPT]
    text = "\n\n".join(" ".join(words) for words in _newsroom().write(random.Random(f"text {number}")))
    retold = replace(
        article,
        id=_rename_id(article.id, unit),
        text=text,
        published=change(article.published) if article.published else None,
        passages=(Passage(Span(0, len(text)), "body"),),
        copies=(),
    )
    return retold, tuple(kept)


@cache
def load_base() -> tuple[Telling, ...]:
    """The articles of the demo with their claims, as careo reads them."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "base.db"
        build_ledger([ROOT / "demo"], path)
        with open_ledger(path) as ledger:
            claims: dict[str, list[Claim]] = {}
            for claim in ledger.iter_unlinked():
                claims.setdefault(claim.article, []).append(claim)
            return tuple((article, tuple(claims.get(article.id, ()))) for article in ledger.iter_articles(found=False))


@cache
def _newsroom() -> Newsroom:
    return Newsroom(1)


@cache
def _list_names() -> frozenset[str]:
    """The words of all names that no pack knows."""
    knowledge = load_knowledge(("es",))
    names = {name for _, claims in load_base() for claim in claims for name in _iter_names(claim)}
    return frozenset(
        word for name in names if knowledge.find(name) is None for word in _WORD.findall(name) if word[:1].isupper()
    )


def _iter_names(claim: Claim) -> Iterator[str]:
    yield claim.source.name
    yield from (via.name for via in claim.via)
    yield from (figure.of for figure in claim.figures if figure.of)
    if claim.gist is not None:
        yield from claim.gist.names


def _make_change(unit: int) -> Callable[[str], str]:
    """What becomes of a string in a telling: names have another ending, dates are in another year."""
    if unit == 0:
        return lambda text: text
    names, ending = _list_names(), spell(unit)

    def change(text: str) -> str:
        shifted = _YEAR.sub(lambda found: str(int(found.group()) - 15 + unit % 30), text)
        return _WORD.sub(lambda found: found.group() + ending if found.group() in names else found.group(), shifted)

    return change


def _retell(claim: Claim, unit: int, change: Callable[[str], str]) -> Claim:
    gist = claim.gist
    if gist is not None and gist.answers is not None:
        gist = replace(gist, answers=_rename_id(gist.answers, unit))
    named = replace(claim, id=_rename_id(claim.id, unit), article=_rename_id(claim.article, unit), gist=gist)
    return _rename(named, change)  # type: ignore[no-any-return]


def _rename_id(id_: str, unit: int) -> str:
    return f"{id_}-{unit}" if unit else id_


def _rename(value: Any, change: Callable[[str], str]) -> Any:
    """``value`` with every string in it changed, but for ids and words of a closed list."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_rename(one, change) for one in value)
    if not is_dataclass(value) or isinstance(value, Span):
        return value
    found = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in _NEVER_NAMED}
    return replace(value, **{name: _rename(one, change) for name, one in found.items()})  # type: ignore[type-var]
