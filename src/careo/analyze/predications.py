"""Predications: the head of what is claimed, who does it to whom, whether it is told as done, and the names and words in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careo.analyze.actors import find_actor
from careo.analyze.antecedents import find_antecedent
from careo.analyze.cast import Cast
from careo.analyze.events import find_object, unwrap
from careo.analyze.figures.plans import is_planned
from careo.analyze.figures.triggers import build_triggers, build_verb_forms
from careo.analyze.figures.vocabulary import build_vocabulary
from careo.analyze.stances import main_verb
from careo.analyze.words import grammar_of
from careo.lang.figures import Conjugation
from careo.lang.gists import Appraisal, Contrast, Predicate
from careo.lang.pack import Pack
from careo.model import GistMode, Span
from careo.text import Document, Token
from careo.text.words import fold

_CONTENT = ("NOUN", "VERB", "ADJ", "PROPN", "X")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")
_TRANSPARENT = ("conj", "xcomp", "ccomp", "csubj", "parataxis", "cop", "aux")
"""Relations through which what is under a head is claimed with it."""


@dataclass(frozen=True, slots=True)
class Predication:
    """``head``: the word that the content hangs on; ``subject`` and ``object`` in the active voice."""

    head: Token | None = None
    subject: Token | None = None
    object: Token | None = None


class Reader:
    """Reads the predications of one document."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.document: Document = cast.document
        self.pack: Pack = cast.pack
        self.grammar = grammar_of(cast.pack)
        self._hits = {index: hit for hit in cast.hits for index in range(hit.first, hit.last + 1)}

    # --- heads and arguments ------------------------------------------------------------------------------------------

    def head_of(self, parts: Iterable[Span]) -> Token | None:
        """The word that a content hangs on."""
        return next((verb for part in parts if (verb := main_verb(self.document, part)) is not None), None)

    def read(self, parts: Sequence[Span], references: frozenset[str] = frozenset()) -> Predication:
        """The predication of a content; of a noun of ``references`` that of its complement (*los rumores **sobre …***)."""
        head = self.head_of(parts)
        if head is None:
            return Predication()
        told = self._told_by(parts, references) or self._appraised_by(head)
        if told is not None:
            head = told
        if head.lemma in self.grammar.perfects and self._object(head) is not None:
            return Predication(self._object(head) or head)  # *hubo un derrame* tells of a spill
        accused = self._accused_of(head)
        if accused is not None:
            return Predication(accused, head, self._object(accused))
        subject = next((c for c in self.document.children_by(head, "nsubj") if c.tag in _NOMINAL), None)
        if subject is not None and subject.tag == "PRON" and subject.has("PronType=Int,Rel"):
            subject = self.document.head(head) if head.relation == "acl" else None
        if subject is None and self.is_infinitive(head):
            subject = self._controller(head)
        if subject is not None:
            subject = find_antecedent(self.document, subject, self.grammar) or subject
        object_ = self._object(head)
        if object_ is None and self.is_passive(head):
            return Predication(head, self._by_agent(head), subject)
        return Predication(head, subject, object_)

    def _told_by(self, parts: Sequence[Span], references: frozenset[str]) -> Token | None:
        """What a reference noun at the top of a content tells: the clause or the noun of an event that it governs."""
        for token in self.tops(parts):
            if token.tag != "NOUN" or fold(token.lemma) not in references:
                continue
            for child in self.document.children_by(token, "acl", "nmod"):
                marks = {
                    self.grammar.contractions.get(c.lower, c.lower)
                    for c in self.document.children_by(child, "mark", "case")
                }
                clause = child.relation == "acl" and marks & {self.grammar.of, *self.grammar.complementizers}
                topic = child.tag == "NOUN" and marks - {self.grammar.of} & set(self.grammar.modifying)
                if clause or (topic and fold(child.lemma) in self.pack.derived(predicate_index)):
                    return child
        return None

    def _appraised_by(self, word: Token) -> Token | None:
        """The clause that a word calls true or false: *es falso **que hayamos atacado** …*."""
        if word.tag not in ("ADJ", "NOUN") or fold(word.lemma) not in self.pack.derived(appraisal_index):
            return None
        for child in self.document.children_by(word, "csubj", "ccomp", "nsubj", "advcl", "acl"):
            marks = {c.lower for c in self.document.children_by(child, "mark")}
            if child.tag in ("VERB", "AUX") and marks & set(self.grammar.complementizers):
                return child
        return None

    def tops(self, parts: Iterable[Span]) -> list[Token]:
        """The tokens of a content that hang on none in it."""
        inside = {t.index: t for t in self._tokens(parts)}
        return [t for t in inside.values() if t.tag != "PUNCT" and (t.head not in inside or t.head == t.index)]

    def is_infinitive(self, verb: Token) -> bool:
        """Whether a verb has no ending of its own, be it through an auxiliary (*haber abierto*)."""
        auxiliaries = self.document.children_by(verb, "aux")
        return any(t.has("VerbForm=Inf") for t in (verb, *auxiliaries)) and not any(
            t.has("VerbForm=Fin") for t in auxiliaries
        )

    def _object(self, verb: Token) -> Token | None:
        found = find_object(self.document, verb, self.grammar)
        return unwrap(self.document, found, self.pack.derived(build_vocabulary)) if found is not None else None

    def _accused_of(self, noun: Token) -> Token | None:
        """The infinitive of what a person is accused of, where the tree hangs it on the person: *a la empresa **de contratar** …*."""
        if noun.tag not in ("NOUN", "PROPN") or not self._is_person(noun):
            return None
        for child in self.document.children_by(noun, "acl", "xcomp", "advcl", "ccomp"):
            marks = {c.lower for c in self.document.children_by(child, "mark", "case")}
            infinitive = child.has("VerbForm=Inf") or any(
                c.has("VerbForm=Inf") for c in self.document.children_by(child, "aux")
            )
            if infinitive and self.grammar.of in marks:
                return child
        return None

    def _is_person(self, noun: Token) -> bool:
        return any(c.lower in self._person for c in self.document.children_by(noun, "case"))

    def _controller(self, verb: Token) -> Token | None:
        """The person spoken to, of or about, under the same governor: *acusó **a la empresa** de abrir …*."""
        governor = self.document.head(verb)
        if governor is None:
            return None
        for child in self.document.children_by(governor, "obj", "iobj", "obl"):
            if child.index < verb.index and self._is_person(child):
                return child
        return None

    @property
    def _person(self) -> frozenset[str]:
        fused = {word for word, preposition in self.grammar.contractions.items() if preposition in self.grammar.person}
        return frozenset((*self.grammar.person, *fused))

    def is_passive(self, verb: Token) -> bool:
        """Whether the subject undergoes it: *fue abierta*, *se abrió*."""
        children = self.document.children(verb)
        if any(c.relation in ("aux", "cop") and c.lemma in self.grammar.copulas for c in children):
            return verb.has("VerbForm=Part")
        return any(
            c.relation == "expl" or (c.lower in self.grammar.reflexives[:1] and c.tag == "PRON") for c in children
        )

    def _by_agent(self, verb: Token) -> Token | None:
        for child in self.document.children_by(verb, "obl", "obj"):
            if any(c.lower in self.grammar.agent for c in self.document.children_by(child, "case")):
                return child
        return None

    # --- what is claimed of an event in it ----------------------------------------------------------------------------

    def stands_for(self, trigger: Token, parts: Iterable[Span], references: frozenset[str]) -> bool:
        """Whether what ``trigger`` says is claimed by the content itself, not only mentioned in it.

        It is where the trigger is the head, or hangs on it as coordinated or complement clause, or as complement of a noun that
        stands for a claim (*las acusaciones de que enviaron …*).
        """
        inside = [t.index for part in parts for t in self.document.tokens_in(part)]
        held = frozenset(inside)
        token = trigger
        while True:
            governor = self.document.head(token)
            if governor is None or governor.index not in held:
                return True
            told = governor.tag == "NOUN" and fold(governor.lemma) in references and token.relation in ("acl", "nmod")
            if not (told or token.relation in _TRANSPARENT or self._is_copular(governor, token)):
                return False
            token = governor

    def _is_copular(self, governor: Token, token: Token) -> bool:
        """*es falso **que haya** …*, whatever the tree calls the clause."""
        clause = token.relation in ("advcl", "acl", "obj", "nsubj") and token.tag in ("VERB", "AUX")
        return clause and fold(governor.lemma) in self.pack.derived(appraisal_index) and governor.tag in ("ADJ", "NOUN")

    def mode_of(self, token: Token, parts: Iterable[Span]) -> GistMode:
        """Done, planned, or under a condition: by the words inside the content alone."""
        span = next((part for part in parts if part.contains(token.span)), token.span)
        if self._is_conditional(token, span):
            return "condition"
        planned = is_planned(
            self.document, token, self.pack.derived(build_vocabulary), self.pack.derived(build_triggers), within=span
        )
        return "plan" if planned else "deed"

    def _is_conditional(self, token: Token, span: Span) -> bool:
        for verb in (token, *self.document.ancestors(token)):
            if not span.contains(verb.span):
                return False
            marks = self.document.children_by(verb, "mark", "advmod")
            if any(c.lower in self.grammar.conditionals for c in marks):
                return True
        return False

    def predicate_of(self, token: Token) -> str:
        """What a word goes by as a predicate: the name of its meaning, else its folded lemma. A form counts where the lemma is wrong."""
        names, lemma = self.pack.derived(predicate_index), fold(token.lemma)
        if lemma in names or token.tag != "VERB":
            return names.get(lemma, lemma)
        return self.pack.derived(predicate_forms).get(fold(token.text), lemma)

    # --- names and words ----------------------------------------------------------------------------------------------

    def name_of(self, token: Token | None, *, widely: bool = True) -> str | None:
        """The canonical name of a noun phrase: what its head names, else (``widely``) the party that its modifiers name."""
        if token is None:
            return None
        name = self.cast.by_token.get(token.index)
        if name is not None:
            if name.first in self.cast.person_at:
                return self.cast.persons[self.cast.person_at[name.first]].name
            if name.hit is not None:
                return name.hit.place.party or name.hit.place.name
            if name.first in self.cast.body_at:
                return self._named(self.cast.bodies[self.cast.body_at[name.first]].name)
            return name.span(self.document).of(self.document.text)
        if token.index in self.cast.body_at:
            return self._named(self.cast.bodies[self.cast.body_at[token.index]].name)
        if not widely:
            return None
        appositions = self.document.children_by(token, "appos", "flat")
        found = next((own for child in appositions if (own := self.name_of(child, widely=False))), None)
        return found or find_actor(self.document, token, self.pack)

    def _named(self, name: str) -> str | None:
        """A body's name, if it is a proper one."""
        return name if name != name.lower() else None

    def argument(self, token: Token | None) -> str | None:
        """The canonical name of an argument, else its folded lemma with what tells it from others of its kind."""
        if token is None or token.tag == "PRON":
            return None
        return self.name_of(token) or " ".join((fold(token.lemma), *self._contrasts(token)))

    def _contrasts(self, noun: Token) -> tuple[str, ...]:
        """What tells a definite thing from others of its kind: *la planta **vieja***, *el puente del **norte***."""
        children = self.document.children(noun)
        if not any(c.relation == "det" and c.has("Definite=Def") for c in children):
            return ()
        known = self.pack.derived(contrast_words)
        behind = (c for c in children if c.index > noun.index and c.relation in ("amod", "nmod"))
        return tuple(sorted({fold(c.lemma) for c in behind if fold(c.lemma) in known}))

    def is_speakers(self, token: Token | None) -> bool:
        """Whether a possessive of the third person makes a phrase that of whoever speaks (*sus tropas*, *soldados suyos*)."""
        if token is None:
            return False
        return any(
            (c.has("Poss=Yes") and c.has("Person=3")) or c.lemma in self.grammar.possessives
            for c in self.document.children_by(token, "det", "amod", "nmod")
        )

    def names_in(self, parts: Iterable[Span]) -> tuple[str, ...]:
        """The canonical names in a content, peoples counted as their countries; sorted."""
        found: set[str] = set()
        for token in self._tokens(parts):
            hit = self._hits.get(token.index)
            name = (hit.place.party or hit.place.name) if hit is not None else self.name_of(token, widely=False)
            if name is not None:
                found.add(name)
        return tuple(sorted(found))

    def terms_in(self, parts: Iterable[Span]) -> tuple[str, ...]:
        """The folded lemmas of the other content words, words of one meaning by one name; sorted.

        Times count where they tell which thing is meant (*los salarios **de abril***).
        """
        times = {fold(word) for word in self.grammar.time_nouns}
        found = {
            self.predicate_of(token)
            for token in self._tokens(parts)
            if token.tag in _CONTENT and token.text[0].isalpha()
            if token.index not in self._hits and token.index not in self.cast.by_token
            if token.relation == "nmod" or fold(token.lemma) not in times
        }
        return tuple(sorted(found))

    def _tokens(self, parts: Iterable[Span]) -> list[Token]:
        return [token for part in parts for token in self.document.tokens_in(part)]


def contrast_words(pack: Pack) -> frozenset[str]:
    """The folded lemmas of words that tell one of a kind from another."""
    return frozenset(fold(word) for entry in pack.slot(Contrast) for word in entry.words)


def predicate_index(pack: Pack) -> dict[str, str]:
    """What the folded lemma of a verb or noun goes by."""
    entries = pack.slot(Predicate)
    return {fold(word): fold(entry.name) for entry in entries for word in (*entry.verbs, *entry.nouns)}


def predicate_forms(pack: Pack) -> dict[str, str]:
    """What the folded forms of the verbs of :func:`predicate_index` go by; forms that may belong to two are left out."""
    names = {fold(verb): fold(entry.name) for entry in pack.slot(Predicate) for verb in entry.verbs}
    forms = build_verb_forms(pack.slot(Conjugation), names)
    meant = {form: {names[verb] for verb in verbs} for form, verbs in forms.items()}
    return {form: one.pop() for form, one in meant.items() if len(one) == 1}


def appraisal_index(pack: Pack) -> dict[str, bool]:
    """The folded words that call a statement true or false."""
    return {fold(word): entry.holds == "true" for entry in pack.slot(Appraisal) for word in entry.words}
