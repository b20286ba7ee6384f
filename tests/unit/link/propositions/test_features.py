"""Features and weights: what belongs together, what is kept apart, and that polarity and numbers do not count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careo.link.actors import merge_actors
from careo.link.propositions.features import can_be_one, compare_points, decide, sum_of
from careo.link.propositions.points import Point, make_points
from careo.model import Claim
from tests.unit.link.claims import make_claim, make_facts

FACTS = make_facts(a="2024-01-10", b="2024-02-01", c="2030-01-01")
SENT = ("deployment", "Ambrania", "tropa")


def points_of(*claims: Claim) -> list[Point]:
    made = make_points(claims, FACTS, merge_actors(claims))
    return [made[claim.id] for claim in claims]


def joined(left: Claim, right: Claim, *others: Claim) -> bool:
    a, b, *_ = points_of(left, right, *others)
    assert compare_points(a, b) == compare_points(b, a)
    together = decide(compare_points(a, b))
    assert can_be_one(a, b) or not together, "the quick look must never part what belongs together"
    return together


def sent(article: str, who: str, **values: object) -> Claim:
    chosen = {"event": SENT, "names": ("Ambrania", "Tolvenia"), "terms": ("enviar", "tropa"), **values}
    return make_claim(article, who, **chosen)  # type: ignore[arg-type]


def test_one_deed_in_two_articles() -> None:
    assert joined(sent("a", "Ana"), sent("b", "Luis"))
    assert joined(sent("a", "Ana"), sent("b", "Luis", event=("deployment", "Ambrania", "soldado")))


def test_polarity_and_stance_do_not_count() -> None:
    left, right = sent("a", "Ana"), sent("b", "Luis")
    denial = sent("b", "Luis", stance="deny")
    (a, b), (_, c) = points_of(left, right), points_of(left, denial)
    assert sum_of(compare_points(a, b)) == sum_of(compare_points(a, c))


APART = {
    "a plan is no deed": sent("b", "Luis", mode="plan"),
    "another doer": sent("b", "Luis", event=("deployment", "Lestria", "tropa")),
    "roles swapped": sent("b", "Luis", event=("deployment", "Tolvenia", "Ambrania"), names=("Ambrania", "Tolvenia")),
    "another event": sent("b", "Luis", event=("killing", "Ambrania", "tropa")),
    "people and things": sent("b", "Luis", event=("supply", "Ambrania", "arma")),
    "elsewhere": sent("b", "Luis", names=("Ambrania", "Sirel"), place="Sirel"),
}


@pytest.mark.parametrize("name", APART)
def test_kept_apart(name: str) -> None:
    assert not joined(sent("a", "Ana", place="Tolvenia"), APART[name])


def test_countries_are_places_apart() -> None:
    left = sent("a", "Ana", names=("Ambrania",), place="Chile")
    assert not joined(left, sent("b", "Luis", names=("Ambrania",), place="Brasil"))


def test_another_story_is_another_deed() -> None:
    left = make_claim("a", "Ana", event=SENT, names=("Ambrania",))
    right = make_claim("c", "Zoe", event=SENT, names=("Ambrania",))
    assert not joined(left, right)


def said(article: str, who: str, **values: object) -> Claim:
    chosen = {
        "predicate": "ceder", "agent": "presa", "names": ("Bayas",), "terms": ("ceder", "presa", "noche"), **values
    }  # fmt: skip
    return make_claim(article, who, **chosen)  # type: ignore[arg-type]


def test_one_statement_in_two_articles() -> None:
    assert joined(said("a", "Ana"), said("b", "Luis", stance="deny"))


@pytest.mark.parametrize(
    "values",
    [
        {"agent": "muelle", "terms": ("ceder", "muelle"), "names": ("Otro",)},
        {"mode": "plan"},
        {"names": ("Lejos",), "terms": ("ceder", "presa", "puerto", "barco")},
    ],
)
def test_other_statements(values: dict[str, object]) -> None:
    assert not joined(said("a", "Ana"), said("b", "Luis", **values))


def test_a_number_that_is_denied_meets_nothing() -> None:
    from careo.link.propositions.points import can_meet
    from careo.model import Figure, Span

    figure = Figure(Span(0, 1), "3", 3, 3, "=")
    (plain,) = points_of(sent("a", "Ana", stance="deny"))
    assert can_meet(plain)
    assert not can_meet(replace(plain, claim=replace(plain.claim, figures=(figure,))))
