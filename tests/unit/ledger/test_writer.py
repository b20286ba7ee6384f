"""Writing: what is written comes back, the bytes depend on it alone, and an old ledger survives whatever goes wrong."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from careo.errors import LedgerError
from careo.ledger import open_ledger, write_ledger
from careo.model import Article, Figure, Span
from tests.unit.ledger.samples import TEXT, make_article, make_claims


def write(path: Path, articles: Sequence[Article], **options: bool) -> bytes:
    with write_ledger(path, **options) as writer:
        for article in articles:
            writer.append(article, make_claims(article))
    return path.read_bytes()


def write_and_fail(path: Path, error: type[BaseException]) -> None:
    with write_ledger(path) as writer:
        writer.append(make_article("nueva"), ())
        raise error


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def test_values_come_back_equal(tmp_path: Path) -> None:
    article = make_article()
    write(tmp_path / "a.db", [article])
    with open_ledger(tmp_path / "a.db") as ledger:
        assert list(ledger.iter_articles()) == [article]
        assert ledger.claims_of(article.id) == make_claims(article)


def test_numbers_stay_what_they_are(tmp_path: Path) -> None:
    article = make_article()
    claim = make_claims(article)[0]
    bounds = [(None, 10**30), (0.5, 33.25), (2**63, None), (-1, 7), (3.0, 3)]
    figures = tuple(Figure(Span(0, 2), "La", low, high, "range", unit="percent", per="day") for low, high in bounds)
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(article, [replace(claim, figures=figures)])
    with open_ledger(tmp_path / "a.db") as ledger:
        (found,) = ledger.claims_of(article.id)
    assert found.figures == figures
    assert [type(f.low) for f in found.figures] == [type(low) for low, _ in bounds]


def test_the_order_of_writing_leaves_no_trace(tmp_path: Path) -> None:
    articles = [make_article(f"nota-{n:03}", TEXT + "\n" + "Más texto. " * (n * 37 % 90)) for n in range(60)]
    forward = write(tmp_path / "forward.db", articles)
    assert write(tmp_path / "backward.db", articles[::-1]) == forward
    assert write(tmp_path / "forward.db", articles) == forward
    assert write(tmp_path / "forward.db", articles[10:20]) == forward
    in_parts = tmp_path / "parts.db"
    for part in (articles[40:], articles[:25], articles[20:45]):
        write(in_parts, part)
    assert in_parts.read_bytes() == forward


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from careo.ledger import write_ledger\n"
        "from tests.unit.ledger.samples import make_article, make_claims\n"
        "with write_ledger(Path(sys.argv[1])) as writer:\n"
        "    for name in sys.argv[2:]: writer.append(make_article(name), make_claims(make_article(name)))\n"
    )
    names = ["uno", "dos", "tres"]
    for seed in ("0", "1"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / f"{seed}.db"), *names], env=env, check=True)
    here = write(tmp_path / "here.db", [make_article(name) for name in names])
    assert (tmp_path / "0.db").read_bytes() == (tmp_path / "1.db").read_bytes() == here


def test_an_article_read_again_is_replaced_with_its_claims(ledger: Path) -> None:
    article = make_article("presa")
    with write_ledger(ledger) as writer:
        writer.append(article, make_claims(article))
        writer.append(article, make_claims(article)[:1])
    with open_ledger(ledger) as opened:
        assert opened.count().articles == 3
        assert len(opened.claims_of("presa")) == 1
        assert len(opened.claims_of("riada")) == 2
    with sqlite3.connect(ledger) as connection:
        orphans = connection.execute(
            "SELECT count(*) FROM reasons WHERE claim NOT IN (SELECT claim FROM claims)"
        ).fetchone()
    assert orphans == (0,)


def test_fresh_leaves_out_what_was_there(ledger: Path, tmp_path: Path) -> None:
    article = make_article("sola")
    assert write(ledger, [article], fresh=True) == write(tmp_path / "sola.db", [article])


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, SystemExit])
def test_what_goes_wrong_leaves_the_old_ledger(ledger: Path, error: type[BaseException]) -> None:
    before = ledger.read_bytes()
    with pytest.raises(error):
        write_and_fail(ledger, error)
    assert ledger.read_bytes() == before
    assert leftovers(ledger.parent) == []


def test_an_abandoned_run_writes_nothing(tmp_path: Path) -> None:
    with write_ledger(tmp_path / "none.db") as writer:
        writer.abandon()
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_cannot_be_stored_is_refused_alone(tmp_path: Path) -> None:
    good, bad = make_article("buena"), make_article("mala", "Un medio sustituto \ud800 suelto")
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(good, make_claims(good))
        with pytest.raises(LedgerError, match=r"'mala'.*cannot be stored"):
            writer.append(bad, ())
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.article_ids() == ["buena"]


def test_odd_ids_and_texts_are_stored(tmp_path: Path) -> None:
    names = ["x" * 5000, "../../etc", "a'b\"c;--", "nul\0nul", "日本", "%s", " "]
    for name in names:
        write(tmp_path / "a.db", [make_article(name)])
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.article_ids() == sorted(names)
        assert all(len(ledger.claims_of(name)) == 2 for name in names)


@pytest.mark.parametrize("content", [b"a thesis, not a ledger", b"SQLite format 3\0" + b"\0" * 100])
def test_another_file_is_never_written_over(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thesis.db"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"not a ledger.*left as it is"), write_ledger(path, fresh=True):
        pytest.fail("nothing may be done before the refusal")
    assert path.read_bytes() == content


def test_another_database_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (value)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="SQLite file, but not a ledger"), write_ledger(path):
        pytest.fail("nothing may be done before the refusal")
    assert path.read_bytes() == before


def test_an_empty_file_may_become_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    write(path, [make_article()])
    with open_ledger(path) as ledger:
        assert ledger.count().articles == 1


def test_folders_are_told_from_ledgers(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="a folder"), write_ledger(tmp_path):
        pytest.fail("a folder is no ledger")
    with pytest.raises(LedgerError, match=r"no folder .*create it"), write_ledger(tmp_path / "none" / "a.db"):
        pytest.fail("there is no such folder")


def test_a_folder_that_may_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)  # root may write anywhere
    with pytest.raises(LedgerError, match="may not be written to; choose another"), write_ledger(tmp_path / "a.db"):
        pytest.fail("the folder is read-only")


def test_a_link_stays_a_link(ledger: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(ledger)
    write(link, [make_article("enlazada")])
    assert link.is_symlink()
    with open_ledger(ledger) as opened:
        assert "enlazada" in opened.article_ids()


def test_permissions_are_those_of_the_old_ledger(ledger: Path) -> None:
    ledger.chmod(0o640)
    write(ledger, [make_article("otra")])
    assert ledger.stat().st_mode & 0o777 == 0o640
