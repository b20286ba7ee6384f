"""From the claims of a ledger to its disputes: copies among the articles first, then all claims at once, then the ledger once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from traceback import extract_tb

from careo.errors import CareoError, PackError
from careo.lang import load_pack
from careo.lang.pack import Pack
from careo.ledger import Ledger, LinkCounts, open_ledger, write_linked
from careo.link.claims import link_claims
from careo.link.copies import copies_by_article, find_copies
from careo.link.copies.texts import CopyText, make_copy_text
from careo.link.facts import ArticleFacts
from careo.model import Article, Claim, Copy, Dispute, Judgment, Linked
from careo.report.labels import Labels, find_language, load_labels
from careo.report.questions import render_question

Stage = Callable[[str], None]
"""Called with the name of each stage of linking as it begins: ``copies``, ``claims``, ``ledger``."""


def link_ledger(path: Path, *, stage: Stage | None = None, judgments: Sequence[Judgment] = ()) -> LinkCounts:
    """Compare the claims of the ledger at ``path`` with each other and write what is found into it, in the place of what was there.

    The result depends on the articles, the claims and what people decided alone, not on when they came in or were last linked;
    ``judgments`` are added to what people decided. LedgerError where there is no ledger or it cannot be written, LinkError where
    decisions contradict each other; whatever goes wrong leaves it as it was.
    """
    announce = stage or (lambda _name: None)
    with open_ledger(path) as ledger:
        announce("copies")
        agencies: dict[str, tuple[str, ...]] = {}
        copies = _find_copies(ledger.iter_articles(found=False), agencies)
        announce("claims")
        facts, labels = _collect_facts(ledger, copies, agencies)
        linked = link_claims(Claims(ledger), facts, judgments=[*ledger.judgments(), *judgments])
        linked = _ask(linked, ledger, labels)
    announce("ledger")
    write_linked(path, linked, copies, judgments)
    with open_ledger(path) as ledger:
        return ledger.links.count()


def try_link(path: Path, *, stage: Stage | None = None) -> tuple[LinkCounts | None, str | None]:
    """What :func:`link_ledger` found, or why it failed: then the ledger is as it was."""
    try:
        return link_ledger(path, stage=stage), None
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


def _find_copies(articles: Iterable[Article], agencies: dict[str, tuple[str, ...]]) -> Mapping[str, tuple[Copy, ...]]:
    """The copies among ``articles``, by id; whom each credits is noted in ``agencies``."""
    packs: dict[str, Pack | None] = {}

    def read() -> Iterator[CopyText]:
        for article in articles:
            if article.language not in packs:
                packs[article.language] = _find_pack(article.language)
            text = make_copy_text(article, packs[article.language])
            agencies[article.id] = text.agencies
            yield text

    return copies_by_article(find_copies(read()))


def _find_pack(language: str) -> Pack | None:
    try:
        return load_pack(language)
    except PackError:
        return None


def _collect_facts(
    ledger: Ledger, copies: Mapping[str, tuple[Copy, ...]], agencies: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, ArticleFacts], Labels]:
    """What linking needs to know of each article, and the labels of the language that most of them are in."""
    facts, languages = {}, Counter[str]()
    for article in ledger.iter_articles(found=False):
        known = tuple(dict.fromkeys([*article.copies, *copies.get(article.id, ())]))
        facts[article.id] = ArticleFacts(
            article.id, article.outlet, article.published, article.language, known, agencies.get(article.id, ())
        )
        languages[article.language] += 1
    ranked = sorted(languages, key=lambda language: (-languages[language], language))
    return facts, load_labels(find_language(ranked))


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
