"""The stages of the recipe. Each leaves a stamp of what it was made from and is skipped while the stamp still fits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from careo.lang.writing import load_writing
from careo.parse import folding, lemmas, subwords
from careo.parse.lemmas import group_words
from careo.parse.loading import ENCODER, LABELS, LEMMAS, RELATIONS, TOKENIZER, load_lexicon, load_network
from careo.parse.parser import Parser
from careo.parse.subwords import Subwords
from training.augment import augment
from training.batches import code_sentence
from training.corpus import ENGLISH, ENGLISH_DEV, load_corpus
from training.evaluate import evaluate
from training.export import average_states, export_labeller, export_reader
from training.labels import Labels, collect_labels, read_labels
from training.network import Dropout, Encoder, Network
from training.package import LANGUAGES, install, write_manifest
from training.phrases import DATA
from training.pretrained import find_weights, load_pretrained
from training.reporting import TABLE
from training.train import Schedule, Trainer
from training.treebank import SPANISH, load_division, load_trees
from training.validate import validate
from training.vocabulary import choose_pieces, make_tokenizer, read_list

__all__ = ["Recipe", "install", "run"]

PIECES = "trial/vocabulary_keep.json"
"""Pieces of the pretrained vocabulary that were seen in 236 MB of Spanish and English text."""

TESTS = {
    "ancora_test": "es/ancora_test.conllu",
    "pud_test": "es/pud_test.conllu",
    "ewt_test": "en/ewt_test.conllu",
    "en_pud_test": "en/pud_test.conllu",
}
MADE_TESTS = ("adjunct", "moved_quotation", "teller", "dash_speech")
"""Augmentations applied to the test sentences too: they show what the plain test set hardly holds."""

TEST_SEED = 99

FINISH_SHARE = 0.05
"""Steps on clean sentences, for one step on all."""

FINISHES = 3
"""How often that is done from the same state, each time in another order; the states are averaged."""

CODE = Path(__file__).parent
CORPUS_CODE = (
    "treebank",
    "surgery",
    "phrases",
    "speech",
    "surface",
    "names",
    "english",
    "order",
    "augment",
    "corpus",
    "batches",
    "labels",
)
Say = Callable[[str], None]


@dataclass(frozen=True)
class Recipe:
    """Where the treebanks are and where everything goes; how the network is made and trained; the version to ship."""

    treebanks: Path
    out: Path
    schedule: Schedule
    layers: int
    version: str

    @cached_property
    def stamps(self) -> Mapping[str, str]:
        """What each stage is made from, as a digest."""
        data = (*SPANISH, ENGLISH, ENGLISH_DEV, PIECES)
        corpus = _digest(
            *(self.treebanks / name for name in data),
            *(CODE / f"{name}.py" for name in (*CORPUS_CODE, "vocabulary", "pretrained")),
            *(DATA / f"{name}.toml" for name in ("adjuncts", "names", "english")),
            *(Path(str(module.__file__)) for module in (folding, lemmas, subwords)),
            extra=str(self.schedule.seed),
        )
        code = (CODE / f"{name}.py" for name in ("network", "train", "validate"))
        training = _digest(*code, extra=f"{corpus} {replace(self.schedule, threads=1)} {self.layers}")
        finishing = _digest(extra=f"{training} {replace(self.finish, threads=1)} {FINISHES}")
        weights = _digest(CODE / "export.py", extra=finishing)
        tests = (self.treebanks / name for name in TESTS.values())
        tested = _digest(
            CODE / "evaluate.py", CODE / "reporting.py", TABLE, *tests, extra=f"{weights} {TEST_SEED} {MADE_TESTS}"
        )
        stamps = {"corpus": corpus, "training": training, "finishing": finishing}
        return stamps | {"weights": weights, "evaluation": tested}

    @property
    def finish(self) -> Schedule:
        """Few steps at a low rate, on clean sentences alone."""
        steps = max(1, round(self.schedule.steps * FINISH_SHARE))
        return replace(self.schedule, steps=steps, warmup=20, encoder_rate=5e-5, head_rate=5e-4)

    @property
    def weights(self) -> Path:
        return self.out / "weights"


def run(recipe: Recipe, say: Say) -> Path:
    """Run the stages that are not done yet; the folder of the packaged weights. Interrupted training goes on where it was."""
    stages: dict[str, Callable[[Recipe, Say], Mapping[str, Any]]] = {
        "corpus": _prepare,
        "training": _train,
        "finishing": _finish,
        "weights": _export,
        "evaluation": _evaluate,
    }
    for name, make in stages.items():
        path = recipe.out / f"{name}.json"
        if path.exists() and json.loads(path.read_text("utf-8"))["stamp"] == recipe.stamps[name]:
            say(f"{name}: done before")
            continue
        say(f"{name} ...")
        result = make(recipe, say)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {"stamp": recipe.stamps[name], "result": result}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return recipe.weights


def _prepare(recipe: Recipe, say: Say) -> Mapping[str, Any]:
    """The pruned vocabulary and the inventories of labels."""
    corpus = load_corpus(recipe.treebanks, recipe.schedule.seed)
    for name, size in corpus.sizes.items():
        say(f"  {name}: {size} sentences")
    source = load_pretrained(find_weights())
    words = (word.form for tree in corpus.train for word in tree)
    keep = choose_pieces(source, read_list(recipe.treebanks / PIECES), words)
    recipe.weights.mkdir(parents=True, exist_ok=True)
    make_tokenizer(source, keep).save(str(recipe.weights / TOKENIZER), pretty=False)
    (recipe.weights / LABELS).write_text(collect_labels(corpus.train).to_json() + "\n", "utf-8")
    write_lexicon(recipe.treebanks, recipe.weights / LEMMAS)
    say(f"  {len(keep):,} of {len(source.pieces):,} pieces kept")
    return {"sentences": dict(corpus.sizes), "words": sum(map(len, corpus.train)), "keep": keep}


def write_lexicon(treebanks: Path, path: Path) -> None:
    """The lemmas of all words of the training sentences, by language, tag and edit."""
    trees = {"es": load_division(treebanks).train, "en": load_trees(treebanks / ENGLISH, split=True)}
    groups = {
        language: group_words((word.tag, word.form, word.lemma) for tree in sentences for word in tree)
        for language, sentences in trees.items()
    }
    path.write_text(json.dumps(groups, ensure_ascii=False) + "\n", "utf-8")


def _load_prepared(recipe: Recipe) -> tuple[Network, Labels, list[int]]:
    keep = json.loads((recipe.out / "corpus.json").read_text("utf-8"))["result"]["keep"]
    labels = read_labels((recipe.weights / LABELS).read_text("utf-8"))
    dropout = Dropout()
    torch.manual_seed(recipe.schedule.seed)
    source = load_pretrained(find_weights())
    encoder = Encoder.from_pretrained(source, keep, recipe.layers, dropout.encoder)
    return Network(encoder, labels, dropout), labels, keep


def _checkpoint(recipe: Recipe, stage: str, number: int = 0) -> Path:
    """A recipe's own place: another recipe never goes on from here."""
    return recipe.out / f"{stage}-{recipe.stamps[stage][:12]}{f'-{number}' if number else ''}.ckpt"


