from datetime import date

import pytest

from careo.text.dates import find_days, parse_edtf


def days(value: str) -> tuple[str | None, str | None]:
    found = parse_edtf(value)
    assert found is not None
    first, last = (None if d is None else date.fromordinal(d).isoformat() for d in (found.first, found.last))
    return first, last


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-05-10", "2031-05-10", "2031-05-10"),
        ("2031-05-10T18:00:00Z", "2031-05-10", "2031-05-10"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-W01", "2030-12-30", "2031-01-05"),
        ("2031-05~", "2031-05-01", "2031-05-31"),
        ("2031-34", "2031-04-01", "2031-06-30"),
        ("2031-41", "2031-07-01", "2031-12-31"),
        ("2031-24", "2031-12-01", "2032-02-29"),
        ("195X", "1950-01-01", "1959-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2031-05/2031-06-03", "2031-05-01", "2031-06-03"),
        ("2031/..", "2031-01-01", None),
        ("../2031", None, "2031-12-31"),
    ],
)
def test_a_value_is_a_stretch_of_days(value: str, first: str | None, last: str | None) -> None:
    assert days(value) == (first, last)


@pytest.mark.parametrize(
    "value", [None, "", "soon", "2031-13", "2031-02-30", "2031-W54", "../..", "2032/2031", "195X-03", "0000"]
)
def test_what_is_no_date_is_none(value: str | None) -> None:
    assert parse_edtf(value) is None


def test_an_open_stretch_has_no_length() -> None:
    week, since = parse_edtf("2031-W20"), parse_edtf("2031/..")
    assert week is not None
    assert since is not None
    assert (week.length, since.length) == (7, None)


def test_days_are_those_of_a_stretch_that_ends() -> None:
    assert find_days("2031-05-10") == (date(2031, 5, 10).toordinal(),) * 2
    assert find_days("2031/..") is None
    assert find_days(None) is None
