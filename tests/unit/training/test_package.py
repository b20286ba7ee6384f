from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careo.errors import ParserError
from careo.parse.loading import FILES, LABELS, MANIFEST, WEIGHTS, check_weights
from training.package import install, write_manifest


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    folder = tmp_path / "weights"
    folder.mkdir()
    for name in FILES:
        shutil.copy(WEIGHTS / name, folder / name)
    return folder


def test_the_manifest_fits_the_files_until_one_changes(weights: Path) -> None:
    write_manifest(weights, "9.9.9")
    check_weights(weights)
    (weights / LABELS).write_text("{}", "utf-8")
    with pytest.raises(ParserError, match="damaged"):
        check_weights(weights)


def test_installing_replaces_everything_and_takes_nothing_else_along(weights: Path, tmp_path: Path) -> None:
    write_manifest(weights, "9.9.9")
    (weights / "notes.txt").write_text("mine", "utf-8")
    place = tmp_path / "place"
    place.mkdir()
    (place / "stale").write_text("old", "utf-8")
    install(weights, place)
    assert {path.name for path in place.iterdir()} == {*FILES, MANIFEST}
    check_weights(place)
