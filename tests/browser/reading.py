"""What a dossier in a browser says, read off its document: marks by their place in the text, and links by their place on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.browser.tabs import Tab

Places = tuple[tuple[int, int], ...]
"""Runs of code points of an article's text without its line breaks."""

KINDS = ("content", "cue", "source", "via", "figure")

_READ_SHEETS = f"""
() => [...document.querySelectorAll('.sheet')].map((sheet) => {{
  const length = (text) => [...text].length;
  const marks = [];
  let text = '';
  const walk = (node) => {{
    if (node.nodeType === Node.TEXT_NODE) {{ text += node.data; return }}
    const start = length(text);
    node.childNodes.forEach(walk);
    const kind = {list(KINDS)}.find((name) => node.classList.contains(name));
    if (kind) marks.push([kind, node.dataset.claim, start, length(text), node.id]);
  }};
  sheet.querySelectorAll('.text').forEach(walk);
  const cards = [...sheet.querySelectorAll('.card')].map((card) =>
    [card.dataset.claim, card.querySelector('a').hash.slice(1), [...card.querySelectorAll('a')].slice(1).map((a) => a.hash.slice(1))]);
  return {{ id: sheet.id, title: sheet.querySelector('h3').textContent, text, marks, cards }};
}})
"""

_READ_LINKS = """
() => {
const squeeze = (text) => text.replace(/\\s+/g, ' ').trim();
const read = (row) => {
  let head = row;
  while (head && !head.querySelector('th')) head = head.previousElementSibling;
  return `${head && head !== row ? head.querySelector('th').textContent : ''} ${row.textContent}`;
};
return [...document.querySelectorAll('a[href]')].map((link) => {
  const target = decodeURIComponent(link.getAttribute('href').slice(1));
  const places = [];
  for (let e = link; e; e = e.parentElement) if (e.id) places.push(e.id);
  const part = link.closest('.part');
  return {
    href: link.getAttribute('href'), target, found:
      document.querySelectorAll(`[id="${CSS.escape(target)}"]`).length,
    words: squeeze(link.textContent),
    row: squeeze(link.closest('tr') ? read(link.closest('tr')) : link.textContent),
    svg: Boolean(link.ownerSVGElement), places,
    part: part ? part.getAttribute('aria-labelledby') : 'head', sheet: Boolean(link.closest('.sheet')),
  };
});
}
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as an article of the page shows it: where each of its kinds of marks stands, and where its links back lead."""

    sheet: str
    places: dict[str, Places]
    first: str
    """The anchor of its first mark."""
    back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page.

    ``found``: how many elements it leads to; ``words``: its own, ``row``: those of the row of a table that it stands in, with its header;
    ``places``: the ids around it, innermost first; ``part``: the section, ``sheet``: whether it is in an article.
    """

    href: str
    target: str
    found: int
    words: str
    row: str
    svg: bool
    places: tuple[str, ...]
    part: str
    sheet: bool


def read_sheets(tab: Tab) -> tuple[dict[str, str], dict[str, Shown]]:
    """The texts of the articles by the id of their sheet, without line breaks, and the claims by their anchor."""
    texts, claims = {}, {}
    for sheet in tab.evaluate(_READ_SHEETS):
        texts[sheet["id"]] = sheet["text"]
        for number, anchor, back in sheet["cards"]:
            own = [mark for mark in sheet["marks"] if mark[1] == number]
            places = {kind: join(mark[2:4] for mark in own if mark[0] == kind) for kind in KINDS}
            anchored = [mark for mark in own if mark[4]]
            assert [mark[4] for mark in anchored] == [anchor], "one mark of a claim bears its anchor"
            assert anchored[0][2] == min(start for start, _ in places["content"]), "its first"
            assert anchor not in claims
            claims[anchor] = Shown(sheet["id"], places, anchor, tuple(back))
    return texts, claims


def read_links(tab: Tab) -> list[Link]:
    """Every link of the page, in order."""
    return [Link(**{**raw, "places": tuple(raw["places"])}) for raw in tab.evaluate(_READ_LINKS)]


def join(runs: Iterable[Any]) -> Places:
    """Runs that meet or overlap as one; empty ones are dropped."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((int(start), int(end)) for start, end in runs):
        if start == end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
