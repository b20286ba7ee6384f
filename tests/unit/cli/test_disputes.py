"""Disputes in the terminal: face to face, listed, explained, and what is said where something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from careo.ledger import write_linked
from careo.model import Actor, Joint, Linked, Origin, Relation
from careo.pipeline import relink
from tests.unit.cli.conftest import Run
from tests.unit.ledger.linked import (
    ALARM,
    TOLL,
    make_copies,
    make_linked,
    make_linked_articles,
    make_linked_claims,
    write_articles,
)

FIRST, SECOND, COPY = (make_linked_claims(article) for article in make_linked_articles())


@pytest.fixture
def dispute(tmp_path: Path) -> Path:
    """A ledger whose claims have been linked."""
    path = tmp_path / "dispute.db"
    write_articles(path)
    write_linked(path, make_linked(), make_copies())
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A ledger of thirty disputes."""
    path = tmp_path / "many.db"
    write_articles(path)
    (toll, _) = make_linked().disputes
    write_linked(path, Linked(tuple(replace(toll, id=f"d-{n:016}") for n in range(30))), {})
    return path


def test_disputes_set_claimants_face_to_face(run: Run, dispute: Path) -> None:
    status, out, err = run("show", dispute, "--disputes")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].endswith("¿Cuántos muertos dejó la riada de Valdeoro?")
    assert lines[1].strip() == "contested · 3 origins"
    rows = [line for line in lines if "2024-05-0" in line]
    assert [row[29:43].strip() for row in rows[:6]] == ["15", "> 30", "12", "9", "12", "9"]
    assert ["└" in row for row in rows[:6]] == [False, False, False, True, False, True]
    assert "contradicts" in out
    assert "superseded by" in out
    assert "↔ Gobierno de Valdeoro changed sides: denies (2024-05-06), then confirms (2024-05-07)" in out
    assert lines[-1] == "2 of 2 disputes; --all shows those with one voice, too"


