"""Readings of what the text speaks of with no more than "the": "the year", "in the morning", "the day before"."""

from __future__ import annotations

from decimal import Decimal

from dateline.mark.times.calendar import shown, years_on
from dateline.mark.times.context import Context
from dateline.mark.times.dates import is_month_name
from dateline.mark.times.periods import last_quarter
from dateline.mark.times.relative import shifted
from dateline.mark.times.slots import Found, Slots, period

_NIGHT = "NI"
_LAST_DAY = 31
_SHORTEST = 2  # letters: "ah" is a word too


def the_year(slots: Slots, context: Context) -> list[Found] | None:
    """ "the year": that of the report or the one spoken of; a length in "for the year ended March 31"."""
    if slots.text("UNIT") != "Y":
        return last_quarter(slots, context)
    items, cues, unit_at = context.items, context.cues, slots.index("UNIT") or 0
    after = items.word(slots.last)
    if items.written(unit_at)[0].isupper():
        return None
    if after in cues["ended"]:
        return slots.found("DURATION", period(Decimal(1), "Y"))
    fiscal = slots.has("FISCAL")
    if after in cues["stretch_goes_on"] or not (fiscal or items.word(slots.first - 1) in cues["before_stretch"]):
        return None
    start = context.reference(slots.first)
    if start is None:
        return slots.found("DATE", shown(None), "relative")
    return slots.found("DATE", shown(years_on(start.year, -slots.has("LATEST"))), "relative")


def part(slots: Slots, context: Context) -> list[Found] | None:
    """A part of the day spoken of: "in the morning", "by mid-afternoon", "at dawn"; "at night" is no one night."""
    before, code = context.items.word(slots.first - 1), slots.text("PART")
    at = before in context.cues["at"]
    if context.items.word(slots.last) in context.cues["of"] or not (at or before in context.cues["before_part"]):
        return None
    bare = not slots.has("THE", "EARLY")
    if (bare and not at) or (at and slots.has("THE")):
        return None
    start = None if bare and code == _NIGHT else context.reference(slots.first)
    day = None if start is None else start.date
    return slots.found("TIME", f"{'XXXX-XX-XX' if day is None else day.isoformat()}T{code}", "relative")


def next_to(slots: Slots, context: Context) -> list[Found] | None:
    """The stretch on one side of the one spoken of: "the day before", "the week after", "the year following"."""
    if not slots.has("FOLLOW") and context.items.word(slots.last) not in ("", *context.cues["ends_a_clause"]):
        return None
    start, code = context.reference(slots.first), slots.text("UNIT")
    if start is None or code[0] == "T":
        return None
    value = shifted(start, code, -1 if slots.has("BEFORE") else 1) or shown(None)
    return slots.aside(value) if slots.has("BEFORE") else slots.found("DATE", value, "relative")


def other_calendar(slots: Slots, context: Context) -> list[Found] | None:
    """A year of another reckoning ("1383 AH"), which is left open: it is no year of ours."""
    at = slots.index("CALENDAR") or 0
    is_named = context.items.written(at).isupper() or len(context.items.words[at]) > _SHORTEST
    return slots.found("DATE", shown(None)) if is_named else None


def no_day(slots: Slots, context: Context) -> list[Found] | None:
    """A day that no month has: "January 32, 2017"."""
    month_at, number = slots.index("MONTH", "MONTHAB") or 0, slots.whole(slots.index("NUM") or 0)
    return slots.impossible() if is_month_name(month_at, context) and _LAST_DAY < number < 100 else None
