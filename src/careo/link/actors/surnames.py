"""Surnames by themselves, and the keys at which they and other short names of persons meet the full ones."""

from __future__ import annotations

from collections.abc import Iterator

from careo.link.actors.known import Knowledge
from careo.link.actors.mentions import Mentions
from careo.link.actors.names import Form
from careo.link.actors.spellings import romanized_run

Key = tuple[str, str]
"""What a short name and its full name meet at: ``surname``, ``person``, ``body``, ``sole`` or ``acronym``, and words."""


def find_surnames(mentions: Mentions, knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The articles, by name, in which one word that is read as no surname is that of somebody named there in full.

    Who wins votes or is sentenced often says nothing (*Carrizo gana con el 48 %*); some surnames are offices (*Rey*). Where the word is
    a place, or owns a figure that no person owns, it is none.
    """
    shorts = {name: romanized_run(form.words) for name, form in mentions.forms.items() if _may_be_surname(form)}
    if not shorts:
        return {}
    found: dict[str, set[str]] = {}
    for article, names in mentions.names.items():
        mine = [name for name in names if name in shorts and (name, article) not in mentions.grounds]
        if mine:
            forms = (mentions.forms[name] for name in names)
            full = {key for form in forms if form.sort == "person" for key in iter_person_keys(form.words, knowledge)}
            for name in mine:
                if ("surname", shorts[name]) in full:
                    found.setdefault(name, set()).add(article)
    return {name: frozenset(articles) for name, articles in found.items()}


def _may_be_surname(form: Form) -> bool:
    return form.sort in {"proper", "local"} and len(form.words) == 1 and form.name[:1].isupper() and form.name.isalpha()


def iter_person_keys(words: tuple[str, ...], knowledge: Knowledge) -> Iterator[Key]:
    """The keys of all short names that a person with the full name ``words`` may go by."""
    given = knowledge.given
    if words[0] not in given:
        yield "surname", romanized_run(words[:1])
    for start in range(1, len(words)):
        if start == 1 and len(words) > 2 and words[1] in given:
            continue
        for end in range(start + 1, len(words) + 1):
            yield "surname", romanized_run(words[start:end])
            if end - start > 1:
                yield "person", romanized_run(words[start:end])  # two surnames look like a whole name
    if len(words) > 2:
        for end in range(1, len(words)):
            if not (end == 1 and words[1] in given):
                yield "person", romanized_run((words[0], words[end]))
            yield "person", romanized_run(words[: end + 1])
