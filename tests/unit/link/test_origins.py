from __future__ import annotations

from dataclasses import replace

import pytest

from careo.link.actors import ActorTable
from careo.link.facts import ArticleFacts
from careo.link.origins import find_origins
from careo.model import Actor, Claim, Content, Copy, Figure, Member, Origin, Source, Span, Via

COPY = (Copy("a", "excerpt", "40 of 50 shingles of the shorter"),)
FACTS = {
    "a": ArticleFacts("a", "El Faro de Brisel", "2024-03-01"),
    "b": ArticleFacts("b", "La Antena", "2024-03-02"),
    "c": ArticleFacts("c", "Radio Colina", "2024-03-03"),
    "d": ArticleFacts("d", None, None),
}
_KNOWN = (
    Actor("ines-solar", "Inés Solar", ("Inés Solar", "Ines Solar")),
    Actor("morvenia", "Morvenia", ("Morvenia", "Brisel")),
    Actor("army of Morvenia", "army of Morvenia", ("el ejército",)),
    Actor("ministry", "Ministry of Works", ("Ministry of Works", "ministerio de Obras")),
)
ACTORS = ActorTable(_KNOWN, {(name, ""): actor.id for actor in _KNOWN for name in actor.names})


def figure(low: float | None, high: float | None = None, exactly: bool = True) -> Figure:
    return Figure(Span(0, 1), "1", low, low if exactly and high is None else high, "=")


def claim(
    article: str,
    name: str,
    *figures: Figure | float,
    kind: str = "person",
    content: str = "el puente cerró",
    **values: object,
) -> Claim:
    """A claim whose id tells article, source and place."""
    acts_for, via = values.pop("acts_for", None), values.pop("via", ())
    start = values.pop("start", 0)
    made = Claim(
        id=f"{article}:{name}:{start}",
        article=article,
        passage="body",
        content=Content(Span(start, start + 1), content),  # type: ignore[operator, arg-type]
        source=Source(name, kind, acts_for=acts_for),  # type: ignore[arg-type]
        via=tuple(Via(station, station) for station in via),  # type: ignore[attr-defined]
        figures=tuple(one if isinstance(one, Figure) else figure(one) for one in figures),
    )
    return replace(made, **values)  # type: ignore[arg-type]


def origins(*claims: Claim, facts: dict[str, ArticleFacts] = FACTS) -> tuple[Origin, ...]:
    members = [(Member(c.id, n), c) for c in claims for n in (range(len(c.figures)) if c.figures else (-1,))]
    found = find_origins(members, facts, ACTORS)
    assert find_origins(members[::-1], facts, ACTORS) == found
    assert sorted(id_ for origin in found for id_ in origin.claims) == sorted({c.id for c in claims})
    return found


def rules(*claims: Claim, facts: dict[str, ArticleFacts] = FACTS) -> list[str]:
    """The rules that make one origin of the claims; fails where they are several."""
    (origin,) = origins(*claims, facts=facts)
    return [reason.partition(":")[0] for reason in origin.reasons]


def test_no_claims_have_no_origin() -> None:
    assert find_origins([], {}, ACTORS) == ()


def test_two_voices_are_two_origins_though_they_agree() -> None:
    found = origins(claim("a", "Inés Solar", 40), claim("b", "Bruno Tapia", 40))
    assert [(origin.id, origin.claims, origin.reasons) for origin in found] == [
        ("a:Inés Solar:0", ("a:Inés Solar:0",), ()),
        ("b:Bruno Tapia:0", ("b:Bruno Tapia:0",), ()),
    ]


def test_one_voice_is_one_origin_whatever_it_says_and_however_it_is_written() -> None:
    (origin,) = origins(claim("b", "Ines Solar", 60), claim("a", "Inés Solar", 40))
    assert origin.id == "a:Inés Solar:0"  # the root: published first
    assert origin.reasons == ("voice: Inés Solar",)


