"""Softens lessons by a teacher's judgement, and lets it judge texts that nobody annotated (Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch

from dateline.learn.statements.batches import Batch, batches
from dateline.learn.statements.gold import Lesson, Table
from dateline.learn.statements.net import Net

_PIECES = 3200  # in a batch
_LIKELY = 0.1  # a word that the teacher holds likelier than this gets a table of roles


def softened(lessons: Sequence[Lesson], *, teacher: Net, annotated: bool, tell: Callable[[str], None]) -> list[Lesson]:
    """``lessons`` as the teacher sees them; of ``annotated`` ones the mean of teacher and annotators."""
    made = list(lessons)
    teacher.eval()
    for number, batch in enumerate(batches(lessons, _PIECES), 1):
        for at, lesson in zip(batch.lessons, _seen(teacher, batch, [lessons[at] for at in batch.lessons]), strict=True):
            made[at] = _mean(lessons[at], lesson) if annotated else lesson
        if number % 50 == 0:
            tell(f"{number} batches softened")
    return made


@torch.no_grad()
def _seen(teacher: Net, batch: Batch, lessons: Sequence[Lesson]) -> list[Lesson]:
    """The lessons with the teacher's likelihoods for the annotators' marks; rows also for what annotators marked."""
    words = teacher.words(batch.inputs)
    chances = torch.sigmoid(teacher.chances(words)) * batch.real
    wanted = torch.nonzero((chances > _LIKELY) | (batch.cues > 0))
    window, anchor = wanted[:, 0], wanted[:, 1]
    layer, paths = batch.inputs["layer"], batch.inputs["pairs"]
    roles = torch.sigmoid(teacher.pairs(words, window=window, anchor=anchor, paths=paths, layer=layer)).numpy()
    rows: list[list[tuple[int, Table]]] = [[] for _ in lessons]
    for place, (at, word) in enumerate(wanted.tolist()):
        rows[at].append((word, roles[place, : len(lessons[at].window.starts)]))
    return [
        replace(lesson, cues=chances[at, : len(lesson.window.starts)].numpy(), rows=tuple(rows[at]))
        for at, lesson in enumerate(lessons)
    ]


def _mean(lesson: Lesson, soft: Lesson) -> Lesson:
    half = np.float32(0.5)
    told: dict[int, Table] = {}
    for anchor, table in lesson.rows:
        told[anchor] = np.maximum(told[anchor], table) if anchor in told else table
    rows = [(anchor, (told[anchor] + table) * half if anchor in told else table) for anchor, table in soft.rows]
    return replace(lesson, cues=(lesson.cues + soft.cues) * half, rows=tuple(rows))
