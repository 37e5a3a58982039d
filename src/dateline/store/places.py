"""Places that reports name, and where they do: the filter, and the queries it makes."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, case, func, literal, or_, select

from dateline.errors import UsageError
from dateline.model.links import Precision
from dateline.model.marks import Use
from dateline.model.wire import Wire
from dateline.store import asked, clusters, context
from dateline.store.groups import Wanted, grouped, named
from dateline.store.schema import documents, entities, mentions

KINDS = ("country", "region", "place", "installation")
USES: tuple[str, ...] = get_args(Use)
PRECISIONS: tuple[str, ...] = get_args(Precision)

_DEGREE = 111.0  # km, a little less than the shortest degree of latitude is with ``kilometres``
_RESOLVED: ColumnElement[bool] = or_(entities.c.lat.is_not(None), func.instr(entities.c.id, ":") > 0)
_ALONE = case((_RESOLVED, entities.c.id), else_=literal("name:") + entities.c.called)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFilter:
    """What places are wanted; None asks for nothing. ``UsageError`` or ``ValueFault`` for what makes no sense.

    ``name``: words of any name that a report has for it. ``country``: an ISO 3166-1 alpha-2 code. ``near`` (latitude,
    longitude) with ``km`` around it; ``box``: west, south, east, north, where west may be east of the date line.
    ``use``: only mentions so used count. ``min_score``: only reports where it was found with that score or more.
    ``since``, ``until``: when the report was published. ``outlet``: words of its name.
    """

    name: str | None = None
    country: str | None = None
    kind: str | None = None
    use: str | None = None
    precision: str | None = None
    near: tuple[float, float] | None = None
    km: float | None = None
    box: tuple[float, float, float, float] | None = None
    resolved: bool | None = None
    min_score: float | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        asked.check_words(name=self.name, outlet=self.outlet)
        for what, value, choices in (
            ("kind of place", self.kind, KINDS),
            ("use", self.use, USES),
            ("precision", self.precision, PRECISIONS),
        ):
            asked.check_choice(what, value, choices)
        asked.check_score(self.min_score)
        asked.check_stretch(self.since, self.until)
        asked.check_limit(self.limit)
        check_circle(self.near, self.km)
        if self.box is not None:
            west, south, east, north = self.box
            _check_point(south, west)
            _check_point(north, east)
            if north < south:
                raise UsageError(f"the box ends at {north:g} north, south of where it begins ({south:g})")


def check_circle(near: tuple[float, float] | None, km: float | None) -> None:
    """Raises ``UsageError`` for a point without a distance around it, or one that is none."""
    if (near is None) != (km is None):
        raise UsageError("near needs km, and km needs near: a point and how far around it")
    if near is not None and km is not None:
        _check_point(*near)
        if not km > 0 or math.isinf(km):
            raise UsageError(f"km must be more than 0, not {km:g}")


def places(connection: Connection, wanted: PlaceFilter) -> Iterator[Wire]:
    """The wanted places: those whose place on the map is known before the others, those in most reports first."""
    key = clusters.clusters(connection).key(alone=_ALONE)
    known = func.max(_RESOLVED)
    asks = Wanted(
        key=key, conditions=_conditions(wanted, key), use=wanted.use, first=(known.desc(),), limit=wanted.limit
    )
    for row in grouped(connection, asks):
        example, resolved = row["example"], not row["key"].startswith("name:")
        yield {
            "id": row["key"] if resolved else None,
            **{name: row[name] for name in ("kind", "name", "names", "country", "lat", "lon")},
            **{name: example.get(name) if resolved else None for name in ("geonames", "wikidata")},
            **{name: row[name] for name in ("precision", "score")},
            "claims": example.get("claims", []),
            "resolved": resolved,
            **{name: row[name] for name in ("reports", "mentions", "first_published", "last_published")},
        }


def mentions_of(connection: Connection, wanted: PlaceFilter) -> Iterator[Wire]:
    """Where the wanted places are mentioned, the newest report first, each with ``place``: its entity."""
    key = clusters.clusters(connection).key(alone=_ALONE)
    conditions = _conditions(wanted, key)
    if wanted.use is not None:
        conditions.append(mentions.c.use == wanted.use)
    here = (entities.c.document == mentions.c.document) & (entities.c.id == mentions.c.entity)
    found = (
        context.mentioned(entities.c.wire.label("place"))
        .join(entities, here)
        .where(*conditions, mentions.c.entity.in_(_ids(wanted, key)))
        .order_by(documents.c.published.desc(), documents.c.id, mentions.c.start, mentions.c.position)
        .limit(wanted.limit)
    )
    for row in connection.execute(found):
        yield {**context.placed(row), "place": json.loads(row.place)}


def _conditions(wanted: PlaceFilter, key: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    return [entities.c.kind.in_(KINDS), *_of_entity(wanted, key), *_where(wanted), *_of_report(wanted)]


def _ids(wanted: PlaceFilter, key: ColumnElement[Any]) -> Any:
    """The ids of the wanted places, by which SQLite finds their mentions sooner than through the reports."""
    return select(entities.c.id).where(entities.c.kind.in_(KINDS), *_of_entity(wanted, key)).correlate(None)


def _of_entity(wanted: PlaceFilter, key: ColumnElement[Any]) -> asked.Conditions:
    if wanted.name is not None:
        yield key.in_(named(key, wanted.name))
    for name in ("country", "kind", "precision"):
        if getattr(wanted, name) is not None:
            yield entities.c[name] == getattr(wanted, name)
    if wanted.resolved is not None:
        yield _RESOLVED if wanted.resolved else ~_RESOLVED
    if wanted.min_score is not None:
        yield entities.c.score >= wanted.min_score


def _where(wanted: PlaceFilter) -> asked.Conditions:
    lat, lon = entities.c.lat, entities.c.lon
    if wanted.near is not None and wanted.km is not None:
        yield from in_circle(wanted.near, wanted.km)
    if wanted.box is not None:
        west, south, east, north = wanted.box
        yield lat.between(south, north)
        yield lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)


def in_circle(near: tuple[float, float], km: float) -> asked.Conditions:
    """Entities that lie within so many kilometres of a point."""
    off = km / _DEGREE
    yield entities.c.lat.between(near[0] - off, near[0] + off)
    yield func.kilometres(entities.c.lat, entities.c.lon, *near) <= km


def _of_report(wanted: PlaceFilter) -> asked.Conditions:
    yield from asked.published(wanted.since, wanted.until)
    yield from asked.of_outlet(wanted.outlet)


def _check_point(lat: float, lon: float) -> None:
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise UsageError(
            f"there is no place at {lat:g},{lon:g}: latitude is from -90 to 90, longitude from -180 to 180"
        )
