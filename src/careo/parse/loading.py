"""Finding, checking and loading the weights that ship with careo.

``weights/manifest.json`` names every file with its SHA-256, so that a damaged installation is told from a wrong parse, and the languages
that the network was trained on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from careo.errors import ParserError
from careo.parse.lemmas import Lexicon

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

    from careo.parse.network import Network

WEIGHTS = Path(__file__).with_name("weights")
MANIFEST = "manifest.json"
ENCODER, RELATIONS, TOKENIZER = "encoder.onnx", "relations.onnx", "tokenizer.json"
LABELS, LEMMAS = "labels.json", "lemmas.json"
LICENSE = "CC BY-SA 4.0"
FILES = (ENCODER, RELATIONS, TOKENIZER, LABELS, LEMMAS)
_REMEDY = "reinstall careo (pip install --force-reinstall careo), or restore the file from the repository"

T = TypeVar("T")


def list_languages(root: Path = WEIGHTS) -> tuple[str, ...]:
    """The languages that the weights were trained on, sorted; none where there are no weights."""
    return tuple(sorted(_read_manifest(root)["languages"])) if (root / MANIFEST).is_file() else ()


def read_version(root: Path = WEIGHTS) -> str:
    """The version of the weights; empty where there are none."""
    return str(_read_manifest(root)["version"]) if (root / MANIFEST).is_file() else ""


@cache
def load_network(language: str, threads: int = 1, root: Path = WEIGHTS) -> Network:
    """Check and load the weights; :class:`~careo.errors.ParserError` names what is wrong and what to do.

    All languages share one network, which is loaded once for each number of threads.
    """
    known = list_languages(root)
    if language not in known:
        raise ParserError(
            f"no parser for language {language!r}: expected weights in {root}; "
            f"languages with weights: {', '.join(known) or 'none'}; give one of them, or {_REMEDY}"
        )
    return _load_files(root, threads)


@cache
def load_lexicon(language: str, root: Path = WEIGHTS) -> Lexicon:
    """The words of ``language`` with known lemmas; :class:`~careo.errors.ParserError` where the file cannot be read."""
    return _load(root / LEMMAS, lambda path: Lexicon(json.loads(path.read_text("utf-8"))[language]))


@cache
def _load_files(root: Path, threads: int) -> Network:
    check_weights(root)
    try:
        from tokenizers import Tokenizer

        from careo.parse.network import Network
        from careo.parse.subwords import Subwords
    except ImportError as error:
        raise ParserError(
            f"the parser needs onnxruntime, tokenizers and numpy, and one cannot be imported ({error}); "
            f"run: pip install --upgrade onnxruntime tokenizers numpy"
        ) from error
    return Network(
        _load(root / ENCODER, lambda path: _open_session(path, threads)),
        _load(root / RELATIONS, lambda path: _open_session(path, threads)),
        subwords=Subwords(_load(root / TOKENIZER, lambda path: Tokenizer.from_file(str(path)))),
        labels=_load(root / LABELS, lambda path: dict(json.loads(path.read_text("utf-8")))),
    )


def _load(path: Path, load: Callable[[Path], T]) -> T:
    try:
        return load(path)
    except Exception as error:  # the libraries raise exceptions of no common kind
        raise ParserError(f"{path}: part of the parser's weights, cannot be loaded ({error}); {_REMEDY}") from error


def _open_session(path: Path, threads: int) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def check_weights(folder: Path) -> None:
    """Compare every file with the manifest; :class:`~careo.errors.ParserError` names the first that is missing or damaged."""
    for name, expected in sorted(_read_manifest(folder)["files"].items()):
        path = folder / name
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ParserError(
                f"{path}: part of the parser's weights, cannot be read ({error.strerror}); {_REMEDY}"
            ) from error
        if found != expected:
            raise ParserError(f"{path}: damaged: expected SHA-256 {expected}, found {found}; {_REMEDY}")


def make_manifest(folder: Path, languages: tuple[str, ...], version: str) -> dict[str, Any]:
    """The manifest of a folder of weights: version, license, languages and the SHA-256 of every file."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sorted(FILES)}
    return {"version": version, "license": LICENSE, "languages": list(languages), "files": digests}


def _read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text("utf-8"))
        if not isinstance(manifest["files"], dict) or not isinstance(manifest["languages"], list):
            raise TypeError("'files' must be a table and 'languages' a list")
        missing = sorted(set(FILES) - set(manifest["files"]))
        if missing:
            raise KeyError(f"no digest of {', '.join(missing)}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ParserError(
            f"{path}: expected the list of the parser's files, with their SHA-256, but: {error}; {_REMEDY}"
        ) from error
    return dict(manifest)
