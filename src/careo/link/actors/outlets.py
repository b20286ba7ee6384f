"""Outlets that call themselves by the beginning of their name: the questions of an interview (*TRIBUNO: ¿Está firmado?*)."""

from __future__ import annotations

from careo.lang.inflections import fold_words
from careo.link.actors.joins import Joins, shown
from careo.link.actors.known import Knowledge
from careo.link.actors.mentions import Mentions


def join_outlets(mentions: Mentions, knowledge: Knowledge, joins: Joins) -> None:
    """Joins a name that speaks in an article to the outlet that published it, where the outlet's name goes on behind it.

    Only names that begin with an article are so cut (*El Tribuno Porteño*, *La Voz de Orvalle*): what stands first in others is often a
    place (*Orvalle Hoy*).
    """
    for article in sorted(mentions.outlets):
        for outlet in sorted(mentions.outlets[article]):
            words = fold_words(outlet)
            if words[:1] and words[0] in knowledge.role("article"):
                for name in mentions.names[article]:
                    node = mentions.node(name, article)
                    if node[1] and (name, article) in mentions.speaking and _begins(name, words, knowledge):
                        full = mentions.node(outlet, article)
                        joins.join(node, full, "outlet", f"{shown(node)} = {shown(full)}: published by it")


def _begins(name: str, outlet: tuple[str, ...], knowledge: Knowledge) -> bool:
    """Whether a name in capitals, with its article or without, is the beginning of an outlet's and not all of it."""
    words = fold_words(name)
    if words[:1] and words[0] in knowledge.role("article"):
        words = words[1:]
    return bool(words) and name[:1].isupper() and len(words) < len(outlet) - 1 and outlet[1 : 1 + len(words)] == words
