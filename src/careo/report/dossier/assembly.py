"""From a story to its dossier. Pure: the same story and language give the same value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from careo.model import Article, Claim, RelationKind
from careo.report.careos import Careo
from careo.report.dates import format_date
from careo.report.dossier.charting import make_chart
from careo.report.dossier.lanes import make_lanes
from careo.report.dossier.leaning import make_leaning
from careo.report.dossier.reasons import Archive, tell_joints
from careo.report.dossier.sides import group_seats, make_moment, make_sides
from careo.report.dossier.values import (
    ClaimRow,
    DisputeView,
    Dossier,
    Edge,
    Happening,
    OriginNote,
    Story,
    Unread,
    Use,
)
from careo.report.labels import Labels, load_labels
from careo.report.questions import render_question
from careo.report.tones import join_pieces
from careo.text.dates import parse_edtf

WHOLE = 300
"""Articles that a page shows in full; of more, only the claims that something on the page leads to, in their paragraphs."""
MOST_DISPUTES, MOST_HAPPENINGS = 300, 400
"""What is told of so large a story at most: the most contested, and the earliest."""
_HAPPENING_WORDS = 220
_AGREEING: tuple[set[RelationKind], ...] = ({"same"}, {"confirms"}, {"same", "confirms"})


def make_dossier(story: Story, language: str) -> Dossier:
    """The dossier of ``story`` in ``language`` (ISO 639-1); CareoError where there are no labels in it."""
    labels = load_labels(language)
    articles = tuple(sorted(story.articles, key=lambda a: (a.published or "~", a.id)))
    places = {article.id: (number, article) for number, article in enumerate(articles)}
    claims = sorted(
        story.claims, key=lambda c: (places[c.article][0] if c.article in places else -1, c.content.span.start, c.id)
    )
    excerpted = len(articles) > WHOLE
    careos = story.careos[:MOST_DISPUTES] if excerpted else story.careos
    archive = Archive({article.id: article for article in articles}, {claim.id: claim for claim in claims})
    disputes = _number(_view(careo, story, archive, labels) for careo in careos)
    happenings = tuple(islice(_iter_happenings(claims, places, labels), MOST_HAPPENINGS if excerpted else None))
    leaning = make_leaning(articles, claims, story.careos, labels)
    uses = _collect_uses(disputes, happenings, leaning.edges)
    if excerpted:
        claims = [claim for claim in claims if claim.id in uses]
    return Dossier(
        language=language,
        span=_describe_span(articles, labels),
        counts=_count(story),
        disputes=disputes,
        single=story.single,
        leaning=leaning,
        happenings=happenings,
        claims=tuple(_make_row(n, claim, places, labels) for n, claim in enumerate(claims, 1)),
        articles=articles,
        uses=uses,
        rules=_count_rules(story.careos),
        unread=_find_unread(articles, story.claims),
        making=story.making,
        excerpted=excerpted,
    )


def _number(views: Iterator[DisputeView]) -> tuple[DisputeView, ...]:
    return tuple(replace(view, number=number) for number, view in enumerate(views, 1))


def _view(careo: Careo, story: Story, archive: Archive, labels: Labels) -> DisputeView:
    dispute, groups = careo.dispute, group_seats(careo)
    names = {actor.id: actor.name for actor in story.actors}
    first = _find_wording(careo)
    return DisputeView(
        number=0,
        id=dispute.id,
        kind=dispute.kind,
        question=render_question(dispute, first, names, labels) or dispute.question or dispute.id,
        verdict=dispute.verdict,
        origins=len(dispute.origins),
        sides=make_sides(groups, labels),
        joined=tuple(_iter_joined(careo, archive, labels)),
        notes=(),
        chart=make_chart(dispute, groups, labels),
        lanes=make_lanes(careo, labels),
        agreed=dispute.verdict == "compatible" and {r.relation for r in dispute.relations} in _AGREEING,
    )


def _find_wording(careo: Careo) -> Claim | None:
    """The claim whose words stand for the question: of a proposition the one that linking took for its clearest."""
    claims = [seat.claim for seat in careo.seats if seat.claim is not None]
    clearest = [claim for claim in claims if claim.content.text == careo.dispute.question]
    return next(iter(clearest or claims), None)


def _iter_joined(careo: Careo, archive: Archive, labels: Labels) -> Iterator[OriginNote]:
    """The origins of several claims, with why they are one."""
    for number, origin in enumerate(careo.dispute.origins, 1):
        if origin.joints:
            yield OriginNote(number, tell_joints(origin.joints, archive, labels))


def _make_row(number: int, claim: Claim, places: Mapping[str, tuple[int, Article]], labels: Labels) -> ClaimRow:
    article = places[claim.article][1] if claim.article in places else None
    outlet = (article.outlet if article else None) or labels("page", "unnamed_outlet")
    published = format_date(article.published if article else None, labels, short=True)
    said = make_moment(claim.said, "said" if claim.said else "none", labels)
    return ClaimRow(number, claim, said, outlet, published)


def _iter_happenings(
    claims: Sequence[Claim], places: Mapping[str, tuple[int, Article]], labels: Labels
) -> Iterator[Happening]:
    """What claims date, by date; one that says the same of the same day in the same words is told once."""
    found: dict[tuple[str, str, str], tuple[int, Happening]] = {}
    for claim in claims:
        value = (claim.gist.when if claim.gist else None) or (claim.event.time if claim.event else None)
        days = parse_edtf(value)
        first = (days.first or days.last) if days else None
        if value is None or first is None:
            continue
        article = places[claim.article][1] if claim.article in places else None
        outlet = (article.outlet if article else None) or labels("page", "unnamed_outlet")
        voice = outlet if claim.source.kind == "author" else claim.source.name
        words = " ".join(join_pieces(claim.content).split())
        if len(words) > _HAPPENING_WORDS:
            words = words[:_HAPPENING_WORDS].rpartition(" ")[0] + "…"
        told = Happening(make_moment(value, "as_of", labels), words, voice, outlet, claim.stance, claim.id)
        found.setdefault((value, voice, words), (first, told))
    for _, happening in sorted(found.values(), key=lambda pair: (pair[0], pair[1].moment.value or "", pair[1].claim)):
        yield happening


def _collect_uses(
    disputes: Sequence[DisputeView], happenings: Sequence[Happening], edges: Sequence[Edge]
) -> dict[str, tuple[Use, ...]]:
    found: dict[str, dict[Use, None]] = {}
    for view in disputes:
        for side in view.sides:
            for witness in side.witnesses:
                found.setdefault(witness.claim, {})[Use("dispute", view.number, f"d{view.number}-{side.number}")] = None
        for mark in view.chart.marks if view.chart else ():
            found.setdefault(mark.claim, {})[Use("chart", view.number, f"f{view.number}")] = None
        for lane in view.lanes:
            for claim in (claim for stop in lane.stops for claim in stop.claims):
                found.setdefault(claim, {})[Use("position", view.number, f"p{view.number}")] = None
    for number, happening in enumerate(happenings, 1):
        found.setdefault(happening.claim, {})[Use("event", None, f"e{number}")] = None
    for edge in edges:
        if edge.claim:
            place = f"g{edge.left}-{edge.right}-{edge.kind}"
            found.setdefault(edge.claim, {})[Use("edge", None, place)] = None
    return {claim: tuple(uses) for claim, uses in sorted(found.items())}


def _count(story: Story) -> dict[str, int]:
    return {
        "articles": len(story.articles),
        "claims": len(story.claims),
        "sources": len({claim.source.name for claim in story.claims if claim.source.kind != "author"}),
        "figures": sum(len(claim.figures) for claim in story.claims),
        "disputes": len(story.careos),
        "contested": sum(careo.dispute.verdict == "contested" for careo in story.careos),
        "reversals": sum(len(position.reversals) for careo in story.careos for position in careo.positions),
    }


def _count_rules(careos: Sequence[Careo]) -> tuple[tuple[str, str, int], ...]:
    counts = Counter((r.relation, r.rule) for careo in careos for r in careo.dispute.relations)
    return tuple((relation, rule, number) for (relation, rule), number in sorted(counts.items()))


def _find_unread(articles: Sequence[Article], claims: Sequence[Claim]) -> Unread:
    speaking = {claim.article for claim in claims}
    return Unread(
        tuple(a.id for a in articles if a.id not in speaking),
        tuple(a.id for a in articles if not a.outlet),
        tuple(a.id for a in articles if not a.published),
    )


def _describe_span(articles: Sequence[Article], labels: Labels) -> str:
    dates = sorted(article.published for article in articles if article.published)
    if not dates:
        return ""
    first, last = (format_date(date, labels) for date in (dates[0], dates[-1]))
    return first if first == last else labels("dossier", "span_of_time").format(first=first, last=last)
