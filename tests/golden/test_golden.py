"""What users see, to the letter: a ledger made by hand in every form that careo gives it.

`python -m pytest tests/golden --write-golden` writes the files anew; the difference is then read in the commit.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careo.cli import main
from careo.ledger import export_ledger, write_ledger, write_linked
from careo.pipeline.publish import publish_pages
from tests.unit.ledger.linked import TOLL, make_copies, make_linked, write_articles
from tests.unit.ledger.samples import make_article, make_claims, make_own_claim

HERE = Path(__file__).parent
Check = Callable[[str, str], None]


@pytest.fixture
def check(request: pytest.FixtureRequest) -> Check:
    """``check("show.txt", text)`` compares with the golden file of this name."""

    def compare(name: str, text: str) -> None:
        path = HERE / name
        if request.config.getoption("--write-golden", default=False):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_bytes().decode("utf-8"), f"tests/golden/{name} differs; see the top of this file"

    return compare


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    path = tmp_path / "story.db"
    article = make_article()
    with write_ledger(path) as writer:
        writer.append(article, [*make_claims(article), make_own_claim(article, "La presa de Valdeoro cede")])
    return path


Shown = Callable[[], str]


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    """What was printed."""
    return lambda: capsys.readouterr().out


@pytest.fixture
def linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    path = tmp_path / "linked.db"
    write_articles(path)
    write_linked(path, make_linked(), make_copies())
    return path


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("show.txt", ["show", "LEDGER"]),
        ("show_all.txt", ["show", "LEDGER", "--all"]),
        ("show_figures.txt", ["show", "LEDGER", "--figures"]),
        ("explain.txt", ["explain", "LEDGER", make_claims(make_article())[0].id]),
    ],
)
def test_terminal(
    check: Check, story: Path, capsys: pytest.CaptureFixture[str], name: str, arguments: list[str]
) -> None:
    assert main([str(story) if argument == "LEDGER" else argument for argument in arguments]) == 0
    check(name, capsys.readouterr().out)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("disputes.txt", ["show", "LEDGER", "--disputes"]),
        ("disputes_list.txt", ["show", "LEDGER", "--disputes", "--list"]),
        ("explain_dispute.txt", ["explain", "LEDGER", TOLL]),
        ("explain_actor.txt", ["explain", "LEDGER", "--actor", "Gobierno de Valdeoro"]),
    ],
)
def test_disputes(check: Check, linked: Path, shown: Shown, name: str, arguments: list[str]) -> None:
    assert main([str(linked) if argument == "LEDGER" else argument for argument in arguments]) == 0
    check(name, shown())


def test_disputes_on_a_narrow_terminal(
    check: Check, linked: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["show", str(linked), "--disputes", "--labels", "es"]) == 0
    check("disputes_narrow.txt", shown())


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_export_of_what_was_linked(check: Check, linked: Path, tmp_path: Path, form: str) -> None:
    for file in export_ledger(linked, tmp_path / "out", form):
        if file.stem in ("disputes", "positions", "actors"):
            check(f"linked_{file.name}", file.read_bytes().decode("utf-8"))


def test_help(check: Check, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["--help"]) == 0
    check("help.txt", capsys.readouterr().out)


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_export(check: Check, story: Path, tmp_path: Path, form: str) -> None:
    for file in export_ledger(story, tmp_path / "out", form):
        check(f"export_{file.name}", file.read_bytes().decode("utf-8"))


def test_pages(check: Check, story: Path, tmp_path: Path) -> None:
    index = publish_pages(story, tmp_path / "out")
    check("index.html", index.read_text("utf-8"))
    check("article.html", (index.parent / "articles" / "riada.html").read_text("utf-8"))
