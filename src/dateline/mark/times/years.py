"""Readings of years, decades and centuries."""

from __future__ import annotations

from dateline.mark.times.context import Context
from dateline.mark.times.slots import Found, Slots

_ORDINARY_YEARS = range(1900, 2041)
_SIGNS = frozenset("$€£¥#")
_HYPHENS = frozenset("-–")
_DASHES = frozenset("-–—")
_OPENING = frozenset("([“\"‘'")


def year(slots: Slots, context: Context) -> list[Found] | None:
    """A year by itself, where a year is meant: "in 2004", "the year 2000", "fiscal 1989", not "room 2004"."""
    at = slots.index("YEAR", "SHORT") or 0
    number = slots.whole(at)
    if slots.has("UNIT") and slots.text("UNIT") != "Y":
        return None
    if not slots.has("UNIT", "FISCAL", "EDGE", "EARLY") and not _is_year(slots, context, at=at, number=number):
        return None
    return slots.found("DATE", f"{number:04d}")


def _is_year(slots: Slots, context: Context, *, at: int, number: int) -> bool:
    """Whether a number that could be a year is one, by the words on both sides of it."""
    items, cues = context.items, context.cues
    before, after = items.word(at - 1), items.word(at + 1)
    if before in cues["named_by_number"] or before in _SIGNS or after in cues["measured"]:
        return False
    if after in cues["of"] and items.word(at + 2) in cues["of_whom"]:
        return False
    if after == "(" and items.kinds[at + 2 : at + 3] == items.kinds[at] and items.word(at + 3) == ")":
        return False  # "resolutions 1373 (2001) and 1624 (2005)"
    if items.glued(at - 1) and not before[-1:].isalnum() and before not in _OPENING:
        return items.kinds[at - 2 : at - 1] == items.kinds[at] and _is_range(context, at=at, number=number)
    if _counts(context, at=at, number=number):
        return False
    if slots.has("SHORT"):
        return before in cues["before_year"] or before in context.cues["year_after"] or before == ","
    if slots.has("APPROX") and items.words[slots.first] in cues["bounds_no_year"]:
        return False
    if context.historical and number < 1950:
        return True
    if number in _ORDINARY_YEARS:
        return before in cues["before_year"] or not _is_named(context, at=at)
    close = before in cues["close_to_year"] or before in _HYPHENS or (before in cues["year_after"] and number > 1500)
    return before in cues["before_any_year"] or (close and number < _ORDINARY_YEARS.start)


def _is_range(context: Context, *, at: int, number: int) -> bool:
    """Whether a year goes on from the year right before it: "1915-1917", "2003/2004", not the number "S/2003/1148"."""
    sign, first = context.items.word(at - 1), int(str(context.items.values[at - 2]))
    return number > 1000 and (sign in _DASHES or (sign == "/" and 0 < number - first <= 1))


def _is_named(context: Context, *, at: int) -> bool:
    """Whether a number ends a name: "Euro 2020." A name at a sentence's beginning is too rare to tell from a word."""
    items, before, after = context.items, context.items.word(at - 1), context.items.word(at + 1)
    inside = items.kinds[at - 2 : at - 1] not in ("", "\n")
    return inside and before[:1].isalpha() and items.written(at - 1)[:1].isupper() and not after[:1].isalpha()


def _counts(context: Context, *, at: int, number: int) -> bool:
    """Whether a four-digit figure counts what follows: "2000 soldiers", "1990 people", but "the 1990 elections"."""
    token = context.token(at)
    if token is None or token.dep != "nummod":
        return False
    head = context.analysis.head(token)
    if head.tag != "NNS" or head.span.start < token.span.start:
        return False
    before = context.items.word(at - 1)
    return number % 100 == 0 or before not in context.cues["year_of_what"]


def years(slots: Slots, context: Context) -> list[Found] | None:
    """Two years of which the second is short: "1915-17". Each is an expression of its own."""
    numbers = slots.all("YEAR", "NUM", "DAY")
    first, second = (slots.whole(place) for place in numbers)
    full = first - first % 100 + second
    if not first < full <= first + 60 or len(context.items.words[numbers[1]]) != 2:
        return None
    if not _is_year(slots, context, at=numbers[0], number=first):
        return None
    return [
        Found(numbers[0], numbers[0] + 1, "DATE", f"{first:04d}"),
        Found(numbers[1], numbers[1] + 1, "DATE", f"{full:04d}"),
    ]


def eras(slots: Slots, context: Context) -> list[Found] | None:
    """Two years before Christ: "264 to 241 BC". Each is an expression of its own."""
    places = slots.all("YEAR", "NUM", "DAY")
    first, second = (slots.whole(place) for place in places)
    if not 0 < second < first < 10000:
        return None
    return [
        Found(places[0], places[0] + 1, "DATE", f"BC{first:04d}"),
        Found(places[1], slots.last, "DATE", f"BC{second:04d}"),
    ]


def era(slots: Slots, context: Context) -> list[Found] | None:
    """A year with its era: "490 BC", "AD 79"."""
    number = slots.number("YEAR", "NUM", "DAY")
    if number is None or not 0 < number < 10000 or not _is_era(slots, context):
        return None
    if not slots.has("BC"):
        return slots.found("DATE", f"{number:04d}")
    month_number = slots.number("MONTH", "MONTHAB")
    return slots.found("DATE", f"BC{number:04d}" + (f"-{month_number:02d}" if month_number else ""))


def _is_era(slots: Slots, context: Context) -> bool:
    """Whether "BC" or "AD" is written as an era, not as the word "ad"."""
    at = slots.index("BC", "AD")
    return at is not None and context.items.written(at)[0].isupper()


def decade(slots: Slots, context: Context) -> list[Found] | None:
    """A decade: "the 1990s", "the early '70s", not "in his 30s"."""
    at = slots.index("DECADE") or 0
    if context.items.words[at][:2].isdecimal() and len(context.items.words[at]) == 3 and not slots.has("THE"):
        return None
    return slots.found("DATE", slots.text("DECADE"))


def century(slots: Slots, context: Context) -> list[Found] | None:
    """A century: "the 19th century"."""
    number = slots.number("ORD") or 0
    if slots.text("UNIT") != "CE" or not 1 <= number <= 30:
        return None
    return slots.found("DATE", f"{'BC' if slots.has('BC') else ''}{number - 1:02d}")
