"""Whether scores mean what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluate.calibration import by_mass, by_width, expected_error, wire

judged = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_scores_that_come_true_have_no_error() -> None:
    honest = [(0.75, True)] * 3 + [(0.75, False)] + [(0.25, False)] * 3 + [(0.25, True)]
    assert expected_error(by_width(honest)) == expected_error(by_mass(honest, bins=2)) == 0


def test_error_is_the_mean_gap_weighed_by_count() -> None:
    boasting = [(0.9, False)] * 3 + [(0.5, True)]
    assert expected_error(by_width(boasting)) == pytest.approx((3 * 0.9 + 0.5) / 4)


def test_bins_of_equal_width_have_their_borders() -> None:
    first, second, last = by_width([(0.0, False), (0.1, True), (0.19, False), (1.0, True)])
    assert (first.low, first.high, first.count) == (0.0, 0.1, 1)
    assert (second.low, second.high, second.count, second.right) == (0.1, 0.2, 2, 0.5)
    assert (last.low, last.high, last.score) == (0.9, 1.0, 1.0)


def test_bins_of_equal_mass_hold_as_many() -> None:
    bins = by_mass([(number / 100, True) for number in range(40)])
    assert [one.count for one in bins] == [4] * 10
    assert (bins[0].low, bins[0].high) == (0.0, 0.03)


@given(judged, st.integers(1, 12))
def test_every_statement_is_in_one_bin(scores: list[tuple[float, bool]], number: int) -> None:
    for bins in (by_width(scores, bins=number), by_mass(scores, bins=number)):
        assert sum(one.count for one in bins) == len(scores)
        assert all(one.low - 1e-9 <= one.score <= one.high + 1e-9 for one in bins)
        assert 0 <= expected_error(bins) <= 1


def test_nothing_found_is_no_error() -> None:
    assert wire([])["error_equal_width"] == wire([])["error_equal_mass"] == 0
