"""A trained pipeline made ready to ship: documented, checksummed, nothing else in the folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from careo.parse.loading import MANIFEST, make_manifest

SPACY = ">=3.8.7,<3.9"
DESCRIPTION = "Spanish newswire: tags, features, trees, lemmas, names. Made by careo's own recipe (training/)."


def package(trained: Path, out: Path, version: str, figures: Mapping[str, Mapping[str, float]]) -> Path:
    """Copy the pipeline ``trained`` to ``out`` (replaced if there), with its meta data, figures and manifest."""
    if out.exists():
        shutil.rmtree(out)
    shutil.copytree(trained, out)
    meta = json.loads((out / "meta.json").read_text("utf-8"))
    meta |= {
        "name": "careo_newswire",
        "version": version,
        "spacy_version": SPACY,
        "description": DESCRIPTION,
        "license": "CC BY 4.0",
        "sources": ["UD Spanish-AnCora (CC BY 4.0)", "CESS-ESP, Taulé, Martí & Recasens 2008 (CC BY 4.0)"],
        "performance": {name: dict(sorted(values.items())) for name, values in sorted(figures.items())},
    }
    (out / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")
    _strip_paths(out / "config.cfg")
    (out / MANIFEST).write_text(json.dumps(make_manifest(out, SPACY), indent=1) + "\n", "utf-8")
    return out


def _strip_paths(config: Path) -> None:
    """Leave no path of the machine that trained: the corpora's places are given anew for each training."""
    lines = config.read_text("utf-8").splitlines()
    kept = [
        "train = null" if x.startswith("train = ") else "dev = null" if x.startswith("dev = ") else x for x in lines
    ]
    config.write_text("\n".join(kept) + "\n", "utf-8")
