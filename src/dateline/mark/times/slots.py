"""What a rule matched, by class, and what it turns out to mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from dateline.mark.items import Items
from dateline.mark.times.calendar import Moment, dated
from dateline.model.marks import TimexMod, TimexType
from dateline.model.values import Basis, PartialDate

NUMBERS = ("DAY", "NUM", "COUNT", "YEAR", "FOUR")
_BEFORE_CHRIST = re.compile(r"BC[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression from item ``first`` up to, not including, item ``last``.

    An empty value is that of a date which the calendar does not have. What is said ``aside`` ("two years earlier")
    does not move a story.
    """

    first: int
    last: int
    type: TimexType
    value: str
    basis: Basis = "stated"
    mod: TimexMod | None = None
    aside: bool = False

    def date(self) -> PartialDate | None:
        """The days it covers; None for a length, a set, and what cannot be pinned to the calendar."""
        return None if self.type in ("DURATION", "SET") else dated(self.value, self.basis)

    def moment(self) -> Moment | None:
        """The point that what follows in the text may lean on; None where it gives none."""
        early = _BEFORE_CHRIST.match(self.value)
        if early is not None:
            return Moment.of(early[0])
        date = self.date() if self.value[:4].isdecimal() and len(self.value) > 3 else None
        return None if date is None else Moment.of(date.first)


class Slots:
    """The items of a match; ``names`` are their classes."""

    __slots__ = ("_items", "first", "last", "names")

    def __init__(self, items: Items, names: list[str], first: int) -> None:
        self._items = items
        self.names = names
        self.first = first
        self.last = first + len(names)

    def has(self, *names: str) -> bool:
        """Whether an item of one of the classes is there."""
        return any(name in self.names for name in names)

    def index(self, *names: str) -> int | None:
        """The item of the first class that is there."""
        for name in names:
            if name in self.names:
                return self.first + self.names.index(name)
        return None

    def value(self, *names: str) -> object:
        """The value of the first item of the first class that is there, or None."""
        index = self.index(*names)
        return None if index is None else self._items.values[index]

    def number(self, *names: str) -> int | None:
        """The same as a whole number."""
        value = self.value(*names)
        return int(cast(int, value)) if isinstance(value, int | Decimal) else None

    def text(self, *names: str) -> str:
        """The same as a string, "" when it is not there."""
        value = self.value(*names)
        return value if isinstance(value, str) else ""

    def all(self, *names: str) -> list[int]:
        """The indices of all items of these classes."""
        return [self.first + place for place, name in enumerate(self.names) if name in names]

    def at(self, index: int) -> object:
        """The value of an item by its index."""
        return self._items.values[index]

    def whole(self, index: int) -> int:
        """The value of an item as a whole number; 0 for one with a fraction, which is no day and no year."""
        value = Decimal(str(self.at(index)))
        return int(value) if value == value.to_integral_value() else 0

    def year(self) -> int | None:
        """The year that is named, negative before Christ: "2004" is 2004, "481 BC" is -481."""
        if not self.has("BC"):
            return self.number("YEAR")
        before = self.all(*NUMBERS)
        return -self.whole(before[-1]) if before and self.whole(before[-1]) > 0 else None

    def mod(self) -> TimexMod | None:
        """How the match narrows or loosens what it names: START for "early 2004", APPROX for "about a year"."""
        value = self.text("EARLY", "EDGE", "APPROX")
        if value:
            return cast(TimexMod, value)
        if self.has("LATTER", "REST"):
            return "END"
        if self.has("MOST", "UP", "NO"):
            return "EQUAL_OR_LESS"
        if self.has("THAN"):
            return "MORE_THAN" if self.has("MORE") else "LESS_THAN"
        return "EQUAL_OR_MORE" if self.has("LEAST") else None

    def found(self, type_: TimexType, value: str, basis: Basis = "stated") -> list[Found]:
        """The whole match as one expression."""
        return [Found(self.first, self.last, type_, value, basis, self.mod())]

    def aside(self, value: str) -> list[Found]:
        """The whole match as a date that a story looks back to."""
        return [Found(self.first, self.last, "DATE", value, "relative", self.mod(), aside=True)]

    def impossible(self) -> list[Found]:
        """The whole match as a date that the calendar does not have."""
        return [Found(self.first, self.last, "DATE", "")]


def quantity(slots: Slots) -> Decimal | None:
    """How many units a match speaks of; None where it does not say ("several", "a few")."""
    half = Decimal("0.5") if slots.has("HALF") else Decimal(0)
    numbers = slots.all(*NUMBERS)
    if slots.has("VAGUE", "LOT"):
        return None
    if numbers:
        return Decimal(str(slots.at(numbers[-1]))) + half
    if slots.has("COUPLE"):
        return Decimal(2)
    if half and not slots.has("AND"):
        return half
    return Decimal(1) + half if slots.has("A", "ANOTHER") else None


def period(count: Decimal | None, unit: str) -> str:
    """The TIMEX3 value of a duration: 5 and "Y" is "P5Y", None and "TM" is "PTXM"."""
    if count is not None and unit in ("F", "H", "ML"):
        count, unit = {"F": (count * 2, "W"), "H": (count * 6, "M"), "ML": (count * 1000, "Y")}[unit]
    unit = {"F": "W", "H": "M", "ML": "Y"}.get(unit, unit)
    number = "X" if count is None else format(count.normalize(), "f")
    return f"PT{number}{unit[1:]}" if unit[0] == "T" else f"P{number}{unit}"
