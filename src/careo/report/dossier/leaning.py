"""Who leans on whom: outlets on agencies, on each other and on the sources of disputes; articles that carry one text are one.

A graph that can be read is small, so it tells of what disputes stand on: of other claims only where there is no dispute. What one
article alone has without a name is folded into one node, and what nobody else leans on gives way first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from careo.model import Article, Claim, Joint
from careo.report.careos import Careo
from careo.report.dossier.reasons import Archive, find_agency, find_printings, tell_copy
from careo.report.dossier.values import CopyNote, Edge, EdgeKind, Leaning, Node, NodeKind
from careo.report.labels import Labels
from careo.report.pages import find_title, shorten
from careo.report.phrases import fill
from careo.text.words import fold

MOST, MOST_EDGES = (12, 8, 12), 36
"""Nodes of each column, and edges, that a reader can still follow."""
SHARED = 2
"""Claims that it weighs in an edge that others lean on the same source."""
LONGEST_TITLE = 34
"""Characters of a title that stand for an outlet without a name."""
LONGEST_ARTICLE = 3
"""Letters of an article (*los*, *the*) at the head of an outlet's name."""
_Key = tuple[NodeKind, str]
_Link = tuple[_Key, _Key, EdgeKind]


@dataclass(slots=True)
class _Links:
    """Links as they are found: how often, and in which claim first."""

    times: Counter[_Link] = field(default_factory=Counter)
    firsts: dict[_Link, str] = field(default_factory=dict)

    def add(self, left: _Key, right: _Key, kind: EdgeKind, claim: str) -> None:
        if left != right:
            self.times[left, right, kind] += 1
            self.firsts.setdefault((left, right, kind), claim)


class _Texts:
    """The articles by the node that they belong to: copies are one text, the others are their outlet's."""

    def __init__(self, archive: Archive, labels: Labels) -> None:
        self._archive, self._labels = archive, labels
        self._families = _find_families(archive.articles)
        names = sorted({a.outlet for a in archive.articles.values() if a.outlet})
        self._outlets = {fold(name): name for name in names}
        self.articles: dict[_Key, list[str]] = {}
        for id_, article in sorted(archive.articles.items(), key=lambda item: (item[1].published or "~", item[0])):
            self.articles.setdefault(self.key_of(article.id), []).append(id_)

    def key_of(self, article: str) -> _Key:
        """The node of an article."""
        if article in self._families:
            return "text", self._families[article]
        return "outlet", self._archive.name_outlet(article, self._labels)

    def resolve(self, name: str) -> _Key | None:
        """The node of the outlet that somebody means by ``name``: so called, or the only one that is but for its article."""
        folded = fold(name)
        fitting = [self._outlets[folded]] if folded in self._outlets else []
        fitting = fitting or [outlet for known, outlet in self._outlets.items() if _drop_article(known) == folded]
        if len(fitting) != 1:
            return None
        texts = [key for key in self.articles if key[0] == "text" and fitting[0] in self.name(key)]
        here: _Key = ("outlet", fitting[0])
        return texts[0] if here not in self.articles and len(texts) == 1 else here

    def name(self, key: _Key) -> tuple[str, ...]:
        """The outlets of a node, a line each."""
        if key[0] != "text":
            return (key[1],)
        return tuple(dict.fromkeys(self._name_article(id_) for id_ in self.articles[key]))

    def _name_article(self, article: str) -> str:
        """Its outlet, else its title."""
        known = self._archive.articles[article]
        return known.outlet or f"«{shorten(find_title(known), LONGEST_TITLE)}»"

    def iter_copies(self, key: _Key) -> Iterator[CopyNote]:
        """Which of the articles of a node carry one text, each next to the one that it is most like."""
        ids = self.articles.get(key, []) if key[0] == "text" else []
        for place, right in enumerate(ids):
            pairs = [(left, self._archive.find_copy(left, right)) for left in ids[:place]]
            left, copy = next(((left, copy) for left, copy in pairs if copy), (None, None))
            if left is not None:
                names = [self._name_article(id_) for id_ in (left, right)]
                yield CopyNote(left, right, names[0], names[1], tell_copy(copy, self._labels))


def _drop_article(name: str) -> str:
    """A name without a first word so short that it may be left out: *El Pregonero*, *The Herald*."""
    first, _, rest = name.partition(" ")
    return rest if len(first) <= LONGEST_ARTICLE else name


def make_leaning(
    articles: Sequence[Article], claims: Sequence[Claim], careos: Sequence[Careo], labels: Labels
) -> Leaning:
    """The graph of a story, its heaviest part where it is large. Independent of the order of its input."""
    archive = Archive({article.id: article for article in articles}, {claim.id: claim for claim in claims})
    texts, links = _Texts(archive, labels), _Links()
    for claim, printing in sorted(_iter_voices(claims, careos), key=lambda pair: pair[0].id):
        _link_chain(claim, archive.claims.get(printing, claim), texts, links)
    for joint in sorted(joint for careo in careos for origin in careo.dispute.origins for joint in origin.joints):
        _link_joint(joint, archive, texts, links)
    for article in sorted(articles, key=lambda a: a.id):
        for agency in sorted({agency for copy in article.copies if (agency := find_agency(copy))}):
            links.add(texts.key_of(article.id), texts.resolve(agency) or ("agency", agency), "credits", "")
    return _draw_up(links, texts, labels)


