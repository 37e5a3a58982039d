"""Values that are no more exact than their source: partial dates and quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from dateline.errors import ValueFault

Basis = Literal["stated", "relative", "dateline", "published"]
Bound = Literal["exactly", "about", "at_least", "at_most", "range"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An ISO 8601 date prefix (``2004``, ``2017-04``, ``2017-04-12``), or a stretch from first to last.

    ``basis`` says how it is known. Raises ``ValueFault`` for what is no date of the calendar.
    """

    first: str
    last: str | None = None
    basis: Basis = "stated"

    def __post_init__(self) -> None:
        for prefix in (self.first, self.last):
            if prefix is not None:
                _bounds(prefix)
        if self.last is not None and self.last < self.first:
            raise ValueFault(f"a date cannot end before it begins: {self.first} to {self.last}")

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return _bounds(self.first)[0]

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        return _bounds(self.last or self.first)[1]


def _bounds(prefix: str) -> tuple[date, date]:
    found = _ISO.fullmatch(prefix)
    if found is None:
        raise ValueFault(f"not a date: {prefix!r}. Write it as 2017, 2017-04 or 2017-04-12")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
        if day:
            return first, first
        if month:
            following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
            return first, following - timedelta(days=1)
        return first, date(year, 12, 31)
    except ValueError as fault:
        raise ValueFault(f"not a date of the calendar: {prefix!r} ({fault})") from fault


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as reported: exact decimals, a unit, and whether it bounds or approximates.

    ``low`` and ``high`` are equal for a plain figure; "at least 40" has ``high`` None, "at most" has ``low`` None.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str | None
    bound: Bound = "exactly"

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueFault("a quantity needs a low or a high")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueFault(f"a quantity cannot run from {self.low} down to {self.high}")
