"""The weights made ready to ship: checksummed, nothing else in the folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from careo.parse.loading import FILES, MANIFEST, make_manifest

LANGUAGES = ("en", "es")


def write_manifest(weights: Path, version: str) -> None:
    """Write the manifest of a folder that has all files."""
    manifest = make_manifest(weights, LANGUAGES, version)
    (weights / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def install(weights: Path, place: Path) -> None:
    """Put the files of ``weights`` in the place of the shipped ones; whatever else was there goes."""
    if place.exists():
        shutil.rmtree(place)
    place.mkdir(parents=True)
    for name in (*FILES, MANIFEST):
        shutil.copy(weights / name, place / name)
