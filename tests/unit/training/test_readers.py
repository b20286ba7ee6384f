from __future__ import annotations

import json
from pathlib import Path

import pytest

from careo.parse import load_parser
from training.readers import Choice, OtherLanguageError, ReaderError, load_reader, make_card, parse_choice, read_card
from training.spacy_readers import find_pipeline


def test_choices_name_their_source() -> None:
    assert parse_choice("careo") == Choice("careo")
    assert parse_choice("small=models/es") == Choice("small", "models/es")
    assert parse_choice("es_core_news_sm") == Choice("es_core_news_sm", "es_core_news_sm")
    assert parse_choice("small raw=as-written:models/es") == Choice("small raw", "models/es", folded=False)
    for wrong in ("", "=models/es", "small=", "small=as-written:"):
        with pytest.raises(ValueError, match="expected NAME=FOLDER"):
            parse_choice(wrong)


def test_careo_itself_is_a_reader_of_the_languages_it_has() -> None:
    assert load_reader(Choice("careo"), "es") is load_parser("es")
    with pytest.raises(OtherLanguageError, match="'xx'"):
        load_reader(Choice("careo"), "xx")


def test_a_card_counts_every_file_and_finds_what_is_stated(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "weights").write_bytes(b"0123456789")
    assert make_card(tmp_path).license == "not stated"
    meta = json.dumps({"license": "CC0", "version": "1.2.3", "lang": "es"})
    (tmp_path / "inner" / "meta.json").write_text(meta, "utf-8")
    card = make_card(tmp_path)
    assert (card.size, card.version, card.license) == (10 + len(meta), "1.2.3", "CC0")


def test_careo_has_a_card() -> None:
    assert read_card(Choice("careo")).size > 1_000_000


def test_a_pipeline_is_found_in_its_folder_or_in_that_of_its_package(tmp_path: Path) -> None:
    inner = tmp_path / "package" / "pipeline-1.0"
    inner.mkdir(parents=True)
    (inner / "config.cfg").write_text("", "utf-8")
    assert find_pipeline(str(inner)) == find_pipeline(str(tmp_path / "package")) == inner
    with pytest.raises(ReaderError, match=r"expected config\.cfg"):
        find_pipeline(str(tmp_path))
    with pytest.raises(ReaderError, match="neither a folder nor an installed package"):
        find_pipeline(str(tmp_path / "nowhere"))
