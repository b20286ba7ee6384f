"""From the trained network to the two ONNX files that the parser runs.

Weights of matrices become 8-bit integers with a scale for each column. What flows through the net is rounded to 8 bits too, with a scale
for each *word piece*, which is found anew for each: the usual dynamic quantization takes one scale for the whole batch, so that a
sentence is read differently in other company, and is less exact. Piece embeddings stay in the four bits that they came in.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn

from training.network import RELATION, Heads, Network
from training.pretrained import Pretrained

OPSET = 17
ONNXRUNTIME = "com.microsoft"
"""Where onnxruntime keeps operators of its own; of these we use one, which scales whole numbers as it multiplies them."""

STEPS = 63
"""Weights are rounded to so many steps on each side of zero: seven bits, as processors without dot-product instructions add two products of
8 by 8 bits in 16 bits, which must not overflow."""

EDITS = 6
"""So many edits for the lemma are given for each word, the best one first."""

INPUTS = ("ids", "mask", "first", "last")
OUTPUTS = ("arcs", "as_dependent", "as_head", "tags", "features", "names", "edits")


class PieceTable(nn.Module):
    """Piece embeddings from their four-bit blocks."""

    def __init__(self, blocks: npt.NDArray[np.uint8]) -> None:
        super().__init__()
        scales = blocks[:, :, :2].copy().view("<f2").astype(np.float16)[..., 0]
        self.register_buffer("scales", torch.from_numpy(scales))
        self.register_buffer("nibbles", torch.from_numpy(blocks[:, :, 2:].copy()))

    def forward(self, ids: Tensor) -> Tensor:
        pairs = self.nibbles[ids].float()  # type: ignore[index]
        high = torch.floor(pairs / 16)
        values = torch.cat([pairs - 16 * high, high], -1) - 8
        scaled = values * self.scales[ids].float()[..., None]  # type: ignore[index]
        return scaled.flatten(-2)


class Reader(nn.Module):
    """Everything but the labelling of arcs: the outputs are :data:`OUTPUTS`."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        words = self.network.read_words(ids, mask, first, last)
        heads = self.network.heads
        best = [head(words).argmax(-1) for head in (heads.tags, heads.features, heads.names)]
        edits = heads.edits(words)
        return (*heads.score_arcs(words), *best, edits.topk(min(EDITS, heads.edits.out_features)).indices)


class Labeller(nn.Module):
    """The best relation of each pair of a dependent and its head; never ``root``, which the tree knows."""

    def __init__(self, heads: Heads, root: int) -> None:
        super().__init__()
        self.heads = heads
        self.root = root

    def forward(self, as_dependent: Tensor, as_head: Tensor) -> Tensor:
        scores = self.heads.score_relations(as_dependent, as_head)
        penalty = torch.zeros(scores.shape[-1])
        penalty[self.root] = -1e4
        return (scores + penalty).argmax(-1)


