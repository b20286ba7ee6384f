"""The project's own Python files, parsed once, for the tests of its architecture."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "careo"
FOLDERS = ("src", "tests", "evaluation", "training", "benchmarks", "demo")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file: its path in the checkout, its text and its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path as a person would type it, from the root of the checkout."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def layer(self) -> str:
        """The name right under `careo`: `analyze` for src/careo/analyze/cues.py, `errors` for src/careo/errors.py."""
        return self.path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    def at(self, node: ast.AST) -> str:
        """file:line of a node, which terminals make clickable."""
        return f"{self.name}:{getattr(node, 'lineno', 1)}"


@cache
def read_source(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text, filename=str(path)))


def project_sources() -> list[Source]:
    """Every Python file of the project, tests and tools included."""
    files = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))
    return [read_source(path) for path in files if "__pycache__" not in path.parts]


def package_sources(*layers: str) -> list[Source]:
    """The files of the package; with `layers`, only those of these layers (which may not exist yet)."""
    sources = [source for source in project_sources() if source.path.is_relative_to(PACKAGE)]
    return [source for source in sources if not layers or source.layer in layers]


def functions(source: Source) -> Iterator[Function]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Every module that a file imports, wherever the import stands: in functions and under TYPE_CHECKING too."""
    package = source.path.relative_to(ROOT / "src").with_suffix("").parts if source.path.is_relative_to(PACKAGE) else ()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level] if node.level else ()
            yield node, ".".join((*base, *([node.module] if node.module else [])))


def is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def docstring_lines(tree: ast.AST) -> set[int]:
    """The lines on which docstrings begin, those of constants and fields included."""
    return {
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def report(problems: list[str], rule: str) -> None:
    """Fail with the rule and every place that breaks it."""
    assert not problems, f"{rule}\n  " + "\n  ".join(problems)
