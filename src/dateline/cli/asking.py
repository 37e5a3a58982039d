"""What people type for places and amounts, as the store is asked: points, boxes, countries, dimensions."""

from __future__ import annotations

from typing import Any

from dateline.errors import UsageError, unknown


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
