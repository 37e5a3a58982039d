"""Units around a figure: "km", "square kilometres", "$", "Danish crowns", "barrels a day"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.mark.amounts.figure import HYPHENS, NUMBER, Figure
from dateline.mark.items import Items
from dateline.model.values import Bound
from dateline.vocab.units import Phrase, Units

_SINCE = frozenset({"ago", "before", "earlier", "later"})
_PER = frozenset({"a", "an", "per", "/", "each", "every"})
_LONGEST = 4
_BEFORE_END = frozenset(
    {"", ".", ",", ";", ":", ")", "(", "and", "or", "in", "of", "at", "to", "for", "from", "/", "on"}
)
_LETTERS = frozenset({"p", "R", "F", "A", "K", "t", "l", "L"})  # apart from a figure they may be anything
_JOINED = frozenset({",", "and", "or", "to"})
_HANGING = 4  # numbers that may wait for one noun
_OLD = frozenset({"old", "olds"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit code and the item after its words. ``named`` is False where the unit is only in a currency sign."""

    unit: str | None
    last: int
    named: bool = False


class Measures:
    """Finds units and bounds by their words."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._symbols = units.symbols
        self._before = _by_last(units.before)

    def of(self, items: Items, figure: Figure, start: int) -> Measure:
        """The unit of a figure, from the sign before it and the words from item ``start``."""
        named = self._named(items, start)
        if named is None and items.word(start) in HYPHENS and items.glued(start):
            named = self._named(items, start + 1)
        sign = None if figure.sign is None else self._sign(items, figure.sign)
        if sign is not None:
            last = named.last if named is not None and named.unit in (sign, "USD") else start
            return self._per(items, Measure(sign, last, named=True))
        return Measure(None, start) if named is None else self._per(items, named)

    def _sign(self, items: Items, index: int) -> str | None:
        """The currency of a sign, with the letters before it: "US $58", "CAD$29.8 billion", but "A $7 billion deal"."""
        sign, before = items.word(index).rstrip("."), items.written(index - 1) if index else ""
        if sign == "$" and before.isupper() and (items.glued(index - 1) or len(before) > 1 or before == "S"):
            found = self._units.signs.get(before.lower() + sign) or self._units.signs.get(before.lower())
            if found is not None:
                return found
        return self._units.signs.get(sign)

    def _named(self, items: Items, start: int) -> Measure | None:
        for length in range(_LONGEST, 0, -1):
            words = tuple(items.words[start : start + length])
            code = self._units.phrases.get(words) if len(words) == length else None
            if code is not None and self._fits(items, start, code):
                return Measure(code, start + length, named=True)
        return self._symbol(items, start)

    def _symbol(self, items: Items, start: int) -> Measure | None:
        if start >= len(items.words):
            return None
        shown = items.written(start)
        code = self._symbols.get(shown)
        if code is None:
            return None
        alone = shown in _LETTERS and not items.glued(start - 1)
        if alone and items.word(start + 1) not in _BEFORE_END:
            return None
        return Measure(code, start + 1, named=True)

    def _fits(self, items: Items, start: int, code: str) -> bool:
        """Whether a unit word is one here: "10 pounds" of weight, but "times" only of comparison."""
        word = items.word(start)
        if word == "point" and items.word(start - 1) == "one":
            return False
        return not (word in ("try", "won", "gel", "php", "rub", "bar") and items.written(start).islower())

    def _per(self, items: Items, measure: Measure) -> Measure:
        """``measure`` with what it is counted against: "barrels per day", "$52 a barrel"."""
        place = measure.last
        if items.word(place) not in _PER:
            return measure
        against = self._named(items, place + 1)
        if against is None or against.unit is None or measure.unit is None:
            return measure
        if items.word(against.last) in _SINCE:  # "1.1% a year before"
            return measure
        if self._units.dimensions.get(against.unit) in ("ratio", "money", "magnitude"):
            return measure
        return Measure(f"{measure.unit}/{against.unit}", against.last, named=True)

    def past_age(self, items: Items, last: int, measure: Measure) -> int:
        """Past the "old" of an age: "44-year-old", "52 years old"."""
        if measure.unit is None or self._units.dimensions.get(measure.unit) != "time":
            return last
        if items.word(last) in HYPHENS and items.word(last + 1) in _OLD:
            return last + 2
        return last + 1 if items.word(last) in _OLD else last

    def leading(self, items: Items, start: int, *, floor: int) -> tuple[str, int] | None:
        """The unit whose word stands before the item ``start``, with its first item: "a magnitude 6.2 earthquake".

        Words before the item ``floor`` belong to the amount before.
        """
        place = start - 2 if items.word(start - 1) in ("of", *HYPHENS) else start - 1
        unit = self._units.leading.get(items.word(place))
        return None if unit is None or place < floor else (unit, place)

    @staticmethod
    def hanging(items: Items, figure: Figure) -> int | None:
        """Where the words begin that a figure leaves to the number after it: the "year" of "12- and 14-year-olds"."""
        place = figure.last
        for _ in range(_HANGING):
            if items.word(place) not in HYPHENS or not items.glued(place - 1):
                return None
            if items.glued(place) and items.word(place + 1) not in _JOINED:
                return place + 1 if place > figure.last else None
            place += 1
            while items.word(place) in _JOINED and place < figure.last + _HANGING * 4:
                place += 1
            if items.kinds[place : place + 1] != NUMBER:
                return None
            place += 1
        return None

    def bound(self, items: Items, figure: Figure, after: int, *, floor: int) -> tuple[Bound | None, int, int]:
        """The bound of a figure with its first and last item: "more than" before it, "or more" after it.

        Words before the item ``floor`` belong to the amount before.
        """
        start, bound = figure.first, None
        while (found := self._bound_before(items, start)) is not None and found[0] >= floor:
            start, bound = found[0], bound or found[1]
        for length in (2, 1):
            words = tuple(items.words[after : after + length])
            counts_on = words == ("+",) and items.glued(after) and items.kinds[after + 1 : after + 2] == NUMBER
            if len(words) == length and words in self._units.after and not counts_on:
                return self._units.after[words], start, after + length
        return bound, start, after

    def _bound_before(self, items: Items, start: int) -> tuple[int, Bound] | None:
        for phrase, bound in self._before.get(items.word(start - 1), ()):
            if start >= len(phrase) and tuple(items.words[start - len(phrase) : start]) == phrase:
                return start - len(phrase), bound
        return None


def _by_last(phrases: Mapping[Phrase, Bound]) -> dict[str, list[tuple[Phrase, Bound]]]:
    """Phrases by their last word, the longest first."""
    found: dict[str, list[tuple[Phrase, Bound]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        found.setdefault(phrase[-1], []).append((phrase, phrases[phrase]))
    return found
