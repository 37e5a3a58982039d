"""Takes decisions about which entities are one: what a person names is found, and checked, before it is decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, literal, or_, select

from dateline.errors import UsageError
from dateline.store import decisions, lookup, rows, words
from dateline.store.clusters import MERGE, SPLIT, WITH, Clusters, clusters, pair
from dateline.store.columns import BETWEEN
from dateline.store.schema import documents, entities

_BEGINNING = re.compile(r"[0-9a-f]{4,}")
_NAMED = 5  # how many are named when several are meant


def merge(connection: Connection, one: str, other: str, *, who: str, because: str) -> int:
    """Decides that what ``one`` and ``other`` name is the same; gives the decision's id.

    Either is an id, the first four or more characters of one, or a name. ``UsageError`` when it names nothing or
    several, or when both are one already.
    """
    known = clusters(connection)
    (left, left_key, left_name), (right, right_key, right_name) = (
        _meant(_found(connection, given), given, known) for given in (one, other)
    )
    if left_key == right_key:
        raise UsageError(f"'{one}' and '{other}' are one already: {left_key}")
    payload = {WITH: right, "names": [left_name, right_name], "because": because}
    return decisions.decide(connection, who=who, what=MERGE, subject=left, payload=payload)


def split(connection: Connection, entity: str, *, who: str, because: str, report: str | None = None) -> int:
    """Decides that ``entity`` of one report is not what it was found to be the same as; gives the decision's id.

    ``entity`` is given as for ``merge``, and ``report`` as for ``Store.reading_of``. ``UsageError`` when that names
    nothing or several, or one that is with no other.
    """
    only = [] if report is None else [entities.c.document == lookup.document_key(connection, report)]
    found = _found(connection, entity, *only)
    if len({row.id for row in found}) > 1:
        listed = [f"{row.id} ({row.name}, in {row.title or row.report})" for row in found]
        raise _several(entity, listed, "Say which by its id, or by --report")
    _check_split(connection, found[0], clusters(connection))
    payload = {"names": [found[0].name], "from": found[0].same, "because": because}
    return decisions.decide(connection, who=who, what=SPLIT, subject=found[0].id, payload=payload)


def _check_split(connection: Connection, row: Row[Any], known: Clusters) -> None:
    """Raises ``UsageError`` for an entity that cannot be taken out of anything, with what to do instead."""
    for one in decisions.every(connection):
        if one.withdrawn is None and one.what == MERGE and row.id in pair(one):
            raise UsageError(f"'{row.id}' was put together with others by decision {one.id}: 'dateline undo {one.id}'")
    if row.id in known.apart:
        raise UsageError(f"'{row.id}' was taken out already")
    if row.same is None:
        why = "has this id in every report" if ":" in row.id else "was put together with no other"
        raise UsageError(f"'{row.id}' ({row.name}) {why}: there is nothing to take it out of")


def _meant(found: Sequence[Row[Any]], given: str, known: Clusters) -> tuple[str, str, str]:
    """The id to put together, the one it is listed under, and the name, of the only one that is meant."""
    names: dict[str, str] = {}
    for row in found:
        names.setdefault(known.of(row.id, row.same), row.name)
    if len(names) > 1:
        raise _several(given, [f"{key} ({name})" for key, name in names.items()], "Say which by its id")
    ((key, name),) = names.items()
    starts = {known.start(row.id, row.same) for row in found}
    return (starts.pop() if len(starts) == 1 else key), key, name


def _found(connection: Connection, given: str, *also: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """The entities that ``given`` names: by id, by what they are the same as, by the beginning of an id, by name."""
    given = rows.storable(given)
    tries: list[ColumnElement[bool]] = [or_(entities.c.id == given, entities.c.same == given)]
    if _BEGINNING.fullmatch(given):
        tries.append(entities.c.id.between(given, given + "g"))
    if words.has_word(given):
        plain = words.folded(given)
        tries.append(entities.c.called == plain)
        tries.append(func.instr(literal(BETWEEN) + entities.c.known + BETWEEN, BETWEEN + plain + BETWEEN) > 0)
        tries.append(func.instr(entities.c.known, plain) > 0)
    for one in tries:
        found = connection.execute(_entities(one, *also)).all()
        if found:
            return found
    raise UsageError(
        f"there is no entity '{given}' in this store. One is named by its id, the beginning of it, or a name"
    )


def _entities(*wanted: ColumnElement[bool]) -> Any:
    shown = (entities.c.id, entities.c.same, entities.c.name, documents.c.title, documents.c.id.label("report"))
    chosen = select(*shown).join(documents, documents.c.key == entities.c.document).where(*wanted)
    return chosen.order_by(documents.c.id, entities.c.position)


def _several(given: str, listed: Iterable[str], advice: str) -> UsageError:
    found = list(dict.fromkeys(listed))
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return UsageError(f"'{given}' names {len(found)}: {', '.join(found[:_NAMED])}{more}. {advice}")
