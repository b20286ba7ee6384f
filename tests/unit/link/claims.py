"""Claims made by hand, for tests of linking that need no text. Their people and countries are invented."""

from __future__ import annotations

import hashlib
from typing import Any

from careo.link.facts import ArticleFacts
from careo.model import Claim, Content, Event, Gist, Source, SourceKind, Span, Stance

TRIGGER = Span(0, 1)


def make_claim(
    article: str,
    source: str,
    stance: Stance = "assert",
    *,
    party: str | None = None,
    said: str | None = None,
    text: str = "what is claimed here",
    event: tuple[str, str | None, str | None] | None = None,
    **gist: Any,
) -> Claim:
    """A claim whose id hashes all that it is made of. ``event``: type, agent, patient; the rest goes into its gist."""
    polarity = gist.pop("polarity", -1 if stance == "deny" else 1)
    happened = Event(event[0], TRIGGER, "x", event[1], event[2], gist.get("place")) if event else None
    roles = {"agent": event[1], "patient": event[2]} if event else {}
    values = {**roles, **gist}
    for key in ("names", "terms"):
        values[key] = tuple(sorted(values.get(key, ())))
    made = Gist(polarity=polarity, **values)
    kind: SourceKind = "author" if source == "outlet" else "person"
    data = repr((article, source, stance, said, text, event, made))
    return Claim(
        id="c-" + hashlib.sha256(data.encode()).hexdigest()[:12],
        article=article,
        passage="body",
        content=Content(Span(0, len(text)), text),
        source=Source(source, kind, acts_for=party),
        stance=stance,
        said=said,
        event=happened,
        gist=made,
    )


def make_facts(**published: str | None) -> dict[str, ArticleFacts]:
    """Articles by id with their dates of publication."""
    return {name: ArticleFacts(name, "Diario", date) for name, date in published.items()}
