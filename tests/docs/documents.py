"""What of a Markdown document can be run.

    ```console        each `$ command` runs in bash (`> ` continues it), what follows is its output; `# exit 1` at its end says so
    ```python         with `>>>` a doctest, else run as it stands; names live on through the document
    ```toml file=a/b  any block with a file name is written to that file

A document runs in a folder of its own that holds a copy of the project's `demo` folder. In expected output `...` stands for
anything within a line, and a line of `...` for any lines.

`python -m tests.docs.documents FILE...` writes what the console blocks really print into the documents (blocks with `...` stay).
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(
    r"^(?P<marks>```+)(?P<language>[\w-]*)(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=marks)[ ]*$", re.DOTALL | re.MULTILINE
)
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: `line` is that of its fence, `start` the offset of its body in the document."""

    document: str
    line: int
    start: int
    language: str
    info: str
    body: str

    @property
    def place(self) -> str:
        return f"{self.document}:{self.line}"

    @property
    def file(self) -> str | None:
        match = re.search(r"\bfile=(\S+)", self.info)
        return match.group(1) if match else None


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a console block, as typed, with the output that the document shows."""

    typed: str
    script: str
    expected: str

    @property
    def exit(self) -> int:
        match = re.search(r"#\s*exit (\d+)\s*$", self.script)
        return int(match.group(1)) if match else 0


def find_blocks(path: Path) -> list[Block]:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return [
        Block(
            name, text.count("\n", 0, found.start()) + 1, found.start("body"), *found.group("language", "info", "body")
        )
        for found in FENCE.finditer(text)
    ]


def parse_commands(body: str) -> list[Command]:
    """The commands of a console block; raises ValueError where output stands before the first."""
    lines = body.splitlines()
    if lines and not lines[0].startswith("$ "):
        raise ValueError(f"a console block begins with a command ('$ …'), not with {lines[0]!r}")
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    commands = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        output = start + 1
        while output < end and lines[output].startswith("> "):
            output += 1
        script = "\n".join(line[2:] for line in lines[start:output])
        commands.append(Command("\n".join(lines[start:output]), script, "\n".join(lines[output:end])))
    return commands


def tidy(output: str) -> str:
    """Output as a document can show it: no trailing white space, no empty lines at its end."""
    return "\n".join(line.rstrip() for line in output.splitlines()).rstrip("\n")


def matches(expected: str, got: str) -> bool:
    """Whether output is what a document shows, where `...` stands for anything."""
    lines = [
        r"(?:[^\n]*\n)*" if line.strip() == "..." else r"[^\n]*".join(map(re.escape, line.split("..."))) + r"\n"
        for line in tidy(expected).split("\n")
    ]
    return re.fullmatch("".join(lines), tidy(got) + "\n") is not None


def environment() -> dict[str, str]:
    """The terminal that documents show: 100 columns, no color, careo on PATH."""
    binaries = str(Path(sys.executable).parent)
    return os.environ | {
        "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}",
        "COLUMNS": "100",
        "LINES": "40",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "BROWSER": "true",
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
    }


def run_command(command: Command, folder: Path) -> tuple[str, int]:
    """Output (both streams) and exit code."""
    ran = subprocess.run(
        ["bash", "-c", command.script],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=SECONDS,
        check=False,
    )
    return ran.stdout.decode("utf-8", "replace"), ran.returncode


def prepare(folder: Path) -> None:
    if (ROOT / "demo").is_dir():
        shutil.copytree(ROOT / "demo", folder / "demo", dirs_exist_ok=True)


def write_file(block: Block, folder: Path) -> None:
    path = (folder / str(block.file)).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(f"{block.place}: {block.file} lies outside the folder of the document")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.body, encoding="utf-8")


def run_console(block: Block, folder: Path) -> Iterator[str]:
    """What differs from the document, as messages."""
    for command in parse_commands(block.body):
        got, code = run_command(command, folder)
        if code != command.exit:
            yield f"{block.place}: {command.typed}\nended with {code}, not with {command.exit}:\n{tidy(got)}"
        elif not matches(command.expected, got):
            yield f"{block.place}: {command.typed}\n--- shown\n{tidy(command.expected)}\n--- printed\n{tidy(got)}"


def run_python(block: Block, names: dict[str, Any]) -> Iterator[str]:
    """What differs from the document, as messages; an exception of plain code is raised."""
    if ">>>" not in block.body:
        exec(compile(block.body, block.place, "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(block.body, names, block.place, block.document, block.line)
    written: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE, verbose=False)
    runner.run(test, out=written.append, clear_globs=False)
    names.update(test.globs)
    if written:
        yield "".join(written)


def run_document(path: Path, folder: Path) -> Iterator[str]:
    """Run every block of a document in `folder`, which should be the current one; yields what differs."""
    prepare(folder)
    names: dict[str, Any] = {"__name__": "__document__"}
    for block in find_blocks(path):
        if block.file:
            write_file(block, folder)
        elif block.language == "console":
            yield from run_console(block, folder)
        elif block.language == "python":
            yield from run_python(block, names)


def rewrite(path: Path, folder: Path) -> None:
    """Put what the console blocks of a document really print into it."""
    prepare(folder)
    text, out, done = path.read_text(encoding="utf-8"), [], 0
    for block in find_blocks(path):
        if block.file:
            write_file(block, folder)
        elif block.language == "console":
            body = ""
            for command in parse_commands(block.body):
                got, _ = run_command(command, folder)
                shown = tidy(command.expected) if "..." in command.expected else tidy(got)
                body += command.typed + "\n" + (shown + "\n" if shown else "")
            out += [text[done : block.start], body]
            done = block.start + len(block.body)
    path.write_text("".join(out) + text[done:], encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as temporary:
            rewrite(Path(name).resolve(), Path(temporary))
