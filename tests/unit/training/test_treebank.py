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
1\tLima\tLima\tPROPN\t_\t_\t0\troot\t_\tNER=B-LOC

# sent_id = 3
1\tSale\tsalir\tVERB\t_\t_\t0\troot\t_\t_
2-3\tdel\t_\t_\t_\t_\t_\t_\t_\t_
2\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
3\tel\tel\tDET\t_\t_\t5\tdet\t_\t_
4\tgran\tgrande\tADJ\t_\t_\t5\tamod\t_\t_
5\tpuerto\tpuerto\tNOUN\t_\t_\t1\tobl\t_\t_
6-7\tverlo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
6\tver\tver\tVERB\t_\t_\t1\tadvcl\t_\t_
7\tlo\tél\tPRON\t_\t_\t6\tobj\t_\t_
8\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_
"""


def one_word(form: str, lemma: str = "x", tag: str = "NOUN") -> Tree:
    return (Word(form, lemma, tag, "", 0, "root"),)


def test_sentences_are_read_with_heads_spaces_and_names(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, "utf-8")
    first, second, _ = load_trees(path)
    assert [w.head for w in first] == [1, 1, 3, 1, 1]
    assert [w.space for w in first] == [True, False, True, False, True]
    assert [w.name for w in first] == ["O", "O", UNKNOWN, UNKNOWN, "O"]
    assert first[3].relation == "nsubj"
    assert first[1].features == "Gender=Masc|Number=Sing"
    assert [(w.form, w.name) for w in second] == [("Lima", "B-LOC")]


def test_contractions_are_one_word_or_stand_tight(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, "utf-8")
    joined, split = load_trees(path)[2], load_trees(path, split=True)[2]
    assert [(w.form, w.tag, w.head, w.relation, w.space) for w in joined] == [
        ("Sale", "VERB", 0, "root", True),
        ("del", "ADP", 3, "case", True),
        ("gran", "ADJ", 3, "amod", True),
        ("puerto", "NOUN", 0, "obl", True),
        ("verlo", "VERB", 0, "advcl", False),
        (".", "PUNCT", 0, "punct", True),
    ]
    assert [w.form for w in split] == ["Sale", "del", "gran", "puerto", "ver", "lo", "."]
    assert [(w.head, w.space) for w in split[4:6]] == [(0, False), (4, False)]


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
