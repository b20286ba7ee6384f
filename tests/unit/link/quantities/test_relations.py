from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from careo.lang.taxonomy import load_taxonomy
from careo.link.actors import merge_actors
from careo.link.facts import ArticleFacts
from careo.link.quantities.readings import Reading, make_readings
from careo.link.quantities.relations import compare_readings
from careo.model import Claim, Content, Gist, Relation, Span
from tests.unit.link.samples import compare, make_claim, quantities


def says(who: str, amount: str, article: str = "a", **values: Any) -> Claim:
    return make_claim(who, amount, article, place=sum(map(ord, who)), **values)


def name(relation: Relation | None) -> tuple[str, str] | None:
    return (relation.relation, relation.rule) if relation else None


def left(relation: Relation | None) -> str:
    assert relation is not None
    return relation.left.claim


def test_equal_figures_are_the_same() -> None:
    assert name(compare(says("Alcaldía", "=40"), says("Cruz Blanca", "=40", "b"))) == ("same", "equal")


def test_ranges_that_meet_are_compatible_and_the_narrower_refines() -> None:
    assert name(compare(says("Alcaldía", "20-40"), says("Cruz Blanca", "30-50", "b"))) == ("compatible", "ranges-meet")
    refined = compare(says("Alcaldía", ">20"), says("Cruz Blanca", "30-50", "b"))
    assert name(refined) == ("refines", "narrower")
    assert left(refined).endswith("Cruz Blanca")


def test_an_increment_adds_and_a_part_is_no_rival() -> None:
    added = compare(
        says("Alcaldía", "=3000", additional=True, category="deployed"),
        says("Cruz Blanca", "=9000", "b", category="deployed"),
        category="deployed",
    )
    assert name(added) == ("adds", "increment")
    part = compare(says("Alcaldía", "=14", part_of="85 heridos"), says("Alcaldía", "=85"))
    assert name(part) == ("part_of", "part")
    assert left(part).startswith("c-a-")
    assert compare(says("Alcaldía", "=99", part_of="200"), says("Cruz Blanca", "=85", "b")) is not None


def test_a_part_larger_than_the_figure_is_a_part_of_another() -> None:
    found = compare(says("Alcaldía", "=140", part_of="200 heridos"), says("Cruz Blanca", "=85", "b"))
    assert name(found) == ("compatible", "part-of-another")


def test_what_a_plan_adds_still_competes() -> None:
    one = says("Alianza", "=30000", category="to_deploy", additional=True)
    other = says("Ministerio", "=6000", category="to_deploy")
    assert name(compare(one, other, category="to_deploy")) == ("contradicts", "side-by-side")


def test_a_component_is_a_part_of_the_whole() -> None:
    found = compare(
        says("Alcaldía", "=600"),
        says("Cruz Blanca", "=4000", "b", category="killed_or_wounded"),
        category="killed_or_wounded",
    )
    assert name(found) == ("part_of", "category")
    assert left(found).endswith("Alcaldía")


def test_a_denied_figure_is_denied_not_claimed() -> None:
    found = compare(says("Cruz Blanca", "=200", stance="deny"), says("Vecinos", "=200", "b"))
    assert name(found) == ("denies", "stance")
    assert left(found).endswith("Cruz Blanca")
    assert name(compare(says("Cruz Blanca", "=200", stance="deny"), says("Vecinos", "=30", "b"))) == (
        "compatible",
        "other-figure-denied",
    )


def test_what_its_source_took_back_nobody_upholds() -> None:
    gone = make_claim("Radio Sur", "=153", place=1, gist=Gist(retracted=True))
    rows = [gone, make_claim("Medio País", "=153", place=3), make_claim("Bomberos", "=41", place=9)]
    [dispute] = quantities(rows)
    found = {(r.left.claim, r.right.claim): (r.relation, r.rule) for r in dispute.relations}
    assert found[rows[2].id, gone.id] == found[rows[2].id, rows[1].id] == ("revises", "taken-back")
    assert dispute.verdict == "revised"
    assert [series.claimant for series in dispute.series] == ["bomberos@a"]


def test_what_came_before_does_not_revise_what_is_taken_back() -> None:
    gone = says("Radio Sur", "=153", gist=Gist(retracted=True), said="2031-05-10")
    assert name(compare(says("Bomberos", "=23", said="2031-05-08"), gone)) == ("compatible", "taken-back")
    assert name(compare(says("Bomberos", "=41", said="2031-05-12"), gone)) == ("revises", "taken-back")


def test_a_claimant_moves_on_or_corrects_himself() -> None:
    def judge(amount: str, article: str) -> Claim:
        return says("Marta Soler", amount, article, kind="person")

    later = compare(judge("=23", "a"), judge("=41", "b"), "2031-05-10", "2031-05-12")
    assert name(later) == ("supersedes", "later-total")
    assert left(later).startswith("c-b")
    down = compare(judge("=68", "a"), judge("=61", "b"), "2031-05-10", "2031-05-14")
    assert name(down) == ("revises", "own-figure")


