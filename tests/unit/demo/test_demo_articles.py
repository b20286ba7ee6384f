"""The demo articles: what a newcomer sees first has to be complete, readable and what its table says it is."""

from __future__ import annotations

import csv
import re
import unicodedata
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from careo.model import Article
from careo.read import iter_articles

DEMO = Path(__file__).resolve().parents[3] / "demo"
TEXTS = sorted(DEMO.glob("*.txt"))
COLUMNS = ["file", "outlet", "published", "language", "title", "url"]
STORIES = {"march": range(1, 6), "flood": range(6, 11), "strike": range(11, 15), "deployment": range(15, 21)}
COPIES = [
    ("02_despacho_vivienda", "03_orvalle_en_la_calle"),
    ("06_despacho_riada", "07_riada_telegrafo"),
    ("17_estimacion_de_lestria", "18_informe_al_parlamento"),
]
FEWEST_WORDS, MOST_WORDS = 180, 420
LEAST_COPIED = 2  # sentences that a copy has to the letter
LONG = 40  # characters from which a common sentence is no accident


def load_table() -> list[dict[str, str]]:
    with (DEMO / "articles.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def find_sentences(stem: str) -> set[str]:
    text = (DEMO / f"{stem}.txt").read_text("utf-8")
    return {part.strip() for part in re.split(r"(?<=[.»”\"])\s+", text) if len(part.strip()) >= LONG}


def test_every_story_has_its_articles() -> None:
    numbers = [int(path.stem[:2]) for path in TEXTS]
    assert numbers == [number for story in STORIES.values() for number in story]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_text_is_plain_and_of_the_length_of_an_article(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\ufeff\u00a0]|  | \n", text)
    assert text.endswith("\n")
    assert FEWEST_WORDS <= len(text.split()) <= MOST_WORDS


def test_table_names_every_article_once_in_order() -> None:
    rows = load_table()
    assert list(rows[0]) == COLUMNS
    assert [row["file"] for row in rows] == [path.name for path in TEXTS]


@pytest.mark.parametrize("row", load_table(), ids=lambda row: str(row["file"]))
def test_table_is_sound(row: dict[str, str]) -> None:
    assert row["outlet"]
    assert date.fromisoformat(row["published"]).year >= 1997
    assert row["language"] in {"es", ""}
    assert not row["url"] or (urlsplit(row["url"]).hostname or "").endswith(".example.org")
    if row["title"]:
        assert row["title"] in (DEMO / row["file"]).read_text("utf-8").splitlines()


def test_table_leaves_some_fields_empty() -> None:
    rows = load_table()
    assert [key for key in COLUMNS if any(not row[key] for row in rows)] == ["language", "title", "url"]


@pytest.mark.parametrize(("dispatch", "copy"), COPIES)
def test_copies_share_sentences_and_are_edited(dispatch: str, copy: str) -> None:
    shared = find_sentences(dispatch) & find_sentences(copy)
    assert len(shared) >= LEAST_COPIED, shared
    assert find_sentences(dispatch) - shared, "a copy that leaves nothing out shows nothing"
    assert find_sentences(copy) - shared, "a copy that adds nothing shows nothing"


def test_every_article_is_read_without_complaint() -> None:
    found = list(iter_articles([DEMO]))
    complaints = [item for item in found if not isinstance(item, Article)]
    assert not complaints
    articles = [item for item in found if isinstance(item, Article)]
    assert [article.id for article in articles] == [path.stem for path in TEXTS]
    assert {article.language for article in articles} == {"es"}


def test_readme_presents_every_article() -> None:
    readme = (DEMO / "README.md").read_text("utf-8")
    shown = re.findall(r"^\| `(\d\d_\w+)` \| ([^|]+?) \|", readme, re.MULTILINE)
    assert shown == [(Path(row["file"]).stem, row["outlet"]) for row in load_table()]
