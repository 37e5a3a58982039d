"""What is a number but no quantity: identifiers, scores, list marks, years, names with a number."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.mark.amounts.figures import NUMBER, Figure
from dateline.mark.analysis import Analysis
from dateline.mark.items import Items
from dateline.model.marks import Token
from dateline.vocab.units import Units

_HYPHENS = frozenset("-‐‑–—−")
_PREFIXED = frozenset({"mid", "sub", "minus", "pre", "post", "under", "over", "near", "non"})
_STANDS_ALONE = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was found around a figure: whether it has a unit of its own, a bound, and the head of its noun."""

    measured: bool
    bounded: bool
    head: Token | None


class Guards:
    """Says whether a figure is a quantity."""

    def __init__(self, units: Units) -> None:
        self._identifiers = units.identifiers
        self._states = units.states
        self._not_one = units.not_one

    def refuses_place(self, items: Items, figure: Figure) -> bool:
        """Whether the signs around it make it a part of something else: "Su-25", "9/11", "007"."""
        first = figure.first if figure.sign is None else figure.sign
        before, word = items.word(first - 1), items.word(first)
        if word[:1] == "0" and word[1:2].isdecimal():
            return True
        if before in _HYPHENS and items.glued(first - 1) and items.glued(first - 2):
            stem = items.word(first - 2)
            return not (stem in _PREFIXED or not stem[-1:].isalnum())
        if items.word(figure.last) in ("×", "^"):
            return True
        if before in ("#", "/", "@", "_") and items.glued(first - 1):
            return True
        return (
            items.word(figure.last) in ("/", "_")
            and items.glued(figure.last - 1)
            and items.glued(figure.last)
            and (items.kinds[figure.last + 1 : figure.last + 2] == NUMBER)
        )

    def refuses(self, items: Items, figure: Figure, around: Surroundings, *, analysis: Analysis) -> bool:
        """Whether what stands around it speaks against a quantity."""
        if around.measured or figure.share:
            return False
        plural = around.head is not None and around.head.tag in ("NNS", "NNPS")
        if items.words[figure.first] == "one" and not figure.is_range:
            return around.head is None or plural or items.word(figure.first - 1) in self._not_one
        if items.word(figure.first - 1) in self._identifiers and items.written(figure.first - 1)[0].isupper():
            return items.word(figure.first).isdecimal()
        if around.head is not None and (figure.high < 0 or self._is_address(items, figure, around.head)):
            return True
        if not plural and self._is_name(items, figure, analysis):
            return True
        return around.head is None and not self._stands_alone(items, figure, around, analysis=analysis)

    @staticmethod
    def _is_address(items: Items, figure: Figure, head: Token) -> bool:
        """Whether a plain number stands before a name in the singular: "575 Wilbraham Road"."""
        return head.tag == "NNP" and items.word(figure.first).isdecimal()

    @staticmethod
    def is_preposition(items: Items, figure: Figure, analysis: Analysis) -> bool:
        """Whether the word before a small number governs it: "talks about two islands", "the row over three boats"."""
        token = analysis.token(items.starts[figure.first - 1])
        return token is not None and token.dep == "prep" and figure.high < 10 and items.word(figure.first).isalpha()

    def _is_name(self, items: Items, figure: Figure, analysis: Analysis) -> bool:
        """Whether it belongs to the word before it: "Resolution 1373", "Stoxx 600", "No. 5"."""
        place = figure.first - 1
        if items.word(place) == ".":
            return items.word(place - 1) in ("no", "nos", "art", "sec", "vol", "ch")
        if items.word(place) in self._identifiers:
            return True
        written = items.word(figure.first).replace(".", "").isdecimal()
        token = analysis.token(items.starts[place]) if place >= 0 and written else None
        return token is not None and token.tag in ("NNP", "NNPS")

    def _stands_alone(self, items: Items, figure: Figure, around: Surroundings, *, analysis: Analysis) -> bool:
        """Whether a figure with neither unit nor noun is a quantity nevertheless: "12 killed", "rose to 16,644"."""
        if items.word(figure.last) in self._states or around.bounded:
            return True
        value, word = figure.high, items.word(figure.first)
        if figure.is_range:
            return items.word(figure.first + 1) not in _HYPHENS or value >= 100
        if (word.isdecimal() and len(word) == 4 and int(word) in _YEARS) or word == "zero":
            return False
        token = analysis.token(items.starts[figure.first])
        if token is not None and token.dep == "nummod" and analysis.head(token).span.start < token.span.start:
            return False
        if value >= 100 or value != value.to_integral_value():
            return True
        return token is not None and token.dep in _STANDS_ALONE and items.word(figure.last) not in (":", ")")
