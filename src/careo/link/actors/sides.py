"""What a person types for an actor, as the names that the ledger has."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from rapidfuzz import fuzz, process

from careo.errors import LinkError
from careo.link.actors.table import ActorTable
from careo.model import Mention
from careo.text.words import fold

_SEVERAL = 8
"""How many candidates an error message lists."""
_NEAR = 75
"""Least similarity (of 100) of a name that is offered in the place of one that there is not."""


def resolve_side(typed: str, table: ActorTable, articles: Container[str]) -> tuple[Mention, ...]:
    """The mentions that ``typed`` stands for, all of one actor: a name, ``name@article`` (an id in ``articles``), or an actor's id.

    A name is taken as it is written, else without regard to case and accents. Where it stands for one actor whatever the article,
    so does the mention; else those of the articles are given one by one, so that articles to come change nothing. Raises
    LinkError, naming the nearest, where there is no such name, and naming the candidates where it is several actors'.
    """
    for found in _iter_readings(typed, table, articles):
        if found:
            _check_one(typed, found, table)
            return tuple(sorted(found))
    raise LinkError(f"no actor is called {typed!r}; {_describe_nearest(typed, table)}")


def _iter_readings(typed: str, table: ActorTable, articles: Container[str]) -> Iterator[list[Mention]]:
    """The mentions by each way to read what was typed, the surest first."""
    folded = fold(typed)
    everywhere = (typed, "")
    yield [everywhere] if everywhere in table.mentions else [held for held in table.mentions if held[0] == typed]
    parts = [
        (typed[:at], typed[at + 1 :]) for at, char in enumerate(typed) if char == "@" and typed[at + 1 :] in articles
    ]
    for name, article in parts:
        yield _read_in_article(article, {other for other, _ in table.mentions if other == name}, table)
        yield _read_in_article(article, {other for other, _ in table.mentions if fold(other) == fold(name)}, table)
    yield _read_id(typed, table)
    yield [mention for mention in table.mentions if fold(mention[0]) == folded]


def _read_in_article(article: str, names: Iterable[str], table: ActorTable) -> list[Mention]:
    return [(name, article) for name in names if table.id_of(name, article) is not None]


def _read_id(typed: str, table: ActorTable) -> list[Mention]:
    """The mentions of the actor with this id: of the name that it goes by where it has that, else all."""
    own = [mention for mention, actor in table.mentions.items() if actor == typed]
    return [mention for mention in own if mention[0] == table.name_of(typed)] or own


def _check_one(typed: str, found: Iterable[Mention], table: ActorTable) -> None:
    """LinkError where the mentions are several actors'."""
    actors: dict[str | None, list[Mention]] = {}
    for mention in sorted(found):
        actors.setdefault(table.id_of(*mention), []).append(mention)
    if len(actors) > 1:
        choices = [f"{'@'.join(filter(None, mentions[0]))} ({actor})" for actor, mentions in actors.items()]
        raise LinkError(
            f"{typed!r} may be any of {_list_several(choices)}; say in which article (NAME@ARTICLE), or give the id"
        )


def _describe_nearest(typed: str, table: ActorTable) -> str:
    names = sorted({name for name, _ in table.mentions})
    near = process.extract(typed, names, scorer=fuzz.WRatio, processor=fold, limit=_SEVERAL, score_cutoff=_NEAR)
    if not near:
        return "list the actors there are with: careo actors LEDGER"
    return f"nearest: {', '.join(repr(name) for name, *_ in near)}"


def _list_several(choices: list[str]) -> str:
    return ", ".join(choices[:_SEVERAL]) + (", ..." if len(choices) > _SEVERAL else "")
