from importlib import resources
from pathlib import Path

import pytest

from careo.lang import Pack, load_pack
from careo.lang.lint import close_words, lint_pack

VERB = """
[[verb]]
lemma = "decir"
stance = "assert"
content = ["clause"]
accept = ["La jueza {cue:dijo} que {content:volverá}."]
"""


def lint(folder: Path, **files: str) -> tuple[str, ...]:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return lint_pack(Pack("xx", folder))


def verb(**values: str) -> str:
    keys = {
        "lemma": '"decir"',
        "stance": '"assert"',
        "content": '["clause"]',
        "accept": '["La jueza {cue:dijo} que {content:volverá}."]',
        **values,
    }
    return "\n[[verb]]\n" + "\n".join(f"{key} = {value}" for key, value in keys.items()) + "\n"


def test_a_good_pack_has_no_problems(tmp_path: Path) -> None:
    assert lint(tmp_path, verbs=VERB) == ()


def test_the_shipped_pack_has_no_problems() -> None:
    assert lint_pack(load_pack("es")) == ()


def test_unknown_files_and_tables_come_with_the_nearest_name(tmp_path: Path) -> None:
    assert lint(tmp_path, verb=VERB, negation="[[negater]]\nword = 'no'\n") == (
        "negation.toml: no entry type reads [[negater]] (did you mean 'negator'?)",
        "verb.toml: no entry type reads this file (did you mean 'verbs.toml'?)",
    )


def test_problems_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    found = lint(
        tmp_path,
        verbs=verb(stence='"deny"', factuality='"CT"'),
        negation="[[negator]]\naccept = []\n",
        nouns="[[noun]\n",
    )
    assert [problem for problem in found if problem.startswith("verbs.toml: [[verb]] number 1 (decir): ")]
    text = "\n".join(found)
    assert "unknown key 'stence' (did you mean 'stance'?)" in text
    assert "is not one of" in text
    assert "negation.toml: [[negator]] number 1 (): key 'word' is missing" in text
    assert "nouns.toml: not valid TOML" in text


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"accept": "[]"}, "accept: is empty"),
        ({"accept": '["La jueza dijo que {content:volverá}."]'}, "has no mark {cue:…}"),
        ({"accept": '["La jueza {cue:dijo} que volverá."]'}, "has no mark {content:…}"),
        ({"accept": '["{sorce:Ella} {cue:dijo} que {content:sí}."]'}, "unknown mark 'sorce' (did you mean 'source'?)"),
        ({"accept": '["La jueza {cue:negó} que {content:sí}."]'}, "cue 'negó' is no form of 'decir'"),
        ({"reject": '["Dijo adiós."]'}, "reject: example 'Dijo adiós.': has no mark {cue:…}"),
        ({"needs": '["clause", "en"]'}, "needs: 'en' is no slot of content (known: clause)"),
        ({"content": '["clause", "clause"]'}, "content: a slot is listed twice"),
        ({"objects": '"any"'}, "objects = 'any' has no effect"),
        ({"content": "[]", "quotes": "false"}, "content is empty and quotes = false"),
        ({"phrase": '"a conocer"'}, "the phrase 'a conocer' does not follow the cue"),
    ],
)
def test_an_entry_that_proves_nothing_is_named(tmp_path: Path, values: dict[str, str], message: str) -> None:
    [problem] = lint(tmp_path, verbs=verb(**values))
    assert problem.startswith("verbs.toml: [[verb]] number 1 (decir")
    assert message in problem


@pytest.mark.parametrize(
    ("slot", "message"),
    [
        ("clauze", "content: 'clauze' is no slot and no preposition of grammar.toml (did you mean 'clause'?)"),
        ("sobra", "content: 'sobra' is no slot and no preposition of grammar.toml (did you mean 'sobre'?)"),
    ],
)
def test_a_slot_that_nothing_fills_is_named_with_the_nearest(tmp_path: Path, slot: str, message: str) -> None:
    grammar = (resources.files("careo.lang") / "packs" / "es" / "grammar.toml").read_text("utf-8")
    [problem] = lint(tmp_path, grammar=grammar, verbs=verb(content=f'["clause", "{slot}"]'))
    assert problem == f"verbs.toml: [[verb]] number 1 (decir): {message}"
    assert lint(tmp_path, grammar=grammar, verbs=verb(content='["clause", "sobre"]')) == ()


