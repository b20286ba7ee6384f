"""Claims for tests of linking, as small as a test needs them."""

from __future__ import annotations

from careo.model import Claim, Content, Figure, Source, SourceKind, Span, Via


def say(
    name: str,
    article: str = "a",
    kind: SourceKind = "person",
    *,
    party: str | None = None,
    of: str | None = None,
    via: str | None = None,
    text: str = "",
) -> Claim:
    """A claim of ``name`` in ``article``; ``of``: whose a figure in it is."""
    figures = (Figure(Span(0, 1), "9", 9, 9, "=", of=of),) if of else ()
    vias = (Via(via, via),) if via else ()
    content = Content(Span(0, len(text)), text)
    source = Source(name, kind, acts_for=party)
    return Claim(
        f"{article}:{name}:{party}:{of}:{via}:{text}", article, "body", content, source, via=vias, figures=figures
    )


def body(name: str, article: str = "a", *, party: str | None = None, of: str | None = None) -> Claim:
    """A claim of a ministry, a police force or another body of the state."""
    return say(name, article, "government", party=party, of=of)


def cast(article: str, *names: str) -> list[Claim]:
    """Claims of several persons in one article."""
    return [say(name, article) for name in names]
