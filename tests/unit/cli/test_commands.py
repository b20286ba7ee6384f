"""What each command prints, with which exit status, and what it says where something is wrong."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from careo.cli import main
from careo.ledger import write_ledger
from careo.model import Content, Source, Span
from tests.unit.cli.conftest import Run
from tests.unit.ledger.samples import TEXT, make_article, make_claims

CAREO = [sys.executable, "-m", "careo"]


def test_show_lists_attributed_claims(run: Run, story: Path) -> None:
    status, out, err = run("show", story)
    assert (status, err) == (0, "")
    assert "Radio Ombú > Simón" in out
    assert "(the outlet)" not in out
    assert out.rstrip().endswith("4 of 6 claims in 2 articles; --all shows what the outlets say themselves, too")


def test_show_all(run: Run, story: Path) -> None:
    _, out, _ = run("show", story, "--all")
    assert "(the outlet)" in out
    assert "6 of 6 claims" in out


@pytest.mark.parametrize(
    ("options", "closing"),
    [
        (["--source", "alba ruiz"], "2 of 6 claims"),
        (["--stance", "deny", "--article", "presa"], "1 of 6 claims"),
        (["--figures"], "2 of 2 figures"),
        (["--source", "nadie"], "0 of 6 claims"),
    ],
)
def test_show_filters(run: Run, story: Path, options: list[str], closing: str) -> None:
    status, out, _ = run("show", story, *options)
    assert status == 0
    assert out.splitlines()[-1].startswith(closing)


def test_show_figures_has_their_meaning(run: Run, story: Path) -> None:
    _, out, _ = run("show", story, "--figures", "--article", "riada")
    row = next(line for line in out.splitlines() if "12 muertos" in line)
    assert "killed" in row
    assert "2024-05-06" in row


def test_narrow_terminals_get_rows_below_each_other(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    _, out, _ = run("show", story, "--figures")
    assert max(map(len, out.splitlines())) <= 44
    assert "figure   12 muertos" in out


def test_explain_names_every_rule_with_its_words(run: Run, story: Path) -> None:
    claim = make_claims(make_article("riada"))[0]
    status, out, _ = run("explain", story, claim.id[:12])
    assert status == 0
    assert claim.id in out
    for words in (
        "cue:verb",
        "Arregui [dijo] que",
        "source:subject",
        "[El gobernador Simón Arregui] dijo",
        "figure:cardinal  for ‹12 muertos›",
    ):
        assert words in out


def test_verify(run: Run, story: Path) -> None:
    assert run("verify", story) == (0, "every span of 6 claims in 2 articles gives back its text\n", "")
    with sqlite3.connect(story) as connection:
        connection.execute("UPDATE claims SET cue = 'dijó' WHERE cue = 'dijo' AND article = 'presa'")
    status, out, _ = run("verify", story)
    assert status == 1
    assert "cue 54-58: 'dijó', but the text says 'dijo'" in out
    assert out.endswith("1 span of 6 claims in 2 articles not giving back its text; nothing was changed\n")


def test_export_names_its_files(run: Run, story: Path, tmp_path: Path) -> None:
    status, out, _ = run("export", story, tmp_path / "out", "--format", "csv")
    assert status == 0
    assert [Path(line).name for line in out.splitlines()] == [
        "articles.csv",
        "claims.csv",
        "figures.csv",
        "disputes.csv",
        "positions.csv",
        "actors.csv",
        "judgments.csv",
    ]


@pytest.mark.parametrize(
    "command",
    [
        ["show"],
        ["show", "--disputes"],
        ["explain", "x"],
        ["explain", "d-x"],
        ["explain", "--actor", "x"],
        ["link"],
        ["verify"],
        ["export", "out"],
    ],
)
def test_a_missing_ledger_is_said_in_one_line(run: Run, tmp_path: Path, command: list[str]) -> None:
    name, *rest = command
    status, out, err = run(name, tmp_path / "none.db", *rest)
    assert (status, out) == (2, "")
    assert (
        err
        == f"careo: {tmp_path / 'none.db'}: no such ledger; make one with: careo build PATH... --ledger {tmp_path / 'none.db'}\n"
    )


def test_wrong_arguments(run: Run, story: Path) -> None:
    for arguments in (
        [],
        ["shwo"],
        ["show"],
        ["show", story, "--stance", "maybe"],
        ["export", story, "out", "--format", "xml"],
    ):
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert "usage: careo" in err


def test_hostile_text_reaches_no_terminal(run: Run, tmp_path: Path) -> None:
    bell = "\x1b]0;owned\x07\x1b[31m[red]\u202e"
    article = make_article("riada", f"{bell} {TEXT}", outlet=bell, title=bell)
    place = Span(0, len(bell))
    claims = [
        replace(
            make_claims(article)[0],
            content=Content(place, bell),
            source=Source(bell, "person", place, bell, bell),
            said=bell,
        )
    ]
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(replace(article, id=f"id{bell}"), [replace(claims[0], article=f"id{bell}")])
    for arguments in (["show"], ["show", "--figures"], ["verify"]):
        status, out, err = run(arguments[0], tmp_path / "a.db", *arguments[1:])
        assert status == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(out + err)
    status, out, err = run("explain", tmp_path / "a.db", claims[0].id)
    assert "[red]" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out + err)
    _, _, err = run("show", tmp_path / "a.db", "--article", f"{bell}none")
    assert not {"\x1b", "\x07", "\u202e"} & set(err)


def test_color_only_where_it_is_wanted(story: Path) -> None:
    def show(**env: str) -> str:
        clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
        return subprocess.run(
            [*CAREO, "show", str(story)], env={**clean, **env}, capture_output=True, text=True, check=True
        ).stdout

    assert "\x1b[" not in show()
    assert "\x1b[31m" in show(FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[31m" not in show(FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_encoding_of_the_terminal(story: Path, encoding: str) -> None:
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    claim = make_claims(make_article("riada"))[1]
    for arguments in (["show", str(story)], ["show", str(story), "--figures"], ["explain", str(story), claim.id]):
        done = subprocess.run([*CAREO, *arguments], env=env, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        done.stdout.decode(encoding)


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    article = make_article()
    claim = make_claims(article)[0]
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(article, [replace(claim, id=f"{number:06}") for number in range(3000)])
    command = f"{sys.executable} -m careo show {tmp_path / 'a.db'} | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 141
    assert done.stdout.startswith("claim")


def test_interruption_is_said_in_one_line(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("careo.cli.commands.verify_command.verify_ledger", interrupt)
    assert run("verify", story) == (130, "", "careo: interrupted; the ledger is complete, or as it was\n")


def test_help_is_fast_and_says_what_each_command_does(run: Run) -> None:
    _, out, _ = run("--help")
    for command in ("build", "link", "show", "try", "explain", "verify", "export", "demo", "packs"):
        assert f"\n    {command} " in out
        status, own, _ = run(command, "--help")
        assert status == 0
        assert own.startswith(f"usage: careo {command}")


def test_version(run: Run) -> None:
    from careo import __version__

    assert run("--version")[:2] == (0, f"careo {__version__}\n")


def test_every_text_of_try_is_a_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = "Llueve en Ombuá.\n\n  \nEl alcalde Vega dijo que llueve.\n\ufeffFin\xff".encode("latin-1", "replace")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert main(["try", "--json"]) == 0
    texts = [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()]
    assert texts == ["Llueve en Ombu\ufffd.", "El alcalde Vega dijo que llueve.", "?Fin\ufffd"]


def test_try_shows_text_and_parts(run: Run) -> None:
    status, out, _ = run("try", "El alcalde Rufino Vega dijo que hubo 300 heridos.", "--reasons")
    assert status == 0
    assert "    El alcalde Rufino Vega dijo que hubo 300 heridos.\n" in out
    for field in (
        "source   ",
        "cue      dijo (decir)",
        "content  hubo 300 heridos",
        "stance   assert",
        "figure   ",
        "rule     ",
    ):
        assert field in out


def test_try_understands_dates_or_says_so(run: Run) -> None:
    status, out, _ = run("try", "El alcalde Rufino Vega dijo el lunes que hubo heridos.", "--published", "2024-05-08")
    assert status == 0
    assert "said     2024-05-06" in out
    status, _, err = run("try", "Hola.", "--published", "ayer")
    assert status == 2
    assert "'ayer'" in err


def test_packs_lint(run: Run) -> None:
    status, out, err = run("packs", "lint")
    assert (status, err) == (0, ""), out
    assert out.startswith("pack es: ")
    status, _, err = run("packs", "lint", "xx")
    assert status == 2
    assert "no language pack for 'xx'" in err


def test_the_demo_is_a_sound_ledger_with_a_page(run: Run, demo_articles: Path, tmp_path: Path) -> None:
    status, out, err = run("demo", "--no-open", "--out", tmp_path / "demo")
    assert (status, err) == (0, "")
    assert out.splitlines()[-2:] == [
        f"page    {tmp_path / 'demo' / 'index.html'}",
        f"dossier {tmp_path / 'demo' / 'dossier.html'}",
    ]
    assert run("verify", tmp_path / "demo" / "demo.db")[0] == 0
    assert len(list((tmp_path / "demo" / "articles").glob("*.html"))) == len(list(demo_articles.glob("*.txt")))


def test_the_demo_opens_its_page_only_where_there_is_a_screen(
    run: Run, demo_articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    run("demo", "--out", tmp_path / "unseen")
    assert opened == []
    monkeypatch.setattr("careo.cli.commands.demo_command._has_screen", lambda: True)
    run("demo", "--out", tmp_path / "seen")
    assert opened == [(tmp_path / "seen" / "dossier.html").as_uri()]


def test_a_demo_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    status, _, err = run("demo", "--no-open", "--out", tmp_path / "taken")
    assert status == 2
    assert "taken: cannot be made" in err
