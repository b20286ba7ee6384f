"""What is given beside the articles: ``articles.csv`` with the columns ``file, outlet, published, language, title, url``."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from careo.read.decoding import decode_bytes
from careo.read.problems import ReadWarning

NAME: Final = "articles.csv"
COLUMNS: Final = ("file", "outlet", "published", "language", "title", "url")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_MOST: Final = 20_000_000


@dataclass(slots=True)
class Metadata:
    """The rows of one ``articles.csv`` by file name, and what is wrong with it."""

    path: Path
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[ReadWarning] = field(default_factory=list)

    def find(self, name: str) -> Mapping[str, str]:
        """What is given for the file ``name`` (relative to the folder of the table); empty where nothing is."""
        return self.rows.get(_key(name), {})

    def report(self, cause: str, remedy: str = "") -> None:
        """Note a problem."""
        self.problems.append(ReadWarning(self.path, cause, remedy))


def load_metadata(folder: Path) -> Metadata:
    """The table in ``folder``; an empty one where there is none. Problems are listed, never raised."""
    table = Metadata(folder / NAME)
    try:
        if not table.path.is_file():
            return table
        if table.path.stat().st_size > _MOST:
            table.report(f"more than {_MOST // 1_000_000} MB, left unread", "keep one row an article")
            return table
        decoded = decode_bytes(table.path.read_bytes())
    except OSError as error:
        table.report(f"cannot be read: {error.strerror or error}", "check its permissions")
        return table
    if decoded.text is None:
        table.report(decoded.cause, f"give it a first line with the columns {', '.join(COLUMNS)}, or remove it")
        return table
    _read_rows(table, decoded.text)
    return table


def _read_rows(table: Metadata, text: str) -> None:
    header_line = next((line for line in text.split("\n") if line.strip()), "")
    mark = max(",;\t|", key=header_line.count)
    reader = csv.reader(io.StringIO(text), delimiter=mark, skipinitialspace=True)
    header: list[str] | None = None
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if header is None:
                header = [cell.strip().lstrip("\ufeff").lower() for cell in row]
                if not _check_header(table, header):
                    return
            else:
                _read_row(table, header, row, reader.line_num)
    except csv.Error as error:
        table.report(f"line {reader.line_num}: {error}; the rows after it are left unread", "check its quotation marks")


def _check_header(table: Metadata, header: list[str]) -> bool:
    known = ", ".join(COLUMNS)
    if "file" not in header:
        table.report(
            f"line 1: no column 'file' (found: {', '.join(header)}); the table is not used",
            f"name the columns: {known}",
        )
        return False
    unknown = [name for name in header if name and name not in COLUMNS]
    if unknown:
        table.report(f"line 1: unknown column {', '.join(map(repr, unknown))}, not used", f"known columns: {known}")
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        table.report(
            f"line 1: column {', '.join(map(repr, twice))} stands there twice; the first is used", "remove one"
        )
    return True


def _read_row(table: Metadata, header: list[str], row: list[str], line: int) -> None:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        table.report(
            f"line {line}: {len(row)} cells for {len(header)} columns",
            "put values that hold the separator in quotation marks",
        )
    values: dict[str, str] = {}
    for name, cell in zip(header, row, strict=False):
        if name in COLUMNS and name not in values and cell.strip():
            values[name] = cell.strip()
    name = values.pop("file", "")
    if not name:
        table.report(f"line {line}: no file named", "give the name of the article's file in column 'file'")
        return
    key = _key(name)
    if key in table.rows:
        table.report(
            f"line {line}: {name!r} stands in line {table.lines[key]} already; the first row is used",
            "remove one of them",
        )
        return
    _check_values(table, values, line)
    table.rows[key], table.lines[key] = values, line


def _check_values(table: Metadata, values: dict[str, str], line: int) -> None:
    published = values.get("published")
    if published is not None:
        parsed = parse_date(published)
        if parsed is None:
            table.report(
                f"line {line}: published {published!r} is no date, left out", "write it as 2024-10-28, 2024-10 or 2024"
            )
            del values["published"]
        else:
            values["published"] = parsed
    language = values.get("language")
    if language is not None:
        if _LANGUAGE.fullmatch(language.lower()):
            values["language"] = re.split("[-_]", language.lower())[0]
        else:
            table.report(f"line {line}: language {language!r} is no code, left out", "write two letters: es, en")
            del values["language"]


def parse_date(value: str) -> str | None:
    """A publication date as EDTF at the precision given (``2024-10-28``, ``2024-10``, ``2024``); the time of day is left out."""
    match = _DATE.fullmatch(value.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return "-".join(part for part in match.groups() if part)


def _key(name: str) -> str:
    """File names compare without regard to how accents are composed and which slash is used."""
    return unicodedata.normalize("NFC", name.replace("\\", "/").removeprefix("./"))


def report_unknown(table: Metadata, known: set[str]) -> None:
    """Note the rows that name no file of the folder."""
    keys = {_key(name) for name in known}
    for key, line in table.lines.items():
        if key not in keys:
            table.report(f"line {line}: no file {key!r} in this folder", "correct the name or remove the row")
