"""Files and folders to articles: metadata, names, and everything that can be wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from careo.model import Article, Span
from careo.read import MAX_BYTES, ReadFailure, ReadWarning, iter_articles, make_article, parse_blocks
from careo.read.metadata import parse_date

BODY = "La alcaldesa de Orlada, Vega Urrutia, dijo el lunes que el puente no se abrirá hasta que acaben las pruebas de carga.\n"
ENGLISH = (
    "The mayor of Orlada said on Monday that the bridge will not be opened before the tests of the pillars are done. "
    * 4
)


def read(*paths: Path) -> tuple[list[Article], list[ReadFailure], list[ReadWarning]]:
    items = list(iter_articles(list(paths)))
    articles = [x for x in items if isinstance(x, Article)]
    warnings = [x for x in items if isinstance(x, ReadWarning)]
    failures = [x for x in items if isinstance(x, ReadFailure) and not isinstance(x, ReadWarning)]
    return articles, failures, warnings


def write(folder: Path, name: str, content: str | bytes = BODY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_folder_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "z.html", ".hidden.txt"):
        write(tmp_path, name, BODY + name)
    articles, failures, warnings = read(tmp_path)
    assert [a.id for a in articles] == ["a", "b", "c"]
    assert not failures
    assert not warnings


def test_metadata(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "sub/b.txt", BODY * 2)
    write(
        tmp_path,
        "articles.csv",
        "file,outlet,published,language,title,url\na.txt,El Estuario,2024-10-28,es,Un título,https://e.org\nsub/b.txt,La Voz,2024-10,,,\n",
    )
    (a, b), failures, warnings = read(tmp_path)
    assert (a.outlet, a.published, a.title, a.url) == ("El Estuario", "2024-10-28", "Un título", "https://e.org")
    assert a.metadata_origin["published"] == "given"
    assert (b.outlet, b.published, b.language) == ("La Voz", "2024-10", "es")
    assert not failures
    assert not warnings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_of_spreadsheets(tmp_path: Path, encoding: str, mark: str) -> None:
    write(tmp_path, "año.txt")
    table = f"file{mark}outlet{mark}published\r\naño.txt{mark}Diario Montaña{mark}2024-10-28\r\n"
    write(tmp_path, "articles.csv", table.encode(encoding))
    (article,), failures, warnings = read(tmp_path)
    assert (article.outlet, article.published) == ("Diario Montaña", "2024-10-28")
    assert not failures
    assert not warnings


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("outlet,published\nEl Estuario,2024-10-28\n", "no column 'file' (found: outlet, published)"),
        ("file,outlet,date\na.txt,El Estuario,2024\n", "unknown column 'date'"),
        ("file,published\na.txt,28/10/2024\n", "line 2: published '28/10/2024' is no date"),
        ("file,published\na.txt,2024-02-30\n", "line 2: published '2024-02-30' is no date"),
        ("file,language\na.txt,castellano\n", "line 2: language 'castellano' is no code"),
        ("file,outlet\nb.txt,El Estuario\n", "line 2: no file 'b.txt' in this folder"),
        ("file,outlet\na.txt,Uno\na.txt,Dos\n", "line 3: 'a.txt' stands in line 2 already"),
        ("file,outlet\n,Uno\n", "line 2: no file named"),
        ("file,outlet\na.txt,Uno,dos,tres\n", "line 2: 4 cells for 2 columns"),
        ("file,outlet,outlet\na.txt,Uno,Dos\n", "column 'outlet' stands there twice"),
        ("", "the file is empty"),
        ("\x00\x01\x02", "zero bytes"),
    ],
)
def test_what_is_wrong_with_a_table(tmp_path: Path, table: str, words: str) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "articles.csv", table)
    (article,), failures, warnings = read(tmp_path)
    assert article.id == "a"
    assert not failures
    assert len(warnings) == 1
    assert words in warnings[0].cause
    assert warnings[0].path == tmp_path / "articles.csv"
    assert "articles.csv" in str(warnings[0])


def test_a_bad_date_leaves_the_rest_of_the_row(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "articles.csv", "file,outlet,published\na.txt,El Estuario,ayer\n")
    (article,), _, _ = read(tmp_path)
    assert (article.outlet, article.published) == ("El Estuario", None)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n \n", "white space"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        ("a.txt", b"a\x00b\x00\x00c", "zero bytes"),
        ("a.html", b"<p>Hola</p>", ".html is not read"),
        ("articles.csv", b"file\n", "no article"),
    ],
)
def test_files_that_give_nothing(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = write(tmp_path, name, content)
    articles, (failure,), _ = read(path)
    assert not articles
    assert words in failure.cause
    assert failure.path == path
    assert failure.remedy


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    write(tmp_path, "small.txt")
    articles, (failure,), _ = read(tmp_path)
    assert [a.id for a in articles] == ["small"]
    assert failure.path == path
    assert failure.cause.startswith(f"50.0 MB, more than the {MAX_BYTES // 1_000_000} MB")


def test_no_such_path_and_an_empty_folder(tmp_path: Path) -> None:
    _, failures, _ = read(tmp_path / "nowhere", tmp_path)
    assert [f.cause for f in failures] == ["there is no such file or folder", "the folder holds no .txt file"]


def test_the_same_file_twice(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    articles, failures, (warning,) = read(path, tmp_path)
    assert len(articles) == 1
    assert not failures
    assert "twice" in warning.cause


def test_one_name_in_two_folders(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt", BODY)
    write(tmp_path, "two/a.txt", BODY + "No hubo heridos.\n")
    write(tmp_path, "three/a.txt", BODY)
    first, failures, warnings = read(tmp_path / "one", tmp_path / "two", tmp_path / "three")
    again, _, _ = read(tmp_path / "one", tmp_path / "two", tmp_path / "three")
    assert [a.id for a in first] == [a.id for a in again] == ["a", f"a~{first[1].sha256[:12]}"]
    assert not failures
    assert ["same text" in w.cause for w in warnings] == [True]


def test_encodings_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", BODY.encode("cp1252"))
    write(tmp_path, "b.txt", BODY.encode("utf-16"))
    articles, _, warnings = read(tmp_path)
    assert [a.text for a in articles] == [BODY, BODY]
    assert [w.cause for w in warnings] == ["not UTF-8, read as cp1252", "not UTF-8, read as utf-16"]


def test_mojibake_is_kept_and_named(tmp_path: Path) -> None:
    damaged = (BODY + "La montaña, el camión y el jabalí.\n").encode().decode("cp1252")
    write(tmp_path, "a.txt", damaged)
    (article,), _, (warning,) = read(tmp_path)
    assert article.text == damaged
    assert "damaged" in warning.cause


def test_another_language_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ENGLISH)
    write(tmp_path, "b.txt", BODY * 3)
    articles, _, _ = read(tmp_path)
    assert [a.language for a in articles] == ["en", "es"]
    assert articles[0].metadata_origin["language"] == "inferred"


def test_make_article() -> None:
    article = make_article("El puente cae\n\n" + BODY, name="a/b", published="2024-10-28")
    assert article.id == "a_b"
    assert article.title == "El puente cae"
    assert article.metadata_origin == {"language": "given", "published": "given", "title": "inferred"}
    assert [b.of(article.text) for b in parse_blocks(article)] == ["El puente cae", BODY.strip()]


def test_blocks_leave_boilerplate_out() -> None:
    text = f"Madrid, 3 may (EFE).- {BODY}\nSuscríbete a nuestro boletín\n\n{BODY}"
    blocks = parse_blocks(make_article(text))
    assert [b.of(text) for b in blocks] == [BODY.strip(), BODY.strip()]
    assert all(isinstance(b, Span) for b in blocks)


def test_a_language_without_pack_is_all_body() -> None:
    article = make_article("Uno\n\nDos", language="xx")
    assert [p.role for p in article.passages] == ["body", "body"]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-10-28", "2024-10-28"),
        ("2024-10-28T10:00:00Z", "2024-10-28"),
        ("2024-10", "2024-10"),
        (" 2024 ", "2024"),
        ("24-1-1", None),
        ("2024-13", None),
    ],
)
def test_dates_of_the_table(value: str, date: str | None) -> None:
    assert parse_date(value) == date


def test_the_development_set_is_read_as_it_is(seeds: Path) -> None:
    articles, failures, warnings = read(seeds)
    assert len(articles) == 5
    assert not failures
    for article in articles:
        assert article.text == (seeds / f"{article.id}.txt").read_text("utf-8")
    assert [w.path.name for w in warnings if w.path.suffix == ".txt"] == []
