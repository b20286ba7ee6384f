"""Cues: the verbs of saying of a document, each with the sense that fits its complements.

A verb is a cue where one of its pack entries fits: the slots it needs are filled, its reflexivity and fixed words agree. Whether a
quotation or a clause before the verb fills the place of its complement is for ``careo.analyze.contents`` to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from careo.analyze.complements import Complement, find_complements
from careo.analyze.displaced import find_displaced
from careo.analyze.words import grammar_of, match_words
from careo.lang.cues import ANY_VERB, EventNoun, Negator, Periphrasis, Verb
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

OPENING, CLOSING = "\"“«‘", "\"”»’"
NUMBER = "number"  # the slot of a number that a numeric verb sets behind another preposition than it asks for
_MARKS = "\"“«‘"


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


def periphrasis_index(pack: Pack) -> dict[str, tuple[Periphrasis, ...]]:
    """The periphrases by the lemma of their governing verb."""
    index: dict[str, tuple[Periphrasis, ...]] = {}
    for entry in pack.slot(Periphrasis):
        index[entry.lemma] = (*index.get(entry.lemma, ()), entry)
    return index


def negators(pack: Pack) -> frozenset[str]:
    """The words that negate the verb they hang on."""
    return frozenset(entry.word for entry in pack.slot(Negator))


def event_nouns(pack: Pack) -> tuple[frozenset[str], tuple[str, ...]]:
    """Lemmas of nouns that name an event or a saying, and endings of such nouns."""
    entries = pack.slot(EventNoun)
    lemmas = frozenset(lemma for e in entries for lemma in e.lemmas)
    return lemmas, tuple(ending for e in entries for ending in e.endings)


def find_verb_cues(document: Document, pack: Pack) -> tuple[VerbCue, ...]:
    """Every verb that has a pack entry, with the sense that fits best, in text order."""
    index = pack.derived(verb_index)
    found: list[VerbCue] = []
    for token in document.tokens:
        if not _may_be_verb(token) and not _is_auxiliary_cue(token, index, pack):
            continue
        entries = index.get(_lemma_of(token, index)) or (index.get(ANY_VERB, ()) if _by_quotation(document, token) else ())
        skip = not entries or _is_bare_infinitive(document, token, pack) or _is_bare_participle(document, token, pack)
        if not skip and (cue := _cue(document, token, entries, pack)) is not None:
            found.append(cue)
    return tuple(c for c in found if not _is_part_of_another(c, found))


def _is_part_of_another(cue: VerbCue, found: list[VerbCue]) -> bool:
    """*se negó a confirmar* is one cue, that of *confirmar*; *prometió apoyar* is one, that of *prometer*."""
    if cue.governor.index != cue.token.index and cue.effect in ("commit", "request"):
        return any(other.token.index == cue.governor.index and other.fits for other in found)
    return any(
        other.governor.index == cue.token.index and other.token.index != cue.token.index and other.effect not in ("commit", "request")
        for other in found
    )


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
    return _governor(document, token, pack)[0].index == token.index


def _is_auxiliary_cue(token: Token, index: dict[str, tuple[Verb, ...]], pack: Pack) -> bool:
    """A verb of saying that the parser took for an auxiliary of the infinitive behind it (*dice haber visto*, *dio a entender*)."""
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
    governor, effect, chain = _governor(document, token, pack)
    if governor.index != token.index:  # *volvió a negar {los despidos}*: an object may hang on either verb
        shared = [c for c in find_complements(document, governor, pack) if c.head.index > token.index]
        complements = tuple(sorted({c.head.index: c for c in (*complements, *shared)}.values(), key=lambda c: c.span))
    own = complements
    negator = next((n for t in chain if (n := find_negator(document, t, pack)) is not None), None)
    reflexive = any(_is_reflexive(document, t, pack) for t in (token, governor))
    displaced = find_displaced(document, token, complements, pack)
    rescued = (*complements, *displaced)
    first = document.sentence_of(token).first == token.index
    adjacent = [c for c in displaced if c.clausal and (first or c.span.start - token.end <= 1)]
    if adjacent:  # a conjunction right behind the verb opens its clause, whatever the parser made of it
        complements = tuple(c for c in complements if not c.span.overlaps(adjacent[0].span)) + tuple(adjacent)
    best: VerbCue | None = None
    for entry in entries:
        last = _phrase_end(document, token, entry)
        if last is None or (entry.only_negated and negator is None):
            continue
        if last.index != token.index:
            complements = _with_phrase(document, own, token, last, pack)
            rescued = (*complements, *displaced)
        if entry.reflexive == "required" and not reflexive:
            continue
        own_clitic = entry.reflexive == "no" and _is_reflexive(document, token, pack)
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


def _phrase_end(document: Document, token: Token, entry: Verb) -> Token | None:
    """The last of the entry's fixed words behind the verb; the verb itself where it has none; None where they are not there."""
    if not entry.phrase:
        return token
    words = tuple(entry.phrase.split())
    for start in range(token.index + 1, min(token.index + 5, len(document.tokens))):
        window = document.tokens[start : start + len(words)]
        if len(window) == len(words) and all(w in (t.lower, t.lemma) for t, w in zip(window, words, strict=True)):
            return window[-1]
        if document.tokens[start].tag in ("NOUN", "PROPN", "VERB", "PUNCT") and document.tokens[start].relation != "obl":
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
            found.extend(c for c in find_complements(document, word, pack) if c.head.index > last.index)
    found = [c if c.span.start > last.start else _after(document, c, last, pack) for c in found]
    return tuple(sorted({c.head.index: c for c in found}.values(), key=lambda c: c.span))


