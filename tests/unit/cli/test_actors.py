"""``careo actors``: who is who, and what a person decides about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careo.pipeline.judgments import read_log
from careo.pipeline.relink import link_ledger
from tests.unit.cli.conftest import Run
from tests.unit.ledger.linked import write_articles

SIGNED = ("--by", "Vera Lodo", "--why", "lo dice su ficha", "--when", "2024-05-10")


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """Three articles on one flood, linked."""
    path = tmp_path / "flood.db"
    write_articles(path)
    link_ledger(path)
    return path


def test_those_with_most_claims_come_first(run: Run, flood: Path) -> None:
    status, out, err = run("actors", flood)
    assert (status, err) == (0, "")
    assert out.startswith("Simón Arregui\n  simon arregui · 6 claims · acts for Gobierno de Valdeoro\n")
    assert "    story: 'Bomberos de Valdeoro' (riada) = 'Bomberos de Valdeoro' (cable), both beside" in out
    assert "acts for" not in out.split("Bomberos de Valdeoro\n")[1]
    assert out.rstrip().endswith("3 of 6 actors; --all shows those who say nothing, too")


@pytest.mark.parametrize(
    ("options", "closing"),
    [(["--all"], "6 of 6 actors"), (["--search", "VALDEORO"], "3 of 6 actors"), (["--merged"], "0 of 6 actors")],
)
def test_less_or_more_of_them(run: Run, flood: Path, options: list[str], closing: str) -> None:
    status, out, _ = run("actors", flood, *options)
    assert (status, out.splitlines()[-1]) == (0, closing)


def test_a_merge_is_made_told_explained_and_undone(run: Run, flood: Path) -> None:
    status, out, err = run("actors", flood, "merge", "simon arregui", "vecinos de la vega", *SIGNED)
    assert (status, err) == (0, "")
    (entry,) = read_log(flood)
    id_ = entry.judgment.id
    assert out.splitlines()[0] == f"merge  {id_}"
    assert out.splitlines()[1] == "actors: simon arregui, vecinos de la vega@balance → simon arregui"
    assert out.splitlines()[2].startswith("linked  ")

    _, out, _ = run("actors", flood, "--merged")
    assert (
        "Simón Arregui\n  simon arregui · 7 claims · acts for Gobierno de Valdeoro\n  also Vecinos de La Vega\n" in out
    )

    _, out, _ = run("explain", flood, "--actor", "Vecinos de La Vega")
    told = f"'Simón Arregui' and 'Vecinos de La Vega' (balance) are one: Vera Lodo, 2024-05-10: lo dice su ficha ({id_[:10]})"
    assert told in " ".join(out.split())

    status, out, _ = run(
        "actors", flood, "undo", id_[:8], "--by", "Omar Ruz", "--why", "era otra", "--when", "2024-05-11"
    )
    assert status == 0
    assert "actors: simon arregui → simon arregui, vecinos de la vega@balance" in out
    _, out, _ = run("explain", flood, "--actor", "Vecinos de La Vega")
    assert "taken back: Omar Ruz, 2024-05-11: era otra" in out

    status, out, _ = run("actors", flood, "log")
    assert status == 0
    assert [line[:10] for line in out.splitlines() if line.startswith("j-")] == [
        e.judgment.id[:10] for e in read_log(flood)
    ]
    assert f"took back {id_}" in out
    assert out.rstrip().endswith("2 decisions")


def test_a_split_speaks_of_one_article(run: Run, flood: Path) -> None:
    status, out, _ = run("actors", flood, "split", "Simón Arregui@balance", "Simón Arregui", *SIGNED)
    assert status == 0
    assert "actors: simon arregui → simon arregui, simon arregui@balance" in out


def test_without_a_date_the_clock_tells_it(run: Run, flood: Path) -> None:
    status, out, _ = run("actors", flood, "merge", "Simón Arregui", "Valdeoro", *SIGNED[:4], "--quiet")
    assert (status, out) == (0, "")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", read_log(flood)[0].judgment.when)


def test_nothing_decided(run: Run, flood: Path) -> None:
    assert run("actors", flood, "log") == (0, "nothing has been decided\n", "")


def test_hostile_words_are_shown_and_not_obeyed(run: Run, flood: Path) -> None:
    odd = "\x1b[31mroja\u202e\nsegunda"
    assert (
        run("actors", flood, "merge", "Simón Arregui", "Valdeoro", "--by", odd, "--why", odd, "--when", "2024-05-10")[0]
        == 0
    )
    for words in (("actors", flood, "log"), ("explain", flood, "--actor", "Simón Arregui")):
        _, out, _ = run(*words)
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "[31mroja" in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("merge", "Simón Arregui", "Simon Aregui", *SIGNED),
            "no actor is called 'Simon Aregui'; nearest: 'Simón Arregui'",
        ),
        (("merge", "Simón Arregui", *SIGNED), "merge: 1 name; give two or more"),
        (("undo", "j-1", *SIGNED), "'j-1' is no entry of the log; list the entries with: careo actors"),
        (("merge", "a", "b", *SIGNED[:4], "--when", "hoy"), "--when: 'hoy' is no date; give one like 2024-10-28"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(run: Run, flood: Path, words: tuple[str, ...], message: str) -> None:
    before = flood.read_bytes()
    status, out, err = run("actors", flood, *words)
    assert (status, out) == (2, "")
    assert message in err
    assert flood.read_bytes() == before


def test_options_of_the_list_say_nothing_of_a_decision(run: Run, flood: Path) -> None:
    status, _, err = run("actors", flood, "--all", "merge", "a", "b", *SIGNED)
    assert (status, err) == (2, "careo: --all: says nothing of merge; leave it out\n")


def test_a_decision_is_signed(run: Run, flood: Path) -> None:
    status, _, err = run("actors", flood, "merge", "a", "b", "--by", "Vera")
    assert status == 2
    assert "--why" in err