def test_spokesmen_of_one_party_do_not_contradict_each_other() -> None:
    one, other = says("Ana Ruiz", "=23", acts_for="Cruz Blanca"), says("Luis Paz", "=41", acts_for="Cruz Blanca")
    assert name(compare(one, other)) is None


@pytest.mark.parametrize("category", ["killed", "missing", "deployed"])
def test_two_voices_of_one_article_contradict_where_ranges_do_not_meet(category: str) -> None:
    one, other = says("Alcaldía", ">200", category=category), says("Cruz Blanca", "=112", category=category)
    assert name(compare(one, other, category=category)) == ("contradicts", "side-by-side")


def test_one_date_contradicts_across_articles_and_no_date_does_not() -> None:
    one, other = says("Alcaldía", "=90", said="2031-05-09"), says("Cruz Blanca", "=41", "b", said="2031-05-09")
    assert name(compare(one, other)) == ("contradicts", "same-time")
    assert name(compare(says("Alcaldía", "=90"), says("Cruz Blanca", "=41", "b"))) == ("compatible", "undated")


def test_what_is_dated_today_holds_beside_what_has_no_date_if_it_is_close() -> None:
    today = says("Policía", "=15", as_of="2031-05-10")
    assert name(compare(says("Bomberos", "=17"), today)) == ("contradicts", "same-day")
    assert name(compare(says("Bomberos", "=40"), today)) == ("compatible", "undated")  # perhaps of all days
    yesterday = says("Policía", "=15", as_of="2031-05-09")
    assert name(compare(says("Bomberos", "=17"), yesterday)) != ("contradicts", "same-day")
    assert name(compare(says("Bomberos", "=17", "b"), today)) == ("compatible", "undated")


@pytest.mark.parametrize(("first", "relation"), [("killed", "contradicts"), ("missing", "adds")])
def test_others_are_an_increment_only_on_a_count_of_the_same(first: str, relation: str) -> None:
    """*Nine died, another 14 are missing*; *nine are missing, and another 14*."""
    before = make_claim("Mina", "=9", place=0, category=first)
    others = make_claim("Mina", "=14", place=1, category="missing", additional=True)
    rival = make_claim("Sindicato", "=22", place=9, category="missing")
    [dispute] = [d for d in quantities([before, others, rival]) if d.key["category"] == "missing"]
    assert [r.relation for r in dispute.relations if {r.left.claim, r.right.claim} == {others.id, rival.id}] == [
        relation
    ]


def test_a_day_lies_in_its_week_but_not_in_its_month() -> None:
    day = says("Alcaldía", "=90", as_of="2031-05-09")
    assert name(compare(day, says("Cruz Blanca", "=41", "b", as_of="2031-W19"))) == ("contradicts", "same-time")
    assert name(compare(day, says("Cruz Blanca", "=41", "b", as_of="2031-05"))) == ("compatible", "undated")


def test_a_later_total_of_another_supersedes_and_a_state_just_changed() -> None:
    dates = ("2031-05-10", "2031-05-20")
    assert name(compare(says("Alcaldía", "=41"), says("Cruz Blanca", "=90", "b"), *dates)) == (
        "supersedes",
        "later-total",
    )
    one, other = says("Alcaldía", "=41", category="missing"), says("Cruz Blanca", "=90", "b", category="missing")
    assert name(compare(one, other, *dates, category="missing")) == ("compatible", "other-time")


def test_one_event_has_one_count_whenever_it_is_told() -> None:
    one = says("Convocantes", "=70000", category="attended")
    other = says("Policía", "=18000", "b", category="attended")
    assert name(compare(one, other, "2031-05-10", "2031-05-20", category="attended")) == ("contradicts", "one-event")


def test_an_outlet_does_not_contradict_its_own_sources() -> None:
    one, other = says("Diario", "=27", kind="author"), says("Cruz Blanca", "=68")
    assert name(compare(one, other)) == ("compatible", "own-voice")


def test_figures_worlds_apart_do_not_contradict() -> None:
    one, other = says("Alcaldía", "=12"), says("Cruz Blanca", "=41000")
    assert name(compare(one, other)) == ("compatible", "far-apart")


def test_nothing_unclassified_contradicts() -> None:
    one, other = says("Alcaldía", "=12", category=None), says("Cruz Blanca", "=41", category=None)
    assert name(compare(one, other, category="")) == ("compatible", "unclassified")


def test_the_order_of_the_two_does_not_matter() -> None:
    one, other = says("Alcaldía", ">200"), says("Cruz Blanca", "=112")
    assert compare(one, other) == compare(other, one)


