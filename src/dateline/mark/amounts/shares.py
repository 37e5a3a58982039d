"""Parts of a whole: "a third of", "two-thirds", "half the", "one in five", "1/3 of"; and halves of a number: "half a
million", "one and a half million".
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from dateline.mark.amounts.figure import HYPHENS, NUMBER, Figure
from dateline.mark.items import Items
from dateline.vocab.numbers import Numbers
from dateline.vocab.units import Phrase

_STEP = Decimal("0.001")
_HALF = Decimal("0.5")
_OF_HALF = frozenset({"of", "the", "a", "its", "their", "his", "her", "all"})
_PARTS = frozenset({"first", "second", "last", "latter", "other", "and", "a"})
_GREATEST_LOWER = 1000


class Shares:
    """Reads the share that begins at a place of the items, and the fraction that is added to a number."""

    def __init__(self, numbers: Numbers, phrases: Mapping[Phrase, str]) -> None:
        self._lowers = numbers.denominators
        self._scales = {**numbers.scales, **numbers.collectives}
        self._phrases = phrases

    def at(self, items: Items, index: int) -> Figure | None:
        """The share that begins at ``index``, or None."""
        word = items.word(index)
        if (halved := self._halved(items, index)) is not None:
            return halved
        if word == "half" and items.word(index + 1) in _OF_HALF:
            named = items.word(index - 1) in _PARTS and (items.word(index - 1) != "a" or items.word(index + 1) != "of")
            return None if named else Figure(index, index + 1, _HALF, _HALF, share=True)
        upper = Decimal(1) if word in ("a", "one") else items.values[index]
        if not isinstance(upper, Decimal) or (items.kinds[index] != NUMBER and word != "a"):
            return None
        place = index + 2 if items.word(index + 1) in HYPHENS else index + 1
        lower = self._lowers.get(items.word(place))
        if lower is not None and self._is_share(items, place, upper, lower):
            return _share(index, place + 1, upper, Decimal(lower))
        return self._ratio(items, index, upper)

    def added(self, items: Items, index: int) -> tuple[Decimal, int] | None:
        """What is added to a number before ``index``, and the item after it: "and a half", "and three quarters"."""
        if items.word(index) != "and" or index + 2 >= len(items.words):
            return None
        upper = Decimal(1) if items.word(index + 1) == "a" else items.values[index + 1]
        place = index + 3 if items.word(index + 2) in HYPHENS else index + 2
        lower = self._lowers.get(items.word(place))
        if lower is None or lower > 4 or not isinstance(upper, Decimal) or not 0 < upper < lower:
            return None
        return upper / lower, place + 1

    def scale(self, items: Items, index: int) -> Decimal | None:
        """The factor of a scale that is an item of its own: the "million" of "one and a half million"."""
        value = self._scales.get(items.word(index))
        return None if value is None else Decimal(value)

    def _halved(self, items: Items, index: int) -> Figure | None:
        """ "half a million", "a half-million", "half a dozen"."""
        half = index + 1 if items.word(index) == "a" else index
        if items.word(half) != "half":
            return None
        place = half + 1
        if items.word(place) == "a" or items.word(place) in HYPHENS:
            place += 1
        words = items.word(place).removeprefix("a ")
        scale = self._scales.get(words)
        if scale is None or scale <= 2:
            return None
        value = scale * _HALF
        return Figure(index, place + 1, value, value)

    @staticmethod
    def _is_share(items: Items, place: int, upper: Decimal, lower: int) -> bool:
        after = items.word(place + 1)
        if upper >= lower or upper != int(upper):
            return False
        return after in ("of", "the", "majority") or (upper > 1 and items.word(place).endswith("s"))

    def _cut(self, items: Items, place: int, upper: Decimal, lower: Decimal) -> bool:
        """Whether "1/2" is a half: of something, or of a unit ("1/2 pound")."""
        unit = (items.word(place + 1),) in self._phrases
        return items.word(place + 1) == "of" or (unit and lower <= 16 and upper < lower)

    def _ratio(self, items: Items, index: int, upper: Decimal) -> Figure | None:
        """ "one in five", "nine out of ten", "1/3 of"."""
        out = items.word(index + 1) == "out" and items.word(index + 2) == "of"
        place = index + 3 if out else index + 2
        slash = items.word(index + 1) == "/" and items.glued(index)
        if not (out or slash or (items.word(index + 1) == "in" and items.word(index) in ("one", "two", "three"))):
            return None
        lower = items.values[place] if items.kinds[place : place + 1] == NUMBER else None
        if not isinstance(lower, Decimal) or not 0 < upper < lower <= _GREATEST_LOWER:
            return None
        if slash and not self._cut(items, place, upper, lower):
            return None
        if items.word(index + 1) == "in" and lower < 3:
            return None
        if slash and items.word(place + 1) != "of":
            value = (upper / lower).quantize(_STEP).normalize()
            return Figure(index, place + 1, value, value)
        return _share(index, place + 1, upper, lower)


def _share(first: int, last: int, upper: Decimal, lower: Decimal) -> Figure:
    value = (upper / lower).quantize(_STEP).normalize()
    return Figure(first, last, value, value, share=True)
