"""The recipe in small: a network of a few thousand weights learns four sentences, is interrupted, goes on, and is exported."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest

if not os.environ.get("CI"):  # in CI its absence is a failure
    pytest.importorskip(
        "torch", reason="NOT TESTED: the recipe needs the extra 'training' (pip install -e '.[training]')"
    )

import torch
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from careo.parse.loading import ENCODER, RELATIONS, _open_session
from careo.parse.network import Network as Runtime
from careo.parse.readings import Words
from careo.parse.subwords import UNKNOWN, Subwords
from training.batches import Coded, code_sentence, iter_batches, pack
from training.export import STEPS, export_labeller, export_reader
from training.labels import Labels, collect_labels, read_labels
from training.network import Dropout, Encoder, Network
from training.pretrained import BLOCK, BLOCK_WEIGHTS, Pretrained, dequantize
from training.train import Schedule, Trainer
from training.treebank import Tree, Word
from training.validate import validate
from training.vocabulary import choose_pieces, is_latin, make_tokenizer

HIDDEN, INNER, LAYERS, POSITIONS = 64, 128, 2, 40
LETTERS = "aábcdeéfghiíjlmnñoópqrstuúvyz.,"


def make_pretrained() -> Pretrained:
    """A pretrained encoder of random weights, over single letters."""
    rng = np.random.default_rng(0)
    pieces = ("<s>", "<pad>", "</s>", "<unk>", "▁", *LETTERS, *LETTERS.upper(), "ж")
    blocks = rng.integers(0, 256, (len(pieces), HIDDEN // BLOCK_WEIGHTS, BLOCK), dtype=np.uint8)
    blocks[:, :, :2] = np.frombuffer(np.float16(0.02).tobytes(), np.uint8)
    weights = {"emb.word": dequantize(blocks.tobytes(), HIDDEN)}
    shapes = {"q": (HIDDEN, HIDDEN), "k": (HIDDEN, HIDDEN), "v": (HIDDEN, HIDDEN), "ao": (HIDDEN, HIDDEN)}
    shapes |= {"fi": (INNER, HIDDEN), "fo": (HIDDEN, INNER)}
    for layer in range(LAYERS):
        for name, shape in shapes.items():
            weights[f"l{layer}.{name}.w"] = rng.normal(0, 0.05, shape).astype(np.float32)
            weights[f"l{layer}.{name}.b"] = np.zeros(shape[0], np.float32)
        for name in ("aln", "oln"):
            weights |= {
                f"l{layer}.{name}.w": np.ones(HIDDEN, np.float32),
                f"l{layer}.{name}.b": np.zeros(HIDDEN, np.float32),
            }
    weights["emb.pos"] = rng.normal(0, 0.05, (POSITIONS, HIDDEN)).astype(np.float32)
    weights["emb.type"] = np.zeros((2, HIDDEN), np.float32)
    weights |= {"emb.ln.w": np.ones(HIDDEN, np.float32), "emb.ln.b": np.zeros(HIDDEN, np.float32)}
    scores = -np.arange(len(pieces), dtype=np.float32)
    return Pretrained(HIDDEN, LAYERS, 4, INNER, pieces, scores, weights, blocks)


def tree(*rows: tuple[str, str, str, int, str]) -> Tree:
    return tuple(Word(form, lemma, tag, "", head, relation, "O") for form, lemma, tag, head, relation in rows)


TREES: list[Tree] = [
    tree(("Ana", "Ana", "PROPN", 1, "nsubj"), ("dijo", "decir", "VERB", 1, "root"), (".", ".", "PUNCT", 1, "punct")),
    tree(("dijo", "decir", "VERB", 0, "root"), ("Ana", "Ana", "PROPN", 0, "nsubj")),
    tree(("no", "no", "ADV", 1, "advmod"), ("vino", "venir", "VERB", 1, "root"), ("Luis", "Luis", "PROPN", 1, "nsubj")),
    tree(("el", "el", "DET", 1, "det"), ("vino", "vino", "NOUN", 2, "nsubj"), ("cae", "caer", "VERB", 2, "root")),
] * 3


class Workshop:
    """All that a training needs."""

    def __init__(self, folder: Path) -> None:
        self.source = make_pretrained()
        self.keep = choose_pieces(self.source, [], [word.form for sentence in TREES for word in sentence])
        self.tokenizer = make_tokenizer(self.source, self.keep)
        self.subwords = Subwords(self.tokenizer)
        self.labels = collect_labels(TREES)
        self.sentences = [code_sentence(sentence, self.subwords, self.labels) for sentence in TREES]
        self.folder = folder
        self.lines: list[str] = []

    def make_network(self) -> Network:
        torch.manual_seed(0)
        return Network(
            Encoder.from_pretrained(self.source, self.keep, LAYERS, 0.0), self.labels, Dropout(0.0, 0.0, 0.0)
        )

    def train(self, network: Network, steps: int, *, stop_at: int | None = None, name: str = "state") -> Trainer:
        schedule = Schedule(steps=steps, size=60, warmup=3, encoder_rate=1e-3, head_rate=3e-3, every=10)

        def judge(state: Network) -> tuple[float, str]:
            figures = validate(state, self.sentences, self.labels, torch.device("cpu"))
            return figures["las"], str(figures)

        trainer = Trainer(
            network, schedule, checkpoint=self.folder / f"{name}.ckpt", device=torch.device("cpu"), judge=judge
        )

        def say(line: str) -> None:
            self.lines.append(line)
            if stop_at and trainer.step >= stop_at and trainer.checkpoint.exists():
                raise KeyboardInterrupt

        trainer.fit(self.sentences, say)
        return trainer


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("training"))


@pytest.fixture(scope="module")
def trained(workshop: Workshop) -> Network:
    network = workshop.make_network()
    trainer = workshop.train(network, 150, name="whole")
    assert trainer.best == 100.0
    return network


def test_only_latin_pieces_are_kept(workshop: Workshop) -> None:
    kept = [workshop.source.pieces[n] for n in workshop.keep]
    assert kept[:5] == ["<s>", "<pad>", "</s>", "<unk>", "▁"]
    assert "ж" not in kept
    assert is_latin("▁año")
    assert not is_latin("▁год")
    assert workshop.subwords.cut("ж", after_space=True)[-1] == UNKNOWN


def test_labels_survive_a_file(workshop: Workshop) -> None:
    assert read_labels(workshop.labels.to_json()) == workshop.labels
    assert "3+ecir" in workshop.labels.edits
    assert Labels(**json.loads(workshop.labels.to_json())).tags == list(workshop.labels.tags)


def test_every_sentence_is_in_one_pack_of_the_right_size(workshop: Workshop) -> None:
    packs = pack(workshop.sentences, 40, None)
    assert sum(map(len, packs)) == len(workshop.sentences)
    assert all(len(sentences) * max(len(s[0]) for s in sentences) <= 40 for sentences in packs)
    assert sum(int(batch.present.sum()) for batch in iter_batches(workshop.sentences, 40)) == sum(
        len(s[1]) for s in workshop.sentences
    )


def test_what_is_learnt_is_what_was_shown(trained: Network, workshop: Workshop) -> None:
    figures = validate(trained, workshop.sentences, workshop.labels, torch.device("cpu"))
    assert set(figures.values()) == {100.0}


def test_an_interrupted_training_ends_as_the_whole_one(workshop: Workshop) -> None:
    whole = workshop.make_network()
    workshop.train(whole, 60, name="through")
    with pytest.raises(KeyboardInterrupt):
        workshop.train(workshop.make_network(), 60, stop_at=50, name="broken")
    again = workshop.make_network()
    trainer = workshop.train(again, 60, name="broken")
    assert trainer.step == 60
    assert any("going on from step" in line for line in workshop.lines)
    for left, right in zip(whole.state_dict().values(), again.state_dict().values(), strict=True):
        assert torch.allclose(left, right, atol=1e-5)


@pytest.mark.parametrize("steps", [STEPS, 0])
def test_the_exported_network_reads_as_the_trained_one(
    trained: Network, workshop: Workshop, tmp_path: Path, steps: int
) -> None:
    export_reader(trained, workshop.source, workshop.keep, tmp_path / ENCODER, steps=steps)
    export_labeller(trained, workshop.labels.relations.index("root"), tmp_path / RELATIONS, steps=steps)
    runtime = Runtime(
        _open_session(tmp_path / ENCODER, 1),
        _open_session(tmp_path / RELATIONS, 1),
        subwords=workshop.subwords,
        labels=json.loads(workshop.labels.to_json()),
    )
    readings = runtime.read([Words([w.form for w in sentence], [True] * len(sentence)) for sentence in TREES])
    for sentence, reading in zip(TREES, readings, strict=True):
        assert list(reading.heads) == [word.head for word in sentence]
        assert [r for n, r in enumerate(reading.relations) if sentence[n].head != n] == [
            word.relation for n, word in enumerate(sentence) if word.head != n
        ]
        assert list(reading.tags) == [word.tag for word in sentence]


def test_a_piece_table_gives_the_embeddings_of_the_file(workshop: Workshop) -> None:
    from training.export import PieceTable

    table = PieceTable(workshop.source.blocks)
    ids = torch.arange(len(workshop.source.pieces))
    assert np.allclose(table(ids).numpy(), workshop.source.weights["emb.word"], atol=1e-6)


def test_long_sentences_are_left_out_of_batches() -> None:
    long: Coded = ([0] * 300, [0], [0], [])
    assert pack([long], 1000, None) == []


def test_a_tokenizer_spells_what_it_has_no_piece_for() -> None:
    tokenizer = Tokenizer(Unigram([("<s>", 0.0), ("a", -1.0)], unk_id=0))
    assert Subwords(tokenizer).cut("", after_space=False) == [UNKNOWN]


def test_the_mean_of_states_is_taken_number_by_number() -> None:
    from training.export import average_states

    one, other = (
        {"w": torch.tensor([1.0, 2.0]), "n": torch.tensor(3)},
        {"w": torch.tensor([3.0, 6.0]), "n": torch.tensor(5)},
    )
    mean = average_states([one, other])
    assert mean["w"].tolist() == [2.0, 4.0]
    assert mean["n"].item() == 5
