"""What an article calls by several words is one thing, what looks like it is another: stories of our own, through the analysis."""

from __future__ import annotations

import pytest

from tests.unit.link.propositions.test_near_misses import WHO, link

FIRST = "La ONG Agua Viva dijo que la presa de Valhondo tiene filtraciones." + WHO
NOUNS = [
    ("La empresa Sedalima confirmó las filtraciones de la presa de Valhondo." + WHO, True),
    ("La empresa Sedalima dijo que la presa de Valhondo no tiene filtraciones." + WHO, True),
    ("La empresa Sedalima dijo que la presa de Torrealta no tiene filtraciones." + WHO, False),
    ("La empresa Sedalima confirmó otras filtraciones." + WHO, False),
    ("La empresa Sedalima dijo que aquí no hay filtraciones." + WHO, False),
]


@pytest.mark.parametrize(("second", "met"), NOUNS)
def test_a_thing_meets_itself_and_no_other_of_its_kind(second: str, met: bool) -> None:
    claims, found = link({"norte": FIRST, "sur": second})
    leaks = [name for name, claim in claims.items() if "filtraciones" in claim.content.text]
    together = [{claims[name].article for name in d.claims if name in leaks} for d in found.disputes]
    assert ({"norte", "sur"} in together) is met


RESIGNS = "La ministra de Sanidad, Ana Ferro, aseguró que no va a dimitir. El portavoz, Juan Soto, calló." + WHO
TURNS = [
    ("La ministra de Sanidad, Ana Ferro, anunció su dimisión. Juan Soto calló." + WHO, ["Ana Ferro"]),
    ("La ministra de Sanidad, Ana Ferro, dijo que presentará su renuncia. Juan Soto calló." + WHO, ["Ana Ferro"]),
    ("La ministra de Sanidad, Ana Ferro, confirmó la dimisión de Juan Soto." + WHO, []),
    ("El consejero de Sanidad, Raúl Mora, anunció su dimisión. Ana Ferro y Juan Soto callaron." + WHO, []),
]


@pytest.mark.parametrize(("second", "turned"), TURNS)
def test_who_will_not_go_and_goes_has_gone_over(second: str, turned: list[str]) -> None:
    _, found = link({"norte": RESIGNS, "sur": second})
    assert [position.actor for position in found.positions if position.reversals] == turned


ANSWERS = [
    ("La ONG Agua Viva acusó a la Policía de disparar balas de goma. El comisario Luis Vera negó que sus agentes dispararan.", True),
    ("La ONG Agua Viva acusó a la Policía de disparar balas de goma. El comisario Luis Vera negó que disparara cohetes.", False),
    ("Sedalima confirmó la fusión. La ONG Agua Viva descartó una fusión con Verdemar.", False),
    ("La ONG Agua Viva dijo que la Policía disparó. El comisario Luis Vera negó que la Policía disparara.", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "denied"), ANSWERS)
def test_a_denial_right_behind_takes_up_what_was_said(text: str, denied: bool) -> None:
    _, found = link({"norte": text})
    against = [r for d in found.disputes for r in d.relations if r.relation in ("denies", "contradicts")]
    assert bool(against) is denied
