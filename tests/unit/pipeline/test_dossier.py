"""Writing a dossier from a ledger: forms, languages, charts, the same bytes, and what cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from careo.cli import main
from careo.ledger import write_linked
from careo.pipeline.dossier import load_dossier
from tests.unit.ledger.linked import make_copies, make_linked, write_articles


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    write_articles(path)
    write_linked(path, make_linked(), make_copies())
    return path


def test_a_page_in_either_language_and_always_the_same(ledger: Path, tmp_path: Path) -> None:
    for language in ("es", "en"):
        pages = [tmp_path / f"{language}{number}.html" for number in range(2)]
        for page in pages:
            assert main(["report", str(ledger), "-o", str(page), "--lang", language]) == 0
        assert f'<html lang="{language}">' in pages[0].read_text("utf-8")
        assert pages[0].read_bytes() == pages[1].read_bytes()


def test_markdown_by_its_name_or_by_its_format(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", str(ledger), "-o", "page.md", "--lang", "en"]) == 0
    assert main(["report", str(ledger), "--format", "md", "--lang", "en"]) == 0
    assert Path("page.md").read_text("utf-8") == Path("story.md").read_text("utf-8")
    assert Path("page.md").read_text("utf-8").startswith("# Who says what\n")


def test_charts_come_with_their_data(ledger: Path, tmp_path: Path) -> None:
    assert main(["report", str(ledger), "-o", str(tmp_path / "p.html"), "--assets", str(tmp_path / "charts")]) == 0
    names = ["figures-001.csv", "figures-001.png", "figures-001.svg"]
    assert sorted(path.name for path in (tmp_path / "charts").iterdir()) == names
    lines = (tmp_path / "charts" / "figures-001.csv").read_text("utf-8").splitlines()
    assert len(lines) == 5
    assert lines[1].startswith("1,Gobierno de Valdeoro,12.0,12.0,total,as_of,2024-05-06,first,")


def test_charts_come_without_pictures_where_nothing_draws_them(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("careo.report.dossier.pictures.find_spec", lambda name: None)
    assert main(["report", str(ledger), "-o", str(tmp_path / "p.html"), "--assets", str(tmp_path / "charts")]) == 0
    assert sorted(path.suffix for path in (tmp_path / "charts").iterdir()) == [".csv", ".svg"]
    told = capsys.readouterr()
    assert "resvg_py and font_lato are not installed; pip install 'careo[png]'" in told.err
    assert "(2 files)" in told.out


def test_what_cannot_be_written_says_so(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["report", str(ledger), "-o", str(tmp_path / "file" / "page.html")]) == 2
    assert "choose another with --out" in capsys.readouterr().err


def test_a_ledger_that_was_never_linked_has_a_page(tmp_path: Path) -> None:
    path = tmp_path / "bare.db"
    write_articles(path)
    dossier = load_dossier(path)
    assert (dossier.disputes, dossier.making.linked, len(dossier.claims)) == ((), False, 9)
    assert main(["report", str(path), "-o", str(tmp_path / "bare.html")]) == 0
    assert "careo link" in (tmp_path / "bare.html").read_text("utf-8")


def test_versions_are_told(ledger: Path) -> None:
    making = load_dossier(ledger, program="careo 9").making
    assert (making.program, making.packs) == ("careo 9", ("es",))
    assert making.model.count(".") == 2
