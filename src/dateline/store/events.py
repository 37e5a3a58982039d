"""Events by what, who, where, when and whether: the filter, and the query it makes."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, or_, select

from dateline.errors import UsageError
from dateline.model.records import Status
from dateline.model.wire import Wire
from dateline.store import asked, clusters, telling, words
from dateline.store.places import check_circle, in_circle
from dateline.store.schema import documents, entities, events, parties

STATUSES: tuple[str, ...] = get_args(Status)
QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "neutral")

_COLUMNS = ("type", "mode", "quad", "status")
_ID = 20  # characters of an id of a report's own


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """What events are wanted; None asks for nothing. ``UsageError`` or ``ValueFault`` for what makes no sense.

    ``type``, ``mode``: PLOVER names. ``quad``: one of ``QUADS``. ``status``: one of ``STATUSES``.
    ``actor``, ``recipient``: words of a name or of the phrase, a PLOVER code ("AFG", "COP", "AFGCOP") or an entity id.
    ``place``: words of a name of the event's own place, or of the phrase, or its ISO code ("AF-KDZ"); ``country``: the
    alpha-2 code of the country that it is or lies in; ``places``: entity ids. Any of the three will do.
    ``near`` (latitude, longitude) with ``km`` around it.
    ``since``, ``until``: when it may have happened; an event without a date is in no such time.
    ``reported_by``: words of the names of those who report it. ``own_voice``: only those (if False, none of those) that
    the outlet itself reports. ``outlet``: words of its name. ``min_score``: only those scored so much or more.
    ``documents``: only those of the documents with these ids.
    """

    type: str | None = None
    mode: str | None = None
    quad: str | None = None
    status: str | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    country: str | None = None
    places: frozenset[str] = frozenset()
    near: tuple[float, float] | None = None
    km: float | None = None
    since: str | None = None
    until: str | None = None
    reported_by: str | None = None
    own_voice: bool | None = None
    outlet: str | None = None
    min_score: float | None = None
    documents: frozenset[str] | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        asked.check_words(actor=self.actor, recipient=self.recipient, place=self.place)
        asked.check_words(outlet=self.outlet, reported_by=self.reported_by)
        asked.check_choice("status", self.status, STATUSES)
        asked.check_choice("quad", self.quad, QUADS)
        asked.check_score(self.min_score)
        asked.check_limit(self.limit)
        asked.check_stretch(self.since, self.until)
        check_circle(self.near, self.km)
        if self.own_voice and self.reported_by is not None:
            raise UsageError("what the outlet reports in its own voice, nobody else reports: ask for one of the two")


def events_of(connection: Connection, wanted: EventFilter) -> Iterator[Wire]:
    """The wanted events, the latest first, those without a date last, then in order of document and place.

    Each as ``telling.Teller`` tells it.
    """
    teller = telling.Teller(connection)
    for row in connection.execute(_query(connection, wanted)):
        yield teller.told(row.document, row.position)


def drawn(connection: Connection, wanted: EventFilter, size: int, seed: int) -> Iterator[Wire]:
    """At most ``size`` of the wanted events at random, told as ``events_of`` does. The same seed draws the same ones
    whatever the order in which reports came; the first of a draw stay the first of a larger one.
    """

    def lot(row: Row[Any]) -> str:
        return hashlib.sha256(f"{seed}:{row.id}".encode()).hexdigest()

    teller = telling.Teller(connection)
    for row in heapq.nsmallest(size, connection.execute(_query(connection, wanted)), key=lot):
        yield teller.told(row.document, row.position)


def _query(connection: Connection, wanted: EventFilter) -> Select[Any]:
    return (
        select(events.c.document, events.c.position, events.c.id)  # and no more: all that is selected is sorted
        .select_from(events)
        .join(documents, documents.c.key == events.c.document)
        .where(*_of_event(wanted), *_of_parties(connection, wanted), *_of_place(wanted))
        .order_by(events.c.earliest.desc().nulls_last(), documents.c.id, events.c.start, events.c.id)
        .limit(wanted.limit)
    )


def _of_event(wanted: EventFilter) -> asked.Conditions:
    for name in _COLUMNS:
        if getattr(wanted, name) is not None:
            yield events.c[name] == getattr(wanted, name)
    if wanted.reported_by is not None:
        yield func.instr(events.c.voices, words.folded(wanted.reported_by)) > 0
    if wanted.own_voice is not None:
        yield events.c.statement.is_(None) if wanted.own_voice else events.c.statement.is_not(None)
    if wanted.min_score is not None:
        yield events.c.score >= wanted.min_score
    if wanted.documents is not None:
        yield documents.c.id.in_(sorted(wanted.documents))
    yield from asked.in_stretch(events, wanted.since, wanted.until)
    yield from asked.of_outlet(wanted.outlet)


def _of_parties(connection: Connection, wanted: EventFilter) -> asked.Conditions:
    for role, given in (("actor", wanted.actor), ("recipient", wanted.recipient)):
        if given is not None:
            there = and_(parties.c.document == events.c.document, parties.c.position == events.c.position)
            yield exists().where(there, parties.c.role == role, or_(*_meant(connection, given)))


def _meant(connection: Connection, given: str) -> asked.Conditions:
    """The parties that may be meant by a name, a code or an id."""
    code = given.upper()
    yield func.instr(parties.c.called, words.folded(given)) > 0
    yield parties.c.code == code
    yield parties.c.sector == code
    yield and_(parties.c.code == code[:3], parties.c.sector == code[3:].strip())
    if ":" in given or len(given) == _ID:
        key = clusters.clusters(connection).key()
        same = and_(entities.c.document == parties.c.document, entities.c.id == parties.c.entity, key == given)
        yield parties.c.entity == given
        yield exists().where(same)


def _of_place(wanted: EventFilter) -> asked.Conditions:
    here = and_(entities.c.document == events.c.document, entities.c.id == events.c.place)
    any_of: list[ColumnElement[bool]] = []
    if wanted.place is not None:
        any_of.append(func.instr(events.c.located, words.folded(wanted.place)) > 0)
        any_of.append(exists().where(here, _code(wanted.place.upper())))
    if wanted.country is not None:
        any_of.append(exists().where(here, entities.c.country == wanted.country))
    if wanted.places:
        any_of.append(events.c.place.in_(sorted(wanted.places)))
    if any_of:
        yield or_(*any_of)
    if wanted.near is not None and wanted.km is not None:
        yield exists().where(here, *in_circle(wanted.near, wanted.km))


def _code(code: str) -> ColumnElement[bool]:
    return func.json_extract(entities.c.wire, "$.codes.iso_3166_2") == code
