"""Times by the date they mean, their type and value: the filter, and the query it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import Connection, func

from dateline.errors import UsageError
from dateline.model.marks import TimexType
from dateline.model.wire import Wire
from dateline.store import asked, context
from dateline.store.schema import documents, mentions

TYPES: tuple[str, ...] = get_args(TimexType)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFilter:
    """What times are wanted; None asks for nothing. ``UsageError`` or ``ValueFault`` for what makes no sense.

    ``since``, ``until``: 2017, 2017-04 or 2017-04-12; those are meant whose date touches that time. What has no date
    ("three days") is in no such time. ``value``: how the TIMEX3 value begins: "2004-" finds all that is more exact
    than the year. ``outlet``: words of the outlet's name.
    """

    since: str | None = None
    until: str | None = None
    type: str | None = None
    value: str | None = None
    outlet: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        asked.check_words(outlet=self.outlet)
        asked.check_choice("type of time", self.type, TYPES)
        asked.check_stretch(self.since, self.until)
        asked.check_limit(self.limit)
        if self.value is not None and not self.value.strip():
            raise UsageError("value must have a character: it is how the TIMEX3 value begins, like 2004-")


def times(connection: Connection, wanted: TimeFilter) -> Iterator[Wire]:
    """The wanted times, the latest date first, those without one last, then in order of document and place."""
    found = (
        context.mentioned()
        .where(mentions.c.type.is_not(None), *_conditions(wanted))
        .order_by(mentions.c.earliest.desc(), documents.c.id, mentions.c.start, mentions.c.position)
        .limit(wanted.limit)
    )
    return context.in_context(connection, found)


def _conditions(wanted: TimeFilter) -> asked.Conditions:
    if wanted.type is not None:
        yield mentions.c.type == wanted.type
    if wanted.value is not None:
        yield func.substr(mentions.c.value, 1, len(wanted.value)) == wanted.value
    yield from asked.in_stretch(mentions, wanted.since, wanted.until)
    yield from asked.of_outlet(wanted.outlet)
