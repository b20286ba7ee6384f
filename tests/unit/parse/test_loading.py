from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from careo.errors import ParserError
from careo.parse.loading import MANIFEST, WEIGHTS, check_weights, list_languages, load_pipeline, make_manifest

LARGEST_SHIPPED = 12 * 1024 * 1024


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(WEIGHTS / "es", tmp_path / "es")
    return tmp_path


def test_the_shipped_weights_are_whole_documented_and_small() -> None:
    assert list_languages() == ("es",)
    check_weights(WEIGHTS / "es")
    manifest = json.loads((WEIGHTS / "es" / MANIFEST).read_text("utf-8"))
    assert manifest == make_manifest(WEIGHTS / "es", manifest["spacy"])
    assert sum(p.stat().st_size for p in (WEIGHTS / "es").rglob("*") if p.is_file()) < LARGEST_SHIPPED
    meta = json.loads((WEIGHTS / "es" / "meta.json").read_text("utf-8"))
    assert meta["license"] == "CC BY 4.0"
    assert set(meta["performance"]) >= {"ancora_test", "pud_test", "held_out"}


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ParserError, match=r"'qu'.*languages with weights: es"):
        load_pipeline("qu")


def test_a_missing_file_is_named_with_a_remedy(copy: Path) -> None:
    (copy / "es" / "parser" / "model").unlink()
    with pytest.raises(ParserError, match=r"es/parser/model: .*cannot be read.*reinstall"):
        load_pipeline("es", copy)


def test_a_damaged_file_is_named_with_what_was_expected(copy: Path) -> None:
    path = copy / "es" / "ner" / "model"
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    with pytest.raises(ParserError, match=r"es/ner/model: damaged: expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}"):
        load_pipeline("es", copy)


@pytest.mark.parametrize("content", [None, "not json", "{}", '{"files": [], "spacy": "3"}', "[]"])
def test_a_bad_manifest_is_named(copy: Path, content: str | None) -> None:
    path = copy / "es" / MANIFEST
    path.unlink()
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(ParserError, match=r"es/manifest\.json: expected the list"):
        load_pipeline("es", copy)


def test_weights_that_the_library_cannot_load_say_for_which_version_they_are(copy: Path) -> None:
    folder = copy / "es"
    (folder / "config.cfg").write_text('[nlp]\nlang = "es"\npipeline = ["absent"]\n', "utf-8")
    (folder / MANIFEST).write_text(json.dumps(make_manifest(folder, ">=3.8.7,<3.9")), "utf-8")
    with pytest.raises(ParserError, match=r"cannot load these weights, made for >=3\.8\.7,<3\.9"):
        load_pipeline("es", copy)
