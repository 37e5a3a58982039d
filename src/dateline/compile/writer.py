"""Writes a compiled gazetteer: the same sources give the same bytes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from dateline.compile.drafts import Draft, Named, Source
from dateline.errors import GazetteerError
from dateline.vocab.folding import words
from dateline.vocab.gazetteer import ENTRY, FORMAT, Sort, words_bit

_MOST = 60  # places kept for one name, the most populous; "San José" has hundreds
_LONGEST = 40  # letters of a folded name

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL, country TEXT, unit1 INTEGER NOT NULL,
    unit2 INTEGER NOT NULL, lat REAL, lon REAL, population INTEGER NOT NULL, extra TEXT NOT NULL
);
CREATE TABLE outlets (domain TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE names (folded TEXT PRIMARY KEY, entries BLOB NOT NULL) WITHOUT ROWID;
"""


def write(path: Path, sources: Iterable[Source]) -> int:
    """Writes the places and names of ``sources`` to ``path`` and gives the number of places.

    Of two places with the same number the later stands. A file that is there is replaced only when all went well.
    """
    given = list(sources)
    places = {place.number: place for source in given for place in source.places}
    if not places:
        raise GazetteerError("the sources have no places; nothing was written")
    half = path.with_name(f"{path.name}.part")
    try:
        half.unlink(missing_ok=True)
        _fill(half, given, places)
        os.replace(half, path)
    except sqlite3.Error as fault:
        raise GazetteerError(f"cannot write '{path}': {fault}") from fault
    finally:
        half.unlink(missing_ok=True)
    return len(places)


def _fill(half: Path, given: list[Source], places: dict[int, Draft]) -> None:
    """Writes all tables into a new file, without a journal: a half-written file is thrown away."""
    entries = _entries(places, (name for source in given for name in source.names))
    notice = "; ".join(source.notice for source in given)
    about = {"format": FORMAT, "notice": notice, "places": str(len(places)), "names": str(len(entries))}
    outlets = sorted({domain: number for source in given for domain, number in source.outlets}.items())
    with closing(sqlite3.connect(half)) as database:
        database.execute("PRAGMA page_size=4096")
        database.execute("PRAGMA journal_mode=OFF")
        database.executescript(_TABLES)
        with database:
            database.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
            database.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", _rows(places))
            database.executemany("INSERT INTO outlets VALUES (?, ?)", outlets)
            database.executemany("INSERT INTO names VALUES (?, ?)", sorted(entries.items()))
        database.execute("VACUUM")


def _rows(places: dict[int, Draft]) -> Iterator[tuple[object, ...]]:
    for number in sorted(places):
        one = places[number]
        extra = "\t".join(f"{name}={value}" for name, value in sorted(one.extra.items()))
        place = (one.country, one.unit1, one.unit2, _short(one.lat), _short(one.lon), one.population)
        yield (number, one.name, one.feature, *place, extra)


def _short(degrees: float | None) -> float | None:
    """Degrees to four places: eleven metres, finer than any of our sources means."""
    return None if degrees is None else round(degrees, 4)


def _entries(places: dict[int, Draft], names: Iterable[Named]) -> dict[str, bytes]:
    """For each folded name the places it stands for: the most populous first, of each the plainest sort."""
    found: dict[str, dict[int, tuple[int, int]]] = {}
    own = (Named(place.name, place.number, Sort.NAME) for place in places.values())
    for name in (*own, *names):
        parts = words(name.form)
        key = "".join(parts)
        if not 1 < len(key) <= _LONGEST or name.number not in places:
            continue
        choices = found.setdefault(key, {})
        sort, counts = choices.get(name.number, (int(name.sort), 0))
        choices[name.number] = min(sort, int(name.sort)), counts | words_bit(len(parts))
    return {key: _packed(choices, places) for key, choices in found.items()}


def _packed(choices: dict[int, tuple[int, int]], places: dict[int, Draft]) -> bytes:
    order = sorted(choices, key=lambda number: (*_order(places[number]), choices[number], number))[:_MOST]
    return b"".join(ENTRY.pack(number, choices[number][1], choices[number][0]) for number in order)


def _order(place: Draft) -> tuple[int, int]:
    """Countries first, then first-level units, then by people."""
    return {"country": 0, "unit1": 1}.get(place.feature, 2), -place.population
