"""Calendar arithmetic on TIMEX3 values: days, months, weeks, quarters, and the stretch of days a value covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from dateline.model.values import Basis, PartialDate

_VALUE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T.*)?)?|W(?P<week>[0-9]{2})(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
)
_DECADE = re.compile(r"[0-9]{2,3}")
_EASTER_YEARS = range(1583, 4100)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the calendar as exact as it is known: a year, a month of it, a day of that.

    Years before Christ are negative; there is no year 0.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, prefix: str) -> Moment:
        """The moment of an ISO date prefix, or of one with "BC" before its year."""
        era, bare = (-1, prefix[2:]) if prefix.startswith("BC") else (1, prefix)
        year, *rest = (int(part) for part in bare.split("-"))
        return cls(era * year, *rest)

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day and self.year > 0 else None

    @property
    def value(self) -> str:
        """The ISO prefix."""
        return "-".join([shown(self.year), *(f"{part:02d}" for part in (self.month, self.day) if part is not None)])


def shown(year: int | None) -> str:
    """A year as TIMEX3 writes it: "1914", "BC0490", "XXXX" where it is not known."""
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def years_on(year: int, count: int) -> int:
    """The year ``count`` years on; the year 1 follows the year -1."""
    moved = (year if year > 0 else year + 1) + count
    return moved if moved > 0 else moved - 1


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day; in a year not known, or before Christ, whether any year has it."""
    try:
        date(year if year is not None and year > 0 else 2000, month, day)
    except ValueError:
        return False
    return True


def week_value(day: date) -> str:
    """The ISO week of a day, as "1989-W43"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def add_days(day: date, count: int) -> date | None:
    """The day ``count`` days on, None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(moment: Moment, count: int) -> Moment | None:
    """The month ``count`` months on (months are counted from a moment that knows its month)."""
    if moment.month is None:
        return None
    carried, month = divmod(moment.month - 1 + count, 12)
    year = years_on(moment.year, carried)
    return Moment(year, month + 1) if -MAXYEAR <= year <= MAXYEAR else None


def easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    if year not in _EASTER_YEARS:
        return None
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + weekday - 7 * ((a + 11 * h + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def fourth_thursday(year: int) -> date:
    """The fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def dated(value: str, basis: Basis) -> PartialDate | None:
    """The days that a TIMEX3 value covers, or None where it cannot be pinned to the calendar."""
    if _DECADE.fullmatch(value):
        return _many_years(value, basis)
    found = _VALUE.fullmatch(value)
    if found is None or int(found["year"]) == 0:
        return None
    year = int(found["year"])
    if found["week"]:
        return _week(year, int(found["week"]), weekend=bool(found["weekend"]), basis=basis)
    if found["quarter"] or found["half"]:
        size, number = (3, int(found["quarter"])) if found["quarter"] else (6, int(found["half"]))
        return PartialDate(f"{year:04d}-{number * size - size + 1:02d}", f"{year:04d}-{number * size:02d}", basis)
    if found["season"] == "WI":
        return PartialDate(f"{year:04d}", f"{year + 1:04d}", basis) if year < MAXYEAR else None
    if found["season"]:
        return PartialDate(f"{year:04d}", None, basis)
    month, day = found["month"], found["day"]
    if not _possible(year, month, day):
        return None
    return PartialDate("-".join(part for part in (found["year"], month, day) if part), None, basis)


def _possible(year: int, month: str | None, day: str | None) -> bool:
    return is_day(year, int(month or 1), int(day or 1))


def _many_years(value: str, basis: Basis) -> PartialDate | None:
    if int(value) == 0:
        return None
    if len(value) == 3:
        return PartialDate(f"{value}0", f"{value}9", basis)
    last = int(value) * 100 + 100
    return PartialDate(f"{value}01", f"{last:04d}", basis) if last <= MAXYEAR else None


def _week(year: int, week: int, *, weekend: bool, basis: Basis) -> PartialDate | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        first, last = monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)
    except (ValueError, OverflowError):
        return None
    return PartialDate(first.isoformat(), last.isoformat(), basis)
