"""Which bodies and groups of the base a report names, and what the words of the others tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.model.links import Entity
from dateline.resolve.actors.report import Report
from dateline.resolve.actors.said import Said, Sayings
from dateline.vocab.actors import Actor, Actors, Sense

_ACRONYM = re.compile(r"\s*\([A-Z][\w.-]*\)?$")  # one that a name took along
_MENTIONS = 4  # looked at for each entity whose country is sought
_FIRST = 2  # and for its own words
_SHORT = 6  # letters of an acronym


class Bodies:
    """Finds the actor of an organisation, group or installation.

    The names that the report spells out count before acronyms: an acronym that it defines otherwise is another body.
    A form of several bodies, or a weak one, needs the country or a member in the report.
    """

    def __init__(self, actors: Actors, sayings: Sayings) -> None:
        self._actors, self._sayings = actors, sayings

    def actor(self, report: Report, entity: Entity) -> Actor | None:
        """The actor of an entity, None where it is not known or not clear which."""
        names = list(dict.fromkeys(_ACRONYM.sub("", name.removeprefix("the ")) for name in entity.names))
        owner = self._owner(report, entity)
        owned = [self._owned(report, entity)] if owner is not None else []
        long = [*(name for name in owned if name), *(name for name in names if not _acronym(name))]
        senses = [one for name in long for one in (*self._actors.named(name), *self._of_country(name))]
        found = self._only(report, senses, owner)
        spelt = [name for name in names if not _acronym(name) and len(name.split()) > 1]
        if found is not None or spelt:
            return found
        return self._only(report, [one for name in names for one in self._actors.named(name)], owner)

    def _of_country(self, name: str) -> list[Sense]:
        """What a name means without the country before it: "Mexican National Action Party"."""
        country, rest = self._sayings.country_before(name)
        senses = self._actors.named(rest) if country is not None else ()
        return [replace(one, weak=False) for one in senses if one.actor.country == country]

    def mistaken(self, report: Report, entity: Entity) -> Actor | None:
        """The body that a name of several words means, though it was taken for a person's."""
        names = [name for name in entity.names if " " in name]
        return self._only(report, [one for name in names for one in self._actors.named(name) if not one.weak], None)

    def said(self, report: Report, entity: Entity) -> Said:
        """What the words of an entity without an actor tell: its country and its sectors."""
        country: str | None = None
        sectors: tuple[str, ...] = ()
        read = set()
        for mention in report.mentions(entity)[:_FIRST]:
            read.add(report.document[mention.span])
            said = self._sayings.described(report.document, mention.span)
            country = country or self._state(said.at) or self._before(report, mention.span.start)
            sectors = sectors or said.sectors
        if entity.name not in read and (country is None or not sectors):
            said = self._sayings.read_name(entity.name)
            country, sectors = country or self._state(said.at), sectors or said.sectors
        return Said(at=country, sectors=sectors)

    def _state(self, at: str | None) -> str | None:
        return at if self._actors.code(at) is not None else None

    def _before(self, report: Report, start: int) -> str | None:
        owner = report.owner_at(start)
        return owner.code if owner is not None else None

    def _owner(self, report: Report, entity: Entity) -> str | None:
        codes = {self._before(report, one.span.start) for one in report.mentions(entity)[:_MENTIONS]} - {None}
        return codes.pop() if len(codes) == 1 else None

    def _owned(self, report: Report, entity: Entity) -> str | None:
        """The name together with the country's name before it: "Indian Supreme Court"."""
        for mention in report.mentions(entity)[:_MENTIONS]:
            owner = report.owner_at(mention.span.start)
            if owner is not None:
                return report.document.text[owner.span.start : mention.span.end].replace("'s ", " ").replace("’s ", " ")
        return None

    def _only(self, report: Report, senses: Iterable[Sense], owner: str | None) -> Actor | None:
        """The one actor that nothing in the report speaks against."""
        fitting = [one for one in senses if self._fits(report, one, owner)]
        actors = {one.actor.id: one.actor for one in fitting}
        if len(actors) > 1:
            actors = {one.id: one for one in actors.values() if one.country and report.countries[one.country]}
        if len(actors) > 1:
            actors = {one.id: one for one in actors.values() if one.country and report.leading(one.country)}
        return next(iter(actors.values())) if len(actors) == 1 else None

    def _fits(self, report: Report, sense: Sense, owner: str | None) -> bool:
        actor = sense.actor
        if owner is not None and actor.country is not None and owner != actor.country:
            return False
        if report.on is not None and actor.period.to_come(report.on):
            return False
        if not sense.weak or (owner is not None and owner == actor.country):
            return True
        if actor.country is not None:
            return report.leading(actor.country)
        members = {one.country for one in self._actors.memberships(actor.id)}
        return any(report.countries[country] for country in members)


def _acronym(name: str) -> bool:
    letters = name.replace(".", "").replace("-", "")
    return " " not in name and len(letters) <= _SHORT and letters[1:].upper() == letters[1:] and name[:1].isupper()
