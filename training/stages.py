"""The stages of the recipe. Each leaves a stamp of what it was made from and is skipped while the stamp still fits."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy

import careo.parse.folding
from careo.parse.parser import Parser
from training.augment import augment
from training.corpus import Group, write_corpus
from training.evaluate import evaluate
from training.package import package
from training.phrases import DATA
from training.surgery import is_well_formed
from training.train import CONFIG, train
from training.treebank import Division, divide, load_trees, repair_lemmas

TRAIN_FILES = ("ancora_train.conllu", "cess_train.conllu")
TEST_FILES = ("ancora_test.conllu", "pud_test.conllu")
ALONE = frozenset({"no_stop", "headline"})
"""Augmentations whose sentences make paragraphs of their own, as headlines and captions do."""

MADE_TESTS = ("adjunct", "moved_quotation", "teller", "dash_speech")
"""Augmentations applied to the test sentences too: they show what the plain test set hardly holds."""

TEST_SEED = 99

CODE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Recipe:
    """Where the treebanks are and where everything goes; steps and seed of the training; the version to ship."""

    treebanks: Path
    out: Path
    steps: int
    seed: int
    version: str


def run(recipe: Recipe, say: Callable[[str], None]) -> Path:
    """Run the stages that are not done yet; the folder of the packaged weights."""
    corpus = _digest(
        *(recipe.treebanks / name for name in TRAIN_FILES),
        *(
            CODE / f"{name}.py"
            for name in ("treebank", "surgery", "phrases", "speech", "surface", "names", "augment", "corpus")
        ),
        *sorted(DATA.glob("*.toml")),
        Path(careo.parse.folding.__file__),
        extra=str(recipe.seed),
    )
    trained = _digest(CONFIG, extra=f"{corpus} {recipe.steps} {recipe.seed}")
    tests = (recipe.treebanks / name for name in TEST_FILES)
    tested = _digest(CODE / "evaluate.py", *tests, extra=f"{trained} {TEST_SEED} {MADE_TESTS}")
    _stage(recipe, "corpus", corpus, lambda: _write_corpora(recipe, say), say)
    _stage(
        recipe,
        "training",
        trained,
        lambda: {"best": str(train(_data(recipe), recipe.out / "model", recipe.steps, recipe.seed))},
        say,
    )
    _stage(recipe, "evaluation", tested, lambda: _evaluate(recipe, say), say)
    shipped = _digest(CODE / "package.py", recipe.out / "evaluation.json", extra=recipe.version)
    _stage(recipe, "package", shipped, lambda: {"weights": str(_package(recipe))}, say)
    return recipe.out / "weights"


def install(weights: Path, package_folder: Path) -> None:
    """Put packaged weights in the place of the shipped ones; the model card there stays."""
    card = package_folder / "README.md"
    text = card.read_text("utf-8") if card.exists() else None
    shutil.rmtree(package_folder)
    shutil.copytree(weights, package_folder)
    if text is not None:
        card.write_text(text, "utf-8")


def load_division(treebanks: Path) -> Division:
    """The sentences for training, development and comparison."""
    ancora, cess = (load_trees(treebanks / name) for name in TRAIN_FILES)
    return divide([ancora, repair_lemmas(cess, ancora)])


def _data(recipe: Recipe) -> Path:
    return recipe.out / "corpus"


def _write_corpora(recipe: Recipe, say: Callable[[str], None]) -> Mapping[str, Any]:
    division = load_division(recipe.treebanks)
    made = augment(division.train, recipe.seed + 1)
    for name, trees in made.items():
        bad = sum(not is_well_formed(tree) for tree in trees)
        if bad:
            raise ValueError(f"augmentation {name}: {bad} of {len(trees)} trees are not well formed")
        say(f"  {name}: {len(trees)} sentences")
    groups = [Group(division.train), *(Group(trees, 1 if name in ALONE else 4) for name, trees in made.items())]
    sizes = {
        "train": write_corpus(_data(recipe) / "train.spacy", groups, recipe.seed + 1),
        "dev": write_corpus(_data(recipe) / "dev.spacy", [Group(division.dev)], recipe.seed + 5),
    }
    say(f"  words: {sizes['train']:,} to train on, {sizes['dev']:,} to choose by")
    return {"words": sizes, "made": {name: len(trees) for name, trees in made.items()}}


def _evaluate(recipe: Recipe, say: Callable[[str], None]) -> Mapping[str, Any]:
    parser = Parser(spacy.load(recipe.out / "model" / "model-best"))
    sets = {Path(name).stem: load_trees(recipe.treebanks / name) for name in TEST_FILES}
    sets["held_out"] = list(load_division(recipe.treebanks).tail)
    made = augment(sets["ancora_test"], TEST_SEED)
    sets |= {f"ancora_test+{name}": made[name] for name in MADE_TESTS if name in made}
    figures = {}
    for name, trees in sets.items():
        figures[name] = evaluate(parser, trees)
        say(f"  {name}: " + "  ".join(f"{measure} {value}" for measure, value in figures[name].items()))
    return figures


def _package(recipe: Recipe) -> Path:
    figures = json.loads((recipe.out / "evaluation.json").read_text("utf-8"))["result"]
    quiet = {name: {k: v for k, v in values.items() if k != "words_per_second"} for name, values in figures.items()}
    return package(recipe.out / "model" / "model-best", recipe.out / "weights", recipe.version, quiet)


def _stage(
    recipe: Recipe, name: str, stamp: str, make: Callable[[], Mapping[str, Any]], say: Callable[[str], None]
) -> None:
    path = recipe.out / f"{name}.json"
    if path.exists() and json.loads(path.read_text("utf-8"))["stamp"] == stamp:
        say(f"{name}: done before")
        return
    say(f"{name} ...")
    result = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"stamp": stamp, "result": result}, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _digest(*paths: Path, extra: str) -> str:
    total = hashlib.sha256(extra.encode())
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()
