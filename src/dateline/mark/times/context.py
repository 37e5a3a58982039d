"""What an expression leans on: the date of publication, the date spoken of last, the tense around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.mark.analysis import Analysis, Tense
from dateline.mark.items import BREAK, Items
from dateline.mark.times.calendar import Moment
from dateline.mark.times.tense import Tenses
from dateline.model.marks import Token

_AHEAD = 40  # items: a list of months longer than this has its year too far away
_NEVER = re.compile(r"(?!)")
_HYPHENS = frozenset("-‑‐")
_LEAD = 3  # items
_QUARTER_NEAR = 3  # sentences: how long a company report speaks of the quarter that it named


@dataclass(slots=True)
class Context:
    """The state of one walk through a report. ``historical`` is a text about other years than its own, in which
    bare dates lean on the date spoken of; elsewhere, and where publication is unknown, they do not. ``timeless``
    is one that has no day of its own either: its "today" and "two years ago" are not counted from publication.

    ``spoken_of`` is the date spoken of last, which ``leads`` when its sentence begins with it; ``point`` is the
    last that knows its month, ``quarter`` the last quarter. ``day_first`` is how the text writes "3/4/2005".
    """

    items: Items
    analysis: Analysis
    tenses: Tenses
    published: Moment | None
    cues: Mapping[str, frozenset[str]]
    historical: bool = False
    timeless: bool = False
    spoken_of: Moment | None = None
    spoken_at: int = -1
    leads: bool = False
    stated: bool = False
    point: Moment | None = None
    quarter: str | None = None
    quarter_at: int = -1
    dates_ahead: re.Pattern[str] | None = None
    apostrophe: str = ""
    months: re.Pattern[str] = _NEVER
    day_first: bool | None = None

    def reference(self, first: int) -> Moment | None:
        """The date spoken of last, as seen from item ``first``; in news only that of the last two sentences."""
        if self.spoken_of is not None and (self.historical or self._breaks(self.spoken_at, first) < 2):
            return self.spoken_of
        return None if self.historical else self.published

    def stated_year(self, first: int) -> Moment | None:
        """The month of a year that the same sentence stated before: "in October 2004 and again in late November"."""
        known = self.spoken_of is not None and self.stated and self.spoken_of.month is not None
        near = known and not self._breaks(self.spoken_at, first)
        return self.spoken_of if near and self.tense(first) != "future" else None

    def told(self, first: int) -> Moment | None:
        """What "later" and "the next day" lean on. A sentence in the past does not lean ahead of its publication."""
        if self.spoken_of is None and self.published is not None and self.tense(first) == "past":
            return None
        return self.reference(first)

    def anchor(self, first: int) -> Moment | None:
        """What a bare "Tuesday" or "in May" leans on: publication, or in a historical text the date spoken of."""
        return self.reference(first) if self.historical else self.published

    def now(self, first: int) -> Moment | None:
        """What "ago" and "last week" lean on: publication, or in a timeless text the date spoken of."""
        return self.reference(first) if self.timeless else self.published

    def today(self) -> date | None:
        """The day of publication, where it is known and the text has one."""
        return None if self.published is None or self.timeless else self.published.date

    def quarter_before(self, first: int) -> str | None:
        """The quarter a year before the one that a company report speaks of around item ``first``."""
        quarter = self.quarter_near(first)
        year = "" if quarter is None else quarter[:4]
        return f"{int(year) - 1:04d}{quarter[4:]}" if quarter is not None and year.isdecimal() else None

    def quarter_near(self, first: int) -> str | None:
        """The quarter that a company report speaks of around item ``first``."""
        near = self._breaks(self.quarter_at, first) < _QUARTER_NEAR
        return self.quarter if near else None

    def year_ahead(self, last: int) -> int | None:
        """The year of a list or range that goes on after item ``last``: "in August and September 1914"."""
        found = None if self.dates_ahead is None else self.dates_ahead.match(self.items.kinds, last, last + _AHEAD)
        if found is None:
            return None
        end = found.end() - 1
        year = str(self.items.values[end])
        return int(year) if year.isdecimal() else -int(str(self.items.values[end - 1]))

    def tense(self, index: int) -> Tense | None:
        """The tense around an item."""
        return self.tenses.at(self.items.starts[index])

    def token(self, index: int) -> Token | None:
        """The parser's token at an item."""
        return self.analysis.token(self.items.starts[index]) if 0 <= index < len(self.items.starts) else None

    def hyphenated(self, last: int) -> bool:
        """Whether what ends before item ``last`` is the first part of a longer word: "Halloween-themed"."""
        return self.items.word(last) in _HYPHENS and self.items.glued(last - 1)

    def begins(self, first: int) -> bool:
        """Whether item ``first`` stands at the beginning of a sentence, after at most two words."""
        return first < _LEAD or BREAK in self.items.kinds[first - _LEAD : first]

    def _breaks(self, start: int, end: int) -> int:
        return self.items.kinds.count(BREAK, max(start, 0), end)
