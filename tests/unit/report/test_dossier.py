"""The value of a dossier and its pages, from stories made by hand; and stories that lack nearly everything."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import replace
from importlib import resources

import pytest

from careo.model import Joint, Origin, Relation, RelationKind
from careo.report.careos import seat_members
from careo.report.dossier import Dossier, Story, iter_assets, make_dossier, render_dossier, render_markdown
from careo.report.dossier.drawing import BOTTOM, LEFT, RIGHT, TOP, draw
from careo.report.dossier.values import DisputeView
from careo.report.labels import load_labels
from tests.unit.ledger.samples import make_article, make_claims
from tests.unit.report.stories import make_crowd, make_quarrel, make_story

LANGUAGES = ("es", "en")
DEGENERATE = {
    "empty": Story(),
    "one article": Story((make_article(),), make_claims(make_article())),
    "an article without claims": Story((make_article(outlet=None, published=None, title=None),)),
    "no figures": make_quarrel("Alba Ruiz", "Simón Arregui", "Las sirenas fallaron"),
    "no dates": make_crowd(3, dated=False),
    "right to left": make_quarrel("وزارة الصحة", "משרד הבריאות", "غرق الحي كله"),
    "three hundred": make_crowd(300),
}


def find_ids(page: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', page)


def find_targets(page: str) -> set[str]:
    return set(re.findall(r'href="#([^"]+)"', page))


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return make_dossier(make_story(), "es")


def test_one_claimant_one_figure_and_one_origin_are_one_side(dossier: Dossier) -> None:
    toll = dossier.disputes[0]
    assert [(side.claimant, side.amount, side.depth, len(side.witnesses)) for side in toll.sides] == [
        ("Gobierno de Valdeoro", "15", 0, 1),
        ("Vecinos de La Vega", "más de 30", 0, 1),
        ("Gobierno de Valdeoro", "12", 0, 2),
        ("Bomberos de Valdeoro", "9", 1, 2),
    ]
    assert toll.sides[3].witnesses[0].chain == ("El Correo de Valdeoro", "Radio Ombú", "Bomberos de Valdeoro")


def test_each_side_says_why_it_stands_so(dossier: Dossier) -> None:
    toll, alarm = dossier.disputes
    assert toll.sides[0].whys == ("Choca con Vecinos de La Vega (más de 30).",)
    assert toll.sides[2].whys == ("Es anterior: después llega lo dado por Gobierno de Valdeoro (15).",)
    assert toll.sides[3].whys == ("Es una parte, no una rival: está dentro de Gobierno de Valdeoro (12).",)
    assert alarm.origins == 1


def test_the_chart_knows_series_kinds_and_open_ends(dossier: Dossier) -> None:
    chart = dossier.disputes[0].chart
    assert chart is not None
    assert [(m.number, m.amount, m.kind, m.low, m.high, m.event, m.after) for m in chart.marks] == [
        (1, "12", "total", 12.0, 12.0, "first", None),
        (2, "9", "part", 9.0, 9.0, None, None),
        (3, "más de 30", "total", 30.0, None, "first", None),
        (4, "15", "total", 15.0, 15.0, "supersession", 1),
    ]
    drawing = draw(chart, load_labels("es"))
    assert all(LEFT <= mark.x <= RIGHT and TOP - 16 <= mark.top <= mark.bottom <= BOTTOM for mark in drawing.marks)
    assert [mark.up for mark in drawing.marks] == [False, False, True, False]
    heights = [mark.bottom for mark in drawing.marks]
    assert heights[1] > heights[0] > heights[3] > heights[2], "more is higher"
    assert drawing.marks[0].x < drawing.marks[2].x, "later is to the right"


def test_a_lane_shows_the_change_of_sides(dossier: Dossier) -> None:
    (lane,) = dossier.disputes[1].lanes
    assert [(stop.stance, stop.polarity, stop.turn, len(stop.claims)) for stop in lane.stops] == [
        ("deny", -1, False, 2),
        ("confirm", 1, True, 1),
    ]


def test_a_claim_knows_every_place_that_uses_it(dossier: Dossier) -> None:
    page = render_dossier(dossier)
    anchors = set(find_ids(page))
    for uses in dossier.uses.values():
        assert {use.anchor for use in uses} <= anchors
    assert {use.place for uses in dossier.uses.values() for use in uses} >= {"dispute", "chart", "position"}


def test_the_order_of_a_story_leaves_no_trace(dossier: Dossier) -> None:
    story = make_story()
    for seed in range(5):
        articles, claims = list(story.articles), list(story.claims)
        random.Random(seed).shuffle(articles)
        random.Random(seed).shuffle(claims)
        assert make_dossier(replace(story, articles=tuple(articles), claims=tuple(claims)), "es") == dossier


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["story", *DEGENERATE])
def test_every_story_gives_a_page_whose_links_lead_somewhere(name: str, language: str) -> None:
    dossier = make_dossier(make_story() if name == "story" else DEGENERATE[name], language)
    page = render_dossier(dossier)
    ids = find_ids(page)
    assert len(ids) == len(set(ids))
    assert find_targets(page) <= set(ids)
    assert f'<html lang="{language}">' in page
    assert not re.search(r"[\s\">](None|Undefined|nan|inf)[\s\"<](?!is preferred)", page)
    assert "{rivals}" not in page
    assert "{number}" not in page
    assert page == render_dossier(make_dossier(make_story() if name == "story" else DEGENERATE[name], language))
    assert render_markdown(dossier).startswith("# ")
    assert all(content.startswith((b"<svg", b"number,", b"\x89PNG")) for _, content in iter_assets(dossier))


def test_what_is_missing_is_said() -> None:
    page = render_dossier(make_dossier(Story(), "en"))
    labels = load_labels("en")
    for key in ("no_disputes", "no_figures", "no_positions", "no_leaning", "no_events", "no_claims", "no_articles"):
        assert labels("dossier", key) in page
    undated = make_dossier(DEGENERATE["an article without claims"], "es").unread
    assert (undated.claims, undated.outlet, undated.date) == (("riada",), ("riada",), ("riada",))


def test_undated_figures_are_drawn_apart_and_never_lost() -> None:
    chart = make_dossier(DEGENERATE["no dates"], "es").disputes[0].chart
    assert chart is not None
    assert [mark.days for mark in chart.marks] == [None] * 3
    assert [tick.words for tick in draw(chart, load_labels("es")).columns] == ["sin fecha"]


def test_a_crowd_is_named_by_two_and_counted() -> None:
    side = make_dossier(make_crowd(5), "es").disputes[0].sides[1]
    assert side.whys == ("Un mismo hecho, e intervalos que no se tocan: choca con Vecino 0 (1) y Vecino 2 (3).",)


def oppose_all(story: Story) -> Story:
    """The first member against each of the others."""
    (careo,) = story.careos
    first, *others = careo.dispute.members
    relations = tuple(Relation(first, other, "contradicts", "one-event") for other in others)
    claims = {claim.id: (claim, None, None) for claim in story.claims}
    return replace(story, careos=(seat_members(replace(careo.dispute, relations=relations), claims),))


def test_voices_are_counted_not_their_figures() -> None:
    story = oppose_all(make_crowd(6))
    assert make_dossier(story, "es").disputes[0].sides[0].whys == (
        "Un mismo hecho, e intervalos que no se tocan: choca con Vecino 1 (2), Vecino 2 (3) y 3 voces más.",
    )
    one = replace(story.claims[1].source, name="Junta")
    several = tuple(replace(claim, source=one) if number else claim for number, claim in enumerate(story.claims))
    told = make_dossier(oppose_all(replace(story, claims=several)), "es").disputes[0].sides[0].whys
    assert told == ("Un mismo hecho, e intervalos que no se tocan: choca con Junta (2, 3, 4, …).",)


def test_what_all_say_alike_is_told_apart_from_what_only_looks_like_a_contradiction() -> None:
    (careo,) = make_crowd(3).careos

    def view(*kinds: RelationKind) -> DisputeView:
        members = careo.dispute.members
        relations = tuple(Relation(members[0], members[n], kind, "equal") for n, kind in enumerate(kinds, 1))
        dispute = replace(careo.dispute, relations=relations, verdict="compatible")
        return make_dossier(replace(make_crowd(3), careos=(replace(careo, dispute=dispute),)), "en").disputes[0]

    assert view("same", "same").standing == "agreed"
    assert view("same", "refines").standing == "compatible"
    assert view().standing == "compatible"


def test_a_copy_is_on_the_side_of_its_first_printing_whatever_it_calls_its_source() -> None:
    story = make_crowd(2)
    first, second = (replace(c, figures=(replace(c.figures[0], low=7, high=7),)) for c in story.claims)
    members = story.careos[0].dispute.members
    for joints, names in (((), ["Vecino 0", "Vecino 1"]), ((Joint("copy", second.id, first.id),), ["Vecino 0"])):
        origin = Origin(first.id, (first.id, second.id), joints)
        dispute = replace(story.careos[0].dispute, relations=(), origins=(origin,), members=members)
        careo = seat_members(dispute, {c.id: (c, None, None) for c in (first, second)})
        sides = make_dossier(replace(story, claims=(first, second), careos=(careo,)), "es").disputes[0].sides
        assert [side.claimant for side in sides] == names


def test_an_increment_stands_on_what_it_adds_to() -> None:
    story = make_crowd(2)
    total, more = story.claims
    more = replace(more, figures=(replace(more.figures[0], additional=True),))
    dispute = story.careos[0].dispute
    dispute = replace(dispute, relations=(Relation(dispute.members[1], dispute.members[0], "adds", "increment"),))
    careo = seat_members(dispute, {c.id: (c, None, None) for c in (total, more)})
    chart = make_dossier(replace(story, claims=(total, more), careos=(careo,)), "es").disputes[0].chart
    assert chart is not None
    assert {(mark.amount, mark.base, mark.ends) for mark in chart.marks} == {
        ("1", None, (1.0, 1.0)),
        ("+2", 1.0, (3.0, 3.0)),
    }
    drawn = {mark.mark.amount: mark for mark in draw(chart, load_labels("es")).marks}
    assert drawn["+2"].foot == drawn["1"].bottom > drawn["+2"].bottom


def test_the_markdown_has_every_part(dossier: Dossier) -> None:
    text = render_markdown(dossier)
    labels = load_labels("es")
    for part in ("disputes", "leaning", "events", "claims", "method"):
        assert f"\n## {labels('dossier', part)}\n" in text
    for row in dossier.claims:
        assert any(row.claim.content.text[:12] in line for line in text.split("\n") if line.startswith("| "))
    for article in dossier.articles:
        assert f"| {article.id} |" in text
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.strip().split("\n")}) == 1, table


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://diario.example/a?b=c&d", "[Original](<https://diario.example/a?b=c&d>)"),
        (
            "https://diario.example/a> [x](javascript:y)|",
            "[Original](<https://diario.example/a%3E%20[x]%28javascript:y%29%7C>)",
        ),
        ("javascript:alert(1)", ""),
        ("https://diario.example/\n# a", "[Original](<https://diario.example/%0A#%20a>)"),
    ],
)
def test_an_address_in_markdown_stays_one(url: str, link: str) -> None:
    text = render_markdown(make_dossier(Story((make_article(url=url),)), "es"))
    line = next(line for line in text.split("\n") if line.startswith("| ") and "| riada |" in line)
    assert line.endswith(f"| riada | {link} |")


def test_markdown_takes_text_for_text() -> None:
    hostile = "a|b <script>x</script> [c](javascript:d) *e* `f`\n# g"
    lines = render_markdown(make_dossier(make_quarrel(hostile, "B", hostile), "en")).split("\n")
    assert not any(re.search(r"(?<!\\)(<|\]\()", line) for line in lines)
    assert [line for line in lines if line.startswith("#")] == [
        line for line in lines if re.match(r"#{1,3} (Who|What|Every|Articles|Method|1\. )", line)
    ]  # fmt: skip


def test_formulas_in_names_stay_names() -> None:
    story = make_crowd(2, name="=HYPERLINK({n})")
    (table,) = (text.decode() for name, text in iter_assets(make_dossier(story, "es")) if name.endswith(".csv"))
    assert not re.search(r'(^|,)"?=', table, re.MULTILINE)


def test_both_languages_have_the_same_words() -> None:
    tables = [
        tomllib.loads((resources.files("careo.report") / "labels" / f"{language}.toml").read_text("utf-8"))
        for language in LANGUAGES
    ]
    assert tables[0].keys() == tables[1].keys()
    for name in tables[0].keys() - {"category", "list"}:
        assert tables[0][name].keys() == tables[1][name].keys(), name


def test_every_word_that_is_asked_for_by_name_is_known() -> None:
    report = resources.files("careo.report")
    sources = [
        f for folder in (report / "templates", report / "dossier", report) for f in folder.iterdir() if f.is_file()
    ]
    sources += [f for f in (resources.files("careo.cli")).iterdir() if f.name.endswith(".py")]
    asked = {
        pair
        for file in sources
        for pair in re.findall(r"labels?\([\"'](\w+)[\"'], [\"'](\w+)[\"']\)", file.read_text("utf-8"))
    }
    assert len(asked) > 100
    for language in LANGUAGES:
        tables = load_labels(language).tables
        assert [(table, key) for table, key in sorted(asked) if key not in tables.get(table, {})] == []


def test_the_question_of_a_proposition_is_what_linking_took_for_its_clearest_words() -> None:
    story = make_quarrel("A", "B", "x")
    (careo,) = story.careos
    chosen = careo.seats[-1].claim
    assert chosen is not None
    asked = replace(careo, dispute=replace(careo.dispute, question=chosen.content.text))
    for order in (careo.seats, careo.seats[::-1]):
        view = make_dossier(replace(story, careos=(replace(asked, seats=order),)), "es").disputes[0]
        assert view.question == chosen.content.text
