"""Reads captures through the engine into the store, one report at a time, and says how each ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from dateline.errors import InputError, UsageError
from dateline.stages import Capture

if TYPE_CHECKING:
    from dateline.config import Settings
    from dateline.engine import Limits, Outcome, Walker
    from dateline.intake import Refusal
    from dateline.store import Store

Item: TypeAlias = "Capture | Refusal"
State = Literal["done", "kept", "failed", "known"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a report ended: done, kept (in a language we do not read), failed, or known (nothing was to be done)."""

    locator: str
    state: State
    reason: str | None = None
    document: str | None = None
    statements: int = 0
    events: int = 0

    def wire(self) -> dict[str, Any]:
        """The JSON form: what ``dateline read --json`` prints for the report."""
        return {
            "kind": "report",
            "report": self.locator,
            "state": self.state,
            "reason": self.reason,
            "document": self.document,
            "statements": self.statements,
            "events": self.events,
        }


def build(settings: Settings) -> Callable[[], Walker]:
    """What makes the pipeline inside a worker. Only there are the stages imported, so that it starts at once."""
    return partial(_pipeline, settings)


def _pipeline(settings: Settings) -> Walker:
    from dateline import registry

    return registry.pipeline(settings)


def limits(settings: Settings) -> Limits:
    """What a worker may take for a report."""
    from dateline.engine import Limits

    return Limits(seconds=settings.report_seconds, megabytes=settings.report_megabytes)


def outcomes(captures: Iterable[Capture], settings: Settings) -> Generator[Outcome]:
    """What becomes of each capture, as they end. Closing it ends the workers."""
    from dateline import engine

    yield from engine.run(captures, workers=settings.workers, limits=limits(settings), build=build(settings))


def failed(store: Store, *, limit_bytes: int) -> Iterator[Item]:
    """What is to be read again: the captures of the failed reports, from their path where the store has no bytes."""
    from dateline.intake import Refusal

    kept = {capture.locator: capture for capture in store.captures(state="failed")}
    for row in store.reports(state="failed"):
        if row.locator in kept:
            yield kept[row.locator]
            continue
        try:
            yield from named(row.locator, limit_bytes=limit_bytes)
        except UsageError as fault:
            yield Refusal(row.locator, str(fault))


def named(locator: str, *, limit_bytes: int, published: str | None = None) -> Iterator[Item]:
    """The captures at ``locator``: those of a path, or the one line of "path#3". ``UsageError`` when there is none."""
    from dateline.intake import captures

    path, mark, line = locator.rpartition("#")
    is_line = mark and line.isdecimal() and not Path(locator).exists()
    items = captures([path if is_line else locator], limit_bytes=limit_bytes, published=published)
    return (item for item in items if not is_line or item.locator == locator)


def into_store(
    items: Iterable[Item], store: Store, *, run: int, settings: Settings, known_by: Mapping[str, str] | None
) -> Generator[Ended]:
    """Reads ``items`` into ``store``, each report in its own transaction, and yields how each ended.

    What the store knows in the same bytes, from the producers ``known_by``, is left alone; with None nothing is.
    """
    aside: deque[Ended] = deque()
    unopened = {row.locator for row in store.reports("failed")}
    for outcome in outcomes(_fresh(items, store, run=run, known_by=known_by, aside=aside), settings):
        yield from _drained(aside)
        ended = _kept(outcome, store, run)
        for holder in unopened.intersection(_holders(ended)):
            store.forget(holder)
        yield ended
    yield from _drained(aside)


def _fresh(
    items: Iterable[Item],
    store: Store,
    *,
    run: int,
    known_by: Mapping[str, str] | None,
    aside: deque[Ended],
) -> Iterator[Capture]:
    """The captures that are to be read; what became of the other items is put ``aside``."""
    for item in items:
        if not isinstance(item, Capture):
            store.refuse(item.locator, item.reason, run)
            aside.append(Ended(item.locator, "failed", item.reason))
        elif known_by is not None and store.known(item, known_by):
            aside.append(Ended(item.locator, "known"))
        else:
            yield item


def _holders(ended: Ended) -> Iterator[str]:
    """The file and the folders that hold a report: that it was read shows that they could be opened."""
    path, _, line = ended.locator.rpartition("#")
    if path and line.isdecimal():
        yield path
    yield from map(str, PurePosixPath(ended.locator).parents)


def _drained(aside: deque[Ended]) -> Iterator[Ended]:
    while aside:
        yield aside.popleft()


def _kept(outcome: Outcome, store: Store, run: int) -> Ended:
    locator = outcome.capture.locator
    if outcome.reading is None:
        return _failed(outcome, outcome.reason or "no reason was given", store, run)
    try:
        store.keep(outcome.capture, outcome.reading, run, seconds=outcome.seconds)
    except InputError as fault:
        return _failed(outcome, str(fault), store, run)
    reading = outcome.reading
    unread = next((issue for issue in reading.document.issues if issue.startswith("no extractor for ")), None)
    return Ended(
        locator,
        "kept" if unread else "done",
        unread,
        reading.document.id,
        statements=len(reading.statements),
        events=len(reading.events),
    )


def _failed(outcome: Outcome, reason: str, store: Store, run: int) -> Ended:
    store.refuse(outcome.capture.locator, reason, run, outcome.capture, seconds=outcome.seconds)
    return Ended(outcome.capture.locator, "failed", reason)
