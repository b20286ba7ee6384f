"""Training proper: spaCy's own loop on ``config.cfg``."""

from __future__ import annotations

from pathlib import Path

from spacy.cli.train import train as run_spacy

CONFIG = Path(__file__).with_name("config.cfg")


def train(data: Path, out: Path, steps: int, seed: int) -> Path:
    """Train on ``data/train.spacy`` for ``steps`` steps, keep the best by ``data/dev.spacy``; the folder of the best pipeline.

    The learning rate falls to zero at the last step, so a shorter run needs its own ``steps``, not an interruption.
    """
    overrides = {
        "paths.train": str(data / "train.spacy"),
        "paths.dev": str(data / "dev.spacy"),
        "training.max_steps": steps,
        "training.optimizer.learn_rate.total_steps": steps,
        "system.seed": seed,
        "training.seed": seed,
    }
    run_spacy(CONFIG, out, overrides=overrides)
    return out / "model-best"
