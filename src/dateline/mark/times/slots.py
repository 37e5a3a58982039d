"""What a rule matched, by class, and what it turns out to mean."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from dateline.mark.items import Items
from dateline.model.marks import TimexType
from dateline.model.values import Basis

NUMBERS = ("DAY", "NUM", "COUNT", "YEAR")


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression from item ``first`` up to, not including, item ``last``."""

    first: int
    last: int
    type: TimexType
    value: str
    basis: Basis = "stated"


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

    def found(self, type_: TimexType, value: str, basis: Basis = "stated") -> list[Found]:
        """The whole match as one expression."""
        return [Found(self.first, self.last, type_, value, basis)]


def quantity(slots: Slots) -> Decimal | None:
    """How many units a match speaks of; None where it does not say ("several", "a few")."""
    half = Decimal("0.5") if slots.has("half") else Decimal(0)
    numbers = slots.all(*NUMBERS)
    if slots.has("VAGUE", "number"):
        return None
    if numbers:
        return Decimal(str(slots.at(numbers[-1]))) + half
    if slots.has("couple"):
        return Decimal(2)
    if half and not slots.has("and"):
        return half
    return Decimal(1) + half if slots.has("a", "an", "another") else None


def period(count: Decimal | None, unit: str) -> str:
    """The TIMEX3 value of a duration: 5 and "Y" is "P5Y", None and "TM" is "PTXM"."""
    if count is not None and unit in ("F", "H", "ML"):
        count, unit = {"F": (count * 2, "W"), "H": (count * 6, "M"), "ML": (count * 1000, "Y")}[unit]
    unit = {"F": "W", "H": "M", "ML": "Y"}.get(unit, unit)
    number = "X" if count is None else format(count.normalize(), "f")
    return f"PT{number}{unit[1:]}" if unit[0] == "T" else f"P{number}{unit}"
