"""Predications: the head of what is claimed, who does it to whom, whether it is told as done, and the names and words in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careo.analyze.antecedents import find_antecedent
from careo.analyze.arguments import Arguments
from careo.analyze.events import find_object, unwrap
from careo.analyze.figures.plans import is_planned
from careo.analyze.figures.triggers import build_triggers, build_verb_forms
from careo.analyze.figures.vocabulary import build_vocabulary
from careo.analyze.nouns import load_words
from careo.analyze.stances import main_verb
from careo.lang.figures import Conjugation
from careo.lang.gists import Appraisal, Deictic, LightVerb, Nominalization, Predicate
from careo.lang.pack import Pack
from careo.model import GistMode, Span
from careo.text import Token
from careo.text.words import fold

_CONTENT = ("NOUN", "VERB", "ADJ", "PROPN", "X")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")
SHORTEST = 4
"""Letters before the ending of a noun that is made of a verb (*nación*, *estación* are made of none)."""
_TRANSPARENT = ("conj", "xcomp", "ccomp", "csubj", "parataxis", "cop", "aux")
"""Relations through which what is under a head is claimed with it."""


@dataclass(frozen=True, slots=True)
class Predication:
    """``head``: the word that says what is claimed; ``subject`` and ``object`` in the active voice; ``verb``: the one that carries the
    head where that is a noun (***presentó** su renuncia*), else the head. ``thing``: the head is what there is (*hubo un derrame*).
    """

    head: Token | None = None
    subject: Token | None = None
    object: Token | None = None
    verb: Token | None = None
    thing: bool = False


class Reader(Arguments):
    """Reads the predications of one document."""

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
        if head.tag == "NOUN":
            return self._of_noun(head)
        accused = self._accused_of(head)
        if accused is not None:
            return Predication(accused, head, self._object(accused))
        head = self._cleft(head) or head
        subject = next((c for c in self.document.children_by(head, "nsubj") if c.tag in _NOMINAL), None)
        if subject is not None and subject.tag == "PRON" and subject.has("PronType=Int,Rel"):
            governor = self.document.head(head)
            subject = governor if head.relation == "acl" else None
            if governor is not None and governor.lemma in self.grammar.copulas:
                subject = next(
                    (c for c in self.document.children_by(governor, "nsubj", "obj") if c.tag in _NOMINAL), None
                )
        if subject is None and self.is_infinitive(head):
            subject = self._controller(head)
        if subject is not None:
            subject = find_antecedent(self.document, subject, self.grammar) or subject
        object_ = self._object(head)
        if object_ is None and self.is_passive(head):
            return self._lighten(Predication(head, self._by_agent(head), subject, head))
        return self._lighten(Predication(head, subject, object_, head))

    def _cleft(self, verb: Token) -> Token | None:
        """*Fue el Ejército **el que atacó** …*: the clause that a copula singles somebody out for."""
        if verb.lemma not in self.grammar.copulas or verb.relation in ("aux", "cop"):
            return None
        for child in self.document.children_by(verb, "ccomp", "csubj", "acl", "advcl"):
            if child.tag == "VERB" and any(
                c.has("PronType=Int,Rel") for c in self.document.children_by(child, "nsubj")
            ):
                return child
        return None

    def _of_noun(self, head: Token) -> Predication:
        """*La **existencia** del acuerdo* tells of the agreement."""
        if fold(head.lemma) in self.pack.derived(light_nouns):
            for child in self.document.children_by(head, "nmod"):
                if child.tag == "NOUN" and self.grammar.of in self._cases(child):
                    return Predication(child, thing=True)
        accused = self._accused_of(head)
        return Predication(accused, head, self._object(accused), accused) if accused is not None else Predication(head)

    def _lighten(self, found: Predication) -> Predication:
        """What a verb that says little lets its noun say: *hay un acuerdo*, *presentó su renuncia*, *la presa tiene filtraciones*.

        And who changes without being changed undergoes it: *la fábrica cierra*, *la presa cedió*.
        """
        verb = found.head
        if verb is None or verb.tag not in ("VERB", "AUX"):
            return found
        takes = self.pack.derived(light_verbs).get(fold(verb.lemma), frozenset())
        noun = found.object
        if "verb" in takes and (inner := self._infinitive_of(verb)) is not None:
            return self._lighten(Predication(inner, found.subject, self._object(inner), inner))
        if "thing" in takes and (found.object is None or found.subject is None):
            noun = found.object or found.subject
            if noun is not None and noun.tag == "NOUN":
                return Predication(noun, verb=verb, thing=True)
        elif noun is not None and noun.tag == "NOUN" and self.names_event(noun):
            if "state" in takes:
                return Predication(noun, None, found.subject, verb)
            if "deed" in takes:
                own = self.undergoes(noun)
                return Predication(noun, None if own else found.subject, found.subject if own else None, verb)
        if found.object is None and found.subject is not None and self.undergoes(verb):
            return Predication(verb, None, found.subject, verb)
        return found

    def _infinitive_of(self, verb: Token) -> Token | None:
        """What somebody is going to do: *vaya a **dimitir***."""
        for child in self.document.children_by(verb, "xcomp", "advcl", "ccomp", "obl"):
            marks = {c.lower for c in self.document.children_by(child, "mark", "case")}
            if child.index > verb.index and child.has("VerbForm=Inf") and self.grammar.to in marks:
                return child
        return None

    def names_event(self, noun: Token) -> bool:
        """Whether a noun says what a verb could say too (*renuncia*, *filtración*)."""
        return fold(noun.lemma) in self.pack.derived(predicate_index) or self._verb_of(fold(noun.lemma)) is not None

    def undergoes(self, token: Token) -> bool:
        """Whether the subject of a verb without an object undergoes what it says, and what a noun says is undergone by whose it is."""
        return self.predicate_of(token) in self.pack.derived(changes)

    def _cases(self, token: Token) -> set[str]:
        return {self.grammar.contractions.get(c.lower, c.lower) for c in self.document.children_by(token, "case")}

    def _verb_of(self, noun: str) -> str | None:
        """The verb that a noun is made of by its ending: *filtrar* of *filtracion*."""
        for ending, verb in self.pack.derived(nominalizations):
            if noun.endswith(ending) and len(noun) >= len(ending) + SHORTEST:
                return noun.removesuffix(ending) + verb
        return None

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

    def is_deictic(self, head: Token | None) -> bool:
        """Whether a word that points to a place hangs on the head of a content (*aquí*)."""
        words = self.pack.derived(deictics)
        return head is not None and any(c.lower in words for c in self.document.children(head))

    def is_infinitive(self, verb: Token) -> bool:
        """Whether a verb has no ending of its own, be it through an auxiliary (*haber abierto*)."""
        auxiliaries = self.document.children_by(verb, "aux")
        return any(t.has("VerbForm=Inf") for t in (verb, *auxiliaries)) and not any(
            t.has("VerbForm=Fin") for t in auxiliaries
        )

    def _object(self, verb: Token) -> Token | None:
        found = find_object(self.document, verb, self.grammar)
        if found is None:
            return None
        counted = unwrap(self.document, found, self.pack.derived(build_vocabulary))
        return counted if counted.text[0].isalpha() and not self._is_definite(found) else found

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
        if token.tag == "NOUN" and lemma not in names:
            lemma = self._verb_of(lemma) or lemma
        if lemma in names or token.tag != "VERB":
            return names.get(lemma, lemma)
        return self.pack.derived(predicate_forms).get(fold(token.text), lemma)

    # --- names and words ----------------------------------------------------------------------------------------------

    def names_in(self, parts: Iterable[Span]) -> tuple[str, ...]:
        """The canonical names in a content, peoples counted as their countries; sorted."""
        found: set[str] = set()
        portfolios = load_words(self.pack).portfolios
        for token in self._tokens(parts):
            hit = self._hits.get(token.index)
            name = (hit.place.party or hit.place.name) if hit is not None else self.name_of(token, widely=False)
            if name is not None and tuple(fold(name).split()) not in portfolios:
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
            if (token.relation == "nmod" or fold(token.lemma) not in times) and token.relation != "aux"
            if not (
                self.is_minimal(token) or (token.tag == "ADJ" and self.is_minimal(self.document.tokens[token.head]))
            )
        }
        return tuple(sorted(found))

    def _tokens(self, parts: Iterable[Span]) -> list[Token]:
        return [token for part in parts for token in self.document.tokens_in(part)]


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


def changes(pack: Pack) -> frozenset[str]:
    """The names of predicates whose subject undergoes them where there is no object."""
    return frozenset(fold(entry.name) for entry in pack.slot(Predicate) if entry.undergone)


def light_verbs(pack: Pack) -> dict[str, frozenset[str]]:
    """What the verbs that leave it to a noun to say what happens take, by folded lemma."""
    found: dict[str, frozenset[str]] = {}
    for entry in pack.slot(LightVerb):
        for verb in entry.verbs:
            found[fold(verb)] = found.get(fold(verb), frozenset()) | {entry.takes}
    return found


def light_nouns(pack: Pack) -> frozenset[str]:
    """The folded nouns that say no more than that there is what they govern."""
    return frozenset(fold(noun) for entry in pack.slot(LightVerb) for noun in entry.nouns)


def nominalizations(pack: Pack) -> tuple[tuple[str, str], ...]:
    """The folded endings of nouns made of verbs and those of the verbs, the longest first."""
    pairs = {(fold(entry.ending), fold(entry.verb)) for entry in pack.slot(Nominalization)}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def deictics(pack: Pack) -> frozenset[str]:
    """The words that point to a place."""
    return frozenset(word for entry in pack.slot(Deictic) for word in entry.words)
