from typing import Any

from careo.lang.taxonomy import load_taxonomy
from careo.link.quantities.estimates import make_estimates
from careo.link.quantities.series import find_drops, make_series
from careo.model import Claim, Estimate
from tests.unit.link.samples import make_claim, read

KILLED = load_taxonomy().categories["killed"]


def says(who: str, amount: str, article: str = "a", **values: Any) -> Claim:
    return make_claim(who, amount, article, **values)


def estimate(*claims: Claim) -> dict[str, tuple[float | None, float | None, float | None]]:
    readings = [read(claim, f"2031-05-{10 + ord(claim.article) - ord('a')}") for claim in claims]
    origins = {reading.member.claim: reading.party for reading in readings}
    found: tuple[Estimate, ...] = make_estimates(readings, KILLED, origins)
    return {e.rule: (e.low, e.best, e.high) for e in found}


def test_every_rule_stands_beside_the_others() -> None:
    found = estimate(says("Alcaldía", "=90"), says("Cruz Blanca", "=41"), says("Vecinos", "=41"))
    assert found == {
        "acled": (41, 41, 41), "latest_by_claimant": (41, None, 90), "majority": (41, 41, 41), "ucdp": (41, 41, 90),
    }  # fmt: skip


def test_the_latest_of_each_claimant_counts() -> None:
    one, other = (
        says("Marta Soler", amount, article, kind="person") for amount, article in (("=23", "a"), ("=41", "c"))
    )
    found = estimate(one, other, says("Alcaldía", "=50"))
    assert found["ucdp"] == (41, None, 50)
    assert found["latest_by_claimant"] == (41, None, 50)


def test_two_who_differ_have_no_majority() -> None:
    assert "majority" not in estimate(says("Alcaldía", "=90"), says("Cruz Blanca", "=41"))


def test_vague_words_are_taken_as_acled_does() -> None:
    assert estimate(says("Alcaldía", ">20", vague=True))["acled"] == (10, 10, 10)  # decenas
    assert estimate(says("Alcaldía", ">24", vague=True))["acled"] == (12, 12, 12)  # docenas
    assert estimate(says("Alcaldía", ">200", vague=True))["acled"] == (100, 100, 100)  # cientos


def test_parts_increments_and_denied_figures_are_no_totals() -> None:
    rows = [
        says("Alcaldía", "=9", part_of="x"),
        says("Cruz Blanca", "=9", "b", stance="deny"),
        says("Vecinos", "=9", "c", additional=True),
    ]
    assert estimate(*rows) == {}


def test_an_open_range_leaves_its_side_open() -> None:
    assert estimate(says("Alcaldía", "<500"))["latest_by_claimant"] == (None, None, 500)


def test_the_series_of_a_claimant_names_what_happened() -> None:
    amounts = [("=23", "a"), ("=41", "b"), ("=41", "c"), ("=68", "d"), ("=61", "e"), ("=41", "f")]
    readings = [
        read(says("Marta Soler", amount, article, kind="person"), f"2031-05-{10 + n}")
        for n, (amount, article) in enumerate(amounts)
    ]
    series = make_series(readings, KILLED)
    assert [step.event for step in series[0].steps] == [
        "first",
        "supersession",
        "repeat",
        "supersession",
        "reset",
        "reversal",
    ]
    assert find_drops(series, readings, KILLED) == ("drop: marta soler 68 > 61 (2031-05-13 > 2031-05-14)",)
