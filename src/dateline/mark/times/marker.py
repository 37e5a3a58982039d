"""Marks time expressions and pins them to the calendar where the report allows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from dateline.mark.analysis import Analysis
from dateline.mark.grammar import Grammar, alphabet_of, literals
from dateline.mark.items import Lexer
from dateline.mark.numerals import Numerals
from dateline.mark.times import dates, days, months, periods, relative, years
from dateline.mark.times.calendar import Moment, dated
from dateline.mark.times.classes import Classes
from dateline.mark.times.context import Context
from dateline.mark.times.slots import Found, Slots
from dateline.model.marks import Mark, Marks, Sentence, Time, Token
from dateline.model.text import Document
from dateline.model.values import PartialDate
from dateline.vocab.numbers import Numbers
from dateline.vocab.rules import RuleBook

_NARRATIVE_YEARS, _NARRATIVE_SHARE, _NARRATIVE_AGE, _NARRATIVE_NEAR = 4, 0.7, 2, 4
_DATES_AHEAD = "((COMMA | and | to | or | HYPHEN | through)+ <D>? <M> <D>?)+ COMMA? YEAR"
_PINNED = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


Reading = Callable[[Slots, Context], list[Found] | None]
"""From a match to its expressions: None says that it is none, [] that it is one which cannot be ("June 31")."""


def readings() -> Mapping[str, Reading]:
    """The readings that rules name under ``means``."""
    return {**_pinned(), **_leaning()}


def _pinned() -> Mapping[str, Reading]:
    return {
        "calendar": dates.calendar,
        "days": days.days,
        "beside": days.beside,
        "month": months.month,
        "year": years.year,
        "era": years.era,
        "eras": years.eras,
        "years": years.years,
        "last quarter": periods.last_quarter,
        "year ago": periods.year_ago,
        "decade": years.decade,
        "century": years.century,
        "season": periods.season,
        "quarter": periods.quarter,
        "half": periods.half,
        "holiday": periods.holiday,
        "new year": periods.new_year,
        "written": months.written,
    }


def _leaning() -> Mapping[str, Reading]:
    return {
        "ago": relative.ago,
        "stretch": relative.stretch,
        "past stretch": relative.past_stretch,
        "duration": relative.duration,
        "many": relative.many,
        "set": relative.repeated,
        "past": relative.past,
        "present": relative.present,
        "future": relative.future,
    }


class TimeMarker:
    """Marks dates, clock times, durations and sets with their TIMEX3 value: "April 12", "several years ago",
    "in 2004", "next Tuesday", "two days earlier", "every Monday".

    What is relative leans on ``document.source.published``; without it the value is left open and ``date`` is None.
    A day that the calendar does not have ("June 31") is not marked. Rules and words are in vocab/data/times.toml.
    """

    name = "times"
    needs: frozenset[type[Mark]] = frozenset({Sentence, Token})
    gives: frozenset[type[Mark]] = frozenset({Time})

    def __init__(self, book: RuleBook | None = None, numbers: Numbers | None = None) -> None:
        """Compiles the rules of ``book`` and the number words of ``numbers``: by default those of English."""
        book, numbers = book or RuleBook.load("times"), numbers or Numbers.load()
        alphabet = alphabet_of(book)
        self._alphabet = alphabet
        self._grammar = Grammar(book, alphabet)
        self._lexer = Lexer(
            numerals=Numerals(numbers),
            words={word: (alphabet.char("ORD"), number) for word, number in numbers.ordinals.items()}
            | literals(book, alphabet),
            classify=Classes(alphabet),
            suffixes=("am", "pm", "a.m", "p.m", "hrs", "h"),
        )
        self._cues = book.cues
        self._readings = readings()
        self._dates_ahead = self._grammar.compiled(_DATES_AHEAD)

    def mark(self, document: Document, marks: Marks) -> Iterator[Time]:
        items = self._lexer.read(document.text, [sentence.span for sentence in marks.every(Sentence)])
        published = document.source.published
        context = Context(
            items=items,
            cues=self._cues,
            analysis=Analysis(marks.every(Token)),
            published=None if published is None else Moment.of(published.first),
        )
        context.dates_ahead = self._dates_ahead
        context.historical = self._is_historical(context)
        position = 0
        while candidates := self._grammar.after(items.kinds, position):
            position = candidates[0].first + 1
            for candidate in candidates:
                found = self._read(candidate.rule.means, context, first=candidate.first, last=candidate.last)
                if found is not None:
                    position = candidate.last
                    yield from self._times(found, context)
                    break

    def _read(self, means: str, context: Context, *, first: int, last: int) -> list[Found] | None:
        names = [self._alphabet.name(kind) for kind in context.items.kinds[first:last]]
        return self._readings[means](Slots(context.items, names, first), context)

    def _times(self, found: list[Found], context: Context) -> Iterator[Time]:
        for one in found:
            date = None if one.type in ("DURATION", "SET") else dated(one.value, one.basis)
            yield Time(context.items.span(one.first, one.last), one.type, one.value, date)
            _speak_of(one, date, context)

    def _is_historical(self, context: Context) -> bool:
        """Whether most years that the text names lie well before its own: then a bare "in May" is in such a year."""
        kind, items = self._alphabet.char("YEAR"), context.items
        years = [int(str(items.values[at])) for at, char in enumerate(items.kinds) if char == kind]
        if context.published is None:
            return False
        old = sum(1 for year in years if year <= context.published.year - _NARRATIVE_AGE)
        near = sum(items.kinds.count(self._alphabet.char(name)) for name in ("DEICTIC", "WEEKDAY", "WEEKDAYAB"))
        return old >= _NARRATIVE_YEARS and old >= _NARRATIVE_SHARE * len(years) and near * _NARRATIVE_NEAR <= old


def _speak_of(one: Found, date: PartialDate | None, context: Context) -> None:
    """Remembers a date as the one spoken of last; a narrative does not go to the year of its publication by "today"."""
    if date is None or not _PINNED.match(one.value):
        return
    now = "" if context.published is None else f"{context.published.year:04d}"
    before = "" if context.spoken_of is None else f"{context.spoken_of.year:04d}"
    if not (context.historical and one.basis == "relative" and before != now and date.first.startswith(now or "-")):
        context.spoken_of, context.spoken_at = Moment.of(date.first), one.last
