"""From the claims of a ledger to its disputes: copies among the articles first, then the claims, then the ledger once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from traceback import extract_tb

from careo.errors import CareoError, PackError
from careo.lang import load_pack
from careo.lang.pack import Pack
from careo.ledger import Ledger, LinkCounts, Outcome, Remains, open_ledger, write_linked
from careo.link.claims import Found, link_archive, merge_parts
from careo.link.copies import Sketch, copies_by_article, make_copy_text, make_sketch, pair_sketches
from careo.link.desk import Fetch
from careo.link.facts import ArticleFacts
from careo.link.memory import Memory
from careo.model import Claim, Copy, Dispute, Judgment, Linked
from careo.pipeline.fingerprints import make_fingerprint
from careo.pipeline.remains import make_remains, read_memory
from careo.report.labels import Labels, find_language, load_labels
from careo.report.questions import render_question

_FEW = 0.2
"""The share of all articles up to which they are read one by one."""

Stage = Callable[[str], None]
"""Called with the name of each stage of linking as it begins: ``copies``, ``claims``, ``ledger``."""


def link_ledger(
    path: Path, *, stage: Stage | None = None, judgments: Sequence[Judgment] = (), anew: bool = False
) -> LinkCounts:
    """Compare the claims of the ledger at ``path`` with each other and write what is found into it, in the place of what was there.

    What an earlier run found is taken up where it still holds, unless all is to be done ``anew``; what comes out is the same. It
    depends on the articles, the claims and what people decided alone, not on when they came in or were last linked; ``judgments`` are
    added to what people decided. LedgerError where there is no ledger or it cannot be written, LinkError where decisions contradict
    each other; whatever goes wrong leaves it as it was.
    """
    announce = stage or (lambda _name: None)
    with open_ledger(path) as ledger:
        announce("copies")
        labels = _find_labels(ledger)
        made_by = make_fingerprint(labels.language)
        remains = Remains() if anew else ledger.remains(made_by)
        known = read_memory(remains)
        if known is None:
            remains, known = Remains(), (Memory(), {})
        memory, sketches = known
        sketches = _add_sketches(ledger, sketches)
        copies = copies_by_article(pair_sketches(sketches.values()))
        announce("claims")
        decided = [*ledger.judgments(), *judgments]
        facts = _collect_facts(ledger, copies, sketches)
        found = link_archive(_make_fetch(ledger), facts, memory, judgments=decided)
        linked = _ask(merge_parts(found.actors, found.found.parts.values()), ledger, labels)
        linked = replace(linked, notices=_collect_notices(linked, found))
        remains = make_remains(made_by, found, sketches, remains)
    announce("ledger")
    write_linked(path, linked, copies, judgments, remains=remains)
    with open_ledger(path) as ledger:
        return ledger.links.count()


def try_link(path: Path, *, stage: Stage | None = None, anew: bool = False) -> tuple[LinkCounts | None, str | None]:
    """What :func:`link_ledger` found, or why it failed: then the ledger is as it was."""
    try:
        return link_ledger(path, stage=stage, anew=anew), None
    except CareoError as error:
        return None, str(error)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with linking, what was read is kept
        return None, f"a mistake of careo while it linked the claims ({locate_mistake(error)}); please report it"


def locate_mistake(error: Exception) -> str:
    """The kind of an error, what it says, and the line of code that raised it."""
    frames = extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


class Claims(Iterable[Claim]):
    """All claims of a ledger, streamed anew whenever they are asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __iter__(self) -> Iterator[Claim]:
        return self._ledger.iter_unlinked()


def _make_fetch(ledger: Ledger) -> Fetch:
    """Claims by article; of many articles by reading all there are."""
    count = ledger.count().articles

    def fetch(articles: Iterable[str]) -> Mapping[str, Sequence[Claim]]:
        wanted = set(articles)
        found: dict[str, list[Claim]] = {}
        for claim in ledger.iter_unlinked(wanted if len(wanted) < count * _FEW else None):
            if claim.article in wanted:
                found.setdefault(claim.article, []).append(claim)
        return found

    return fetch


def _add_sketches(ledger: Ledger, known: Mapping[str, Sketch]) -> dict[str, Sketch]:
    """The sketches of all articles, by id: those that are not known are made of their texts."""
    packs: dict[str, Pack | None] = {}
    sketches: dict[str, Sketch] = {}
    ids = ledger.article_ids()
    lacking = [id_ for id_ in ids if id_ not in known]
    articles = ledger.iter_articles(found=False) if len(lacking) > len(ids) * _FEW else map(ledger.article, lacking)
    for article in articles:
        if article.language not in packs:
            packs[article.language] = _find_pack(article.language)
        sketches[article.id] = make_sketch(make_copy_text(article, packs[article.language]))
    return {id_: sketches.get(id_) or known[id_] for id_ in ids}


def _find_pack(language: str) -> Pack | None:
    try:
        return load_pack(language)
    except PackError:
        return None


def _find_labels(ledger: Ledger) -> Labels:
    """The labels of the language that most articles are in."""
    languages = Counter(article.language for article in ledger.iter_mastheads())
    return load_labels(find_language(sorted(languages, key=lambda language: (-languages[language], language))))


def _collect_facts(
    ledger: Ledger, copies: Mapping[str, tuple[Copy, ...]], sketches: Mapping[str, Sketch]
) -> dict[str, ArticleFacts]:
    """What linking needs to know of each article."""
    facts = {}
    for article in ledger.iter_mastheads():
        known = tuple(dict.fromkeys([*article.copies, *copies.get(article.id, ())]))
        facts[article.id] = ArticleFacts(
            article.id, article.outlet, article.published, article.language, known, sketches[article.id].agencies
        )
    return facts


def _collect_notices(linked: Linked, found: Found[Outcome]) -> tuple[str, ...]:
    kept = (notice for outcome in found.found.kept.values() for notice in outcome.notices)
    return tuple(sorted([*linked.notices, *found.found.notices, *kept]))


def _ask(linked: Linked, ledger: Ledger, labels: Labels) -> Linked:
    """``linked`` with a question for each dispute that has none."""
    names = {actor.id: actor.name for actor in linked.actors}
    mute = [dispute for dispute in linked.disputes if not dispute.question]
    firsts = [dispute.members[0].claim for dispute in mute if dispute.members and not dispute.key.get("category")]
    claims = {id_: claim for id_, (claim, *_) in ledger.claims(firsts).items()}

    def ask(dispute: Dispute) -> Dispute:
        if dispute.question:
            return dispute
        first = claims.get(dispute.members[0].claim) if dispute.members else None
        return replace(dispute, question=render_question(dispute, first, names, labels))

    return replace(linked, disputes=tuple(ask(dispute) for dispute in linked.disputes))
