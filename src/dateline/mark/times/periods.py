"""Readings of seasons, quarters, halves and holidays."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from dateline.mark.times.calendar import add_days, easter, fourth_thursday, shown, week_value, years_on
from dateline.mark.times.context import Context
from dateline.mark.times.nearness import nearest_year, relation, year_of
from dateline.mark.times.slots import Found, Slots

_QUARTER = 3  # months


def season(slots: Slots, context: Context) -> list[Found] | None:
    """A season: "last fall", "the summer of 2004", "this winter"."""
    at, code = slots.index("SEASON") or 0, slots.text("SEASON")
    if not _is_season(slots, context, at=at):
        return None
    if slots.has("UNIT") and slots.text("UNIT") != "Y":
        return None
    chosen = year_of(slots, context) if slots.has("YEAR", "BC", "UNIT") else _season_year(slots, context, code)
    return slots.found("DATE", f"{shown(chosen)}-{code}", "relative")


def _is_season(slots: Slots, context: Context, *, at: int) -> bool:
    """Whether "fall" or "spring" by itself is a season: "in spring", "the army's spring offensive"."""
    word, cues = context.items.words[at], context.cues
    if context.items.word(slots.last) in cues["seasonal_names"]:
        return False  # "the 2022 Winter Olympics"
    if word in cues["seasons_that_are_verbs"] and context.items.word(slots.last) in cues["of"]:
        return slots.last - slots.first > 1 and slots.has("YEAR", "BC")
    if slots.last - slots.first > 1 or word not in cues["rare_seasons"]:
        return True
    token, before = context.token(at), context.items.word(at - 1)
    if token is not None and token.dep == "compound" and context.items.written(at).islower():
        return context.items.written(slots.last).islower()
    return (token is None or token.pos == "NOUN") and before in cues["before_rare_season"]


def _season_year(slots: Slots, context: Context, code: str) -> int | None:
    anchor = context.anchor(slots.first)
    if anchor is None or anchor.month is None or relation(slots) == 0:
        return None if anchor is None else anchor.year
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    offset = relation(slots)
    if offset is None and not context.historical and context.tense(slots.first) == "future":
        return years_on(anchor.year, begins + 2 < anchor.month)
    if offset is None:
        return anchor.year if context.historical or begins <= anchor.month else years_on(anchor.year, -(begins != 12))
    if offset < 0:
        return anchor.year if begins + 2 < anchor.month else years_on(anchor.year, -1)
    return anchor.year if begins > anchor.month else years_on(anchor.year, 1)


def quarter(slots: Slots, context: Context) -> list[Found] | None:
    """A quarter: "the third quarter", "fourth-quarter", "this year's first quarter", "the second quarter of 2004"."""
    number = slots.number("ORD") or 0
    if slots.has("QTR"):
        number = slots.whole(slots.index("QTR") or 0)
        before = context.items.word(slots.first - 1)
        if not slots.has("YEAR", "UNIT", "BC") and before not in context.cues["before_quarter"]:
            return None
    elif "Q" not in [slots.at(index) for index in slots.all("UNIT")] or not 1 <= number <= 4:
        return None
    return slots.found("DATE", f"{_stretch_year(slots, context, first_month=number * 3 - 2)}-Q{number}", "relative")


def last_quarter(slots: Slots, context: Context) -> list[Found] | None:
    """ "the quarter" or "the latest quarter" of a company report is the last that has ended; "the weekend" likewise."""
    today, code = context.today(), slots.text("UNIT")
    if code == "WE" and not slots.has("LATEST"):
        return slots.found("DATE", _weekend(slots, context, today=today), "relative")
    if code != "Q" or today is None:
        return None
    named = None if slots.has("LATEST") else context.quarter_near(slots.first)
    return slots.found("DATE", named or _ended_quarter(today), "relative")


def _weekend(slots: Slots, context: Context, *, today: date | None) -> str:
    """The weekend that is past, or the one to come where the sentence looks ahead."""
    if today is None:
        return "XXXX-WXX-WE"
    near = today if context.tense(slots.first) == "future" else add_days(today, -today.isoweekday())
    return "XXXX-WXX-WE" if near is None else f"{week_value(near)}-WE"


def year_ago(slots: Slots, context: Context) -> list[Found] | None:
    """ "the year-ago quarter", "year-earlier": the same stretch a year before."""
    today, units = context.today(), [slots.at(index) for index in slots.all("UNIT")]
    if units[0] != "Y" or today is None or today.year == MINYEAR:
        return None
    before = today.replace(year=today.year - 1, day=1)
    number = slots.number("ORD")
    if number is not None and 1 <= number <= 4:
        return slots.aside(f"{before.year:04d}-Q{number}")
    named = context.quarter_before(slots.first)
    value = named or (_ended_quarter(before) if units[1:] == ["Q"] else f"{before.year:04d}")
    return slots.aside(value)


def _ended_quarter(day: date) -> str:
    number = (day.month - 1) // _QUARTER
    return f"{day.year:04d}-Q{number}" if number else f"{shown(years_on(day.year, -1))}-Q4"


def half(slots: Slots, context: Context) -> list[Found] | None:
    """Half a year: "the first half of 2004"."""
    number = 2 if slots.has("LAST", "LATTER") and not slots.has("ORD") else slots.number("ORD", "HALFYEAR") or 0
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
        return shown(years_on(anchor.year, offset))
    late = anchor.month is not None and first_month > anchor.month and context.tense(slots.first) != "future"
    return shown(years_on(anchor.year, -late))


def holiday(slots: Slots, context: Context) -> list[Found] | None:
    """A feast with a day of its own: "Christmas Eve", "Easter 1972", "last Thanksgiving"."""
    code, at = slots.text("HOLIDAY"), slots.index("HOLIDAY") or 0
    units = [slots.at(index) for index in slots.all("UNIT")]
    if not context.items.written(at)[0].isupper() or _is_named(slots, context) or context.hyphenated(slots.last):
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
    meant = add_days(day, -1) if slots.has("EVE") else day
    return None if meant is None else slots.found("DATE", meant.isoformat(), "relative")


def _is_named(slots: Slots, context: Context) -> bool:
    """Whether a feast is part of a longer name: "Easter Island", "White Christmas"."""
    items, after = context.items, context.items.word(slots.last)
    before = items.written(slots.first - 1) if items.word(slots.first - 1) else ""
    named_after = bool(after) and items.written(slots.last)[:1].isupper() and after not in context.cues["feast_days"]
    return named_after or (before[:1].isupper() and len(before) > 3)


def _feast(code: str, chosen: int) -> date | None:
    if not MINYEAR <= chosen <= MAXYEAR:
        return None
    if code == "easter":
        return easter(chosen)
    if code == "thanksgiving":
        return fourth_thursday(chosen)
    return date(chosen, int(code[:2]), int(code[3:]))


def new_year(slots: Slots, context: Context) -> list[Found] | None:
    """ "New Year's Eve", "New Year's Day 2004"."""
    month_number, day = (12, 31) if slots.has("EVE") else (1, 1)
    chosen = slots.number("YEAR") or nearest_year(slots, context, month=month_number, day=day)
    return slots.found("DATE", f"{shown(chosen)}-{month_number:02d}-{day:02d}", "relative")
