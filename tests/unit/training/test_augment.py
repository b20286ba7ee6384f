from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from training.augment import augment, make_steps
from training.names import swap_names
from training.phrases import add_adjunct, make_adjunct
from training.speech import (
    add_incise,
    add_teller,
    dash_speech,
    drop_quotes,
    find_tellers,
    move_to_quotation,
    quote_clause,
)
from training.surface import capitalize, drop_accents, drop_stop, make_headline, strip_accents, tighten_dashes
from training.surgery import find_clause, is_well_formed, subtree
from training.treebank import Tree, Word


def make_tree(rows: str) -> Tree:
    """Rows ``form lemma tag head relation [name]``, heads counted from 1 (0: root); ``_`` before a form glues it to the left."""
    words: list[Word] = []
    for number, row in enumerate(rows.strip().splitlines()):
        form, lemma, tag, head, relation, *name = row.split()
        if form.startswith("_"):
            form = form[1:]
            words[-1] = replace(words[-1], space=False)
        place = int(head) - 1 if int(head) else number
        finite = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin" if tag == "VERB" else ""
        words.append(Word(form, lemma, tag, finite, place, relation, name[0] if name else "O"))
    return tuple(words)


def text(tree: Tree | None) -> str:
    assert tree is not None
    assert is_well_formed(tree)
    return "".join(word.form + " " * word.space for word in tree).strip()


SAID = make_tree(
    """
    El el DET 2 det
    alcalde alcalde NOUN 3 nsubj
    dijo decir VERB 0 root
    que que SCONJ 6 mark
    Villarrubia Villarrubia PROPN 6 nsubj B-LOC
    reconstruirá reconstruir VERB 3 ccomp
    el el DET 8 det
    puente puente NOUN 6 obj
    _. . PUNCT 3 punct
    """
)

QUOTED = make_tree(
    """
    " " PUNCT 4 punct
    _El el DET 3 det
    puente puente NOUN 4 nsubj
    cayó caer VERB 7 ccomp
    _" " PUNCT 4 punct
    _, , PUNCT 4 punct
    dijo decir VERB 0 root
    Marún Marún PROPN 7 nsubj B-PER
    _. . PUNCT 7 punct
    """
)

PLAIN = make_tree(
    """
    Según según ADP 3 case
    el el DET 3 det
    plan plan NOUN 7 obl
    _, , PUNCT 3 punct
    la el DET 6 det
    obra obra NOUN 7 nsubj
    terminó terminar VERB 0 root
    en en ADP 9 case
    mayo mayo NOUN 7 obl
    _. . PUNCT 7 punct
    """
)

INCISE = make_tree(
    """
    El el DET 2 det
    puente puente NOUN 6 nsubj
    - - PUNCT 4 punct
    dijo decir VERB 6 parataxis
    - - PUNCT 4 punct
    cayó caer VERB 0 root
    _. . PUNCT 6 punct
    """
)

TELLERS = find_tellers([QUOTED])


def test_a_clause_of_saying_is_found() -> None:
    clause = find_clause(SAID)
    assert clause is not None
    assert [SAID[n].form for n in (clause.verb, clause.that, clause.content)] == ["dijo", "que", "reconstruirá"]
    assert find_clause(PLAIN) is None


@pytest.mark.parametrize("seed", range(40))
def test_an_adjunct_stands_before_que_and_hangs_on_the_verb(seed: int) -> None:
    new = add_adjunct(SAID, Random(seed))
    said = text(new)
    assert new is not None
    assert said.startswith("El alcalde dijo")
    assert said.endswith("que Villarrubia reconstruirá el puente.")
    verb, added = 2, len(new) - len(SAID)
    assert added > 0
    tops = [n for n in range(3, 3 + added) if new[n].head == verb]
    assert tops
    clause = find_clause(new)
    assert clause is None or new[clause.that].head == clause.content


def test_every_adjunct_phrase_is_a_tree_of_its_own() -> None:
    for seed in range(300):
        phrase = make_adjunct(Random(seed), 1, 0)
        root = Word("dijo", "decir", "VERB", "", 0, "root")
        assert is_well_formed((root, *phrase))
        assert all("{" not in word.form + word.lemma for word in phrase)


def test_no_adjunct_between_a_preposition_and_que() -> None:
    insisted = (*SAID[:3], Word("en", "en", "ADP", "", 6, "mark", "O"), *SAID[3:])
    shifted = tuple(replace(w, head=w.head + 1) if n != 3 and w.head >= 3 else w for n, w in enumerate(insisted))
    assert is_well_formed(shifted)
    for seed in range(20):
        assert "en que Villarrubia" in text(add_adjunct(shifted, Random(seed)))


def test_an_indirect_statement_becomes_a_quotation() -> None:
    made = {text(move_to_quotation(SAID, Random(seed))) for seed in range(40)}
    assert made == {
        '"Villarrubia reconstruirá el puente", dijo el alcalde.',
        '"Villarrubia reconstruirá el puente", dijo.',
        "—Villarrubia reconstruirá el puente —dijo el alcalde.",
        "—Villarrubia reconstruirá el puente —dijo.",
    }