def _find_families(articles: Mapping[str, Article]) -> dict[str, str]:
    """Each article that carries a text of another one with the first id of those that do, also through others."""
    above = {id_: id_ for id_ in sorted(articles)}

    def find(id_: str) -> str:
        while above[id_] != id_:
            id_ = above[id_]
        return id_

    for id_, article in sorted(articles.items()):
        for copy in article.copies:
            if copy.article in above:
                first, second = sorted((find(id_), find(copy.article)))
                above[second] = first
    sizes = Counter(find(id_) for id_ in above)
    return {id_: find(id_) for id_ in above if sizes[find(id_)] > 1}


def _iter_voices(claims: Sequence[Claim], careos: Sequence[Careo]) -> Iterator[tuple[Claim, str]]:
    """The claims that disputes stand on, each with that of its first printing; all claims where there is no dispute."""
    if not careos:
        yield from ((claim, claim.id) for claim in claims)
        return
    printings: dict[str, str] = {}
    for careo in careos:
        printings |= find_printings(careo.dispute)
    chosen = {member.claim for careo in careos for member in careo.dispute.members}
    yield from ((claim, printings.get(claim.id, claim.id)) for claim in claims if claim.id in chosen)


def _link_chain(claim: Claim, printing: Claim, texts: _Texts, links: _Links) -> None:
    """From the text over who stands between to the source; both as the first printing names them."""
    here = texts.key_of(claim.article)
    source = printing.source
    if source.kind == "author" or not source.name:
        return
    unnamed = source.kind == "unnamed" and not source.acts_for
    name = source.acts_for or source.name
    end: _Key = ("unnamed", "") if unnamed else texts.resolve(name) or ("source", name)
    between: list[_Key] = [texts.resolve(via.name) or ("source", via.name) for via in printing.via if via.name]
    chain = [here, *between, end]
    for number, (left, right) in enumerate(pairwise(chain)):
        links.add(left, right, "says" if number == len(chain) - 2 else "relays", claim.id)


def _link_joint(joint: Joint, archive: Archive, texts: _Texts, links: _Links) -> None:
    claim, other = archive.claims.get(joint.claim), archive.claims.get(joint.other)
    if claim is None or other is None:
        return
    left, right = texts.key_of(claim.article), texts.key_of(other.article)
    if joint.rule == "citation":
        links.add(left, right, "cites", joint.claim)
    elif joint.rule == "wire":
        agency: _Key = texts.resolve(joint.detail) or ("agency", joint.detail)
        links.add(left, agency, "credits", joint.claim)
        links.add(right, agency, "credits", joint.other)


def _draw_up(links: _Links, texts: _Texts, labels: Labels) -> Leaning:
    columns = _find_columns(links.times)
    chosen = _choose(links.times, columns)
    shown = [link for link in _rank(links.times) if link[0] in chosen and link[1] in chosen][:MOST_EDGES]
    used = {key for link in shown for key in link[:2]} | {key for key in texts.articles if key[0] == "text"}
    ordered = [*(key for key in chosen if key in used), *sorted(key for key in used if key not in chosen)]
    numbers = {key: number for number, key in enumerate(ordered, 1)}
    nodes = tuple(_make_node(key, number, columns.get(key, 0), texts, labels) for key, number in numbers.items())
    edges = tuple(
        Edge(
            numbers[link[0]],
            numbers[link[1]],
            link[2],
            links.times[link],
            _tell(link[2], links.times[link], labels),
            links.firsts[link],
        )
        for link in shown
    )
    return Leaning(nodes, edges, len(links.times) - len(shown))


def _make_node(key: _Key, number: int, column: int, texts: _Texts, labels: Labels) -> Node:
    names = (labels("dossier", "unnamed_sources"),) if key[0] == "unnamed" else texts.name(key)
    return Node(number, key[0], names, column, tuple(texts.articles.get(key, ())), tuple(texts.iter_copies(key)))


def _tell(kind: EdgeKind, times: int, labels: Labels) -> str:
    return fill(labels("lean", kind), times, claims=labels.count(times, "claims"))


def _find_columns(links: Iterable[_Link]) -> dict[_Key, int]:
    """0 for those on whom nobody leans, 2 for those who lean on nobody, 1 for those who do both, and for agencies."""
    leaning, leaned = {link[0] for link in links}, {link[1] for link in links}
    return {
        key: 1 if key[0] == "agency" or (key in leaning and key in leaned) else 2 if key in leaned else 0
        for key in leaning | leaned
    }


def _choose(links: Mapping[_Link, int], columns: Mapping[_Key, int]) -> list[_Key]:
    """Of each column those that most others lean on, then those in the most claims."""
    leaners = Counter(right for _, right in {link[:2] for link in links})
    weights: Counter[_Key] = Counter()
    for (left, right, _), times in links.items():
        weights[left] += times
        weights[right] += times
    ranked = sorted(columns, key=lambda key: (-leaners[key], -weights[key], key))
    return [key for column in range(3) for key in [k for k in ranked if columns[k] == column][: MOST[column]]]


def _rank(links: Mapping[_Link, int]) -> list[_Link]:
    """What outlets have from each other first, then the heaviest; a source that several lean on counts for more."""
    leaners = Counter(right for _, right in {link[:2] for link in links})

    def weigh(link: _Link) -> int:
        return links[link] + (SHARED if leaners[link[1]] > 1 else 0)

    return sorted(links, key=lambda link: (link[2] == "says", -weigh(link), link))
