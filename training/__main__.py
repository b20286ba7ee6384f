"""``python -m training --treebanks DIR --out DIR``: treebanks in, weights out."""

from __future__ import annotations

import argparse
from pathlib import Path

from careo.parse.loading import WEIGHTS
from training.stages import Recipe, install, run

STEPS = 7500


def main() -> None:
    """Run the recipe; stages already done with the same inputs are skipped."""
    parser = argparse.ArgumentParser(
        prog="python -m training", description="Train careo's Spanish pipeline from treebanks."
    )
    parser.add_argument(
        "--treebanks", type=Path, required=True, help="folder with the CoNLL-U files (see docs/model-card-es.md)"
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for corpora, model, figures and packaged weights"
    )
    parser.add_argument(
        "--steps", type=int, default=STEPS, help="training steps (default %(default)s, about 40 minutes on one core)"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--version", default="1.0.0", help="version of the weights")
    parser.add_argument("--install", action="store_true", help="replace the weights in src/careo/parse by the result")
    given = parser.parse_args()
    recipe = Recipe(given.treebanks, given.out, given.steps, given.seed, given.version)
    weights = run(recipe, lambda line: print(line, flush=True))
    if given.install:
        install(weights, WEIGHTS / "es")
        print(f"installed in {WEIGHTS / 'es'}")


if __name__ == "__main__":
    main()