def test_a_party_is_one_origin_where_it_agrees() -> None:
    army = claim("a", "ejército de Morvenia", figure(1_000, 1_500), kind="government", acts_for="Morvenia")
    spies = claim("b", "Servicio Secreto", figure(1_200, None, exactly=False), kind="organization", acts_for="Brisel")
    state = claim("c", "Morvenia", 1_300, kind="government")
    (origin,) = origins(army, spies, state)
    assert origin.reasons == ("party: Morvenia",)
    dissent = replace(state, figures=(figure(900),))
    assert len(origins(army, spies, dissent)) == 2


def test_a_spokeswoman_has_the_voice_of_her_body() -> None:
    body = claim("a", "ministerio de Obras", 54, kind="organization")
    woman = claim("b", "Inés Solar", 61, acts_for="Ministry of Works")
    assert rules(body, woman) == ["spokesperson"]
    state = replace(body, source=Source("Morvenia", "government"))
    assert len(origins(state, claim("b", "Inés Solar", 61, acts_for="Morvenia"))) == 2  # a state has many voices


def test_a_copy_goes_back_to_its_original() -> None:
    facts = FACTS | {"b": replace(FACTS["b"], copies=COPY)}
    first = claim(
        "a", "informe entregado este martes", 40, kind="document", content="cerraron cuarenta puentes en marzo"
    )
    again = claim("b", "informe entregado el martes", 40, kind="document", content="cerraron 40 puentes en marzo")
    (origin,) = origins(again, first, facts=facts)
    assert origin.id == first.id
    assert origin.reasons == ("copy: b and a, excerpt, 40 of 50 shingles of the shorter",)
    assert len(origins(again, first)) == 2


def test_a_copy_does_not_join_two_voices_with_one_figure() -> None:
    facts = FACTS | {"b": replace(FACTS["b"], copies=COPY)}
    pair = [
        [
            claim(article, "Inés Solar", 40, content="cuarenta heridos llegaron al hospital", start=0),
            claim(article, "Bruno Tapia", 40, content="repitió sin pruebas la cuenta ajena", start=5),
        ]
        for article in "ab"
    ]
    found = origins(*pair[0], *pair[1], facts=facts)
    assert [origin.claims for origin in found] == [
        ("a:Bruno Tapia:5", "b:Bruno Tapia:5"),
        ("a:Inés Solar:0", "b:Inés Solar:0"),
    ]


def test_nor_does_it_take_in_a_voice_of_its_own() -> None:
    facts = FACTS | {"b": replace(FACTS["b"], copies=COPY)}
    said = [claim(article, "Inés Solar", 40, content="cuarenta heridos llegaron al hospital") for article in "ab"]
    added = claim("b", "Bruno Tapia", 40, content="repitió sin pruebas la cuenta ajena", start=5)
    assert [len(origin.claims) for origin in origins(*said, added, facts=facts)] == [2, 1]


def test_copies_of_an_article_that_is_not_in_the_dispute_are_copies_of_one_another() -> None:
    copies = (Copy("z", "identical", "the same 300 words"),)
    facts = {id_: replace(FACTS[id_], copies=copies) for id_ in "bc"}
    one, two = (claim(article, f"un {article} informe", 40, kind="document") for article in "bc")
    assert rules(one, two, facts=facts) == ["copy"]


def test_what_a_copy_adds_is_its_own() -> None:
    facts = FACTS | {"b": replace(FACTS["b"], copies=COPY)}
    assert len(origins(claim("a", "Inés Solar", 40), claim("b", "Bruno Tapia", 45), facts=facts)) == 2


def test_an_outlet_that_is_named_is_where_it_comes_from() -> None:
    theirs = claim("a", "Inés Solar", 40)
    citing = claim("b", "Faro", 40, kind="organization")
    (origin,) = origins(theirs, citing)
    assert origin.reasons == ("citation: b names El Faro de Brisel",)
    assert len(origins(theirs, replace(citing, figures=(figure(45),)))) == 2
    assert len(origins(replace(theirs, article="c"), citing)) == 2  # another outlet's article
    late = FACTS | {"a": replace(FACTS["a"], published="2024-04-01")}
    assert len(origins(theirs, citing, facts=late)) == 2  # it is not the article that was cited


