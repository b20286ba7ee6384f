from pathlib import Path

import pytest

from careo.errors import PackError
from careo.lang import Pack, load_pack
from careo.lang.cues import Modal, Negator, Verb
from careo.lang.slots import SLOTS

NEGATORS = """
[[negator]]
word = "no"
accept = ["El fiscal {negator:no} {cue:confirmó} la noticia."]

[[negator]]
word = "nunca"
accept = ["El fiscal {negator:nunca} {cue:confirmó} la noticia."]
"""


def count_entries(pack: Pack) -> list[int]:
    counted.append(pack.language)
    return [len(pack.slot(Negator))]


counted: list[str] = []


def test_a_slot_gives_its_entries_in_the_order_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "negation.toml").write_text(NEGATORS, "utf-8")
    assert [entry.word for entry in Pack("xx", tmp_path).slot(Negator)] == ["no", "nunca"]


def test_a_slot_without_file_or_table_is_empty(tmp_path: Path) -> None:
    (tmp_path / "negation.toml").write_text(NEGATORS, "utf-8")
    pack = Pack("xx", tmp_path)
    assert pack.slot(Verb) == ()
    assert pack.slot(Modal) == ()


def test_an_index_is_built_once(tmp_path: Path) -> None:
    (tmp_path / "negation.toml").write_text(NEGATORS, "utf-8")
    pack = Pack("yy", tmp_path)
    assert pack.derived(count_entries) == [2]
    assert pack.derived(count_entries) is pack.derived(count_entries)
    assert counted.count("yy") == 1


def test_broken_toml_is_named_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "negation.toml").write_text('[[negator]\nword = "no"\n', "utf-8")
    with pytest.raises(PackError, match=r"negation\.toml: not valid TOML: .*line 1"):
        Pack("xx", tmp_path).slot(Negator)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "negation.toml").write_bytes('[[negator]]\nword = "jamás"\n'.encode("cp1252"))
    with pytest.raises(PackError, match=r"negation\.toml: not valid TOML"):
        Pack("xx", tmp_path).slot(Negator)


def test_files_and_tables_are_listed(tmp_path: Path) -> None:
    (tmp_path / "negation.toml").write_text(NEGATORS, "utf-8")
    (tmp_path / "about.txt").write_text("no pack file", "utf-8")
    pack = Pack("xx", tmp_path)
    assert pack.files() == ("negation.toml",)
    assert pack.tables_of("negation.toml") == ("negator",)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(PackError, match=r"no language pack for 'ess' \(did you mean 'es'\?\)"):
        load_pack("ess")


def test_the_shipped_pack_is_loaded_once_and_every_slot_of_it_is_valid() -> None:
    pack = load_pack("es")
    assert pack is load_pack("es")
    for slot in SLOTS:
        pack.slot(slot)


def test_the_shipped_pack_holds_at_least_four_hundred_verbs_of_saying() -> None:
    entries = load_pack("es").slot(Verb)
    assert len({entry.lemma for entry in entries}) >= 430
    assert {entry.stance for entry in entries} == {
        "assert", "confirm", "deny", "doubt", "estimate", "commit", "request", "express", "decline",
    }  # fmt: skip
