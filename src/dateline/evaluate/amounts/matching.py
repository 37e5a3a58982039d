"""Which of our amounts are which of NewsQuant's quantities, and what of them is right.

Amounts and quantities of a sentence are paired one to one by their value; where several have the same value, those
with the right unit first. docs/amounts.md has the protocol.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dateline.evaluate.amounts.newsquant import Wanted
from dateline.evaluate.amounts.tables import Names

_CLOSE = Decimal("0.002")  # a share is rounded to three places, by us and by NewsQuant
_WORD = re.compile(r"\w+")
_SMALL = frozenset(["and", "the", "of", "a", "an", "most"])
_RATE = "1/"
_SHARES = ("%", "percentage")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount of the wire form: its ends (equal where one is open), unit, bound, counted words and words."""

    low: Decimal
    high: Decimal
    unit: str | None
    bound: str
    counted: str | None
    words: str

    @classmethod
    def of(cls, mention: Mapping[str, Any]) -> Found:
        """The amount of a mention in the wire form."""
        quantity = mention["quantity"]
        low, high = (None if quantity[end] is None else Decimal(quantity[end]) for end in ("low", "high"))
        counted = quantity["counted"]
        return cls(
            low=low if low is not None else high if high is not None else Decimal(0),
            high=high if high is not None else low if low is not None else Decimal(0),
            unit=quantity["unit"],
            bound=quantity["bound"],
            counted=None if counted is None else counted["text"],
            words=mention["span"]["text"],
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """A quantity and the amount that has its value; ``noun`` is None where NewsQuant names nothing counted."""

    wanted: int
    found: int
    unit: bool
    bound: bool
    noun: bool | None


def pairs(wanted: Sequence[Wanted], found: Sequence[Found], names: Names) -> list[Pair]:
    """The quantities that were found, each with its amount."""
    taken: dict[int, int] = {}
    for with_unit in (True, False):
        for number, one in enumerate(wanted):
            if number in taken:
                continue
            for place, other in enumerate(found):
                fits = same_value(one, other) and (not with_unit or same_unit(one, other, names))
                if fits and place not in taken.values():
                    taken[number] = place
                    break
    return [_pair(number, place, wanted[number], found[place], names=names) for number, place in sorted(taken.items())]


def _pair(number: int, place: int, wanted: Wanted, found: Found, *, names: Names) -> Pair:
    bound = names.bounds.get(wanted.change, "exactly")
    # NewsQuant has no sign of its own for a range, and says how figures move ("up") in place of a bound.
    free = found.bound == "range" or wanted.change not in names.bounds
    noun = None if not found.counted or not wanted.noun else bool(_words(found.counted) & _words(wanted.noun))
    return Pair(number, place, same_unit(wanted, found, names), free or bound == found.bound, noun)


def same_value(wanted: Wanted, found: Found) -> bool:
    """Whether the ends are the same. "Thousands of" is 1000 to 10000 in NewsQuant and at least 1000 with us."""
    low, high = abs(wanted.low - found.low), abs(wanted.high - found.high)
    if low > abs(wanted.low) * _CLOSE:
        return False
    open_ended = wanted.low != wanted.high and found.bound == "at_least"
    return open_ended or high <= abs(wanted.high) * _CLOSE


def same_unit(wanted: Wanted, found: Found, names: Names) -> bool:
    """Whether the unit is the same: by its code, or by its words where it is a noun that is counted."""
    if not wanted.units:
        return found.unit is None and found.counted is None
    if found.unit is not None and any(found.unit in names.units(unit) for unit in wanted.units):
        return True
    if found.unit == "share":
        return any(unit.lower().startswith(_SHARES) for unit in wanted.units)
    if found.counted is None:
        return False
    if found.unit is not None and found.unit.startswith(_RATE):
        return any(
            _words(found.counted) == _words(unit.partition(" per ")[0]) for unit in wanted.units if " per " in unit
        )
    if found.unit is not None and found.unit not in names.classes:
        return False
    return any(_words(found.counted) == _words(unit) for unit in wanted.units)


def _words(text: str) -> set[str]:
    """The words that matter, plural or not, in any order."""
    return {_singular(word) for word in _WORD.findall(text.lower())} - _SMALL


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
