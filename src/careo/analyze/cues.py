"""Cues: the verbs of saying of a document, each with the sense that fits its complements.

A verb is a cue where one of its pack entries fits: the slots it needs are filled, its reflexivity and fixed words agree. Whether a
quotation or a clause before the verb fills the place of its complement is for ``careo.analyze.contents`` to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from careo.analyze.complements import Complement, find_complements
from careo.analyze.displaced import find_displaced
from careo.analyze.periphrases import find_governor, find_negator, is_reflexive, periphrasis_index
from careo.analyze.senses import needs_filled
from careo.analyze.words import grammar_of
from careo.lang.cues import ANY_VERB, Verb
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

OPENING, CLOSING = '"“«‘', '"”»’'


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb of saying. ``fits`` tells that complements of its own fill what it needs; else a quotation or a clause before it must.

    ``governor`` is the verb whose subject it takes (itself, or the head of a periphrasis: *se **negó** a confirmar*), ``effect`` what the
    periphrasis does to the stance; ``negator`` the word that negates it.
    """

    token: Token
    entry: Verb
    complements: tuple[Complement, ...]
    fits: bool
    governor: Token
    effect: str = "none"
    negator: Token | None = None


def verb_index(pack: Pack) -> dict[str, tuple[Verb, ...]]:
    """The verb entries by lemma, in file order."""
    index: dict[str, tuple[Verb, ...]] = {}
    for entry in pack.slot(Verb):
        index[entry.lemma] = (*index.get(entry.lemma, ()), entry)
    return index


def find_verb_cues(document: Document, pack: Pack) -> tuple[VerbCue, ...]:
    """Every verb that has a pack entry, with the sense that fits best, in text order."""
    index = pack.derived(verb_index)
    found: list[VerbCue] = []
    for token in document.tokens:
        if not _may_be_verb(token) and not _is_auxiliary_cue(token, index, pack):
            continue
        entries = index.get(_lemma_of(token, index)) or (
            index.get(ANY_VERB, ()) if _by_quotation(document, token) else ()
        )
        skip = not entries or _is_bare_infinitive(document, token, pack) or _is_bare_participle(document, token, pack)
        if not skip and (cue := _cue(document, token, entries, pack)) is not None:
            found.append(cue)
    return tuple(c for c in found if not _is_part_of_another(c, found))


def _is_part_of_another(cue: VerbCue, found: list[VerbCue]) -> bool:
    """*se negó a confirmar* is one cue, that of *confirmar*; *prometió apoyar* is one, that of *prometer*."""
    if cue.governor.index != cue.token.index and cue.effect in ("commit", "request"):
        return any(other.token.index == cue.governor.index and other.fits for other in found)
    for other in found:
        governed = other.governor.index == cue.token.index and other.token.index != cue.token.index
        if governed and other.effect not in ("commit", "request") and (other.fits or cue.entry.lemma == ANY_VERB):
            return True
    return False


def _may_be_verb(token: Token) -> bool:
    if token.relation in ("aux", "cop", "case", "det", "flat") or token.name.endswith("PER"):
        return False
    return token.tag == "VERB" or (token.tag in ("AUX", "ADJ", "NOUN") and "VerbForm=" in token.features)


def _by_quotation(document: Document, token: Token) -> bool:
    """Whether a finite verb stands right behind a quotation and its comma or dash, or before a colon and a quotation."""
    if not token.has("VerbForm=Fin") or not token.has("Person=3"):
        return False
    sentence = document.sentence_of(token)
    before = [t for t in document.tokens[max(token.index - 4, 0) : token.index] if t.tag != "PRON"]
    if len(before) > 1 and before[-1].text in ",—–" and (before[-1].text != "," or before[-2].text in CLOSING):
        return True
    for other in document.tokens[token.index + 1 : min(token.index + 16, sentence.last)]:
        if other.text == ":":
            return document.tokens[other.index + 1].text in OPENING
        if other.text in ".;," or (other.tag in ("VERB", "AUX") and other.has("VerbForm=Fin")):
            return False
    return False


