"""Readings of a month by itself and of dates in figures."""

from __future__ import annotations

from dateline.mark.times.calendar import dated
from dateline.mark.times.context import Context
from dateline.mark.times.dates import is_month_name
from dateline.mark.times.nearness import base, nearest_year, relation
from dateline.mark.times.slots import Found, Slots


def month(slots: Slots, context: Context) -> list[Found] | None:
    """A month by itself: "in October", "last May", "the end of April"."""
    at = slots.index("MONTH", "MONTHAB") or 0
    if not is_month_name(at, context) or not _is_month(slots, context, at=at):
        return None
    number = slots.number("MONTH", "MONTHAB") or 1
    if relation(slots) is not None and slots.has("PREV", "FOLLOW", "THAT", "SAME"):
        near = base(slots, context)
        year = None if near is None else near.year
        if near is not None and slots.has("PREV") and (near.month or 13) <= number:
            year = near.year - 1
    else:
        year = nearest_year(slots, context, month=number)
    return slots.found("DATE", f"{'XXXX' if year is None else f'{year:04d}'}-{number:02d}", "relative")


def _is_month(slots: Slots, context: Context, *, at: int) -> bool:
    """Whether a month name by itself is one, not a person ("April Jones", "Theresa May") or an event ("Long March")."""
    items = context.items
    if slots.has("MONTHAB") and not slots.has("DOT"):
        return False
    if slots.last - slots.first > 1 + slots.has("DOT") or items.words[at] not in context.cues["first_names"]:
        return True
    before, after = items.word(at - 1), items.word(slots.last)
    if items.words[at] == "march" and after in ("to", "on", "for", "of", "against"):
        return False
    if before in context.cues["before_month"]:
        return True
    named_before = before[:1].isalpha() and items.written(at - 1)[:1].isupper()
    named_after = after[:1].isalpha() and items.written(slots.last)[:1].isupper()
    return not (
        named_before
        or named_after
        or before in ("the", "a", "'s", "’s", "ms", "mr", "mrs", "dr")
        or after in ("'s", "’s")
    )


def written(slots: Slots, context: Context) -> list[Found] | None:
    """A date in figures: "2004-05-12", "12.05.2004". Where day and month could be either, only the year is kept."""
    value = slots.text("ISO", "SLASHED")
    if not value:
        return []
    return slots.found("DATE", value) if dated(value, "stated") is not None else []


def numeric(shown: str) -> str:
    """The value of "12.05.2004" or "5/13/04"; "" for what is no date."""
    sign = "." if "." in shown else "/"
    one, two, year_text = (int(part) for part in shown.split(sign))
    full = year_text if year_text > 99 else year_text + (2000 if year_text < 50 else 1900)
    day, month_number = (one, two) if sign == "." or one > 12 else (two, one)
    if max(one, two) > 31 or month_number > 12 or not day or not month_number:
        return ""
    if sign == "/" and one <= 12 and two <= 12 and one != two:
        return f"{full:04d}"
    return f"{full:04d}-{month_number:02d}-{day:02d}"
