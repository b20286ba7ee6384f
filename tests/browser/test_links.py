"""Every cell proves itself: each link of a dossier lands on the span that the ledger's export gives, and each sentence leads back."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from careo.ledger import export_ledger
from careo.pipeline.dossier import load_dossier
from careo.report.amounts import format_amount
from careo.report.labels import load_labels
from tests.browser.conftest import LANGUAGES
from tests.browser.reading import KINDS, Link, Places, Shown, join, read_links, read_sheets
from tests.browser.tabs import Tab

pytestmark = pytest.mark.browser
PARTS = {"disputes", "figures", "positions", "leaning", "events", "claims", "articles"}


@dataclass(frozen=True)
class Page:
    """A dossier as the browser has it, beside the export of its ledger."""

    links: list[Link]
    texts: dict[str, str]
    shown: dict[str, Shown]
    articles: dict[str, dict[str, Any]]
    claims: dict[str, dict[str, Any]]
    amounts: dict[str, list[str]]
    """What figures of each claim are in words."""
    nameless: str
    """What an outlet without a name is called."""

    def find_claim(self, anchor: str) -> dict[str, Any]:
        """The one claim whose id begins as the anchor says."""
        found = [claim for claim in self.claims if claim.startswith(anchor.removeprefix("c-"))]
        assert len(found) == 1, anchor
        return self.claims[found[0]]


def load(path: Path, key: str) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {row[key]: row for row in rows}


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request: pytest.FixtureRequest, tab: Tab, story: Path) -> Page:
    out = story / "export"
    if not out.exists():
        export_ledger(story / "story.db", out, "jsonl")
    tab.visit((story / f"{request.param}.html").as_uri())
    texts, shown = read_sheets(tab)
    labels, dossier = load_labels(request.param), load_dossier(story / "story.db", language=request.param)
    amounts = {
        row.claim.id: [" ".join(format_amount(figure, labels).split()) for figure in row.claim.figures]
        for row in dossier.claims
    }
    articles, claims = load(out / "articles.jsonl", "article"), load(out / "claims.jsonl", "claim")
    return Page(read_links(tab), texts, shown, articles, claims, amounts, labels("page", "unnamed_outlet"))


def place(text: str, spans: list[dict[str, Any]]) -> Places:
    """Spans of a text as places in it without its line breaks."""
    return join(
        tuple(end - text.count("\n", 0, end) for end in (span["start"], span["end"]))
        for span in spans
        if span["start"] is not None
    )


def test_every_mark_is_the_span_of_the_ledger(page: Page) -> None:
    """Content, cue, source, chain and figures of every claim stand where the export says, to the letter."""
    assert {page.find_claim(anchor)["claim"] for anchor in page.shown} == set(page.claims)
    for anchor, shown in page.shown.items():
        claim = page.find_claim(anchor)
        text = page.articles[claim["article"]]["text"]
        assert page.texts[shown.sheet] == text.replace("\n", "")
        content = claim["content"]
        assert text[content["start"] : content["end"]] == content["text"] or content.get("parts")
        spans = {
            "content": content.get("parts") or [content],
            "cue": [claim["cue"]] if claim["cue"] else [],
            "source": [claim["source"]],
            "figure": claim["figures"],
        }
        for kind, given in spans.items():
            assert shown.places[kind] == place(text, given), (kind, claim["claim"])
    assert set(spans) == set(KINDS) - {"via"}


def test_every_link_leads_to_one_place(page: Page) -> None:
    inside = [link for link in page.links if link.href.startswith("#")]
    assert [link for link in inside if link.found != 1] == []
    assert [link.href for link in page.links if not link.href.startswith(("#", "https://", "http://"))] == []
    counts = Counter(link.part for link in inside)
    assert set(counts) >= PARTS
    claims = [link for link in inside if link.target.startswith("c-")]
    assert {link.target for link in claims} == set(page.shown), (
        "every claim is led to, and every link to a claim finds one"
    )
    assert any(link.svg for link in claims)


def test_the_words_of_a_link_are_those_of_its_sentence(page: Page) -> None:
    """Where a link is written in the words of a claim: the table of claims, quotations, dated events."""
    told = [
        link
        for link in page.links
        if link.target in page.shown and not link.sheet and link.part in ("claims", "events")
    ]
    assert len(told) >= len(page.claims)
    for link in told:
        content = page.find_claim(link.target)["content"]
        whole = " ".join(content["text"].split())
        pieces = link.words.removesuffix("…").split(" […] ")
        assert all(piece in whole for piece in pieces), link
        assert whole.startswith(pieces[0])


def test_a_figure_leads_to_a_sentence_that_gives_it(page: Page) -> None:
    """In tables the row shows an amount of the claim, in charts the name of the mark does."""
    told = [link for link in page.links if link.target in page.shown and link.part in ("disputes", "figures")]
    told = [link for link in told if link.svg or link.row != link.words]
    assert {link.svg for link in told} == {True, False}
    for link in told:
        assert any(amount in link.row for amount in page.amounts[page.find_claim(link.target)["claim"]]), link


def test_a_line_of_the_graph_leads_to_a_sentence_of_these_two(page: Page) -> None:
    told = [link for link in page.links if link.target in page.shown and link.part == "leaning" and not link.svg]
    assert told
    for link in told:
        claim = page.find_claim(link.target)
        between = [via["name"] for via in claim["via"]]
        leans = [page.articles[claim["article"]]["outlet"] or page.nameless, *between]
        on = [claim["source"]["name"], claim["source"]["acts_for"] or "", *between]
        assert any(name in link.row for name in leans), link
        assert claim["source"]["kind"] == "unnamed" or any(name and name in link.row for name in on), link


def test_a_sentence_leads_back_to_every_place_that_uses_it(page: Page) -> None:
    """A mark in a drawing is served where the table beside it is, which says the same."""
    used: dict[str, list[Link]] = {}
    for link in page.links:
        if link.target in page.shown and not link.sheet:
            used.setdefault(link.target, []).append(link)
    for anchor, shown in page.shown.items():
        links, back = used[anchor], set(shown.back)
        assert len(back) == len(shown.back), "no place is named twice"
        assert [place for place in back if not any(place in link.places for link in links)] == [], "it does use it"
        served = {link.part for link in links if back & set(link.places)}
        missing = [x for x in links if not back & set(x.places) and not (x.svg and x.part in served)]
        assert missing == [], f"{anchor} does not lead back there"
