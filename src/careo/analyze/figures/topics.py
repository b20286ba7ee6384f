"""What a number estimates where neither a noun nor a verb of its own says so: *cifró la marcha en 45.000 personas*, *de los muertos, 12*.

The quantity under discussion is named nearby: in the same sentence by a noun of its own (*la asistencia*, *los desplazados*), or shortly
before, by a noun or by what was said of those counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.fits import Fit, allows_noun
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.roles import Roles
from careo.lang.figures import Frame, ParticleRole
from careo.model import Span
from careo.text import Token

Candidate = tuple[Frame, Token, str, Span]
"""A frame, its trigger, the rule id and the words of the trigger."""
BACK = 3
"""Sentences back that the quantity under discussion may lie."""
_REACH = 4
_NAMING = ("NOUN", "ADJ", "VERB", "PROPN")
_MEASURED = {"time", "money", "mass", "goods", "vehicle"}


class TopicFinder:
    """Finds the frames of the quantity under discussion."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._document = roles.document
        self._vocabulary = roles.vocabulary
        self._triggers = roles.triggers

    def is_estimate(self, counted: Counted) -> bool:
        """Whether a verb of estimation governs the number: *cifró en*, *habló de*, *rebajó a*."""
        head = self._document.head(counted.anchor)
        if head is not None and head.index < counted.tokens[0].index and self._estimates(head):
            return True
        token = self._document.next_token(counted.tokens[0], -1)
        if token is not None and self._is(token, "of"):
            noun = self._document.next_token(token, -1)
            if noun is not None and "aggregate" in self._vocabulary.kinds_of(noun):
                return True  # dio la cifra de 30.000 personas
        if token is not None and token.relation == "cop" and counted.noun is not None:
            return True  # aseguró que fueron 30.000 personas
        for _ in range(_REACH):
            if token is None or token.tag == "CCONJ" or (token.tag == "PUNCT" and token.text not in "\"«“'‘"):
                return False
            if token.tag in ("VERB", "NOUN") and self._estimates(token):
                return True
            token = self._document.next_token(token, -1)
        return False

    def is_extent(self, counted: Counted) -> bool:
        """*bajó un 11 %*, *creció en un tercio*: by how much, not to how much."""
        verb, before = self._document.head(counted.anchor), self._document.next_token(counted.tokens[0], -1)
        if verb is None or (before is not None and self._is(before, "to")):
            return False
        return any(self._vocabulary.is_in(lemma, "change") for lemma in self._triggers.lemmas_of(verb))

    def find_estimated(self, counted: Counted, fit: Fit) -> Iterator[Candidate]:
        """The frames of what is estimated; only where people in general, money, a share or nothing at all is counted."""
        noun = counted.noun
        general = noun is None or fit.money or fit.share or "anybody" in self._vocabulary.kinds_of(noun)
        if not general or not self.is_estimate(counted):
            return
        sentence = self._document.sentence_of(counted.anchor)
        own = self._others(counted)
        near = self._arguments(counted)
        own.sort(key=lambda t: (t.index not in near, abs(t.index - counted.anchor.index)))
        yield from self._kept(fit, self._named(own, definite=True))
        first = self._document.sentences[max(0, sentence.index - BACK)].first
        before = reversed(self._document.tokens[first : counted.tokens[0].index])
        told = (t for t in before if not self._estimates(t) and not (t.relation == "acl" and t in sentence))
        yield from self._kept(fit, self._told(told))  # la ciudad, donde murieron 137, cree que aún hay 50 atrapados

    def _arguments(self, counted: Counted) -> frozenset[int]:
        """The subject and object of the clause of the number: ***los muertos** subieron a 9 y los desaparecidos son 30*."""
        top = counted.anchor
        while not self._document.children_by(top, "cop") and top.tag != "VERB":
            head = self._document.head(top)
            if head is None or head.index == top.index or top.relation == "conj":
                return frozenset()
            top = head
        return frozenset(token.index for token in self._document.children_by(top, "nsubj", "obj"))

    def find_listed(self, counted: Counted, fit: Fit) -> Iterator[Candidate]:
        """*los heridos, 112*; *los muertos son 12 y **los heridos 112***: a state with an article, perhaps a mark, and the bare number."""
        mark = self._document.next_token(counted.tokens[0], -1)
        if counted.noun is not None or fit.unit or mark is None:
            return
        if mark.text in (",", ":"):
            token = self._document.next_token(mark, -1)
            found = self._named([token], definite=True, states=True) if token is not None else ()
            yield from self._kept(fit, found)
        elif self._is_gapped(mark):
            for frame, token, _, span in self._kept(fit, self._named([mark], definite=True, states=True)):
                yield frame, token, "frame:listed", span

    def _is_gapped(self, state: Token) -> bool:
        """Whether a noun with an article stands right behind a conjunction, so that the verb before it is left out."""
        article = self._document.next_token(state, -1)
        joiner = self._document.next_token(article, -1) if article is not None else None
        return joiner is not None and joiner.tag == "CCONJ" and state.has("Number=Plur")

    def find_whole(self, counted: Counted, fit: Fit) -> Iterator[Candidate]:
        """The whole of which the figure is a part: *de los muertos, 12*; *entre las víctimas hay 12 niños*; *los heridos son 12*."""
        sentence = self._document.sentence_of(counted.anchor)
        tokens = self._others(counted)
        if counted.noun is None and not fit.unit:
            before = [t for t in reversed(tokens) if t.index < counted.tokens[0].index]
            yield from self._kept(fit, self._named(before, definite=True, states=True))
            if self._is_predicate(counted):  # No coinciden sobre los evacuados. Para el obispo son 300.
                first = self._document.sentences[max(0, sentence.index - BACK)].first
                earlier = reversed(self._document.tokens[first : sentence.first])
                yield from self._kept(fit, self._named(earlier, definite=True, states=True))
        elif counted.noun is not None and self._vocabulary.kinds_of(counted.noun) & {"person", "force"}:
            among = [t for t in tokens if self._is_among(t)]
            yield from self._kept(fit, self._named(among, definite=True, states=True))

    def find_there(self, counted: Counted) -> Iterator[Candidate]:
        """*Hay **300 soldados** en el valle*, but not *hay 300 soldados*: where there are so many is said too."""
        tokens = self._document.tokens_of(self._document.sentence_of(counted.anchor))
        if counted.noun is not None and any(self._is(t, "in") for t in tokens if t not in counted.tokens):
            for frame in self._triggers.there:
                yield frame, counted.noun, "frame:there", counted.noun.span

    def find_those_there(self, aggregate: Token) -> Iterator[Candidate]:
        """*Hay tropas, pero reduce **su número** a menos de mil*: the number of those of whom the sentence told before."""
        if not any(self._is(c, "possessive") for c in self._document.children_by(aggregate, "det")):
            return
        first = self._document.sentence_of(aggregate).first
        before = (t for t in reversed(self._document.tokens[first : aggregate.index]) if t.tag == "NOUN")
        noun = next((t for t in before if self._vocabulary.kinds_of(t) & {"force", "person"}), None)
        head = self._document.head(noun) if noun is not None else None
        if noun is None:
            return
        frames = self._states(noun)
        if head is not None and self._roles.is_there(head):
            frames += [f for f in self._triggers.there if allows_noun(f, noun, self._vocabulary)]
        for frame in frames:
            yield frame, noun, "frame:topic", noun.span

    def is_earned(self, anchor: Token) -> bool:
        """Whether a word around an amount of money tells of income or of wealth."""
        tops = [anchor, *self._document.ancestors(anchor)][:4]
        below = [c for top in tops for c in self._document.children_by(top, "nsubj", "obj", "amod", "nmod", "obl")]
        for token in (*tops, *below):
            lemmas = self._triggers.lemmas_of(token) if token.tag == "VERB" else ()
            kinds = self._vocabulary.kinds_of(token)
            if "income" in kinds or any("income" in self._vocabulary.things.get(lemma, ()) for lemma in lemmas):
                return True
        return False

    def _others(self, counted: Counted) -> list[Token]:
        """The words of the sentence outside the figure that can name something."""
        inside = range(counted.tokens[0].index, counted.tokens[-1].index + 1)
        tokens = self._document.tokens_of(self._document.sentence_of(counted.anchor))
        return [t for t in tokens if t.tag in _NAMING and t.index not in inside]

    def _is_predicate(self, counted: Counted) -> bool:
        before = self._document.next_token(counted.tokens[0], -1)
        return before is not None and before.tag == "AUX"

    def _is_among(self, token: Token) -> bool:
        """The noun of *entre los muertos*."""
        article = self._document.next_token(token, -1)
        before = self._document.next_token(article, -1) if article is not None else None
        return before is not None and self._is(before, "both")

    def _kept(self, fit: Fit, found: Iterable[Candidate]) -> Iterator[Candidate]:
        for frame, token, rule, span in found:
            if not fit.unit and _MEASURED & set(frame.counts):
                continue
            if not fit.share or frame.shares == "only" or frame.context:
                yield frame, token, rule, span

    def _named(self, tokens: Iterable[Token], *, definite: bool, states: bool = False) -> Iterator[Candidate]:
        """Nouns of events and of those who undergo them, with an article and without a number."""
        for token in tokens:
            if token.tag not in _NAMING:
                continue
            frames = list(self._states(token))
            if frames and definite and not self._is_definite(token):
                frames = []
            if not states:
                frames += self._triggers.frames_of_noun(token)
            frames += self._triggers.parts.get(fold_word(token.text), ())
            if frames and not self._roles.is_numbered(token):
                for frame in frames:
                    yield frame, token, "frame:whole" if states else "frame:topic", token.span

    def _told(self, tokens: Iterable[Token]) -> Iterator[Candidate]:
        """The same, and verbs, whatever stands with them."""
        for token in tokens:
            if token.tag in _NAMING:
                frames = [*self._states(token), *self._triggers.frames_of_noun(token)]
                frames += self._triggers.parts.get(fold_word(token.text), ())
                if token.tag == "VERB":
                    frames += self._said_of(token)
                for frame in frames:
                    yield frame, token, "frame:topic", token.span

    def _said_of(self, verb: Token) -> list[Frame]:
        """The frames of a verb; one that asks for a class of things only where its own subject or object is one (*caen 12 rebeldes*)."""
        arguments = self._document.children_by(verb, "nsubj", "obj", "iobj", "obl")
        kinds = {kind for noun in arguments for kind in self._vocabulary.kinds_of(noun)}
        found = (
            *self._triggers.frames_of(self._triggers.mover, verb),
            *self._triggers.frames_of(self._triggers.moved, verb),
        )
        return [frame for frame in found if not frame.counts or kinds & set(frame.counts)]

    def _states(self, token: Token) -> list[Frame]:
        if token.tag == "VERB" and not token.has("VerbForm=Part"):
            return []
        return [frame for frame, _ in self._triggers.states_at(self._document, token)]

    def _is_definite(self, token: Token) -> bool:
        before = self._document.next_token(token, -1)
        if before is None or self._is(before, "definite"):
            return before is not None
        noun = self._document.next_token(before, -1)  # el número de muertos
        return noun is not None and self._is(before, "of") and "aggregate" in self._vocabulary.kinds_of(noun)

    def _estimates(self, token: Token) -> bool:
        return any(self._vocabulary.is_in(lemma, "estimate") for lemma in self._triggers.lemmas_of(token))

    def _is(self, token: Token, role: ParticleRole) -> bool:
        return self._vocabulary.is_in(fold_word(token.text), role)
