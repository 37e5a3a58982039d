"""Units around a figure: "km", "square kilometres", "$", "Danish crowns", "barrels a day"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.mark.amounts.figures import Figure
from dateline.mark.items import Items
from dateline.model.values import Bound
from dateline.vocab.units import Phrase, Units

_HYPHENS = frozenset("-‐‑")
_PER = frozenset({"a", "an", "per", "/", "each", "every"})
_LONGEST = 4
_ONLY_GLUED = frozenset({"p", "R", "F", "t", "l", "L"})


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
        if named is None and items.word(start) in _HYPHENS and items.glued(start):
            named = self._named(items, start + 1)
        sign = None if figure.sign is None else self._sign(items, figure.sign)
        if sign is not None:
            last = named.last if named is not None and named.unit in (sign, "USD") else start
            return self._per(items, Measure(sign, last, named=True))
        return Measure(None, start) if named is None else self._per(items, named)

    def _sign(self, items: Items, index: int) -> str | None:
        sign = items.word(index).rstrip(".")
        return self._units.signs.get(items.word(index - 1) + sign) or self._units.signs.get(sign)

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
        if code is None or (shown in _ONLY_GLUED and not items.glued(start - 1)):
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
        if self._units.dimensions.get(against.unit) in ("ratio", "money"):
            return measure
        return Measure(f"{measure.unit}/{against.unit}", against.last, named=True)

    def bound(self, items: Items, figure: Figure, after: int, *, floor: int) -> tuple[Bound | None, int, int]:
        """The bound of a figure with its first and last item: "more than" before it, "or more" after it.

        Words before the item ``floor`` belong to the amount before.
        """
        start, bound = figure.first, None
        while (found := self._bound_before(items, start)) is not None and found[0] >= floor:
            start, bound = found[0], bound or found[1]
        for length in (2, 1):
            words = tuple(items.words[after : after + length])
            if len(words) == length and words in self._units.after:
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