@pytest.mark.parametrize("width", [40, 60, 80, 95, 96, 120, 200])
def test_disputes_fit_the_terminal(run: Run, dispute: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for form in ("--full", "--list"):
        _, out, _ = run("show", dispute, "--disputes", form)
        assert max(map(len, out.splitlines())) <= width
    _, out, _ = run("explain", dispute, TOLL)
    assert max(map(len, out.splitlines())) <= width


def test_a_narrow_terminal_has_all_of_it(run: Run, dispute: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = run("show", dispute, "--disputes")
    assert "     El Correo de Valdeoro → Simón Arregui\n" in out
    assert "     contradicts Vecinos de La Vega (> 30)\n" in out
    assert "       part of Gobierno de Valdeoro (12)\n" in out
    assert "     ‹las sirenas fallaron›\n" in out


@pytest.mark.parametrize(
    ("options", "closing"),
    [
        (["--kind", "quantity"], "1 of 2 disputes"),
        (["--verdict", "revised"], "1 of 2 disputes"),
        (["--verdict", "single"], "0 of 2 disputes"),
        (["--article", "bal", "--all"], "2 of 2 disputes"),
        (["--list"], "2 of 2 disputes; --full sets them face to face"),
    ],
)
def test_disputes_are_filtered(run: Run, dispute: Path, options: list[str], closing: str) -> None:
    status, out, _ = run("show", dispute, "--disputes", *options)
    assert status == 0
    assert out.splitlines()[-1].startswith(closing)


def test_those_of_one_voice_are_shown_when_asked_for(run: Run, dispute: Path) -> None:
    (toll, alarm) = make_linked().disputes
    write_linked(dispute, Linked((toll, replace(alarm, verdict="single"))), {})
    assert "Fallaron" not in run("show", dispute, "--disputes")[1]
    for options in (["--all"], ["--verdict", "single"]):
        assert "Fallaron las sirenas" in run("show", dispute, "--disputes", *options)[1]


def test_many_disputes_are_listed(run: Run, many: Path) -> None:
    _, out, _ = run("show", many, "--disputes")
    assert len(out.splitlines()) == 30 + 3
    assert out.splitlines()[-1].startswith("30 of 30 disputes; --full sets them face to face")
    assert run("show", many, "--disputes", "--full")[1].count("contradicts Vecinos") == 30


def test_the_words_come_in_two_languages(run: Run, dispute: Path) -> None:
    _, out, _ = run("show", dispute, "--disputes", "--labels", "es")
    assert "en disputa · 3 orígenes" in out
    assert "contradice a" in out
    assert "cambió de postura: niega (2024-05-06), luego confirma (2024-05-07)" in out


def test_a_ledger_that_was_not_linked_says_so(run: Run, story: Path) -> None:
    for arguments in (["show", story, "--disputes"], ["explain", story, "d-1"], ["explain", story, "--actor", "x"]):
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert err == f"careo: {story}: its claims have not been linked; link them with: careo link {story}\n"


def test_link_links(run: Run, story: Path) -> None:
    status, out, err = run("link", story)
    assert (status, err) == (0, "")
    assert out.startswith("linked  ")
    before = story.read_bytes()
    assert run("link", story, "--quiet") == (0, "", "")
    assert story.read_bytes() == before
    assert run("show", story, "--disputes")[0] == 0


def test_explain_a_dispute(run: Run, dispute: Path) -> None:
    status, out, err = run("explain", dispute, TOLL[:5])
    assert (status, err) == (0, "")
    for words in (
        f"quantity {TOLL}",
        "contested: contradicts 1, supersedes 1, part of 2, same 1",
        "quantity:disjoint: 15 against more than 30, 2024-05-07",
        "1 o-governor: ",
        "copy: cable carries riada",
        "ucdp (UCDP (low, best, high)): low 15, best 15, high 30, as of 2024-05-07",
        "Gobierno de Valdeoro: 12 (2024-05-06, first) → 15 (2024-05-07, later total)",
        "Simón Arregui (a-arregui): Arregui",
        "surname: Arregui",
        "cable: riada (near-identical), jaccard: 1.00",
        "cumulative:rise: 12, 15",
    ):
        assert words in out


def test_explain_a_claim_adds_its_disputes(run: Run, dispute: Path) -> None:
    status, out, _ = run("explain", dispute, SECOND[1].id[:12])
    assert status == 0
    assert out.index("\nrules\n") < out.index("\ndisputes\n") < out.index(f"  {TOLL} contested")
    assert "contradicts Vecinos de La Vega (> 30)" in out


def test_explain_two_claims(run: Run, dispute: Path) -> None:
    _, out, _ = run("explain", dispute, SECOND[1].id[:8], SECOND[0].id)
    assert "Gobierno de Valdeoro (15)" in out
    assert "quantity:disjoint" in out
    _, out, _ = run("explain", dispute, SECOND[1].id, FIRST[0].id)
    assert "no relation between them is recorded, though both take part in 1 dispute" in out
    _, out, _ = run("explain", dispute, SECOND[1].id, SECOND[2].id)
    assert "they take part in no dispute together" in out
    assert TOLL in out
    assert ALARM in out


def test_explain_an_actor(run: Run, dispute: Path) -> None:
    _, out, _ = run("explain", dispute, "--actor", "arregui")
    for words in ("actor a-arregui", "acts for Gobierno de Valdeoro (a-gobierno)", "  surname: Arregui"):
        assert words in out
    _, out, _ = run("explain", dispute, "--actor", "gobierno de valdeoro")
    assert "Simón Arregui (a-arregui)" in out
    assert "changed sides" in out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "nothing to explain; give the id of a claim or a dispute, two claims, or --actor NAME"),
        (["a", "b", "c"], "3 ids (a, b, c); give one, or two claims"),
        (["d-1f", "a"], "'d-1f' is a dispute; give it alone, or give two claims"),
        (["a", "--actor", "b"], "'a' and --actor; give one of them"),
        (["d-0"], "no dispute 'd-0' in this ledger; list what it holds with: careo show"),
        (["none"], "no claim 'none' in this ledger"),
        (["--actor", "none"], "no actor 'none' in this ledger"),
        ([FIRST[0].id, FIRST[0].id[:9]], "are one claim"),
        ([FIRST[0].id, "none"], "no claim 'none'"),
    ],
)
def test_what_cannot_be_explained(run: Run, dispute: Path, arguments: list[str], problem: str) -> None:
    status, out, err = run("explain", dispute, *arguments)
    assert (status, out) == (2, "")
    assert problem in err


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--disputes", "--stance", "deny"], "--stance: says nothing of disputes"),
        (["--disputes", "--figures", "--source", "x"], "--source --figures: says nothing of disputes"),
        (["--verdict", "single"], "--verdict: says nothing of claims; add --disputes"),
        (["--list"], "--list: says nothing of claims; add --disputes"),
    ],
)
def test_options_that_say_nothing_are_refused(run: Run, dispute: Path, options: list[str], problem: str) -> None:
    status, out, err = run("show", dispute, *options)
    assert (status, out) == (2, "")
    assert problem in err


