"""Readings of calendar expressions: days, months, weekdays, parts of the day."""

from __future__ import annotations

from datetime import date

from dateline.mark.times.calendar import Moment, add_days, is_day, shown
from dateline.mark.times.clock import hour, timed
from dateline.mark.times.context import Context
from dateline.mark.times.nearness import BY_REFERENCE, base, nearest_year, relation, year_of
from dateline.mark.times.slots import Found, Slots
from dateline.model.values import Basis


def calendar(slots: Slots, context: Context) -> list[Found] | None:
    """A day or month with what else is said of it: "Monday, April 12, 2004", "Tuesday night", "5 p.m. today"."""
    if slots.has("MONTH", "MONTHAB"):
        return _in_month(slots, context)
    if slots.has("DEICTIC", "TONIGHT"):
        return _from_today(slots, context)
    if slots.has("WEEKDAY", "WEEKDAYAB"):
        return _weekday(slots, context)
    return hour(slots, context)


def _in_month(slots: Slots, context: Context) -> list[Found] | None:
    month_at = slots.index("MONTH", "MONTHAB") or 0
    if not is_month_name(month_at, context) or slips(slots):
        return None
    month, day_at = slots.number("MONTH", "MONTHAB") or 1, _day_index(slots, month_at)
    day = None if day_at is None else slots.whole(day_at)
    if day_at is not None and counts(day_at, context) and day_at > month_at and not slots.has("YEAR"):
        return None
    year, basis = year_with_basis(slots, context, month=month, day=day)
    if day is not None and not is_day(year if basis == "stated" else None, month, day):
        return slots.impossible()
    if day is not None and not is_day(year, month, day):
        year = None  # a guessed year without that 29 February
    value = f"{shown(year)}-{month:02d}" + ("" if day is None else f"-{day:02d}")
    return timed(slots, value, basis=basis)


def whole_date(slots: Slots) -> Moment | None:
    """The day that a full date names, where the calendar has it."""
    year, month = slots.number("YEAR"), slots.number("MONTH", "MONTHAB") or 1
    day = slots.whole(slots.index("DAY", "ORD") or 0)
    return Moment(year, month, day) if year is not None and is_day(year, month, day) else None


def slips(slots: Slots) -> bool:
    """Whether a unit other than the year stands where a year should: "June last week"."""
    return slots.has("UNIT") and slots.text("UNIT") != "Y"


def _day_index(slots: Slots, month_at: int) -> int | None:
    """The number that is the day of the month: the one next to it that is not the hour."""
    days = [at for at in slots.all("DAY", "ORD") if abs(at - month_at) <= 2]
    return min(days, key=lambda at: abs(at - month_at), default=None)


def counts(day_at: int, context: Context) -> bool:
    """Whether a number counts what follows: "In April 12 people died"."""
    token = context.token(day_at)
    if token is None or token.dep != "nummod":
        return False
    head = context.analysis.head(token)
    return head.tag == "NNS" and head.span.start > token.span.start


def year_with_basis(slots: Slots, context: Context, *, month: int, day: int | None) -> tuple[int | None, Basis]:
    if slots.has("YEAR", "BC"):
        return slots.year(), "stated"
    if slots.has("UNIT"):
        return year_of(slots, context), "relative"
    year = nearest_year(slots, context, month=month, day=day or 1)
    weekday = slots.number("WEEKDAY", "WEEKDAYAB")
    if year is not None and year > 1 and weekday is not None and day is not None:
        fitting = [y for y in (year, year - 1, year + 1) if is_day(y, month, day) and _falls(y, month, day) == weekday]
        year = fitting[0] if fitting else year
    return year, "relative"


def _falls(year: int, month: int, day: int) -> int:
    return date(year, month, day).isoweekday()


def is_month_name(index: int, context: Context) -> bool:
    """Whether a word names a month: written with a capital, and not a verb ("May I ..."). Short forms as in dates."""
    if not context.items.written(index)[0].isupper():
        return False
    token = context.token(index)
    return token is None or token.tag not in ("MD", "VB", "VBP", "VBD", "VBZ")


