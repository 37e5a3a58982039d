"""What people type for places, amounts and events, as the store is asked: points, countries, dimensions, types."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import UsageError, unknown

if TYPE_CHECKING:
    from dateline.store import Store

_UNIT = re.compile(r"[A-Za-z]{2}-[A-Za-z0-9]{1,3}")


def words(given: list[str] | None) -> str | None:
    """The words of a name as one text."""
    return " ".join(given) if given else None


def numbers(what: str, given: str | None, form: str, *, size: int) -> Any:
    """The numbers in ``given``; ``UsageError`` when they are not as many as wanted."""
    if given is None:
        return None
    try:
        found = tuple(float(part) for part in given.split(","))
    except ValueError:
        found = ()
    if len(found) != size:
        raise UsageError(f"{what} must be {form}, in degrees, not '{given}'")
    return found


def country(given: str | None) -> str | None:
    """The ISO code of a country given by its code or a name; ``UsageError`` with the nearest name for any other."""
    if given is None:
        return None
    from dateline.vocab.load import rows

    known = {row["code"]: row["name"] for row in rows("countries")}
    if given.upper() in known:
        return given.upper()
    names = {
        name.casefold(): row["code"]
        for row in rows("countries")
        for name in (*row["forms"].split("|"), row["name"])
        if name
    }
    if given.casefold() not in names:
        raise unknown("country", given, known.values())
    return names[given.casefold()]


def units(unit: str | None, dimension: str | None) -> tuple[str, ...]:
    """The units asked for; ``UsageError`` for a dimension that is none, or one that the unit is not of."""
    if dimension is None:
        return (unit,) if unit else ()
    from dateline.vocab.units import Units

    dimensions = Units.load().dimensions
    units = tuple(sorted(code for code, name in dimensions.items() if name == dimension))
    if not units:
        raise unknown("dimension", dimension, set(dimensions.values()))
    if unit and unit not in units:
        raise unknown(f"unit of {dimension}", unit, units)
    return (unit,) if unit else units


def event_type(kind: str | None, mode: str | None) -> tuple[str | None, str | None]:
    """A PLOVER type and mode as they are written; ``UsageError`` for one that is none, or a mode of another type."""
    if kind is None and mode is None:
        return None, None
    from dateline.vocab.plover import Plover

    types = Plover.load().types
    if kind is not None and kind.upper() not in types:
        raise unknown("event type", kind, types)
    meant = [types[kind.upper()]] if kind is not None else list(types.values())
    modes = {name for one in meant for name in one.modes}
    if mode is not None and mode.lower() not in modes:
        if not modes:
            raise UsageError(f"no mode '{mode}': {meant[0].name} has no modes")
        raise unknown(f"mode of {kind.upper()}" if kind else "mode", mode, modes)
    return kind.upper() if kind else None, mode.lower() if mode else None


def quad(given: str | None) -> str | None:
    """The quad class given by its name or its sign; ``UsageError`` for any other."""
    if given is None:
        return None
    from dateline.vocab.plover import Plover

    quads = Plover.load().quads
    signs = {one.short: name for name, one in quads.items()}
    if given.upper() in signs:
        return signs[given.upper()]
    if given.lower() not in quads:
        raise unknown("quad class", given, [*quads, *signs])
    return given.lower()


def country_called(given: str | None) -> str | None:
    """The ISO code of the country that has this code or name; None for what is none."""
    try:
        return country(given)
    except UsageError:
        return None


def inside(code: str | None, store: Store, gazetteer: Path) -> frozenset[str]:
    """The places in the store that lie in the first-level unit with this code ("AF-KDZ"); none for what is no code."""
    if code is None or not _UNIT.fullmatch(code):
        return frozenset()
    from dateline.store import PlaceFilter
    from dateline.vocab.gazetteer import Gazetteer

    known = Gazetteer(gazetteer)
    found = set()
    for entry in store.places(PlaceFilter(country=code[:2].upper(), resolved=True)):
        at = known.place(entry["geonames"]) if entry["geonames"] else None
        unit = known.place(at.unit1) if at is not None and at.unit1 else None
        if unit is not None and unit.code == code.upper():
            found.add(entry["id"])
    return frozenset(found)
