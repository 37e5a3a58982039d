"""Points that stand for areas."""

from __future__ import annotations

import pytest

from dateline.compile.centres import Centres, middle
from dateline.compile.drafts import Draft

SQUARE = [[0.0, 0.0], [4.0, 0.0], [4.0, 2.0], [0.0, 2.0], [0.0, 0.0]]
SMALL = [[10.0, 10.0], [11.0, 10.0], [11.0, 11.0], [10.0, 11.0], [10.0, 10.0]]


def test_middle_of_a_polygon_is_latitude_first() -> None:
    assert middle({"type": "Polygon", "coordinates": [SQUARE]}) == (1.0, 2.0)


def test_middle_of_several_is_that_of_the_largest() -> None:
    assert middle({"type": "MultiPolygon", "coordinates": [[SMALL], [SQUARE]]}) == (1.0, 2.0)


@pytest.mark.parametrize("ring", [SQUARE, SQUARE[::-1]])
def test_the_way_round_does_not_matter(ring: list[list[float]]) -> None:
    assert middle({"type": "Polygon", "coordinates": [ring]}) == (1.0, 2.0)


def test_line_has_its_first_point() -> None:
    assert middle({"type": "Polygon", "coordinates": [[[3.0, 5.0], [3.0, 6.0], [3.0, 5.0]]]}) == (5.0, 3.0)


def test_centre_of_a_unit_lies_where_its_people_are() -> None:
    large = Draft(1, "Large", "settlement", unit1=9, lat=10.0, lon=10.0, population=2999)
    small = Draft(2, "Small", "settlement", unit1=9, unit2=8, lat=20.0, lon=20.0, population=999)
    centres = Centres([large, small])
    assert (centres.of(9).lat, centres.of(9).lon, centres.of(9).people) == (12.5, 12.5, 3998)
    assert centres.of(8).lat == 20.0
    assert centres.of(7).lat is None


def test_settlement_without_a_point_counts_nothing() -> None:
    assert Centres([Draft(1, "Lost", "settlement", unit1=9, population=5)]).of(9).lat is None
