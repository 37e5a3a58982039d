"""Marks quantities with their unit, their bound and what they count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dateline.mark.amounts.figures import NUMBER, PART, PLURAL, PREFIX, Figure, Figures
from dateline.mark.amounts.guards import Guards, Surroundings
from dateline.mark.amounts.measures import Measure, Measures
from dateline.mark.amounts.nouns import counted
from dateline.mark.analysis import Analysis
from dateline.mark.items import OTHER, Items, Lexer
from dateline.mark.numerals import Numeral, Numerals
from dateline.model.marks import Amount, Mark, Marks, Sentence, Time, Token
from dateline.model.text import Document, Span, hull
from dateline.model.values import Bound, Quantity
from dateline.vocab.numbers import Numbers
from dateline.vocab.units import Units

_PREFIX = (
    r"\b(?:us|a|au|nz|c|ca|hk|s|nt|r)[$](?=\s?[-−]?\.?[0-9])|[$](?:us|au|nz|a)(?=\s?\.?[0-9])"
    r"|[$€£¥₽₴₹₩₺₸₾₼₪](?=\s?[-−]?\.?[0-9])|\b(?:usd|eur|gbp|chf|rmb|rm|rs\.?|ps)(?=\s?\.?[0-9])"
)


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
        self._units = units
        self._starts = re.compile(f"[{NUMBER}{PLURAL}{PART}]")
        self._figures = Figures(numbers, units)
        self._measures = Measures(units)
        self._guards = Guards(units)
        self._lexer = Lexer(
            numerals=Numerals(numbers),
            words={word: (PLURAL, value) for word, value in numbers.plurals.items()}
            | {sign: (PREFIX, sign) for sign in units.signs if sign.isalpha()}
            | {"a": (PART, "a"), "half": (PART, "half")},
            classify=_Classes(numbers.fractions),
            suffixes=[
                *units.symbols,
                *numbers.short_scales,
                *(p[0] for p in units.phrases if len(p) == 1 and p[0].isalpha()),
            ],
            prefix=_PREFIX,
        )

    def mark(self, document: Document, marks: Marks) -> Iterator[Amount]:
        items = self._lexer.read(document.text, [sentence.span for sentence in marks.every(Sentence)])
        reader = _Reader(items, Analysis(marks.every(Token)), taken(marks.every(Time)))
        index, previous = 0, None
        while (place := self._starts.search(items.kinds, index)) is not None:
            index = place.end()
            found = self._at(reader, place.start(), floor=0 if previous is None else previous.last)
            if found is None:
                continue
            merged = None if previous is None else self._two_readings(items, previous, found)
            if previous is not None and merged is None:
                yield previous.amount
            previous, index = merged or found, max(found.last, index)
        if previous is not None:
            yield previous.amount

    def _at(self, reader: _Reader, index: int, *, floor: int) -> _Found | None:
        """The amount whose figure begins at ``index``, or None."""
        items, analysis = reader.items, reader.analysis
        figure = self._figures.at(items, index, analysis)
        if figure is None or figure.first < floor or reader.is_taken(items.span(figure.first, figure.last)):
            return None
        if self._guards.refuses_place(items, figure):
            return None
        after, start, last = self._measures.bound(items, figure, figure.last, floor=floor)
        measure = Measure("share", last) if figure.share else self._measures.of(items, figure, last)
        bound = after
        if last == figure.last and measure.last > last:
            bound, start, last = self._measures.bound(items, figure, measure.last, floor=floor)
        if bound and start == figure.first - 1 and self._guards.is_preposition(items, figure, analysis):
            bound, start = None, figure.first
        last = self._past_age(items, max(last, measure.last), measure)
        noun = self._counted(reader, figure, measure, last=last)
        bounded = bound is not None and bound != "exactly"
        around = Surroundings(measured=measure.named, bounded=bounded, head=noun[1] if noun else None)
        if self._guards.refuses(items, figure, around, analysis=analysis):
            return None
        quantity = Quantity(*_ends(figure, bound), self._unit(items, figure, measure, noun), _bound(figure, bound))
        span = items.span(start, last)
        counted_span = noun[0] if noun else None
        whole = hull([span, counted_span]) if counted_span else span
        while last < len(items.starts) and items.starts[last] < whole.end:
            last += 1
        return _Found(Amount(whole, quantity, counted_span), last)

    def _past_age(self, items: Items, last: int, measure: Measure) -> int:
        """Past the "old" of an age: "44-year-old", "52 years old"."""
        if measure.unit is None or self._units.dimensions.get(measure.unit) != "time":
            return last
        if items.word(last) in ("-", "‑", "‐") and items.word(last + 1) == "old":
            return last + 2
        return last + 1 if items.word(last) == "old" else last

    def _counted(self, reader: _Reader, figure: Figure, measure: Measure, *, last: int) -> tuple[Span, Token] | None:
        items = reader.items
        place, skip = last, False
        if items.word(last) == "of":
            place, skip = last + 1, True
        elif measure.named:
            return None
        elif figure.share:
            skip = True
        elif items.word(last) in ("-", "‑", "‐") and items.glued(last):
            place = last + 1
        if place >= len(items.starts) or items.kinds[place] == "\n":
            return None
        compound = place > last and not skip
        end = items.ends[place] if compound else reader.limit(items.starts[place])
        return counted(reader.analysis, items.starts[place], end=end, skip=skip)

    def _unit(self, items: Items, figure: Figure, measure: Measure, noun: tuple[Span, Token] | None) -> str | None:
        if measure.unit is not None:
            return measure.unit
        if noun is None:
            return "person" if items.word(figure.last) in self._units.states else None
        head = noun[1]
        return self._units.nouns.get(head.lemma.lower()) or self._units.nouns.get(head.text.lower())

    def _two_readings(self, items: Items, one: _Found, other: _Found) -> _Found | None:
        """ "more than 1000 kilometers, 1,300 kilometers" as one amount from 1000 to 1300 km."""
        low, high = one.amount.quantity, other.amount.quantity
        if low.unit is None or low.unit != high.unit:
            return None
        if self._units.dimensions.get(low.unit) in (None, "money", "ratio"):
            return None
        between = items.text[one.amount.span.end : other.amount.span.start]
        if between.strip() != "," or one.amount.counted or other.amount.counted or high.bound != "exactly":
            return None
        if low.bound not in ("at_least", "about") or low.low is None or high.high is None or high.high < low.low:
            return None
        quantity = Quantity(low.low, high.high, low.unit, "range")
        return _Found(Amount(hull([one.amount.span, other.amount.span]), quantity), other.last)


@dataclass(frozen=True, slots=True)
class _Found:
    """An amount and the item after it."""

    amount: Amount
    last: int


class _Reader:
    """The items of one report with the parser's view of them and the places that times have taken."""

    def __init__(self, items: Items, analysis: Analysis, times: Sequence[Span]) -> None:
        self.items = items
        self.analysis = analysis
        self._starts = [span.start for span in times]
        self._times = times

    def is_taken(self, span: Span) -> bool:
        """Whether a time expression shares a character with ``span``."""
        place = bisect_left(self._starts, span.end)
        return any(span.overlaps(time) for time in self._times[max(0, place - 2) : place])

    def limit(self, start: int) -> int:
        """Where a noun phrase from ``start`` must end at the latest: at the next time expression or sentence end."""
        place = bisect_left(self._starts, start)
        return self._starts[place] if place < len(self._starts) else len(self.items.text)


def taken(times: Sequence[Time]) -> list[Span]:
    """The spans in which no amount may lie: all times but lengths of time, which are amounts as well."""
    return [time.span for time in times if time.type != "DURATION"]


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
