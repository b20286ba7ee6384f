"""One text at a time, as a library."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import careo
from careo.errors import CareoError


def test_analyze_is_one_call() -> None:
    from careo import analyze

    found = analyze(
        "La ministra Inés Robledo negó el lunes que hubiera 300 evacuados.", published="2024-05-08", outlet="El Cierzo"
    )
    assert (found.article.outlet, found.article.published) == ("El Cierzo", "2024-05-08")
    (claim,) = (claim for claim in found.claims if claim.source.kind != "author")
    assert "Robledo" in claim.source.name
    assert (claim.stance, claim.said) == ("deny", "2024-05-06")
    assert claim.content.span.of(found.article.text) == claim.content.text
    assert [figure.low for figure in claim.figures] == [300]
    assert found.document.text == found.article.text


def test_dates_may_be_dates() -> None:
    text = "La ministra Inés Robledo dijo ayer que lloverá."
    assert careo.analyze(text, published=date(2024, 5, 8)).claims == careo.analyze(text, published="2024-05-08").claims


def test_what_is_not_understood_is_said() -> None:
    with pytest.raises(CareoError, match="'ayer'"):
        careo.analyze("Hola.", published="ayer")
    with pytest.raises(CareoError, match="'xx'"):
        careo.analyze("Hola.", language="xx")


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "\0", "\ud800", "…", "«" * 500, "según " * 300, "(" * 2000, "1." * 1000]
)
def test_any_text_will_do(text: str) -> None:
    found = careo.analyze(text, published="2024-05-08")
    assert found.article.text is not None


@given(st.text(max_size=120))
@settings(max_examples=40)
def test_spans_reproduce_the_text(text: str) -> None:
    found = careo.analyze(f"El alcalde dijo que {text}. «{text}», negó ella: 30 {text}", published="2024-05-08")
    for claim in found.claims:
        assert claim.content.span.of(found.article.text) == claim.content.text
        for figure in claim.figures:
            assert figure.span.of(found.article.text) == figure.text


def test_the_function_is_not_hidden_by_the_package_of_its_name() -> None:
    import careo.analyze.assemble
    from careo import analyze

    assert callable(analyze)
    assert callable(careo.analyze)


def test_importing_careo_loads_nothing_slow() -> None:
    code = (
        "import sys, careo; from careo import analyze, build\n"
        "slow = {'onnxruntime', 'tokenizers', 'numpy', 'jinja2', 'rich', 'sqlite3'}\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & slow))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
