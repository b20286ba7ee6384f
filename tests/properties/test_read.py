"""Any bytes and any text: reading never raises, passages reproduce the text, and no word of it is lost."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from careo.lang import load_pack
from careo.lang.boilerplate import Agency, LinePattern
from careo.model import Article, Span
from careo.read import ReadFailure, find_passages, iter_articles, make_article, parse_blocks
from careo.read.decoding import decode_bytes

PACK = load_pack("es")
LINES = [
    line.removeprefix("{line:").removesuffix("}")
    for entry in PACK.slot(LinePattern)
    for line in (*entry.accept, *entry.reject)
]
PIECES = [
    *LINES,
    *(name for entry in PACK.slot(Agency) for name in entry.names[:4]),
    "El alcalde dijo que no habrá obras hasta el lunes de la semana que viene.",
    "—No —dijo—. Nunca.",
    "",
    "  ",
    ".",
    "¿Y ahora?",
    "Madrid, 3 may (EFE).-",
]
PAGES = st.lists(st.sampled_from(PIECES), max_size=16).map("\n".join)


def check(text: str) -> None:
    passages = find_passages(text, PACK, "es")
    end = 0
    for passage in passages:
        assert passage.span.start >= end
        assert len(passage.span)
        assert passage.span == passage.span.strip(text)
        assert not text[end : passage.span.start].strip(), "a word between passages is lost"
        end = passage.span.end
    assert not text[end:].strip()


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text)


@given(PAGES)
@settings(max_examples=200)
def test_any_page(text: str) -> None:
    check(text)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    decoded = decode_bytes(data)
    assert (decoded.text is None) == bool(decoded.cause)
    assert decoded.text is None or "\r" not in decoded.text


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200))
def test_clean_utf8_comes_back_unchanged(text: str) -> None:
    decoded = decode_bytes(text.encode())
    if decoded.text is not None and not text.startswith("\ufeff"):
        assert decoded.text == text


@given(st.binary(max_size=120), st.binary(max_size=120))
def test_a_folder_of_anything(tmp_path_factory, first: bytes, table: bytes) -> None:  # type: ignore[no-untyped-def]
    folder: Path = tmp_path_factory.mktemp("folder")
    (folder / "a.txt").write_bytes(first)
    (folder / "articles.csv").write_bytes(table)
    items = list(iter_articles([folder]))
    assert items
    assert all(isinstance(item, Article | ReadFailure) for item in items)
    assert sum(isinstance(item, Article) for item in items) <= 1


@given(PAGES)
def test_blocks_lie_in_the_text(text: str) -> None:
    article = make_article(text)
    blocks = parse_blocks(article)
    assert list(blocks) == sorted(blocks)
    assert all(Span(0, len(text)).contains(block) for block in blocks)


@given(st.text(alphabet="abc .,\n", max_size=200))
def test_text_without_any_boilerplate_word_is_read_in_full(text: str) -> None:
    check(text)
