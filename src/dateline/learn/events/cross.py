"""Cross-validation of pair coders: folds with every root in each, whole sentences kept together where asked."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from dateline.evaluate.events.pairs import PairScore, score
from dateline.learn.events.lessons import Lesson

FOLDS = 5
_SEED = 0

Coded = Callable[[list[Lesson], list[Lesson], int], list[str]]
"""Given lessons, what is asked and the number of the fold: the roots of what is asked."""


def folds(lessons: Sequence[Lesson], *, grouped: bool, seed: int = _SEED) -> list[list[int]]:
    """The places of the lessons held out in each fold. ``grouped``: pairs of one sentence stand in one fold."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, lesson in enumerate(lessons):
        groups[lesson.pair.text if grouped else str(at)].append(at)
    order = sorted(groups.values())
    random.Random(seed).shuffle(order)
    held: list[list[int]] = [[] for _ in range(FOLDS)]
    counts: list[Counter[str]] = [Counter() for _ in range(FOLDS)]
    for group in order:
        root = lessons[group[0]].root
        fold = min(range(FOLDS), key=lambda at: (counts[at][root], len(held[at]), at))
        held[fold] += group
        counts[fold].update(lessons[at].root for at in group)
    return [sorted(one) for one in held]


def fold_scores(lessons: Sequence[Lesson], held: Sequence[Sequence[int]], coded: Coded) -> PairScore:
    """The score of all lessons, each coded by what has not seen its fold."""
    found = [""] * len(lessons)
    for fold, places in enumerate(held):
        out = set(places)
        taught = [lesson for at, lesson in enumerate(lessons) if at not in out]
        for at, root in zip(places, coded(taught, [lessons[at] for at in places], fold), strict=True):
            found[at] = root
    return score([one.root for one in lessons], found)
