"""Articles and claims made by hand, for tests that need no parser. The story and its people are invented."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from careo.model import Article, Claim, Content, Copy, Cue, Event, Figure, Passage, Reason, Source, Span, Via

TEXT = (
    "La presa de Valdeoro cede\n"
    "El gobernador Simón Arregui dijo que la riada dejó 12 muertos, según Radio Ombú.\n"
    "“No hubo aviso”, negó la vecina Alba Ruiz, “ni sirenas”.\n"
    "Foto: Agencia Cierzo"
)


def span(text: str, words: str, start: int = 0) -> Span:
    found = text.index(words, start)
    return Span(found, found + len(words))


def make_article(name: str = "riada", text: str = TEXT, **values: object) -> Article:
    passages, start = [], 0
    for number, line in enumerate(text.split("\n")):
        role = "title" if number == 0 and "\n" in text else "credit" if line.startswith("Foto") else "body"
        if line.strip():
            passages.append(Passage(Span(start, start + len(line)), role))
        start += len(line) + 1
    article = Article(
        id=name,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        outlet="El Correo de Valdeoro",
        published="2024-05-07",
        metadata_origin={"published": "given", "outlet": "given"},
        passages=tuple(passages),
        copies=(Copy("otra", "wire", "the same credit"),),
    )
    return replace(article, **values)  # type: ignore[arg-type]


def make_claims(article: Article) -> tuple[Claim, ...]:
    """Two claims of the sample text: one with a figure and a chain, one interrupted."""
    text = article.text
    toll, sirens = (
        span(text, "la riada dejó 12 muertos"),
        span(text, "No hubo aviso”, negó la vecina Alba Ruiz, “ni sirenas"),
    )
    said, denied = span(text, "dijo"), span(text, "negó")
    governor, neighbor = span(text, "El gobernador Simón Arregui"), span(text, "la vecina Alba Ruiz")
    number, radio = span(text, "12 muertos"), span(text, "Radio Ombú")
    figure = Figure(
        number, "12 muertos", 12, 12, "=", counts="muerto", category="killed", reasons=(Reason("figure:cardinal", number),)
    )  # fmt: skip
    first = Claim(
        id=make_id(article, toll), article=article.id, passage="body", content=Content(toll, toll.of(text)),
        source=Source("Simón Arregui", "person", governor, governor.of(text), acts_for="Gobierno de Valdeoro"),
        cue=Cue(said, "dijo", "decir"), via=(Via("Radio Ombú", "Radio Ombú", radio),), quotation="indirect", said="2024-05-06",
        figures=(figure,), event=Event("flood", span(text, "riada"), "riada", place="Valdeoro"),
        reasons=(Reason("cue:verb", said), Reason("source:subject", governor)),
    )  # fmt: skip
    parts = (span(text, "No hubo aviso"), span(text, "ni sirenas"))
    second = Claim(
        id=make_id(article, sirens), article=article.id, passage="body", content=Content(sirens, sirens.of(text), parts),
        source=Source("Alba Ruiz", "person", neighbor, neighbor.of(text)), cue=Cue(denied, "negó", "negar"),
        quotation="direct", stance="deny", factuality="CT-", reasons=(Reason("cue:verb", denied),),
    )  # fmt: skip
    return first, second


def make_id(article: Article, place: Span) -> str:
    return hashlib.sha256(f"{article.id} {place}".encode("utf-8", "surrogatepass")).hexdigest()[:20]


def make_own_claim(article: Article, text: str) -> Claim:
    """What the outlet says itself."""
    place = span(article.text, text)
    source = Source(article.outlet or "", "author")
    return Claim(
        make_id(article, place),
        article.id,
        "body",
        Content(place, text),
        source,
        reasons=(Reason("own:figure", place),),
    )
