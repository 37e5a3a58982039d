"""Distances on the globe."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.globe import EARTH, kilometres

LAT, LON = st.floats(-90, 90), st.floats(-180, 180)


def test_between_two_towns() -> None:
    assert kilometres(51.51, -0.13, 48.86, 2.35) == pytest.approx(343, abs=3)


@given(LAT, LON, LAT, LON)
def test_it_is_as_far_back_and_never_farther_than_half_round(
    lat: float, lon: float, to_lat: float, to_lon: float
) -> None:
    way = kilometres(lat, lon, to_lat, to_lon)
    assert 0 <= way <= math.pi * EARTH + 1e-6
    assert way == pytest.approx(kilometres(to_lat, to_lon, lat, lon), abs=1e-6)
