"""Readings of clock times and parts of the day."""

from __future__ import annotations

from dateline.mark.times.calendar import add_days
from dateline.mark.times.context import Context
from dateline.mark.times.nearness import base, relation
from dateline.mark.times.slots import Found, Slots
from dateline.model.values import Basis

_NO_HOUR, _NOON, _NIGHTFALL = 99, 12, 6
_LATE = ("AF", "EV", "NI")
_BESIDE_SHORT = frozenset({"MONTH", "MONTHAB", "SEASON"})
_AFTER_FOUR = ("ZONE", "ZONEWORD", "UNITS")


def settled(names: list[str]) -> list[str]:
    """The classes of a match, with four figures before a zone or "hours" as a clock time, not a year: "1400 GMT";
    and two figures beside a month or season as a year: "summer of '98".
    """
    if "SHORT" in names and not _BESIDE_SHORT.isdisjoint(names):
        return ["YEAR" if name == "SHORT" else name for name in names]
    if "YEAR" not in names:
        return names
    pairs = zip(names, [*names[1:], ""], strict=True)
    return ["FOUR" if name == "YEAR" and after in _AFTER_FOUR else name for name, after in pairs]


def hour(slots: Slots, context: Context) -> list[Found] | None:
    """A part of the day or a clock time with no date of its own: "last night", "that morning", "at 5 p.m."."""
    offset = relation(slots)
    near = base(slots, context) if offset is not None else context.reference(slots.first)
    if not context.historical and (near is None or near.date is None):
        near = context.published
    day = None if near is None else near.date
    if offset is None and slots.has("CLOCK", "MILITARY", "FOUR") and not _is_clock(slots, context):
        return None
    moved = None if day is None else add_days(day, offset or 0)
    return timed(slots, "XXXX-XX-XX" if moved is None else moved.isoformat(), basis="relative")


def _is_clock(slots: Slots, context: Context) -> bool:
    """Whether "10:30" or "0530" by itself is a time of day: by the word before it or the zone after it."""
    if slots.has("UNITS"):
        close = not slots.has("FOUR") or context.items.word(slots.first - 1) in context.cues["before_clock"]
        return slots.text("UNITS") == "TH" and close
    if slots.has("AM", "PM", "AMPM", "ZONE", "TIMEWORD", "OCLOCK", "PART"):
        return True
    return slots.has("CLOCK") and context.items.word(slots.first - 1) in context.cues["before_clock"]


def timed(slots: Slots, value: str, *, basis: Basis) -> list[Found] | None:
    """``value`` with the part of the day or the clock time that the match names."""
    clock = clock_time(slots)
    part = slots.text("PART", "TONIGHT")
    if clock:
        return slots.found("TIME", f"{value}T{clock}", basis) if clock != "?" else None
    if part:
        return slots.found("TIME", f"{value}T{part}", basis)
    return slots.found("DATE", value, basis)


def clock_time(slots: Slots) -> str:
    """The clock time of a match as "17:30", "" where it has none, "?" where it cannot be ("15 a.m.")."""
    if slots.has("HOUR"):
        return slots.text("HOUR")
    at, minute = _clock_parts(slots)
    if at is None:
        return ""
    if at == _NO_HOUR:
        return "?"
    half = slots.text("AM", "PM", "AMPM")
    if not half and at < _NOON and slots.text("PART") in _LATE and (slots.text("PART") != "NI" or at >= _NIGHTFALL):
        return f"{at + _NOON:02d}:{minute}"
    if half:
        if not 1 <= at <= 12:
            return "?" if half == "AM" or at > 24 else f"{at:02d}:{minute}"
        at = at % 12 + (12 if half == "PM" else 0)
    return f"{at:02d}:{minute}"


def _clock_parts(slots: Slots) -> tuple[int | None, str]:
    written = slots.text("CLOCK", "MILITARY")
    if written:
        at, _, rest = written.partition(":")
        return int(at), rest
    four = slots.number("FOUR")
    if four is not None:
        return (four // 100, f"{four % 100:02d}") if four // 100 <= 24 and four % 100 < 60 else (_NO_HOUR, "00")
    marks = slots.all("AM", "PM", "AMPM", "OCLOCK")
    if marks and slots.names[marks[0] - 1 - slots.first] == "DAY":
        return slots.whole(marks[0] - 1), "00"
    return None, ""
