"""What "last", "next" and a missing year lean on."""

from __future__ import annotations

from dateline.mark.times.calendar import Moment, years_on
from dateline.mark.times.context import Context
from dateline.mark.times.slots import Found, Slots

_NEXT_YEAR = 8  # months that a narrative may seem to go back before it is thought to have gone into the next year
_SOON = 2  # months ahead that a bare date may lie without a word that says so
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
    if slots.has(*BY_REFERENCE) or this_day or (slots.has("NEXT") and slots.has("THE")):
        return (context.told if slots.has(*_ON) else context.reference)(slots.first)
    return context.now(slots.first)


def year_of(slots: Slots, context: Context) -> int | None:
    """The year that a match names: "2004", "481 BC", "last year", "that year"."""
    if slots.has("BC", "YEAR"):
        return slots.year()
    offset, start = relation(slots), base(slots, context)
    if slots.text("UNIT") != "Y" or offset is None or start is None:
        return None
    return years_on(start.year, offset)


def nearest_year(slots: Slots, context: Context, *, month: int, day: int = 1) -> int | None:
    """The year of a month with none: within ten months back, else ahead; "last" and "next" as they say."""
    anchor, offset = context.anchor(slots.first), relation(slots)
    if offset is None and (named := context.year_ahead(slots.last)) is not None:
        return named
    if offset is None and not context.historical and (said := context.stated_year(slots.first)) is not None:
        return _narrative_year(context, said, month=month)
    if anchor is None:
        return None
    if context.historical and offset is None:
        return _narrative_year(context, anchor, month=month)
    if anchor.month is None:
        return anchor.year
    if offset is not None:
        return _related_year(anchor, offset, month=month)
    return _news_year(slots, context, anchor=anchor, month=month, day=day)


def _narrative_year(context: Context, spoken: Moment, *, month: int) -> int:
    """The year that a story is in: that of its last date, or the next one when its months begin again.

    A year by itself ("for a campaign planned in 1976") does not move a run of days in one month, unless a sentence
    begins with it.
    """
    last, point = spoken, context.point
    if spoken.month is None and point is not None:
        goes_on = point.year == spoken.year or (not context.leads and month == point.month)
        last = point if goes_on else spoken
    begins_again = last.month is not None and last.month - month >= _NEXT_YEAR
    return years_on(last.year, 1) if begins_again else last.year


def _news_year(slots: Slots, context: Context, *, anchor: Moment, month: int, day: int) -> int:
    here, ahead = anchor.month or 12, (month, day) > (anchor.month or 12, anchor.day or 31)
    coming = context.tense(slots.first) == "future" or context.items.word(slots.first - 1) in context.cues["coming"]
    if ahead:
        near = month == here or (month - here <= _SOON and (slots.has("DAY", "ORD") or not _is_past(slots, context)))
        return anchor.year if coming or near else years_on(anchor.year, -1)
    return years_on(anchor.year, 1) if coming and here - month > _SOON else anchor.year


def _is_past(slots: Slots, context: Context) -> bool:
    return context.tense(slots.first) == "past"


def _related_year(anchor: Moment, offset: int, *, month: int) -> int:
    here = anchor.month or 12
    if offset < 0:
        return years_on(anchor.year, -1) if month >= here else anchor.year
    if offset > 0:
        return years_on(anchor.year, 1) if month <= here else anchor.year
    return anchor.year


def speak_of(one: Found, context: Context) -> None:
    """Remembers a date as the one spoken of last; a narrative does not go to the year of its publication by "today"."""
    moment = one.moment()
    if one.value[-2:-1] == "Q" and not one.aside:
        context.quarter, context.quarter_at = one.value, one.last
    if moment is None or (one.aside and context.historical):
        return
    now = None if context.published is None else context.published.year
    before = None if context.spoken_of is None else context.spoken_of.year
    if context.historical and one.basis == "relative" and before != now and moment.year == now:
        return
    context.spoken_of, context.spoken_at, context.leads = moment, one.last, context.begins(one.first)
    context.stated = one.basis == "stated"
    if moment.month is not None:
        context.point = moment
