"""Any text at all: mentions lie in it, every mention gets a source, the same one each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from careo.analyze.actors import find_actor
from careo.analyze.cast import build_cast
from careo.analyze.mentions import find_mention
from careo.analyze.speakers import Mention, resolve_name, resolve_speakers
from careo.text.document import Document

from .reading import PACK, read

WORDS = st.sampled_from(
    [
        *"El la un los dos ambos él ella quien que de del y e según dijo dijeron agregó".split(),
        *"Rusia EE.UU. Kremlin ruso países presidente ministra portavoz Ana Robledo Arce Kim comisión Comisión organismo".split(),
        *'fuente fuentes informe OTAN EFE (OTAN) ex Salas 3 , . ( ) « » " : —'.split(),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join))


@settings(max_examples=60)
@given(TEXTS)
def test_every_token_can_be_asked(text: str) -> None:
    document = read(text)
    cast = build_cast(document, PACK)
    mentions = [Mention(None, None, 0)]
    for token in document.tokens:
        span = find_mention(document, token, PACK)
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)
        actor = find_actor(document, token, PACK)
        assert actor is None or actor
        mentions.append(Mention(span, token.index, token.head, shared=token.index % 3 or None))
        assert isinstance(resolve_name(document, token, PACK, cast), str)
    sources = resolve_speakers(document, mentions, PACK, cast)
    assert len(sources) == len(mentions)
    assert [source.span for source in sources] == [mention.span for mention in mentions]
    assert sources == resolve_speakers(document, mentions, PACK)


@given(st.lists(st.integers(-3, 99), max_size=5))
def test_cues_that_are_not_there(cues: list[int]) -> None:
    document = read("El rector Pablo Nieto llegó. «No dimito», dijo.")
    sources = resolve_speakers(document, [Mention(None, None, cue) for cue in cues], PACK)
    assert len(sources) == len(cues)


def test_nothing_to_read() -> None:
    empty = Document("", (), ())
    assert resolve_speakers(empty, [Mention(None, None, 0)], PACK)[0].kind == "unnamed"
    assert build_cast(empty, PACK).persons == ()
