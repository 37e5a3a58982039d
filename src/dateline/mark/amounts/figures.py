"""Figures: plain numbers, ranges, fractions and round plurals, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dateline.mark.amounts.figure import HYPHENS, NUMBER, PLURAL, PREFIX, Figure
from dateline.mark.amounts.shares import Shares
from dateline.mark.analysis import Analysis
from dateline.mark.items import Items
from dateline.vocab.numbers import Numbers
from dateline.vocab.units import Units

_BETWEEN = frozenset({"to", "or", "and"})
_SCALE_ONLY = frozenset({"bn", "mn", "mln", "bln", "tn", "trn"})
_VAGUE = frozenset({"several", "few", "many"})
_ACROSS = frozenset({"long", "wide", "high", "deep", "tall", "thick", "apart"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})


class Figures:
    """Reads the figure at a place of the items, with what is written on to it."""

    def __init__(self, numbers: Numbers, units: Units) -> None:
        self._numbers = numbers
        self._units = units
        self._shares = Shares(numbers, units.phrases)
        self._short = {word: Decimal(value) for word, value in numbers.short_scales.items()}

    def at(self, items: Items, index: int, analysis: Analysis) -> Figure | None:
        """The figure that begins at ``index``, or None."""
        kind = items.kinds[index]
        if kind == PLURAL:
            return self._plural(items, index, analysis)
        share = self._shares.at(items, index)
        if share is not None or kind != NUMBER:
            return share
        first = self._single(items, index, analysis)
        return None if first is None else self._ranged(items, first, analysis)

    def _single(self, items: Items, index: int, analysis: Analysis) -> Figure | None:
        place = index - 1 if items.kinds[index - 1 : index] == PREFIX or index < 2 else index - 2
        inner = place == index - 2 and items.word(index - 1) in HYPHENS and items.glued(index - 1)
        sign = place if items.kinds[place : place + 1] == PREFIX and (inner or place == index - 1) else None
        value, last = self._whole(items, index, analysis, money=sign is not None)
        if items.word(index) in self._numbers.scales and items.word(index - 1) in _VAGUE:
            start = index - 2 if items.word(index - 2) == "a" else index - 1
            return Figure(start, last, value, value, bound="at_least")
        start = index if sign is None else sign
        if inner and sign is not None:
            value = -value
        elif (before := self._minus(items, start)) is not None:
            start, value = before, -value
        return Figure(start, last, value, value, sign=sign)

    def _whole(self, items: Items, index: int, analysis: Analysis, *, money: bool) -> tuple[Decimal, int]:
        """The number at ``index`` with what belongs to it, and the item after it: "3.5m", "one and a half million"."""
        value = items.values[index]
        assert isinstance(value, Decimal)
        factor = self._scale(items, index, analysis, money=money)
        if factor is not None:
            return value * factor, index + 2
        added = self._shares.added(items, index + 1)
        if added is None or value != value.to_integral_value():
            return value, index + 1
        part, last = added
        outer = self._shares.scale(items, last)
        if outer is not None:
            return (value + part) * outer, last + 1
        inner = self._shares.scale(items, index) or self._last_scale(items, index)
        return value + part * inner, last

    def _last_scale(self, items: Items, index: int) -> Decimal:
        """The scale that ends a number in words: a thousand in "two hundred thousand"."""
        return Decimal(self._numbers.scales.get(items.word(index).rpartition(" ")[2], 1))

    def _scale(self, items: Items, index: int, analysis: Analysis, *, money: bool) -> Decimal | None:
        """The factor of a short scale after a figure: "3.5m", "$20bn"; "37m" alone is metres."""
        word, glued = items.word(index + 1), items.glued(index)
        if word not in self._short or not items.word(index)[:1].isdecimal():
            return None
        if word in _SCALE_ONLY or money:
            return self._short[word]
        counts = self._before_noun(items, index + 2, analysis)
        if glued and (word == "k" or (counts and (word == "b" or items.written(index + 1) == "M"))):
            return self._short[word]
        return self._short[word] if glued and word == "m" and counts else None

    @staticmethod
    def _before_noun(items: Items, index: int, analysis: Analysis) -> bool:
        if index >= len(items.starts):
            return False
        token = analysis.token(items.starts[index])
        return token is not None and token.tag in ("NNS", "NNPS", "JJ", "VBN") and token.text not in _ACROSS

    @staticmethod
    def _minus(items: Items, start: int) -> int | None:
        """Where the minus before a figure stands, or None: "minus 30", "minus-130", "-1.3%"."""
        before = items.word(start - 1)
        if before == "minus":
            return start - 1
        if before in HYPHENS and items.word(start - 2) == "minus":
            return start - 2
        stands_off = start < 2 or not items.glued(start - 2) or items.word(start - 2) in ("(", "[")
        return start - 1 if before in ("-", "−") and items.glued(start - 1) and stands_off else None

    def _ranged(self, items: Items, first: Figure, analysis: Analysis) -> Figure:
        """``first`` joined with the number after it: "10 to 15", "$10-15 billion", "between 40 and 50"."""
        place = self._past_unit(items, first)
        joint, following = items.word(place), place + 1
        if joint in HYPHENS and items.word(following) == "to" and items.word(following + 1) in HYPHENS:
            joint, following = "to", following + 2
        if joint in HYPHENS and items.word(following) == "to":
            joint, following = "to", following + 1
        if joint == "to" and items.word(following) in HYPHENS:
            following += 1
        if items.kinds[following : following + 1] == PREFIX:
            following += 1
        if (joint not in HYPHENS and joint not in _BETWEEN) or items.kinds[following : following + 1] != NUMBER:
            return first
        second = self._single(items, following, analysis)
        if second is None or not self._alike(items, first, second, joint=joint, place=place):
            return first
        return self._joined(items, first, second, joint=joint)

    def _joined(self, items: Items, first: Figure, second: Figure, *, joint: str) -> Figure:
        low, high = first.low, abs(second.high) if joint in HYPHENS else second.high
        borrowed = self._borrowed(items, second)
        if borrowed and low < 1000 and not self._has_scale(items, first):
            low = low * borrowed
        if joint == "or" and not low < high:
            return first
        low, high = min(low, high), max(low, high)
        return replace(first, last=second.last, low=low, high=high, bound="range" if low != high else "exactly")

    def _borrowed(self, items: Items, second: Figure) -> Decimal | None:
        """The scale of the second number, which the first may share: "10 to 15 billion"."""
        index = second.last - 1
        if items.word(index) in self._short:
            return self._short[items.word(index)]
        words = items.word(index).split()
        scales = [Decimal(self._numbers.scales[word]) for word in words if word in self._numbers.scales]
        plain = words[0][:1].isdecimal() or (len(words) == 2 and words[0] not in ("a", "one"))
        return scales[-1] if scales and plain and scales[-1] > 100 else None

    def _alike(self, items: Items, first: Figure, second: Figure, *, joint: str, place: int) -> bool:
        """Whether two numbers are the ends of one range: not "rose 7% to $2.3 billion", not "2-1"."""
        before = items.word(first.first - 1)
        if joint == "and" and before != "between":
            return False
        if joint == "to" and before == "by" and (place > first.last or first.sign is not None):
            return False
        if (joint in HYPHENS and second.high <= first.low) or (second.high < first.low and before != "from"):
            return False
        if joint == "to" and before == "from" and place == first.last and not self._measured(items, first, second):
            return False
        signs = [None if one.sign is None else items.word(one.sign) for one in (first, second)]
        if (signs[0] is None and signs[1] is not None) or (signs[0] is not None and place > first.last):
            return False
        if place == first.last:
            return signs[1] in (signs[0], None, "$")
        own, other = items.words[first.last : place], items.words[second.last : second.last + place - first.last]
        return own == other or (before == "from" and self._past_unit(items, second) == second.last)

    def _measured(self, items: Items, first: Figure, second: Figure) -> bool:
        """Whether a range has a unit or a currency: "from 14 to 31" by itself tells of a change."""
        return first.sign is not None or self._past_unit(items, second) > second.last

    def _past_unit(self, items: Items, figure: Figure) -> int:
        """Past a unit that the first number of a range repeats: "5% to 10%", "208 pounds to 193"."""
        place = figure.last
        for length in (2, 1):
            words = tuple(items.words[place : place + length])
            if len(words) == length and words in self._units.phrases:
                return place + length
        return place + 1 if place < len(items.words) and items.written(place) in self._units.symbols else place

    def _plural(self, items: Items, index: int, analysis: Analysis) -> Figure | None:
        """ "dozens of", "tens of thousands of", "hundreds were hurt": at least the size that they name."""
        value, last = Decimal(str(items.values[index])), index + 1
        while items.word(last) == "of" and items.kinds[last + 1 : last + 2] == PLURAL:
            value, last = value * Decimal(str(items.values[last + 1])), last + 2
        if items.word(index - 1) in ("the", "in", "'s", "their"):
            return None
        if items.word(last) != "of" and not self._stands_for_many(items, index, last, analysis):
            return None
        return Figure(index, last, value, value, bound="at_least")

    @staticmethod
    def _stands_for_many(items: Items, index: int, last: int, analysis: Analysis) -> bool:
        """Whether "dozens" alone means so many people or things: "dozens were killed", "injures hundreds more"."""
        token = analysis.token(items.starts[last - 1])
        return token is not None and token.tag == "NNS" and token.dep in _SUBJECTS and items.word(last) not in HYPHENS

    def _has_scale(self, items: Items, figure: Figure) -> bool:
        word = items.word(figure.last - 1)
        return word in self._short or any(part in self._numbers.scales for part in word.split())
