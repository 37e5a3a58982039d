"""Marks quantities with their unit, their bound and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dateline.mark.amounts.context import Before, Context
from dateline.mark.amounts.counting import Counting, Noun
from dateline.mark.amounts.figure import NUMBER, PART, PLURAL, PREFIX, Figure
from dateline.mark.amounts.figures import Figures
from dateline.mark.amounts.guards import Guards, Surroundings
from dateline.mark.amounts.measures import Measure, Measures
from dateline.mark.amounts.reader import Reader, taken
from dateline.mark.analysis import Analysis
from dateline.mark.items import OTHER, Items, Lexer
from dateline.mark.numerals import Numeral, Numerals
from dateline.model.marks import Amount, Mark, Marks, Sentence, Time, Token
from dateline.model.text import Document, hull
from dateline.model.values import Bound, Quantity
from dateline.vocab.numbers import Numbers
from dateline.vocab.units import Units


class AmountMarker:
    """Marks quantities: "some 7,000 Russian troops", "more than 1000 kilometers, 1,300 kilometers", "a third of
    the land".

    Dates, clock times, ordinals, identifiers ("Su-25", "Resolution 1373") and phone numbers are no quantities.
    A length of time is one as well ("two years"). Words are in vocab/data/units.toml and numbers.toml.
    """

    name = "amounts"
    needs: frozenset[type[Mark]] = frozenset({Sentence, Token, Time})
    gives: frozenset[type[Mark]] = frozenset({Amount})

    def __init__(self, units: Units | None = None, numbers: Numbers | None = None) -> None:
        """Takes the units and number words of English that come with Dateline unless others are given."""
        units, numbers = units or Units.load(), numbers or Numbers.load()
        self._dimensions = units.dimensions
        self._starts = re.compile(f"[{NUMBER}{PLURAL}{PART}]")
        self._figures = Figures(numbers, units)
        self._measures = Measures(units)
        self._counting = Counting(units)
        self._context = Context(units)
        self._guards = Guards(units)
        self._lexer = Lexer(
            numerals=Numerals(numbers),
            words={word: (PLURAL, value) for word, value in numbers.plurals.items()}
            | {sign: (PREFIX, sign) for sign in units.signs if sign.isalpha()}
            | {"a": (PART, "a"), "half": (PART, "half")},
            classify=_Classes(numbers.fractions),
            suffixes=[
                *(symbol for symbol in units.symbols if symbol not in units.apart),
                *numbers.short_scales,
                *(p[0] for p in units.phrases if len(p) == 1 and p[0].isalpha()),
            ],
            prefix=_prefix(units),
        )

    def mark(self, document: Document, marks: Marks) -> Iterator[Amount]:
        items = self._lexer.read(document.text, [sentence.span for sentence in marks.every(Sentence)])
        reader = Reader(items, Analysis(marks.every(Token)), taken(marks.every(Time)))
        index, previous = 0, None
        while (place := self._starts.search(items.kinds, index)) is not None:
            index = place.end()
            found = self._at(reader, place.start(), previous)
            if found is None:
                continue
            merged = None if previous is None else self._two_readings(items, previous, found)
            if previous is not None and merged is None:
                yield previous.amount
            previous, index = merged or found, max(found.last, index)
        if previous is not None:
            yield previous.amount

    def _at(self, reader: Reader, index: int, previous: _Found | None) -> _Found | None:
        """The amount whose figure begins at ``index``, or None."""
        items, floor = reader.items, 0 if previous is None else previous.last
        figure = self._figures.at(items, index, reader.analysis)
        if figure is None or figure.first < floor or reader.is_taken(items.span(figure.first, figure.last)):
            return None
        if self._guards.refuses_place(items, figure):
            return None
        before = None if previous is None or not reader.same_sentence(floor, index) else previous.before
        return self._judged(reader, self._parts(reader, figure, floor), before)

    def _parts(self, reader: Reader, figure: Figure, floor: int) -> _Parts:
        """The figure with its bound, its unit and its noun."""
        items = reader.items
        bound, start, last = self._measures.bound(items, figure, figure.last, floor=floor)
        measure = Measure("share", last) if figure.share else self._measures.of(items, figure, last)
        if last == figure.last and measure.last > last:
            bound, start, last = self._measures.bound(items, figure, measure.last, floor=floor)
        if bound and start == figure.first - 1 and self._guards.is_preposition(items, figure, reader.analysis):
            bound, start = None, figure.first
        last = self._measures.past_age(items, max(last, measure.last), measure)
        if measure.unit is None and (leading := self._measures.leading(items, start, floor=floor)) is not None:
            measure, start = Measure(leading[0], last, named=True), leading[1]
        noun = self._counting.noun(reader, figure, measure, last=last)
        if noun is not None and measure.unit is None and (unit := self._counting.measure(noun)) is not None:
            return _Parts(figure, bound, start, noun.last, Measure(unit, noun.last, named=True), None)
        return _Parts(figure, bound, start, last, measure, noun)

    def _judged(self, reader: Reader, parts: _Parts, before: Before | None) -> _Found | None:
        """The amount of these parts, unless it is none."""
        items, analysis, figure, noun = reader.items, reader.analysis, parts.figure, parts.noun
        unit, told, last = parts.measure.unit, False, parts.last
        if noun is not None and unit is None:
            unit = self._context.of_others(before) if noun.is_others else self._counting.unit(noun)
        elif unit is None:
            unit = self._told(reader, parts, before)
            told = unit is not None or self._measures.hanging(items, figure) is not None
        around = Surroundings(
            measured=parts.measure.named,
            bounded=parts.bound not in (None, "exactly"),
            head=noun.head if noun else None,
            people=unit == "person",
            told=told,
        )
        if self._guards.names(items, figure, around, analysis=analysis, since=reader.named):
            reader.named = figure.last
            return None
        if self._guards.refuses(items, figure, around, analysis=analysis):
            return None
        if noun is not None:
            last = noun.last
            if not parts.measure.named and not figure.share:
                unit, last = self._counting.rate(reader, noun, unit)
        quantity = Quantity(*_ends(figure, parts.bound), unit, _bound(figure, parts.bound))
        amount = Amount(items.span(parts.start, last), quantity, noun.span if noun else None)
        return _Found(amount, last, parts.measure.named)

    def _told(self, reader: Reader, parts: _Parts, before: Before | None) -> str | None:
        """The unit of a figure without one of its own: that of the number it hangs on, or what the sentence tells."""
        items, figure = reader.items, parts.figure
        place = self._measures.hanging(items, figure)
        if place is not None:
            return self._measures.of(items, figure, place).unit
        return self._context.unit(
            items, figure, start=parts.start, last=parts.last, analysis=reader.analysis, before=before
        )

    def _two_readings(self, items: Items, one: _Found, other: _Found) -> _Found | None:
        """ "more than 1000 kilometers, 1,300 kilometers" as one amount from 1000 to 1300 km."""
        low, high = one.amount.quantity, other.amount.quantity
        if low.unit is None or low.unit != high.unit:
            return None
        if self._dimensions.get(low.unit) in (None, "money", "ratio"):
            return None
        between = items.text[one.amount.span.end : other.amount.span.start]
        if between.strip() != "," or one.amount.counted or other.amount.counted or high.bound != "exactly":
            return None
        if low.bound not in ("at_least", "about") or low.low is None or high.high is None or high.high < low.low:
            return None
        quantity = Quantity(low.low, high.high, low.unit, "range")
        return _Found(Amount(hull([one.amount.span, other.amount.span]), quantity), other.last, other.named)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A figure, its bound, the items ``start`` up to ``last`` of figure, bound and unit, and what it counts."""

    figure: Figure
    bound: Bound | None
    start: int
    last: int
    measure: Measure
    noun: Noun | None


