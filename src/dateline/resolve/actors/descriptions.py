"""Mentions that only an office tells: "the Russian president" of a report that never names him."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.model.ids import mention_id
from dateline.model.links import Entity, Link, Mention, Resolution
from dateline.model.marks import Marks, Reference, Token
from dateline.resolve.actors.coding import known_as
from dateline.resolve.actors.people import People
from dateline.resolve.actors.report import Report
from dateline.vocab.actors import Actor

_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "agent", "conj", "dative", "appos"})


class Descriptions:
    """Links phrases that stand for an office holder, where nobody before has found out whom they mean.

    "He became the Russian president" and "as the Russian president" only say what somebody is.
    """

    def __init__(self, people: People) -> None:
        self._people = people

    def found(self, report: Report, marks: Marks) -> Resolution:
        """The holders with their mentions; the entities are to be merged with those that are known."""
        entities: dict[str, Entity] = {}
        mentions: list[Mention] = []
        links: list[Link] = []
        before = {one.span: one for one in report.known.mentions}
        for reference in _standing(marks):
            mention = before.get(reference.span)
            holder = None if mention and mention.id in report.linked else self._people.holder(report, reference.span)
            if holder is None:
                continue
            if mention is None:
                own = mention_id(report.document.id, "person", reference.span)
                mention = Mention(own, "person", reference.span)
                mentions.append(mention)
            words = " ".join(report.document[reference.span].split())
            entity = self.holder(report, Entity("", "person", words, (words,)), holder)
            entities.setdefault(entity.id, entity)
            links.append(Link(mention.id, "mention", entity.id, f"office holder on {report.on}"))
        return Resolution(tuple(entities.values()), tuple(mentions), tuple(links))

    def holder(self, report: Report, entity: Entity, holder: Actor) -> Entity:
        """An entity known by description only, as the holder of the office; it goes by the holder's name."""
        return replace(known_as(entity, self._people.then(holder, report.on, [])), name=holder.name)


def _standing(marks: Marks) -> Iterator[Reference]:
    """The role nouns in the singular that stand for somebody in their clause."""
    tokens = marks.every(Token)
    ends = {token.span.end: token for token in tokens}
    for reference in marks.every(Reference):
        head = ends.get(reference.span.end)
        if reference.form != "nominal" or reference.number == "plural" or head is None or head.dep not in _STANDING:
            continue
        if tokens[head.head].text.lower() != "as":
            yield reference
