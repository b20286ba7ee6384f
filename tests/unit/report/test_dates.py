"""Dates and sentences in words: the grammar of both languages."""

from __future__ import annotations

import pytest

from careo.report.dates import format_date
from careo.report.labels import load_labels
from careo.report.phrases import explain, fill, join_names


@pytest.mark.parametrize(
    ("value", "es", "en"),
    [
        ("2024-05-07", "7 de mayo de 2024", "May 7, 2024"),
        ("2024-05-07~", "hacia el 7 de mayo de 2024", "around May 7, 2024"),
        ("2024-09", "septiembre de 2024", "September 2024"),
        ("2024", "2024", "2024"),
        ("2024-W16", "semana del 15 de abril de 2024", "week of April 15, 2024"),
        ("2024-23", "otoño de 2024", "autumn 2024"),
        ("2022/..", "desde 2022", "since 2022"),
        ("../2024-05", "hasta mayo de 2024", "until May 2024"),
        ("2023/2024-05-07", "de 2023 al 7 de mayo de 2024", "2023 to May 7, 2024"),
        ("2024-05-03/2024-05-07", "3–7 de mayo de 2024", "May 3 – 7, 2024"),
        ("2024-04/2024-09", "abril–septiembre de 2024", "April – September 2024"),
        ("2019/2024", "2019–2024", "2019 – 2024"),
        ("2024-05-07/2024-05-03", "del 7 de mayo de 2024 al 3 de mayo de 2024", "May 7, 2024 to May 3, 2024"),
        (
            "2024-05-03~/2024-05-07",
            "hacia el 3 de mayo de 2024 – 7 de mayo de 2024",
            "around May 3, 2024 – May 7, 2024",
        ),
        ("2024-33", "1.er trimestre de 2024", "1st quarter 2024"),
        ("2024-41", "segundo semestre de 2024", "second half of 2024"),
        ("2024-05-07T10:30", "7 de mayo de 2024", "May 7, 2024"),
        ("2024-21-05", "2024-21-05", "2024-21-05"),
        ("0000", "0000", "0000"),
        ("2024-05-03/..", "desde el 3 de mayo de 2024", "since May 3, 2024"),
        ("../2024-W16", "hasta la semana del 15 de abril de 2024", "until the week of April 15, 2024"),
        ("../..", "../..", "../.."),
        ("195X", "años 1950", "1950s"),
        ("2024-05~", "hacia mayo de 2024", "around May 2024"),
        ("2024?", "2024 (?)", "2024 (?)"),
        ("2024-13-40", "2024-13-40", "2024-13-40"),
        ("2024-W99", "2024-W99", "2024-W99"),
        ("<b>ayer</b>", "<b>ayer</b>", "<b>ayer</b>"),
        (None, "", ""),
    ],
)
def test_dates(value: str | None, es: str, en: str) -> None:
    assert format_date(value, load_labels("es")) == es
    assert format_date(value, load_labels("en")) == en


def test_short_dates() -> None:
    assert format_date("2024-09-07", load_labels("es"), short=True) == "7 sept 2024"
    assert format_date("2024-09", load_labels("en"), short=True) == "Sep 2024"


@pytest.mark.parametrize(
    ("names", "es"),
    [
        ([], ""),
        (["Alba"], "Alba"),
        (["Alba", "Bruno"], "Alba y Bruno"),
        (["Alba", "Iglesia"], "Alba e Iglesia"),
        (["Alba", "Hijos"], "Alba e Hijos"),
        (["Alba", "hielo y sal"], "Alba y hielo y sal"),
        (["A", "B", "C"], "A, B y una voz más"),
        (["A", "B", "C", "D"], "A, B y 2 voces más"),
    ],
)
def test_names_in_a_row(names: list[str], es: str) -> None:
    assert join_names(names, load_labels("es")) == es


def test_verbs_follow_their_number_and_braces_in_names_stay() -> None:
    assert fill("{rivals} {says|say}", 1, rivals="{a|b}") == "{a|b} says"
    assert fill("{rivals} {says|say}", 2, rivals="{x}") == "{x} say"
    labels = load_labels("es")
    assert explain("denies", "?", left=False, rivals=["A"], labels=labels) == "Hay quien lo niega: A."
    assert explain("denies", "?", left=False, rivals=["A", "B"], labels=labels) == "Hay quien lo niega: A y B."
    assert explain("new_kind", "?", left=True, rivals=["A"], labels=labels) == "New kind A"
