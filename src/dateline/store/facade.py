"""The store as the other rooms see it: one object, opened on a file, that keeps readings and finds them again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from dateline.errors import StoreError
from dateline.model.links import Reading
from dateline.model.wire import Wire
from dateline.stages import Capture
from dateline.store import (
    actors,
    amounts,
    decisions,
    entries,
    filters,
    lookup,
    merging,
    places,
    rows,
    runs,
    search,
    times,
    view,
    writer,
)
from dateline.store.actors import ActorFilter
from dateline.store.amounts import AmountFilter
from dateline.store.database import Database
from dateline.store.decisions import Decision
from dateline.store.filters import StatementFilter
from dateline.store.opening import open_database
from dateline.store.places import PlaceFilter
from dateline.store.runs import Run
from dateline.store.search import Hit
from dateline.store.times import TimeFilter
from dateline.store.view import ReportRow
from dateline.store.writer import Outcome

P = ParamSpec("P")
T = TypeVar("T")


class Store:
    """A store file. Every method raises ``StoreError`` when the file cannot be used, and says why.

    What is written is on the disk when the method returns. What iterates sees the store as it was when it began,
    and may go on while reports are kept.
    """

    def __init__(self, database: Database) -> None:
        """Takes an opened database; ``Store.open`` takes a path."""
        self._database = database

    @classmethod
    def open(cls, path: Path, *, create: bool = True, wait_seconds: float = 10.0) -> Store:
        """The store at ``path``, brought up to date; with ``create``, made when it (or its folder) is not there.

        ``wait_seconds`` is how long a write waits for another process that is writing.
        """
        return cls(open_database(path, create=create, wait_seconds=wait_seconds))

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    @property
    def path(self) -> Path:
        """Where the store is."""
        return self._database.path

    # Writing

    def begin_run(self, *, command: str, settings: Mapping[str, object], producers: Mapping[str, str]) -> int:
        """Records that a run begins, with its settings and the versions of all that produces; gives its id."""
        with self._database.writing() as connection:
            return runs.begin(connection, command, settings, producers)

    def finish_run(self, run: int, state: str) -> None:
        """Records how a run ended. ``UsageError`` when there is no such run."""
        with self._database.writing() as connection:
            runs.finish(connection, run, state)

    def keep(self, capture: Capture, reading: Reading, run: int, *, seconds: float | None = None) -> None:
        """Stores a capture and its reading in one transaction; the same again changes nothing.

        The report at the capture's locator is done, or kept when there is no extractor for its language. What these
        very bytes were read as before is replaced. Other bytes at the locator leave the earlier document as it is.
        Of two captures of one document with different metadata, the one whose wire form sorts first is shown.
        Raises ``InputError`` for a text that cannot be stored.
        """
        reason = rows.unsupported(reading.document)
        outcome = Outcome("done" if reason is None else "kept", reason, run, seconds)
        with self._database.writing() as connection:
            writer.keep(connection, capture, reading, outcome)

    def refuse(
        self, locator: str, reason: str, run: int, capture: Capture | None = None, *, seconds: float | None = None
    ) -> None:
        """Stores that the report at ``locator`` failed and why, with its bytes where there are any."""
        with self._database.writing() as connection:
            writer.refuse(connection, locator, Outcome("failed", reason, run, seconds), capture)

    def forget(self, locator: str) -> None:
        """Takes a failed report off the list that has no bytes, as for a file that could not be opened and turned out
        to hold many. Anything else stays.
        """
        with self._database.writing() as connection:
            writer.forget(connection, locator)

    def decide(self, *, who: str, what: str, subject: str, payload: Mapping[str, Any]) -> int:
        """Adds a decision about a record or entity; gives its id. ``UsageError`` for one that is not in the store."""
        with self._database.writing() as connection:
            return decisions.decide(connection, who=who, what=what, subject=subject, payload=payload)

    def merge(self, one: str, other: str, *, who: str, because: str) -> int:
        """Decides that two are the same, each given by an id, the start of one, or a name; see ``merging``."""
        with self._database.writing() as connection:
            return merging.merge(connection, one, other, who=who, because=because)

    def split(self, entity: str, *, who: str, because: str, report: str | None = None) -> int:
        """Decides that an entity of one report is not what it was found to be the same as; see ``merging``."""
        with self._database.writing() as connection:
            return merging.split(connection, entity, who=who, because=because, report=report)

    def withdraw(self, decision: int) -> None:
        """Takes a decision back: it stays in the log, with the time. ``UsageError`` when that was done before."""
        with self._database.writing() as connection:
            decisions.withdraw(connection, decision)

    # Looking

    def known(self, capture: Capture, producers: Mapping[str, str]) -> bool:
        """Whether the report at this locator was read (done or kept) from these very bytes, with this date, by these
        producers: reading it again would change nothing.
        """
        with self._database.looking() as connection:
            return view.is_known(connection, capture, producers)

    def reports(self, state: str | None = None) -> Iterator[ReportRow]:
        """The reports (in one state: done, kept, failed), in order of their locators."""
        view.check_state(state)
        return self._each(view.report_rows, state)

    def reading_of(self, key: str) -> Wire:
        """One reading in the wire form, by document id, four or more first characters of it, or locator.

        A locator may be given whole or as the end of its path. ``UsageError`` when ``key`` names none or several.
        """
        with self._database.looking() as connection:
            return lookup.reading_of(connection, key)

    def statements(self, wanted: StatementFilter, *, stances: Collection[str] = ()) -> Iterator[Wire]:
        """The wanted statements, newest first, each with ``document``, ``speaker_name``, ``title``, ``published``, and
        ``chain``: the sources of the statements that it stands in, the innermost first.

        ``UsageError`` for a stance that is none of ``stances``, or without them, of those in the store.
        """
        with self._database.looking() as connection:
            filters.check_stance(connection, wanted.stance, stances)
        return self._each(filters.statements, wanted)

    def places(self, wanted: PlaceFilter) -> Iterator[Wire]:
        """The wanted places, those in most reports first; those that were not found on the map come last."""
        return self._each(places.places, wanted)

    def place_mentions(self, wanted: PlaceFilter) -> Iterator[Wire]:
        """The mentions of the wanted places, newest report first, each with ``place``, ``snippet`` and ``marks``."""
        return self._each(places.mentions_of, wanted)

    def times(self, wanted: TimeFilter) -> Iterator[Wire]:
        """The wanted times, latest first, each with ``snippet`` and ``marks``: the words around, and where it is."""
        return self._each(times.times, wanted)

    def amounts(self, wanted: AmountFilter) -> Iterator[Wire]:
        """The wanted amounts, those of the newest report first, with ``snippet`` and ``marks`` as ``times`` have."""
        return self._each(amounts.amounts, wanted)

    def actors(self, wanted: ActorFilter) -> Iterator[Wire]:
        """The wanted actors, those in most reports first. ``UsageError`` for a code or sector that nobody has."""
        with self._database.looking() as connection:
            actors.check_present(connection, wanted)
        return self._each(actors.actors, wanted)

    def find(self, words: str, limit: int = 20) -> Iterator[Hit]:
        """The best reports and statements that hold all the words ("quoted ones" together), best first."""
        search.check(words, limit)
        return self._each(search.find, words, limit)

    def entries(self) -> Iterator[Wire]:
        """All documents, records, mentions and entities for export, each with ``kind``, ordered by content alone."""
        return self._each(entries.entries)

    def captures(self, state: str | None = None) -> Iterator[Capture]:
        """The captures of the reports (in one state), in order of their locators."""
        view.check_state(state)
        return self._each(view.captured, state)

    def origins(self) -> Iterator[tuple[str, Capture | StoreError]]:
        """Each document's id with the capture that its stored reading was made from, those of earlier bytes too.

        In place of a capture whose bytes are damaged stands the error that says so.
        """
        return self._each(view.origins)

    def counts(self) -> dict[str, int]:
        """How many there are: reports (done, failed, kept), documents, statements."""
        with self._database.looking() as connection:
            return view.counts(connection)

    def decisions(self) -> Iterator[Decision]:
        """All decisions in the order they were taken, the withdrawn ones too."""
        return self._each(decisions.every)

    def runs(self) -> Iterator[Run]:
        """All runs, oldest first."""
        return self._each(runs.every)

    def _each(
        self, ask: Callable[Concatenate[Connection, P], Iterator[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Iterator[T]:
        with self._database.looking() as connection:
            yield from ask(connection, *args, **kwargs)
