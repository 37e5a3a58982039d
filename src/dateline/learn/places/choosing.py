"""Conditional logit: weights that make the right candidates of each form likeliest (McFadden 1974)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.resolve.places.atlas import Floats, Whole

_STEPS, _RATE, _DECAY = 200, 0.03, 1e-3
_FIRST, _SECOND = 0.9, 0.999  # of Adam (Kingma and Ba 2015)


@dataclass(frozen=True, slots=True)
class Choices:
    """Candidates by features, the number of the form of each, which are right, and what each form counts."""

    rows: Floats
    form: Whole
    right: Floats
    weight: Floats


def fit_choices(choices: Choices) -> Floats:
    """The weights of the features. Of several right candidates any may win; every step is the same on each run."""
    weights = np.zeros(choices.rows.shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = _slope(choices, weights)
        first = _FIRST * first + (1 - _FIRST) * slope
        second = _SECOND * second + (1 - _SECOND) * slope**2
        move = (first / (1 - _FIRST**step)) / (np.sqrt(second / (1 - _SECOND**step)) + 1e-8)
        rate = _RATE * 0.5 * (1 + np.cos(np.pi * step / _STEPS))
        weights = weights * (1 - rate * _DECAY) + rate * move
    return weights


def _slope(choices: Choices, weights: Floats) -> Floats:
    chance = _shares(choices.rows @ weights, choices.form, np.ones(len(choices.form)))
    wanted = _shares(choices.rows @ weights, choices.form, choices.right)
    pull = (wanted - chance) * choices.weight[choices.form]
    return np.asarray(choices.rows.T @ pull / choices.weight.sum())


def _shares(scores: Floats, form: Whole, among: Floats) -> Floats:
    most = np.full(int(form[-1]) + 1, -np.inf)
    np.maximum.at(most, form, scores)
    raised = np.exp(scores - most[form]) * among
    return np.asarray(raised / np.maximum(np.bincount(form, raised)[form], 1e-300))


def joined(some: Sequence[tuple[Floats, Sequence[slice], Sequence[Floats], Sequence[float]]]) -> Choices:
    """The choices of many reports as one: for each its rows, the slices of its forms, what is right, and weights."""
    rows: list[Floats] = []
    form: list[Whole] = []
    right: list[Floats] = []
    weight: list[float] = []
    for matrix, slices, truths, weights in some:
        for own, truth, value in zip(slices, truths, weights, strict=True):
            rows.append(matrix[own])
            form.append(np.full(own.stop - own.start, len(weight), dtype=np.int64))
            right.append(truth)
            weight.append(value)
    return Choices(np.concatenate(rows), np.concatenate(form), np.concatenate(right), np.array(weight))
