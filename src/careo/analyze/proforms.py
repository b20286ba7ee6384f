"""Pro-forms: *El puente cedió. **Así lo** confirmó el alcalde*: the content is the sentence before."""

from __future__ import annotations

from careo.analyze.cues import VerbCue, verb_index
from careo.analyze.repairs import clitic_pointers, find_bare_infinitive
from careo.analyze.subjects import Subject
from careo.analyze.words import grammar_of, is_finite, strip_span
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Sentence, Token

_MARKS = '"“”«»‘’?'
_SIDES = ("confirm", "deny")
_TOLD = ("assert", "confirm", "deny", "estimate")


def find_sentence_before(document: Document, cue: VerbCue, subject: Subject, pack: Pack) -> Span | None:
    """The sentence that *así lo* at the beginning of the cue's sentence stands for (RAE 2009, 17.4); None where there is none.

    It stands in the same paragraph and has a finite verb. What somebody else is told to have said in it (*la vecina dijo que …*), what is
    asked or quoted there, is left alone: the words would not tell what of it the cue takes up.
    """
    here = document.sentence_of(cue.token)
    pronoun = document.tokens[here.first + 1] if here.last > here.first else None
    opens = document.tokens[here.first].lower in grammar_of(pack).resuming
    named = subject.head is not None and not subject.inherited and not subject.passive
    told = cue.entry.stance in _TOLD and "clause" in cue.entry.content
    if not opens or not named or not told or pronoun is None:
        return None
    if pronoun.tag != "PRON" or pronoun.relation != "obj" or pronoun.head != cue.token.index or not here.index:
        return None
    before = document.sentences[here.index - 1]
    if before.block != here.block or not _tells(document, before, pack):
        return None
    return strip_span(document.text, Span(before.span.start, before.span.end))


def find_taken_up(document: Document, cue: VerbCue, subject: Subject, pack: Pack) -> Span | None:
    """*El ministerio **lo desmiente***: the pronoun and its verb, where a named source denies or admits what was said and adds nothing.

    A source that is only understood must take the other side there than right before.
    What the pronoun stands for is for ``careo.analyze.backreferences`` and ``careo.analyze.turnabouts`` to say.
    """
    if subject.head is None or subject.passive or cue.entry.stance not in _SIDES or cue.negator is not None:
        return None
    if cue.effect != "none" or (subject.inherited and not _goes_over(document, cue, pack)):
        return None
    perfect = _perfect_with_pronoun(document, cue.token, pack)
    if perfect is not None:
        return Span(perfect.start, cue.token.end)  # *tras haberlo negado*
    if find_bare_infinitive(cue.token, pack) == cue.token.lemma and not document.children_by(cue.token, "obj", "ccomp"):
        return cue.token.span  # *volvió a negarlo*
    pronoun = next((c for c in document.children_by(cue.token, "obj") if c.tag == "PRON"), None)
    if pronoun is None or pronoun.index >= cue.token.index or not pronoun.has("Gender=Masc"):
        return None
    if pronoun.has("Number=Plur") or any(c.relation == "xcomp" for c in document.children(cue.token)):
        return None
    return Span(pronoun.start, cue.token.end)


def _goes_over(document: Document, cue: VerbCue, pack: Pack) -> bool:
    """Whether a verb without a subject of its own takes the other side than the one it hangs on (*lo negó en mayo y ayer **lo admitió***,
    *tras **negarlo**, admitió que …*).
    """
    above = next((a for a in document.ancestors(cue.token) if a.tag == "VERB"), None)
    if above is None or cue.token.relation not in ("advcl", "conj"):
        return False
    sides = {entry.stance for entry in pack.derived(verb_index).get(above.lemma, ())} & set(_SIDES)
    return bool(sides) and cue.entry.stance not in sides


def _perfect_with_pronoun(document: Document, verb: Token, pack: Pack) -> Token | None:
    """The infinitive of a compound tense that ends in the pronoun (***haberlo** negado*)."""
    perfects, clitics = grammar_of(pack).perfects, pack.derived(clitic_pointers)
    return next(
        (
            t
            for t in document.children_by(verb, "aux")
            if t.index < verb.index and any(t.lower == perfect + clitic for perfect in perfects for clitic in clitics)
        ),
        None,
    )


def _tells(document: Document, sentence: Sentence, pack: Pack) -> bool:
    """Whether a sentence says something itself, without a voice of its own."""
    tokens = document.tokens_of(sentence)
    if any(token.text in _MARKS for token in tokens):
        return False
    return any(is_finite(document, t) for t in tokens) and not any(_speaks(document, t, pack) for t in tokens)


def _speaks(document: Document, token: Token, pack: Pack) -> bool:
    """A verb of saying with a clause, the top of its sentence."""
    clause = any(c.relation in ("ccomp", "parataxis") for c in document.children(token))
    return token.head == token.index and clause and token.lemma in pack.derived(verb_index)