def average_states(states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several states of one network, number by number; what is no fraction is taken from the last.

    States on one path of training lie in one valley, and their mean is better than each of them (Izmailov et al. 2018; Wortsman et al.
    2022).
    """
    last = states[-1]
    return {
        name: sum((state[name] for state in states[1:]), states[0][name]) / len(states)
        if value.is_floating_point()
        else value
        for name, value in last.items()
    }


def export_reader(network: Network, source: Pretrained, keep: list[int], path: Path, *, steps: int = STEPS) -> None:
    """Write the encoder with its heads; ``steps`` 0 leaves the matrices as they are (for comparison)."""
    network.eval()
    trained = network.encoder.word
    network.encoder.word = PieceTable(source.blocks[keep])  # type: ignore[assignment]
    places = torch.tensor([[0, 1, 3, 4], [0, 1, 2, 5]])
    example = (torch.full((2, 9), 5), torch.ones(2, 9, dtype=torch.bool), places, places)
    axes = {"ids": {0: "batch", 1: "pieces"}, "mask": {0: "batch", 1: "pieces"}}
    axes |= {name: {0: "batch", 1: "words"} for name in ("first", "last", *OUTPUTS)}
    axes["arcs"][2] = "heads"
    try:
        _export(Reader(network), example, path, names=(INPUTS, OUTPUTS), axes=axes, steps=steps)
    finally:
        network.encoder.word = trained


def export_labeller(network: Network, root: int, path: Path, *, steps: int = STEPS) -> None:
    """Write the labelling of arcs; ``root`` is the place of that relation."""
    network.eval()
    example = (torch.zeros(3, RELATION), torch.zeros(3, RELATION))
    names = (("as_dependent", "as_head"), ("relations",))
    axes = {name: {0: "words"} for pair in names for name in pair}
    _export(Labeller(network.heads, root), example, path, names=names, axes=axes, steps=steps)


def _export(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    *,
    names: tuple[tuple[str, ...], tuple[str, ...]],
    axes: dict[str, dict[int, str]],
    steps: int,
) -> None:
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module,
            example,
            str(plain),
            input_names=list(names[0]),
            output_names=list(names[1]),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        model = onnx.load(str(plain))
    if steps:
        quantize_rows(model, steps)
        model.opset_import.append(helper.make_opsetid(ONNXRUNTIME, 1))
    model.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def quantize_rows(model: Any, steps: int) -> None:
    """Replace every product with a constant matrix by one of integers, in place; rows and columns have scales of their own."""
    constants = {tensor.name: tensor for tensor in model.graph.initializer}
    scalars = {"row_steps": np.float32(127), "one": np.float32(1), "tiny": np.float32(1e-9), "middle": np.uint8(128)}
    added = [numpy_helper.from_array(np.asarray(value), name) for name, value in scalars.items()]
    nodes, rounded = [], set[str]()
    for node in model.graph.node:
        matrix = constants.get(node.input[1]) if node.op_type == "MatMul" else None
        if matrix is None or len(matrix.dims) != 2 or matrix.dims[1] == 1:
            nodes.append(node)
            continue
        values, name = numpy_helper.to_array(matrix), matrix.name
        scale = np.maximum(np.abs(values).max(0) / steps, np.float32(1e-12)).astype(np.float32)
        if name + "_scale" not in constants:
            whole = np.clip(np.round(values / scale), -steps, steps).astype(np.int8)
            added += [numpy_helper.from_array(whole, name + "_whole"), numpy_helper.from_array(scale, name + "_scale")]
            constants[name + "_scale"] = added[-1]
        rows = node.input[0]
        if rows not in rounded:
            nodes += _round_rows(rows)
            rounded.add(rows)
        nodes += _multiply(rows, name, node.output[0])
    used = {name for node in nodes for name in node.input}
    kept = [tensor for tensor in model.graph.initializer if tensor.name in used]
    del model.graph.node[:], model.graph.initializer[:]
    model.graph.node.extend(nodes)
    model.graph.initializer.extend(kept + [tensor for tensor in added if tensor.name in used])


def _round_rows(rows: str) -> Iterator[Any]:
    """Round each row to whole numbers of its own step, from -127 to 127, kept as 1 to 255."""
    make = helper.make_node
    yield make("Abs", [rows], [f"{rows}_abs"])
    yield make("ReduceMax", [f"{rows}_abs"], [f"{rows}_most"], axes=[-1], keepdims=1)
    yield make("Max", [f"{rows}_most", "tiny"], [f"{rows}_top"])
    yield make("Div", ["row_steps", f"{rows}_top"], [f"{rows}_times"])
    yield make("Mul", [rows, f"{rows}_times"], [f"{rows}_spread"])
    yield make("QuantizeLinear", [f"{rows}_spread", "one", "middle"], [f"{rows}_whole"])
    yield make("Div", [f"{rows}_top", "row_steps"], [f"{rows}_step"])


def _multiply(rows: str, matrix: str, out: str) -> Iterator[Any]:
    make = helper.make_node
    inputs = [f"{rows}_whole", f"{matrix}_whole", "one", f"{matrix}_scale", "middle"]
    yield make("MatMulIntegerToFloat", inputs, [f"{out}_scaled"], domain=ONNXRUNTIME)
    yield make("Mul", [f"{out}_scaled", f"{rows}_step"], [out])
