"""Places of a user's own GeoNames dump: the tab-separated files that GeoNames documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dateline.compile.centres import Centres
from dateline.compile.codes import Codes
from dateline.compile.drafts import INSTALLATIONS, Draft, Named, Source, readable, unit_names
from dateline.compile.lines import Lines, Tell
from dateline.errors import GazetteerError
from dateline.vocab.gazetteer import Place, Sort
from dateline.vocab.load import table

FEWEST = 500
"""The people below which a settlement is left out if nothing else is asked for."""

_COLUMNS = 19
_NOTICE = "GeoNames (CC BY 4.0, https://www.geonames.org), a dump compiled by its user"
_TABLES = re.compile(r"(?:cities\d+|[A-Z]{2})\.txt")
_SEATS = ("PPLA", "PPLC", "PPLG")  # settlements from which something is governed: kept however small
_GREATEST = 2**31 - 1  # numbers are written in four bytes


class Dump:
    """Reads a folder of files of GeoNames. ``known`` has the places of a compiled gazetteer: what a dump does not say
    (ISO codes of units, Wikidata ids, coordinates of countries that the folder has no file of) is taken from it.
    """

    def __init__(self, folder: Path, *, known: Iterable[Place] = (), fewest: int = FEWEST, tell: Tell) -> None:
        self._files = _tables(folder)
        self._codes = Codes(folder, tell)
        self._known = {place.number: place for place in known}
        self._fewest, self._tell = fewest, tell
        features = table("places/geonames_features")
        self._kinds: Mapping[str, str] = features["kinds"]
        self._points, self._least = frozenset(features["points"]), int(features["least_names"])
        self._generic = tuple(table("places/generic")["units"])

    def source(self) -> Source:
        """Countries, units, settlements and other features, with their names."""
        places: dict[int, Draft] = {}
        names: list[Named] = []
        for path in self._files:
            lines, kept = Lines(path, _COLUMNS, self._tell), len(places)
            for place, forms in lines.read(self._read):
                places[place.number] = place
                names.extend(self._named(place, forms))
            self._tell(f"{path.name}: {lines.count:,} lines read, {len(places) - kept:,} places kept")
        if not places:
            files = ", ".join(path.name for path in self._files)
            raise GazetteerError(f"no place was read from {files}: is this a dump of GeoNames?")
        settled = [place for place in places.values() if place.feature == "settlement"]
        above = list(self._above(places, settled))
        for one in self._codes.places():  # a table may have another name than the place ("Khatlon", "Viloyati Khatlon")
            names.extend(self._named(places.get(one.number, one), (one.name,)))
        return Source((*places.values(), *above), tuple(names), _NOTICE)

    def _read(self, row: list[str]) -> tuple[Draft, list[str]] | None:
        """The place of a line with its other names, None for one of no use. Raises ``ValueError``."""
        number, name, plain, others, lat, lon, group, code, country, _, first, second = row[:12]
        feature = self._feature(int(number), group=group, code=code)
        if feature is None or not self._matters(feature, code=code, people=int(row[14] or 0), others=others):
            return None
        unit1 = self._codes.first.get(f"{country}.{first}", 0)
        unit2 = self._codes.second.get(f"{country}.{first}.{second}", 0)
        draft = Draft(
            _whole(number, 1, _GREATEST),
            name or plain,
            feature,
            country or None,
            unit1=0 if feature in {"country", "unit1"} else unit1,
            unit2=0 if feature in {"country", "unit1", "unit2"} else unit2,
            lat=_degrees(lat, 90.0),
            lon=_degrees(lon, 180.0),
            population=_whole(row[14] or "0", 0, 2**62),
            extra=self._extra(int(number), feature),
        )
        return draft, [plain, *others.split(",")]

    def _feature(self, number: int, *, group: str, code: str) -> str | None:
        """Our kind of a feature code. Of political entities only those that have a country code of their own."""
        if group == "P":
            return "settlement"
        if group == "A":
            if code.startswith("PCL"):
                return "country" if number in self._codes.countries else None
            return {"ADM1": "unit1", "ADM2": "unit2"}.get(code)
        return self._kinds.get(f"{group}.{code}")

    def _matters(self, feature: str, *, code: str, people: int, others: str) -> bool:
        """Whether a place is one that news may name."""
        if feature == "settlement":
            return people >= self._fewest or code.startswith(_SEATS)
        if feature in {"country", "unit1", "unit2"}:
            return True
        return bool(others) and others.count(",") + 1 >= self._least

    def _extra(self, number: int, feature: str) -> dict[str, str]:
        """What few places have; a site is an installation, as in the supplement."""
        known = self._known.get(number)
        extra = {"kind": "installation"} if feature in INSTALLATIONS else {}
        if feature in self._points:
            extra["precision"] = "point"
        if known is not None:
            extra |= {name: text for name in ("code", "wikidata") if (text := getattr(known, name))}
        return extra

    def _named(self, place: Draft, forms: Iterable[str]) -> Iterator[Named]:
        some = [form for form in dict.fromkeys(forms) if form != place.name and readable(form)]
        if place.feature in {"unit1", "unit2"}:
            yield from unit_names(place.number, (place.name,), generic=self._generic, others=some)
        else:
            yield from (Named(form, place.number, Sort.OTHER) for form in some)

    def _above(self, places: Mapping[int, Draft], settled: list[Draft]) -> Iterator[Draft]:
        """Countries and units that only the tables of codes have, in the middle of their settlements."""
        units, countries = Centres(settled), Centres(self._by_country(settled))
        for one in self._codes.places():
            if one.number in places:
                continue
            centre = (countries if one.feature == "country" else units).of(one.number)
            known = self._known.get(one.number)
            lat, lon = (known.lat, known.lon) if known is not None else (centre.lat, centre.lon)
            people = one.population or centre.people
            extra = self._extra(one.number, one.feature)
            yield replace(one, lat=lat, lon=lon, population=people, extra=extra)

    def _by_country(self, settled: Iterable[Draft]) -> Iterator[Draft]:
        numbers = {code: number for number, code in self._codes.countries.items()}
        return (replace(place, unit1=numbers.get(place.country or "", 0), unit2=0) for place in settled)


def _tables(folder: Path) -> tuple[Path, ...]:
    """The files of places of a dump. ``allCountries.txt`` has all that the others have."""
    if not folder.is_dir():
        raise GazetteerError(f"there is no folder '{folder}'")
    if (folder / "allCountries.txt").is_file():
        return (folder / "allCountries.txt",)
    found = sorted(path for path in folder.iterdir() if _TABLES.fullmatch(path.name))
    if not found:
        raise GazetteerError(
            f"'{folder}' has no places of GeoNames: no allCountries.txt, no cities500.txt or another citiesNNN.txt, "
            "and no file of a country such as TJ.txt"
        )
    return tuple(found)


def _whole(text: str, least: int, most: int) -> int:
    number = int(text)
    if not least <= number <= most:
        raise ValueError(f"{text} is not from {least} to {most}")
    return number


def _degrees(text: str, most: float) -> float:
    degrees = float(text)
    if not -most <= degrees <= most:
        raise ValueError(f"{text} is not from -{most} to {most}")
    return degrees