def _fit(recipe: Recipe, checkpoint: Path, *, schedule: Schedule, start: Path | None, say: Say) -> Mapping[str, Any]:
    """Train as ``schedule`` says, on everything or, to finish, on what is clean, from the state ``start`` if there is one."""
    corpus = load_corpus(recipe.treebanks, recipe.schedule.seed)
    network, labels, _ = _load_prepared(recipe)
    if start is not None:
        network.load_state_dict(torch.load(start, map_location="cpu", weights_only=True)["network"], strict=False)
    cutter = Subwords(Tokenizer.from_file(str(recipe.weights / TOKENIZER)))
    dev = {name: [code_sentence(tree, cutter, labels) for tree in trees] for name, trees in corpus.dev.items()}
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

    def judge(state: Network) -> tuple[float, str]:
        figures = {name: validate(state, sentences, labels, device) for name, sentences in dev.items()}
        lines = [f"{name}: " + " ".join(f"{k} {v}" for k, v in figure.items()) for name, figure in figures.items()]
        return sum(figure["las"] for figure in figures.values()) / len(figures), "; ".join(lines)

    trainer = Trainer(network, schedule, checkpoint=checkpoint, device=device, judge=judge)
    trees = corpus.train if start is None else corpus.clean
    trainer.fit([code_sentence(tree, cutter, labels) for tree in trees], say)
    return {"steps": trainer.step, "best": round(trainer.best, 2), "state": trainer.best_path.name}


def _train(recipe: Recipe, say: Say) -> Mapping[str, Any]:
    return _fit(recipe, _checkpoint(recipe, "training"), schedule=recipe.schedule, start=None, say=say)


def _finish(recipe: Recipe, say: Say) -> Mapping[str, Any]:
    """Several times from one state, each in an order of its own; their states are averaged."""
    start = _checkpoint(recipe, "training").with_suffix(".best")
    results = []
    for number in range(FINISHES):
        schedule = replace(recipe.finish, seed=recipe.schedule.seed + number)
        results.append(_fit(recipe, _checkpoint(recipe, "finishing", number), schedule=schedule, start=start, say=say))
    return {"runs": results}


def _export(recipe: Recipe, say: Say) -> Mapping[str, Any]:
    network, labels, keep = _load_prepared(recipe)
    paths = [_checkpoint(recipe, "training"), *(_checkpoint(recipe, "finishing", n) for n in range(FINISHES))]
    states = [torch.load(path.with_suffix(".best"), map_location="cpu", weights_only=True) for path in paths]
    network.load_state_dict(average_states([state["network"] for state in states]), strict=False)
    export_reader(network, load_pretrained(find_weights()), keep, recipe.weights / ENCODER)
    export_labeller(network, labels.relations.index("root"), recipe.weights / RELATIONS)
    write_manifest(recipe.weights, recipe.version)
    sizes = {path.name: path.stat().st_size for path in sorted(recipe.weights.iterdir())}
    steps = [int(state["step"]) for state in states]
    say(f"  {sum(sizes.values()) / 1e6:.1f} MB, the mean of the states at steps {', '.join(map(str, steps))}")
    return {"steps": steps, "bytes": sizes}


def _evaluate(recipe: Recipe, say: Say) -> Mapping[str, Any]:
    network = load_network(LANGUAGES[0], 1, recipe.weights)
    parsers = {
        language: Parser(network, load_writing(language), load_lexicon(language, recipe.weights))
        for language in LANGUAGES
    }
    sets = {name: load_trees(recipe.treebanks / path, split=path.startswith("en")) for name, path in TESTS.items()}
    division = load_division(recipe.treebanks)
    sets["held_out"] = [*division.tail, *division.dev]
    made = augment(sets["ancora_test"], TEST_SEED)
    sets |= {f"ancora_test+{name}": made[name] for name in MADE_TESTS if name in made}
    figures = {}
    for name, trees in sets.items():
        language = "en" if TESTS.get(name, "").startswith("en") else "es"
        figures[name] = evaluate(parsers[language], trees, language)
        say(f"  {name}: " + "  ".join(f"{measure} {value}" for measure, value in figures[name].items()))
    return figures


def _digest(*paths: Path, extra: str) -> str:
    total = hashlib.sha256(extra.encode())
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()
