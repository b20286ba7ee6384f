from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careo.parse import load_parser
from careo.pipeline import analysis, build
from careo.read import make_article
from evaluation.gate import GoldSet
from tests.unit.training.oracles import Oracle
from training.gates import reading_with, score_gate


def test_the_stages_read_with_another_reader_and_then_with_their_own() -> None:
    reader = Oracle()
    article = make_article("La alcaldesa dijo que llueve.", name="a", published=None, language="es", outlet=None)
    with reading_with(reader):
        [(_, document)] = analysis.iter_documents([article])
        assert build.load_parser("es") is reader  # type: ignore[attr-defined]  # imported there to be used there
    assert reader.texts == [article.text]
    assert document.tokens == ()
    assert analysis.load_parser is build.load_parser is load_parser  # type: ignore[attr-defined]


@pytest.fixture
def gold_set(tmp_path: Path) -> GoldSet:
    texts, gold = tmp_path / "texts", tmp_path / "gold"
    texts.mkdir()
    gold.mkdir()
    body = "La alcaldesa Elsa Marún dijo el lunes que el puente no aguantará otra crecida del río."
    (texts / "a.txt").write_text(body + "\n", "utf-8")
    row = (
        f"article: a\npublished: {date(2024, 5, 7)}\npassages: []\nfigures: []\nattributions:\n- source: La alcaldesa Elsa Marún\n"
        "  who: Elsa Marún\n  cue: [dijo]\n  content: el puente no aguantará otra crecida del río\n"
        "  quote: indirect\n  stance: [assert]\n"
    )
    (gold / "a.yaml").write_text(row, "utf-8")
    return GoldSet("small", texts, gold)


def test_a_gate_tells_readers_apart(gold_set: GoldSet) -> None:
    right = score_gate(gold_set, load_parser("es"))["gates"]["small"]
    assert (right["content"], right["attribution"], right["claims_n"]) == (100.0, 100.0, 1)
    assert score_gate(gold_set, Oracle())["gates"]["small"]["content"] == 0.0
