from __future__ import annotations

import pytest

from careo.analyze.figures.vocabulary import build_vocabulary
from careo.lang import load_pack
from careo.text import Token


def noun(text: str, lemma: str, tag: str, features: str = "") -> Token:
    return Token(0, 0, len(text), text, lemma, tag, features, 0, "obj")


@pytest.mark.parametrize(
    ("token", "name"),
    [
        (noun("evacuados", "evacuar", "VERB", "Gender=Masc|Number=Plur|VerbForm=Part"), "evacuado"),
        (noun("Heridas", "herir", "VERB", "Gender=Fem|Number=Plur|VerbForm=Part"), "herido"),
        (noun("muerta", "morir", "VERB", "Gender=Fem|Number=Sing|VerbForm=Part"), "muerto"),
        (noun("casas", "casa", "NOUN", "Gender=Fem|Number=Plur"), "casa"),
        (noun("Heridos", "herido", "ADJ", "Gender=Masc|Number=Plur|VerbForm=Part"), "herido"),
    ],
)
def test_participles_are_counted_by_their_own_name(token: Token, name: str) -> None:
    assert load_pack("es").derived(build_vocabulary).name_counted(token) == name