def _after(document: Document, complement: Complement, last: Token, pack: Pack) -> Complement:
    """The complement from behind the fixed words on; a conjunction there opens it (*dejó constancia de {que} …*)."""
    if complement.head.index < last.index:
        return complement
    following = document.next_token(last)
    opener = following if following is not None and following.lower in grammar_of(pack).complementizers else None
    start = opener.start if opener is not None else last.end
    marker = opener.span if opener is not None else None
    return replace(complement, span=Span(start, max(start, complement.span.end)), marker=marker, clausal=complement.clausal or opener is not None)


def has_number(tokens: tuple[Token, ...]) -> bool:
    """Whether one of the tokens is a number, in words or in digits (*el 78%*)."""
    return any(t.tag == "NUM" or t.text[:1].isdigit() for t in tokens)


def _is_reflexive(document: Document, token: Token, pack: Pack) -> bool:
    clitics = grammar_of(pack).reflexives
    if any(c.lower in clitics and c.tag == "PRON" for c in document.children(token)):
        return True
    previous = document.next_token(token, -1)
    if previous is not None and previous.tag in ("AUX", "VERB") and token.has("VerbForm=Part"):
        previous = document.next_token(token, -2)
    if previous is not None and previous.lower in clitics and previous.tag in ("PRON", "X"):
        return True
    return token.text.lower().endswith(tuple(clitics)) and (token.has("VerbForm=Inf") or token.has("VerbForm=Ger")) and (
        token.text.lower()[:-2] != token.lemma and len(token.text) > len(token.lemma) + 1
    )


def _is_impersonal(document: Document, token: Token, complements: tuple[Complement, ...]) -> bool:
    """*se informó que …*: no subject, a clause; the entry applies, without a source."""
    return not document.children_by(token, "nsubj") and any(c.clausal for c in complements)


def needs_filled(document: Document, entry: Verb, complements: tuple[Complement, ...], pack: Pack) -> bool:
    """Whether one of the slots that the entry needs is filled."""
    needs = entry.needs or tuple(slot for slot in entry.content if slot != "person")
    if not entry.needs and set(needs) <= {"object"} and entry.objects != "never":
        needs = entry.content  # *respaldó a la directora*: who is judged is all there is
    elif not entry.needs and entry.stance == "express" and entry.objects != "never":
        needs = entry.content  # *criticó al alcalde*
    filled = [c for c in complements if filled_slot(c, entry, document, pack) in (*needs, *((NUMBER,) if is_numeric(entry, pack) else ()))]
    if filled and all(_is_of_attribute(c, document, pack) for c in filled) and "object" in entry.content:
        return any(c.slot in ("object", "person") for c in complements)  # somebody or something must be called so
    if is_numeric(entry, pack):
        return any(has_number(document.tokens_in(c.span)[:8]) for c in filled)
    return bool(filled)


def _is_of_attribute(complement: Complement, document: Document, pack: Pack) -> bool:
    marker = complement.marker.of(document.text).lower() if complement.marker is not None else ""
    return marker in grammar_of(pack).attribute


