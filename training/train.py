"""Training proper: one network for both languages and all labels, resumable at every checkpoint."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED, Batch, Coded, iter_batches
from training.network import Network


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast: ``steps`` of about ``size`` pieces each; rates rise over ``warmup`` steps and fall to 0 at the end."""

    steps: int
    size: int = 1200
    warmup: int = 100
    encoder_rate: float = 1.5e-4
    head_rate: float = 1.5e-3
    seed: int = 0
    threads: int = 1
    every: int = 500
    """Steps between checkpoints."""


WEIGHTS = {"relation": 1.0, "tag": 0.3, "features": 0.3, "name": 0.3, "edit": 0.3}
"""Weight of each label's loss beside the loss of attachment."""


def count_loss(network: Network, batch: Batch) -> Tensor:
    """The weighted loss of a batch; unknown labels count nothing."""
    words = network.read_words(batch.ids, batch.mask, batch.first, batch.last)
    heads = network.heads
    gold = batch.gold
    real = gold[..., 0] >= 0
    scores, as_dependent, as_head = heads.score_arcs(words)
    scores = scores.float().masked_fill(~batch.present[:, None, :], -1e4)
    loss = functional.cross_entropy(scores[real], gold[..., 0][real])
    head_places = gold[..., 0].clamp(min=0)[..., None].expand(-1, -1, as_head.shape[-1])
    right = torch.gather(as_head, 1, head_places)[real]
    rows = words[real]
    logits = {
        "relation": heads.score_relations(as_dependent[real], right),
        "tag": heads.tags(rows),
        "features": heads.features(rows),
        "name": heads.names(rows),
        "edit": heads.edits(rows),
    }
    for column, (name, weight) in enumerate(WEIGHTS.items(), 1):
        truth = gold[..., column][real]
        known = truth != IGNORED
        if bool(known.any()):
            found = logits[name].float()[known]
            if name == "name":
                loss = loss + weight * _open_loss(found, truth[known], network.name_choices)
            else:
                loss = loss + weight * functional.cross_entropy(found, truth[known])
    return loss


def _open_loss(logits: Tensor, truth: Tensor, choices: Tensor) -> Tensor:
    """Cross entropy where a label may leave open which of several is right: ``choices[label]`` says which are."""
    right = logits.masked_fill(~choices[truth], float("-inf")).logsumexp(-1)
    return (logits.logsumexp(-1) - right).mean()


Judge = Callable[[Network], tuple[float, str]]
"""Gives a state of the network its mark on held-out sentences (higher is better), and a line that says how it came about."""


class Trainer:
    """A network in training: its optimizer, its place in the data, its checkpoint, and beside that its best state so far."""

    def __init__(
        self, network: Network, schedule: Schedule, *, checkpoint: Path, device: torch.device, judge: Judge
    ) -> None:
        self.network = network.to(device)
        self.schedule = schedule
        self.judge = judge
        self.best = 0.0
        self.checkpoint = checkpoint
        self.device = device
        self.step = 0
        named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
        encoder = [p for name, p in named if name.startswith("encoder")]
        groups = [
            {"params": [p for p in encoder if p.dim() > 1], "lr": schedule.encoder_rate, "weight_decay": 0.01},
            {"params": [p for p in encoder if p.dim() <= 1], "lr": schedule.encoder_rate, "weight_decay": 0.0},
            {
                "params": [p for name, p in named if not name.startswith("encoder")],
                "lr": schedule.head_rate,
                "weight_decay": 0.0,
            },
        ]
        self.clipped = [(encoder, 1.0), (groups[2]["params"], 5.0)]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.rates = [float(group["lr"]) for group in groups]  # type: ignore[arg-type]

    def fit(self, sentences: Sequence[Coded], say: Callable[[str], None]) -> None:
        """Train from where the checkpoint left off until the last step; progress every fifty steps."""
        torch.set_num_threads(self.schedule.threads)
        self.restore(say)
        self.network.train()
        began, begun, words, mean = time.monotonic(), self.step, 0, 0.0
        for batch in self._iter_steps(sentences):
            loss = self._learn(batch.to(self.device))
            words += int((batch.gold[..., 0] >= 0).sum())
            mean = loss if not mean else 0.98 * mean + 0.02 * loss
            self.step += 1
            if self.step % 50 == 0:
                spent = time.monotonic() - began
                left = spent / (self.step - begun) * (self.schedule.steps - self.step)
                say(
                    f"  step {self.step} of {self.schedule.steps}, loss {mean:.3f}, {words / spent:.0f} words/s, "
                    f"{left / 60:.0f} min left"
                )
            if self.step % self.schedule.every == 0 or self.step == self.schedule.steps:
                self._judge(say)
                self.save(self.checkpoint)

    @property
    def best_path(self) -> Path:
        """The state with the best mark, without optimizer."""
        return self.checkpoint.with_suffix(".best")

    def _judge(self, say: Callable[[str], None]) -> None:
        mark, line = self.judge(self.network)
        say(f"  step {self.step}: {line}")
        if mark >= self.best:
            self.best = mark
            self.save(self.best_path)

    def _iter_steps(self, sentences: Sequence[Coded]) -> Iterator[Batch]:
        """The batches that are left; pass ``n`` over the data is the same however often training was interrupted."""
        seen, turn = 0, 0
        while seen < self.schedule.steps:
            for batch in iter_batches(sentences, self.schedule.size, Random(self.schedule.seed * 1000 + turn)):
                if seen >= self.schedule.steps:
                    return
                if seen >= self.step:
                    torch.manual_seed(self.schedule.seed * 1_000_003 + seen)
                    yield batch
                seen += 1
            turn += 1

    def _learn(self, batch: Batch) -> float:
        share = self.step / self.schedule.steps
        scale = min(1.0, (self.step + 1) / self.schedule.warmup) * max(0.01, 1 - share)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * scale
        with torch.autocast(self.device.type, torch.bfloat16):
            loss = count_loss(self.network, batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        for parameters, limit in self.clipped:
            torch.nn.utils.clip_grad_norm_(parameters, limit)  # type: ignore[arg-type]
        self.optimizer.step()
        return float(loss.detach())

    def save(self, path: Path) -> None:
        """Write the state, whole or not at all. The frozen piece embeddings are not in it."""
        state = {name: t for name, t in self.network.state_dict().items() if name != "encoder.word.weight"}
        found: dict[str, Any] = {"step": self.step, "best": self.best, "network": state}
        if path == self.checkpoint:
            found["optimizer"] = self.optimizer.state_dict()
        part = path.with_suffix(".part")
        torch.save(found, part)
        part.replace(path)

    def restore(self, say: Callable[[str], None]) -> None:
        """Go on from the checkpoint if there is one."""
        if not self.checkpoint.exists():
            return
        found = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        self.network.load_state_dict(found["network"], strict=False)
        self.optimizer.load_state_dict(found["optimizer"])
        self.step, self.best = int(found["step"]), float(found["best"])
        say(f"  going on from step {self.step}")
