import pytest

from careo.lang.taxonomy import load_taxonomy
from careo.text.words import fold

TAXONOMY = load_taxonomy()


@pytest.mark.parametrize("entry", TAXONOMY.entries, ids=lambda e: f"{e.name}-{e.kind}")
def test_examples_of_counted_things(entry: object) -> None:
    accept, reject, name, kind = (getattr(entry, key) for key in ("accept", "reject", "name", "kind"))
    for lemma in accept:
        found = TAXONOMY.find_counted(lemma, None)
        assert found is not None
        assert found.name == name, lemma
    for lemma in reject:
        found = TAXONOMY.find_counted(lemma, None)
        assert found is not None
        assert (found.name, found.kind) != (name, kind), lemma


@pytest.mark.parametrize("category", TAXONOMY.categories.values(), ids=lambda c: c.id)
def test_examples_of_categories(category: object) -> None:
    accept, reject, own = (getattr(category, key) for key in ("accept", "reject", "id"))
    family = {own: {*TAXONOMY.categories[own].within}} | {c.id: {*c.within} for c in TAXONOMY.categories.values()}
    for other in accept:
        assert other in family[own] or own in family[other], other
    for other in reject:
        assert other not in family[own], other
        assert own not in family.get(other, set()), other


def test_the_categories_that_entries_name_exist() -> None:
    for category in TAXONOMY.categories.values():
        named = {*category.within, *([category.plan_of] if category.plan_of else ())}
        assert named <= TAXONOMY.categories.keys(), category.id


def test_an_unlisted_noun_is_what_its_category_counts() -> None:
    found = TAXONOMY.find_counted("nortelio", "wounded")
    assert found is not None
    assert found.name == "person"


def test_an_unlisted_noun_of_no_category_is_a_class_of_its_own() -> None:
    found = TAXONOMY.find_counted("Paraguas", None)
    assert found is not None
    assert found.name == "paraguas"


def test_both_languages_meet() -> None:
    for one, other in (("soldado", "troop"), ("proyectil", "shell"), ("vivienda", "home"), ("voto", "ballot")):
        assert TAXONOMY.find_counted(one, None) == TAXONOMY.find_counted(other, None)


@pytest.mark.parametrize("entry", TAXONOMY.places)
def test_examples_of_places_within_places(entry: object) -> None:
    accept, reject = (getattr(entry, key) for key in ("accept", "reject"))
    assert all(TAXONOMY.is_local(["muerto", fold(lemma)]) for lemma in accept)
    assert not any(TAXONOMY.is_local([fold(lemma)]) for lemma in reject)
