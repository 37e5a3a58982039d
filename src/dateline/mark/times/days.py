"""Readings of several days and of days beside others: "April 12-14", "the day before yesterday"."""

from __future__ import annotations

from datetime import date

from dateline.mark.times.calendar import add_days, is_day, shown
from dateline.mark.times.clock import clock_time
from dateline.mark.times.context import Context
from dateline.mark.times.dates import calendar, chosen_weekday, counts, is_month_name, slips, year_with_basis
from dateline.mark.times.relative import shifted
from dateline.mark.times.slots import Found, Slots


def days(slots: Slots, context: Context) -> list[Found] | None:
    """Two days of a month: "April 12-14", "12 to 14 April 2004". Each is an expression of its own."""
    month_at = slots.index("MONTH", "MONTHAB") or 0
    if not is_month_name(month_at, context) or slips(slots):
        return None
    month, places = slots.number("MONTH", "MONTHAB") or 1, slots.all("DAY", "ORD")[:2]
    first, second = (slots.whole(place) for place in places)
    if second <= first or counts(places[1], context):
        return None
    year, basis = year_with_basis(slots, context, month=month, day=first)
    stated = year if basis == "stated" else None
    if not (is_day(stated, month, first) and is_day(stated, month, second)):
        return slots.impossible()
    if not is_day(year, month, second):
        year = None
    cut = slots.first if month_at < places[0] else places[0]
    middle = places[0] + 1
    return [
        Found(cut, middle, "DATE", f"{shown(year)}-{month:02d}-{first:02d}", basis),
        Found(places[1], slots.last, "DATE", f"{shown(year)}-{month:02d}-{second:02d}", basis),
    ]


def beside(slots: Slots, context: Context) -> list[Found] | None:
    """A day counted from a near one: "the day before yesterday", "the week after next"."""
    today, step = context.today(), -1 if slots.has("BEFORE") else 1
    if slots.names[-1] in ("LAST", "NEXT") and (now := context.now(slots.first)) is not None:
        value = shifted(now, slots.text("UNIT"), 2 * step) if slots.text("UNIT")[0] != "T" else None
        return None if value is None else slots.found("DATE", value, "relative")
    if slots.text("UNIT") != "D":
        return None
    if today is None:
        return slots.found("DATE", "XXXX-XX-XX", "relative")
    if slots.has("DEICTIC"):
        near: date | None = add_days(today, slots.number("DEICTIC") or 0)
    elif slots.has("WEEKDAY", "WEEKDAYAB"):
        near = chosen_weekday(slots, context, day=today, number=slots.number("WEEKDAY", "WEEKDAYAB") or 1)
    else:
        return None
    meant = None if near is None else add_days(near, step)
    return None if meant is None else slots.found("DATE", meant.isoformat(), "relative")


def two_clocks(slots: Slots, context: Context) -> list[Found] | None:
    """A time in two zones and the day of the first: "7:37 p.m. local time (1137 UTC) on Wednesday"."""
    opened, closed = slots.names.index("OPEN"), slots.names.index("CLOSE")
    day_at = closed + 1 + (slots.names[closed + 1] == "ON")
    day = calendar(Slots(context.items, slots.names[day_at:], slots.first + day_at), context)
    clocks = [
        clock_time(Slots(context.items, slots.names[start:end], slots.first + start))
        for start, end in ((0, opened), (opened + 1, closed))
    ]
    if not day or not day[0].value or "?" in clocks:
        return None
    return [
        Found(slots.first, slots.first + opened, "TIME", f"{day[0].value}T{clocks[0]}", day[0].basis),
        Found(slots.first + opened + 1, slots.first + closed, "TIME", f"XXXX-XX-XXT{clocks[1]}", "relative"),
        Found(slots.first + day_at, slots.last, "DATE", day[0].value, day[0].basis),
    ]
