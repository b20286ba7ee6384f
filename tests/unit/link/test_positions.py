"""Positions over time: reversals are found where they happened, and never made up."""

from __future__ import annotations

from itertools import permutations

import pytest

from careo.link.positions import Voice, find_reversals, held_sides, make_positions
from careo.model import Stance
from tests.unit.link.claims import make_claim


def voice(
    article: str,
    stance: Stance,
    said: str | None,
    published: str | None = None,
    *,
    past: bool = False,
    source: str = "Ana",
) -> Voice:
    return Voice(make_claim(article, source, stance, said=said, past=past), "ambrania", published)


def turns(*voices: Voice) -> list[tuple[str | None, str | None]]:
    return [reversal.between for reversal in find_reversals(voices)]


def test_denied_then_confirmed() -> None:
    early, late = voice("a", "deny", "2024-10-10"), voice("b", "confirm", "2025-04-28")
    assert turns(late, early) == [("2024-10-10", "2025-04-28")]


def test_there_and_back_on_days_that_are_known() -> None:
    three = voice("a", "deny", "2024-01"), voice("b", "confirm", "2024-03-01"), voice("c", "deny", "2024-06-01")
    assert turns(*three) == [("2024-01", "2024-03-01"), ("2024-03-01", "2024-06-01")]


def test_what_is_undated_was_said_when_its_article_appeared() -> None:
    assert turns(voice("a", "deny", None, "2024-01-05"), voice("b", "confirm", None, "2024-03-05")) == [
        ("2024-01-05", "2024-03-05")
    ]


NO_REVERSAL = {
    "one side": (voice("a", "deny", "2024-01-01"), voice("b", "deny", "2024-05-01")),
    "one day": (voice("a", "deny", "2024-01-01"), voice("b", "confirm", "2024-01-01")),
    "a month and a day in it": (voice("a", "deny", "2024-01"), voice("b", "confirm", "2024-01-20")),
    "no date": (voice("a", "deny", None), voice("b", "confirm", "2024-01-20")),
    "neither": (voice("a", "decline", "2024-01-01"), voice("b", "confirm", "2024-05-01")),
    "one article tells both, undated": (
        voice("a", "deny", None, "2024-01-01"),
        voice("a", "confirm", None, "2024-01-01"),
    ),
    "an older denial is told again": (
        voice("a", "confirm", "2024-01-01"),
        voice("b", "deny", None, "2024-05-01", past=True),
    ),
}
NO_REVERSAL["neither"] = (
    Voice(make_claim("a", "Ana", "decline", said="2024-01-01", polarity=0), "ambrania"),
    NO_REVERSAL["neither"][1],
)


@pytest.mark.parametrize("name", NO_REVERSAL)
def test_no_reversal(name: str) -> None:
    assert turns(*NO_REVERSAL[name]) == []


def test_an_article_that_tells_the_denial_as_older_tells_the_turn() -> None:
    voices = voice("a", "deny", None, "2024-05-20", past=True), voice("a", "confirm", None, "2024-05-20")
    assert turns(*voices) == [("../2024-05-20", "2024-05-20")]


def test_an_older_denial_is_no_turn_where_the_party_had_admitted_it_already() -> None:
    voices = voice("b", "deny", None, "2024-05-20", past=True), voice("b", "confirm", None, "2024-05-20")
    assert turns(voice("a", "confirm", "2024-01-01"), *voices) == []


def test_an_undated_denial_after_the_turn_is_the_old_one() -> None:
    known = voice("a", "deny", "2023-10-19"), voice("b", "confirm", "2024-05-20")
    assert len(turns(*known, voice("c", "deny", None, "2024-06-01"))) == 1


def test_an_article_that_recalls_the_denial_dates_no_second_turn() -> None:
    voices = (
        voice("a", "deny", "2023-10-19"),
        voice("b", "confirm", None, "2024-05-20"),
        voice("b", "deny", "2023-10", "2024-05-20"),
    )
    for order in permutations(voices):
        assert turns(*order) in ([("2023-10-19", "2024-05-20")], [("2023-10", "2024-05-20")], [])


def test_sides_held_at_last() -> None:
    voices = [voice("a", "deny", "2024-10-10"), voice("b", "confirm", "2025-04-28")]
    assert held_sides(voices) == {"ambrania": {1}}
    assert held_sides([voice("a", "deny", "2024-01"), voice("b", "confirm", "2024-01-20")]) == {"ambrania": {1, -1}}


def test_outlets_take_no_position_and_names_are_those_of_the_party() -> None:
    outlet = Voice(make_claim("a", "outlet"), "diario")
    (position,) = make_positions("p", [outlet, voice("a", "deny", "2024-10-10")], {"ambrania": "Ambrania"})
    assert position.actor == "Ambrania"
    assert [(stand.stance, stand.polarity, stand.said) for stand in position.stances] == [("deny", -1, "2024-10-10")]
