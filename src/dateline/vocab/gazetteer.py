"""Places of the world by name: a read-only SQLite file that ``dateline gazetteer build`` compiles."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import struct
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, cast

from dateline.errors import GazetteerError
from dateline.model.links import Precision
from dateline.model.marks import NameKind
from dateline.vocab.folding import words

FORMAT = "dateline gazetteer 1"
ENTRY = struct.Struct("<iBB")
"""One entry of a name: the place's number, a bit for each number of words it is written in, what sort of name it is."""

_MAKE = "Make one with 'dateline gazetteer build'"
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_COLUMNS = "name, feature, country, unit1, unit2, lat, lon, population, extra"
_PLACE = f"SELECT {_COLUMNS} FROM places WHERE number = ?"
_ENTRIES = "SELECT entries FROM names WHERE folded = ?"
_AT_HAND = 2_000  # forms whose candidates are kept: a report asks several times for each
_REMEMBERED = 20_000  # places and names kept in memory; `dateline bench gazetteer` says how much that takes
_MAPPED = 64 * 1024 * 1024  # bytes of the file mapped into memory, shared by all workers


class Sort(IntEnum):
    """What sort of name a form is for a place."""

    NAME = 0
    OTHER = 1
    SHORT = 2  # "Rapides" for "Rapides Parish"
    ABBREVIATION = 3
    DEMONYM = 4


_SORTS = tuple(Sort)


class Place(NamedTuple):  # a tuple and no dataclass: each look-up of a name makes some
    """A place. ``number`` is its GeoNames id, or below zero where it has none.

    ``id`` is its entity id. ``feature`` is what it is: ``country``, ``unit1`` and ``unit2`` (first- and second-level
    units), ``settlement``, or a kind of the supplement ("river", "border_post"). ``country`` is an ISO 3166-1 alpha-2
    code; ``unit1`` and ``unit2`` are the numbers of the units it lies in, 0 for none. ``population`` is 0 where it is
    not known.
    """

    number: int
    id: str
    name: str
    kind: NameKind
    feature: str
    precision: Precision
    country: str | None
    unit1: int
    unit2: int
    lat: float | None
    lon: float | None
    population: int
    code: str | None
    wikidata: str | None
    claims: tuple[str, ...]

    @property
    def geonames(self) -> int | None:
        """Its GeoNames id."""
        return self.number if self.number > 0 else None


class Candidate(NamedTuple):
    """A place that a form may name. ``respelled``: the form divides its words otherwise ("Qurghon Teppa")."""

    place: Place
    sort: Sort
    respelled: bool


class Gazetteer:
    """Looks names up in a compiled file. Raises ``GazetteerError`` for a file that is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise GazetteerError(f"there is no gazetteer '{path}'. {_MAKE}")
        try:
            self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._database.execute(f"PRAGMA mmap_size={_MAPPED}")
            found = dict(self._database.execute("SELECT name, value FROM about"))
        except sqlite3.Error as fault:
            raise GazetteerError(f"'{path}' is no gazetteer: {fault}. {_MAKE}") from fault
        if found.get("format") != FORMAT:
            raise GazetteerError(f"'{path}' is no gazetteer of this version. {_MAKE}")
        self.about: dict[str, str] = found
        self._names, self._places = self._database.cursor(), self._database.cursor()  # kept: a new one for each costs
        self._entries = lru_cache(_REMEMBERED)(self._read_entries)
        self._place = lru_cache(_REMEMBERED)(self._read_place)
        self._candidates = lru_cache(_AT_HAND)(self._find_candidates)
        self._holds = lru_cache(_AT_HAND)(lambda form: bool(self._entries("".join(words(form)))))

    def candidates(self, form: str) -> tuple[Candidate, ...]:
        """The places that ``form`` may name, the most populous first; none where nothing is known by that name."""
        return self._candidates(form)

    def holds(self, form: str) -> bool:
        """Whether anything is known by that name; cheaper than ``candidates``."""
        return self._holds(form)

    def home(self, address: str) -> Place | None:
        """Where the outlet with this address ("www.kunduz-times.example") is at home, if that is known."""
        found = _DOMAIN.search(address.lower())
        labels = found.group().split(".") if found else []
        for first in range(max(0, len(labels) - 1)):
            row = self._database.execute(
                "SELECT place FROM outlets WHERE domain = ?", (".".join(labels[first:]),)
            ).fetchone()
            if row is not None:
                return self._place(int(row[0]))
        return None

    def place(self, number: int) -> Place | None:
        """The place with that number."""
        return self._place(number)

    def countries(self) -> list[Place]:
        """All countries of today, by number."""
        found = self._database.execute("SELECT number FROM places WHERE feature = 'country' ORDER BY number")
        return [place for (number,) in found if (place := self._place(number)) is not None]

    def every(self) -> Iterator[Place]:
        """All places, by number."""
        for number, *row in self._database.execute(f"SELECT number, {_COLUMNS} FROM places ORDER BY number"):
            yield _made(number, cast(_Row, tuple(row)))

    def _find_candidates(self, form: str) -> tuple[Candidate, ...]:
        parts = words(form)
        bit = words_bit(len(parts))
        found = []
        for number, counts, sort in ENTRY.iter_unpack(self._entries("".join(parts))):
            place = self._place(number)
            if place is not None:
                found.append(Candidate(place, _SORTS[sort], not counts & bit))
        return tuple(found)

    def _read_entries(self, key: str) -> bytes:
        """The entries of a name as they are written: bytes are kept in memory at less cost than tuples."""
        row = self._names.execute(_ENTRIES, (key,)).fetchone() if key else None
        return b"" if row is None else cast(bytes, row[0])

    def _read_place(self, number: int) -> Place | None:
        row = self._places.execute(_PLACE, (number,)).fetchone()
        return None if row is None else _made(number, row)


_Row = tuple[str, str, str | None, int, int, float | None, float | None, int, str]
_KINDS: dict[str, tuple[NameKind, Precision]] = {
    "country": ("country", "country"),
    "historical": ("country", "country"),
    "unit1": ("region", "region"),
    "unit2": ("region", "district"),
    "settlement": ("place", "settlement"),
    "world_region": ("region", "area"),
}
_OTHER: tuple[NameKind, Precision] = ("region", "area")


def _made(number: int, row: _Row) -> Place:
    name, feature, country, unit1, unit2, lat, lon, population, extra = row
    kind, precision = _KINDS.get(feature, _OTHER)
    own = f"iso:{country}" if feature == "country" else f"geonames:{number}"
    where = (country, unit1, unit2, lat, lon, population)
    if not extra:
        return Place(number, own, name, kind, feature, precision, *where, None, None, ())
    more = dict(part.split("=", 1) for part in extra.split("\t"))
    claims = more.get("claims")
    return Place(
        number,
        more.get("id", own),
        name,
        cast(NameKind, more.get("kind", kind)),
        feature,
        cast(Precision, more.get("precision", precision)),
        *where,
        more.get("code"),
        more.get("wikidata"),
        tuple(claims.split("|")) if claims else (),
    )


def words_bit(count: int) -> int:
    """The bit that stands for a name of ``count`` words."""
    return 1 << min(max(count, 1), 8) - 1


def shipped() -> Path:
    """Where the gazetteer that ships with Dateline lies."""
    return Path(str(files("dateline.vocab").joinpath("data", "places", "gazetteer.sqlite")))


def digest(path: Path) -> str:
    """The first 16 hex digits of the file's SHA-256: which gazetteer made an entry."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
