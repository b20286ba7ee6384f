from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from careo.errors import ParserError
from careo.parse.loading import (
    ENCODER,
    FILES,
    LABELS,
    MANIFEST,
    RELATIONS,
    TOKENIZER,
    WEIGHTS,
    check_weights,
    list_languages,
    load_network,
    make_manifest,
)

LARGEST_SHIPPED = 45_000_000
"""Bytes of all files together: what the wheel may carry."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    return tmp_path / "weights"


def sign_anew(folder: Path) -> None:
    """The manifest of whatever the files are now, so that only loading can fail."""
    (folder / MANIFEST).write_text(json.dumps(make_manifest(folder, ("en", "es"), "0")), "utf-8")


def test_the_shipped_weights_are_whole_and_small() -> None:
    assert list_languages() == ("en", "es")
    check_weights(WEIGHTS)
    manifest = json.loads((WEIGHTS / MANIFEST).read_text("utf-8"))
    assert manifest == make_manifest(WEIGHTS, tuple(manifest["languages"]), manifest["version"])
    assert {path.name for path in WEIGHTS.iterdir()} == {*FILES, MANIFEST}
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < LARGEST_SHIPPED


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ParserError, match=r"'qu'.*languages with weights: en, es"):
        load_network("qu")


def test_weights_that_are_not_there_are_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ParserError, match=r"'es'.*languages with weights: none.*reinstall"):
        load_network("es", 1, tmp_path)


def test_all_languages_share_one_network() -> None:
    assert load_network("es") is load_network("en")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_a_remedy(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ParserError, match=rf"{name}: .*cannot be read.*reinstall"):
        load_network("es", 1, copy)


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_named_with_what_was_expected(copy: Path, name: str) -> None:
    path = copy / name
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    with pytest.raises(ParserError, match=rf"{name}: damaged: expected SHA-256 [0-9a-f]{{64}}, found [0-9a-f]{{64}}"):
        load_network("es", 1, copy)


@pytest.mark.parametrize(
    "content",
    [None, "not json", "{}", '{"files": [], "languages": ["es"]}', "[]", '{"files": {}, "languages": ["es"]}'],
)
def test_a_bad_manifest_is_named(copy: Path, content: str | None) -> None:
    path = copy / MANIFEST
    path.unlink()
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(ParserError, match=r"manifest\.json: expected the list|no parser for language 'es'"):
        load_network("es", 1, copy)


@pytest.mark.parametrize("name", [ENCODER, RELATIONS, TOKENIZER, LABELS])
def test_a_file_that_its_library_cannot_load_is_named(copy: Path, name: str) -> None:
    (copy / name).write_bytes(b"something else")
    sign_anew(copy)
    with pytest.raises(ParserError, match=rf"{name}: .*cannot be loaded.*reinstall"):
        load_network("es", 1, copy)
