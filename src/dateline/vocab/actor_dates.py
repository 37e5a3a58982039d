"""Times of validity with the precision they are known with."""

from __future__ import annotations

from dataclasses import dataclass

_EARLY, _LATE = "-01-01", "-12-31"


@dataclass(frozen=True, slots=True)
class Period:
    """From a day, month or year to another (ISO 8601 prefixes); empty: not known, or not over."""

    first: str = ""
    last: str = ""

    def may_hold(self, on: str) -> bool:
        """Whether it may have been valid at some time of ``on``; the first and the last day count in."""
        return _low(self.first) <= _high(on) and (not self.last or _low(on) <= _high(self.last))

    def over(self, on: str) -> bool:
        """Whether it had surely ended before ``on``."""
        return bool(self.last) and _high(self.last) < _low(on)

    def to_come(self, on: str) -> bool:
        """Whether it surely began after ``on``."""
        return bool(self.first) and _high(on) < _low(self.first)

    def surely_meets(self, other: Period) -> bool:
        """Whether two periods share more than a day for certain."""
        begins, ends = max(_high(self.first), _high(other.first)), min(_end(self.last), _end(other.last))
        return begins < ends


def _low(date: str) -> str:
    """The first day of a day, month or year."""
    return date + _EARLY[len(date) - 4 :] if 4 <= len(date) < 10 else date


def _high(date: str) -> str:
    """The last day; the 31st of every month, which is enough to compare."""
    if len(date) == 4:
        return date + _LATE
    return date + "-31" if len(date) == 7 else date


def _end(date: str) -> str:
    return _low(date) if date else "9999"
