"""What an expression leans on: the date of publication, the date spoken of last, the tense around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.mark.analysis import Analysis, Tense
from dateline.mark.items import Items
from dateline.mark.times.calendar import Moment
from dateline.model.marks import Token

_AHEAD = 40  # items: a list of months longer than this has its year too far away


@dataclass(slots=True)
class Context:
    """The state of one walk through a report. ``historical`` is a text about other years than its own, in which
    bare dates lean on the date spoken of; elsewhere, and where publication is unknown, they do not.
    """

    items: Items
    analysis: Analysis
    published: Moment | None
    cues: Mapping[str, frozenset[str]]
    historical: bool = False
    spoken_of: Moment | None = None
    spoken_at: int = -1
    dates_ahead: re.Pattern[str] | None = None

    def reference(self, first: int) -> Moment | None:
        """The date spoken of last, as seen from item ``first``; in news only that of the last two sentences."""
        if self.spoken_of is not None and (self.historical or self._near(first)):
            return self.spoken_of
        return None if self.historical else self.published

    def anchor(self, first: int) -> Moment | None:
        """What a bare "Tuesday" or "in May" leans on: publication, or in a historical text the date spoken of."""
        return self.reference(first) if self.historical else self.published

    def today(self) -> date | None:
        """The day of publication, where it is known."""
        return None if self.published is None else self.published.date

    def year_ahead(self, last: int) -> int | None:
        """The year of a list or range that goes on after item ``last``: "in August and September 1914"."""
        found = None if self.dates_ahead is None else self.dates_ahead.match(self.items.kinds, last, last + _AHEAD)
        return None if found is None else int(str(self.items.values[found.end() - 1]))

    def tense(self, index: int) -> Tense | None:
        """The tense around an item."""
        return self.analysis.tense(self.items.starts[index])

    def token(self, index: int) -> Token | None:
        """The parser's token at an item."""
        return self.analysis.token(self.items.starts[index]) if 0 <= index < len(self.items.starts) else None

    def _near(self, first: int) -> bool:
        one = self.items.kinds.find("\n", self.spoken_at, first)
        return one < 0 or self.items.kinds.find("\n", one + 1, first) < 0