@dataclass(frozen=True, slots=True)
class _Found:
    """An amount, the item after it, and whether its unit is named."""

    amount: Amount
    last: int
    named: bool

    @property
    def before(self) -> Before:
        """What the amount after it may go on with."""
        return Before(self.amount.quantity.unit, self.named)


def _prefix(units: Units) -> str:
    """What may be written on to a figure before it: "$5", "US$5", "RM20", "Rs. 300"."""
    signs = sorted(units.signs, key=lambda sign: (-len(sign), sign))
    firsts = "".join(sorted({re.escape(sign[0]) for sign in signs}))
    lettered = "|".join(rf"{re.escape(sign)}{r'[.]?' if sign.isalpha() else ''}" for sign in signs if sign[0].isalpha())
    others = "|".join(re.escape(sign) for sign in signs if not sign[0].isalpha())
    return rf"(?=[{firsts}])(?:\b(?:{lettered})|{others})(?=\s?[-−]?\.?[0-9])"


def _ends(figure: Figure, bound: Bound | None) -> tuple[Decimal | None, Decimal | None]:
    kind = _bound(figure, bound)
    return (None if kind == "at_most" else _plain(figure.low)), (None if kind == "at_least" else _plain(figure.high))


def _plain(value: Decimal) -> Decimal:
    """A whole number without the zeros that a scale leaves behind it ("4.2 billion"); others as written."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def _bound(figure: Figure, bound: Bound | None) -> Bound:
    if figure.is_range:
        return "range"
    return figure.bound if figure.bound != "exactly" else bound or "exactly"


@dataclass(frozen=True, slots=True)
class _Classes:
    """The classes of what the vocabulary does not list."""

    fractions: Mapping[str, Decimal]

    def figure(self, numeral: Numeral, word: str) -> tuple[str, object]:
        return (OTHER, word) if numeral.writing == "year" else (NUMBER, numeral.value)

    def shape(self, shape: str, word: str) -> tuple[str, object]:
        if shape == "FRACTION":
            return NUMBER, self.fractions[word]
        return (PREFIX if shape == "PREFIX" else OTHER), word


__all__ = ["AmountMarker", "taken"]
