from __future__ import annotations

from random import Random

import pytest

from careo.parse import network as networks
from careo.parse.loading import load_network
from careo.parse.network import Network
from careo.parse.readings import Words
from careo.parse.subwords import LONGEST

SENTENCES = [
    "La alcaldesa de Villarrubia dijo el lunes que el puente no aguantará otra crecida .",
    "No .",
    "Doce heridos , según el hospital , y tres de ellos siguen graves .",
    "The mayor said on Monday that nobody had warned her .",
    "¿ Quién lo niega ?",
    "Los bomberos , que llegaron a las tres de la mañana , evacuaron a cuarenta vecinos del edificio y cortaron el gas .",
]


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network("es")


def words(sentence: str) -> Words:
    forms = sentence.split()
    return Words(forms, [True] * len(forms))


def test_readings_come_in_the_order_of_the_sentences(network: Network) -> None:
    sentences = [words(sentence) for sentence in SENTENCES]
    readings = network.read(sentences)
    assert [len(reading.heads) for reading in readings] == [len(sentence.forms) for sentence in sentences]


def test_a_sentence_is_read_alike_in_any_company(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [words(sentence) for sentence in SENTENCES]
    alone = [network.read([sentence])[0] for sentence in sentences]
    mixed = sentences * 6
    Random(3).shuffle(mixed)
    monkeypatch.setattr(networks, "BATCH", 200)
    for sentence, reading in zip(mixed, network.read(mixed), strict=True):
        assert reading == alone[sentences.index(sentence)]


def test_batches_are_bounded(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(networks, "BATCH", 60)
    sizes = []
    real = networks._stack

    def watch(batch: list[networks._Coded]) -> object:
        sizes.append(len(batch) * max(len(item.ids) for item in batch))
        return real(batch)

    monkeypatch.setattr(networks, "_stack", watch)
    network.read([words(sentence) for sentence in SENTENCES] * 3)
    assert max(sizes) <= 60
    assert len(sizes) > 3


def test_the_longest_sentence_is_read(network: Network) -> None:
    (reading,) = network.read([Words(["sí"] * LONGEST, [True] * LONGEST)])
    assert len(reading.heads) == LONGEST


def test_no_sentences_no_readings(network: Network) -> None:
    assert network.read([]) == []


def test_any_number_of_threads_reads_alike(network: Network) -> None:
    sentences = [words(sentence) for sentence in SENTENCES]
    assert load_network("es", 2).read(sentences) == network.read(sentences)
