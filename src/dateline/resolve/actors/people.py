"""Which persons of the base a report names or describes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.model.links import Entity
from dateline.model.text import Span
from dateline.resolve.actors.report import Report
from dateline.resolve.actors.said import Said, Sayings
from dateline.vocab.actor_roles import Offices
from dateline.vocab.actors import Actor, Actors

_MENTIONS = 6  # looked at for each person that the base may know
_FIRST = 2  # and for each other


class People:
    """Finds the person that an entity or a description means.

    A full name needs the country in the report, or the office beside the name; who never headed a state or a body needs
    the office, or to hold it at the report's date. A surname needs the office beside it, and to have held it then.
    """

    def __init__(self, actors: Actors, sayings: Sayings, offices: Offices) -> None:
        self._actors, self._sayings, self._offices = actors, sayings, offices

    def said(self, report: Report, entity: Entity) -> list[Said]:
        """What stands beside the names of a person."""
        known = any(self._actors.people(name) or self._actors.surnamed(name) for name in entity.names)
        found: list[Said] = []
        for mention in report.mentions(entity)[: _MENTIONS if known else _FIRST]:
            found.extend(self._sayings.beside(report.document, mention.span))
            if not known and found:
                break
        return found

    def person(self, report: Report, entity: Entity, said: list[Said]) -> Actor | None:
        """The person that the names of an entity mean."""
        # "Belarus Ales Velmov": the markers may run a country into a name
        names = [self._sayings.country_before(name)[1] for name in entity.names]
        full = [one for name in names if " " in name for one in self._actors.people(name)]
        alone = [one for name in entity.names if " " not in name for one in self._actors.people(name)]
        found = self._only(one for one in [*full, *alone] if self._meant(report, one, said))
        if found is not None or any(" " in name and not self._actors.surnamed(name) for name in entity.names):
            return found
        surnamed = [one for name in entity.names for one in self._actors.surnamed(name)]
        return self._only(one for one in surnamed if self._in_office(report, one, said))

    def holder(self, report: Report, span: Span) -> Actor | None:
        """Who held the office that a description names when the report came out; None where that cannot be told."""
        said = self._sayings.described(report.document, span)
        if report.on is None or said.at is None or said.past or report.on > self._offices.checked:
            return None
        ids = {one.id for one in said.offices if said.names(one.id, beside_a_name=False)}
        found = [one for office in sorted(ids) for one in self._actors.holders(said.at, office, report.on)]
        return self._only(found)

    def described(self, report: Report, entity: Entity) -> Actor | None:
        """The holder that all descriptions of an entity agree on."""
        spans = [one.span for one in report.mentions(entity)[:_MENTIONS]]
        found = {self.holder(report, span) for span in spans if " " in report.document[span]}
        return found.pop() if len(found) == 1 else None

    def then(self, person: Actor, on: str | None, said: list[Said]) -> Actor:
        """A person with the codes of a date: those of the office held then, ELI for one who held it before."""
        if on is None:
            return person
        held = [term for term in person.terms if term.period.may_hold(on)]
        stated = [term for term in held if any(one.names(term.office) and not one.past for one in said)]
        sure = [term for term in held if term.period.last or on <= self._offices.checked]
        for term in (*stated, *sure):
            body = self._actors.by_id(term.at)
            if body is not None:
                return replace(person, plover=body.plover, sectors=body.sectors)
            sector = self._offices.sector(term.office)
            code = self._actors.code(term.at)
            return replace(person, plover=code, country=term.at, sectors=(sector,) if sector else ())
        over = any(term.period.over(on) for term in person.terms)
        gone = over and not held and self._actors.code(person.terms[-1].at) is not None
        return replace(person, sectors=("ELI",)) if gone else person

    def _meant(self, report: Report, person: Actor, said: list[Said]) -> bool:
        if any(self._names(one, person) for one in said):
            return True
        places = {term.at for term in person.terms}
        if any(one.at is not None and one.at not in places and one.offices for one in said):
            return False
        if person.country is None or not report.countries[person.country]:
            return False
        known = any(term.office in self._offices.head for term in person.terms)
        return known or (report.on is not None and any(term.period.may_hold(report.on) for term in person.terms))

    @staticmethod
    def _names(said: Said, person: Actor) -> bool:
        return any(said.names(term.office) and said.at in {None, term.at} for term in person.terms)

    def _in_office(self, report: Report, person: Actor, said: list[Said]) -> bool:
        if report.on is None:
            return False
        for term in person.terms:
            country = self._actors.code(term.at) is not None
            for one in said:
                near = one.at == term.at or (one.at is None and (not country or report.countries[term.at] > 0))
                then = term.period.over(report.on) if one.past else term.period.may_hold(report.on)
                if near and then and one.names(term.office):
                    return True
        return False

    @staticmethod
    def _only(found: Iterable[Actor]) -> Actor | None:
        some = {one.id: one for one in found}
        return next(iter(some.values())) if len(some) == 1 else None
