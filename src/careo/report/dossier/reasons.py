"""Why claims of several articles count as one voice, in words of the page: a template for each rule, filled from the claims it joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careo.model import Article, Claim, Copy, Dispute, Joint
from careo.report.dates import format_date
from careo.report.labels import Labels
from careo.report.numbers import format_number, format_percent
from careo.report.phrases import fill

_SHARED = re.compile(
    r"(\d+) of (\d+) shingles(?: of (?:the shorter|(both)))?(?:, \d+ words in a row)?(?:; both credit (.+))?"
)
"""What is told of a copy by those who found it."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Articles and claims by their ids, for those who tell of them."""

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]

    def name_outlet(self, article: str, labels: Labels) -> str:
        """The outlet of an article, or that it has no name."""
        known = self.articles.get(article)
        return (known.outlet if known else None) or labels("page", "unnamed_outlet")

    def find_copy(self, left: str, right: str) -> Copy | None:
        """Why two articles carry one text, where one of them says so."""
        for here, there in ((left, right), (right, left)):
            article = self.articles.get(here)
            for copy in article.copies if article else ():
                if copy.article == there:
                    return copy
        return None


def tell_joint(joint: Joint, archive: Archive, labels: Labels) -> str:
    """A sentence without its point; what the rule went by is left as it is where the ledger has not got the claims."""
    claim, other = archive.claims.get(joint.claim), archive.claims.get(joint.other)
    if claim is None or other is None:
        told = labels("origin_reason", joint.rule)
        return f"{told} ({joint.detail})" if joint.detail else told
    values = {
        "left": archive.name_outlet(claim.article, labels),
        "right": archive.name_outlet(other.article, labels),
        "name": _name(other, archive, labels),
        "speaker": _name(claim, archive, labels),
        "party": other.source.acts_for or other.source.name,
        "date": format_date(claim.said, labels),
        "detail": joint.detail,
    }
    if joint.rule == "copy":
        values["how"] = tell_copy(archive.find_copy(claim.article, other.article), labels)
    rule = "speech_words" if joint.rule == "speech" and not claim.figures else joint.rule
    known = labels.tables["origin_told"]
    return fill(known[rule], 1, **values) if rule in known else labels("origin_reason", rule)


def _name(claim: Claim, archive: Archive, labels: Labels) -> str:
    author = claim.source.kind == "author"
    return archive.name_outlet(claim.article, labels) if author else claim.source.name or labels("kind", "unnamed")


def tell_copy(copy: Copy | None, labels: Labels) -> str:
    """What kind of copy, and how much of the shorter text is in the longer one."""
    if copy is None:
        return labels("copy", "through")
    kind, found = labels("copy", copy.kind), _SHARED.fullmatch(copy.reason)
    if found is None:
        return kind
    shared, whole, both, agency = found.groups()
    percent = format_number(round(100 * int(shared) / max(int(whole), 1)), labels.language)
    told = fill(
        labels("copy_reason", "shared_both" if both else "shared"), 1, percent=format_percent(percent, labels.language)
    )
    credit = fill(labels("copy_reason", "credit"), 1, agency=agency) if agency else ""
    return f"{kind}: {told}{credit}"


def find_agency(copy: Copy) -> str | None:
    """The agency that both articles credit, if any."""
    found = _SHARED.fullmatch(copy.reason)
    return found[4] if found else None


def find_printings(dispute: Dispute) -> dict[str, str]:
    """By claim of a copied text the claim of its first printing."""
    above = {joint.claim: joint.other for o in dispute.origins for joint in o.joints if joint.rule == "copy"}
    found = {}
    for claim in above:
        seen, here = {claim}, claim
        while here in above and above[here] not in seen:
            here = above[here]
            seen.add(here)
        found[claim] = here
    return found


def tell_joints(joints: Sequence[Joint], archive: Archive, labels: Labels) -> tuple[str, ...]:
    """What joins the claims of an origin, each thing once."""
    return tuple(dict.fromkeys(tell_joint(joint, archive, labels) for joint in joints if joint.rule))
