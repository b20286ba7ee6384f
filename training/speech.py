"""Quotations made from statements: before the verb of saying, interrupted by it, led by a dash, with and without marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from training.phrases import read_speech_verbs
from training.surgery import children, find_clause, is_open, lowered, make_mark, pick, raised, splice, subtree
from training.treebank import Tree, Word

CLOSED = {"DET", "ADP", "CCONJ"}


def move_to_quotation(tree: Tree, rng: Random) -> Tree | None:
    """*Ana dijo que S.* → *"S", dijo Ana.*, now and then without the subject or dash-led (*—S —dijo Ana.*)."""
    clause = find_clause(tree)
    if clause is None or tree[clause.verb].relation != "root" or not tree[clause.verb].features.count("VerbForm=Fin"):
        return None
    content = [n for n in subtree(tree, clause.content) if n != clause.that]
    marks = sum(tree[n].form == "que" and tree[n].relation == "mark" for n in content)
    if (
        tree[clause.verb].lemma not in read_speech_verbs()
        or marks
        or any("Mood=Sub" in tree[n].features for n in [clause.content, *children(tree, clause.content)])
    ):
        return None
    if any(tree[n].form in {'"', "-", "—"} for n in content) or tree[content[0]].tag == "PUNCT":
        return None
    if len(content) < 4 or content != list(range(content[0], content[-1] + 1)) or tree[content[-1]].tag == "PUNCT":
        return None
    subjects = [n for n, w in enumerate(tree) if w.head == clause.verb and w.relation == "nsubj" and n != clause.verb]
    teller = subtree(tree, subjects[0]) if subjects and rng.random() < 0.75 else []
    if any(tree[n].tag == "PUNCT" for n in teller):
        teller = []
    if any(tree[n].relation == "expl" for n in children(tree, clause.verb)):
        return None
    speech = pick(tree, [*content, clause.verb, *teller], lambda _: clause.verb)
    verb, head = len(content), content.index(clause.content)
    told = [lowered(w) if n == verb + 1 and w.tag in CLOSED else w for n, w in enumerate(speech)]
    return _punctuate((raised(told[0]), *told[1:]), head, verb, dash=rng.random() < 0.3)


def _punctuate(tree: Tree, head: int, verb: int, *, dash: bool) -> Tree:
    """Marks for a speech that ends before ``verb``; the marks hang on the speech's ``head``, as in the treebank."""
    opening, closing = ("—", ["—"]) if dash else ('"', ['"', ","])
    first = replace(make_mark(opening, head + 1), space=False)
    out = splice(tree, 0, [first])
    verb += 1
    owner = verb + 1 if dash else head + 1  # an incise's dash belongs to the verb of saying
    marks = [make_mark(mark, owner) for mark in closing]
    marks = [replace(m, space=not dash and n == len(marks) - 1) for n, m in enumerate(marks)]
    before = replace(out[verb - 1], space=dash)
    out = splice((*out[: verb - 1], before, *out[verb:]), verb, marks)
    verb += len(marks)
    return (*out[:-1], replace(out[-1], space=False), replace(make_mark(".", verb), space=True))


@dataclass(frozen=True, slots=True)
class Teller:
    """Who speaks, as found after a verb of saying: the verb and its subject, heads counted from the verb at 0."""

    words: tuple[Word, ...]


def find_tellers(trees: Iterable[Tree]) -> list[Teller]:
    """Verbs of saying in the third person with a short subject right after them (*dijo el alcalde*)."""
    found = []
    for tree in trees:
        for place, verb in enumerate(tree):
            if (
                verb.lemma not in read_speech_verbs()
                or "Person=3" not in verb.features
                or "Mood=Ind" not in verb.features
            ):
                continue
            subjects = [n for n in children(tree, place) if tree[n].relation == "nsubj" and n > place]
            places = subtree(tree, subjects[0]) if subjects else []
            if not places or places != list(range(place + 1, place + 1 + len(places))) or len(places) > 7:
                continue
            if any(tree[n].tag == "PUNCT" for n in places):
                continue
            words = [replace(tree[n], head=tree[n].head - place, space=True) for n in places]
            found.append(Teller((replace(lowered(verb), head=0, space=True), *words)))
    return found


def add_teller(tree: Tree, rng: Random, tellers: Sequence[Teller]) -> Tree | None:
    """*S.* → *"S", dijo Ana.* or *—S —dijo Ana.*, now and then without the subject."""
    root = next(n for n, word in enumerate(tree) if word.head == n)
    stop = len(tree) - 1
    if not _is_plain_statement(tree, root) or len(tree) > 32:
        return None
    verb, *subject = rng.choice(tellers).words if rng.random() < 0.8 else rng.choice(tellers).words[:1]
    words = [
        *tree[:stop],
        replace(verb, head=stop, relation="root"),
        *(replace(w, head=w.head + stop) for w in subject),
    ]
    words[root] = replace(words[root], head=stop, relation="ccomp")
    return _punctuate(tuple(words), root, stop, dash=rng.random() < 0.3)


def _is_plain_statement(tree: Tree, root: int) -> bool:
    marks = {'"', "-", "—", "?", "!", ":", ";", "..."}
    return (
        len(tree) >= 5
        and tree[-1].form == "."
        and tree[0].tag != "PUNCT"
        and any("VerbForm=Fin" in tree[n].features for n in [root, *children(tree, root)])
        and not any(word.form in marks for word in tree)
        and not any(word.head == len(tree) - 1 for word in tree)
    )


