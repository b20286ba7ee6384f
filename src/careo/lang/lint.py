"""Problems of a language pack that loading does not find: what no rule will ever read, and examples that prove nothing.

Loading refuses wrong keys and values; the linter reads the whole pack and reports everything at once, each problem as
``file: entry: what is wrong (did you mean …?)``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from careo.errors import PackError
from careo.lang.cues import ANY_VERB, STRUCTURAL, CueNoun, EventNoun, Formula, Hedge, Modal, Negator, Periphrasis, Verb
from careo.lang.entries import Entry, nearest
from careo.lang.examples import Example, parse_example
from careo.lang.grammar import Grammar
from careo.lang.pack import Pack
from careo.lang.slots import SLOTS
from careo.text.words import fold

_SHOWN = ("accept", "reject", "note")
_LABELS = ("cue", "content", "source", "via", "negator", "modal")
_ACCEPT_MARKS: Mapping[type[Any], tuple[str, ...]] = {
    Verb: ("cue", "content"),
    CueNoun: ("cue", "content"),
    EventNoun: ("cue", "content"),
    Formula: ("cue", "content"),
    Hedge: ("cue",),
    Negator: ("negator", "cue"),
    Periphrasis: ("cue",),
    Modal: ("modal",),
}
_REJECT_MARKS: Mapping[type[Any], tuple[str, ...]] = dict.fromkeys((Verb, CueNoun, EventNoun, Formula, Hedge), ("cue",))


def lint_pack(pack: Pack) -> tuple[str, ...]:
    """Every problem of the pack, sorted by file and entry; empty where there is none. Never raises PackError itself."""
    problems = list(_unknown_names(pack))
    loaded: dict[type[Entry], tuple[Any, ...]] = {}
    for slot in SLOTS:
        try:
            loaded[slot] = pack.slot(slot)
        except PackError as error:
            problems.extend(str(error).splitlines())
    places = (*STRUCTURAL, *(word for grammar in loaded.get(Grammar, ()) for word in grammar.prepositions))
    for slot, entries in loaded.items():
        for number, entry in enumerate(entries, 1):
            where = f"{slot.FILE}: [[{slot.TABLE}]] number {number} ({name_of(entry)})"
            problems.extend(
                f"{where}: {problem}" for problem in (*_problems_of(entry), *_unknown_places(entry, places))
            )
        problems.extend(f"{slot.FILE}: {problem}" for problem in _duplicates(entries))
    problems.extend(_shadowed(loaded.get(Verb, ())))
    problems.extend(_contested(loaded))
    problems.extend(_repeated_examples(loaded))
    return tuple(sorted(dict.fromkeys(problems)))


def name_of(entry: object) -> str:
    """What an entry is called in a message: its first field that is a string or a list of strings."""
    for field in dataclasses.fields(entry):  # type: ignore[arg-type]
        value = getattr(entry, field.name)
        if isinstance(value, str):
            phrase = getattr(entry, "phrase", "")
            return f"{value} {phrase}".strip()
        if isinstance(value, tuple) and value and isinstance(value[0], str):
            return ", ".join(value[:3])
    return type(entry).__name__


def _unknown_names(pack: Pack) -> Iterator[str]:
    tables: dict[str, list[str]] = {}
    for slot in SLOTS:
        tables.setdefault(slot.FILE, []).append(slot.TABLE)
    for file in pack.files():
        if file not in tables:
            yield f"{file}: no entry type reads this file{nearest(file, sorted(tables))}"
            continue
        try:
            found = pack.tables_of(file)
        except PackError as error:
            yield str(error)
            continue
        for table in found:
            if table not in tables[file]:
                yield f"{file}: no entry type reads [[{table}]]{nearest(table, tables[file])}"


def _problems_of(entry: Any) -> Iterator[str]:
    """Problems of one entry on its own: its slots and its examples."""
    fields = {field.name: field for field in dataclasses.fields(entry)}
    accept = fields.get("accept")
    if accept is not None and accept.default is dataclasses.MISSING and not entry.accept:
        yield "accept: is empty; give at least one sentence that must be understood"
    if isinstance(entry, Verb):
        yield from _frame_problems(entry)
    for kind, required in (("accept", _ACCEPT_MARKS), ("reject", _REJECT_MARKS)):
        marks = required.get(type(entry))
        for marked in getattr(entry, kind, ()) if marks is not None else ():
            yield from (
                f"{kind}: example {marked!r}: {p}" for p in _example_problems(entry, parse_example(marked), marks or ())
            )


def _frame_problems(entry: Verb) -> Iterator[str]:
    for slot in entry.needs:
        if slot not in entry.content:
            yield f"needs: {slot!r} is no slot of content{nearest(slot, entry.content)}"
    if len(set(entry.content)) < len(entry.content):
        yield f"content: a slot is listed twice in {list(entry.content)}"
    if "object" not in entry.content and entry.objects == "any":
        yield "objects = 'any' has no effect: 'object' is no slot of content"
    if not entry.content and not entry.quotes:
        yield "content is empty and quotes = false: nothing could ever be its content"


def _unknown_places(entry: Any, places: tuple[str, ...]) -> Iterator[str]:
    """Slots of a frame that are not among ``places``; a pack that has no grammar yet is not asked."""
    if isinstance(entry, (Verb, CueNoun)) and len(places) > len(STRUCTURAL):
        for key, names in (("content", entry.content), ("needs", getattr(entry, "needs", ()))):
            for name in dict.fromkeys(names):
                if name not in places:
                    yield f"{key}: {name!r} is no slot and no preposition of {Grammar.FILE}{nearest(name, places)}"


def _example_problems(entry: Any, example: Example, required: tuple[str, ...]) -> Iterator[str]:
    labels = {label for label, _ in example.marks}
    for label in sorted(labels - set(_LABELS)):
        yield f"unknown mark {label!r}{nearest(label, _LABELS)}"
    for label in required:
        if label not in labels:
            yield f"has no mark {{{label}:…}}"
    for label, wanted, close in _wanted(entry):
        texts = [span.of(example.text) for span in example.spans(label)]
        if texts and not any(close(word, text) for word in wanted for text in texts):
            yield f"{label} {texts[0]!r} is no form of {' or '.join(repr(w) for w in wanted)}"
    phrase = getattr(entry, "phrase", "")
    cues = example.spans("cue")
    if phrase and cues and "content" in labels:
        rest = _plain_words(example.text[cues[0].end :]).split()
        if any(not any(close_words(word, other) for other in rest) for word in _plain_words(phrase).split()):
            yield f"the phrase {phrase!r} does not follow the cue"


def _wanted(entry: Any) -> tuple[tuple[str, tuple[str, ...], Callable[[str, str], bool]], ...]:
    """The label whose text must be a form of the entry's own words, those words, and how near the form has to be."""
    if isinstance(entry, Verb):
        return (("cue", (entry.lemma,), _begins_alike),)
    if isinstance(entry, CueNoun):
        return (("cue", (entry.lemma,), close_words),)
    if isinstance(entry, (Formula, Hedge)):
        return (("cue", (entry.words,), close_words),)
    if isinstance(entry, Negator):
        return (("negator", (entry.word,), close_words),)
    if isinstance(entry, Modal):
        return (("modal", (entry.words,), close_words),)
    return ()


