"""Events as the field's data sets have them: parties and places by name and code, intensity, quad class, CAMEO code.

Made from events as the store tells them, with ``sentence``, ``entities`` and ``reported_by``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

from dateline.errors import UsageError
from dateline.export.csv import guarded
from dateline.export.kinds import kind_of
from dateline.vocab.codenames import CodeNames
from dateline.vocab.gazetteer import Gazetteer, shipped
from dateline.vocab.plover import Plover

Entry = Mapping[str, Any]

VERSION = "PLOVER 2.0 draft (2024-02-04)"


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient: the words, its name, what its codes stand for; "" for what is not known."""

    words: str
    name: str
    code: str
    country: str
    sectors: tuple[str, ...]
    sector_names: tuple[str, ...]
    wikidata: str


@dataclass(frozen=True, slots=True)
class Where:
    """The event's own place; "" for what is not known. ``city``: only where it is one."""

    words: str = ""
    name: str = ""
    city: str = ""
    district: str = ""
    province: str = ""
    country: str = ""
    alpha3: str = ""
    lat: float | str = ""
    lon: float | str = ""
    geonames: int | str = ""
    feature: str = ""


class Coder:
    """Looks up what the codes of events stand for."""

    def __init__(self, plover: Plover, names: CodeNames, places: Gazetteer) -> None:
        self._plover = plover
        self._names = names
        self._places = places

    @classmethod
    def load(cls) -> Coder:
        """With the vocabulary and the gazetteer that ship with the package."""
        return cls(Plover.load(), CodeNames.load(), Gazetteer(shipped()))

    def parties(self, entry: Entry, side: str) -> tuple[Party, ...]:
        """The ``actors`` or ``recipients`` of an event, each entity once, however often the words name it."""
        known = {one["id"]: one for one in entry["entities"]}
        once = {one["entity"] or number: one for number, one in reversed(list(enumerate(entry[side])))}
        return tuple(self._party(one, known.get(one["entity"], {})) for one in reversed(once.values()))

    def _party(self, one: Entry, entity: Entry) -> Party:
        words, code, sectors = one["span"]["text"], one["code"] or "", tuple((one["sector"] or "").split())
        return Party(
            words=words,
            name=entity.get("name") or words,
            code=code,
            country=self._names.actors.get(code, code),
            sectors=sectors,
            sector_names=tuple(self._names.sectors.get(sector, sector) for sector in sectors),
            wikidata=entity.get("wikidata") or "",
        )

    def where(self, entry: Entry) -> Where:
        """The place of an event."""
        place = entry["place"]
        if place is None:
            return Where()
        entity = next((one for one in entry["entities"] if one["id"] == place["entity"]), None)
        if entity is None:
            return Where(words=place["span"]["text"])
        name, country, precision = entity["name"], entity["country"] or "", entity["precision"] or ""
        district, province = self._units(entity["geonames"])
        return Where(
            words=place["span"]["text"],
            name=name,
            city=name if precision == "settlement" else "",
            district=name if precision == "district" else district,
            province=name if precision == "region" else province,
            country=self._names.countries.get(country, country),
            alpha3=self._names.alpha3.get(country, ""),
            lat="" if entity["lat"] is None else entity["lat"],
            lon="" if entity["lon"] is None else entity["lon"],
            geonames="" if entity["geonames"] is None else entity["geonames"],
            feature=precision or entity["kind"],
        )

    def _units(self, geonames: int | None) -> tuple[str, str]:
        """The names of the second- and first-level unit that a place lies in."""
        at = None if geonames is None else self._places.place(geonames)
        units = (None, None) if at is None else (self._places.place(at.unit2), self._places.place(at.unit1))
        district, province = ("" if unit is None else unit.name for unit in units)
        return district, province

    def intensity(self, entry: Entry) -> float:
        """PLOVER's conflict-cooperation score."""
        return self._plover.intensity(entry["type"], entry["mode"])

    def quad_number(self, entry: Entry) -> int | None:
        """The quad class by its number in PLOVER records; None for one that has none."""
        quad = self._plover.quads.get(entry["quad"])
        return None if quad is None else quad.number

    def cameo(self, entry: Entry) -> str:
        """The CAMEO code that type and mode are written as, as far as it agrees with the root that was found."""
        code, root = self._plover.cameo_code(entry["type"], entry["mode"]), entry["cameo"]
        return code if root is None or code.startswith(root) else f"{root}0"


EVIDENCE = (
    "Status",
    "Negated",
    "Evidence",
    "Trigger",
    "Trigger Start",
    "Trigger End",
    "Document ID",
    "Attribution",
    "Attributed Through",
    "Own Voice",
    "Figures",
    "Date Last",
    "Date Basis",
    "Score",
)
"""The columns that are ours, after those of the data set whose shape it is."""


def evidence(entry: Entry) -> tuple[object, ...]:
    """The cells of ``EVIDENCE``: whether it happened, by which words, and who says so."""
    trigger, date = entry["trigger"], entry["date"] or {}
    return (
        entry["status"],
        entry["negated"],
        entry["sentence"]["text"],
        trigger["text"],
        trigger["start"],
        trigger["end"],
        entry["document"],
        entry["reported_by"],
        "; ".join(entry["chain"][1:]),
        entry["statement"] is None,
        "; ".join(figures(entry)),
        date.get("last"),
        date.get("basis"),
        entry["score"],
    )


def figures(entry: Entry) -> Iterator[str]:
    """ "killed 3", "wounded 10+", "detained 20-30", "money 5000000 USD"."""
    for one in entry["figures"]:
        low, high, unit = (one["quantity"][name] for name in ("low", "high", "unit"))
        number = low if low == high else f"{low}+" if high is None else f"0-{high}" if low is None else f"{low}-{high}"
        yield f"{one['name']} {number}" + (f" {unit}" if unit not in (None, "person") else "")


def written(heads: Iterable[str], lines: Iterable[Iterable[object]], out: TextIO) -> int:
    """Writes a table with tabs between the cells; gives how many rows there were below the head.

    A cell holds no tab and no line break, so that a reader that knows no quotes finds the columns too, and nothing
    that a spreadsheet would run.
    """
    rows = csv.writer(out, delimiter="\t", lineterminator="\n")
    rows.writerow(heads)
    count = 0
    for line in lines:
        rows.writerow([_cell(value) for value in line])
        count += 1
    return count


def only_events(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The events among ``entries``."""
    return (entry for entry in entries if kind_of(entry) == "event")


def check_kind(name: str, kind: str) -> None:
    """Raises ``UsageError`` for another kind of entry than these formats hold."""
    if kind not in ("event", "all"):
        raise UsageError(f"{name} holds events, not '{kind}'. Leave --kind out, or choose csv or jsonl")


def _cell(value: object) -> str:
    return guarded(" ".join(str(value).split())) if value is not None else ""
