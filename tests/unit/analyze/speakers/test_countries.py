"""For which country a body of state speaks where the mention does not say so, and what makes an unknown name a country. All invented."""

from __future__ import annotations

import pytest

from careo.pipeline.analysis import analyze_text

TROOPS = "Noruega niega tener tropas en Belkovia\n\n"

COUNTRIES = [
    # the country of the headline, where the lead takes the same side
    (TROOPS + "El Ministerio de Defensa negó que haya militares en Belkovia.", "haya militares", "Noruega"),
    (TROOPS + "El Ministerio de Defensa negó que haya militares. El portavoz del ministerio dijo que llueve.", "llueve", "Noruega"),
    ("Noruega admite un error\n\nEl Ministerio de Defensa reconoció que el radar falló.", "radar", "Noruega"),
    # near misses: another side, another subject first, a body with a country of its own, no headline
    (TROOPS + "El Ministerio de Defensa confirmó que habrá maniobras.", "maniobras", None),
    (TROOPS + "El rey negó que haya frío. El Ministerio de Defensa negó que haya militares.", "militares", None),
    (TROOPS + "El Ministerio de Defensa de Chile negó que haya militares.", "haya militares", "Chile"),
    ("Noruega niega todo. Es tarde. Llueve. El Ministerio de Defensa negó que haya militares.", "militares", None),
    ("La alcaldesa niega un error\n\nEl Ministerio de Defensa negó que el radar fallara.", "radar", None),
    # the minister of a portfolio whose ministry has a country
    ("El Ministerio de Defensa de Chile calló. El ministro de Defensa, Juan Rojas, dijo que llueve.", "llueve", "Chile"),
    ("El Ministerio de Defensa de Chile calló. El ministro de Salud, Juan Rojas, dijo que llueve.", "llueve", None),
    (
        "El Ministerio de Defensa de Chile y el Ministerio de Defensa de Perú callan. El ministro de Defensa, Jan Ros, dijo que llueve.",
        "llueve",
        None,
    ),
    # a country that only the article knows
    ("Sarvania niega haber cruzado el río. El pastor dijo que vio militares sarvanos.", "haber cruzado", "Sarvania"),
    ("Sarvania admite que 300 soldados suyos cayeron. El presidente de Sarvania, Oleg Pavlin, dijo que llueve.", "cayeron", "Sarvania"),
    ("Cartajuna niega haber cruzado el río. El pastor dijo que vio a tres concejales cartajunos.", "haber cruzado", None),
    ("Petrosur admite que 300 empleados suyos cayeron. El presidente de Petrosur, Oleg Pavlin, dijo que llueve.", "cayeron", None),
    # that country
    ("Un bulo llegó desde Chile. La cancillería de ese país dijo que llueve.", "llueve", "Chile"),
    ("El ministerio de Defensa calló. Desde Belkovia llegó otra voz. La cancillería de ese país dijo que llueve.", "llueve", "Belkovia"),
    ("Desde Belkovia llegó una voz. Nadie la oyó. La tarde cayó. La cancillería de ese país dijo que llueve.", "llueve", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "party"), COUNTRIES)
def test_for_which_country(text: str, words: str, party: str | None) -> None:
    claim = next(c for c in analyze_text(text).claims if words in c.content.text)
    assert claim.source.acts_for == party
