"""The words of the frames, indexed by their forms, and the questions that are asked of a token."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.vocabulary import Words, inflect, sort_endings
from careo.lang.figures import Blend, BoundVerb, Conjugation, Frame, NounEnding, Particle, Plan
from careo.lang.pack import Pack
from careo.text import Document, Token

_VERBAL = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True, eq=False)
class Triggers:
    """Frames by the folded lemma or form of their triggers. Multi-word triggers are under their first word, with the rest."""

    frames: tuple[Frame, ...]
    blends: tuple[Blend, ...]
    moved: dict[str, tuple[Frame, ...]]
    mover: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    states: dict[str, tuple[tuple[Words, Frame], ...]]
    parts: dict[str, tuple[Frame, ...]]
    phrases: dict[str, tuple[tuple[Words, Frame], ...]]
    caused: dict[str, tuple[tuple[Words, Frame], ...]]
    defaults: tuple[Frame, ...]
    there: tuple[Frame, ...]
    plan_verbs: frozenset[str]
    direct_plans: frozenset[str]
    plan_words: frozenset[str]
    verb_forms: dict[str, tuple[str, ...]]

    def lemmas_of(self, token: Token, *, loosely: bool = False) -> tuple[str, ...]:
        """The folded lemmas that a verb form may belong to: the parser's, and those that the conjugations give; ``loosely`` of any tag."""
        own = fold_word(token.lemma)
        if token.tag not in _VERBAL and not loosely:
            return (own,)
        return (own, *(lemma for lemma in self.verb_forms.get(fold_word(token.text), ()) if lemma != own))

    def frames_of(
        self, table: dict[str, tuple[Frame, ...]], token: Token, *, loosely: bool = False
    ) -> tuple[Frame, ...]:
        """The frames of one table that a token triggers, in the order of the pack."""
        hits = [rows for lemma in self.lemmas_of(token, loosely=loosely) if (rows := table.get(lemma))]
        if len(hits) < 2:
            return hits[0] if hits else ()
        found = {id(f) for rows in hits for f in rows}
        return tuple(f for f in self.frames if id(f) in found)

    def frames_of_noun(self, token: Token) -> tuple[Frame, ...]:
        """The frames that take what is counted as complement of this noun."""
        word = fold_word(token.text)
        return self.nouns.get(word, ()) if token.tag in ("NOUN", "PROPN", "ADJ") else ()

    def states_at(self, document: Document, token: Token) -> list[tuple[Frame, Token]]:
        """The states that begin at ``token``, longest first, each with its last token."""
        found: list[tuple[Frame, Token]] = []
        for rest, frame in self.states.get(fold_word(token.text), ()):
            window = document.tokens[token.index + 1 : token.index + 1 + len(rest)]
            if tuple(fold_word(t.text) for t in window) == rest:
                found.append((frame, window[-1] if window else token))
        return sorted(found, key=lambda f: -f[1].index)

    def is_plan(self, token: Token) -> bool:
        """Whether a word makes the event under it a plan."""
        if token.tag in ("NOUN", "ADJ", "PROPN") and fold_word(token.text) in self.plan_words:
            return True
        return token.tag in _VERBAL and any(lemma in self.plan_verbs for lemma in self.lemmas_of(token))


def build_triggers(pack: Pack) -> Triggers:
    """Index the frames of a pack; use it through ``pack.derived(build_triggers)``."""
    frames, plans = pack.slot(Frame), pack.slot(Plan)
    endings = sort_endings(pack.slot(NounEnding))
    verbs = [w for p in plans if p.part == "verb" for w in p.lemmas]
    verbs += [w for f in frames for w in (*f.moved, *f.mover)]
    verbs += [w.split()[0] for f in frames for w in (*f.phrases, *f.caused)]
    verbs += [w for b in pack.slot(BoundVerb) for w in b.lemmas]
    verbs += [w for p in pack.slot(Particle) if p.role in ("change", "control", "estimate", "recover") for w in p.words]
    plan_words = [w for p in plans if p.part != "verb" for lemma in p.lemmas for w in inflect(lemma, endings)]
    return Triggers(
        frames=frames,
        blends=pack.slot(Blend),
        moved=_by_word((bare_verb(w), f) for f in frames for w in f.moved),
        mover=_by_word((bare_verb(w), f) for f in frames for w in f.mover),
        nouns=_by_word((form, f) for f in frames for w in f.nouns for form in inflect(w, endings)),
        states=_by_phrase((form, f) for f in frames for w in f.states for form in _inflect_phrase(w, endings)),
        parts=_by_word((form, f) for f in frames for w in f.parts for form in inflect(w, endings)),
        phrases=_by_phrase(
            ((bare_verb(w.split()[0]), *(fold_word(x) for x in w.split()[1:])), f) for f in frames for w in f.phrases
        ),
        caused=_by_phrase(
            ((bare_verb(w.split()[0]), *(fold_word(x) for x in w.split()[1:])), f) for f in frames for w in f.caused
        ),
        defaults=tuple(f for f in frames if f.default),
        there=tuple(f for f in frames if f.there),
        plan_verbs=frozenset(fold_word(w) for p in plans if p.part == "verb" for w in p.lemmas),
        direct_plans=frozenset(fold_word(w) for p in plans if p.direct for w in p.lemmas),
        plan_words=frozenset(plan_words),
        verb_forms=build_verb_forms(pack.slot(Conjugation), verbs),
    )


def bare_verb(lemma: str) -> str:
    """The folded infinitive without its enclitic *se*."""
    word = fold_word(lemma)
    return word[:-2] if word.endswith("se") and len(word) > 4 else word


def _inflect_phrase(words: str, endings: Iterable[NounEnding]) -> list[Words]:
    """All forms of the words, singly inflected: *víctimas mortales*, but *sin techo* stays."""
    forms: list[Words] = [()]
    for word in words.split():
        forms = [(*form, variant) for form in forms for variant in inflect(word, endings)]
    return forms


def build_verb_forms(conjugations: Iterable[Conjugation], verbs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The forms of ``verbs`` that the conjugations make, folded, each with the infinitives that it may belong to."""
    forms: dict[str, dict[str, None]] = {}
    rules = list(conjugations)
    for verb in sorted({bare_verb(v) for v in verbs}):
        for rule in rules:
            if not verb.endswith(rule.infinitive):
                continue
            changes = {fold_word(k): v for k, v in rule.changes.items()}
            stems = [verb[: -len(rule.infinitive)], *(fold_word(s) for s in changes.get(verb, "").split())]
            for stem in stems:
                for ending in rule.endings:
                    forms.setdefault(fold_word(stem + ending), {})[verb] = None
    return {form: tuple(lemmas) for form, lemmas in forms.items()}


def _by_word(pairs: Iterable[tuple[str, Frame]]) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for word, frame in pairs:
        if frame not in table.setdefault(word, []):
            table[word].append(frame)
    return {word: tuple(frames) for word, frames in table.items()}


def _by_phrase(pairs: Iterable[tuple[Words, Frame]]) -> dict[str, tuple[tuple[Words, Frame], ...]]:
    table: dict[str, list[tuple[Words, Frame]]] = {}
    for words, frame in pairs:
        table.setdefault(words[0], []).append((words[1:], frame))
    return {word: tuple(rows) for word, rows in table.items()}
