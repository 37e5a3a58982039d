"""Readings of clock times and parts of the day."""

from __future__ import annotations

from dateline.mark.times.calendar import add_days
from dateline.mark.times.context import Context
from dateline.mark.times.nearness import base, relation
from dateline.mark.times.slots import Found, Slots
from dateline.model.values import Basis


def hour(slots: Slots, context: Context) -> list[Found] | None:
    """A part of the day or a clock time with no date of its own: "last night", "that morning", "at 5 p.m."."""
    offset = relation(slots)
    near = base(slots, context) if offset is not None else context.reference(slots.first)
    day = None if near is None else near.date
    if offset is None and slots.has("CLOCK", "MILITARY") and not _is_clock(slots, context):
        return None
    moved = None if day is None else add_days(day, offset or 0)
    return timed(slots, "XXXX-XX-XX" if moved is None else moved.isoformat(), basis="relative")


def _is_clock(slots: Slots, context: Context) -> bool:
    """Whether "10:30" or "0530" by itself is a time of day: by the word before it or the zone after it."""
    if slots.has("AM", "PM", "AMPM", "ZONE", "OCLOCK", "UNITS"):
        return slots.text("UNITS") in ("", "TH")
    before = context.items.word(slots.first - 1)
    return slots.has("CLOCK") and before in ("at", "by", "from", "until", "till", "before", "after", "since", "around")


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
    half = slots.text("AM", "PM", "AMPM")
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
    marks = slots.all("AM", "PM", "AMPM", "OCLOCK")
    if marks and slots.names[marks[0] - 1 - slots.first] == "DAY":
        return slots.whole(marks[0] - 1), "00"
    return None, ""
