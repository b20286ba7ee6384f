"""Finding, checking and loading the weights that ship with careo.

``weights/LANGUAGE/manifest.json`` names every file with its SHA-256, so that a damaged installation is told from a wrong parse.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careo.errors import ParserError

if TYPE_CHECKING:
    from spacy.language import Language

WEIGHTS = Path(__file__).with_name("weights")
MANIFEST = "manifest.json"
_REMEDY = "reinstall careo (pip install --force-reinstall careo), or restore the file from the repository"


def list_languages(root: Path = WEIGHTS) -> tuple[str, ...]:
    """The languages that have weights, sorted."""
    return tuple(sorted(path.parent.name for path in root.glob(f"*/{MANIFEST}")))


def load_pipeline(language: str, root: Path = WEIGHTS) -> Language:
    """Check and load the pipeline of ``language``; :class:`~careo.errors.ParserError` names what is wrong and what to do."""
    folder = root / language
    if not folder.is_dir():
        known = ", ".join(list_languages(root)) or "none"
        raise ParserError(
            f"no parser for language {language!r}: expected weights in {folder}; languages with weights: {known}; {_REMEDY}"
        )
    check_weights(folder)
    try:
        import spacy
    except ImportError as error:
        raise ParserError(
            f"the parser needs spaCy 3.8, which cannot be imported ({error}); run: pip install 'spacy>=3.8,<3.9'"
        ) from error
    try:
        return spacy.load(folder)
    except (ValueError, KeyError, OSError, TypeError) as error:
        raise ParserError(
            f"{folder}: spaCy {version('spacy')} cannot load these weights, made for {_read_manifest(folder)['spacy']}: "
            f"{error}; install that version, or {_REMEDY}"
        ) from error


def check_weights(folder: Path) -> None:
    """Compare every file with the manifest; :class:`~careo.errors.ParserError` names the first that is missing or damaged."""
    for name, expected in sorted(_read_manifest(folder)["files"].items()):
        path = folder / name
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ParserError(
                f"{path}: part of the parser's weights, cannot be read ({error.strerror}); {_REMEDY}"
            ) from error
        if found != expected:
            raise ParserError(f"{path}: damaged: expected SHA-256 {expected}, found {found}; {_REMEDY}")


def make_manifest(folder: Path, spacy_version: str) -> dict[str, Any]:
    """The manifest of a folder of weights: the parser's version and the SHA-256 of every file."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in {MANIFEST, "README.md"})
    digests = {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    return {"spacy": spacy_version, "files": digests}


def _read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text("utf-8"))
        if not isinstance(manifest["files"], dict) or not isinstance(manifest["spacy"], str):
            raise TypeError("'files' must be a table and 'spacy' a string")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ParserError(
            f"{path}: expected the list of the parser's files, with their SHA-256, but: {error}; {_REMEDY}"
        ) from error
    return dict(manifest)
