"""What may not stand anywhere in the checkout, and what a clone must bring."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import ROOT, report

SKIPPED = {
    ".git",
    ".venv",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".import_linter_cache",
    ".hypothesis",
    "__pycache__",
    "build",
    "dist",
    "out",
    "node_modules",
}
TEXT = {
    "",
    ".cfg",
    ".css",
    ".csv",
    ".html",
    ".ini",
    ".j2",
    ".jinja",
    ".js",
    ".json",
    ".jsonl",
    ".md",
    ".py",
    ".sh",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
}
LARGEST = 32 * 2**20

# Spelled in pieces, so that this file does not hold what it looks for.
BELONGS_TO_A_MACHINE = [
    (
        re.compile(r"(?<![\w./])/(?:" + "|".join(["work", "root", r"home/(?!me/)\w+"]) + r")/"),
        "a path of somebody's machine",
    ),
    (
        re.compile(r"(?:pypi\.|files\.python" + r"hosted|registry\.npm" + r"js|deb\.deb" + r"ian)[\w.]*"),
        "a registry's host",
    ),
    (re.compile(r"--index-" + r"url|--extra-index-" + r"url"), "a registry chosen for the user"),
]


def files() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(set(folders) - SKIPPED)
        yield from (Path(folder) / name for name in sorted(names))


def test_nothing_names_a_machine_or_a_registry() -> None:
    found = []
    for path in files():
        if path.suffix not in TEXT or path.stat().st_size > 2**20:
            continue
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            found += [
                f"{path.relative_to(ROOT)}:{number} {why}: {match.group()}"
                for pattern, why in BELONGS_TO_A_MACHINE
                if (match := pattern.search(line))
            ]
    report(found, "the project works on any machine and names none")


def test_no_file_is_too_large_to_clone() -> None:
    large = [
        f"{path.relative_to(ROOT)}: {path.stat().st_size >> 20} MiB"
        for path in files()
        if path.stat().st_size > LARGEST and path.suffix not in {".db"}
    ]
    report(large, f"no file over {LARGEST >> 20} MiB")


def test_license_and_metadata_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "Apache-2.0"
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_changelog_knows_this_version() -> None:
    init = (ROOT / "src" / "careo" / "__init__.py").read_text(encoding="utf-8")
    version = re.search(r'__version__(?:: Final)? = "([^"]+)"', init)
    assert version is not None
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{version.group(1)}]" in changelog or "## [Unreleased]" in changelog


def test_ci_runs_what_a_person_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^make test\b", script, re.MULTILINE)
    assert "set -euo pipefail" in script
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