def add_incise(tree: Tree, rng: Random, tellers: Sequence[Teller]) -> Tree | None:
    """*A, B.* → *A, dijo Ana, B.* or *—A —dijo Ana—, B.* or *"A", dijo Ana, "B".*: the verb is a parataxis of the statement."""
    root = next(n for n, word in enumerate(tree) if word.head == n)
    if not _is_plain_statement(tree, root):
        return None
    commas = [n for n, w in enumerate(tree) if w.form == "," and 2 < n < len(tree) - 4 and is_open(tree, n, root)]
    if not commas:
        return None
    comma = rng.choice(commas)
    style = rng.choice(["comma", "comma", "dash", "quotes"])
    teller = rng.choice(tellers).words if rng.random() < 0.7 else rng.choice(tellers).words[:1]
    before, after = {"comma": ([], [","]), "dash": (["—"], ["—"]), "quotes": (['"', ","], [",", '"'])}[style]
    at = comma + 1 if style == "comma" else comma
    size = len(before) + len(teller) + len(after)
    verb, top = at + len(before), root if root < at else root + size
    owners = {'"': top, ",": verb, "—": verb}
    incise = [make_mark(form, owners[form]) for form in before]
    incise += [replace(w, head=w.head + verb if w.head else verb) for w in teller]
    incise[len(before)] = replace(incise[len(before)], head=top, relation="parataxis")
    incise += [make_mark(form, owners[form]) for form in after]
    return _set_incise(tree, at, incise, style, top)


def _set_incise(tree: Tree, at: int, incise: list[Word], style: str, top: int) -> Tree:
    """Insert an incise and set the spaces and outer marks of its style."""
    teller_end = -1 if style != "quotes" else -2
    incise[teller_end - 1] = replace(incise[teller_end - 1], space=False)
    if style == "comma":
        return splice(tree, at, incise)
    if style == "dash":
        incise[0] = replace(incise[0], space=False)
        incise[-1] = replace(incise[-1], space=False)
        whole = splice((*tree[: at - 1], replace(tree[at - 1], space=True), *tree[at:]), at, incise)
        return splice(whole, 0, [replace(make_mark("—", top + 1), space=False)])
    incise[0] = replace(incise[0], space=False)
    incise[-1] = replace(incise[-1], space=False)
    kept = pick(tree, [n for n in range(len(tree)) if n != at], lambda n: n)  # the statement's own comma goes
    top -= top > at + len(incise)
    incise = [replace(w, head=w.head - 1) if w.head > at + len(incise) else w for w in incise]
    whole = splice((*kept[: at - 1], replace(kept[at - 1], space=False), *kept[at:]), at, incise)
    mark = replace(make_mark('"', top + 1), space=False)
    whole = splice(whole, 0, [mark])
    last = len(whole) - 1
    return splice((*whole[: last - 1], replace(whole[last - 1], space=False), whole[last]), last, [mark])


def dash_speech(tree: Tree, _rng: Random) -> Tree | None:
    """*"S", dijo Ana …* → *—S —dijo Ana …*: the quotation must open the sentence and be followed by a verb of saying."""
    marks = [n for n, word in enumerate(tree) if word.form == '"']
    if len(marks) != 2 or marks[0] != 0 or marks[1] + 2 >= len(tree) or tree[marks[1] + 1].form != ",":
        return None
    closing, verb = marks[1], marks[1] + 2
    if tree[verb].tag != "VERB" or any(w.head == closing + 1 for w in tree):
        return None
    words = list(tree)
    words[0] = replace(make_mark("—", tree[0].head), space=False)
    words[closing - 1] = replace(words[closing - 1], space=True)
    words[closing] = replace(make_mark("—", verb), space=False)
    return pick(tuple(words), [n for n in range(len(words)) if n != closing + 1], lambda n: n)


def quote_clause(tree: Tree, _rng: Random) -> Tree | None:
    """*dijo que S* → *dijo que "S"*: marks round what follows *que*, hanging on the head of the clause."""
    clause = find_clause(tree)
    if clause is None or any(word.form == '"' for word in tree):
        return None
    last = subtree(tree, clause.content)[-1]
    if last - clause.that < 4 or tree[last].tag == "PUNCT" or subtree(tree, clause.content)[0] < clause.that:
        return None
    at = clause.that + 1
    head = clause.content + 1
    out = splice(tree, at, [replace(make_mark('"', head), space=False)])
    last += 1
    space = out[last].space
    out = (*out[:last], replace(out[last], space=False), *out[last + 1 :])
    return splice(out, last + 1, [replace(make_mark('"', head), space=space)])


def drop_quotes(tree: Tree, _rng: Random) -> Tree | None:
    """The sentence without its quotation marks: a quotation must be recognized by more than them."""
    kept = [n for n, word in enumerate(tree) if word.form != '"']
    if len(kept) == len(tree) or len(kept) < 3 or any(tree[w.head].form == '"' for w in tree):
        return None
    after = [*tree[1:], None]
    spaced = [
        replace(w, space=n.space) if n and n.form == '"' and not w.space else w
        for w, n in zip(tree, after, strict=True)
    ]
    return pick(tuple(spaced), kept, lambda n: n)
