"""What "last", "next" and a missing year lean on."""

from __future__ import annotations

from dateline.mark.times.calendar import Moment
from dateline.mark.times.context import Context
from dateline.mark.times.slots import Slots

_COMING = frozenset({"by", "until", "till", "through"})
_NEXT_YEAR = 8  # months that a narrative may seem to go back before it is thought to have gone into the next year
_BACK = ("LAST", "PAST", "PREV")
_ON = ("NEXT", "FOLLOW")
_HERE = ("THIS", "CURRENT", "THAT", "SAME")
BY_REFERENCE = ("PREV", "FOLLOW", "THAT", "SAME")


def relation(slots: Slots) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this"; None where no such word is there."""
    if slots.has(*_BACK):
        return -1
    if slots.has(*_ON):
        return 1
    return 0 if slots.has(*_HERE) else None


def base(slots: Slots, context: Context) -> Moment | None:
    """What "last", "the next" or "that" lean on: publication, or the date spoken of."""
    this_day = slots.has("THIS") and slots.text("UNIT") == "D"
    if slots.has(*BY_REFERENCE) or this_day or (slots.has("NEXT") and slots.has("the")):
        return context.reference(slots.first)
    return context.published


def year_of(slots: Slots, context: Context) -> int | None:
    """The year that a match names: "2004", "last year", "that year"."""
    if slots.has("YEAR"):
        return slots.number("YEAR")
    offset, start = relation(slots), base(slots, context)
    if slots.text("UNIT") != "Y" or offset is None or start is None:
        return None
    return start.year + offset


def nearest_year(slots: Slots, context: Context, *, month: int, day: int = 1) -> int | None:
    """The year of a month with none: within ten months back, else ahead; "last" and "next" as they say."""
    anchor, offset = context.anchor(slots.first), relation(slots)
    if offset is None and (named := context.year_ahead(slots.last)) is not None:
        return named
    if anchor is None:
        return None
    if (context.historical and offset is None) or anchor.month is None:
        return anchor.year + (anchor.month is not None and anchor.month - month >= _NEXT_YEAR)
    ahead = (month, day) > (anchor.month, anchor.day or 31)
    if offset is not None:
        return _related_year(anchor, offset, month=month)
    tense = context.tense(slots.first)
    if ahead:
        coming = tense == "future" or context.items.word(slots.first - 1) in _COMING or month == anchor.month
        soon = month - anchor.month <= 2 and (tense != "past" or slots.has("DAY", "ORD"))
        return anchor.year if coming or soon else anchor.year - 1
    return anchor.year + 1 if tense == "future" and anchor.month - month > 2 else anchor.year


def _related_year(anchor: Moment, offset: int, *, month: int) -> int:
    here = anchor.month or 12
    if offset < 0:
        return anchor.year - 1 if month >= here else anchor.year
    if offset > 0:
        return anchor.year + 1 if month <= here else anchor.year
    return anchor.year
