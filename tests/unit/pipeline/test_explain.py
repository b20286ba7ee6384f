"""Why a claim stands in the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from careo.errors import LedgerError
from careo.ledger import write_ledger
from careo.model import Claim, Content, Reason, Source, Span
from careo.pipeline.explain import CONTEXT, explain_claim
from tests.unit.ledger.samples import TEXT, make_article, make_claims


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    article = make_article()
    with write_ledger(path) as writer:
        writer.append(article, make_claims(article))
    return path


def test_every_rule_with_its_words(story: Path) -> None:
    claim = make_claims(make_article())[0]
    explanation = explain_claim(story, claim.id[:10])
    assert explanation.claim == claim
    assert [(s.rule, s.words, s.figure) for s in explanation.steps] == [
        ("cue:verb", "dijo", None),
        ("source:subject", "El gobernador Simón Arregui", None),
        ("figure:cardinal", "12 muertos", "12 muertos"),
    ]
    assert explanation.place.of(TEXT) == TEXT.split("\n")[1]


def test_context_is_that_of_the_line(story: Path) -> None:
    step = explain_claim(story, make_claims(make_article())[0].id).steps[0]
    assert step.before == "El gobernador Simón Arregui "
    assert step.after.startswith(" que la riada dejó 12 muertos,")
    assert len(step.after) <= CONTEXT + 1


def test_a_claim_at_the_edges_of_the_text(tmp_path: Path) -> None:
    article = make_article(text="Cae")
    whole = Span(0, 3)
    claim = Claim(
        "id", article.id, "body", Content(whole, "Cae"), Source("x", "author"), reasons=(Reason("own:event", whole),)
    )
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(article, [claim])
    (step,) = explain_claim(tmp_path / "a.db", "id").steps
    assert (step.before, step.words, step.after) == ("", "Cae", "")


def test_no_such_claim(story: Path) -> None:
    with pytest.raises(LedgerError, match="no claim 'none'"):
        explain_claim(story, "none")