def test_a_speech_before_its_verb_is_a_ccomp_of_the_root() -> None:
    for seed in range(20):
        new = move_to_quotation(SAID, Random(seed))
        assert new is not None
        (root,) = [w for n, w in enumerate(new) if w.head == n]
        assert root.form == "dijo"
        (speech,) = [w for w in new if w.form == "reconstruirá"]
        assert (new[speech.head].form, speech.relation) == ("dijo", "ccomp")


def test_speakers_are_found_and_put_after_a_statement() -> None:
    assert [" ".join(w.form for w in teller.words) for teller in TELLERS] == ["dijo Marún"]
    made = {text(add_teller(PLAIN, Random(seed), TELLERS)) for seed in range(40)}
    assert '"Según el plan, la obra terminó en mayo", dijo Marún.' in made
    assert "—Según el plan, la obra terminó en mayo —dijo Marún." in made
    assert add_teller(QUOTED, Random(0), TELLERS) is None


def test_an_incise_interrupts_a_statement() -> None:
    made = {text(add_incise(PLAIN, Random(seed), TELLERS)) for seed in range(60)}
    assert made == {
        "Según el plan, dijo Marún, la obra terminó en mayo.",
        "Según el plan, dijo, la obra terminó en mayo.",
        "—Según el plan —dijo Marún—, la obra terminó en mayo.",
        "—Según el plan —dijo—, la obra terminó en mayo.",
        '"Según el plan", dijo Marún, "la obra terminó en mayo".',
        '"Según el plan", dijo, "la obra terminó en mayo".',
    }


@pytest.mark.parametrize("seed", range(12))
def test_the_verb_of_an_incise_is_a_parataxis_of_the_statement(seed: int) -> None:
    new = add_incise(PLAIN, Random(seed), TELLERS)
    assert new is not None
    (verb,) = [w for w in new if w.form == "dijo"]
    assert (new[verb.head].form, verb.relation) == ("terminó", "parataxis")
    assert all(new[w.head].tag != "PUNCT" for w in new)


SIMPLE: list[tuple[Callable[[Tree, Random], Tree | None], Tree, str]] = [
    (dash_speech, QUOTED, "—El puente cayó —dijo Marún."),
    (quote_clause, SAID, 'El alcalde dijo que "Villarrubia reconstruirá el puente".'),
    (drop_quotes, QUOTED, "El puente cayó, dijo Marún."),
    (drop_accents, QUOTED, '"El puente cayo", dijo Marun.'),
    (capitalize, SAID, "EL ALCALDE DIJO QUE VILLARRUBIA RECONSTRUIRÁ EL PUENTE."),
    (drop_stop, SAID, "El alcalde dijo que Villarrubia reconstruirá el puente"),
    (tighten_dashes, INCISE, "El puente —dijo— cayó."),
]


@pytest.mark.parametrize(("make", "tree", "expected"), SIMPLE)
def test_other_looks(make: Callable[[Tree, Random], Tree | None], tree: Tree, expected: str) -> None:
    assert text(make(tree, Random(0))) == expected


@pytest.mark.parametrize("make", [dash_speech, quote_clause, drop_quotes, tighten_dashes, make_headline, swap_names])
def test_what_does_not_fit_gives_nothing(make: Callable[[Tree, Random], Tree | None]) -> None:
    assert make(PLAIN, Random(0)) is None


def test_a_long_subject_makes_a_headline() -> None:
    rows = "La el DET 3 det\ntercera tercero ADJ 3 amod\nnoche noche NOUN 8 nsubj\nde de ADP 5 case\nprotestas protesta NOUN 3 nmod"
    rows += "\nen en ADP 7 case\nLima Lima PROPN 5 nmod B-LOC\nterminó terminar VERB 0 root"
    assert text(make_headline(make_tree(rows), Random(0))) == "Tercera noche de protestas en Lima"


def test_names_keep_their_type_and_the_tree_its_shape() -> None:
    seen = set()
    for seed in range(120):
        new = swap_names(SAID, Random(seed))
        if new is None:
            continue
        assert is_well_formed(new)
        first = next(n for n, w in enumerate(new) if w.name == "B-LOC")
        name = [w for w in new[first:] if w.name.endswith("LOC")]
        assert new[new[first].head].form == "reconstruirá"
        assert subtree(new, first) == list(range(first, first + len(name)))
        seen.add(" ".join(w.form for w in name))
    assert any(" " in name for name in seen)


def test_letters_that_are_no_accented_letters_stay() -> None:
    assert strip_accents("Ñuñoa pidió güisqui à França") == "Ñuñoa pidio guisqui a França"


def test_the_same_seed_gives_the_same_sentences() -> None:
    trees = [SAID, QUOTED, PLAIN, INCISE] * 5
    assert augment(trees, 4) == augment(trees, 4)
    made = augment(trees, 4)
    assert set(made) <= {step.name for step in make_steps(trees)}
    assert {"adjunct", "names", "tight_dashes"} <= set(made)
    assert all(is_well_formed(tree) for new in made.values() for tree in new)


def test_a_cycle_and_two_roots_are_no_tree() -> None:
    assert is_well_formed(SAID)
    assert not is_well_formed(tuple(replace(w, head=n) if n == 1 else w for n, w in enumerate(SAID)))
    assert not is_well_formed(
        tuple(replace(w, head=1) if n == 0 else replace(w, head=0) if n == 1 else w for n, w in enumerate(SAID))
    )