def is_numeric(entry: Verb, pack: Pack) -> bool:
    """Whether the verb sets a number (*cifró en*, *elevó a*): an estimate that needs one of the prepositions that come before one."""
    return entry.stance == "estimate" and bool(entry.needs) and set(entry.needs) <= set(grammar_of(pack).numeric)


def with_complements(cue: VerbCue, complements: tuple[Complement, ...]) -> VerbCue:
    """The cue with other complements, which fill what it needs."""
    return replace(cue, complements=complements, fits=True)


def filled_slot(complement: Complement, entry: Verb, document: Document, pack: Pack) -> str:
    """The slot that a complement fills in the frame of ``entry``; empty where the frame has no place for it."""
    content = (*entry.content, *entry.needs)
    slot, to = complement.slot, grammar_of(pack).to
    if slot == "person" and "person" not in content and to in content:
        slot = to
    if slot == to and to not in content and "person" in content and complement.nominal:
        slot = "person"
    if slot in grammar_of(pack).attribute and slot not in content and "attribute" in content:
        slot = "attribute" if complement.head.tag != "NUM" else ""
    if slot == "object" and "attribute" in entry.needs and complement.head.tag == "ADJ":
        slot = "attribute"
    marked = complement.marker is not None and complement.marker.of(document.text).lower() in grammar_of(pack).attribute
    if slot == "attribute" and marked and "clause" in content:
        return ""  # *declaró el estado de excepción*
    if slot == "attribute" and slot not in content and not marked and ("object" in content or "person" in content):
        return "attribute"  # *criticó la reforma como injusta*
    if slot == "infinitive" and "attribute" in content:
        return slot  # *consideró prematuro declarar la alerta*
    if is_numeric(entry, pack) and slot not in content and complement.nominal and slot not in ("person", "attribute"):
        inside = document.tokens_in(complement.span)
        return NUMBER if complement.marker is not None and has_number(inside[:6]) else ""  # *la situó entre el 6 y el 8 %*
    if slot not in content:
        return ""
    if slot == "object" and not _object_fits(document, complement, entry, pack):
        return ""
    return slot


def _object_fits(document: Document, complement: Complement, entry: Verb, pack: Pack) -> bool:
    if entry.objects == "any" or is_numeric(entry, pack):
        return True
    if entry.objects == "never" or complement.clitic:
        return False
    if any(mark in complement.span.of(document.text) for mark in _MARKS):
        return True  # words of the source: *celebró el «gran paso»*
    inside = document.subtree(complement.head)
    if has_number(inside[:8]) or any(t.has("PronType=Dem") and t.tag == "DET" for t in inside[:2]):
        return True  # a figure (*reportó cinco heridos*), or a phrase that points back to a saying (*rechazó esa cuenta*)
    lemmas, endings = pack.derived(event_nouns)
    head = complement.head
    if entry.stance == "request" and head.tag == "NOUN" and complement.span.start == head.start:
        return True  # *pidió calma*
    return head.lemma in lemmas or (head.tag == "NOUN" and head.lemma.endswith(endings) and bool(endings))


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
        if previous.tag not in ("PRON", "AUX", "ADV", "PART") or previous.text in ",;:":
            return None
        index -= 1
    return None


def _governor(document: Document, token: Token, pack: Pack) -> tuple[Token, str, tuple[Token, ...]]:
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
    if head is not None and head.index < token.index and token.relation in ("xcomp", "ccomp", "advcl", "obl", "obj", "acl"):
        candidates.append(head)
    between_limit = 5
    for verb in candidates:
        for entry in index.get(verb.lemma, ()) + index.get(verb.lemma.removesuffix(grammar_of(pack).reflexive_ending), ()):
            if token.index - verb.index > between_limit or not (token.has("VerbForm=Inf") or token.has("VerbForm=Ger")):
                continue
            words = document.tokens[verb.index + 1 : token.index]
            if any(t.tag == "PUNCT" for t in words):
                continue
            if entry.preposition and not any(t.lower == entry.preposition for t in words):
                continue
            if entry.reflexive and not _is_reflexive(document, verb, pack):
                continue
            return verb, entry
    return None


def starts_with(document: Document, index: int, phrase: str) -> bool:
    """Whether the words of ``phrase`` stand from token ``index`` on."""
    return match_words(document, index, tuple(phrase.split()))
