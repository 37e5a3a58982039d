"""Gives events the entities and PLOVER codes of their parties, and their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.model.links import Coding, Link, PartyRole, Resolution
from dateline.model.marks import Mark, Marks, Name, Token
from dateline.model.records import Event, Producer, Record, events
from dateline.model.text import Document, Span
from dateline.resolve.actors.said import Sayings
from dateline.resolve.events.parties import Coded, Parties
from dateline.vocab.actor_roles import Offices, Sectors
from dateline.vocab.actors import Actors


class EventResolver:
    """Says who the parties of events are.

    A party that names an entity, or a pronoun for one, is that entity with its codes. Others are coded from their
    words: "Afghan police" are AFG COP, "rebels in Syria" SYR REB. Where the words name no country, police, courts,
    protesters and the like are those of the country that the event is in; the basis says so.
    """

    producer = Producer("parties", "1")
    needs: frozenset[type[Mark]] = frozenset({Token, Name})

    def __init__(self, *, actors: Actors, offices: Offices, sectors: Sectors) -> None:
        self._actors, self._sayings = actors, Sayings(actors, offices=offices, sectors=sectors)

    def resolve(self, document: Document, marks: Marks, records: tuple[Record, ...], known: Resolution) -> Resolution:
        """What is known, with the parties and places of the events among ``records``."""
        told = events(records)
        if not told:
            return known
        parties = Parties(document, marks, known, actors=self._actors, sayings=self._sayings)
        places = [link for event in told for link in self._place(event, parties)]
        codings = [coding for event in told for coding in self._codings(event, parties)]
        return replace(known, links=(*known.links, *places), codings=(*known.codings, *codings))

    @staticmethod
    def _place(event: Event, parties: Parties) -> Iterator[Link]:
        entity = parties.place(event.place)
        if entity is not None:
            yield Link(event.id, "place", entity.id, "name")

    @staticmethod
    def _codings(event: Event, parties: Parties) -> Iterator[Coding]:
        place = parties.place(event.place)
        home = None if place is None else place.country
        sides: tuple[tuple[PartyRole, tuple[Span, ...]], ...] = (
            ("actor", event.actors),
            ("recipient", event.recipients),
        )
        for role, spans in sides:
            for position, span in enumerate(spans):
                yield _coding(event, role, position, parties.coded(span, home=home))


def _coding(event: Event, role: PartyRole, position: int, found: Coded) -> Coding:
    entity = None if found.entity is None else found.entity.id
    return Coding(event.id, role, position, entity, found.code, found.sector, found.basis)