def _plain_words(text: str) -> str:
    """Lower case, without accents; a space for every mark."""
    return "".join(c if c.isalnum() else " " for c in fold(text))


def _begins_alike(lemma: str, form: str) -> bool:
    """Irregular verbs keep no more than their first letter; the entry for any verb takes every form."""
    return lemma == ANY_VERB or _plain_words(form)[:1] == _plain_words(lemma)[:1]


def close_words(words: str, form: str) -> bool:
    """The same words in the same order, each free in its last letters (number, gender, contraction)."""
    left, right = _plain_words(words).split(), _plain_words(form).split()
    return len(left) == len(right) and all(_same_stem(a, b) for a, b in zip(left, right, strict=True))


def _same_stem(left: str, right: str) -> bool:
    stem = len(left) if len(left) <= 3 else max(2, min(len(left), len(right)) - 2)
    return left[:stem] == right[:stem] and abs(len(left) - len(right)) <= 3


def _duplicates(entries: tuple[Any, ...]) -> Iterator[str]:
    """Entries that say the same in all but their examples."""
    seen: dict[tuple[Any, ...], int] = {}
    for number, entry in enumerate(entries, 1):
        names = [f.name for f in dataclasses.fields(entry) if f.name not in _SHOWN]
        key = tuple(repr(getattr(entry, name)) for name in names)
        first = seen.setdefault(key, number)
        if first != number:
            yield f"[[{entry.TABLE}]] number {number} ({name_of(entry)}): says the same as number {first}; keep one"