def test_the_entry_for_any_verb_takes_every_form(tmp_path: Path) -> None:
    assert lint(tmp_path, verbs=verb(lemma='"*"')) == ()


def test_a_sense_that_is_never_reached_is_named(tmp_path: Path) -> None:
    other = '["El juez {cue:dice} que {content:sí}."]'
    [problem] = lint(tmp_path, verbs=verb() + verb(stance='"deny"', accept=other))
    assert problem.startswith("verbs.toml: [[verb]] number 2 (decir): is never reached: number 1 (decir)")


@pytest.mark.parametrize(
    "second",
    [
        {"reflexive": '"required"'},
        {"content": '["clause", "de"]'},
    ],
)
def test_senses_that_differ_stand_side_by_side(tmp_path: Path, second: dict[str, str]) -> None:
    assert lint(tmp_path, verbs=verb() + verb(accept='["Ella {cue:dice} que {content:sí}."]', **second)) == ()


def test_a_phrase_stands_before_the_bare_verb(tmp_path: Path) -> None:
    phrase = verb(phrase='"a voces"', accept='["Ella {cue:dice} a voces que {content:sí}."]')
    assert lint(tmp_path, verbs=phrase + verb()) == ()
    [problem] = lint(tmp_path, verbs=verb() + phrase)
    assert "number 2 (decir a voces): is never reached" in problem


def test_a_sense_under_negation_stands_before_the_bare_verb(tmp_path: Path) -> None:
    negated = verb(only_negated="true", accept='["Ella no {cue:dijo} que {content:sí}."]')
    assert lint(tmp_path, verbs=negated + verb()) == ()
    assert len(lint(tmp_path, verbs=verb() + negated)) == 1


def test_entries_that_say_the_same_and_examples_that_stand_twice_are_named(tmp_path: Path) -> None:
    found = "\n".join(lint(tmp_path, verbs=verb() + verb()))
    assert "[[verb]] number 2 (decir): says the same as number 1; keep one" in found
    assert "example 'La jueza {cue:dijo} que {content:volverá}.' stands under number 1 already" in found


def test_words_of_two_formulas_clash_even_across_tables(tmp_path: Path) -> None:
    formula = """
[[formula]]
words = "por lo visto"
stance = "assert"
accept = ["{cue:Por lo visto} {source:ella}, {content:no hubo fuego}."]

[[hedge]]
words = "por lo visto"
factuality = "PR+"
accept = ["{cue:Por lo visto}, {content:no hubo fuego}."]
"""
    [problem] = lint(tmp_path, formulas=formula)
    assert (
        problem
        == "formulas.toml: [[hedge]] number 1 (por lo visto): 'por lo visto' stands in [[formula]] number 1 already"
    )


def test_an_event_noun_listed_twice_is_named(tmp_path: Path) -> None:
    nouns = """
[[event_noun]]
lemmas = ["incendio", "huelga"]
accept = ["El jefe {cue:confirmó} {content:la huelga}."]

[[event_noun]]
lemmas = ["huelga"]
accept = ["El jefe {cue:confirmó} {content:una huelga}."]
"""
    [problem] = lint(tmp_path, nouns=nouns)
    assert problem == "nouns.toml: [[event_noun]] number 2 (huelga): 'huelga' stands in [[event_noun]] number 1 already"


@pytest.mark.parametrize(
    ("words", "form", "same"),
    [
        ("presunto", "presuntas", True),
        ("a juicio de", "A juicio del", True),
        ("petición", "peticiones", True),
        ("según", "Según", True),
        ("nunca", "no", False),
        ("a juicio de", "a juicio", False),
        ("petición", "acusación", False),
    ],
)
def test_forms_of_words_are_recognized_by_their_stems(words: str, form: str, same: bool) -> None:
    assert close_words(words, form) is same