def test_an_outlet_outside_the_dispute_is_one_origin_for_all_who_cite_it() -> None:
    citing = [claim(article, "Diario Austral", 40, kind="organization") for article in "ab"]
    assert rules(*citing) == ["voice"]


def test_at_the_end_of_a_chain_stands_the_source() -> None:
    theirs = claim("a", "Inés Solar", 40)
    assert len(origins(theirs, claim("b", "Bruno Tapia", 40, via=["El Faro de Brisel"]))) == 2
    assert rules(theirs, claim("b", "Ines Solar", 40, via=["El Faro de Brisel"])) == ["citation"]


def test_unnamed_sources_are_those_of_their_article() -> None:
    theirs, others = (
        claim("a", "fuentes del puerto", 40, kind="unnamed"),
        claim("b", "fuentes del puerto", 40, kind="unnamed"),
    )
    assert len(origins(theirs, others)) == 2
    assert rules(theirs, replace(others, via=(Via("El Faro de Brisel", "El Faro de Brisel"),))) == ["citation"]
    stations = [claim(article, f"fuentes {article}", 40, kind="unnamed", via=["Austral TV"]) for article in "ab"]
    assert rules(*stations) == ["party"]


def test_unnamed_sources_of_one_article_are_two_only_where_they_differ() -> None:
    first, second = (claim("a", name, 40, kind="unnamed") for name in ("una fuente", "los enterados"))
    assert rules(first, second) == ["party"]
    assert len(origins(first, replace(second, figures=(figure(90),)))) == 2


def test_a_source_without_a_name_is_not_that_of_another_article() -> None:
    assert len(origins(*(claim(article, "el sindicato", 40, kind="group") for article in "ab"))) == 2
    assert rules(*(claim(article, "el ejército", 40, kind="government") for article in "ab")) == ["voice"]


def test_an_outlet_is_no_second_voice_for_what_it_attributes() -> None:
    said = claim("a", "Inés Solar", figure(23, None, exactly=False))
    headline = claim("a", "El Faro de Brisel", 23, kind="author", start=9, passage="title")
    assert rules(said, headline) == ["repeats"]
    assert len(origins(said, replace(headline, figures=(figure(24),)))) == 2
    later = claim("e", "El Faro de Brisel", 23, kind="author")
    facts = FACTS | {"e": ArticleFacts("e", "El Faro de Brisel", "2024-03-05")}
    assert rules(said, later, facts=facts) == ["repeats"]
    assert len(origins(said, replace(later, article="b"), facts=facts)) == 2  # another outlet, that cites nobody
    citing = claim("b", "Bruno Tapia", 70, via=["El Faro de Brisel"])
    assert len(origins(said, replace(later, article="b"), citing, facts=facts)) == 2


def test_a_headline_with_two_rival_figures_does_not_join_the_rivals() -> None:
    one, two = claim("a", "Inés Solar", 70, start=1), claim("a", "Bruno Tapia", 18, start=2)
    headline = claim("a", "El Faro de Brisel", 70, 18, kind="author", passage="title")
    assert len(origins(one, two, headline)) == 2
    assert len(origins(one, headline)) == 2  # one of its figures is nobody else's


def test_an_outlet_that_repeats_two_rivals_does_not_join_them() -> None:
    one, two = claim("a", "Inés Solar", 70, start=1), claim("a", "Bruno Tapia", 18, start=2)
    repeats = [claim("a", "El Faro de Brisel", n, kind="author", start=n) for n in (70, 18)]
    assert [len(origin.claims) for origin in origins(one, two, *repeats)] == [2, 2]
    counted = claim("a", "El Faro de Brisel", 30, kind="author", start=30)
    assert [len(origin.claims) for origin in origins(one, two, *repeats, counted)] == [2, 1, 2]


