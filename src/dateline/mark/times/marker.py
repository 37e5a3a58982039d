"""Marks time expressions and pins them to the calendar where the report allows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dateline.mark.analysis import Analysis
from dateline.mark.grammar import Grammar, alphabet_of, literals
from dateline.mark.items import BREAK, Items, Lexer
from dateline.mark.numerals import Numerals
from dateline.mark.times import dates, days, figures, months, periods, relative, stretches, years
from dateline.mark.times.calendar import Moment
from dateline.mark.times.classes import Classes
from dateline.mark.times.clock import settled
from dateline.mark.times.context import Context
from dateline.mark.times.dates import whole_date
from dateline.mark.times.nearness import speak_of
from dateline.mark.times.slots import Found, Slots
from dateline.mark.times.tense import Tenses
from dateline.model.marks import Doubt, Mark, Marks, Sentence, Time, Token
from dateline.model.text import Document
from dateline.vocab.times import Times

IMPOSSIBLE = "impossible date"
_NARRATIVE_YEARS, _NARRATIVE_SHARE, _NARRATIVE_AGE = 4, 0.7, 2
_HEADING, _HEAD_LINES = "(<WD> COMMA?)? (<M> <D> | <D> <M>) COMMA? YEAR DOT?", 8
_STORY_YEARS, _FEW = 12, 10  # a story has one word such as "yesterday" to ten years that it names, or fewer

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
        "two clocks": days.two_clocks,
        "month": months.month,
        "year": years.year,
        "era": years.era,
        "eras": years.eras,
        "years": years.years,
        "the year": stretches.the_year,
        "part": stretches.part,
        "next to": stretches.next_to,
        "other calendar": stretches.other_calendar,
        "no day": stretches.no_day,
        "year ago": periods.year_ago,
        "decade": years.decade,
        "century": years.century,
        "season": periods.season,
        "quarter": periods.quarter,
        "half": periods.half,
        "holiday": periods.holiday,
        "new year": periods.new_year,
        "written": figures.written,
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
    gives: frozenset[type[Mark]] = frozenset({Time, Doubt})

    def __init__(self, times: Times | None = None) -> None:
        """Compiles what ``times`` says of a language: by default English."""
        times = times or Times.load()
        book, numbers = times.book, times.numbers
        alphabet = alphabet_of(book)
        self._alphabet = alphabet
        self._grammar = Grammar(book, alphabet)
        self._lexer = Lexer(
            numerals=Numerals(numbers),
            words={word: (alphabet.char("ORD"), number) for word, number in numbers.ordinals.items()}
            | literals(book, alphabet),
            classify=Classes(alphabet),
            suffixes=times.suffixes,
        )
        self._cues = book.cues
        self._readings = readings()
        self._heading, self._months = self._grammar.compiled(_HEADING), self._grammar.compiled("MONTH | MONTHAB")
        self._dates_ahead = self._grammar.compiled(times.list_of_dates)

    def mark(self, document: Document, marks: Marks) -> Iterator[Time | Doubt]:
        items = self._lexer.read(document.text, [sentence.span for sentence in marks.every(Sentence)])
        published = document.source.published
        analysis = Analysis(marks.every(Token))
        context = Context(
            items=items,
            cues=self._cues,
            analysis=analysis,
            tenses=Tenses(analysis, self._cues),
            published=self._heading_date(items) if published is None else Moment.of(published.first),
            dates_ahead=self._dates_ahead,
            apostrophe=self._alphabet.char("APOS"),
            months=self._months,
        )
        self._settle(context)
        if self._alphabet.char("SLASHED") in items.kinds:
            context.day_first = figures.day_comes_first(items, self._alphabet)
        position = 0
        while candidates := self._grammar.after(items.kinds, position):
            position = candidates[0].first + 1
            for candidate in candidates:
                found = self._read(candidate.rule.means, context, first=candidate.first, last=candidate.last)
                if found is not None:
                    position = candidate.last
                    yield from self._marks(found, context)
                    break

    def _read(self, means: str, context: Context, *, first: int, last: int) -> list[Found] | None:
        names = [self._alphabet.name(kind) for kind in context.items.kinds[first:last]]
        return self._readings[means](Slots(context.items, settled(names), first), context)

    def _marks(self, found: list[Found], context: Context) -> Iterator[Time | Doubt]:
        for one in found:
            span = context.items.span(one.first, one.last)
            if not one.value:
                yield Doubt(span, IMPOSSIBLE)
                continue
            yield Time(span, one.type, one.value, one.date(), one.mod)
            speak_of(one, context)

    def _heading_date(self, items: Items) -> Moment | None:
        """The day that a report without a publication date bears as a line of its own at its head."""
        start = 0
        for _ in range(_HEAD_LINES):
            end = items.kinds.find(BREAK, start)
            if end < 0:
                return None
            if self._heading.fullmatch(items.kinds, start, end):
                names = [self._alphabet.name(kind) for kind in items.kinds[start:end]]
                return whole_date(Slots(items, names, start))
            start = end + 1
        return None

    def _settle(self, context: Context) -> None:
        """Says whether the text tells of other years than its own: then a bare "in May" is in such a year.

        It does when most years that it names lie well before publication and few words point at the days around
        it; or, without a look at publication, when it names many years and hardly any such word.
        """
        kind, items = self._alphabet.char("YEAR"), context.items
        years = [int(str(items.values[at])) for at, char in enumerate(items.kinds) if char == kind]
        eras = items.kinds.count(self._alphabet.char("BC"))
        near = sum(items.kinds.count(self._alphabet.char(name)) for name in ("DEICTIC", "WEEKDAY", "WEEKDAYAB"))
        named = len(years) + eras
        context.timeless = named >= _STORY_YEARS and near * _FEW <= named
        if context.published is not None:
            old = eras + sum(1 for year in years if year <= context.published.year - _NARRATIVE_AGE)
            mostly = old >= _NARRATIVE_YEARS and old >= _NARRATIVE_SHARE * named and near * _FEW <= old
            context.historical = mostly
        context.historical = context.historical or (context.timeless and len(set(years)) >= _NARRATIVE_YEARS)
