"""The hand-made part of the gazetteer: what the packages lack, and other names for what they have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from dateline.compile.drafts import INSTALLATIONS, Draft, Named, Source
from dateline.errors import GazetteerError
from dateline.vocab.folding import folded
from dateline.vocab.gazetteer import Sort
from dateline.vocab.load import rows

_NOTICE = "countries, regions and the supplement in vocab/data: compiled by hand for Dateline (Apache-2.0)"
_SORTS = {"abbreviation": Sort.ABBREVIATION, "postal": Sort.ABBREVIATION, "acronym": Sort.ABBREVIATION}
Row = Mapping[str, str]
Missing = Callable[[str], None]


class _Index:
    """Finds the places of other sources that targets name: ``iso:US``, ``unit:US-PA``, ``city:Bokhtar,TJ``.

    A city goes by any of its names; of several in one country or unit the most populous is meant.
    """

    def __init__(self, places: Iterable[Draft], names: Iterable[Named], missing: Missing) -> None:
        self._missing = missing
        settled = {place.number: place for place in places}
        units = {place.number: place.extra.get("code") for place in settled.values() if place.feature == "unit1"}
        self._places = {place.extra["id"]: place for place in settled.values() if "id" in place.extra}
        self._places |= {f"iso:{one.country}": one for one in settled.values() if one.feature == "country"}
        self._places |= {f"unit:{units[one.number]}": one for one in settled.values() if units.get(one.number)}
        for place in sorted(settled.values(), key=lambda one: (one.population, -one.number)):
            self._know(place, place.name, units)
        for name in names:
            place = settled[name.number]
            known = self._places.get(f"city:{folded(name.form)},{place.country}")
            if known is None or known.population < place.population:
                self._know(place, name.form, units)

    def get(self, target: str) -> Draft | None:
        """The place of a target; None for one that is not there, once ``missing`` has been told of it."""
        kind, _, rest = target.partition(":")
        name, _, within = rest.rpartition(",")
        place = self._places.get(f"city:{folded(name)},{within}" if kind == "city" else target)
        if place is None:
            self._missing(target)
        return place

    def _know(self, place: Draft, form: str, units: Mapping[int, str | None]) -> None:
        if place.feature == "settlement":
            for within in (place.country, units.get(place.unit1)):
                if within:
                    self._places[f"city:{folded(form)},{within}"] = place


def refuse(target: str) -> None:
    """Raises ``GazetteerError`` for a target that no source has."""
    raise GazetteerError(f"the supplement speaks of '{target}', which no source has")


def supplement(base: Source, *, missing: Missing = refuse) -> Source:
    """The hand-made places and names; ``base`` has what its targets may speak of.

    ``missing`` is told of each target that is not there. Where it does not raise, the row is left out.
    """
    made = [_draft(row, feature) for feature, row in _made()]
    numbered = [replace(place, number=place.number or -position) for position, place in enumerate(made, 1)]
    index = _Index((*base.places, *numbered), base.names, missing)
    forms = (_forms(row, place.number) for (_, row), place in zip(_made(), numbered, strict=True))
    names = [*(name for some in forms for name in some), *_country_names(index), *_aliases(index)]
    named = {place.number: place for place in _countries(index)}
    places = (*named.values(), *numbered, *_disputed(index, named))
    return Source(places, tuple(names), _NOTICE, tuple(_outlets(index)))


def _made() -> Iterator[tuple[str, Row]]:
    """What each hand-made row is, with the row."""
    for row in rows("places/world_regions"):
        yield "world_region", row
    for row in rows("places/historical"):
        yield "historical", row
    for row in rows("places/features"):
        yield row["kind"], row


def _draft(row: Row, feature: str) -> Draft:
    lat, lon = (float(row[name]) if row[name] else None for name in ("lat", "lon"))
    extra = {"id": f"place:{row['id']}"}
    if feature in INSTALLATIONS:
        extra["kind"] = "installation"
    extra |= {name: row[name] for name in ("precision", "claims") if row.get(name)}
    countries = _split(row.get("countries", ""))
    country = countries[0] if len(countries) == 1 else None
    return Draft(int(row.get("geonames") or 0), row["name"], feature, country, lat=lat, lon=lon, extra=extra)


def _forms(row: Row, number: int) -> Iterator[Named]:
    for form in _split(row["forms"]):
        yield Named(form, number, Sort.OTHER)
    for form in _split(row.get("demonyms", "")):
        yield Named(form, number, Sort.DEMONYM)


def _countries(index: _Index) -> Iterator[Draft]:
    for row in rows("countries"):
        if place := index.get(f"iso:{row['code']}"):
            yield replace(place, name=row["name"])


def _country_names(index: _Index) -> Iterator[Named]:
    for row in rows("countries"):
        if place := index.get(f"iso:{row['code']}"):
            for form in (row["name"], *_split(row["forms"])):
                yield Named(form, place.number, Sort.NAME)
            for form in _split(row["demonyms"]):
                yield Named(form, place.number, Sort.DEMONYM)


def _aliases(index: _Index) -> Iterator[Named]:
    for row in rows("places/aliases"):
        if place := index.get(row["target"]):
            yield Named(row["form"], place.number, _SORTS.get(row["kind"], Sort.NAME))


def _disputed(index: _Index, named: Mapping[int, Draft]) -> Iterator[Draft]:
    """Places with whose view a label is; a country under the name that the list of countries gives it."""
    for row in rows("places/disputed"):
        if place := index.get(row["target"]):
            place = named.get(place.number, place)
            yield replace(place, extra={**place.extra, "claims": row["claims"]})


def _outlets(index: _Index) -> Iterator[tuple[str, int]]:
    for row in rows("places/outlets"):
        if place := index.get(row["home"]):
            yield row["domain"], place.number


def _split(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split("|") if form)
