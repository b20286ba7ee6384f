"""New training sentences made from annotated ones: what news of today has and the treebanks hardly show.

Every augmentation takes a tree and gives another well-formed tree, or None where the tree does not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from training.names import swap_names
from training.order import advance_subject
from training.phrases import add_adjunct
from training.speech import (
    add_incise,
    add_teller,
    dash_speech,
    drop_quotes,
    find_tellers,
    move_to_quotation,
    quote_clause,
)
from training.surface import capitalize, drop_accents, drop_stop, make_headline, tighten_dashes
from training.treebank import Tree


@dataclass(frozen=True, slots=True)
class Step:
    """An augmentation: tried with chance ``share`` on each tree; ``then_names`` says whether names are swapped too."""

    name: str
    make: Callable[[Tree, Random], Tree | None]
    share: float
    then_names: bool = True


def make_steps(trees: Sequence[Tree]) -> tuple[Step, ...]:
    """The recipe's augmentations; speakers are taken from ``trees``."""
    tellers = find_tellers(trees)
    return (
        Step("adjunct", add_adjunct, 1.0),
        Step("adjunct", add_adjunct, 0.7),
        Step("moved_quotation", move_to_quotation, 1.0),
        Step("teller", lambda tree, rng: add_teller(tree, rng, tellers), 0.15),
        Step("incise", lambda tree, rng: add_incise(tree, rng, tellers), 0.15),
        Step("dash_speech", dash_speech, 0.6),
        Step("quoted_clause", quote_clause, 0.5),
        Step("unquoted", drop_quotes, 0.15),
        Step("tight_dashes", tighten_dashes, 0.8),
        Step("subject_first", advance_subject, 0.12),
        Step("no_stop", drop_stop, 0.03),
        Step("headline", make_headline, 0.06),
        Step("names", swap_names, 0.2, then_names=False),
        Step("no_accents", drop_accents, 0.03),
        Step("capitals", capitalize, 0.02, then_names=False),
    )


def augment(trees: Sequence[Tree], seed: int) -> dict[str, list[Tree]]:
    """New trees by the name of the step that made them; the same seed gives the same trees."""
    rng = Random(seed)
    made: dict[str, list[Tree]] = {}
    for step in make_steps(trees):
        for tree in trees:
            new = step.make(tree, rng) if rng.random() < step.share else None
            if new is None:
                continue
            if step.then_names and rng.random() < 0.5:
                new = swap_names(new, rng) or new
            made.setdefault(step.name, []).append(new)
    return made
