"""What people judged of events, a field at a time: a log that is only ever added to.

A judgement names the event by its document and the place of its trigger, which outlive a change of type, and keeps
the value as it was judged: when a newer version reads the report otherwise, it is known what was judged and what not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, insert, select

from dateline.errors import UsageError
from dateline.model.text import Span
from dateline.store.rows import pack
from dateline.store.runs import now
from dateline.store.schema import audits

Verdict = Literal["right", "wrong", "unsure"]
VERDICTS: tuple[str, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Audit:
    """Who judged which field of the event with this trigger, when (UTC), how, and what its value was then."""

    who: str
    document: str
    record: str
    trigger: Span
    field: str
    verdict: str
    value: Mapping[str, Any]
    judged: str = ""


def add(connection: Connection, given: Sequence[Audit]) -> None:
    """Adds judgements, with the time of now for those that have none. ``UsageError`` for what makes no sense."""
    for one in given:
        if one.verdict not in VERDICTS or not one.who.strip() or not one.field:
            raise UsageError("a judgement needs somebody who gives it, a field, and a verdict: " + ", ".join(VERDICTS))
    if given:
        connection.execute(insert(audits), [_row(one) for one in given])


def every(connection: Connection) -> Iterator[Audit]:
    """All judgements in the order they were given."""
    for row in connection.execute(select(audits).order_by(audits.c.id)):
        named = {name: getattr(row, name) for name in ("who", "document", "record", "field", "verdict", "judged")}
        yield Audit(trigger=Span(row.start, row.end), value=json.loads(row.value), **named)


def _row(one: Audit) -> dict[str, Any]:
    return {
        "judged": one.judged or now(),
        **{name: getattr(one, name) for name in ("who", "document", "record", "field", "verdict")},
        "start": one.trigger.start,
        "end": one.trigger.end,
        "value": pack(one.value),
    }
