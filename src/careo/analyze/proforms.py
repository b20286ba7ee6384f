"""Pro-forms: *El puente cedió. **Así lo** confirmó el alcalde*: the content is the sentence before."""

from __future__ import annotations

from careo.analyze.cues import VerbCue, verb_index
from careo.analyze.repairs import find_bare_infinitive
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

    What the pronoun stands for is for ``careo.analyze.backreferences`` to say.
    """
    named = subject.head is not None and not subject.inherited and not subject.passive
    if not named or cue.entry.stance not in _SIDES or cue.negator is not None or cue.effect != "none":
        return None
    if find_bare_infinitive(cue.token, pack) == cue.token.lemma and not document.children_by(cue.token, "obj", "ccomp"):
        return cue.token.span  # *volvió a negarlo*
    pronoun = next((c for c in document.children_by(cue.token, "obj") if c.tag == "PRON"), None)
    if pronoun is None or pronoun.index >= cue.token.index or not pronoun.has("Gender=Masc"):
        return None
    if pronoun.has("Number=Plur") or any(c.relation == "xcomp" for c in document.children(cue.token)):
        return None
    return Span(pronoun.start, cue.token.end)


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
