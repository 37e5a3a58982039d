"""Puts what is known of an actor, and PLOVER codes, into an entity."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.links import Entity
from dateline.vocab.actors import Actor


def known_as(entity: Entity, actor: Actor) -> Entity:
    """An entity as the actor it is; the report's own name stays where it says as much."""
    fuller = len(actor.name.split()) > max(len(name.split()) for name in (entity.name, *entity.names))
    named = replace(
        entity,
        id=f"actor:{actor.id}",
        name=actor.name if fuller else entity.name,
        country=actor.country or entity.country,
    )
    return coded(named, plover=actor.plover, sectors=actor.sectors)


def coded(entity: Entity, *, plover: str | None = None, sectors: tuple[str, ...] = ()) -> Entity:
    """An entity with PLOVER codes beside those it has."""
    codes = dict(entity.codes)
    if plover is not None:
        codes["plover"] = plover
    if sectors:
        codes["sector"] = sectors[0]
    if len(sectors) > 1:
        codes["other_sectors"] = " ".join(sectors[1:])
    return replace(entity, codes=tuple(codes.items()))
