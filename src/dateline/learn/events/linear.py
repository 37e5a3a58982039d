"""Fits the linear model of the fast tier: logistic regression over hashed words, by Adagrad, in PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from dateline.extract.events.coder.linear import BUCKETS, buckets
from dateline.extract.events.coder.pairs import ROOTS
from dateline.learn.events.lessons import Lesson

_EPOCHS = 8
_SIZE = 64
_RATE = 0.12


def fit(lessons: Sequence[Lesson], *, seed: int) -> npt.NDArray[np.float32]:
    """The weights of roots by bucket."""
    torch.manual_seed(seed)
    found = [buckets(one.pair) for one in lessons]
    roots = torch.tensor([ROOTS.index(one.root) for one in lessons])
    counts = torch.tensor([one.weight for one in lessons])
    table = torch.nn.EmbeddingBag(BUCKETS, len(ROOTS), mode="sum", sparse=True)
    torch.nn.init.zeros_(table.weight)
    optimiser = torch.optim.Adagrad(table.parameters(), lr=_RATE)
    for _ in range(_EPOCHS):
        for group in torch.randperm(len(lessons)).split(_SIZE):
            chosen = [found[at] for at in group.tolist()]
            places = torch.tensor([place for one in chosen for place in one])
            starts = torch.tensor(np.cumsum([0, *(len(one) for one in chosen[:-1])]))
            scale = torch.tensor([len(one) ** -0.5 for one in chosen])
            scores = table(places, starts) * scale[:, None]
            loss = (functional.cross_entropy(scores, roots[group], reduction="none") * counts[group]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    learnt: npt.NDArray[np.float32] = table.weight.detach().numpy()
    return learnt


def write(weights: npt.NDArray[np.float32], out: Path) -> None:
    """Writes ``out``: the weights in eight-bit integers, with one scale a root."""
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-6) / 127
    small = np.round(weights / scales).astype(np.int8)
    with out.open("wb") as opened:
        np.savez_compressed(opened, weights=small, scales=scales.astype(np.float32))
