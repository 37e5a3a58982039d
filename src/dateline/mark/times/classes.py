"""The classes of what the time words do not list: figures, ordinals, signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dateline.mark.grammar import Alphabet
from dateline.mark.items import OTHER
from dateline.mark.numerals import Numeral
from dateline.mark.times.figures import short_year

_YEARS = range(1000, 2101)
_QUARTER = re.compile(r"q([1-4])|([1-4])q")
_HALF = re.compile(r"h([12])")
_SIGNS = {",": "COMMA", ".": "DOT", "(": "OPEN", ")": "CLOSE", **dict.fromkeys("-‐‑–—", "HYPHEN")}


class Classes:
    """Says the class and the value of an item by its shape."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._known = frozenset(alphabet.names)
        self._shapes: Mapping[str, Callable[[str], tuple[str, object]]] = {
            "ORDINAL": lambda word: ("ORD", int(re.sub(r"\D", "", word))),
            "CLOCK": lambda word: ("CLOCK", word.replace(".", ":").rjust(5, "0") if len(word) < 6 else word),
            "DECADE": _decade,
            "SHORT_YEAR": lambda word: ("SHORT", short_year(int(word[1:]))),
            "ISO": lambda word: ("ISO", word),
            "SLASHED": lambda word: ("SLASHED", word),
            "AMPM": lambda word: ("AMPM", "AM" if word[0] == "a" else "PM"),
            "ERA": lambda word: ("BC" if word[0] == "b" else "AD", ""),
            "APOS": lambda word: ("APOS", word),
            "SIGN": lambda word: (_SIGNS.get(word, ""), word),
            "TANGLE": _tangle,
        }

    def figure(self, numeral: Numeral, word: str) -> tuple[str, object]:
        """The class of a number: a year, a day of a month, a military clock time, or just a number."""
        value, four = numeral.value, word.isdecimal() and len(word) == 4
        if numeral.writing == "year" or (four and int(word) in _YEARS):
            return self._alphabet.char("YEAR"), int(value)
        if word == "two thousand":
            return self._alphabet.char("YEAR"), 2000
        if word.isdecimal() and len(word) <= 2 and 1 <= value <= 31:
            return self._alphabet.char("DAY"), int(value)
        if four and int(word[:2]) < 25 and int(word[2:]) < 60:
            return self._alphabet.char("MILITARY"), f"{word[:2]}:{word[2:]}"
        return self._alphabet.char("NUM" if numeral.writing == "digits" else "COUNT"), value

    def shape(self, shape: str, word: str) -> tuple[str, object]:
        """The class of what is no number and stands in no list."""
        read = self._shapes.get(shape)
        name, value = read(word) if read is not None else ("", word)
        return (self._alphabet.char(name), value) if name in self._known else (OTHER, word)


def _tangle(word: str) -> tuple[str, object]:
    """Letters and figures in one: a quarter or half as companies write it ("Q3", "3Q", "H1")."""
    quarter, half = _QUARTER.fullmatch(word), _HALF.fullmatch(word)
    if quarter is not None:
        return "QTR", int(quarter[1] or quarter[2])
    return ("", word) if half is None else ("HALFYEAR", int(half[1]))


def _decade(word: str) -> tuple[str, object]:
    digits = re.sub(r"\D", "", word)
    return "DECADE", digits[:3] if len(digits) == 4 else f"{19 if digits >= '20' else 20}{digits[0]}"
