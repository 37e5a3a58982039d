"""Entities of many reports, counted together: what the listings of places and actors stand on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, func, select

from dateline.model.wire import Wire
from dateline.store import words
from dateline.store.schema import documents, entities, mentions

_ONE = "entity_key"  # unlike any column, which SQLite would group by instead
_MOST_KEYS = 5000  # that a query can name; for more, what is not wanted is left out afterwards
_FEATURES = tuple(entities.c[name] for name in ("name", "kind", "country", "lat", "lon", "precision", "code", "sector"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be counted: ``key`` says which entities are one, ``conditions`` which are meant, ``use`` which of
    their mentions; ``first`` is an order before that by number of reports.
    """

    key: ColumnElement[Any]
    conditions: Sequence[ColumnElement[bool]]
    use: str | None = None
    first: Sequence[ColumnElement[Any]] = ()
    limit: int | None = None


@dataclass(slots=True)
class _Features:
    """What the reports say of one, each value with how many say so."""

    values: dict[str, Counter[Any]] = field(default_factory=dict)
    scores: list[tuple[float, int]] = field(default_factory=list)
    wire: str | None = None


def grouped(connection: Connection, wanted: Wanted) -> list[Wire]:
    """Those in most reports first, each with ``key``, the counts, its features as most reports have them, ``names``
    and ``kinds`` (the most frequent first), the mean ``score``, and ``example``: the wire form that is usual for it.
    """
    used = _used(wanted.use)
    counted = entities.c.mentions if used is None else used.c.number
    shown = documents.c.published
    reports = func.count(entities.c.document.distinct()).label("reports")
    number = func.sum(counted).label("mentions")
    numbers = select(
        wanted.key.label(_ONE),
        reports,
        number,
        func.sum(entities.c.statements).label("statements"),
        func.sum(entities.c.events).label("events"),
        func.min(shown).label("first_published"),
        func.max(shown).label("last_published"),
    )
    page = _narrowed(numbers, wanted, used).group_by(_ONE).limit(wanted.limit)
    page = page.order_by(*wanted.first, reports.desc(), number.desc(), _ONE)
    found = [row._asdict() for row in connection.execute(page)]
    features = _features(connection, wanted, used, [row[_ONE] for row in found])
    return [{**row, "key": row[_ONE], **_told(features[row[_ONE]])} for row in found]


def named(key: ColumnElement[Any], name: str) -> Any:
    """The keys of entities that some report has these words in a name for."""
    return select(key).where(func.instr(entities.c.known, words.folded(name)) > 0).correlate(None)


def _used(use: str | None) -> Subquery | None:
    """How often each entity of a report is mentioned in that use."""
    if use is None:
        return None
    number = func.count().label("number")
    wanted = select(mentions.c.document, mentions.c.entity, number).where(
        mentions.c.use == use, mentions.c.entity.is_not(None)
    )
    return wanted.group_by(mentions.c.entity, mentions.c.document).subquery()


def _narrowed(query: Select[Any], wanted: Wanted, used: Subquery | None) -> Select[Any]:
    tables = entities.join(documents, documents.c.key == entities.c.document)
    if used is not None:
        tables = tables.join(used, and_(used.c.document == entities.c.document, used.c.entity == entities.c.id))
    return query.select_from(tables).where(*wanted.conditions)


def _features(
    connection: Connection, wanted: Wanted, used: Subquery | None, keys: Sequence[str]
) -> Mapping[str, _Features]:
    number, scored = func.count().label("number"), func.count(entities.c.score).label("scored")
    query = select(
        wanted.key.label(_ONE), number, scored, func.sum(entities.c.score), func.min(entities.c.wire), *_FEATURES
    )
    if len(keys) <= _MOST_KEYS:
        query = query.where(wanted.key.in_(keys))
    query = _narrowed(query, wanted, used).group_by(_ONE, *_FEATURES)
    found: dict[str, _Features] = {key: _Features() for key in keys}
    for key, count, scores, total, packed, *values in connection.execute(query.order_by(number.desc(), *_FEATURES)):
        if key in found:
            one = found[key]
            one.wire = one.wire or packed
            one.scores += [(total, scores)] if scores else []
            for column, value in zip(_FEATURES, values, strict=True):
                one.values.setdefault(column.name, Counter())[value] += count
    return found


def _told(one: _Features) -> Wire:
    usual = {name: _most(counts) for name, counts in one.values.items()}
    scored = sum(count for _, count in one.scores)
    return {
        **{name: next((value for value in values if value is not None), None) for name, values in usual.items()},
        "names": usual["name"],
        "kinds": usual["kind"],
        "score": round(sum(total for total, _ in one.scores) / scored, 4) if scored else None,
        "example": json.loads(one.wire or "{}"),
    }


def _most(counts: Counter[Any]) -> list[Any]:
    """The values, those of most reports first; of equals, as they sort."""
    return sorted(counts, key=lambda value: (-counts[value], str(value)))
