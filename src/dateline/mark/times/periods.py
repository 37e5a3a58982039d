"""Readings of seasons, quarters, halves and holidays."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.mark.times.calendar import easter, fourth_thursday, week_value
from dateline.mark.times.context import Context
from dateline.mark.times.nearness import nearest_year, relation, year_of
from dateline.mark.times.slots import Found, Slots


def season(slots: Slots, context: Context) -> list[Found] | None:
    """A season: "last fall", "the summer of 2004", "this winter"."""
    at, code = slots.index("SEASON") or 0, slots.text("SEASON")
    if context.items.words[at] == "fall" and context.items.word(slots.last) == "of":
        return None
    if slots.last - slots.first == 1 and context.items.words[at] in ("fall", "spring", "springtime"):
        token, before = context.token(at), context.items.word(at - 1)
        if (token is not None and token.pos != "NOUN") or before not in ("in", "since", "by", "until", "during"):
            return None
    if slots.has("UNIT") and slots.text("UNIT") != "Y":
        return None
    chosen = year_of(slots, context) if slots.has("YEAR", "UNIT") else _season_year(slots, context, code)
    return slots.found("DATE", f"{'XXXX' if chosen is None else f'{chosen:04d}'}-{code}", "relative")


def _season_year(slots: Slots, context: Context, code: str) -> int | None:
    anchor = context.anchor(slots.first)
    if anchor is None or anchor.month is None or relation(slots) == 0:
        return None if anchor is None else anchor.year
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    offset = relation(slots)
    if offset is None:
        return anchor.year if context.historical or begins <= anchor.month else anchor.year - (begins != 12)
    if offset < 0:
        return anchor.year if begins + 2 < anchor.month else anchor.year - 1
    return anchor.year if begins > anchor.month else anchor.year + 1


def quarter(slots: Slots, context: Context) -> list[Found] | None:
    """A quarter: "the third quarter", "fourth-quarter", "this year's first quarter", "the second quarter of 2004"."""
    number = slots.number("ORD") or 0
    if "Q" not in [slots.at(index) for index in slots.all("UNIT")] or not 1 <= number <= 4:
        return None
    return slots.found("DATE", f"{_stretch_year(slots, context, first_month=number * 3 - 2)}-Q{number}", "relative")


def last_quarter(slots: Slots, context: Context) -> list[Found] | None:
    """ "the quarter" or "the latest quarter" of a company report is the last that has ended; "the weekend" likewise."""
    today, code = context.today(), slots.text("UNIT")
    if code == "WE" and not slots.has("LATEST"):
        value = "XXXX-WXX-WE" if today is None else f"{week_value(today - timedelta(days=today.isoweekday()))}-WE"
        return slots.found("DATE", value, "relative")
    if code != "Q" or today is None:
        return None
    return slots.found("DATE", _ended_quarter(today), "relative")


def year_ago(slots: Slots, context: Context) -> list[Found] | None:
    """ "the year-ago quarter", "year-earlier": the same stretch a year before."""
    today, units = context.today(), [slots.at(index) for index in slots.all("UNIT")]
    if units[0] != "Y" or today is None:
        return None
    before = today.replace(year=today.year - 1, day=1)
    number = slots.number("ORD")
    if number is not None and 1 <= number <= 4:
        return slots.found("DATE", f"{before.year:04d}-Q{number}", "relative")
    value = _ended_quarter(before) if units[1:] == ["Q"] else f"{before.year:04d}"
    return slots.found("DATE", value, "relative")


def _ended_quarter(day: date) -> str:
    number = (day.month - 1) // 3
    return f"{day.year:04d}-Q{number}" if number else f"{day.year - 1:04d}-Q4"


def half(slots: Slots, context: Context) -> list[Found] | None:
    """Half a year: "the first half of 2004"."""
    number = 2 if slots.has("LAST", "latter") and not slots.has("ORD") else slots.number("ORD") or 0
    if not 1 <= number <= 2:
        return None
    if slots.has("DECADE"):
        return slots.found("DATE", slots.text("DECADE"))
    if not slots.has("YEAR", "UNIT"):
        return None
    return slots.found("DATE", f"{_stretch_year(slots, context, first_month=number * 6 - 5)}-H{number}", "relative")


def _stretch_year(slots: Slots, context: Context, *, first_month: int) -> str:
    """The year of a quarter or half: the one named, else the last in which it has begun."""
    if slots.has("YEAR") and slots.value("YEAR") is not None:
        return f"{slots.number('YEAR'):04d}"
    offset, anchor = relation(slots), context.anchor(slots.first)
    if anchor is None:
        return "XXXX"
    named = "Y" in [slots.at(index) for index in slots.all("UNIT")]
    if named and offset is not None:
        return f"{anchor.year + offset:04d}"
    late = anchor.month is not None and first_month > anchor.month and context.tense(slots.first) != "future"
    return f"{anchor.year - late:04d}"


def holiday(slots: Slots, context: Context) -> list[Found] | None:
    """A feast with a day of its own: "Christmas Eve", "Easter 1972", "last Thanksgiving"."""
    code, at = slots.text("HOLIDAY"), slots.index("HOLIDAY") or 0
    units = [slots.at(index) for index in slots.all("UNIT")]
    if not context.items.written(at)[0].isupper() or _is_named(slots, context):
        return None
    if units and units[0] not in ("D", "Y"):
        return None
    rough = 12 if code == "12-25" else 4 if code == "easter" else 11
    chosen = year_of(slots, context) if slots.has("YEAR") else nearest_year(slots, context, month=rough)
    if chosen is None:
        return slots.found("DATE", f"XXXX-{code}" if code[0].isdecimal() else "XXXX-XX-XX", "relative")
    day = _feast(code, chosen)
    if day is None:
        return None
    shown = day - timedelta(days=1) if slots.has("eve") else day
    return slots.found("DATE", shown.isoformat(), "relative")


def _is_named(slots: Slots, context: Context) -> bool:
    """Whether a feast is part of a longer name: "Easter Island", "White Christmas"."""
    items, after = context.items, context.items.word(slots.last)
    before = items.written(slots.first - 1) if items.word(slots.first - 1) else ""
    named_after = bool(after) and items.written(slots.last)[:1].isupper() and after not in ("sunday", "monday")
    return named_after or (before[:1].isupper() and len(before) > 3)


def _feast(code: str, chosen: int) -> date | None:
    if code == "easter":
        return easter(chosen)
    if code == "thanksgiving":
        return fourth_thursday(chosen)
    return date(chosen, int(code[:2]), int(code[3:]))


def new_year(slots: Slots, context: Context) -> list[Found] | None:
    """ "New Year's Eve", "New Year's Day 2004"."""
    month_number, day = (12, 31) if slots.has("eve") else (1, 1)
    chosen = slots.number("YEAR") or nearest_year(slots, context, month=month_number, day=day)
    shown = "XXXX" if chosen is None else f"{chosen:04d}"
    return slots.found("DATE", f"{shown}-{month_number:02d}-{day:02d}", "relative")
