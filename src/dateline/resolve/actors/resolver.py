"""Says which entities of a report the actor base knows, and what the others are."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.ids import digest
from dateline.model.links import Entity, Link, Resolution
from dateline.model.marks import Mark, Marks, Name, Reference, Sentence, Token
from dateline.model.records import Producer, Record
from dateline.model.text import Document
from dateline.resolve.actors.bodies import Bodies
from dateline.resolve.actors.coding import coded, known_as
from dateline.resolve.actors.descriptions import Descriptions
from dateline.resolve.actors.merging import merged
from dateline.resolve.actors.people import People
from dateline.resolve.actors.report import Report
from dateline.resolve.actors.said import Said, Sayings
from dateline.vocab.actor_roles import Offices, Sectors
from dateline.vocab.actors import Actors
from dateline.vocab.folding import folded

_BODIES = frozenset({"organisation", "group", "installation"})


class ActorResolver:
    """Links entities to the actor base and codes them.

    "Collective Security treaty Organization (CSTO)" is ``actor:csto``; "the Russian president" of a report of 2010 is
    another person than in 2017. Who is not in the base gets PLOVER codes from the words ("Tajik police"), and a link in
    the role ``same`` to what goes by that name in all reports. What is not clear stays unlinked.
    """

    producer = Producer("actors", "1")
    needs: frozenset[type[Mark]] = frozenset({Token, Sentence, Name, Reference})

    def __init__(self, *, actors: Actors, offices: Offices, sectors: Sectors) -> None:
        self._actors = actors
        sayings = Sayings(actors, offices=offices, sectors=sectors)
        self._bodies, self._people = Bodies(actors, sayings), People(actors, sayings, offices)
        self._descriptions = Descriptions(self._people)

    def resolve(self, document: Document, marks: Marks, records: tuple[Record, ...], known: Resolution) -> Resolution:
        """What is known, with actors put in place of the entities that are one."""
        report = Report(document, marks, known)
        found = {entity.id: self._entity(report, entity) for entity in known.entities}
        result = merged(known.plus(self._descriptions.found(report, marks)), found)
        return replace(result, links=(*result.links, *self._same(report, result, found)))

    def _entity(self, report: Report, entity: Entity) -> tuple[Entity, str | None]:
        """An entity with what is known of it, and why it is thought to be that actor."""
        if entity.kind == "person":
            return self._person(report, entity)
        if entity.kind in _BODIES:
            return self._body(report, entity)
        return self._state(report, entity), None

    def _state(self, report: Report, entity: Entity) -> Entity:
        """A country, or a capital that stands for its government, with the PLOVER code."""
        acting = any(one.use == "metonymic" for one in report.mentions(entity))
        country = entity.country or (self._actors.country(entity.name) if entity.kind == "country" else None)
        code = self._actors.code(country) if entity.kind == "country" or acting else None
        return coded(replace(entity, country=country), plover=code) if code is not None else entity

    def _body(self, report: Report, entity: Entity) -> tuple[Entity, str | None]:
        actor = self._bodies.actor(report, entity)
        if actor is not None and ":" in entity.id:  # a place that is known as one: a base, a palace
            return coded(entity, plover=actor.plover, sectors=actor.sectors), None
        if actor is not None:
            return known_as(entity, actor), "actor base"
        return self._told(entity, self._bodies.said(report, entity)), None

    def _person(self, report: Report, entity: Entity) -> tuple[Entity, str | None]:
        if not report.named(entity):
            holders = {
                self._people.holder(report, one.span)
                for one in report.mentions(entity)
                if " " in report.document[one.span]
            }
            (holder,) = holders if len(holders) == 1 else (None,)
            if holder is None:
                return self._told(entity, self._bodies.said(report, entity)), None
            return self._descriptions.holder(report, entity, holder), f"office holder on {report.on}"
        said = self._people.said(report, entity)
        person = self._people.person(report, entity, said)
        if person is not None:
            return known_as(entity, self._people.then(person, report.on, said)), "actor base"
        body = self._bodies.mistaken(report, entity)
        if body is not None:
            return known_as(replace(entity, kind="organisation"), body), "actor base"
        at = next((one.at for one in said if self._actors.code(one.at) is not None), None)
        sectors = next((_after_office(one) for one in said if one.sectors), ())
        return self._told(entity, Said(at=at, sectors=sectors)), None

    def _told(self, entity: Entity, said: Said) -> Entity:
        """An entity that the base does not know, coded from its words."""
        code = self._actors.code(said.at)
        if code is None and not said.sectors:
            return entity
        country = entity.country or (said.at if code is not None else None)
        return coded(replace(entity, country=country), plover=code, sectors=said.sectors)

    def _same(self, report: Report, result: Resolution, found: dict[str, tuple[Entity, str | None]]) -> list[Link]:
        """For everybody unknown with a full name, what goes by that name in every report."""
        links = []
        for entity in result.entities:
            unknown = ":" not in entity.id and entity.kind in {"person", *_BODIES}
            if unknown and report.named(entity):
                full = max(entity.names, key=lambda name: (len(name.split()), len(name), name))
                if len(full.split()) > 1:
                    links.append(Link(entity.id, "same", f"same:{digest(entity.kind, folded(full))}", "same name"))
        return links


def _after_office(said: Said) -> tuple[str, ...]:
    """What the words tell; who was of the government once is of the elite now."""
    return ("ELI",) if said.past and said.sectors[:1] == ("GOV",) else said.sectors
