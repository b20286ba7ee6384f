"""Checking a language pack as a whole: every problem of every file, all at once."""

from __future__ import annotations

from careo.errors import PackError
from careo.lang import load_pack
from careo.lang.slots import SLOTS


def lint_pack(language: str) -> tuple[int, tuple[str, ...]]:
    """How many entries the pack of ``language`` has, and its problems, each with file, entry and nearest known name.

    PackError where there is no such pack.
    """
    pack = load_pack(language)
    entries, problems = 0, []
    for slot in SLOTS:
        try:
            entries += len(pack.slot(slot))
        except PackError as error:
            problems.extend(str(error).splitlines())
    known: dict[str, set[str]] = {}
    for slot in SLOTS:
        known.setdefault(slot.FILE, set()).add(slot.TABLE)
    for file in pack.files():
        try:
            tables = pack.tables_of(file)
        except PackError as error:
            problems.extend(str(error).splitlines())
            continue
        for table in tables:
            if table not in known.get(file, ()):
                problems.append(
                    f"{file}: nothing reads [[{table}]]; tables of this file: {', '.join(sorted(known.get(file, {'none'})))}"
                )
    return entries, tuple(dict.fromkeys(problems))
