"""Readings of several days and of days beside others: "April 12-14", "the day before yesterday"."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.mark.times.calendar import add_days, is_day
from dateline.mark.times.context import Context
from dateline.mark.times.dates import chosen_weekday, counts, is_month_name, slips, year_with_basis
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
    if not (is_day(year or 2000, month, first) and is_day(year or 2000, month, second)):
        return []
    shown = "XXXX" if year is None else f"{year:04d}"
    cut = slots.first if month_at < places[0] else places[0]
    middle = places[0] + 1
    return [
        Found(cut, middle, "DATE", f"{shown}-{month:02d}-{first:02d}", basis),
        Found(places[1], slots.last, "DATE", f"{shown}-{month:02d}-{second:02d}", basis),
    ]


def beside(slots: Slots, context: Context) -> list[Found] | None:
    """A day counted from a near one: "the day before yesterday", "the week after next"."""
    today, step = context.today(), -1 if slots.has("before") else 1
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
    return None if near is None else slots.found("DATE", (near + timedelta(days=step)).isoformat(), "relative")
