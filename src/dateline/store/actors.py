"""Who acts and speaks in the reports, counted together: the filter, and the query it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, or_, select

from dateline.errors import UsageError
from dateline.model.marks import NameKind
from dateline.model.wire import Wire
from dateline.store import asked, clusters
from dateline.store.groups import Wanted, grouped, named
from dateline.store.schema import entities

KINDS: tuple[str, ...] = get_args(NameKind)
ACTING = ("person", "organisation", "group")
"""The kinds that are actors wherever they stand; a place is one only where it acts or speaks ("Moscow said")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilter:
    """What actors are wanted; None asks for nothing. ``UsageError`` or ``ValueFault`` for what makes no sense.

    ``name``: words of any name that a report has for it. ``country``: an ISO 3166-1 alpha-2 code. ``code``,
    ``sector``: PLOVER codes, in any case. ``kind``: one of ``KINDS``. ``since``, ``until``: when the report was
    published. ``outlet``: words of its name.
    """

    name: str | None = None
    country: str | None = None
    kind: str | None = None
    code: str | None = None
    sector: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        asked.check_words(name=self.name, outlet=self.outlet, code=self.code, sector=self.sector)
        asked.check_choice("kind of actor", self.kind, KINDS)
        asked.check_stretch(self.since, self.until)
        asked.check_limit(self.limit)


def actors(connection: Connection, wanted: ActorFilter) -> Iterator[Wire]:
    """The wanted actors, those in most reports first, with how often they are mentioned, speak and are a party."""
    key = clusters.clusters(connection).key()
    for row in grouped(connection, Wanted(key=key, conditions=list(_conditions(wanted, key)), limit=wanted.limit)):
        yield {
            "id": row["key"],
            **{name: row[name] for name in ("kind", "kinds", "name", "names", "code", "sector", "country")},
            "codes": row["example"].get("codes", {}),
            **{name: row[name] for name in ("reports", "mentions", "statements", "events")},
            **{name: row[name] for name in ("first_published", "last_published")},
        }


def check_present(connection: Connection, wanted: ActorFilter) -> None:
    """Raises ``UsageError`` for a code or sector that nobody in the store has; it lists those that somebody has."""
    for name in ("code", "sector"):
        given = getattr(wanted, name)
        if given is not None:
            present = _present(connection, name)
            if not present:
                raise UsageError(f"no actor in this store has a {name}")
            asked.check_choice(name, given.upper(), present)


def _present(connection: Connection, name: str) -> list[str]:
    column = entities.c[name]
    return list(connection.execute(select(column).where(column.is_not(None)).distinct()).scalars())


def _conditions(wanted: ActorFilter, key: ColumnElement[Any]) -> asked.Conditions:
    yield or_(entities.c.kind.in_(ACTING), entities.c.acts > 0)
    if wanted.name is not None:
        yield key.in_(named(key, wanted.name))
    for name in ("country", "kind"):
        if getattr(wanted, name) is not None:
            yield entities.c[name] == getattr(wanted, name)
    for name in ("code", "sector"):
        if getattr(wanted, name) is not None:
            yield entities.c[name] == getattr(wanted, name).upper()
    yield from asked.published(wanted.since, wanted.until)
    yield from asked.of_outlet(wanted.outlet)
