"""What warrants a category: the frame that the phrase of a figure fills a role of.

Evidence is asked for in this order: the counted noun itself (*12 muertos*), its modifiers (*12 personas heridas*), a relative clause on it
(*los soldados que envió*), then what it hangs on, upwards: a verb by the role it gives, a predicate (*resultaron heridas*), a noun
(*la muerte de 12 presos*), the subject or object that it measures (*la cifra de muertos subió a 12*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careo.analyze.figures.blends import decide_category
from careo.analyze.figures.counted import Counted
from careo.analyze.figures.fits import Fit, Surroundings
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.quantities import Quantity
from careo.analyze.figures.roles import Roles
from careo.analyze.figures.topics import Candidate, TopicFinder
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.analyze.subjects import find_antecedent
from careo.lang.figures import Frame, ParticleRole
from careo.model import Span
from careo.text import Document, Token

_OBJECTS = ("obj", "iobj")
QUOTES = "\"'\u201c\u2018\u00ab"
"""Marks that open a quotation."""
_LOOSE = ("obl", "ccomp", "xcomp", "dep", "advmod", "nmod")


@dataclass(frozen=True, slots=True)
class Warrant:
    """A frame, the word that triggers it, its rule id, the category (None where no one category holds) and the words that say so."""

    frame: Frame
    trigger: Token
    rule: str
    category: str | None
    span: Span


class WarrantFinder:
    """Finds the warrant of one figure."""

    def __init__(self, document: Document, vocabulary: Vocabulary, triggers: Triggers) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.triggers = triggers
        self._roles = Roles(document, vocabulary, triggers)
        self._topics = TopicFinder(self._roles)
        self._surroundings = Surroundings(document, vocabulary, triggers)

    def find_warrant(self, quantity: Quantity, counted: Counted) -> Warrant | None:
        """The first frame that fits, by the order of evidence; none for by how much something changed (*bajó un 11 %*)."""
        fit = Fit(self._surroundings, quantity, counted)
        if fit.share and counted.noun is None and self._topics.is_extent(counted):
            return None
        for frame, trigger, rule, span in self._candidates(counted, fit):
            if fit.allows(frame, rule, trigger):
                return Warrant(frame, trigger, rule, decide_category(frame, trigger, self._roles), span)
        return None

    # --- evidence -----------------------------------------------------------------------------------------------------

    def _candidates(self, counted: Counted, fit: Fit) -> Iterator[Candidate]:
        yield from self._own_states(counted)
        yield from self._following(counted)
        yield from self._relative(counted)
        yield from self._topics.find_listed(counted, fit)
        yield from self._topics.find_estimated(counted, fit)
        anchor = counted.anchor
        if anchor.tag in ("VERB", "AUX"):  # *rondan los 5.000*: the verb of comparison is part of the figure
            yield from self._measured(anchor, anchor, counted, fit)
        for _ in range(6):
            governor = self.document.head(anchor)
            if governor is None or governor.tag == "AUX" or self._is_verbal(governor):
                break
            yield from self._governing_noun(anchor, governor)
            if not self._climbs(anchor, governor):
                yield from self._through(governor)
                break
            anchor = governor
        yield from self._governors(anchor, counted, fit)
        yield from self._preceding(counted)
        for token in self._parts_of(counted):
            for frame in self.triggers.parts.get(fold_word(token.text), ()):
                yield frame, token, "frame:state", token.span
        yield from self._topics.find_whole(counted, fit)
        for frame in self.triggers.defaults:
            if fit.unit and not self._topics.is_earned(counted.anchor):
                yield frame, counted.anchor, "frame:default", counted.anchor.span

    def _parts_of(self, counted: Counted) -> Iterator[Token]:
        """The noun, or the subject that a number without a noun measures (*los manifestantes fueron 300*)."""
        if counted.noun is not None:
            yield counted.noun
            return
        head = self.document.head(counted.anchor) or counted.anchor
        yield from (c for c in self.document.children_by(head, "nsubj") if c not in counted.tokens)

    def _preceding(self, counted: Counted) -> Iterator[Candidate]:
        """Right before it: *perdió a cuatro soldados*, *murieron 12*."""
        token = self.document.next_token(counted.tokens[0], -1)
        noun = self.document.next_token(counted.tokens[0], -2)
        if token is not None and noun is not None and self._is_word(token, "of"):
            for frame in self.triggers.frames_of_noun(noun):  # la captura de 12
                yield frame, noun, "frame:noun", noun.span
        personal = False
        for _ in range(3):
            if token is None:
                return
            if token.tag in ("ADJ", "VERB"):
                yield from self._state(token, "predicate")
            if self._is_verbal(token):
                taken = any(subject not in counted.tokens for subject in self._roles.subjects(token))
                yield from self._verb_frames(token, "object" if personal or taken else "either", loosely=True)
                return
            if token.tag in ("PUNCT", "CCONJ", "SCONJ", "NUM", "NOUN", "PROPN"):
                return
            if token.tag == "ADP" and not self.vocabulary.is_in(fold_word(token.text), "person"):
                return
            personal = personal or token.tag == "ADP"
            token = self.document.next_token(token, -1)

    def _following(self, counted: Counted) -> Iterator[Candidate]:
        """Right behind a bare number: *más de un centenar **están desaparecidas***, whatever the tree hangs the number on."""
        token = self.document.next_token(counted.tokens[-1])
        if counted.noun is not None or counted.definite is not None or token is None or token.tag != "AUX":
            return
        while token is not None and token.tag in ("AUX", "ADV"):
            token = self.document.next_token(token)
        if token is not None and token.tag in ("ADJ", "VERB"):
            yield from self._state(token, "predicate")

    def _is_verbal(self, token: Token) -> bool:
        """A verb, or a word that the parser took for something else but that is a form of a verb of the frames (*murierón*)."""
        return token.tag == "VERB" or (token.tag != "AUX" and self._roles.is_mistaken_verb(token))

    def _own_states(self, counted: Counted) -> Iterator[Candidate]:
        """The noun is a state, or one stands right after it."""
        yield from self._summed(counted)
        noun = counted.noun
        if noun is None:
            for token in counted.tokens:
                yield from self._state(token, "state")
            noun = counted.tokens[-1]
        if self._is_undone(counted):
            return
        yield from self._state(noun, "state")
        last = max(counted.tokens[-1].index, noun.index)
        for token in self.document.tokens[noun.index + 1 : last + 1]:
            yield from self._state(token, "state")
        for child in self.document.children_by(noun, "amod", "acl", "nmod", "appos"):
            near = child.relation in ("amod", "acl") or child.index - noun.index <= 2
            if near and child.index > noun.index and not self._roles.is_numbered(child):
                yield from self._state(child, "state", determined=False)
        following = self.document.next_token(self.document.tokens[last])
        if following is not None:
            yield from self._state(following, "state", multiword=following.tag == "ADP" or following.relation == "cc")
            after = self.document.next_token(following)
            if after is not None and self._is_word(following, "definite") and self._is_word(after, "of"):
                beyond = self.document.next_token(after)  # subió a 214 la de desaparecidos
                yield from self._state(beyond, "measured") if beyond is not None else ()

    def _is_undone(self, counted: Counted) -> bool:
        """*La readmisión de **96 despedidos***: so many come back, of whom nobody says that they are all."""
        link = self.document.next_token(counted.tokens[0], -1)
        noun = self.document.next_token(counted.tokens[0], -2)
        if counted.noun is None or link is None or noun is None or not self._is_word(link, "of"):
            return False
        return self._is_word(noun, "undo") and bool(self.triggers.states_at(self.document, counted.noun))

    def _summed(self, counted: Counted) -> Iterator[Candidate]:
        """*153 víctimas **entre muertos** y desaparecidos*, whatever marks stand before."""
        both = self.document.next_token(counted.tokens[-1])
        if both is not None and both.text in QUOTES:
            both = self.document.next_token(both)
        if both is not None and self._is_word(both, "both"):
            state = self.document.next_token(both)
            yield from self._state(state, "state") if state is not None else ()

    def _is_word(self, token: Token, role: ParticleRole) -> bool:
        return self.vocabulary.is_in(fold_word(token.text), role)

    def _state(
        self, token: Token, rule: str, *, determined: bool = True, multiword: bool = False
    ) -> Iterator[Candidate]:
        if token.tag in ("AUX",) or (token.tag == "VERB" and not token.has("VerbForm=Part")):
            return
        if not determined and any(c.tag == "DET" for c in self.document.children(token)):
            return
        for frame, last in self.triggers.states_at(self.document, token):
            if not multiword or last.index > token.index:
                yield frame, token, f"frame:{rule}", Span(token.start, last.end)

    def _relative(self, counted: Counted) -> Iterator[Candidate]:
        """*los 6.000 que prometió*, *300 personas que murieron*, *800 presos, 60 de los cuales murieron*."""
        tops = [t for t in (counted.noun, counted.anchor) if t is not None]
        if self._roles.is_partition(counted.tokens[-1]):
            tops.append(self.document.tokens[counted.anchor.head])
        for top in dict.fromkeys(tops):
            for verb in self.document.children_by(top, "acl"):
                part = self._roles.find_partition(top, verb)
                if (
                    verb.tag not in ("VERB", "AUX")
                    or verb.index < counted.tokens[0].index
                    or self._roles.is_bare_participle(verb)
                    or (part is not None and part not in counted.tokens)
                ):
                    continue
                subject = next((s for s in self._roles.subjects(verb)), None)
                own = subject is not None and self._roles.is_relative(subject)
                role = "subject" if own and not self._roles.is_passive(verb) else "object"
                if subject is None and not self._roles.is_passive(verb):
                    role = "subject" if not self._roles.introduced_by_person(verb) else "object"
                    yield from self._verb_frames(verb, "object" if verb.has("Number=Sing") else role)
                yield from self._verb_frames(verb, role)
                yield from self._predicates(verb)

    def _governing_noun(self, anchor: Token, governor: Token) -> Iterator[Candidate]:
        if anchor.relation in ("nmod", "obl", "appos") and governor.index < anchor.index:
            for frame in self.triggers.frames_of_noun(governor):
                yield frame, governor, "frame:noun", governor.span

    def _through(self, noun: Token) -> Iterator[Candidate]:
        """*cobró la vida de 12 personas*: the phrase of a verb whose object carries those counted."""
        verb = self.document.head(noun)
        if verb is not None and self._is_verbal(verb):
            yield from (c for c in self._phrases(verb, "caused") if c[3].end == noun.end)

    def _climbs(self, anchor: Token, governor: Token) -> bool:
        """Whether the governor only carries the phrase: a coordination, an apposition, *un grupo de*."""
        if anchor.relation in ("conj", "appos"):
            return True
        if governor.index < anchor.index and self._is_word(governor, "moment"):
            return True  # contó este domingo 180
        if anchor.relation == "nmod" and not self.document.children_by(anchor, "case"):
            return True  # no complement of a noun: secundó la huelga el 31 %
        carries = "aggregate" in self.vocabulary.kinds_of(governor)
        return anchor.relation in ("nmod", "nummod") and (carries or governor.tag == "NUM")

    def _governors(self, anchor: Token, counted: Counted, fit: Fit) -> Iterator[Candidate]:
        governor = self.document.head(anchor)
        if governor is None:  # the number is the predicate: *los muertos son 12*
            yield from self._measured(anchor, anchor, counted, fit)
            yield from self._predicates(anchor)
            return
        if self._roles.is_there(governor) and anchor.relation in ("nsubj", "obj"):
            yield from self._topics.find_there(counted)
            return
        if governor.tag != "AUX" and not self._is_verbal(governor):
            if anchor.relation in ("nsubj", "obj") or self._is_only_subject(anchor, governor, counted):
                yield from self._state(governor, "predicate")
                yield from self._predicates(governor)
            if any(c.relation == "cop" for c in self.document.children(anchor)):
                yield from self._measured(anchor, anchor, counted, fit)
            return
        role = self._role(anchor, governor, counted)
        loosely = governor.tag != "VERB"
        if role == "oblique" and (fit.money or fit.time):  # comprados por 48 millones
            role = "object"
        if role is not None:
            yield from self._verb_frames(governor, role, loosely=loosely)
            if role == "subject":
                yield from self._state(governor, "predicate")
        if role in ("subject", "object"):
            yield from self._phrases(governor, role)
            yield from self._predicates(governor, skip=anchor)
        yield from self._phrases(governor, "caused")
        if any(c.relation == "cop" for c in self.document.children(anchor)):
            yield from self._measured(anchor, anchor, counted, fit)
        yield from self._measured(governor, anchor, counted, fit)

    def _is_only_subject(self, anchor: Token, predicate: Token, counted: Counted) -> bool:
        """***Más de cien** están heridos*: what stands before a copula that has no other subject, whatever it is called."""
        first = counted.tokens[0].index
        marked = any(c.index < first for c in self.document.children_by(anchor, "case"))
        copula = next((c for c in self.document.children_by(predicate, "cop")), None)
        return copula is not None and anchor.index < copula.index and not marked and not self._roles.subjects(predicate)

    def _role(self, anchor: Token, verb: Token, counted: Counted) -> str | None:
        """``subject``, ``object`` (of a transitive, or subject of a passive), ``either``, or ``oblique`` after a preposition but *a*."""
        relation, first = anchor.relation, counted.tokens[0].index
        case = next((c for c in self.document.children_by(anchor, "case") if c.index < first), None)
        if case is not None and not self.vocabulary.is_in(fold_word(case.text), "person"):
            return "oblique" if relation in (*_OBJECTS, *_LOOSE) else None
        if relation == "nsubj":
            if not self._roles.is_passive(verb):
                return "subject"
            return "either" if self._roles.is_reflexive(verb) else "object"
        if relation in _OBJECTS:
            free = anchor.index > verb.index and case is None and not self._roles.others(verb, anchor)
            return "either" if free and self._roles.is_intransitive(verb) else "object"
        return "object" if relation in _LOOSE else None

    def _verb_frames(self, verb: Token, role: str, *, loosely: bool = False) -> Iterator[Candidate]:
        moved = self.triggers.frames_of(self.triggers.moved, verb, loosely=loosely)
        mover = self.triggers.frames_of(self.triggers.mover, verb, loosely=loosely)
        plans = any(lemma in self.triggers.direct_plans for lemma in self.triggers.lemmas_of(verb))
        chosen = {"object": moved, "subject": mover, "either": (*mover, *moved)}.get(role, ())
        for frame in chosen:
            yield frame, verb, "frame:verb", verb.span
        if role in ("object", "either") and plans:
            for frame in self.triggers.frames:
                if frame.planned is not None:
                    yield frame, verb, "frame:plan", verb.span
        if role == "subject":
            for child in self.document.children_by(verb, "xcomp", "ccomp"):
                if not self._roles.subjects(child) and child.has("VerbForm=Inf"):
                    yield from self._verb_frames(child, "object" if self._roles.is_passive(child) else "subject")

    def _predicates(self, verb: Token, skip: Token | None = None) -> Iterator[Candidate]:
        """*resultaron heridas*, *quedaron sin techo*: a bare state among the complements of the verb."""
        for child in self.document.children(verb):
            if (skip is not None and child.index == skip.index) or child.relation in (
                "nsubj",
                "conj",
                "advcl",
                "parataxis",
                "punct",
            ):
                continue
            if self._roles.is_numbered(child) or any(c.tag == "DET" for c in self.document.children(child)):
                continue
            case = next(
                (c for c in self.document.children(child) if c.relation == "case" and c.index < child.index), None
            )
            if case is None:
                yield from self._state(child, "predicate")
            else:
                yield from self._state(case, "predicate", multiword=True)

    def _phrases(self, verb: Token, role: str) -> Iterator[Candidate]:
        """*perdieron la vida*: the verb, and the other words within its next few."""
        table = self.triggers.phrases if role == "subject" else self.triggers.caused
        for lemma in self.triggers.lemmas_of(verb):
            for rest, frame in table.get(lemma, ()):
                last = self._match_loosely(verb, rest)
                if last is not None:
                    yield frame, verb, "frame:phrase", Span(verb.start, last.end)

    def _match_loosely(self, verb: Token, rest: Sequence[str]) -> Token | None:
        """The last word of ``rest`` where all of them follow the verb in order, at most three words between."""
        token: Token | None = verb
        for word in rest:
            for _ in range(4):
                token = self.document.next_token(token) if token else None
                if token is None or fold_word(token.text) in (word, f"{word}s") or fold_word(token.lemma) == word:
                    break
            else:
                return None
            if token is None:
                return None
        return token

    def _measured(self, head: Token, anchor: Token, counted: Counted, fit: Fit) -> Iterator[Candidate]:
        """What the number measures: the subject or object beside it (*la cifra de muertos subió a 12*)."""
        measure = fit.share or fit.unit
        others = [
            c
            for c in self.document.children_by(head, "nsubj", "obj")
            if c.index != anchor.index and c not in counted.tokens
        ]
        for other in others:
            top = find_antecedent(self.document, head) if self._roles.is_relative(other) else other
            if top is None or self._roles.is_numbered(top):
                continue
            if any(
                self._roles.is_relative(c) or self.vocabulary.is_in(fold_word(c.text), "relative")
                for c in self.document.children_by(other, "det", "amod")
            ):
                owner = find_antecedent(self.document, head)  # los damnificados, cuyo número calculó en 4.500
                if owner is not None:
                    yield from self._state(owner, "measured")
            aggregate = "aggregate" in self.vocabulary.kinds_of(top)
            if (
                counted.noun is not None
                and not measure
                and not aggregate
                and counted.noun.lemma != top.lemma
                and not self._is_measure(head, anchor, counted)
            ):
                continue
            yield from self._state(top, "measured")
            for frame in (*self.triggers.frames_of_noun(top), *self.triggers.parts.get(fold_word(top.text), ())):
                yield frame, top, "frame:measured", top.span
            if aggregate:
                yield from self._topics.find_those_there(top)
                for child in self.document.children_by(top, "nmod", "amod", "appos"):
                    yield from self._state(child, "measured")
                    for frame in self.triggers.frames_of_noun(child):
                        yield frame, child, "frame:measured", child.span

    def _is_measure(self, head: Token, anchor: Token, counted: Counted) -> bool:
        """A copula between the two: *su presencia era de 11.000 soldados*."""
        return any(c.relation == "cop" for c in self.document.children(anchor)) or anchor.index == head.index
