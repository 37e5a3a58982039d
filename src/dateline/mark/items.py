"""The lexer of the time and amount markers: a text as words, figures and signs, each with a class for the grammar.

Their rules look at the shape of figures ("10:30", "1990s", "278kg", "Su-25"), which is finer than the tokens
of the parser; the analysis of a word is looked up there where a rule needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dateline.mark.numerals import Numeral, Numerals
from dateline.model.text import Span

OTHER = "x"
BREAK = "\n"
_SPLIT_CLOCK = r"(?:[01]?[0-9]|2[0-4])"
_FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅛⅜⅝⅞"
_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_GROUPED = r"(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+)(?!,[0-9]{3}\b)"
_BEFORE_NUMBER = (
    ("WORD", r"[^\W\d_]{2,}(?![\w$'’])"),
    ("ISO", r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9-])"),
    ("SLASHED", r"[0-9]{1,2}(?P<sep>[/.])[0-9]{1,2}(?P=sep)(?:[12][0-9]{3}|[0-9]{2})(?![0-9/]|\.[0-9])"),
    ("PHONE", r"\+[0-9][0-9 ()-]{6,}[0-9]|\(?\b[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}(?![0-9])"),
    ("VERSION", r"[0-9]+(?:\.[0-9]+){2,}"),
    ("CLOCK", rf"{_HOUR}(?::[0-5][0-9](?::[0-5][0-9])?(?![0-9:]|\.[0-9])|\.[0-5][0-9](?=\s?[ap]\.?m\b))"),
    ("COLONS", r"[0-9]+:[0-9][0-9:.]*"),
    ("DECADE", r"(?:['’]?[0-9]0|[12][0-9]{2}0)['’]?s\b"),
    ("ORDINAL", r"[0-9]{1,3}(?:,[0-9]{3})*(?:st|nd|rd|th)\b"),
    ("SHORT_YEAR", r"(?<!\w)['’][0-9]{2}(?!\w)"),
    ("FRACTION", rf"[{_FRACTIONS}]"),
    ("AMPM", r"(?<![^\W\d_])[ap]\.\s?m\b\.?"),
    ("ERA", r"\b(?:b\.\s?c|a\.\s?d)\b\.?(?:e\b\.?)?"),
)
_AFTER_NUMBER = (
    ("TANGLE", r"[^\W\d_]*[\d_]\w*"),
    ("NAME", r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"),
    ("APOS", r"['’]s\b"),
    ("SIGN", r"\S"),
)


@dataclass(slots=True)
class Items:
    """Words, figures and signs in order. ``kinds`` has one character an item, its class in the grammar."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    kinds: str = ""

    def add(self, start: int, end: int, *, word: str, value: object) -> None:
        """Puts an item at the end."""
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)
        self.values.append(value)

    def span(self, first: int, last: int) -> Span:
        """The span from item ``first`` up to, not including, item ``last``."""
        return Span(self.starts[first], self.ends[last - 1])

    def written(self, index: int) -> str:
        """The words of an item as they stand in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def word(self, index: int) -> str:
        """The lower-case word at ``index``, "" beyond the ends and at a sentence's end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the items ``index`` and ``index + 1``."""
        return 0 <= index < len(self.ends) - 1 and self.ends[index] == self.starts[index + 1]


class Classify(Protocol):
    """Says the class character and the value of what the vocabulary does not list."""

    def figure(self, numeral: Numeral, word: str) -> tuple[str, object]: ...

    def shape(self, shape: str, word: str) -> tuple[str, object]: ...


class Lexer:
    """Cuts a text into items. ``suffixes`` are the units and scales that may be written on to a figure ("278kg"),
    ``prefix`` is a pattern of what may be written before one ("RM20"); any other mix of letters and digits is a
    name ("Su25").
    """

    def __init__(
        self,
        *,
        numerals: Numerals,
        words: Mapping[str, tuple[str, object]],
        classify: Classify,
        suffixes: Iterable[str] = (),
        prefix: str = "",
    ) -> None:
        self._numerals = numerals
        self._vocabulary = words
        self._classify = classify
        self._pattern = _pattern(suffixes, prefix)

    def read(self, text: str, spans: Sequence[Span]) -> Items:
        """The items of the given stretches (sentences) of ``text``, with a break after each."""
        items, kinds = Items(text), list[str]()
        for span in spans:
            self._cut(text, span, items=items, kinds=kinds)
            items.add(span.end, span.end, word="", value=None)
            kinds.append(BREAK)
        items.kinds = "".join(kinds)
        return items

    def _cut(self, text: str, span: Span, *, items: Items, kinds: list[str]) -> None:
        found = list(self._pattern.finditer(text, span.start, span.end))
        words = [match[0].lower() for match in found]
        known, starts = self._vocabulary, self._numerals.starts
        index = 0
        while index < len(found):
            match, word = found[index], words[index]
            shape, start, end = match.lastgroup or "", match.start(), match.end()
            index += 1
            numeral = None
            if shape == "NUMBER" or word in starts:
                numeral = self._numerals.at(words, index - 1)
            if numeral is not None:
                end, word, index = found[numeral.end - 1].end(), " ".join(words[index - 1 : numeral.end]), numeral.end
                kind, value = self._classify.figure(numeral, word)
            elif word in known:
                kind, value = known[word]
            elif shape in ("WORD", "NAME"):
                kind, value = OTHER, word
            else:
                kind, value = self._classify.shape(shape, word)
            items.add(start, end, word=word, value=value)
            kinds.append(kind)


def _pattern(suffixes: Iterable[str], prefix: str) -> re.Pattern[str]:
    """One pattern with a named group for each shape; the first that fits wins."""
    after = _alternatives(suffixes)
    glued = rf"|(?=(?:{after})(?!\w))" if after else ""
    end = rf"(?:(?!\w)|(?=[{_FRACTIONS}]){glued})"
    number = rf"(?:{_GROUPED}(?:\.[0-9]+)?|(?<!\w)\.[0-9]+){end}"
    shapes = [*_BEFORE_NUMBER, ("NUMBER", number)]
    if prefix:
        shapes.append(("PREFIX", prefix))
    return re.compile("|".join(f"(?P<{name}>{piece})" for name, piece in [*shapes, *_AFTER_NUMBER]), re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
