"""Linear models over features with names."""

from __future__ import annotations

import pytest

from dateline.model.chances import chance


def test_weighs_features_by_name() -> None:
    assert chance({"a": 2.0, "unknown": 9.0}, {"a": 1.0, "b": 5.0}) == pytest.approx(0.8808, abs=1e-4)


def test_no_evidence_is_even_and_too_much_does_not_overflow() -> None:
    assert chance({}, {"a": 1.0}) == 0.5
    assert 0.0 < chance({"a": -1e9}, {"a": 1.0}) < chance({"a": 1e9}, {"a": 1.0}) <= 1.0
