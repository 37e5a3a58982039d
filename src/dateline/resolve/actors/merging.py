"""Puts entities in the place of others and brings those together that have become one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.model.links import Entity, Link, Resolution


def merged(known: Resolution, found: Mapping[str, tuple[Entity, str | None]]) -> Resolution:
    """``known`` with each entity as it was ``found``; entities of one id are one, with all their names."""
    entities: dict[str, Entity] = {}
    for before in known.entities:
        entity = found.get(before.id, (before, None))[0]
        other = entities.get(entity.id)
        entities[entity.id] = entity if other is None else _together(other, entity)
    links = tuple(_relinked(link, found) for link in known.links)
    mentions = tuple(sorted(known.mentions, key=lambda one: (one.span.start, -one.span.end, one.kind)))
    return Resolution(tuple(entities.values()), mentions, links)


def _relinked(link: Link, found: Mapping[str, tuple[Entity, str | None]]) -> Link:
    entity, basis = found.get(link.entity, (None, None))
    subject = found[link.subject][0].id if link.role == "same" and link.subject in found else link.subject
    if subject == link.subject and (entity is None or entity.id == link.entity):
        return link
    if entity is None:
        return replace(link, subject=subject)
    told = basis if basis is not None and link.basis in {"description", "unresolved"} else link.basis
    return Link(subject, link.role, entity.id, told)


def _together(one: Entity, other: Entity) -> Entity:
    """Two entities that are one: all names, the codes of both, the fuller name."""
    name = max((one.name, other.name), key=lambda name: (not name[:1].islower(), len(name.split())))
    return replace(
        one,
        name=name,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        codes=tuple({**dict(other.codes), **dict(one.codes)}.items()),
        country=one.country or other.country,
    )
