from __future__ import annotations

from pathlib import Path

import pytest

from careo.errors import PackError
from careo.lang.writing import Abbreviation, load_writing, read_writing

GOOD = """
[[abbreviation]]
words = ["sr"]
accept = ["El Sr. Rojas"]
reject = ["El sur"]
"""


def problems(folder: Path, text: str) -> list[str]:
    path = folder / "xx.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(PackError) as error:
        read_writing(path, "xx")
    return str(error.value).splitlines()


def test_a_file_gives_its_entries(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(GOOD, "utf-8")
    writing = read_writing(path, "xx")
    assert writing.language == "xx"
    assert writing.entries() == (Abbreviation(("sr",), ("El Sr. Rojas",), ("El sur",)),)


def test_without_leaves_out_one_entry() -> None:
    writing = load_writing("es")
    first = writing.abbreviations[0]
    assert writing.without(first).abbreviations == writing.abbreviations[1:]
    assert writing.without(first).marks == writing.marks


def test_the_writing_of_a_language_is_loaded_once() -> None:
    assert load_writing("es") is load_writing("es")


def test_an_unknown_language_is_told_those_known() -> None:
    with pytest.raises(PackError, match=r"'pt' is written.*: en, es; use one of them, or add pt\.toml"):
        load_writing("pt")


def test_broken_toml_is_named_with_its_file(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, "[[abbreviation")
    assert problem.startswith(f"{tmp_path / 'xx.toml'}: not valid TOML")


def test_all_problems_come_at_once_with_file_and_entry(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        """
[[abreviation]]
words = ["sr"]

[[abbreviation]]
words = ["dr"]
before = "name"
accept = ["Dr. Rojas"]
reject = ["El sur"]

[[unit]]
words = ["km"]
accept = ["7·km"]
""",
    )
    assert all(problem.startswith(f"{tmp_path / 'xx.toml'}: ") for problem in found)
    assert "[[abreviation]] (did you mean 'abbreviation'?)" in found[0]
    assert "[[abbreviation]] number 1 (name): before = 'name': is not one of anything, figure" in found[1]
    assert "[[unit]] number 1 (" in found[2]
    assert found[2].endswith("key 'reject' is missing")


@pytest.mark.parametrize(
    ("table", "words", "problem"),
    [
        ("abbreviation", '["sr."]', "'sr.' ends in a dot; list abbreviations without it"),
        ("abbreviation", '["p. ej"]', "'p. ej' is empty or holds white space; list single words"),
        ("abbreviation", "[]", "words: is empty; give at least one"),
        ("unit", '["km", "km"]', "'km' is listed twice; keep one"),
        ("contraction", '["cannot"]', "'cannot' has not one '|' inside; write one where the word parts"),
        ("contraction", '["|not"]', "'|not' has not one '|' inside; write one where the word parts"),
        ("starter", '["El"]', "'El' has a capital; list starters in lower case"),
    ],
)
def test_words_in_a_wrong_shape_are_named(tmp_path: Path, table: str, words: str, problem: str) -> None:
    [found] = problems(tmp_path, f'[[{table}]]\nwords = {words}\naccept = ["a"]\nreject = ["b"]\n')
    assert found.startswith(f"{tmp_path / 'xx.toml'}: [[{table}]] (")
    assert found.endswith(problem)


def test_a_mark_is_one_character(tmp_path: Path) -> None:
    [found] = problems(tmp_path, '[[mark]]\nmark = "--"\njoins = "all"\naccept = ["a"]\nreject = ["b"]\n')
    assert found.endswith("'--' is no single character; list one mark an entry")
