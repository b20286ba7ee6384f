"""The documentation is run: what it shows is what happens. And its links lead somewhere."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.docs.documents import ROOT, find_blocks, matches, parse_commands, rewrite, run_document

PROMISED = ("README.md", "docs/tutorial.md", "docs/language-packs.md")
DOCUMENTS = sorted({*PROMISED, *(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))})
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [
        *ROOT.glob("*.md"),
        *(p for f in ("docs", "demo", "evaluation", "benchmarks", "training", "src") for p in (ROOT / f).rglob("*.md")),
    ]
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_shows_what_happens(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ROOT / name
    if not path.is_file():
        assert not os.environ.get("CI"), f"{name} is promised and not written"
        pytest.skip(f"NOT TESTED: {name} is not written yet")
    monkeypatch.chdir(tmp_path)
    differences = list(run_document(path, tmp_path))
    assert not differences, "\n\n".join(differences)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    path = ROOT / name
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    dead = [target for target in targets if target and "://" not in target and not (path.parent / target).exists()]
    assert not dead, f"{name}: no such file: {', '.join(dead)}"


@pytest.mark.parametrize("name", PAGES)
def test_make_targets_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^\$? *)make ([a-z]+)", text, re.MULTILINE))
    assert named <= targets, f"{name}: the Makefile has no target {', '.join(sorted(named - targets))}"


# --- the mechanism itself ---------------------------------------------------------------------------------------------


def document(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_session_that_holds_passes(tmp_path: Path) -> None:
    text = """
```toml file=in/a.toml
name = "Orlada"
```

```console
$ cat in/a.toml
name = "Orlada"
$ printf 'one\\ntwo\\n' > out
$ cat out
...
two
$ cat <<END
> is at line ...
> END
is at ...
$ cat nowhere 2>/dev/null  # exit 1
```

```python
>>> place = "Orlada"
>>> len(place)
6
```

```python
assert place.lower() == "orlada"
```
"""
    assert list(run_document(document(tmp_path, text), tmp_path)) == []


@pytest.mark.parametrize(
    "block",
    [
        "```console\n$ echo one\ntwo\n```\n",
        "```console\n$ echo one\n```\n",
        "```console\n$ exit 3\n```\n",
        "```python\n>>> 1 + 1\n3\n```\n",
    ],
)
def test_a_session_that_does_not_hold_fails(tmp_path: Path, block: str) -> None:
    assert len(list(run_document(document(tmp_path, block), tmp_path))) == 1


def test_output_without_a_command_is_an_error() -> None:
    with pytest.raises(ValueError, match="begins with a command"):
        parse_commands("careo build\n")


def test_dots_stand_for_anything_and_nothing_else_does() -> None:
    assert matches("a ... c", "a b c")
    assert matches("a\n...", "a")
    assert matches("a\n...\nd", "a\nb\nc\nd\n\n")
    assert not matches("a . c", "a b c")
    assert not matches("a ... c", "a\nc")


def test_sessions_can_be_written_from_what_happens(tmp_path: Path) -> None:
    page = document(tmp_path, "x\n```console\n$ echo one\nwrong\n$ echo two\nt...\n```\ny\n")
    rewrite(page, tmp_path)
    assert page.read_text(encoding="utf-8") == "x\n```console\n$ echo one\none\n$ echo two\nt...\n```\ny\n"
    assert [block.language for block in find_blocks(page)] == ["console"]
