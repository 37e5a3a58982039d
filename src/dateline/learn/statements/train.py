"""Trains the tagger's network."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from dateline.learn.statements.batches import Batch, batches
from dateline.learn.statements.gold import Lesson
from dateline.learn.statements.net import Net

SEED = 13
_PIECES = 1600  # in a batch
_RATE = 2e-4  # of the encoder; the new layers learn five times as fast
_WARMUP = 0.08  # the share of steps in which the rate rises
_CUE, _PAIR = 20.0, 1 / 8  # weights of the two losses: per word, and per reporting word


def train(net: Net, lessons: Sequence[Lesson], *, epochs: int, tell: Callable[[str], None]) -> None:
    """Teaches ``net`` the ``lessons``: with the same result on the same machine with the same versions."""
    torch.manual_seed(SEED)
    shuffle = random.Random(SEED)
    net.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    body = [one for one in net.encoder.parameters() if one.requires_grad]
    new = [one for name, one in net.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": _RATE}, {"params": new, "lr": 5 * _RATE}], weight_decay=0.01)
    total = sum(1 for _ in batches(lessons, _PIECES)) * epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (_WARMUP * total)) * max(0.0, 1 - step / total)
    )
    net.train()
    for epoch in range(epochs):
        sums = torch.zeros(2)
        for number, batch in enumerate(batches(lessons, _PIECES, shuffle), 1):
            loss = losses(net, batch)
            optimiser.zero_grad()
            loss.sum().backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            sums += loss.detach()
            if number % 50 == 0:
                cue, pair = (sums / number).tolist()
                tell(f"epoch {epoch + 1} of {epochs}, {number} batches: cue loss {cue:.3f}, pair loss {pair:.3f}")
    net.eval()


def losses(net: Net, batch: Batch) -> Tensor:
    """Two losses: that of cues and that of pairs (binary cross-entropies; pairs of true cues only)."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words = net.words(batch.inputs)
        chances = net.chances(words)
    cue = functional.binary_cross_entropy_with_logits(chances.float(), batch.cues, reduction="none") * batch.real
    cue = cue.sum() / batch.real.sum() * _CUE
    if not len(batch.anchor):
        return torch.stack([cue, torch.zeros(())])
    pairs = net.pairs(
        words.float(),
        window=batch.window,
        anchor=batch.anchor,
        paths=batch.inputs["pairs"],
        layer=batch.inputs["layer"],
    )
    pair = functional.binary_cross_entropy_with_logits(pairs, batch.roles, reduction="none")
    pair = (pair * batch.real[batch.window].unsqueeze(-1)).sum() / len(batch.anchor) * _PAIR
    return torch.stack([cue, pair])
