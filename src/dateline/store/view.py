"""What is in the store: the reports and their state, one reading, the captures, the counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from dateline.errors import StoreError, unknown
from dateline.stages import Capture
from dateline.store import raw, rows
from dateline.store.schema import captures, documents, readings, reports, runs

STATES = ("done", "failed", "kept")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report by its locator. ``state`` is done, kept (its text only) or failed; ``reason`` says why.

    ``document`` and what follows are of the document it was last read as: None when it never was.
    """

    locator: str
    state: str
    reason: str | None
    document: str | None
    title: str | None
    language: str | None
    published: str | None
    statements: int
    seconds: float | None
    events: int = 0


def report_rows(connection: Connection, state: str | None) -> Iterator[ReportRow]:
    """The reports, in order of their locators."""
    shown = documents.c
    wanted = (
        select(
            reports.c.locator,
            reports.c.state,
            reports.c.reason,
            shown.id.label("document"),
            shown.title,
            shown.language,
            shown.published,
            func.coalesce(shown.statements, 0).label("statements"),
            func.coalesce(shown.events, 0).label("events"),
            reports.c.seconds,
        )
        .outerjoin(readings, readings.c.capture == reports.c.capture)
        .outerjoin(documents, shown.key == readings.c.document)
        .where(*_in_state(state))
    )
    for row in connection.execute(wanted.order_by(reports.c.locator)):
        yield ReportRow(**row._mapping)


def check_state(state: str | None) -> None:
    """Raises ``UsageError`` for a state that no report can have."""
    if state is not None and state not in STATES:
        raise unknown("state", state, STATES)


def is_known(connection: Connection, capture: Capture, producers: Mapping[str, str]) -> bool:
    """Whether these very bytes from there were read by these producers, with this date."""
    wanted = (
        select(captures.c.media, captures.c.published, captures.c.sha256, runs.c.producers)
        .select_from(reports)
        .join(captures, captures.c.id == reports.c.capture)
        .join(runs, runs.c.id == reports.c.run)
        .where(reports.c.locator == rows.storable(capture.locator), reports.c.state != "failed")
    )
    found = connection.execute(wanted).one_or_none()
    return found is not None and tuple(found) == (
        capture.media,
        capture.published,
        raw.sha256(capture.raw),
        rows.pack(producers),
    )


def captured(connection: Connection, state: str | None) -> Iterator[Capture]:
    """The captures of the reports in a state, or of all that have one, in order of their locators."""
    wanted = select(captures).join(reports, reports.c.capture == captures.c.id).where(*_in_state(state))
    for row in connection.execute(wanted.order_by(reports.c.locator)):
        yield raw.capture(row)


def origins(connection: Connection) -> Iterator[tuple[str, Capture | StoreError]]:
    """Each document's id with the capture that the store's reading of it was made from, in order of the ids.

    In place of a capture whose bytes are damaged stands the error that says so.
    """
    wanted = select(documents.c.id.label("document"), captures).join(captures, captures.c.id == documents.c.origin)
    for row in connection.execute(wanted.order_by(documents.c.id)):
        yield row.document, _taken(row)


def _taken(row: Row[Any]) -> Capture | StoreError:
    try:
        return raw.capture(row)
    except StoreError as fault:
        return fault


def counts(connection: Connection) -> dict[str, int]:
    """How many reports there are, in each state, and how many documents, statements and events."""
    states = dict.fromkeys(STATES, 0)
    for state, number in connection.execute(select(reports.c.state, func.count()).group_by(reports.c.state)):
        states[state] = number
    totals = [func.coalesce(func.sum(documents.c[name]), 0).label(name) for name in ("statements", "events")]
    shown = select(func.count().label("documents"), *totals).where(documents.c.origin.is_not(None))
    return {"reports": sum(states.values()), **states, **connection.execute(shown).one()._asdict()}


def _in_state(state: str | None) -> tuple[ColumnElement[bool], ...]:
    return () if state is None else (reports.c.state == state,)
