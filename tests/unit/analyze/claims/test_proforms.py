"""*Así lo confirmó …*: what the sentence before says is what is claimed. The news are invented."""

from __future__ import annotations

import pytest

from careo.pipeline.analysis import analyze_text

FELL = "El puente cayó de noche."

CLAIMS = [
    (FELL + " Así lo confirmó el alcalde, Juan Rojas.", "Juan Rojas", "confirm"),
    (FELL + " Así lo aseguran dos fuentes de la policía.", "dos fuentes de la policía", "assert"),
    ("El puente cayó de noche, según la vecina. Así lo aseguró también el alcalde.", "alcalde", "assert"),
    ("El puente cayó de noche. Así lo informó ayer en una nota la empresa Nilova.", "Nilova", "assert"),
]


@pytest.mark.parametrize(("text", "source", "stance"), CLAIMS)
def test_the_sentence_before(text: str, source: str, stance: str) -> None:
    claims = analyze_text(text).claims
    found = [(c.source.name, c.stance) for c in claims if c.content.text == FELL.rstrip(".")]
    assert (source, stance) in found


NOTHING = [
    "La vecina dijo que el puente cayó. Así lo aseguró también el alcalde.",
    "«El puente cayó de noche», contó la vecina. Así lo aseguró también el alcalde.",
    "¿Por qué cayó el puente? Así lo explicó el alcalde.",
    FELL + "\n\nAsí lo confirmó el alcalde.",
    FELL + " Así lo pidió el alcalde.",
    FELL + " Así lo pintó el alcalde.",
    FELL + " Así se lo contó a su madre.",
    "Qué tarde. Así lo confirmó el alcalde.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_no_sentence_says(text: str) -> None:
    assert [c for c in analyze_text(text).claims if c.source.name == "alcalde" and c.source.kind != "author"] == []


ANSWERS = [
    ("La vecina dijo que el puente cayó. El alcalde lo confirmó.", 1),
    ("La vecina dijo que el puente cayó. El alcalde lo negó el lunes.", -1),
    ("La vecina dijo que el puente cayó. El alcalde lo ha desmentido.", -1),
    # nothing said before, somebody rather than something, himself, too far back, neither side
    ("La vecina vio al ladrón. El alcalde lo reconoció.", None),
    ("El puente cayó. El alcalde lo negó.", None),
    ("El alcalde dijo que el puente cayó. El alcalde lo confirmó.", None),
    ("La vecina dijo que el puente cayó. Llovía. Hacía frío. El alcalde lo confirmó.", None),
    ("La vecina dijo que el puente cayó. El alcalde no lo negó.", None),
    ("La vecina dijo que el puente cayó. El alcalde lo fotografió.", None),
]


@pytest.mark.parametrize(("text", "polarity"), ANSWERS)
def test_a_pronoun_alone_takes_up_the_claim_before_or_is_none(text: str, polarity: int | None) -> None:
    claims = analyze_text(text).claims
    found = [c for c in claims if c.content.text.startswith("lo ") or c.content.text == "lo"]
    gists = [c.gist for c in found if c.gist is not None]
    assert [gist.polarity for gist in gists] == ([] if polarity is None else [polarity])
    assert all(gist.answers == claims[0].id for gist in gists)
