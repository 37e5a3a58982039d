"""Which entities of several reports are one: by their ids, by what resolvers found, and by what people decided.

An entity with an id of the world (``iso:TJ``, ``actor:csto``) is the same one in every report. One of a report's own
belongs to what it was found to be the same as, if anything. People put together what belongs together ("merge") and
take an entity out of where it does not belong ("split"); what is decided is laid over the rest at every look.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, or_

from dateline.store import decisions
from dateline.store.decisions import Decision
from dateline.store.schema import entities

MERGE, SPLIT = "merge", "split"
WITH = "with"
"""The field of a merge's payload that names the other one."""

Key = ColumnElement[Any]


@dataclass(frozen=True, slots=True)
class Clusters:
    """What people decided: ``roots`` gives for each id that was put together with others the one it stands under,
    ``apart`` holds the entities that were taken out.
    """

    roots: Mapping[str, str]
    apart: frozenset[str]

    def key(self, *, alone: Key | None = None) -> Key:
        """An expression that is the same for entities that are one; ``alone``: for one that is with no other."""
        own, same = entities.c.id, entities.c.same
        single: Key = own if alone is None else case((own.in_(self.roots), own), else_=alone)
        start: Key = case((or_(same.is_(None), own.in_(self.apart)), single), else_=same)
        if not self.roots:
            return start
        return case((start.in_(self.roots), case(dict(self.roots), value=start)), else_=start)

    def start(self, entity: str, same: str | None) -> str:
        """The id that an entity goes by before anything is put together."""
        return entity if same is None or entity in self.apart else same

    def of(self, entity: str, same: str | None) -> str:
        """The id under which an entity is listed."""
        start = self.start(entity, same)
        return self.roots.get(start, start)


def clusters(connection: Connection) -> Clusters:
    """What people decided and did not take back."""
    standing = [one for one in decisions.every(connection) if one.withdrawn is None]
    merges = [pair(one) for one in standing if one.what == MERGE]
    return Clusters(_roots(merges), frozenset(one.subject for one in standing if one.what == SPLIT))


def pair(merge: Decision) -> tuple[str, str]:
    """The two ids that a merge puts together."""
    return merge.subject, str(merge.payload[WITH])


def _roots(merges: list[tuple[str, str]]) -> dict[str, str]:
    """For every id in ``merges`` the first, by ``_rank``, of all that hang together with it."""
    groups: dict[str, set[str]] = {}
    for one, other in merges:
        whole = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(whole, whole))
    return {key: min(group, key=_rank) for key, group in groups.items()}


def _rank(key: str) -> tuple[int, str]:
    """Ids of the world before those that go through reports, and these before those of one report."""
    if ":" not in key:
        return 2, key
    return int(key.startswith("same:")), key
