"""Distances on the globe."""

from __future__ import annotations

import math

EARTH = 6371.0
"""The mean radius of the earth in kilometres."""


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle way from one point to another, given in degrees (haversine, on a sphere)."""
    a, b, c, d = map(math.radians, (lat, lon, other_lat, other_lon))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(half, 1.0)))
