from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.unit.training.oracles import Oracle
from training.compare import BEGIN, END, compare, main, measure_reader, render_comparison, write_between
from training.measuring import Measurement, find_sentence, measure_speed
from training.tables import render_tables

FIRST: dict[str, Any] = {
    "name": "first",
    "license": "CC0",
    "megabytes": 7.61,
    "words_per_second": 9000,
    "files": {"es/dev": {"names_f": 90.0, "name_spans_f": 95.0, "names_n": 1192, "names_sentences": 130}},
    "problems": [],
}
SECOND: dict[str, Any] = {
    "name": "second",
    "megabytes": 7.64,
    "words_per_second": 10000,
    "files": {"es/dev": {"names_f": 80.0, "name_spans_f": 95.0, "names_n": 1192, "names_sentences": 130}},
    "problems": ["gate demo: RuntimeError: no"],
}


def test_the_best_stands_out_and_ties_are_ties() -> None:
    text = render_tables([FIRST, SECOND])
    assert "| license | CC0 | – |" in text
    assert "| size of its files, MB | **7.6** | **7.6** |" in text
    assert "| words a second on one core | 9,000 | **10,000** |" in text
    assert "| Names: chosen by hash, 1,192 in 130 sentences | first | second |" in text
    assert "| F, typed | **90.0** | 80.0 |" in text
    assert "English" not in text


def test_what_a_reader_was_trained_on_is_not_compared() -> None:
    assert "| F, typed | (90.0) | 80.0 |" in render_tables([FIRST, SECOND], frozenset({("first", "es/dev")}))


def test_the_command_names_no_paths_and_problems_are_said() -> None:
    text = render_comparison([FIRST, SECOND], ["first=my/models/es", "second=as-written:es"], ["first=es/dev"])
    assert "--reader first=PATH \\\n        --reader second=as-written:PATH \\\n        --seen first=es/dev" in text
    assert "- second: gate demo: RuntimeError: no" in text
    assert "my/models" not in text


def test_tables_go_between_their_markers(tmp_path: Path) -> None:
    path = tmp_path / "comparison.md"
    path.write_text(f"Before\n{BEGIN}\nold\n{END}\nAfter\n", "utf-8")
    write_between(path, "new")
    assert path.read_text("utf-8") == f"Before\n{BEGIN}\n\nnew\n\n{END}\nAfter\n"
    path.write_text("Before\n", "utf-8")
    with pytest.raises(ValueError, match="no place for the tables"):
        write_between(path, "new")


def test_a_reader_that_cannot_be_loaded_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    results = compare([f"gone={tmp_path / 'gone'}", f"empty={tmp_path}"], tmp_path, 1)
    assert [r["name"] for r in results] == ["gone", "empty"]
    assert "neither a folder nor an installed package" in results[0]["problems"][0]
    assert "expected config.cfg" in results[1]["problems"][0]


def test_a_process_that_dies_leaves_what_it_had_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        out = Path(command[command.index("--out") + 1])
        if "--load-only" not in command:
            found = {"name": "frail", "problems": [], "load_seconds": 3.0, "step": "speed"}
            out.write_text(json.dumps(found), "utf-8")
        return subprocess.CompletedProcess(command, -11)

    monkeypatch.setattr(subprocess, "run", die)
    found = measure_reader("frail=x", tmp_path, 1)
    assert found == {"name": "frail", "load_seconds": 3.0, "problems": ["speed: the process ended with -11"]}
    assert main(["--treebanks", str(tmp_path), "--reader", "frail=x"]) == 1


def test_a_step_that_fails_is_noted_and_the_next_is_taken(tmp_path: Path) -> None:
    measurement = Measurement(tmp_path / "out.json", "one")

    def fail() -> dict[str, Any]:
        raise RuntimeError("no trees")

    assert not measurement.take("trees", fail)
    assert measurement.take("first", lambda: {"files": {"a": 1}})
    assert measurement.take("second", lambda: {"files": {"b": 2}, "size": 3})
    kept = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert kept["problems"] == ["trees: RuntimeError: no trees"]
    assert (kept["files"], kept["size"], kept["step"]) == ({"a": 1, "b": 2}, 3, None)


def test_speed_counts_words_of_the_text_not_of_the_reader() -> None:
    reader = Oracle()
    found = measure_speed(reader, 1)
    assert found["words"] > 5_000
    assert found["words_per_second"] > 0
    assert sum(len(text.split()) for text in reader.texts) >= found["words"]


def test_the_first_sentence_is_no_title() -> None:
    assert find_sentence("Un título\n\nUna frase larga. Otra.", least=12) == "Una frase larga"
    assert find_sentence("Corto") == "Corto"
