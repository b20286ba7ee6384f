"""What linking promises where articles come in one after the other: what comes out is what a run from scratch gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from careo.link.claims import link_archive, link_claims, merge_parts
from careo.link.facts import ArticleFacts, group_articles
from careo.link.memory import Memory
from careo.link.parts import Part
from careo.link.propositions import blocks, sieve
from careo.model import Claim, Copy, Figure, Linked, Span
from tests.unit.link.claims import make_claim
from tests.unit.link.samples import make_claim as make_figure_claim
from tests.unit.link.samples import make_facts

NAMES = ("Ambrania", "Tolvenia", "Ana Ruiz", "Luis Paz", "Ana Ruiz Mora", "Gobierno", "Rusia", "Moscú", "Sirel")
WORDS = ("presa", "ceder", "noche", "muro", "agua", "barrio")


@dataclass
class Archive:
    """Claims by article, which counts what it is asked for."""

    claims: Mapping[str, Sequence[Claim]]
    fetched: set[str] = field(default_factory=set)

    def fetch(self, articles: Iterable[str]) -> Mapping[str, Sequence[Claim]]:
        wanted = list(articles)
        self.fetched.update(wanted)
        return {article: self.claims[article] for article in wanted if article in self.claims}


def run(archive: Archive, facts: Mapping[str, ArticleFacts], memory: Memory[Part]) -> tuple[Linked, Memory[Part], int]:
    """What is linked, the memory for the next run, and how many groups were worked out."""
    found = link_archive(archive.fetch, facts, memory)
    outcomes = {**found.found.kept, **found.found.parts}
    linked = merge_parts(found.actors, outcomes.values(), found.found.notices)
    return linked, found.remember(outcomes), len(found.found.parts)


@st.composite
def articles(draw: st.DrawFn, most: int = 6) -> dict[str, list[Claim]]:
    """Articles whose claims share figures, statements, events and names, and answer one another."""
    found: dict[str, list[Claim]] = {}
    for article in "abcdef"[: draw(st.integers(1, most))]:
        rows: list[Claim] = []
        for place in range(draw(st.integers(0, 4))):
            rows.append(draw(statements(article, place)))
            if len(rows) > 1 and draw(st.booleans()) and rows[-1].gist is not None:
                gist = replace(rows[-1].gist, answers=rows[0].id)
                rows[-1] = replace(rows[-1], gist=gist)
        found[article] = sorted({row.id: row for row in rows}.values(), key=lambda row: row.id)
    return found


@st.composite
def statements(draw: st.DrawFn, article: str, place: int) -> Claim:
    who = draw(st.sampled_from((*NAMES, "Ana Ruiz y Luis Paz")))
    if draw(st.booleans()):
        amount = draw(st.sampled_from(("=12", "=40", "~40", ">30", "=5000")))
        category = draw(st.sampled_from(("killed", "killed_or_wounded", "attended", "deployed", None)))
        return make_figure_claim(
            who,
            amount,
            article,
            place,
            category=category,
            of=draw(st.sampled_from(("Villar", "Olmeda", "Rusia", None))),
        )
    happened = draw(st.sampled_from((None, "deployment", "supply", "killing")))
    agent, patient = draw(st.sampled_from((*NAMES, "presa", None))), draw(st.sampled_from((*NAMES[:2], "tropa", None)))
    claim = make_claim(
        article,
        who,
        draw(st.sampled_from(("assert", "deny", "confirm"))),
        text=f"statement {place}",
        event=(happened, agent, patient) if happened else None,
        party=draw(st.sampled_from((None, None, "Rusia", "Tolvenia"))),
        names=draw(st.sets(st.sampled_from(NAMES), max_size=4)),
        terms=draw(st.sets(st.sampled_from(WORDS), max_size=3)),
        place=draw(st.sampled_from((None, None, "Sirel", "Chile"))),
        **(
            {}
            if happened
            else {"predicate": draw(st.sampled_from(("ceder", "presa"))), "agent": agent, "patient": patient}
        ),
    )
    return replace(claim, figures=(Figure(Span(0, 1), "3", 3, 3, "="),)) if draw(st.integers(0, 9)) == 0 else claim


def facts_of(rows: Mapping[str, Sequence[Claim]], days: int = 1) -> dict[str, ArticleFacts]:
    """Articles on days that follow each other; the second one copies the first."""
    found = {a: ArticleFacts(a, f"Diario {a}", f"2031-05-{10 + n * days:02}") for n, a in enumerate(sorted(rows))}
    if "b" in found:
        found["b"] = replace(found["b"], copies=(Copy("a", "near_identical", "x"),))
    return found


@given(articles(), st.randoms(use_true_random=False), st.booleans())
def test_articles_in_any_order_and_in_any_batches_come_to_what_all_at_once_come_to(
    rows: dict[str, list[Claim]], chance: Random, small: bool
) -> None:
    every, order = facts_of(rows), sorted(rows)
    chance.shuffle(order)
    limits = (blocks.LARGE, sieve.SMALL) if not small else (1, 1)  # with the sieve, or without
    with patch.object(blocks, "LARGE", limits[0]), patch.object(sieve, "SMALL", limits[1]):
        memory: Memory[Part] = Memory()
        known: list[str] = []
        while len(known) < len(order):
            known += order[len(known) : len(known) + chance.randint(1, 3)]
            facts = {
                a: replace(every[a], copies=tuple(c for c in every[a].copies if c.article in known)) for a in known
            }
            linked, memory, _ = run(Archive({a: rows[a] for a in known}), facts, memory)
            assert linked == link_claims([claim for a in known for claim in rows[a]], facts)


@given(articles(), st.randoms(use_true_random=False))
def test_articles_that_are_taken_away_or_replaced_leave_nothing_behind(
    rows: dict[str, list[Claim]], chance: Random
) -> None:
    facts = facts_of(rows)
    _, memory, _ = run(Archive(rows), facts, Memory())
    gone = chance.choice(sorted(rows))
    replaced = {a: group[:-1] if a == gone else group for a, group in rows.items()}
    lacking = replace(memory, notes={a: note for a, note in memory.notes.items() if a != gone})
    linked, memory, _ = run(Archive(replaced), facts, lacking)
    assert linked == link_claims([claim for group in replaced.values() for claim in group], facts)
    fewer = {a: group for a, group in rows.items() if a != gone}
    if fewer:
        linked, memory, _ = run(Archive(fewer), facts_of(fewer), memory)
        assert linked == link_claims([claim for group in fewer.values() for claim in group], facts_of(fewer))
        assert set(memory.notes) == set(memory.marks) == set(memory.shapes) == set(fewer)


@given(articles())
def test_a_run_on_what_is_known_works_nothing_out_and_reads_nothing(rows: dict[str, list[Claim]]) -> None:
    facts = facts_of(rows)
    linked, memory, _ = run(Archive(rows), facts, Memory())
    archive = Archive(rows)
    again, after, worked = run(archive, facts, memory)
    assert (again, after, worked, archive.fetched) == (linked, memory, 0, set())


def test_a_new_article_touches_only_the_blocks_of_its_keys() -> None:
    rows = group_articles([make_figure_claim("Alcaldía", f"={20 + n}", f"a{n}", of=f"Villa {n}") for n in range(50)])
    linked, memory, worked = run(Archive(rows), make_facts(c for group in rows.values() for c in group), Memory())
    assert worked == len(linked.disputes) == 50
    new = make_figure_claim("Gobierno", "=90", "new", of="Villa 7")
    archive = Archive({**rows, "new": [new]})
    linked, memory, worked = run(archive, make_facts(c for group in archive.claims.values() for c in group), memory)
    assert worked == 1
    assert archive.fetched == {"new"}
    assert len(linked.disputes) == 51


def test_another_name_of_an_actor_touches_the_articles_that_speak_of_him() -> None:
    def say(article: str, who: str, value: str) -> Claim:
        return make_figure_claim(who, value, article, of="Villar", kind="person")

    rows = {"a": [say("a", "Ana Ruiz Mora", "=20")], "b": [say("b", "Luis Paz", "=21")]}
    facts = make_facts([claim for group in rows.values() for claim in group])
    _, memory, _ = run(Archive(rows), facts, Memory())
    rows["c"] = [say("c", "Ana Ruiz Mora", "=22")]
    archive = Archive(rows)
    linked, _, _ = run(archive, make_facts([c for group in rows.values() for c in group]), memory)
    assert linked == link_claims(
        [c for group in rows.values() for c in group], make_facts([c for g in rows.values() for c in g])
    )
