"""A report as the amount marker reads it: its items, the parser's view, and where time expressions stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.mark.analysis import Analysis
from dateline.mark.items import BREAK, Items
from dateline.model.marks import Time
from dateline.model.text import Span

_NEAR = 60  # items over which one amount may go on with another


class Reader:
    """The items of one report with the parser's view of them and the places that times have taken.

    ``named`` is the item after the last figure that was the number of something ("Resolution 1373").
    """

    def __init__(self, items: Items, analysis: Analysis, times: Sequence[Span]) -> None:
        self.items = items
        self.analysis = analysis
        self.named: int | None = None
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

    def same_sentence(self, first: int, last: int) -> bool:
        """Whether no sentence ends between two items, and they are not far apart."""
        return last - first <= _NEAR and self.items.kinds.find(BREAK, first, last) < 0

    def after(self, offset: int, place: int) -> int:
        """The first item from ``place`` on that begins at ``offset`` or later."""
        while place < len(self.items.starts) and self.items.starts[place] < offset:
            place += 1
        return place


def taken(times: Sequence[Time]) -> list[Span]:
    """The spans in which no amount may lie: all times but lengths of time, which are amounts as well."""
    return [time.span for time in times if time.type != "DURATION"]
