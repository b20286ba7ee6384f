"""The network: the first layers of the pretrained encoder, and one head for each thing that is read off a word."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.labels import Labels
from training.pretrained import LAYER_NORM_EPSILON, Pretrained

ARC, RELATION = 256, 128
"""Widths of what a word shows as a dependent and as a head: for attachment, for the relation (Dozat & Manning 2017)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network. ``vocabulary`` counts the kept pieces."""

    vocabulary: int
    layers: int
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    positions: int = 512


@dataclass(frozen=True, slots=True)
class Dropout:
    """Shares of what is left out while training."""

    encoder: float = 0.1
    words: float = 0.1
    arcs: float = 0.25


class Layer(nn.Module):
    """A transformer layer that normalizes after adding, as BERT's do."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.count = shape.heads
        self.dropout = dropout
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.ao = nn.Linear(shape.hidden, shape.hidden)
        self.aln = nn.LayerNorm(shape.hidden, eps=LAYER_NORM_EPSILON)
        self.fi = nn.Linear(shape.hidden, shape.inner)
        self.fo = nn.Linear(shape.inner, shape.hidden)
        self.oln = nn.LayerNorm(shape.hidden, eps=LAYER_NORM_EPSILON)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.count, hidden // self.count).permute(2, 0, 3, 1, 4)
        # written out: on a CPU the fused kernel's backward pass takes a third of all time, and ONNX wants it so
        scores = parts[0] @ parts[1].transpose(2, 3) * (hidden // self.count) ** -0.5 + mask
        seen = (scores.softmax(-1).to(parts.dtype) @ parts[2]).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + functional.dropout(self.ao(seen), self.dropout, self.training))
        inner = functional.gelu(self.fi(x))
        return self.oln(x + functional.dropout(self.fo(inner), self.dropout, self.training))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Piece and position embeddings and the layers. The piece embeddings stay as pretrained."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.dropout = dropout
        self.word = nn.Embedding(shape.vocabulary, shape.hidden)
        self.word.weight.requires_grad_(False)
        self.pos = nn.Embedding(shape.positions, shape.hidden)
        self.ln = nn.LayerNorm(shape.hidden, eps=LAYER_NORM_EPSILON)
        self.layers = nn.ModuleList([Layer(shape, dropout) for _ in range(shape.layers)])

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.ln(self.word(ids) + self.pos.weight[: ids.shape[1]][None])
        x = functional.dropout(x, self.dropout, self.training)
        wide = (~mask[:, None, None, :]).to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, wide)
        return x  # type: ignore[no-any-return]

    @classmethod
    def from_pretrained(cls, source: Pretrained, keep: list[int], layers: int, dropout: float = 0.1) -> Encoder:
        """The first ``layers`` of ``source`` over the pieces ``keep``."""
        shape = Shape(len(keep), layers, source.hidden, source.heads, source.inner, source.weights["emb.pos"].shape[0])
        encoder = cls(shape, dropout)
        weights = {name: torch.from_numpy(array) for name, array in source.weights.items()}
        state = {
            "word.weight": weights["emb.word"][torch.tensor(keep)],
            "pos.weight": weights["emb.pos"] + weights["emb.type"][0],
            "ln.weight": weights["emb.ln.w"],
            "ln.bias": weights["emb.ln.b"],
        }
        for n in range(layers):
            for end, suffix in (("w", "weight"), ("b", "bias")):
                state[f"layers.{n}.qkv.{suffix}"] = torch.cat([weights[f"l{n}.{part}.{end}"] for part in "qkv"])
                for name in ("ao", "fi", "fo", "aln", "oln"):
                    state[f"layers.{n}.{name}.{suffix}"] = weights[f"l{n}.{name}.{end}"]
        encoder.load_state_dict(state)
        return encoder


class Heads(nn.Module):
    """Biaffine attachment and relation, and a linear layer for each inventory of labels."""

    def __init__(self, labels: Labels, hidden: int, dropout: float = 0.25) -> None:
        super().__init__()
        self.dropout = dropout
        self.relations = len(labels.relations)
        self.split = nn.Linear(hidden, 2 * ARC + 2 * RELATION)
        self.arc = nn.Parameter(torch.empty(ARC, ARC))
        self.arc_head = nn.Linear(ARC, 1, bias=False)
        self.relation = nn.Linear(RELATION + 1, self.relations * (RELATION + 1), bias=False)
        self.tags = nn.Linear(hidden, len(labels.tags))
        self.features = nn.Linear(hidden, len(labels.features))
        self.names = nn.Linear(hidden, len(labels.names))
        self.edits = nn.Linear(hidden, len(labels.edits))
        nn.init.xavier_uniform_(self.arc, gain=0.3)
        nn.init.normal_(self.relation.weight, std=0.02)

    def score_arcs(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores (batch, dependent, head); and what each word shows as dependent and as head for the relation."""
        shown = functional.leaky_relu(self.split(words), 0.1)
        shown = functional.dropout(shown, self.dropout, self.training)
        dependent, head, as_dependent, as_head = torch.split(shown, [ARC, ARC, RELATION, RELATION], -1)
        scores = (dependent @ self.arc) @ head.transpose(1, 2) + self.arc_head(head).transpose(1, 2)
        return scores, as_dependent, as_head

    def score_relations(self, as_dependent: Tensor, as_head: Tensor) -> Tensor:
        """Scores (…, relation) of pairs of a dependent and its head."""
        one = torch.ones_like(as_dependent[..., :1])
        left = torch.cat([as_dependent, one], -1)
        right = torch.cat([as_head, one], -1)
        table = self.relation(left).view(*left.shape[:-1], self.relations, RELATION + 1)
        scores: Tensor = (table @ right[..., None]).squeeze(-1)
        return scores


def _make_choices(labels: Labels) -> Tensor:
    """Which name tags are right for each, known type or not (:attr:`Labels.open_names`)."""
    count = len(labels.names)
    choices = torch.eye(count, dtype=torch.bool)
    rows = [
        torch.zeros(count, dtype=torch.bool).index_fill(0, torch.tensor(at), True) for at in labels.open_names.values()
    ]
    return torch.cat([choices, torch.stack(rows)])


class Network(nn.Module):
    """Encoder and heads. A word is the mean of its first and its last piece; place 0 is the root."""

    name_choices: Tensor

    def __init__(self, encoder: Encoder, labels: Labels, dropout: Dropout) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = Heads(labels, encoder.shape.hidden, dropout.arcs)
        self.dropout = dropout.words
        self.register_buffer("name_choices", _make_choices(labels), persistent=False)

    def read_words(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """The vector of each word (batch, place, hidden)."""
        pieces = self.encoder(ids, mask).float()
        width = pieces.shape[-1]
        ends = [torch.gather(pieces, 1, at[..., None].expand(-1, -1, width)) for at in (first, last)]
        return functional.dropout((ends[0] + ends[1]) / 2, self.dropout, self.training)
