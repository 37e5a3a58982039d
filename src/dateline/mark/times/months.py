"""Readings of a month by itself."""

from __future__ import annotations

from dateline.mark.times.calendar import shown, years_on
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
            year = years_on(near.year, -1)
    else:
        year = nearest_year(slots, context, month=number)
    return slots.found("DATE", f"{shown(year)}-{number:02d}", "relative")


def _is_month(slots: Slots, context: Context, *, at: int) -> bool:
    """Whether a month name by itself is one, not a person ("April Jones", "Theresa May") or an event ("Long March")."""
    items = context.items
    if slots.has("MONTHAB") and not slots.has("DOT"):
        return False
    if slots.last - slots.first > 1 + slots.has("DOT") or items.words[at] not in context.cues["first_names"]:
        return True
    before, after = items.word(at - 1), items.word(slots.last)
    if before in context.cues["before_month"]:
        return True
    if items.words[at] in context.cues["months_that_are_verbs"] and after in context.cues["march_where"]:
        return False
    token = context.token(at)
    if token is not None and token.dep == "compound" and not items.written(slots.last)[:1].isupper():
        return after[:1].isalpha()
    named_before = before[:1].isalpha() and items.written(at - 1)[:1].isupper()
    named_after = after[:1].isalpha() and items.written(slots.last)[:1].isupper()
    possessed = context.items.kinds[slots.last : slots.last + 1] == context.apostrophe
    return not (named_before or named_after or before in context.cues["titles"] or possessed)
