"""Articles from files, one after the other: what cannot be read is a value among them, and the run goes on."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from careo.errors import PackError
from careo.lang import Pack, load_pack
from careo.model import Article, Passage, Role, Span
from careo.read.decoding import decode_bytes, is_mojibake
from careo.read.languages import find_language
from careo.read.lines import split_lines
from careo.read.metadata import NAME, Metadata, load_metadata, report_unknown
from careo.read.passages import find_passages
from careo.read.problems import ReadFailure, ReadWarning

MAX_BYTES: Final = 10_000_000
"""Files above are no articles: the longest reports of a newspaper have a few hundred thousand characters."""
SUFFIX: Final = ".txt"

_PARSED: Final[tuple[Role, ...]] = ("body", "title", "caption")
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f/\\\ud800-\udfff]")
_LEAST_TO_TELL: Final = 200  # characters from which the language of a text is told


def iter_articles(paths: Sequence[Path], *, language: str = "es") -> Iterator[Article | ReadFailure]:
    """The articles in ``paths``, streamed: files, and folders with everything below them in the order of names.

    ``articles.csv`` in the folder of a file gives its metadata. ``language`` is that of articles for which none is given, unless the
    text is clearly in another. What goes wrong comes as :class:`ReadFailure` (no article) or :class:`ReadWarning` (read all the same).
    """
    reader = _Reader(language)
    for path in paths:
        yield from reader.read(Path(path))


def make_article(
    text: str,
    *,
    name: str = "text",
    published: str | None = None,
    language: str = "es",
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    data: bytes | None = None,
    origin: Mapping[str, str] | None = None,
) -> Article:
    """An article from its text. ``data`` are the bytes that it was read from (UTF-8 of the text without them).

    Without a title, the first passage that is one becomes it. ``origin`` says where metadata came from (``given`` without it).
    """
    pack = _find_pack(language)
    passages = (
        find_passages(text, pack, language) if pack else tuple(Passage(x.span, "body") for x in split_lines(text))
    )
    values = {"outlet": outlet, "title": title, "url": url, "published": published, "language": language}
    where = {key: "given" for key, value in values.items() if value is not None} | dict(origin or {})
    if title is None and (heading := next((p for p in passages if p.role == "title"), None)):
        title, where["title"] = heading.span.of(text), "inferred"
    raw = text.encode("utf-8", "surrogatepass") if data is None else data
    return Article(
        id=_UNSAFE.sub("_", name).strip() or "article",
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        outlet=outlet,
        title=title,
        url=url,
        published=published,
        language=language,
        metadata_origin=dict(sorted(where.items())),
        passages=passages,
    )


def parse_blocks(article: Article) -> tuple[Span, ...]:
    """The paragraphs to parse, in order: body, titles and captions in the language of the article."""
    return tuple(p.span for p in article.passages if p.role in _PARSED and p.language in (None, article.language))


def _find_pack(language: str) -> Pack | None:
    try:
        return load_pack(language)
    except PackError:
        return None


@dataclass(slots=True)
class _Reader:
    """What one run has read so far: paths, and the text behind each id."""

    language: str
    tables: dict[Path, Metadata] = field(default_factory=dict)
    seen: set[Path] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)

    def read(self, path: Path) -> Iterator[Article | ReadFailure]:
        try:
            if path.is_dir():
                yield from self._read_folder(path)
            elif not path.exists():
                yield ReadFailure(path, "there is no such file or folder", "check the path")
            elif path.name == NAME:
                yield ReadFailure(path, "a table of metadata is no article", "give its folder, or the files it names")
            elif path.suffix.lower() != SUFFIX:
                yield ReadFailure(
                    path, f"{path.suffix or 'a file without suffix'} is not read", f"give plain text in a {SUFFIX} file"
                )
            else:
                yield from self._problems_of(path.parent, None)
                yield from self._read_file(path)
        except OSError as error:
            yield ReadFailure(path, f"cannot be read: {error.strerror or error}", "check its permissions")

    def _read_folder(self, folder: Path) -> Iterator[Article | ReadFailure]:
        found = 0
        for root, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            texts = sorted(name for name in names if name.lower().endswith(SUFFIX) and not name.startswith("."))
            found += len(texts)
            yield from self._problems_of(Path(root), set(names))
            for name in texts:
                yield from self._read_file(Path(root) / name)
        if not found:
            yield ReadFailure(folder, f"the folder holds no {SUFFIX} file", "put the articles there as plain text")

    def _problems_of(self, folder: Path, names: set[str] | None) -> Iterator[ReadFailure]:
        """Load the table of a folder and tell what is wrong with it, once."""
        if folder in self.tables:
            return
        table = self.tables[folder] = load_metadata(folder)
        if names is not None and table.rows:
            below = {
                p.relative_to(folder).as_posix() for key in table.rows if "/" in key and (p := folder / key).is_file()
            }
            report_unknown(table, names | below)
        yield from table.problems

    def _read_file(self, path: Path) -> Iterator[Article | ReadFailure]:
        real = path.resolve()
        if real in self.seen:
            yield ReadWarning(path, "the same file is given twice, read once", "name it once")
            return
        self.seen.add(real)
        try:
            size = path.stat().st_size
            if size > MAX_BYTES:
                limit = f"more than the {MAX_BYTES // 1_000_000} MB of the longest article"
                yield ReadFailure(path, f"{size / 1_000_000:.1f} MB, {limit}", "split it, one article a file")
                return
            data = path.read_bytes()
        except OSError as error:
            yield ReadFailure(path, f"cannot be read: {error.strerror or error}", "check its permissions")
            return
        decoded = decode_bytes(data)
        if decoded.text is None:
            yield ReadFailure(path, decoded.cause, "give plain text, best in UTF-8")
            return
        if decoded.encoding not in ("utf-8", "utf-8-sig"):
            yield ReadWarning(path, f"not UTF-8, read as {decoded.encoding}", "save it as UTF-8 if letters look wrong")
        if is_mojibake(decoded.text):
            cause = "letters were damaged before the file was saved (UTF-8 read as another encoding); kept as they are"
            yield ReadWarning(path, cause, "get the text again from its origin")
        yield from self._admit(path, decoded.text, data)

    def _admit(self, path: Path, text: str, data: bytes) -> Iterator[Article | ReadFailure]:
        """The article, under a name that no other text has."""
        digest = hashlib.sha256(data).hexdigest()
        name = _UNSAFE.sub("_", path.stem).strip() or "article"
        if self.ids.get(name, digest) != digest:
            name = f"{name}~{digest[:12]}"
        if name in self.ids:
            yield ReadWarning(path, f"the same text under the same name as {name!r}, read once", "give it once")
            return
        self.ids[name] = digest
        yield self._make(path, name, text, data)

    def _make(self, path: Path, name: str, text: str, data: bytes) -> Article:
        given = dict(self._find_metadata(path))
        origin = dict.fromkeys(given, "given")
        language = given.get("language")
        if language is None:
            language, origin["language"] = self._tell_language(text)
        return make_article(
            text,
            name=name,
            published=given.get("published"),
            language=language,
            outlet=given.get("outlet"),
            title=given.get("title"),
            url=given.get("url"),
            data=data,
            origin=origin,
        )

    def _find_metadata(self, path: Path) -> Mapping[str, str]:
        """The row of a file in the table of its folder, else in one of a folder above that was read."""
        for folder in path.parents:
            table = self.tables.get(folder)
            if table is not None and (row := table.find(path.relative_to(folder).as_posix())):
                return row
        return {}

    def _tell_language(self, text: str) -> tuple[str, str]:
        pack = _find_pack(self.language)
        if pack is None or len(text) < _LEAST_TO_TELL:
            return self.language, "given"
        found = find_language(text, pack)
        return (found, "inferred") if found and found != self.language else (self.language, "given")
