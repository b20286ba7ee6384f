"""The export keeps its contract: files, fields, vocabularies, order, offsets, and the same bytes every time.

It is made the way a user makes it, from the demo articles and a few that are as odd as texts get.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from careo.lang.figures import Stretch
from careo.model import Comparator, Factuality, Quotation, Role, SourceKind, Stance
from tests.contracts.linked_files import check_actors, check_disputes, check_judgments, check_places, check_positions

ROW = dict[str, Any]
FILES = {
    "articles.jsonl": ("article",),
    "claims.jsonl": ("claim",),
    "disputes.jsonl": ("dispute",),
    "positions.jsonl": ("proposition", "actor"),
    "actors.jsonl": ("actor",),
    "judgments.jsonl": ("judgment",),
}
ODD = {
    "lineas.txt": "Título\u2028raro\n\nInés Quiroga dijo\u0085 que “no habrá 1.200 despidos”.\u2029Fin.\n",
    "emoji.txt": "👩🏽‍🚒 La jefa de bomberos, Vega Urrutia, aseguró: «Hay 12 heridos 🚑». e\u0301l lo negó.\n",
    "mayusculas.txt": "EL ALCALDE DIJO QUE HAY 300 EVACUADOS Y QUE NADIE MURIÓ\n",
    "vacio.txt": "",
    "marcas.txt": "“«'Dijo” que» '“no, agregó. ”””\n",
}
EDTF = re.compile(r"\d{4}(-(\d{2}(-\d{2})?|W\d{2}|Q\d))?[~?%]?(/(\d{4}(-(\d{2}(-\d{2})?|W\d{2}))?[~?%]?|\.\.))?|\.\./\d{4}(-\d{2}){0,2}|"
                  r"\d{3}X")  # fmt: skip

ARTICLE = {
    "article",
    "outlet",
    "title",
    "url",
    "published",
    "language",
    "metadata_origin",
    "text",
    "sha256",
    "passages",
    "copies",
}
CLAIM = {
    "claim", "article", "outlet", "published", "passage", "content", "cue", "source", "via", "quotation", "translated", "stance",
    "factuality", "said", "as_of", "figures", "event", "proposition", "reasons",
}  # fmt: skip
FIGURE = {
    "start", "end", "text", "low", "high", "comparator", "counts", "category", "of", "additional", "part_of", "vague", "as_of",
    "unit", "per", "dispute",
}  # fmt: skip
SOURCE = {"start", "end", "text", "name", "kind", "acts_for"}
EVENT = {"type", "trigger", "agent", "patient", "place", "time"}


def careo(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("careo")), *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{command}\n{ran.stdout}\n{ran.stderr}"
    return ran


@dataclass(frozen=True)
class Made:
    """A ledger, its export, and the files that it was made from."""

    sources: list[Path]
    ledger: Path
    out: Path

    def rows(self, name: str) -> list[ROW]:
        return [json.loads(line) for line in (self.out / name).read_bytes().decode("utf-8").split("\n")[:-1]]

    @property
    def articles(self) -> dict[str, ROW]:
        return {row["article"]: row for row in self.rows("articles.jsonl")}

    @property
    def claims(self) -> list[ROW]:
        return self.rows("claims.jsonl")


def make(folder: Path, sources: list[Path]) -> Made:
    ledger, out = folder / "made.db", folder / "out"
    careo("build", *sources, "--ledger", ledger)
    careo("export", ledger, out, "--format", "jsonl")
    return Made(sources, ledger, out)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, demo_articles: Path) -> Made:
    folder = tmp_path_factory.mktemp("contract")
    for name, text in ODD.items():
        (folder / name).write_text(text, encoding="utf-8")
    return make(folder, [demo_articles, *sorted(folder.glob("*.txt"))])


def test_there_are_five_files_of_one_object_a_line_sorted_by_id(made: Made) -> None:
    assert {path.name for path in made.out.iterdir()} == set(FILES)
    for name, keys in FILES.items():
        data = (made.out / name).read_bytes()
        assert data == b"" or data.endswith(b"\n")
        lines = data.decode("utf-8").splitlines()
        assert len(lines) == data.count(b"\n"), (
            f"{name}: something in it ends a line for some readers and not for others"
        )
        ids = [[json.loads(line)[key] for key in keys] for line in lines]
        assert ids == sorted(ids)
        assert len(ids) == len(set(map(tuple, ids)))


def test_there_is_something_in_it(made: Made) -> None:
    assert len(made.articles) >= 16
    assert len(made.claims) > 2 * 16
    assert sum(len(claim["figures"]) for claim in made.claims) > 16


def test_fields_are_those_of_the_contract(made: Made) -> None:
    for article in made.articles.values():
        assert set(article) == ARTICLE
        assert all(set(passage) == {"start", "end", "role", "language"} for passage in article["passages"])
        assert all(set(copy) == {"article", "kind", "reason"} for copy in article["copies"])
    for claim in made.claims:
        assert set(claim) == CLAIM
        assert set(claim["content"]) - {"parts"} == {"start", "end", "text"}
        assert claim["cue"] is None or set(claim["cue"]) == {"start", "end", "text", "lemma"}
        assert set(claim["source"]) == SOURCE
        assert all(set(step) == {"text", "name"} for step in claim["via"])
        assert all(set(figure) == FIGURE for figure in claim["figures"])
        assert claim["event"] is None or set(claim["event"]) == EVENT
        assert claim["reasons"]
        assert all(set(reason) == {"rule", "start", "end"} for reason in claim["reasons"])


def test_values_come_from_the_vocabularies(made: Made) -> None:
    roles = set(get_args(Role))
    for article in made.articles.values():
        assert {passage["role"] for passage in article["passages"]} <= roles - {"body"}
        assert re.fullmatch(r"[0-9a-f]{64}", article["sha256"])
        assert set(article["metadata_origin"].values()) <= {"given", "page", "feed", "inferred"}
    for claim in made.claims:
        assert claim["passage"] in roles
        assert claim["stance"] in get_args(Stance)
        assert claim["quotation"] in get_args(Quotation)
        assert claim["factuality"] in get_args(Factuality)
        assert claim["source"]["kind"] in get_args(SourceKind)
        assert isinstance(claim["translated"], bool)
        for figure in claim["figures"]:
            assert figure["comparator"] in get_args(Comparator)
            assert isinstance(figure["additional"], bool)
            assert isinstance(figure["vague"], bool)
            assert figure["unit"] in {None, "percent"}
            assert figure["per"] in {None, *get_args(Stretch)}


def test_dates_are_edtf(made: Made) -> None:
    dates = [article["published"] for article in made.articles.values()]
    dates += [claim[key] for claim in made.claims for key in ("said", "as_of", "published")]
    dates += [figure["as_of"] for claim in made.claims for figure in claim["figures"]]
    assert [date for date in dates if date is not None and not EDTF.fullmatch(date)] == []


def test_ranges_are_ranges(made: Made) -> None:
    for claim in made.claims:
        for figure in claim["figures"]:
            low, high, comparator = figure["low"], figure["high"], figure["comparator"]
            assert (low is not None) or (high is not None)
            assert low is None or high is None or low <= high
            assert (high is None) == (comparator in {">", ">="})
            assert (low is None) == (comparator in {"<", "<="})


def test_spans_reproduce_their_text(made: Made) -> None:
    articles = made.articles
    for claim in made.claims:
        text = articles[claim["article"]]["text"]
        spans = [
            claim["content"],
            claim["cue"],
            claim["source"],
            *claim["figures"],
            (claim["event"] or {}).get("trigger"),
        ]
        for span in spans:
            if span and span["start"] is not None:
                assert text[span["start"] : span["end"]] == span["text"]
        for reason in claim["reasons"]:
            assert 0 <= reason["start"] <= reason["end"] <= len(text)
        parts = claim["content"].get("parts", [])
        assert parts == sorted(parts, key=lambda part: part["start"])
        if parts:
            assert (parts[0]["start"], parts[-1]["end"]) == (claim["content"]["start"], claim["content"]["end"])


def test_an_omitted_subject_has_no_span_at_all(made: Made) -> None:
    for claim in made.claims:
        source = claim["source"]
        assert len({source[key] is None for key in ("start", "end", "text")}) == 1
        nobody = source["kind"] == "unnamed" and source["text"] is None  # an impersonal *confirman que*
        assert isinstance(source["name"], str)
        assert source["name"] or nobody


def test_claims_agree_with_their_articles(made: Made) -> None:
    articles = made.articles
    for claim in made.claims:
        article = articles[claim["article"]]
        assert (claim["outlet"], claim["published"]) == (article["outlet"], article["published"])
        start = claim["content"]["start"]
        roles = [p["role"] for p in article["passages"] if p["start"] <= start < p["end"]]
        assert claim["passage"] == (roles[0] if roles else "body")


def test_passages_lie_in_order_and_do_not_overlap(made: Made) -> None:
    for article in made.articles.values():
        ends = [0]
        for passage in article["passages"]:
            assert ends[-1] <= passage["start"] < passage["end"] <= len(article["text"])
            ends.append(passage["end"])


def test_what_was_linked_keeps_the_contract(made: Made) -> None:
    check_disputes(made.out)
    check_positions(made.out)
    check_actors(made.out)
    check_judgments(made.out)
    check_places(made.out)


def test_the_same_input_gives_the_same_bytes_in_any_order(made: Made, tmp_path: Path) -> None:
    again = make(tmp_path, made.sources[::-1])
    for name in FILES:
        assert (again.out / name).read_bytes() == (made.out / name).read_bytes(), name


def test_building_again_changes_no_byte_of_the_ledger(made: Made) -> None:
    before = made.ledger.read_bytes()
    careo("build", *made.sources, "--ledger", made.ledger)
    assert made.ledger.read_bytes() == before