def _shadowed(entries: tuple[Verb, ...]) -> Iterator[str]:
    """Senses of a lemma that are never reached, since an earlier one fits wherever they do."""
    senses: dict[str, list[tuple[int, Verb]]] = {}
    for number, entry in enumerate(entries, 1):
        for first, earlier in senses.get(entry.lemma, ()):
            if _covers(earlier, entry):
                where = f"{Verb.FILE}: [[{Verb.TABLE}]] number {number} ({name_of(entry)})"
                yield f"{where}: is never reached: number {first} ({name_of(earlier)}) stands before it and fits wherever it does"
        senses.setdefault(entry.lemma, []).append((number, entry))


def _covers(earlier: Verb, later: Verb) -> bool:
    phrases = earlier.phrase in ("", later.phrase)
    reflexive = earlier.reflexive in ("optional", later.reflexive)
    polarity = earlier.only_negated in (False, later.only_negated)
    return phrases and reflexive and polarity and set(_needs(later)) <= set(_needs(earlier)) and bool(_needs(earlier))


def _needs(entry: Verb) -> tuple[str, ...]:
    return entry.needs or tuple(slot for slot in entry.content if slot != "person")


def _contested(loaded: Mapping[type[Entry], tuple[Any, ...]]) -> Iterator[str]:
    """Words claimed by two entries that are matched by their words, and nouns or particles listed twice."""
    keys: tuple[tuple[type[Any], Callable[[Any], tuple[Any, ...]]], ...] = (
        (Formula, lambda e: (e.words,)),
        (Hedge, lambda e: (e.words,)),
        (Modal, lambda e: (e.words,)),
        (CueNoun, lambda e: (e.lemma,)),
        (Negator, lambda e: (e.word,)),
        (Periphrasis, lambda e: ((e.lemma, e.preposition, e.reflexive),)),
        (EventNoun, lambda e: e.lemmas),
    )
    by_words = (Formula, Hedge, Modal)
    seen: dict[tuple[str, Any], str] = {}
    for slot, keys_of in keys:
        family = "words" if slot in by_words else slot.TABLE
        for number, entry in enumerate(loaded.get(slot, ()), 1):
            where = f"[[{slot.TABLE}]] number {number}"
            for key in keys_of(entry):
                first = seen.setdefault((family, key), where)
                if first != where:
                    yield f"{slot.FILE}: {where} ({name_of(entry)}): {_shown(key)!r} stands in {first} already"


def _shown(key: object) -> str:
    return " ".join(str(part) for part in key if part and part is not True) if isinstance(key, tuple) else str(key)


def _repeated_examples(loaded: Mapping[type[Entry], tuple[Any, ...]]) -> Iterator[str]:
    """Sentences that stand under two entries of one kind: each entry needs its own proof."""
    for slot, entries in loaded.items():
        seen: dict[str, int] = {}
        for number, entry in enumerate(entries, 1):
            for sentence in (*getattr(entry, "accept", ()), *getattr(entry, "reject", ())):
                first = seen.setdefault(sentence, number)
                if first != number and slot in _ACCEPT_MARKS:
                    where = f"{slot.FILE}: [[{slot.TABLE}]] number {number} ({name_of(entry)})"
                    yield f"{where}: example {sentence!r} stands under number {first} already"