def _from_today(slots: Slots, context: Context) -> list[Found] | None:
    if slots.has("DEICTIC") and _is_title(slots, context):
        return None
    today, offset = context.today(), slots.number("DEICTIC") or 0
    if today is None:
        value = "XXXX-XX-XX" if offset or slots.has("PART", "TONIGHT") else "PRESENT_REF"
        return timed(slots, value, basis="relative")
    day = add_days(today, offset)
    return None if day is None else timed(slots, day.isoformat(), basis="relative")


def _is_title(slots: Slots, context: Context) -> bool:
    """Whether "Today" ends a name: "Border Today reported"."""
    at, items = slots.index("DEICTIC") or 0, context.items
    before = items.written(at - 1) if at and items.word(at - 1)[:1].isalpha() else ""
    return items.written(at)[0].isupper() and before[:1].isupper() and not before.isupper()


def _weekday(slots: Slots, context: Context) -> list[Found] | None:
    number = slots.number("WEEKDAY", "WEEKDAYAB") or 1
    at = slots.index("WEEKDAY", "WEEKDAYAB") or slots.first
    if _is_paper(slots, context):
        return None
    if not context.items.written(at)[0].isupper() or (slots.has("WEEKDAYAB") and not _is_short_day(slots, context)):
        return None
    anchor = (base if slots.has(*BY_REFERENCE) else _anchor)(slots, context)
    day = None if anchor is None else anchor.date
    if day is None:
        return timed(slots, f"XXXX-WXX-{number}", basis="relative")
    chosen = chosen_weekday(slots, context, day=day, number=number)
    return None if chosen is None else timed(slots, chosen.isoformat(), basis="relative")


def _is_paper(slots: Slots, context: Context) -> bool:
    """Whether a day begins a name: "the Sunday Ledger"."""
    items, after = context.items, slots.last
    named = items.word(after)[:1].isalpha() and items.written(after)[:1].isupper()
    return slots.last - slots.first == 1 and named and items.word(slots.first - 1) in context.cues["titles"]


def _is_short_day(slots: Slots, context: Context) -> bool:
    """Whether "Sun." is a Sunday, not the star at the end of a sentence: "brighter than the Sun."."""
    before, last = context.items.word(slots.first - 1), context.items.word(slots.last)
    known = before in context.cues["before_month"] or slots.last - slots.first > slots.names.count("DOT") + 1
    return slots.has("DOT") and before not in context.cues["titles"] and (known or last != "")


def _anchor(slots: Slots, context: Context) -> Moment | None:
    return context.anchor(slots.first)


def is_coming(slots: Slots, context: Context) -> bool:
    """Whether the words before say that a day lies ahead: "as early as Tuesday"."""
    items, first = context.items, slots.first
    if first and items.written(first - 1) in context.cues["ahead_of"]:
        return True
    return items.word(first - 1) in context.cues["as"] and items.word(first - 2) in context.cues["as_soon"]


def chosen_weekday(slots: Slots, context: Context, *, day: date, number: int) -> date | None:
    offset, back = relation(slots), (day.isoweekday() - number) % 7
    tense = None if context.items.word(slots.last) in ("'s", "’s") else context.tense(slots.first)
    if slots.text("UNIT") == "W" and offset is not None:
        return add_days(day, number - day.isoweekday() + 7 * offset)
    if slots.has("UNIT"):
        return None
    if offset == 1 or (offset is None and (tense == "future" or is_coming(slots, context))):
        ahead = (7 - back) % 7
        return add_days(day, ahead or (7 if offset == 1 else 0))
    if offset == 0 and slots.has("THIS") and not slots.has("PAST") and tense != "past":
        return add_days(day, (7 - back) % 7)
    return add_days(day, -(back or (7 if offset == -1 else 0)))
