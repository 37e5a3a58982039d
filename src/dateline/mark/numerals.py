"""Numbers in figures and words, as one figure each: "3.5 million", "two hundred and five", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dateline.vocab.numbers import Numbers

Writing = Literal["digits", "words", "mixed", "year"]
_HYPHENS = frozenset("-‐‑")
_GREATEST = Decimal(10) ** 24
_LONGEST = 30  # digits; a longer run is no quantity anybody reports
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the index of the first word after it. ``year`` is a year in words: "nineteen ninety-six"."""

    value: Decimal
    end: int
    writing: Writing


class Numerals:
    """Reads the number that begins at a place in a list of lower-case words."""

    def __init__(self, numbers: Numbers) -> None:
        self._cardinals = {word: Decimal(value) for word, value in numbers.cardinals.items()}
        self._scales = {word: Decimal(value) for word, value in numbers.scales.items()}
        self._collectives = {word: Decimal(value) for word, value in numbers.collectives.items()}
        self._fractions = numbers.fractions
        self.starts = frozenset([*self._cardinals, *self._scales, *self._collectives, "a", "an"])

    def at(self, words: Sequence[str], start: int) -> Numeral | None:
        """The longest numeral that begins at ``start``, or None: "a" begins one only before a scale ("a hundred")."""
        word = words[start]
        if word[0] in "0123456789." and word != ".":
            return self._scaled(words, start + 1, value=figure(word))
        if word not in self.starts:
            return None
        if word in ("a", "an"):
            following = words[start + 1] if start + 1 < len(words) else ""
            if following in self._scales or following in self._collectives:
                return self._worded(words, start + 1)
            return None
        return self._year(words, start) or self._worded(words, start)

    def _scaled(self, words: Sequence[str], end: int, *, value: Decimal | None) -> Numeral | None:
        """Digits with the scales after them: "3.5 million", "4 hundred million", "20-million"."""
        if value is None:
            return None
        writing: Writing = "digits"
        if end + 2 < len(words) and words[end + 1] == "/" and words[end].isdecimal() and words[end + 2].isdecimal():
            upper, lower = Decimal(words[end]), Decimal(words[end + 2])
            if 0 < upper < lower <= 16 and value == value.to_integral_value():
                value, end, writing = value + upper / lower, end + 3, "mixed"
        elif end < len(words) and words[end] in self._fractions:
            value, end, writing = value + self._fractions[words[end]], end + 1, "mixed"
        while end < len(words) and value < _GREATEST:
            skip = end + 1 if words[end] in _HYPHENS and end + 1 < len(words) else end
            scale = self._scales.get(words[skip]) or self._collectives.get(words[skip])
            if scale is None:
                break
            value, end, writing = value * scale, skip + 1, "mixed"
        return Numeral(value, end, writing) if value < _GREATEST else None

    def _year(self, words: Sequence[str], start: int) -> Numeral | None:
        """ "nineteen ninety-six", "twenty sixteen": two numbers below a hundred side by side."""
        century = self._cardinals.get(words[start])
        if century is None or not 13 <= century <= 20 or start + 1 >= len(words):
            return None
        rest = self._below_hundred(words, start + 1)
        if rest is None or rest.value < 10:
            return None
        return Numeral(century * 100 + rest.value, rest.end, "year")

    def _below_hundred(self, words: Sequence[str], start: int) -> Numeral | None:
        """ "six", "sixteen", "sixty", "sixty-six", "sixty six"."""
        value = self._cardinals.get(words[start]) if start < len(words) else None
        if value is None:
            return None
        end = start + 1
        if value >= 20:
            unit = end + 1 if end < len(words) and words[end] in _HYPHENS else end
            ones = self._cardinals.get(words[unit]) if unit < len(words) else None
            if ones is not None and 0 < ones < 10:
                return Numeral(value + ones, unit + 1, "words")
        return Numeral(value, end, "words")

    def _worded(self, words: Sequence[str], start: int) -> Numeral | None:
        """A number in words, group by group from the left: each group is closed by a scale above a hundred."""
        total, group, end, last = Decimal(0), Decimal(0), start, "start"
        while end < len(words) and total < _GREATEST:
            place = self._joined(words, end, last)
            small = self._below_hundred(words, place)
            scale = self._scales.get(words[place]) or self._collectives.get(words[place])
            if small is not None and last != "small":
                group, end, last = group + small.value, small.end, "small"
            elif scale == _HUNDRED and group < 100 and last != "hundred":
                group, end, last = (group or Decimal(1)) * scale, place + 1, "hundred"
            elif scale is not None and last != "scale":
                factor = group or (Decimal(1) if last == "start" else Decimal(0))
                total, group, end, last = total + factor * scale, Decimal(0), place + 1, "scale"
            elif scale is not None and scale >= _THOUSAND and last == "scale":
                total, end = total * scale, place + 1
            else:
                break
        return Numeral(total + group, end, "words") if end > start and total < _GREATEST else None

    def _joined(self, words: Sequence[str], end: int, last: str) -> int:
        """Where the next word of the number stands, past an "and" or a hyphen that joins it."""
        if end + 1 >= len(words):
            return end
        if words[end] == "and" and last in ("hundred", "scale") and words[end + 1] in self._cardinals:
            return end + 1
        if words[end] in _HYPHENS and last != "start" and words[end + 1] in self._scales:
            return end + 1
        return end


def figure(written: str) -> Decimal | None:
    """The value of a figure such as "1,300" or ".5", or None when it is longer than any quantity reported."""
    if len(written) > _LONGEST:
        return None
    return Decimal(written.replace(",", ""))