def test_a_headline_goes_back_to_the_text_below_it() -> None:
    said = claim("a", "Servicio Secreto", figure(1_200, 1_500), kind="organization", start=9)
    headline = claim("a", "Capitolio", figure(None, 1_500), kind="organization", passage="title")
    assert rules(said, headline) == ["repeats"]
    other = claim("a", "Bruno Tapia", 1_500, start=5)
    assert len(origins(said, other, headline)) == 2
    same = replace(headline, source=said.source)
    assert [origin.claims for origin in origins(said, other, same)] == [
        ("a:Bruno Tapia:5",),
        tuple(sorted((said.id, same.id))),
    ]
    assert len(origins(said, replace(headline, article="b"))) == 2
    assert len(origins(said, replace(headline, passage="body"))) == 2


def test_outlets_that_say_it_themselves_are_origins_unless_one_agency_is_credited() -> None:
    one, two = (claim(article, FACTS[article].outlet or "", 40, kind="author") for article in "ab")
    assert len(origins(one, two)) == 2
    wired = {id_: replace(facts, agencies=("Cierzo",)) for id_, facts in FACTS.items()}
    assert rules(one, two, facts=wired) == ["wire"]
    assert len(origins(one, replace(two, figures=(figure(41),)), facts=wired)) == 2
    late = wired | {"b": replace(wired["b"], published="2024-03-09")}
    assert len(origins(one, two, facts=late)) == 2


def test_one_speech_in_two_articles() -> None:
    spoken = [claim(article, "Inés Solar", 40, said="2024-03-01") for article in "ab"]
    (origin,) = origins(*spoken)
    assert origin.reasons == ("speech: Inés Solar, 2024-03-01",)


def test_the_same_words_are_one_speech_whoever_is_named() -> None:
    words = "No quedará una sola piedra de ese puente"
    one = claim("a", "Inés Solar", content=words, quotation="direct")
    two = claim("b", "portavoz", content="«no quedará UNA sola piedra de ese puente»", quotation="direct")
    assert rules(one, two) == ["speech"]
    assert len(origins(one, replace(two, quotation="indirect"))) == 2
    assert len(origins(one, replace(two, content=Content(Span(0, 1), "No quedará una sola piedra")))) == 2


def test_a_party_that_changes_sides_through_others_is_not_one_voice() -> None:
    yes = claim("a", "Inés Solar", acts_for="Morvenia")
    no = claim("b", "Bruno Tapia", acts_for="Morvenia", stance="deny", factuality="CT-")
    assert len(origins(yes, no)) == 2
    assert rules(yes, replace(no, stance="confirm", factuality="CT+")) == ["party"]


def test_an_article_of_which_nothing_is_known_still_counts() -> None:
    assert [origin.id for origin in origins(claim("x", "x", 3, kind="author"), facts={})] == ["x:x:0"]


@pytest.mark.parametrize("name", ["", " ", "\ud800", "«»", "1"])
def test_odd_names_are_read(name: str) -> None:
    odd = [
        claim(article, name, 10**400, figure(None, None), kind=kind)
        for article in "ab"
        for kind in ("person", "author")
    ]
    assert origins(odd[0], odd[3])
    assert origins(claim("a", "Ana", content=""), claim("b", "Eva", content=""))


def test_ten_thousand_claims_of_copies_are_joined_quickly() -> None:
    facts = {f"{n:05}": ArticleFacts(f"{n:05}", f"Medio {n}", "2024-03-01", copies=COPY) for n in range(10_000)}
    claims = [claim(article, f"documento {article}", 40, kind="document") for article in facts]
    (origin,) = find_origins([(Member(c.id, 0), c) for c in claims], facts, ACTORS)
    assert len(origin.claims) == 10_000
