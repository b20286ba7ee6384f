"""Near-duplicate detection over many synthetic articles of which it is known which copy which.

    python -m benchmarks.copies [--articles N] [--json]

Sketches a tenth of the articles and pairs them, then all, and prints for each seconds, memory, recall and precision. What counts:

    growth            time an article at N over that at N / 10: at most 1.3, since the search is to be linear
    100,000 articles  under 5 minutes on one core

Articles have 300 to 600 words, drawn as in a language (few words often, most seldom) and mixed with phrases that all use. One in
four carries text of another: as it is, edited, cut, or as an excerpt among words of its own. One in fifty fills in a form with numbers
of its own, which is no copy. Recall asks whether a copy is paired with its original, directly or through another copy of it;
precision whether the two articles of a pair come from one original. Making the texts is not timed.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate

from benchmarks.cores import find_peak, stay_on_one_core
from careo.link.copies import CopyPair, CopyText, Sketch, make_sketch, pair_sketches

GROWTH_AT_MOST, SECONDS_AT_MOST, HUNDRED_THOUSAND = 1.3, 300, 100_000
KINDS = ("same", "edited", "cut", "excerpt")
SYLLABLES = [consonant + vowel for consonant in "bcdfglmnprst" for vowel in "aeiou"]
VOCABULARY, PHRASES, FORMS = 60_000, 3_000, 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one number of articles took and found; seconds of the processor, megabytes at the peak of the process."""

    articles: int
    sketching: float
    pairing: float
    megabytes: float
    pairs: int
    recall: float
    precision: float
    missed: dict[str, int]

    @property
    def seconds(self) -> float:
        return self.sketching + self.pairing