def _is_bare_participle(document: Document, token: Token, pack: Pack) -> bool:
    """A participle without *haber* or *ser*: a quality, not a saying (*están llamados a votar*)."""
    if not token.has("VerbForm=Part"):
        return False
    grammar = grammar_of(pack)
    wanted = (*grammar.perfects, *grammar.copulas)
    verb = token
    for _ in range(4):
        near = document.tokens[max(verb.index - 4, document.sentence_of(verb).first) : verb.index]
        helpers = (*document.children_by(verb, "aux", "cop"), *(a for a in near if a.tag == "AUX"))
        if any(a.lemma in wanted for a in helpers):
            return False
        if verb.relation != "conj" or verb.head == verb.index:
            return True
        verb = document.tokens[verb.head]
    return True


def _is_bare_infinitive(document: Document, token: Token, pack: Pack) -> bool:
    """An infinitive that is neither governed by a periphrasis nor an adjunct (*para exigir*, *tras asegurar*) is nobody's saying."""
    if not token.has("VerbForm=Inf") or any(c.has("VerbForm=Fin") for c in document.children_by(token, "aux")):
        return False
    previous = document.next_token(token, -1)
    adjunct = any(c.tag == "ADP" and c.index < token.index for c in document.children_by(token, "mark", "case"))
    if adjunct or (previous is not None and previous.tag in ("ADP", "DET", "ADV")):
        return False
    return find_governor(document, token, pack)[0].index == token.index


def _is_auxiliary_cue(token: Token, index: dict[str, tuple[Verb, ...]], pack: Pack) -> bool:
    """A verb of saying that is the auxiliary of the infinitive behind it, as in AnCora (***hizo** saber*, ***dice** haber visto*)."""
    if token.relation != "aux" or token.tag not in ("VERB", "AUX") or token.head <= token.index:
        return False
    entries = index.get(token.lemma, ())
    if token.lemma in pack.derived(periphrasis_index) and not any(e.phrase for e in entries):
        return False
    return any("infinitive" in e.content or e.phrase for e in entries)


def _lemma_of(token: Token, index: dict[str, tuple[Verb, ...]]) -> str:
    """The lemma; a reflexive or clitic one (*jactarse*) without its clitic where only that is known."""
    lemma = token.lemma.lower()
    if lemma in index:
        return lemma
    return lemma[:-2] if lemma[:-2] in index else lemma


def _cue(document: Document, token: Token, entries: tuple[Verb, ...], pack: Pack) -> VerbCue | None:
    complements = find_complements(document, token, pack)
    governor, effect, chain = find_governor(document, token, pack)
    if governor.index != token.index:  # *volvió a negar {los despidos}*: an object may hang on either verb
        shared = [c for c in find_complements(document, governor, pack) if c.head.index > token.index]
        complements = tuple(sorted({c.head.index: c for c in (*complements, *shared)}.values(), key=lambda c: c.span))
    own = complements
    negator = next((n for t in chain if (n := find_negator(document, t, pack)) is not None), None)
    reflexive = any(is_reflexive(document, t, pack) for t in (token, governor)) and not _has_dative(document, token)
    displaced = find_displaced(document, token, complements, pack)
    rescued = (*complements, *displaced)
    first = document.sentence_of(token).first == token.index
    adjacent = [c for c in displaced if c.clausal and (first or c.span.start - token.end <= 1)]
    if adjacent:  # a conjunction right behind the verb opens its clause, whatever the parser made of it
        complements = tuple(c for c in complements if not c.span.overlaps(adjacent[0].span)) + tuple(adjacent)
    best: VerbCue | None = None
    for entry in entries:
        last = _phrase_end(document, token, entry)
        if last is None or (entry.only_negated and negator is None) or _is_other_verb(document, token, entry):
            continue
        if last.index != token.index:
            complements = _with_phrase(document, own, token, last, pack)
            rescued = (*complements, *displaced)
        if entry.reflexive == "required" and not reflexive:
            continue
        own_clitic = entry.reflexive == "no" and is_reflexive(document, token, pack)
        if own_clitic and not _is_impersonal(document, token, complements):
            continue
        fits = needs_filled(document, entry, complements, pack)
        cue = VerbCue(token, entry, complements, fits, governor, effect, negator)
        if not fits and len(rescued) > len(complements) and needs_filled(document, entry, rescued, pack):
            cue, fits = with_complements(cue, rescued), True
        if fits:
            return cue
        best = best or cue
    return best


