from __future__ import annotations

from pathlib import Path

from training.treebank import TAIL, UNKNOWN, Tree, Word, divide, is_held_out, load_trees, make_key, repair_lemmas

CONLLU = """# sent_id = 1
# text = Del río, nada.
1\tDel\tde\tADP\t_\t_\t2\tcase\t_\tNER=O
2\trío\trío\tNOUN\t_\tGender=Masc|Number=Sing\t0\troot\t_\tSpaceAfter=No|NER=O
3\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_
4\tnada\tnada\tPRON\t_\t_\t2\tnsubj:pass\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\tNER=O

# sent_id = 2
1-2\tdámelo\t_\t_\t_\t_\t_\t_\t_\t_
1\tLima\tLima\tPROPN\t_\t_\t0\troot\t_\tNER=B-LOC
"""


def one_word(form: str, lemma: str = "x", tag: str = "NOUN") -> Tree:
    return (Word(form, lemma, tag, "", 0, "root"),)


def test_sentences_are_read_with_heads_spaces_and_names(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, "utf-8")
    first, second = load_trees(path)
    assert [w.head for w in first] == [1, 1, 3, 1, 1]
    assert [w.space for w in first] == [True, False, True, False, True]
    assert [w.name for w in first] == ["O", "O", UNKNOWN, UNKNOWN, "O"]
    assert first[3].relation == "nsubj"
    assert first[1].features == "Gender=Masc|Number=Sing"
    assert [(w.form, w.name) for w in second] == [("Lima", "B-LOC")]


def test_copies_of_a_held_out_sentence_are_held_out_too() -> None:
    forms = [f"palabra{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600)]
    first = [one_word(form) for form in forms]
    second = [one_word(form.upper() + "!") for form in forms[::-1]]
    division = divide([first, second])
    assert len(division.tail) == 2 * TAIL
    apart = {make_key(tree) for tree in (*division.dev, *division.tail)}
    assert not apart & {make_key(tree) for tree in division.train}
    assert all(is_held_out(tree) for tree in division.dev)
    assert division.dev
    assert {make_key(t) for t in (*division.dev, *division.tail, *division.train)} == {make_key(t) for t in first}


def test_lemmas_follow_the_reference_where_it_is_sure() -> None:
    reference = [one_word("del", "de", "ADP")] * 3 + [one_word("vino", "venir"), one_word("vino", "vino")] * 2
    reference += [one_word("pesos", "peso")] * 2
    read = [
        one_word("Del", "del", "ADP"),
        one_word("vino", "otro"),
        one_word("pesos", "pesos"),
        one_word("del", "del", "DET"),
    ]
    assert [tree[0].lemma for tree in repair_lemmas(read, reference)] == ["de", "otro", "pesos", "del"]
