"""Whose sums, jobs and losses these are, where no subject has them: what is measured is somebody's (*el déficit de **la aseguradora***)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.phrases import PhraseNames
from careo.analyze.figures.vocabulary import Vocabulary
from careo.analyze.figures.warrants import Warrant
from careo.analyze.nouns import find_noun
from careo.lang.figures import ParticleRole
from careo.lang.pack import Pack
from careo.text import Document, Token

OFTEN = 3
"""How often the text must name a company, or point to one, for it to be what the text is about."""


class HolderFinder:
    """Finds them in one document."""

    def __init__(self, document: Document, pack: Pack, phrases: PhraseNames, vocabulary: Vocabulary) -> None:
        self._document = document
        self._pack = pack
        self._phrases = phrases
        self._vocabulary = vocabulary

    def find_measured(self, counted: Counted, warrant: Warrant | None) -> str | None:
        """Of whom the noun is that the number measures: *fijó en 300 millones el déficit de **Auriga***."""
        for noun in self._measured(counted, warrant):
            for child in self._document.children_by(noun, "nmod"):
                case = next(iter(self._document.children_by(child, "case")), None)
                if child.index < noun.index or case is None or not self._is(case, "of"):
                    continue
                if child.name.endswith("PER") or self._vocabulary.kinds_of(child) & {"locality", "division"}:
                    continue
                found = self._beside(child) or self._phrases.actor_of_phrase(child)
                if found is not None:
                    return found
        return None

    def _measured(self, counted: Counted, warrant: Warrant | None) -> Iterator[Token]:
        """The noun of the frame, and the subject and object of the clause, where they are no part of the figure."""
        inside = {token.index for token in counted.tokens}
        found = [warrant.trigger] if warrant is not None else []
        clause = next((t for t in self._document.ancestors(counted.anchor) if t.tag == "VERB"), None)
        if clause is not None:
            things = [t for t in self._document.children_by(clause, "obj") if t.index not in inside]
            found += things or self._document.children_by(clause, "nsubj")
        for noun in found:
            if noun.tag == "NOUN" and noun.index not in inside and not self._is_voice(noun):
                yield noun

    def _is_voice(self, noun: Token) -> bool:
        """A body or a person, who measure rather than are measured."""
        known = find_noun(self._document, noun, self._pack)
        titled = known is not None and known.title is not None
        return titled or self._phrases.bodies.is_body(noun) or "person" in self._vocabulary.kinds_of(noun)

    def find_victim(self, counted: Counted) -> str | None:
        """*causó más de 100 muertos **a las fuerzas de Lima***: to whom it was done."""
        for verb in self._document.ancestors(counted.anchor):
            if verb.tag != "VERB":
                continue
            if not self._is(verb, "inflict"):
                return None
            for child in self._document.children_by(verb, "iobj", "obl", "obj"):
                case = next(iter(self._document.children_by(child, "case")), None)
                own = any(token.index == child.index for token in counted.tokens)
                to = case is not None and self._is(case, "to") and child.index > counted.anchor.index
                if (
                    to
                    and not own
                    and (self._phrases.bodies.is_body(child) or child.tag == "PROPN" or self._fights(child))
                ):
                    return self._phrases.actor_of_phrase(child)
            return None
        return None

    def _fights(self, noun: Token) -> bool:
        return bool(self._vocabulary.kinds_of(noun) & {"force", "military"})

    def is_company_matter(self, counted: Counted, warrant: Warrant | None) -> bool:
        """Money, jobs, and those who work for a company or are its customers."""
        if warrant is not None:
            return bool({"money", "job"} & set(warrant.frame.counts)) or warrant.frame.owner == "agent"
        return counted.noun is not None and "staff" in self._vocabulary.kinds_of(counted.noun)

    @cached_property
    def company(self) -> str | None:
        """The company that the text is about: called one somewhere (*la minera Cerro Alto*), named or pointed to at least thrice.

        Beside others it must be named more than twice as often.
        """
        names: dict[str, int] = {}
        pointed = 0
        for token in self._document.tokens:
            if token.tag not in ("NOUN", "PROPN") or "company" not in self._vocabulary.kinds_of(token):
                continue
            name = self._beside(token) or self._phrases.owner_of(token)
            if name is not None:
                names.setdefault(name, self._document.text.count(name))
            pointed += name is None
        ranked = sorted(names.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] + pointed < OFTEN:
            return None
        best = ranked[0][0]
        second = next((count for name, count in ranked[1:] if name not in best and best not in name), 0)
        return best if ranked[0][1] > 2 * second else None

    def _beside(self, noun: Token) -> str | None:
        """The name of a body right behind a noun (*la aseguradora Horizonte*)."""
        if noun.name.endswith("ORG"):
            return self._phrases.name_at(noun)
        after = self._document.next_token(noun)
        return self._phrases.name_at(after) if after is not None and after.name == "B-ORG" else None

    def _is(self, token: Token, role: ParticleRole) -> bool:
        return any(self._vocabulary.is_in(fold_word(word), role) for word in (token.text, token.lemma))
