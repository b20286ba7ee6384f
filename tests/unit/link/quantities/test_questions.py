from typing import Any

from careo.model import Claim, Dispute
from tests.unit.link.samples import link, make_claim, quantities


def says(who: str, amount: str, article: str = "a", place: int = 0, **values: Any) -> Claim:
    return make_claim(who, amount, article, place, **values)


def story(article: str, *extra: Claim) -> list[Claim]:
    """Two voices that make articles one story, and what else the article has."""
    voices = [
        says(who, "=1", article, 90 + n, kind="person", category=None, counts=None, of=None)
        for n, who in enumerate(("Ana Ruiz", "Luis Paz"))
    ]
    return [*voices, *extra]


def members(dispute: Dispute) -> list[str]:
    return sorted(member.claim for member in dispute.members)


def test_figures_of_one_story_and_owner_meet() -> None:
    [dispute] = quantities([*story("a", says("Alcaldía", "=23")), *story("b", says("Gobierno", "=41", "b"))])
    assert members(dispute) == ["c-a-0-Alcaldía", "c-b-0-Gobierno"]
    assert dict(dispute.key) == {"category": "killed", "of": "Nortelia", "counts": "person", "unit": None, "per": None}


def test_two_floods_of_one_town_are_two_questions() -> None:
    rows = [says("Alcaldía", "=23", of="Villar"), says("Gobierno", "=41", "b", of="Villar")]
    assert not quantities(rows, {"a": "2031-05-10", "b": "2031-07-20"})


def test_two_fires_of_one_town_in_one_week_are_two_stories() -> None:
    assert not quantities([says("Alcaldía", "=23", of="Villar"), says("Gobierno", "=41", "b", of="Villar")])


def test_a_lasting_count_goes_on_over_stories() -> None:
    rows = [
        says("Alianza", "10000-12000", category="deployed", counts="soldado"),
        says("Ministerio", "=11000", "b", category="deployed", counts="tropa"),
    ]
    [dispute] = quantities(rows, {"a": "2031-05-10", "b": "2031-11-20"})
    assert dispute.verdict == "compatible"


def test_an_owner_left_out_is_that_of_the_story() -> None:
    [dispute] = quantities([*story("a", says("Alcaldía", "=23")), *story("b", says("Gobierno", "=41", "b", of=None))])
    assert len(dispute.members) == 2


def test_an_owner_left_out_stays_apart_where_two_would_fit() -> None:
    rows = story("a", says("Alcaldía", "=23", of="Villar"), says("Gobierno", "=41", "a", 1, of="Olmeda"))
    rows += story("b", says("Gobierno", "=50", "b", of=None))
    assert not quantities(rows)


def test_owners_that_an_article_tells_apart_are_apart() -> None:
    rows = story("a", says("Alcaldía", "=23", of="Villar"), says("Gobierno", "=41", "a", 1, of="Olmeda"))
    rows += story("b", says("Alcaldía", "=23", "b", of="Villar"), says("Gobierno", "=44", "b", 1, of="Olmeda"))
    assert sorted(members(d) for d in quantities(rows)) == [
        ["c-a-0-Alcaldía", "c-b-0-Alcaldía"], ["c-a-1-Gobierno", "c-b-1-Gobierno"],
    ]  # fmt: skip


def test_a_town_and_its_province_may_be_one() -> None:
    rows = [
        *story("a", says("Alcaldía", "=23", of="Villar")),
        *story("b", says("Alcaldía", "=23", "b", of="Comarca Alta")),
    ]
    [dispute] = quantities(rows)
    assert len(dispute.members) == 2


def test_two_marches_on_two_days_are_two() -> None:
    rows = story("a", says("Convocantes", "=70000", category="attended", as_of="2031-05-01"))
    rows += story("b", says("Policía", "=18000", "b", category="attended", as_of="2031-05-08"))
    assert not quantities(rows)


def test_different_units_and_rates_do_not_meet() -> None:
    rows = story(
        "a",
        says("Patronal", "=1250", category="cost", counts="peso", per="day"),
        says("Sindicato", "=2000", "a", 1, category="cost", counts="peso"),
    )
    assert not quantities(rows)


def test_shells_meet_rounds_and_no_containers() -> None:
    rows = story(
        "a",
        says("Alianza", "=12000", category="supplied", counts="proyectil"),
        says("Alianza", "=28", "a", 1, category="supplied", counts="contenedor"),
    )
    rows += story("b", says("Alianza", "=12000", "b", category="supplied", counts="round"))
    [dispute] = quantities(rows)
    assert members(dispute) == ["c-a-0-Alianza", "c-b-0-Alianza"]


def test_a_component_of_one_voice_joins_the_whole_and_one_in_dispute_stands_alone() -> None:
    whole = says("Gobierno", "=4000", category="killed_or_wounded")
    [dispute] = quantities(story("a", whole, says("Ejército", "=600", "a", 1)))
    assert dispute.key["category"] == "killed_or_wounded"
    rows = story("a", whole, says("Ejército", "=600", "a", 1), says("Vecinos", "=900", "a", 2))
    assert sorted(str(d.key["category"]) for d in link(rows).disputes) == ["killed", "killed_or_wounded"]


def test_figures_without_a_category_meet_only_where_they_are_equal() -> None:
    rows = [
        *story("a", says("Alcaldía", "=2400", category=None, counts="piso")),
        *story("b", says("Gobierno", "=17", "b", category=None, counts="piso")),
    ]
    assert not quantities(rows)
    rows.append(says("Gobierno", "=2400", "b", 1, category=None, counts="piso"))
    [dispute] = quantities(rows)
    assert members(dispute) == ["c-a-0-Alcaldía", "c-b-1-Gobierno"]


def test_one_figure_in_a_chain_of_voices_is_one_member() -> None:
    outer, inner = says("Fuentes", "=30", said="2031-05-09"), says("Gobierno", "=30", stance="commit")
    linked = link([outer, inner])
    [dispute] = linked.disputes
    assert members(dispute) == ["c-a-0-Fuentes"]
    assert dispute.verdict == "single"
    assert set(linked.figures.values()) == {dispute.id}
    assert len(linked.figures) == 2


def test_an_answer_is_one_whenever_the_figure_answered_is_dated() -> None:
    def rows(*dates: str | None) -> list[Claim]:
        first, later = (
            says(who, amount, place=place, category=None, counts="miembro", of="Frente Sur", kind="person", as_of=date)
            for (who, amount, place), date in zip(
                (("Ana Ruiz", "=400", 1), ("Luis Paz", "<150", 9)), dates, strict=True
            )
        )
        return [first, later]

    assert [d.verdict for d in quantities(rows("2030", None))] == ["contested"]
    assert not quantities(rows("2030", "2031-03"))  # each of a year of its own
