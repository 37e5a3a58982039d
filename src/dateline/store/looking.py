"""What can be asked of a store: the half of ``Store`` that changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from dateline.errors import StoreError
from dateline.model.wire import Wire
from dateline.stages import Capture
from dateline.store import (
    actors,
    amounts,
    audits,
    decisions,
    entries,
    events,
    filters,
    lookup,
    places,
    runs,
    search,
    times,
    view,
)
from dateline.store.actors import ActorFilter
from dateline.store.amounts import AmountFilter
from dateline.store.audits import Audit
from dateline.store.database import Database
from dateline.store.decisions import Decision
from dateline.store.events import EventFilter
from dateline.store.filters import StatementFilter
from dateline.store.places import PlaceFilter
from dateline.store.runs import Run
from dateline.store.search import Hit
from dateline.store.times import TimeFilter
from dateline.store.view import ReportRow

P = ParamSpec("P")
T = TypeVar("T")


class Looking:
    """Asks a database. What iterates sees the store as it was when it began."""

    def __init__(self, database: Database) -> None:
        """Takes an opened database."""
        self._database = database

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

    def events(self, wanted: EventFilter) -> Iterator[Wire]:
        """The wanted events, the latest first, each with its ``sentence``, who it is ``reported_by``, its ``entities``,
        and the ``title``, ``published``, ``outlet``, ``url`` of the report.
        """
        return self._each(events.events_of, wanted)

    def drawn_events(self, wanted: EventFilter, *, size: int, seed: int) -> Iterator[Wire]:
        """At most ``size`` of the wanted events at random, the same for the same seed, each as ``events`` gives it."""
        return self._each(events.drawn, wanted, size, seed)

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
        """How many there are: reports (done, failed, kept), documents, statements, events."""
        with self._database.looking() as connection:
            return view.counts(connection)

    def decisions(self) -> Iterator[Decision]:
        """All decisions in the order they were taken, the withdrawn ones too."""
        return self._each(decisions.every)

    def audits(self) -> Iterator[Audit]:
        """All judgements of events in the order they were given."""
        return self._each(audits.every)

    def runs(self) -> Iterator[Run]:
        """All runs, oldest first."""
        return self._each(runs.every)

    def _each(
        self, ask: Callable[Concatenate[Connection, P], Iterator[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Iterator[T]:
        with self._database.looking() as connection:
            yield from ask(connection, *args, **kwargs)
