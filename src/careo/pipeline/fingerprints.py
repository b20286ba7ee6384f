"""The fingerprint of linking: two runs with one fingerprint make the same of the same claims.

It covers every byte that decides: the code and the data of all packages below, the questions and their labels, and what they run on. So
what an earlier run kept is never taken for what this careo would find, however small the change.
"""

from __future__ import annotations

import platform
import unicodedata
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable

from careo.link.notes import make_hash

_PACKAGES = ("careo.model", "careo.text", "careo.lang", "careo.link", "careo.report", "careo.pipeline")
_LIBRARIES = ("rapidfuzz",)


def make_fingerprint(salt: str = "") -> str:
    """The fingerprint of this careo's linking, on this Python; ``salt`` is what else its results depend on."""
    return make_hash(f"{_hash_code()} {salt}")


@cache
def _hash_code() -> str:
    digest = blake2b(digest_size=16)
    for name in _PACKAGES:
        for path, data in _iter_files(resources.files(name), name):
            digest.update(f"{path} {len(data)}\n".encode() + data)
    libraries = [f"{name} {_find_version(name)}" for name in _LIBRARIES]
    digest.update(" ".join([platform.python_version(), unicodedata.unidata_version, *libraries]).encode())
    return digest.hexdigest()


def _iter_files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _iter_files(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".py", ".toml")):
            yield f"{path}/{entry.name}", entry.read_bytes()


def _find_version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "?"
