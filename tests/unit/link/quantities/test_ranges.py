import pytest

from careo.link.quantities.ranges import make_range
from careo.model import Figure, Span
from tests.unit.link.samples import make_claim


def reach_of(amount: str) -> tuple[float, float]:
    found = make_range(make_claim("Sindicato", amount).figures[0])
    assert found is not None
    return found.reach


def meet(one: str, other: str) -> bool:
    left, right = (make_range(make_claim("Sindicato", amount).figures[0]) for amount in (one, other))
    assert left is not None
    assert right is not None
    assert left.meets(right) == right.meets(left)
    return left.meets(right)


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        ("=31", 31, 31),
        ("=90", 90, 90),
        ("=4000", 3500, 4500),
        ("=4100", 4050, 4150),
        ("=4123", 4123, 4123),
        ("=600", 550, 650),
        ("~12000", 10800, 13200),
        ("20-30", 20, 30),
    ],
)
def test_a_figure_reaches_as_far_as_it_is_rounded(amount: str, low: float, high: float) -> None:
    assert reach_of(amount) == (low, high)


@pytest.mark.parametrize(
    ("one", "other"), [("=30", ">20"), ("~1000", "=950"), ("20-30", "30-40"), ("<500", ">100"), ("=4000", "=4300")]
)
def test_ranges_that_meet(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("=30", "=31"),
        (">200", "=112"),
        ("<1000", "1200-1500"),
        (">12000", "=11000"),
        ("=12000", ">12500"),
        (">500", "<500"),
    ],
)
def test_ranges_that_do_not_meet(one: str, other: str) -> None:
    assert not meet(one, other)


def test_a_figure_without_bounds_has_no_range() -> None:
    assert make_range(Figure(Span(0, 1), "?", None, None, "=")) is None