def test_hostile_names_reach_no_terminal(run: Run, dispute: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bell = "\x1b]0;owned\x07\x1b[31m[red]\u202e"
    linked = make_linked()
    disputes = tuple(
        replace(
            d, question=bell, notes=(bell,), key={bell: bell}, origins=(Origin(bell, d.claims, (Joint(bell, bell, bell, bell),)),),
            relations=tuple(Relation(r.left, r.right, r.relation, bell, bell) for r in d.relations),
            series=tuple(replace(s, claimant=bell) for s in d.series),
            estimates=tuple(replace(e, rule=bell, as_of=bell) for e in d.estimates),
        )
        for d in linked.disputes
    )  # fmt: skip
    actors = (Actor("a-1", bell, ("Simón Arregui", bell), bell, (bell,)),)
    positions = tuple(replace(p, actor=bell, reversals=tuple(replace(r, between=(bell, bell)) for r in p.reversals))
                      for p in linked.positions)  # fmt: skip
    copies = {"cable": tuple(replace(copy, kind=bell, reason=bell) for copy in make_copies()["cable"])}
    write_linked(dispute, replace(linked, disputes=disputes, actors=actors, positions=positions), copies)
    shown = [
        ["show", dispute, "--disputes"], ["show", dispute, "--disputes", "--list"], ["explain", dispute, TOLL],
        ["explain", dispute, ALARM], ["explain", dispute, SECOND[0].id], ["explain", dispute, SECOND[0].id, SECOND[1].id],
        ["explain", dispute, "--actor", "a-1"], ["explain", dispute, "--actor", bell],
    ]  # fmt: skip
    for width in ("60", "120"):
        monkeypatch.setenv("COLUMNS", width)
        for arguments in shown:
            status, out, err = run(*arguments)
            assert (status, err) == (0, "")
            assert "[red]" in out or arguments[-1] == SECOND[0].id
            assert not {"\x1b", "\x07", "\u202e"} & set(out)
    _, _, err = run("explain", dispute, f"d-{bell}")
    assert not {"\x1b", "\x07", "\u202e"} & set(err)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_terminal(dispute: Path, encoding: str) -> None:
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    for arguments in (["show", str(dispute), "--disputes"], ["explain", str(dispute), TOLL]):
        command = [sys.executable, "-m", "careo", *arguments]
        done = subprocess.run(command, env=env, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_verify_says_which_links_lead_nowhere(run: Run, dispute: Path) -> None:
    status, out, _ = run("verify", dispute)
    assert status == 0
    assert out.splitlines()[-1] == "every link of 2 disputes leads to a claim of the ledger"
    linked = make_linked()
    gone = replace(linked.disputes[0], members=linked.disputes[0].members[:-1])
    write_linked(dispute, replace(linked, disputes=(gone, linked.disputes[1])), {})
    status, out, _ = run("verify", dispute)
    assert status == 1
    assert f"{TOLL} relations.left: no '{COPY[1].id} 0' in this ledger" in out
    assert out.splitlines()[-1].endswith("of 2 disputes leading nowhere; careo link --anew finds them anew")


def test_a_build_says_where_linking_failed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> Linked:
        raise ZeroDivisionError("a hole in a rule")

    monkeypatch.setattr("careo.pipeline.relink.link_archive", stumble)
    (tmp_path / "a.txt").write_text("La alcaldesa Alba Ruiz dijo que hubo 12 heridos.\n", encoding="utf-8")
    status, out, err = run("build", tmp_path / "a.txt", "--ledger", tmp_path / "a.db")
    assert status == 1
    assert "ZeroDivisionError: a hole in a rule" in err
    assert f"link them with: careo link {tmp_path / 'a.db'}" in err
    assert f"ledger  {tmp_path / 'a.db'}" in out
    assert run("show", tmp_path / "a.db")[0] == 0


def test_link_anew_takes_up_nothing_and_finds_the_same(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    (tmp_path / "a.txt").write_text("La alcaldesa Alba Ruiz dijo que hubo 12 heridos.\n", encoding="utf-8")
    assert run("build", tmp_path / "a.txt", "--ledger", path)[0] == 0
    before = path.read_bytes()
    taken: list[int] = []
    link = relink.link_archive
    monkeypatch.setattr(
        relink,
        "link_archive",
        lambda f, g, memory, **more: taken.append(len(memory.notes)) or link(f, g, memory, **more),
    )
    assert run("link", path)[0] == run("link", path, "--anew")[0] == 0
    assert taken == [1, 0]
    assert path.read_bytes() == before