def test_what_is_asked_for_contradicts_nothing() -> None:
    asked = says("Sindicato", "=300", category="laid_off", stance="request")
    told = says("Empresa", "=110", category="laid_off")
    assert name(compare(asked, told, category="laid_off")) == ("compatible", "asked-for")


def test_a_plan_is_no_rival_of_a_deed_nor_a_poll_of_a_result() -> None:
    planned = says("Empresa", "=700", category="laid_off", gist=Gist(mode="plan"))
    done = says("Sindicato", "=950", "b", category="laid_off")
    assert name(compare(planned, done, category="laid_off")) == ("compatible", "plan")
    poll = says("Encuestadora", "=52", category="votes", unit="percent", as_of="2031-05-11")
    count = says("Junta Electoral", "=48", "b", category="votes", unit="percent", as_of="2031-05-11")
    assert name(compare(poll, count, "2031-05-09", "2031-05-12", category="votes")) == ("compatible", "plan")
    assert name(compare(poll, count, "2031-05-12", "2031-05-12", category="votes")) == ("contradicts", "one-event")


def test_what_was_published_before_a_march_does_not_count_it() -> None:
    march = says("Policía", "=3000", category="attended", as_of="2031-05-10")
    rally = says("Policía Local", "=900", "b", category="attended")
    assert name(compare(rally, march, "2031-05-03", "2031-05-10", category="attended")) == ("compatible", "other-time")
    assert name(compare(rally, march, "2031-05-11", "2031-05-10", category="attended")) == ("contradicts", "one-event")


def test_the_dead_of_a_town_are_some_of_those_of_the_province() -> None:
    town = says("Alcaldía", "=85", gist=Gist(terms=("ciudad", "muerto")))
    assert name(compare(town, says("Cruz Blanca", "=140"))) == ("compatible", "part-of-place")
    assert name(compare(town, says("Cruz Blanca", "=20"))) == ("contradicts", "side-by-side")
    named = says("Alcaldía", "=85", gist=Gist(names=("Orvalle",), terms=("ciudad", "muerto")))
    assert name(compare(named, says("Cruz Blanca", "=140"))) == ("contradicts", "side-by-side")


def test_an_offer_is_a_plan() -> None:
    offer = says("Gobierno", "=8", category="strike_participation", unit="percent", stance="commit")
    share = says("Ministerio", "=60", category="strike_participation", unit="percent")
    assert name(compare(offer, share, category="strike_participation")) == ("compatible", "plan")


def read_together(*claims: Claim) -> tuple[Reading, ...]:
    facts = ArticleFacts("a", "Diario", "2031-05-11")
    return make_readings(claims, facts, merge_actors(claims), load_taxonomy())


def test_two_marches_of_one_article_are_told_apart_by_who_is_named_with_them() -> None:
    claims = [
        make_claim("Frente Cívico", "=60000", place=1, category="attended", gist=Gist(names=("Frente Cívico",))),
        make_claim("Delegación", "=11000", place=2, category="attended"),
        make_claim("Convocantes", "=20000", place=9, category="attended", gist=Gist(names=("Liga Obrera",))),
        make_claim("Policía", "=4500", place=10, category="attended"),
    ]
    category = load_taxonomy().categories["attended"]
    one, two, three, four = read_together(*claims)
    assert name(compare_readings(one, two, category)) == ("contradicts", "one-event")
    assert name(compare_readings(three, four, category)) == ("contradicts", "one-event")
    for left_, right in product((one, two), (three, four)):
        assert name(compare_readings(left_, right, category)) == ("compatible", "other-event")


def test_an_article_that_dates_its_march_once_means_that_day_throughout() -> None:
    dated = make_claim("Policía", "=3000", place=1, category="attended", as_of="2031-05-10")
    answer = make_claim("Convocantes", "=11000", place=2, category="attended")
    assert [reading.as_of for reading in read_together(dated, answer)] == ["2031-05-10", "2031-05-10"]
    second = make_claim("Alcaldía", "=500", place=3, category="attended", as_of="2031-05-03")
    assert [r.as_of for r in read_together(dated, answer, second)] == ["2031-05-10", "2031-05-11", "2031-05-03"]


def test_who_says_both_figures_contradicts_neither() -> None:
    first = make_claim("Fiscalía", "=6", place=1, category="cost")
    both = replace(make_claim("Abogada", "=4", place=3, category="cost"), content=Content(Span(0, 60), "x"))
    category = load_taxonomy().categories["cost"]
    one, two = (replace(reading, bare=True) for reading in read_together(first, both))
    assert name(compare_readings(one, two, category)) == ("compatible", "another-matter")
    apart = replace(two, opens=30)
    assert name(compare_readings(one, apart, category)) == ("contradicts", "answered")
