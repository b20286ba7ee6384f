"""Periphrases and negation: which verb lends its subject to a verb of saying, what that does to its stance, and what negates it."""

from __future__ import annotations

from careo.analyze.words import grammar_of
from careo.lang.cues import Negator, Periphrasis
from careo.lang.pack import Pack
from careo.text import Document, Token


def periphrasis_index(pack: Pack) -> dict[str, tuple[Periphrasis, ...]]:
    """The periphrases by the lemma of their governing verb."""
    index: dict[str, tuple[Periphrasis, ...]] = {}
    for entry in pack.slot(Periphrasis):
        index[entry.lemma] = (*index.get(entry.lemma, ()), entry)
    return index


def negators(pack: Pack) -> frozenset[str]:
    """The words that negate the verb they hang on."""
    return frozenset(entry.word for entry in pack.slot(Negator))


def find_negator(document: Document, token: Token, pack: Pack) -> Token | None:
    """The word that negates the verb: right before it, its clitics, auxiliaries and adverbs; *no solo* and *no obstante* negate nothing."""
    words, limiters = pack.derived(negators), grammar_of(pack).limiters
    index = token.index - 1
    first = document.sentence_of(token).first
    while index >= first:
        previous = document.tokens[index]
        if previous.lower in words and previous.tag != "NOUN":
            after = document.tokens[index + 1]
            return None if after.lower in limiters or after.tag in ("NOUN", "PUNCT") else previous
        linked = previous.tag == "ADP" and _joins_auxiliary(document, previous, token)
        if not linked and (previous.tag not in ("PRON", "AUX", "ADV", "PART") or previous.text in ",;:"):
            return None
        index -= 1
    return None


def _joins_auxiliary(document: Document, preposition: Token, verb: Token) -> bool:
    """*no va **a** dimitir*: the preposition between an auxiliary and its infinitive."""
    return verb.has("VerbForm=Inf") and any(a.index == preposition.index - 1 for a in document.children_by(verb, "aux"))


def find_negative_subject(document: Document, verb: Token, pack: Pack) -> Token | None:
    """The word that makes a subject before the verb one that negates it (RAE 2009, 48.3): ***ningún** tren salió*, ***ni** uno*."""
    words = pack.derived(negators)
    for subject in document.children_by(verb, "nsubj"):
        if subject.index > verb.index:
            continue
        if subject.tag == "PRON" and subject.lemma in words:
            return subject
        for child in document.children(subject):
            after = document.tokens[child.index + 1] if child.index < subject.index else None
            counts = after is not None and after.has("Definite=Ind") and child.relation in ("advmod", "cc")
            if child.lemma in words and after is not None and (child.relation == "det" or counts):
                return child
    return None


def find_governor(document: Document, token: Token, pack: Pack) -> tuple[Token, str, tuple[Token, ...]]:
    """The verb whose subject the cue takes, what the periphrasis does to its stance, and all verbs of the chain."""
    index = pack.derived(periphrasis_index)
    chain, effect = [token], "none"
    current = token
    while (head := _periphrastic_head(document, current, index, pack)) is not None:
        verb, entry = head
        effect = entry.effect if effect == "none" else effect
        chain.append(verb)
        if verb.index == current.index or verb in chain[:-1]:
            break
        if verb.relation == "aux":
            break
        current = verb
    return (current if chain[-1].relation == "aux" else chain[-1]), effect, tuple(chain)


def _periphrastic_head(
    document: Document, token: Token, index: dict[str, tuple[Periphrasis, ...]], pack: Pack
) -> tuple[Token, Periphrasis] | None:
    candidates = [t for t in document.children_by(token, "aux") if t.index < token.index]
    head = document.head(token)
    if (
        head is not None
        and head.index < token.index
        and token.relation in ("xcomp", "ccomp", "advcl", "obl", "obj", "acl", "conj")
    ):
        candidates.append(head)
    between_limit = 5
    for verb in candidates:
        for entry in index.get(verb.lemma, ()) + index.get(
            verb.lemma.removesuffix(grammar_of(pack).reflexive_ending), ()
        ):
            if token.relation == "conj" and not entry.preposition and verb.index == token.head:
                continue  # only *tener que* hangs so, in AnCora
            if token.index - verb.index > between_limit or not (token.has("VerbForm=Inf") or token.has("VerbForm=Ger")):
                continue
            words = document.tokens[verb.index + 1 : token.index]
            if any(t.tag == "PUNCT" for t in words):
                continue
            if entry.preposition and not any(t.lower == entry.preposition for t in words):
                continue
            if entry.reflexive and not is_reflexive(document, verb, pack):
                continue
            return verb, entry
    return None


def is_reflexive(document: Document, token: Token, pack: Pack) -> bool:
    """Whether a reflexive pronoun goes with the verb, before it or at its end."""
    clitics = grammar_of(pack).reflexives
    if any(c.lower in clitics and c.tag == "PRON" for c in document.children(token)):
        return True
    previous = document.next_token(token, -1)
    if previous is not None and previous.tag in ("AUX", "VERB") and token.has("VerbForm=Part"):
        previous = document.next_token(token, -2)
    if previous is not None and previous.lower in clitics and previous.tag in ("PRON", "X"):
        return True
    return (
        token.text.lower().endswith(tuple(clitics))
        and (token.has("VerbForm=Inf") or token.has("VerbForm=Ger"))
        and (token.text.lower()[:-2] != token.lemma and len(token.text) > len(token.lemma) + 1)
    )
