"""What a report shows of its entities: where they stand, which countries it speaks of, and from when it is."""

from __future__ import annotations

from collections import Counter

from dateline.model.links import Entity, Link, Mention, Resolution
from dateline.model.marks import Marks, Name
from dateline.model.text import Document

_DAY = 10  # characters of a date


class Report:
    """A look at what is known of one report before its actors are linked."""

    def __init__(self, document: Document, marks: Marks, known: Resolution) -> None:
        self.document, self.known = document, known
        published = document.source.published
        self.on = published.first[:_DAY] if published is not None and published.first else None
        mentions = {one.id: one for one in known.mentions}
        self._mentions: dict[str, list[Mention]] = {}
        self._named: set[str] = set()
        self.linked: dict[str, Link] = {}
        for link in known.links:
            if link.role == "mention" and link.subject in mentions:
                self._mentions.setdefault(link.entity, []).append(mentions[link.subject])
                self.linked[link.subject] = link
                if link.basis == "name":
                    self._named.add(link.entity)
        self.countries: Counter[str] = Counter()
        for entity in known.entities:
            if entity.country is not None:
                self.countries[entity.country] += len(self._mentions.get(entity.id, ()))
        self._before = {name.span.end: name for name in marks.every(Name) if name.code is not None}

    def mentions(self, entity: Entity) -> list[Mention]:
        """Where an entity stands, in order of place."""
        return sorted(self._mentions.get(entity.id, ()), key=lambda one: (one.span.start, one.span.end))

    def named(self, entity: Entity) -> bool:
        """Whether the report names it; otherwise it only describes it."""
        return entity.id in self._named

    def leading(self, country: str) -> bool:
        """Whether no other country comes up more often."""
        most = max(self.countries.values(), default=0)
        return 0 < self.countries[country] == most

    def owner_at(self, start: int) -> Name | None:
        """The country's name or demonym right before a name: "Tajik" of "the Tajik Interior Ministry"."""
        for gap in (" ", "'s ", "’s "):
            name = self._before.get(start - len(gap))
            if name is not None and self.document.text[name.span.end : start] == gap:
                return name
        return None
