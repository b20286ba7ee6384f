"""Every example of the pack: well formed, and understood by the pipeline as it is marked."""

from __future__ import annotations

from collections import Counter

import pytest

from careo.lang import parse_example
from tests.conftest import absent
from tests.packs.outcomes import Case, Outcome, find_failure, find_outcomes, iter_cases, load_pinned

CASES = iter_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.table}-{case.kind}-{case.marked[:60]}")
def test_marks_are_tight_and_apart(case: Case) -> None:
    text = case.example.text
    for label, span in case.example.marks:
        piece = span.of(text)
        assert piece.strip(), f"{label} is empty"
        assert piece == piece.strip(" ,;:"), f"{label} {piece!r} has a loose edge"
    for cue in case.example.spans("cue"):
        for content in case.example.spans("content"):
            assert not cue.overlaps(content), "a cue is no part of its content"
    assert "{" not in text
    assert "}" not in text


def test_a_claim_that_is_not_there_is_a_failure_of_accept_alone() -> None:
    example = parse_example("La jueza {cue:dijo} que {content:volverá}.")
    assert find_failure(Case("verb", "accept", "", example), ()) == "the cue makes no claim"
    assert find_failure(Case("verb", "reject", "", example), ()) == ""


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    try:
        from careo.analyze.assemble import analyze_article
    except ImportError as error:
        absent(f"the analysis of an article ({error})")
    return find_outcomes(CASES, analyze_article)


def test_examples_are_understood(outcomes: list[Outcome], capsys: pytest.CaptureFixture[str]) -> None:
    total = Counter((o.case.table, o.case.kind) for o in outcomes)
    passed = Counter((o.case.table, o.case.kind) for o in outcomes if not o.failure)
    with capsys.disabled():
        rates = (f"{table} {kind} {passed[table, kind]}/{n}" for (table, kind), n in sorted(total.items()))
        print("\n" + ", ".join(rates))  # noqa: T201
    pinned = load_pinned()
    failing = {o.case.marked: o.failure for o in outcomes if o.failure}
    new = [f"fails: {marked}\n    {why}" for marked, why in failing.items() if marked not in pinned]
    gone = [f"passes now, unpin it: {marked}" for marked in pinned if marked not in failing]
    assert not new + gone, "\n".join([*new, *gone, "python -m tests.packs.pin writes the list anew"])


def test_every_pinned_failure_has_a_reason() -> None:
    assert [marked for marked, reason in load_pinned().items() if len(reason) < 10] == []
