"""Readings of shifts, stretches, durations and sets: "two days earlier", "last week", "five years", "every Monday"."""

from __future__ import annotations

from datetime import MAXYEAR, date
from decimal import Decimal

from dateline.mark.times.calendar import Moment, add_days, add_months, shown, week_value, years_on
from dateline.mark.times.context import Context
from dateline.mark.times.nearness import base, relation
from dateline.mark.times.slots import NUMBERS, Found, Slots, period, quantity

_MOST = 100_000
_HYPHENS = frozenset("-‑‐")


def ago(slots: Slots, context: Context) -> list[Found] | None:
    """A shift: "two days ago", "a week earlier", "several years later", "six months from now"."""
    ahead = slots.number("LATER") == 1 or slots.has("NOW")
    if slots.has("BEFORE") and context.items.word(slots.last) not in ("", *context.cues["ends_a_clause"]):
        return None
    vague = "FUTURE_REF" if ahead else "PAST_REF"
    count = None if slots.has("UNITS") and not slots.has(*NUMBERS, "COUPLE") else quantity(slots)
    code = slots.text("UNIT", "UNITS")
    if count is None or code[0] == "T" or count > _MOST:
        return slots.found("DATE", vague, "relative")
    if code == "Y" and count == 1 and not ahead and (quarter := context.quarter_before(slots.first)) is not None:
        return slots.aside(quarter)
    from_today = slots.has("AGO", "NOW")
    near = context.told(slots.first) if ahead else context.reference(slots.first)
    start = context.now(slots.first) if from_today else near
    value = None if start is None else shifted(start, code, int(count) * (1 if ahead else -1))
    return slots.found("DATE", value or vague, "relative") if ahead or code == "D" else slots.aside(value or vague)


def shifted(start: Moment, code: str, count: int) -> str | None:
    """The value of the unit ``count`` units from ``start``, as exact as the unit: "two years ago" is a year."""
    if code in ("Y", "DE", "CE", "ML"):
        year = years_on(start.year, count * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[code])
        return _year_like(year, code)
    if code in ("M", "Q", "H"):
        moved = add_months(start, count * {"M": 1, "Q": 3, "H": 6}[code])
        if moved is None or moved.month is None:
            return None
        return moved.value if code != "Q" else f"{shown(moved.year)}-Q{(moved.month + 2) // 3}"
    if start.date is None:
        return None
    day = add_days(start.date, count * {"D": 1, "W": 7, "WE": 7, "F": 14}[code])
    return None if day is None else _day_like(day, code)


def _year_like(year: int, code: str) -> str | None:
    if not -MAXYEAR <= year <= MAXYEAR:
        return None
    era, size = ("", year) if year > 0 else ("BC", -year)
    return era + {"DE": f"{size // 10:03d}", "CE": f"{(size - 1) // 100:02d}"}.get(code, f"{size:04d}")


def _day_like(day: date, code: str) -> str:
    return {"D": day.isoformat(), "WE": f"{week_value(day)}-WE"}.get(code, week_value(day))


def stretch(slots: Slots, context: Context) -> list[Found] | None:
    """A stretch of the calendar near the report or the date spoken of: "last week", "later that year", "year-end"."""
    code, offset, start = slots.text("UNIT"), relation(slots), base(slots, context)
    if code[0] == "T" or (code == "D" and slots.has("LAST", "CURRENT")):
        return None
    if offset is None:
        partial = slots.has("EDGE", "EARLY", "LATER", "LATTER", "PORTION", "REST")
        if not partial or (code == "D" and not slots.has("IN")):
            return None
        offset, start = 0, context.reference(slots.first)
    if start is None:
        return slots.found("DATE", "XXXX-XX-XX" if code == "D" else "XXXX", "relative")
    value = shifted(start, code, offset)
    if value is None and context.published is not None and context.published.year == start.year:
        value = shifted(context.published, code, offset)
    if value is None:
        return None
    return slots.aside(value) if slots.has("PREV") and code != "D" else slots.found("DATE", value, "relative")


def past_stretch(slots: Slots, context: Context) -> list[Found] | None:
    """A stretch up to now, which is a length: "the past year", "the last decade"."""
    code = slots.text("UNIT")
    if slots.has("ORD", "FINAL") and (not slots.has("OF") or slots.number("ORD") != 1):
        return None
    if code == "D" and slots.has("LAST"):
        return None
    if slots.has("OF") and context.months.match(context.items.kinds, slots.last):
        return []  # "the last weekend of July" is neither last weekend nor a length
    last = slots.last - 1 if slots.has("OF") else slots.last
    return [Found(slots.first, last, "DURATION", period(Decimal(1), code))]


