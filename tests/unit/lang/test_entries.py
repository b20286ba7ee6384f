from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

import pytest

from careo.errors import PackError
from careo.lang.entries import nearest, parse_entries


@dataclass(frozen=True, slots=True)
class Bell:
    FILE: ClassVar[str] = "bells.toml"
    TABLE: ClassVar[str] = "bell"

    name: str
    sound: Literal["clear", "dull"]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    weight: float = 1.0
    strokes: int = 1
    cracked: bool = False
    hours: tuple[int, ...] = ()
    tower: str | None = None
    partials: Mapping[str, int] = field(default_factory=dict)


def bell(**values: Any) -> dict[str, Any]:
    return {"name": "Paula", "sound": "clear", "accept": ["{cue:Tañe} Paula."], **values}


def problems(*tables: dict[str, Any]) -> list[str]:
    with pytest.raises(PackError) as error:
        parse_entries(tables, Bell)
    return str(error.value).splitlines()


def test_values_take_the_types_of_the_fields() -> None:
    [entry] = parse_entries([bell(weight=3, hours=[6, 12], partials={"hum": 2}, tower="norte")], Bell)
    assert entry == Bell(
        "Paula", "clear", ("{cue:Tañe} Paula.",), weight=3, hours=(6, 12), partials={"hum": 2}, tower="norte"
    )


def test_an_unknown_key_comes_with_the_nearest_known_one() -> None:
    [problem] = problems(bell(craked=True))
    assert problem == "bells.toml: [[bell]] number 1 (Paula): unknown key 'craked' (did you mean 'cracked'?)"


def test_an_unknown_key_like_no_other_comes_with_all_known_ones() -> None:
    [problem] = problems(bell(xyz=1))
    assert "unknown key 'xyz' (known: accept, cracked, hours" in problem


def test_a_missing_key_is_named() -> None:
    [problem] = problems({"name": "Paula", "accept": []})
    assert problem.endswith("key 'sound' is missing")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"sound": "claer"}, "sound = 'claer': is not one of clear, dull (did you mean 'clear'?)"),
        ({"cracked": "no"}, "cracked = 'no': should be bool"),
        ({"strokes": True}, "strokes = True: should be int"),
        ({"strokes": 1.5}, "strokes = 1.5: should be int"),
        ({"hours": 6}, "hours = 6: should be a list"),
        ({"hours": [6, "noon"]}, "hours = [6, 'noon']: should be int"),
        ({"tower": 3}, "tower = 3: should be str"),
        ({"partials": ["hum"]}, "partials = ['hum']: should be a table"),
        ({"partials": {"hum": "low"}}, "partials = {'hum': 'low'}: should be int"),
        ({"accept": ["{cue:Tañe Paula."]}, "accept: example '{cue:Tañe Paula.': mark 'cue' is not closed with '}'"),
        ({"reject": ["Tañe} Paula."]}, "reject: example 'Tañe} Paula.': '}' at character 4 closes no mark"),
    ],
)
def test_a_wrong_value_is_named_with_its_key(values: dict[str, Any], message: str) -> None:
    [problem] = problems(bell(**values))
    assert problem == f"bells.toml: [[bell]] number 1 (Paula): {message}"


def test_every_problem_of_every_entry_is_reported_at_once() -> None:
    found = problems(bell(name="Ana", sound="loud", weigth=2), bell(), bell(name="Inés", hours="six"))
    assert len(found) == 3
    assert [problem.split(":")[1].strip() for problem in found] == [
        "[[bell]] number 1 (Ana)",
        "[[bell]] number 1 (Ana)",
        "[[bell]] number 3 (Inés)",
    ]


def test_nearest_lists_the_known_names_in_order_where_none_is_near() -> None:
    assert nearest("zzz", ["beta", "alfa"]) == " (known: alfa, beta)"
    assert nearest("alpha", ["beta", "alfa"]) == " (did you mean 'alfa'?)"
