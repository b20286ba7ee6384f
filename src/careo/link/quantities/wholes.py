"""Parts and wholes across categories: the dead, where only one voice counts them, belong to the dispute on the dead and wounded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from careo.lang.taxonomy import Taxonomy
from careo.link.quantities.cells import Key, is_lasting
from careo.link.quantities.readings import Reading

_Question = list[Reading]


def join_parts(
    questions: Mapping[Key, Sequence[_Question]], stories: Mapping[str, str], taxonomy: Taxonomy
) -> list[tuple[Key, _Question]]:
    """All questions with their keys. One that is but a component (``within``) of another's category, and on which no two voices
    compete, joins that one where it is of the same owner or story, and only one is.
    """
    joined: dict[tuple[Key, int], _Question] = {
        (key, n): list(q) for key in questions for n, q in enumerate(questions[key])
    }
    for key in sorted(questions):
        category = taxonomy.categories.get(key[0])
        for whole in category.within if category is not None else ():
            place = (whole, *key[1:])
            wholes = questions.get(place, ())
            for number, question in enumerate(questions[key]):
                if (key, number) in joined and not _compete(question):
                    fitting = [n for n, other in enumerate(wholes) if _belong(question, other, stories, taxonomy)]
                    if len(fitting) == 1:
                        joined[place, fitting[0]].extend(joined.pop((key, number)))
    return [(key, joined[key, number]) for key, number in sorted(joined)]


def _compete(question: _Question) -> bool:
    """Whether two parties give figures of their own."""
    parties: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for reading in question:
        parties[reading.party].add((reading.range.low, reading.range.high))
    return len(parties) > 1 and len(set().union(*parties.values())) > 1


def _belong(part: _Question, whole: _Question, stories: Mapping[str, str], taxonomy: Taxonomy) -> bool:
    owners = [{reading.of for reading in question if reading.of} for question in (part, whole)]
    told = [{stories.get(reading.article, reading.article) for reading in question} for question in (part, whole)]
    category = taxonomy.categories.get(whole[0].category or "")
    if owners[0] and owners[1]:
        return bool(owners[0] & owners[1]) and bool(told[0] & told[1] or is_lasting(whole[0], category))
    return bool(told[0] & told[1])