def _is_other_verb(document: Document, token: Token, entry: Verb) -> bool:
    """Whether a preposition right behind the verb makes it another one (*cuentan **con** tres testigos*)."""
    following = document.next_token(token)
    return following is not None and following.lower in entry.without


def _phrase_end(document: Document, token: Token, entry: Verb) -> Token | None:
    """The last of the entry's fixed words behind the verb; the verb itself where it has none; None where they are not there."""
    if not entry.phrase:
        return token
    words = tuple(entry.phrase.split())
    for start in range(token.index + 1, min(token.index + 5, len(document.tokens))):
        window = document.tokens[start : start + len(words)]
        if len(window) == len(words) and all(w in (t.lower, t.lemma) for t, w in zip(window, words, strict=True)):
            return window[-1]
        if (
            document.tokens[start].tag in ("NOUN", "PROPN", "VERB", "PUNCT")
            and document.tokens[start].relation != "obl"
        ):
            return None
    return None


def _with_phrase(
    document: Document, own: tuple[Complement, ...], token: Token, last: Token, pack: Pack
) -> tuple[Complement, ...]:
    """The complements of the verb and of its fixed words (*se mostró convencida **de que** …*), the fixed words left out."""
    fixed = document.tokens[token.index + 1 : last.index + 1]
    found = [c for c in own if c.head.index > last.index or c.head.index < token.index]
    for word in fixed:
        if word.tag in ("NOUN", "ADJ", "VERB", "PROPN", "ADV"):
            found.extend(_of_verb(c, pack) for c in find_complements(document, word, pack) if c.head.index > last.index)
    found = [c if c.span.start > last.start else _after(document, c, last, pack) for c in found]
    return tuple(sorted({c.head.index: c for c in found}.values(), key=lambda c: c.span))


def _of_verb(complement: Complement, pack: Pack) -> Complement:
    """A complement of the fixed words as one of the verb: *dio las gracias **a los vecinos*** names persons."""
    addressed = complement.nominal and complement.slot in grammar_of(pack).person
    return replace(complement, slot="person") if addressed else complement


def _after(document: Document, complement: Complement, last: Token, pack: Pack) -> Complement:
    """The complement from behind the fixed words on; a conjunction there opens it (*dejó constancia de {que} …*)."""
    if complement.head.index < last.index:
        return complement
    following = document.next_token(last)
    opener = following if following is not None and following.lower in grammar_of(pack).complementizers else None
    start = opener.start if opener is not None else last.end
    marker = opener.span if opener is not None else None
    span = Span(start, max(start, complement.span.end))
    return replace(complement, span=span, marker=marker, clausal=complement.clausal or opener is not None)


def _has_dative(document: Document, token: Token) -> bool:
    """*se **le** preguntó*: beside the pronoun of another person *se* is impersonal."""
    return any(c.has("Case=Dat") and not c.has("Reflex=Yes") for c in document.children(token) if c.tag == "PRON")


def _is_impersonal(document: Document, token: Token, complements: tuple[Complement, ...]) -> bool:
    """*se informó que …*: no subject, a clause; the entry applies, without a source."""
    return not document.children_by(token, "nsubj") and any(c.clausal for c in complements)


def with_complements(cue: VerbCue, complements: tuple[Complement, ...]) -> VerbCue:
    """The cue with other complements, which fill what it needs."""
    return replace(cue, complements=complements, fits=True)
