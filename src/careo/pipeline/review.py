"""What a person decides about the actors of a ledger: resolved, checked, logged, and the claims linked anew, all in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from careo.errors import LedgerError, LinkError
from careo.ledger import Ledger, LinkCounts, open_ledger
from careo.link.actors import ActorTable, merge_actors, resolve_side
from careo.model import Actor, Judgment, JudgmentKind, Mention, find_in_force, make_judgment
from careo.pipeline.relink import Claims, Stage, link_ledger
from careo.text.words import fold


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when (ISO 8601), and why."""

    by: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A judgment that is now in the log, the actors that it left (``after``), and what linking found by it."""

    judgment: Judgment
    after: tuple[Actor, ...]
    linked: LinkCounts


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor, the number of claims whose source it is, and the name of the party that it acts for."""

    actor: Actor
    claims: int
    party: str | None


def find_actors(
    path: Path, *, search: str | None = None, several: bool = False, every: bool = False
) -> list[ActorLine]:
    """The actors of the ledger at ``path``: those with most claims first, then by id.

    ``search``: words in an id or a name, whatever their case and accents; ``several``: those with more names than one alone; ``every``:
    those that are the source of no claim, too. LedgerError where the claims have not been linked.
    """
    with open_ledger(path) as ledger:
        counts = ledger.links.count_claims()
        actors = {actor.id: actor for actor in ledger.links.iter_actors()}
    lines = []
    for actor in actors.values():
        names = {actor.name, *actor.names}
        if search is not None and not any(fold(search) in fold(name) for name in (actor.id, *names)):
            continue
        if (several and len(actor.names) < 2) or not (every or several or search or actor.id in counts):
            continue
        party = actors.get(actor.party) if actor.party else None
        lines.append(ActorLine(actor, counts.get(actor.id, 0), party.name if party else actor.party))
    return sorted(lines, key=lambda line: (-line.claims, line.actor.id))


def merge_named(path: Path, names: Sequence[str], signed: Signature, *, stage: Stage | None = None) -> Reviewed:
    """Decide that what goes by ``names`` (see :func:`careo.link.actors.resolve_side`) is one actor; see :func:`_judge`."""
    return _judge(path, "merge", names, signed, stage)


def split_named(path: Path, names: Sequence[str], signed: Signature, *, stage: Stage | None = None) -> Reviewed:
    """Decide that no two of those that go by ``names`` are one actor; see :func:`_judge`."""
    return _judge(path, "split", names, signed, stage)


def undo_judgment(path: Path, id_: str, signed: Signature, *, stage: Stage | None = None) -> Reviewed:
    """Take back the entry of the log with this id, or whose id begins so. An undo can be undone, too.

    LedgerError where there is no such entry, more than one, or one that is taken back already.
    """
    _check_signature(signed)
    with open_ledger(path) as ledger:
        log = ledger.judgments()
        target = _find_entry(path, log, id_)
        judgment = make_judgment("undo", undoes=target.id, by=signed.by, when=signed.when, why=signed.why)
        root = target
        while root.undoes is not None:
            root = next(entry for entry in log if entry.id == root.undoes)
        judgment, after = _apply(ledger, judgment, [mention for side in root.sides for mention in side])
    return Reviewed(judgment, after, link_ledger(path, stage=stage, judgments=(judgment,)))


def _judge(path: Path, kind: JudgmentKind, names: Sequence[str], signed: Signature, stage: Stage | None) -> Reviewed:
    """Resolve, check, log and link. Whatever goes wrong leaves the ledger as it was.

    LinkError where a name is no actor's or several actors', or where the decision contradicts one in force; LedgerError where the
    claims have not been linked.
    """
    _check_signature(signed)
    with open_ledger(path) as ledger:
        table = ActorTable(ledger.links.iter_actors(), ledger.links.mentions())
        articles = frozenset(ledger.article_ids())
        sides = [resolve_side(name, table, articles) for name in names]
        _check_sides(kind, names, sides)
        judgment = make_judgment(kind, sides, by=signed.by, when=signed.when, why=signed.why)
        judgment, after = _apply(ledger, judgment, [mention for side in sides for mention in side])
    return Reviewed(judgment, after, link_ledger(path, stage=stage, judgments=(judgment,)))


def _check_signature(signed: Signature) -> None:
    for option, value in (("--by", signed.by), ("--why", signed.why)):
        if not value.strip():
            raise LinkError(f"{option}: nothing given; a decision says who decided, and why")
    try:
        datetime.fromisoformat(signed.when)
    except ValueError as error:
        raise LinkError(
            f"--when: {signed.when!r} is no date; give one like 2024-10-28 or 2024-10-28T09:30:00Z"
        ) from error


def _check_sides(kind: JudgmentKind, names: Sequence[str], sides: Sequence[tuple[Mention, ...]]) -> None:
    """LinkError unless there are two sides or more, none of them twice."""
    if len(sides) < 2:
        raise LinkError(f"{kind}: {len(sides)} name; give two or more")
    for number, side in enumerate(sides):
        if side in sides[:number]:
            first = names[sides.index(side)]
            raise LinkError(
                f"{kind}: {first!r} and {names[number]!r} are one name; say in which article with NAME@ARTICLE"
            )


def _find_entry(path: Path, log: Sequence[Judgment], id_: str) -> Judgment:
    found = [entry for entry in log if id_ and entry.id.startswith(id_)]
    if len(found) != 1:
        problem = f"could be any of {', '.join(entry.id for entry in found)}" if found else "is no entry of the log"
        raise LedgerError(f"{path}: {id_!r} {problem}; list the entries with: careo actors {path} log")
    (entry,) = found
    if undone := [other.id for other in find_in_force(log) if other.undoes == entry.id]:
        raise LedgerError(f"{path}: {entry.id} is taken back already, by {', '.join(undone)}")
    return entry


def _apply(ledger: Ledger, judgment: Judgment, mentions: Iterable[Mention]) -> tuple[Judgment, tuple[Actor, ...]]:
    """The judgment with the actors before and after it, by its mentions, and those after. LinkError where it comes to nothing."""
    before = ActorTable(ledger.links.iter_actors(), ledger.links.mentions())
    try:
        after = merge_actors(Claims(ledger), judgments=[*ledger.judgments(), judgment])
    except LinkError as error:
        raise LinkError(f"{ledger.path}: not decided, and the ledger is as it was: {error}") from error
    spoken = list(mentions)
    if judgment.kind != "undo":
        for name, article in spoken:
            if (name, article) not in after.mentions:
                where = f"in {article}" if article else "anywhere else"
                raise LinkError(
                    f"no claim has the name {name!r} {where}; see: careo actors {ledger.path} --search NAME --all"
                )
    ids = tuple(sorted(set(_iter_ids(spoken, after))))
    left = tuple(actor for actor in after.actors if actor.id in ids)
    return replace(judgment, before=tuple(sorted(set(_iter_ids(spoken, before)))), after=ids), left


def _iter_ids(mentions: Iterable[Mention], table: ActorTable) -> Iterator[str]:
    for mention in mentions:
        if (found := table.id_of(*mention)) is not None:
            yield found
