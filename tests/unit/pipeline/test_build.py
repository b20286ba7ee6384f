"""From files to a ledger: what is read, what is said of the rest, and the same bytes every time."""

from __future__ import annotations

from pathlib import Path

import pytest

import careo
from careo.errors import CareoError, LedgerError
from careo.ledger import open_ledger, verify_ledger
from careo.pipeline import build as building
from careo.pipeline.build import BuildSummary

NEWS = {
    "riada.txt": "El gobernador Simón Arregui dijo el lunes que la riada dejó 12 muertos y 30 heridos.\n",
    "presa.txt": "La empresa Aguas del Ombú negó que la presa tuviera grietas, según Radio Cierzo.\n",
    "paro.txt": "«Pararemos 2.000 trabajadores», advirtió la secretaria general del sindicato, Nuria Olmedo.\n",
}
TABLE = "file,outlet,published\nriada.txt,El Correo de Valdeoro,2024-05-08\npresa.txt,La Voz de Ombú,2024-05-09\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "articles.csv").write_text(TABLE, encoding="utf-8")
    return folder


def build(tmp_path: Path, *paths: Path, **options: object) -> BuildSummary:
    return careo.build(paths, tmp_path / "story.db", **options)  # type: ignore[arg-type]


def test_a_folder_becomes_a_ledger(tmp_path: Path, news: Path) -> None:
    summary = build(tmp_path, news)
    assert summary.failures == ()
    assert summary.read.articles == 3
    assert summary.read.claims >= 3
    assert summary.read.figures >= 3
    assert summary.read == summary.total
    with open_ledger(tmp_path / "story.db") as ledger:
        assert ledger.article_ids() == ["paro", "presa", "riada"]
        assert ledger.article("riada").outlet == "El Correo de Valdeoro"
        assert ledger.article("riada").published == "2024-05-08"
        assert any("Arregui" in name for name in ledger.count_sources())
    assert list(verify_ledger(tmp_path / "story.db")) == []


def test_building_again_gives_the_same_bytes(tmp_path: Path, news: Path) -> None:
    build(tmp_path, news)
    first = (tmp_path / "story.db").read_bytes()
    build(tmp_path, news)
    assert (tmp_path / "story.db").read_bytes() == first
    files = sorted(news.glob("*.txt"), reverse=True)
    careo.build(files, tmp_path / "files.db")
    assert (tmp_path / "files.db").read_bytes() == first


def test_what_analysis_gives_does_not_depend_on_its_neighbors(tmp_path: Path, news: Path) -> None:
    build(tmp_path, news)
    for path in sorted(news.glob("*.txt")):
        careo.build([path], tmp_path / "alone.db")
    assert (tmp_path / "alone.db").read_bytes() == (tmp_path / "story.db").read_bytes()


def test_a_file_that_cannot_be_read_stops_nothing(tmp_path: Path, news: Path) -> None:
    (news / "vacio.txt").write_bytes(b"")
    (news / "foto.txt").write_bytes(bytes(range(256)) * 40)
    summary = build(tmp_path, news, tmp_path / "nowhere.txt")
    assert summary.read.articles == 3
    failures = {Path(failure.file).name: failure.reason for failure in summary.failures if not failure.notice}
    assert set(failures) == {"vacio.txt", "foto.txt", "nowhere.txt"}
    assert all(failures.values())


