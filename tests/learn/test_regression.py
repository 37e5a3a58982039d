"""Logistic regression: the optimum, whatever the order of examples."""

from __future__ import annotations

import random

import numpy as np
import pytest

from dateline.learn.regression import fit, fit_named


def test_without_penalty_the_share_is_met() -> None:
    truth = np.array([1.0] * 30 + [0.0] * 10)
    (weight,) = fit(np.ones((40, 1)), truth, np.array([1e-9]))
    assert weight == pytest.approx(np.log(3), abs=1e-5)


def test_the_slope_is_nought_at_the_optimum() -> None:
    chance = np.random.default_rng(7)
    rows = chance.normal(size=(200, 4))
    truth = (rows @ [1.0, -2.0, 0.0, 0.5] + chance.normal(size=200) > 0).astype(float)
    weights = fit(rows, truth, np.full(4, 2.0))
    slope = rows.T @ (truth - 1 / (1 + np.exp(-rows @ weights))) - 2.0 * weights
    assert np.abs(slope).max() < 1e-4


def test_names_and_order_of_examples_do_not_matter() -> None:
    examples = [({"always": 1.0, "that": 1.0}, True), ({"always": 1.0}, False)] * 20 + [({"rare": 1.0}, True)]
    first = fit_named([one for one, _ in examples], [right for _, right in examples], ridge=1.0, fewest=5)
    random.Random(3).shuffle(examples)
    second = fit_named([one for one, _ in examples], [right for _, right in examples], ridge=1.0, fewest=5)
    assert set(first) == {"always", "that"}  # "rare" has too few examples
    assert first == pytest.approx(second)
    assert first["that"] > 0 > first["always"]
