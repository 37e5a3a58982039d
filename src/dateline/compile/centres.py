"""Points that stand for areas: the middle of a polygon, and the middle of the people of a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dateline.compile.drafts import Draft

Ring = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Centre:
    """The middle of the settlements of a unit, weighed by their people, and how many people they have."""

    lat: float | None = None
    lon: float | None = None
    people: int = 0


class Centres:
    """Centres of units by the numbers that settlements say they lie in."""

    def __init__(self, cities: Iterable[Draft]) -> None:
        self._sums: dict[int, list[float]] = {}
        for city in cities:
            if city.lat is None or city.lon is None:
                continue
            weight = city.population + 1
            for unit in {city.unit1, city.unit2} - {0}:
                sums = self._sums.setdefault(unit, [0.0, 0.0, 0.0, 0.0])
                for place, value in enumerate((weight, weight * city.lat, weight * city.lon, city.population)):
                    sums[place] += value

    def of(self, unit: int) -> Centre:
        """The centre of a unit; empty where no settlement says it lies there."""
        sums = self._sums.get(unit)
        if sums is None:
            return Centre()
        weight, lat, lon, people = sums
        return Centre(round(lat / weight, 4), round(lon / weight, 4), int(people))


def middle(geometry: Mapping[str, Any]) -> tuple[float, float]:
    """Latitude and longitude of the centroid of the largest polygon of a GeoJSON geometry."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    _, lat, lon = max((_centroid(polygon[0]) for polygon in polygons), key=lambda one: one[0])
    return round(lat, 4), round(lon, 4)


def _centroid(ring: Ring) -> tuple[float, float, float]:
    """Area, latitude and longitude of a ring's centroid, on the plane (Bourke 1988)."""
    area = lat = lon = 0.0
    for (x0, y0, *_), (x1, y1, *_) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area += cross
        lon += (x0 + x1) * cross
        lat += (y0 + y1) * cross
    if abs(area) < 1e-12:
        return 0.0, ring[0][1], ring[0][0]
    return abs(area) / 2, lat / (3 * area), lon / (3 * area)