def test_nothing_readable_writes_nothing(tmp_path: Path, news: Path) -> None:
    build(tmp_path, news)
    before = (tmp_path / "story.db").read_bytes()
    (tmp_path / "vacio.txt").write_bytes(b"")
    summary = build(tmp_path, tmp_path / "vacio.txt", out=tmp_path / "pages")
    assert summary.read.articles == 0
    assert summary.total.articles == 3
    assert summary.pages is None
    assert (tmp_path / "story.db").read_bytes() == before
    careo.build([tmp_path / "vacio.txt"], tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_the_same_file_twice_is_read_once(tmp_path: Path, news: Path) -> None:
    summary = build(tmp_path, news / "riada.txt", news / "riada.txt", news)
    assert summary.read.articles == 3
    assert not [failure for failure in summary.failures if not failure.notice]


def test_two_files_of_one_name_are_both_kept(tmp_path: Path, news: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "riada.txt").write_text("La alcaldesa Alba Ruiz pidió ayuda.\n", encoding="utf-8")
    summary = build(tmp_path, news, other)
    assert summary.read.articles == 4
    build(tmp_path, news, other)
    with open_ledger(tmp_path / "story.db") as ledger:
        assert len(ledger.article_ids()) == 4


def test_an_article_that_changed_is_replaced(tmp_path: Path, news: Path) -> None:
    build(tmp_path, news)
    (news / "riada.txt").write_text("La alcaldesa Alba Ruiz pidió ayuda.\n", encoding="utf-8")
    build(tmp_path, news / "riada.txt")
    with open_ledger(tmp_path / "story.db") as ledger:
        assert ledger.count().articles == 3
        assert {claim.source.name for claim in ledger.claims_of("riada")} == {"Alba Ruiz"}


def test_a_language_without_a_pack_is_said_for_each_article(tmp_path: Path, news: Path) -> None:
    (news / "articles.csv").write_text("file,language\nparo.txt,fi\n", encoding="utf-8")
    summary = build(tmp_path, news)
    assert summary.read.articles == 2
    (failure,) = (failure for failure in summary.failures if not failure.notice)
    assert "paro" in failure.file
    assert "'fi'" in failure.reason


def test_a_language_without_a_pack_for_all_is_an_error(tmp_path: Path, news: Path) -> None:
    with pytest.raises(CareoError, match="'xx'"):
        build(tmp_path, news, language="xx")


def test_a_mistake_in_one_article_stops_no_other(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analyze = building.analyze_document

    def stumble(article: careo.model.Article, document: object) -> object:  # type: ignore[name-defined]
        if article.id == "presa":
            raise UnboundLocalError("a hole in a rule")
        return analyze(article, document)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "analyze_document", stumble)
    summary = build(tmp_path, news)
    assert summary.read.articles == 2
    (failure,) = summary.failures
    assert failure.file == "presa"
    assert "UnboundLocalError: a hole in a rule" in failure.reason


def test_interruption_leaves_the_old_ledger(tmp_path: Path, news: Path) -> None:
    build(tmp_path, news / "riada.txt")
    before = (tmp_path / "story.db").read_bytes()

    def interrupt(_done: int, _article: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, news, progress=interrupt)
    assert (tmp_path / "story.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news", "story.db"]


def test_progress_counts_articles(tmp_path: Path, news: Path) -> None:
    seen: list[tuple[int, str]] = []
    build(tmp_path, news, progress=lambda done, article: seen.append((done, article)))
    assert [done for done, _ in seen] == [1, 2, 3]
    assert {article for _, article in seen} == {"paro", "presa", "riada"}


def test_another_file_is_refused_before_anything_is_read(tmp_path: Path, news: Path) -> None:
    (tmp_path / "story.db").write_text("my thesis")
    with pytest.raises(LedgerError, match="not a ledger"):
        build(tmp_path, news)
    assert (tmp_path / "story.db").read_text() == "my thesis"


def test_pages_are_written_and_are_the_same_every_time(tmp_path: Path, news: Path) -> None:
    summary = build(tmp_path, news, out=tmp_path / "pages")
    assert summary.pages == tmp_path / "pages" / "index.html"
    pages = {path.relative_to(tmp_path): path.read_bytes() for path in sorted((tmp_path / "pages").rglob("*.html"))}
    assert len(pages) == 4
    build(tmp_path, news, out=tmp_path / "pages")
    assert {
        path.relative_to(tmp_path): path.read_bytes()
        for path in sorted((tmp_path / "pages").rglob("*"))
        if path.is_file()
    } == pages
