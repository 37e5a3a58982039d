"""Dates in figures: "2004-05-12", "12.05.2004", "5/13/04"."""

from __future__ import annotations

from dateline.mark.grammar import Alphabet
from dateline.mark.items import Items
from dateline.mark.times.calendar import dated
from dateline.mark.times.context import Context
from dateline.mark.times.slots import Found, Slots

_MONTHS = 12
_PIVOT = 30  # two figures up to this are a year of this century


def written(slots: Slots, context: Context) -> list[Found] | None:
    """A date in figures. Where day and month could be either, and the text does not show which, the year is kept."""
    value = slots.text("ISO") or numeric(slots.text("SLASHED"), day_first=context.day_first)
    return slots.found("DATE", value) if value and dated(value, "stated") is not None else slots.impossible()


def numeric(shown: str, *, day_first: bool | None) -> str:
    """The value of "12.05.2004" or "5/13/04"; "" for what is no date."""
    one, two, year = _parts(shown)
    full = f"{short_year(year) if year < 100 else year:04d}"
    if not (one and two) or min(one, two) > _MONTHS:
        return ""
    if "/" in shown and one <= _MONTHS and two <= _MONTHS and one != two and day_first is None:
        return full
    first = "." in shown or one > _MONTHS or (bool(day_first) and two <= _MONTHS)
    day, month = (one, two) if first else (two, one)
    return f"{full}-{month:02d}-{day:02d}" if month <= _MONTHS else ""


def short_year(number: int) -> int:
    """The year that two figures stand for: 98 is 1998, 04 is 2004."""
    return number + (2000 if number <= _PIVOT else 1900)


def day_comes_first(items: Items, alphabet: Alphabet) -> bool | None:
    """Whether a text writes the day before the month, by its other dates; None where they do not say, or both ways."""
    slashed, day = alphabet.char("SLASHED"), alphabet.char("DAY")
    months = (alphabet.char("MONTH"), alphabet.char("MONTHAB"))
    votes = set()
    for at, kind in enumerate(items.kinds):
        if kind == slashed and "/" in (shown := str(items.values[at])):
            one, two, _ = _parts(shown)
            votes |= {one > _MONTHS} if max(one, two) > _MONTHS else set()
    if not votes:
        pairs = zip(items.kinds, items.kinds[1:], strict=False)
        votes = {one == day for one, two in pairs if (one == day and two in months) or (one in months and two == day)}
    return votes.pop() if len(votes) == 1 else None


def _parts(shown: str) -> tuple[int, int, int]:
    one, two, year = (int(part) for part in shown.split("." if "." in shown else "/"))
    return one, two, year
