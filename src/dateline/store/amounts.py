"""Amounts by unit, size and what they count: the filter, and the query it makes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import Connection, func

from dateline.errors import UsageError
from dateline.model.values import Bound
from dateline.model.wire import Wire
from dateline.store import asked, context, words
from dateline.store.schema import documents, mentions

BOUNDS: tuple[str, ...] = get_args(Bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountFilter:
    """What amounts are wanted; None asks for nothing. ``UsageError`` or ``ValueFault`` for what makes no sense.

    ``units``: any of these. ``counted``: each word stands in what is counted, without regard to case and diacritics.
    ``least``, ``most``: in the unit reported; those are meant that may be so many: "at least 40" may be 100.
    ``bound``: one of ``BOUNDS``. ``since``, ``until``: when the report was published. ``outlet``: words of its name.
    """

    units: tuple[str, ...] = ()
    counted: str | None = None
    least: float | None = None
    most: float | None = None
    bound: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        asked.check_words(counted=self.counted, outlet=self.outlet)
        asked.check_choice("bound", self.bound, BOUNDS)
        asked.check_stretch(self.since, self.until)
        asked.check_limit(self.limit)
        for name, value in (("min", self.least), ("max", self.most)):
            if value is not None and math.isnan(value):
                raise UsageError(f"{name} must be a number, not {value}")
        if self.least is not None and self.most is not None and self.most < self.least:
            raise UsageError(f"max {self.most:g} is less than min {self.least:g}")


def amounts(connection: Connection, wanted: AmountFilter) -> Iterator[Wire]:
    """The wanted amounts: those of the newest report first, then in order of document and place."""
    found = (
        context.mentioned()
        .where(mentions.c.bound.is_not(None), *_conditions(wanted))
        .order_by(documents.c.published.desc(), documents.c.id, mentions.c.start, mentions.c.position)
        .limit(wanted.limit)
    )
    return context.in_context(connection, found)


def _conditions(wanted: AmountFilter) -> asked.Conditions:
    if wanted.units:
        yield mentions.c.unit.in_(wanted.units)
    for word in words.folded(wanted.counted or "").split():
        yield func.instr(mentions.c.counted, f" {word} ") > 0
    if wanted.least is not None:
        yield func.coalesce(mentions.c.high, wanted.least) >= wanted.least
    if wanted.most is not None:
        yield func.coalesce(mentions.c.low, wanted.most) <= wanted.most
    if wanted.bound is not None:
        yield mentions.c.bound == wanted.bound
    yield from asked.published(wanted.since, wanted.until)
    yield from asked.of_outlet(wanted.outlet)
