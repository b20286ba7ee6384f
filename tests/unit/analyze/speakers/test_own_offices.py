"""For whom *su canciller*, *su portavoz* speak: for the body that is the last subject before. The news is invented."""

from __future__ import annotations

import pytest

from careo.pipeline.analysis import analyze_text

OWN = [
    ("También cambió de tono el Gobierno de Noruega. «Sin Chile habríamos perdido», admitió su canciller, Ado Ril.", "Noruega"),
    ("La organización Casa Abierta pidió ayuda. «Faltan camas», calculó su portavoz, Nara Otero.", "Casa Abierta"),
    # an office of one's own, somebody else in between, no office at all
    ("La compañía Hidrosol perdió el juicio. «Es justo», dijo su abogada, Nara Otero.", None),
    ("La compañía Hidrosol perdió el juicio. El alcalde calló. «Es justo», dijo su portavoz, Nara Otero.", None),
    ("La empresa Hidrosol perdió el juicio. «Es justo», dijo su madre, Nara Otero.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party"), OWN)
def test_whose_office_it_is(text: str, party: str | None) -> None:
    claim = next(
        c for c in analyze_text(text, published="2024-05-15").claims if c.source.name in ("Ado Ril", "Nara Otero")
    )
    assert claim.source.acts_for == party
