"""From a question to its dispute: members, relations, verdict, origins, estimates, series."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from careo.lang.taxonomy import load_taxonomy
from careo.link.actors import ActorTable
from careo.link.quantities.cells import Key
from careo.link.quantities.estimates import make_estimates
from careo.link.quantities.pairs import find_relations
from careo.link.quantities.readings import Reading
from careo.link.quantities.series import find_drops, make_series
from careo.model import Dispute, Member, Origin, Relation, Verdict
from careo.text.words import fold

FindOrigins = Callable[[Sequence[Member]], tuple[Origin, ...]]
"""From the members of a dispute to its independent origins."""

_SETTLED = ("revises", "supersedes")


def make_dispute(key: Key, readings: Sequence[Reading], actors: ActorTable, find_origins: FindOrigins) -> Dispute:
    """The dispute of the readings that answer one question. Its id hashes the key and the first of its members by date."""
    rows = sorted(readings, key=lambda r: r.order)
    category = load_taxonomy().categories.get(key[0])
    relations, complete = find_relations(rows, category)
    members = tuple(sorted(reading.member for reading in rows))
    origins = find_origins(members)
    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    series = make_series(rows, category)
    notes = find_drops(series, rows, category)
    if not complete:
        notes = (
            *notes,
            f"pairs: {len(rows)} members; relations are to the nearest of each",
        )
    owner = _find_owner(rows)
    return Dispute(
        id=_make_id(key, rows[0].member), kind="quantity",
        question="", key=_make_key(key, rows, owner, actors),
        members=members, relations=relations, verdict=decide_verdict(rows, relations), origins=origins,
        estimates=make_estimates(rows, category, origin_of), series=series, notes=notes,
    )  # fmt: skip


def decide_verdict(readings: Sequence[Reading], relations: Sequence[Relation]) -> Verdict:
    """What the sources come to: one figure alone, figures that can all hold, a count that moved on, or one that they contest."""
    if len(readings) == 1:
        return "single"
    if any(relation.relation in ("contradicts", "denies") for relation in relations):
        return "contested"
    return "revised" if any(relation.relation in _SETTLED for relation in relations) else "compatible"


def _find_owner(readings: Sequence[Reading]) -> str | None:
    """Whose the figures are: the owner that most of them name, the first by id where several do."""
    owners = [reading.of for reading in readings if reading.of]
    return min(owners, key=lambda owner: (-owners.count(owner), owner)) if owners else None


def _make_key(key: Key, readings: Sequence[Reading], owner: str | None, actors: ActorTable) -> Mapping[str, str | None]:
    """What the readings share, in words: a noun that no class lists is written as the first of them has it."""
    category, counted, unit, per = key
    lemmas = (reading.lemma for reading in readings if reading.lemma and fold(reading.lemma) == counted)
    named = {
        "category": category,
        "of": actors.name_of(owner) if owner else None,
        "counts": next(lemmas, counted),
        "unit": unit,
        "per": per,
    }
    return {name: value or None for name, value in named.items()}


def _make_id(key: Key, first: Member) -> str:
    value = "\x1f".join((*key, first.claim, str(first.figure)))
    return "d-" + sha256(value.encode()).hexdigest()[:20]