def duration(slots: Slots, context: Context) -> list[Found] | None:
    """A length of time: "two years", "a few weeks", "five-year", "more than an hour", "a year and a half"."""
    code, count = slots.text("UNIT", "UNITS"), quantity(slots)
    shared = code == "Q" and (slots.has("HYPHEN") or context.items.word(slots.last) in context.cues["of"])
    if shared or _is_age(slots, context):
        return None
    indefinite = slots.has("A") and not slots.has(*NUMBERS)
    if slots.has("UNIT") and indefinite and (code in ("Q", "WE") or _is_rate(slots, context)):
        return None
    if count is not None and count > _MOST:
        return None
    loose = slots.has("APPROX") and context.items.words[slots.first] in context.cues["loose_bounds"]
    if loose and not slots.has(*NUMBERS, "VAGUE"):
        return None
    if slots.names[0] == "UNIT":
        count = Decimal(1)
    return slots.found("DURATION", period(count, code))


def _is_rate(slots: Slots, context: Context) -> bool:
    """Whether a unit is what an amount is counted by: "$500 million a year", "40 flights a day"."""
    token, before = context.token(slots.last - 1), context.token(slots.first - 1)
    if slots.names != ["A", "UNIT"] or token is None or before is None or token.dep != "npadvmod":
        return False
    return before.tag in ("CD", "NNS") or before.text == "%"


def _is_age(slots: Slots, context: Context) -> bool:
    """Whether the length is an age: "44-year-old", "52 years old"."""
    after, old = context.items.word(slots.last), context.cues["old"]
    return after in old or (after in _HYPHENS and context.items.word(slots.last + 1) in old)


def many(slots: Slots, context: Context) -> list[Found] | None:
    """Units in plural with no number: "for years", "recent months", "the coming weeks"."""
    if slots.names[0] in ("NEXT", "FUTURE") or slots.names[:2] == ["THE", "NEXT"]:
        return slots.found("DATE", "FUTURE_REF", "relative")
    if slots.names == ["UNITS"] and context.items.word(slots.first - 1) not in context.cues["before_units"]:
        return None
    return slots.found("DURATION", period(None, slots.text("UNITS")))


def repeated(slots: Slots, context: Context) -> list[Found] | None:
    """What comes again and again: "every Monday", "daily", "twice a week", "each year"."""
    if slots.has("OFTEN"):
        token = context.token(slots.first)
        named = context.items.word(slots.last)[:1].isalpha() and context.items.written(slots.last)[:1].isupper()
        if named and context.items.written(slots.first)[:1].isupper():
            return None
        adverb = context.items.words[slots.first] in context.cues["adverbs_only"]
        if adverb and token is not None and token.pos == "ADJ":
            return None
        return slots.found("SET", slots.text("OFTEN"))
    if slots.has("WEEKDAYS", "WEEKDAY", "WEEKDAYAB"):
        part = slots.text("PART", "PARTS")
        value = f"XXXX-WXX-{slots.number('WEEKDAYS', 'WEEKDAY', 'WEEKDAYAB')}"
        return slots.found("SET", f"{value}T{part}" if part else value)
    if slots.has("MONTH"):
        return slots.found("SET", f"XXXX-{slots.number('MONTH'):02d}")
    if slots.has("SEASON"):
        return slots.found("SET", f"XXXX-{slots.text('SEASON')}")
    if slots.has("PART"):
        return slots.found("SET", f"XXXX-XX-XXT{slots.text('PART')}")
    numbers = [Decimal(str(slots.at(index))) for index in slots.all("ORD", "DAY", "NUM", "COUNT")]
    if slots.has("TIMES", "PER"):
        numbers = []
    count = None if slots.has("VAGUE") else Decimal(numbers[0] if numbers else 2 if slots.has("OTHER") else 1)
    value = period(count, slots.text("UNIT", "UNITS"))
    if slots.has("PER") and not slots.has("TIMES") and value.startswith("PT"):
        return None  # "30 miles per hour": a rate, which the amounts have
    return slots.found("SET", value)


def past(slots: Slots, context: Context) -> list[Found]:
    """ "recently", "the past"."""
    late = context.items.word(slots.last) in context.cues["as_late"]  # "as recently as late 2009"
    return [] if late else slots.found("DATE", "PAST_REF", "relative")


def present(slots: Slots, context: Context) -> list[Found]:
    """ "now", "currently", "these days"."""
    return slots.found("DATE", "PRESENT_REF", "relative")


def future(slots: Slots, context: Context) -> list[Found]:
    """ "soon", "the future"."""
    return slots.found("DATE", "FUTURE_REF", "relative")
