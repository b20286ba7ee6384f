"""Articles to measure with: those of the project, and as many variations on them as are asked for."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "demo", ROOT / "evaluation" / "second" / "texts")


def load_texts() -> dict[str, str]:
    """The articles of the project by file stem; FileNotFoundError where there are none."""
    paths = [path for folder in FOLDERS for path in sorted(folder.rglob("*.txt"))]
    if not paths:
        raise FileNotFoundError(f"no articles in {', '.join(map(str, FOLDERS))}: a benchmark needs some text")
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def count_words(text: str) -> int:
    """Words as a typesetter counts them: runs without white space."""
    return len(text.split())


def vary(text: str, number: int) -> str:
    """The same article with its paragraphs in another order and other figures: like it in length and kind, equal to none."""
    chance = random.Random(number)
    paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)
    return re.sub(r"\d{2,}", lambda found: other_digits(found.group(), chance), "\n\n".join(paragraphs))


def other_digits(digits: str, chance: random.Random) -> str:
    return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in digits[1:])


def iter_variations(count: int) -> Iterator[tuple[str, str]]:
    """(name, text) of `count` articles."""
    texts = list(load_texts().values())
    for number in range(count):
        yield f"{number:06}", vary(texts[number % len(texts)], number)


def write_variations(folder: Path, count: int) -> int:
    """Write `count` articles as files; returns how many words they have."""
    words = 0
    for name, text in iter_variations(count):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        words += count_words(text)
    return words
