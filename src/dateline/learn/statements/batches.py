"""Windows as batches of tensors: windows of like length together, padded with zeros."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from dateline.extract.statements.tagging.labels import ROLES
from dateline.learn.statements.gold import Lesson

_JITTER = 12  # pieces by which lengths are blurred, so that batches differ from epoch to epoch


@dataclass(frozen=True, slots=True)
class Batch:
    """``inputs`` of the network; ``real`` marks words that are no padding, ``cues`` those that report; the rows of
    ``roles`` belong to the anchors that ``window`` and ``anchor`` index. ``lessons`` says which lessons these are.
    """

    lessons: tuple[int, ...]
    inputs: dict[str, Tensor]
    real: Tensor
    cues: Tensor
    window: Tensor
    anchor: Tensor
    roles: Tensor


def batches(lessons: Sequence[Lesson], pieces: int, shuffle: random.Random | None = None) -> Iterator[Batch]:
    """Batches of at most ``pieces`` pieces, padding counted; with ``shuffle`` in random order."""
    lengths = [len(lesson.window.pieces) for lesson in lessons]
    keys = [n + (shuffle.uniform(-_JITTER, _JITTER) if shuffle is not None else 0.0) for n in lengths]
    groups: list[list[int]] = [[]]
    longest = 0
    for at in sorted(range(len(lessons)), key=lambda at: (keys[at], at)):
        longest = max(longest, lengths[at])
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = lengths[at]
        groups[-1].append(at)
    if shuffle is not None:
        shuffle.shuffle(groups)
    for group in groups:
        yield _batch(group, [lessons[at] for at in group])


def _batch(places_of: Sequence[int], lessons: Sequence[Lesson]) -> Batch:
    pieces = max(len(lesson.window.pieces) for lesson in lessons)
    words = max(len(lesson.window.starts) for lesson in lessons)
    inputs = {
        name: np.zeros((len(lessons), pieces), dtype=np.int64)
        for name in ("pieces", "quotes", "speech", "links", "mask")
    }
    inputs |= {name: np.zeros((len(lessons), words), dtype=np.int64) for name in ("starts", "layer")}
    inputs["pairs"] = np.zeros((len(lessons), words, words), dtype=np.int64)
    real, cues = (np.zeros((len(lessons), words), dtype=np.float32) for _ in range(2))
    places, roles = [], []
    for at, lesson in enumerate(lessons):
        window, count, size = lesson.window, len(lesson.window.starts), len(lesson.window.pieces)
        for name in ("pieces", "quotes", "speech", "links"):
            inputs[name][at, :size] = getattr(window, name)
        inputs["mask"][at, :size] = 1
        inputs["starts"][at, :count], inputs["layer"][at, :count] = window.starts, window.layer
        inputs["pairs"][at, :count, :count] = window.pairs
        real[at, :count] = 1
        cues[at, :count] = lesson.cues
        for anchor, table in lesson.rows:
            places.append((at, anchor))
            roles.append(np.pad(table, ((0, words - count), (0, 0))))
    index = torch.tensor(places, dtype=torch.long).view(-1, 2)
    return Batch(
        lessons=tuple(places_of),
        inputs={name: torch.from_numpy(table) for name, table in inputs.items()},
        real=torch.from_numpy(real),
        cues=torch.from_numpy(cues),
        window=index[:, 0],
        anchor=index[:, 1],
        roles=torch.from_numpy(np.stack(roles) if roles else np.zeros((0, words, len(ROLES)), dtype=np.float32)),
    )