def spell(number: int) -> str:
    """A word for each number, of syllables."""
    syllable = SYLLABLES[number % len(SYLLABLES)]
    return syllable + (spell(number // len(SYLLABLES)) if number >= len(SYLLABLES) else "")


class Newsroom:
    """Makes article number so-and-so, always the same, and tells which number it goes back to."""

    def __init__(self, count: int) -> None:
        chance = random.Random(0)
        self.count = count
        self.words = [spell(number) for number in range(VOCABULARY)]
        self.weights = list(accumulate(1 / (number + 2.7) for number in range(VOCABULARY)))
        self.phrases = [self.draw(chance, chance.randint(5, 12)) for _ in range(PHRASES)]
        self.forms = [self.draw(chance, 120) for _ in range(FORMS)]

    def draw(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.weights, k=count)

    def fate(self, number: int) -> str:
        """What an article is: ``original`` (two of three), a ``form``, or one of the kinds of copies."""
        return random.Random(f"fate {number}").choices(
            ("original", "form", *KINDS), cum_weights=(73, 75, 79, 88, 95, 100)
        )[0]

    def original_of(self, number: int) -> int:
        """The article that a copy copies; itself for all others. Some have many copies."""
        if number == 0 or self.fate(number) not in KINDS:
            return number
        chance = random.Random(f"original {number}")
        return self.original_of(int(number * chance.random() ** chance.choice((1, 4))))

    def text_of(self, number: int) -> list[list[str]]:
        """The paragraphs of an article."""
        chance = random.Random(number)
        root, fate = self.original_of(number), self.fate(number)
        if root == number:
            return self.fill_form(chance) if fate == "form" else self.write(chance)
        source = self.text_of(root)
        if fate == "edited":
            return [self.edit(chance, paragraph) for paragraph in source]
        if fate == "cut":
            kept = source[: max(3, len(source) * 2 // 3)]
            chance.shuffle(kept)
            return [*kept, self.draw(chance, 40)]
        if fate == "excerpt":
            start = chance.randrange(max(1, len(source) - 2))
            return source[start : start + 3]
        return source

    def write(self, chance: random.Random) -> list[list[str]]:
        """Seven to twelve paragraphs of words, with three phrases and a number in each."""
        return [self.write_paragraph(chance) for _ in range(chance.randint(7, 12))]

    def write_paragraph(self, chance: random.Random) -> list[str]:
        parts = [self.draw(chance, chance.randint(6, 12)) for _ in range(3)]
        phrases = [chance.choice(self.phrases) for _ in range(2)]
        return [*parts[0], *phrases[0], *parts[1], str(chance.randint(10, 99_999)), *phrases[1], *parts[2]]

    def fill_form(self, chance: random.Random) -> list[list[str]]:
        """The words of a form, every twelfth a number."""
        form = chance.choice(self.forms)
        return [[str(chance.randint(10, 99_999)) if place % 12 == 0 else word for place, word in enumerate(form)]]

    def edit(self, chance: random.Random, paragraph: list[str]) -> list[str]:
        """Two in a hundred words replaced, one left out."""
        dice = [(word, chance.random()) for word in paragraph]
        return [self.draw(chance, 1)[0] if roll < 0.02 else word for word, roll in dice if roll < 0.99]

    def article(self, number: int) -> CopyText:
        """The article as it is looked for; copies appear on the days after."""
        body = "\n\n".join(" ".join(words) for words in self.text_of(number))
        day = 1 if self.original_of(number) == number else 2 + number % 20
        return CopyText(f"{number:07}", body, published=f"2024-05-{day:02}")


def sketch_all(newsroom: Newsroom) -> tuple[list[Sketch], float]:
    """The sketches of all articles, and the seconds that they took; the texts are not kept."""
    sketches, taken = [], 0.0
    for number in range(newsroom.count):
        article = newsroom.article(number)
        start = time.process_time()
        sketches.append(make_sketch(article))
        taken += time.process_time() - start
    return sketches, taken


def measure(count: int) -> Outcome:
    newsroom = Newsroom(count)
    sketches, sketching = sketch_all(newsroom)
    start = time.process_time()
    pairs = pair_sketches(sketches)
    pairing = time.process_time() - start
    return score(newsroom, pairs, sketching, pairing)


def score(newsroom: Newsroom, pairs: Sequence[CopyPair], sketching: float, pairing: float) -> Outcome:
    roots = {number: newsroom.original_of(number) for number in range(newsroom.count)}
    good = sum(roots[int(pair.left)] == roots[int(pair.right)] for pair in pairs)
    joined = join(newsroom.count, pairs)
    copies = [number for number, root in roots.items() if root != number]
    missed = [number for number in copies if joined[number] != joined[roots[number]]]
    kinds = [newsroom.fate(number) for number in missed]
    return Outcome(
        articles=newsroom.count,
        sketching=sketching,
        pairing=pairing,
        megabytes=find_peak(),
        pairs=len(pairs),
        recall=1 - len(missed) / max(1, len(copies)),
        precision=good / max(1, len(pairs)),
        missed={kind: kinds.count(kind) for kind in KINDS},
    )


def join(count: int, pairs: Sequence[CopyPair]) -> list[int]:
    """For each article the least that it is joined to, through pairs of one family or not."""
    leaders = list(range(count))

    def lead(number: int) -> int:
        while leaders[number] != number:
            leaders[number] = number = leaders[leaders[number]]
        return number

    for pair in pairs:
        left, right = sorted((lead(int(pair.left)), lead(int(pair.right))))
        leaders[right] = left
    return [lead(number) for number in range(count)]


def render(outcomes: Sequence[Outcome], where: str) -> Iterator[str]:
    yield f"{where}\n\narticles  sketching   pairing   us/article   peak MB     pairs   recall  precision"
    for one in outcomes:
        yield (
            f"{one.articles:8} {one.sketching:9.1f}s {one.pairing:8.1f}s {one.seconds / one.articles * 1e6:12.0f} {one.megabytes:9.0f} "
            f"{one.pairs:9} {one.recall:8.4f} {one.precision:10.4f}"
        )
    fewer, all_ = outcomes
    growth = all_.seconds / all_.articles / (fewer.seconds / fewer.articles)
    hundred = all_.seconds / all_.articles * HUNDRED_THOUSAND
    yield f"\ngrowth {growth:.2f}   {verdict(growth <= GROWTH_AT_MOST)} (at most {GROWTH_AT_MOST})"
    yield f"100,000 articles {hundred:.0f} s   {verdict(hundred <= SECONDS_AT_MOST)} (at most {SECONDS_AT_MOST} s)"
    yield f"missed: {', '.join(f'{count} {kind}' for kind, count in all_.missed.items())}"


def verdict(kept: bool) -> str:
    return "kept" if kept else "NOT KEPT"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000, help="how many articles (default: 100,000)")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    options = parser.parse_args()
    where = stay_on_one_core()
    outcomes = [measure(count) for count in (max(1, options.articles // 10), options.articles)]
    if options.json:
        print(json.dumps([asdict(one) for one in outcomes]))
    else:
        print("\n".join(render(outcomes, where)))


if __name__ == "__main__":
    main()
