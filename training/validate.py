"""How well the network does on held-out sentences, on gold words: enough to choose between two states of it."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from training.batches import Coded, iter_batches
from training.labels import Labels
from training.network import Network


@torch.no_grad()
def validate(network: Network, sentences: Sequence[Coded], labels: Labels, device: torch.device) -> dict[str, float]:
    """Percent right of heads (the best one each, no tree enforced), relations with heads, tags, features and edits, marks left out."""
    network.eval()
    mark = labels.places["tags"]["PUNCT"]
    right = torch.zeros(5)
    total = 0
    for batch in (b.to(device) for b in iter_batches(sentences, 4000)):
        gold = batch.gold
        with torch.autocast(device.type, torch.bfloat16):
            words = network.read_words(batch.ids, batch.mask, batch.first, batch.last)
            scores, as_dependent, as_head = network.heads.score_arcs(words)
            scores = scores.float().masked_fill(~batch.present[:, None, :], -1e4)
            heads = scores.argmax(-1)
            at = heads[..., None].expand(-1, -1, as_head.shape[-1])
            relations = network.heads.score_relations(as_dependent, torch.gather(as_head, 1, at)).argmax(-1)
            found = [relations, network.heads.tags(words).argmax(-1), network.heads.features(words).argmax(-1)]
            found.append(network.heads.edits(words).argmax(-1))
        counted = (gold[..., 0] >= 0) & (gold[..., 2] != mark)
        attached = heads == gold[..., 0]
        hits = [attached, attached & (found[0] == gold[..., 1])]
        hits += [found[1] == gold[..., 2], found[2] == gold[..., 3], found[3] == gold[..., 5]]
        right += torch.stack([(hit & counted).sum() for hit in hits]).cpu()
        total += int(counted.sum())
    network.train()
    names = ("uas", "las", "tags", "features", "edits")
    return {name: round(float(100 * count / max(1, total)), 2) for name, count in zip(names, right, strict=True)}
