"""Exports: the files that others read, sorted by id, the same bytes for the same ledger."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from careo.errors import LedgerError
from careo.ledger.link_records import make_actor_record, make_dispute_record, make_position_record
from careo.ledger.queries import Ledger, open_ledger
from careo.ledger.records import Record, make_article_record, make_claim_record
from careo.ledger.sheets import SHEETS, iter_judgment_records

FORMATS = ("jsonl", "csv")
"""What :func:`export_ledger` can write."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection)."""


def export_ledger(path: Path, out: Path, form: str = "jsonl") -> tuple[Path, ...]:
    """Write the ledger at ``path`` into the folder ``out`` (made if need be) and name the files written.

    ``form`` is one of :data:`FORMATS`. ``jsonl`` is complete; ``csv`` is flat, for spreadsheets, its text cells guarded so that none
    runs as a formula (a leading apostrophe). A file is replaced only once its successor is complete. LedgerError where ``out``
    cannot be written.
    """
    if form not in FORMATS:
        raise LedgerError(f"no export format {form!r}; choose one of {', '.join(FORMATS)}")
    with open_ledger(path) as ledger:
        try:
            out.mkdir(parents=True, exist_ok=True)
            tables = _jsonl_tables(ledger) if form == "jsonl" else _csv_tables(ledger)
            return tuple(_write(out / name, write) for name, write in tables.items())
        except OSError as error:
            raise LedgerError(f"{out}: cannot be written: {error.strerror or error}; choose another folder") from error


_Write = Callable[[TextIO], None]


def _jsonl_tables(ledger: Ledger) -> Mapping[str, _Write]:
    return {
        "articles.jsonl": lambda file: _write_jsonl(file, (make_article_record(a) for a in ledger.iter_articles())),
        "claims.jsonl": lambda file: _write_jsonl(
            file, (make_claim_record(*row) for row in ledger.iter_claims_by_id())
        ),
        "disputes.jsonl": lambda file: _write_jsonl(file, map(make_dispute_record, ledger.links.iter_disputes())),
        "positions.jsonl": lambda file: _write_jsonl(file, map(make_position_record, ledger.links.iter_positions())),
        "actors.jsonl": lambda file: _write_jsonl(file, map(make_actor_record, ledger.links.iter_actors())),
        "judgments.jsonl": lambda file: _write_jsonl(file, iter_judgment_records(ledger)),
    }


def _csv_tables(ledger: Ledger) -> Mapping[str, _Write]:
    def write(name: str) -> _Write:
        fields, iter_rows = SHEETS[name]
        return lambda file: _write_csv(file, fields, iter_rows(ledger))

    return {f"{name}.csv": write(name) for name in SHEETS}


def _write(path: Path, write: _Write) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("x", encoding="utf-8", newline="") as file:
            write(file)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return path


_LINE_ENDS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\u0085\u2028\u2029"})
"""What JSON leaves alone though many readers of lines end a line there."""


def _write_jsonl(file: TextIO, records: Iterable[Record]) -> None:
    for record in records:
        file.write(encode_record(record) + "\n")


def encode_record(record: Record) -> str:
    """A record as one line of JSON Lines, whatever its texts hold."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)


def _write_csv(file: TextIO, fields: tuple[str, ...], records: Iterable[Record]) -> None:
    file.write("\ufeff")  # without it, the most used spreadsheet reads another encoding
    writer = csv.writer(file)
    writer.writerow(fields)
    writer.writerows([_make_cell(record.get(field)) for field in fields] for record in records)


def _make_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and len(value) > 1 and value.lstrip(" \u00a0\ufeff").startswith(_FORMULA):
        return f"'{value}"
    return value
