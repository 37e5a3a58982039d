"""What is a number but no quantity: identifiers, scores, list marks, years, names with a number."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.mark.amounts.figure import HYPHENS, NUMBER, Figure
from dateline.mark.analysis import Analysis
from dateline.mark.items import Items
from dateline.model.marks import Token
from dateline.vocab.units import Units

_PREFIXED = frozenset({"mid", "sub", "minus", "pre", "post", "under", "over", "near", "non"})
_STANDS_ALONE = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})
_YEARS = range(1900, 2101)
_ROUND = 50
_SPREAD = 3  # a range without a noun spans no more: "2,200-2,300", not "13-40828"
_LISTED = frozenset({",", "and", "or", "to", "through", "-", "–", "(", ")", "&", ";"})
_LIST_GAP = 8


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was found around a figure: whether it has a unit of its own, a bound, the head of its noun,
    whether that is people, and whether the sentence tells its unit.
    """

    measured: bool
    bounded: bool
    head: Token | None
    people: bool = False
    told: bool = False


def _dialled(word: str) -> bool:
    """Whether a figure beside it is part of a number to dial or to send to: "020 7946 0018"."""
    return len(word) > 1 and word[0] == "0" and word.isdecimal()


class Guards:
    """Says whether a figure is a quantity."""

    def __init__(self, units: Units) -> None:
        self._identifiers = units.identifiers
        self._states = units.states
        self._not_one = units.not_one
        self._leading = units.leading

    def refuses_place(self, items: Items, figure: Figure) -> bool:
        """Whether the signs around it make it a part of something else: "Su-25", "9/11", "007"."""
        first = figure.first if figure.sign is None else figure.sign
        before, word = items.word(first - 1), items.word(first)
        if word[:1] == "0" and word[1:2].isdecimal():
            return True
        if _dialled(before) or _dialled(items.word(figure.last)):
            return True
        if before in HYPHENS and items.glued(first - 1) and items.glued(first - 2):
            stem = items.word(first - 2)
            return not (stem in _PREFIXED or stem in self._leading or not stem[-1:].isalnum())
        chained = items.word(figure.last) in HYPHENS and items.glued(figure.last - 1) and items.glued(figure.last)
        if chained and items.kinds[figure.last + 1 : figure.last + 2] == NUMBER:
            return True
        if items.word(figure.last) in ("×", "^") or before == "×":
            return True
        if before in ("#", "/", "@", "_") and items.glued(first - 1):
            return True
        if before in (".", "+") and items.glued(first - 1) and items.glued(first - 2):
            return items.word(first - 2)[-1:].isalnum()
        return (
            items.word(figure.last) in ("/", "_", "+")
            and items.glued(figure.last - 1)
            and items.glued(figure.last)
            and (items.kinds[figure.last + 1 : figure.last + 2] == NUMBER)
        )

    def refuses(self, items: Items, figure: Figure, around: Surroundings, *, analysis: Analysis) -> bool:
        """Whether what stands around it speaks against a quantity."""
        if around.measured or figure.share:
            return False
        if items.glued(figure.last - 1) and items.word(figure.last).isalpha() and items.word(figure.first).isdecimal():
            return True  # "5G networks"
        plural = around.head is not None and around.head.tag in ("NNS", "NNPS")
        if items.words[figure.first] == "one" and figure.high == 1:
            if items.word(figure.first - 1) in self._not_one:
                return True
            if not around.told:
                return around.head is None or plural != (items.word(figure.last) == "of")
        if around.head is not None and (figure.high < 0 or self._is_address(items, figure, around.head)):
            return True
        if around.head is not None and not around.people and self._is_year(items, figure, around):
            return True
        return around.head is None and not self._stands_alone(items, figure, around, analysis=analysis)

    def names(
        self, items: Items, figure: Figure, around: Surroundings, *, analysis: Analysis, since: int | None
    ) -> bool:
        """Whether it is the number of something: "Resolution 1373", "paragraphs 4, 5 and 7".

        ``since`` is the item after the last figure that was one.
        """
        if around.measured or figure.share or (items.words[figure.first] == "one" and figure.high == 1):
            return False
        if items.word(figure.first - 1) == "of" and items.word(figure.first - 2) == "group":
            return items.written(figure.first - 2)[0].isupper()
        if items.word(figure.first - 1) in self._identifiers and items.written(figure.first - 1)[0].isupper():
            return items.word(figure.first).isdecimal()
        plural = around.head is not None and around.head.tag in ("NNS", "NNPS")
        if not plural and self._is_name(items, figure, analysis):
            return True
        if plural and around.head is not None and self._is_model(items, figure, around.head, analysis):
            return True
        listed = around.head is None or items.word(figure.last) == "of"
        return since is not None and listed and self._goes_on(items, since, figure.first)

    @staticmethod
    def _goes_on(items: Items, since: int, first: int) -> bool:
        """Whether a list of numbers goes on from the item ``since``: "resolutions 1718 (2006) and 1874"."""
        if not 0 < first - since <= _LIST_GAP:
            return False
        return all(word in _LISTED or word.isdecimal() for word in items.words[since:first])

    @staticmethod
    def _is_model(items: Items, figure: Figure, head: Token, analysis: Analysis) -> bool:
        """Whether a model number stands before its kind: "al-Samoud 2 missiles", "iPhone 11 cameras"."""
        place = figure.first - 1
        token = analysis.token(items.starts[place]) if place >= 0 and items.word(figure.first).isdecimal() else None
        if token is None or token.tag not in ("NNP", "NNPS"):
            return False
        return token.dep in ("compound", "nmod", "amod") and analysis.head(token).index == head.index

    @staticmethod
    def _is_year(items: Items, figure: Figure, around: Surroundings) -> bool:
        """Whether a plain number before a noun is a year: "the 2006 protests"."""
        word = items.word(figure.first)
        plain = word.isdecimal() and len(word) == 4 and not figure.is_range and not around.bounded
        return plain and int(word) in _YEARS and int(word) % _ROUND != 0

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
        number = items.word(figure.first)
        written = number.replace(".", "").isdecimal() or items.written(figure.first)[:1].isupper()
        token = analysis.token(items.starts[place]) if place >= 0 and written else None
        return token is not None and token.tag in ("NNP", "NNPS")

    def _stands_alone(self, items: Items, figure: Figure, around: Surroundings, *, analysis: Analysis) -> bool:
        """Whether a figure with neither unit nor noun is a quantity nevertheless: "12 killed", "rose to 16,644"."""
        if items.word(figure.last) in self._states or around.bounded or around.told:
            return True
        value, word = figure.high, items.word(figure.first)
        if figure.is_range:
            return items.word(figure.first + 1) not in HYPHENS or 100 <= value <= figure.low * _SPREAD
        if (word.isdecimal() and len(word) == 4 and int(word) in _YEARS) or word == "zero":
            return False
        token = analysis.token(items.starts[figure.first])
        if token is not None and token.dep == "nummod" and analysis.head(token).span.start < token.span.start:
            return False
        if value >= 100 or value != value.to_integral_value():
            return True
        return token is not None and token.dep in _STANDS_ALONE and items.word(figure.last) not in (":", ")")
