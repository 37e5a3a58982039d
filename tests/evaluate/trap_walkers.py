"""Walkers for the tests of the trap suite: one that finds nothing, and one that finds what it is told to."""

import json
from dataclasses import dataclass

from dateline.model.ids import document_id
from dateline.model.links import Entity, Link, Mention, Reading, Resolution
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate

TEXT = "Two tanks left Paris on Tuesday; Paris slept."
HEAD = f'theme = "towns"\n[[case]]\nid = "a"\ntext = "{TEXT}"\npublished = "2017-04-12"\n'
RIGHT = (
    'places = [{ words = "Paris", at = [33.6, -95.5], country = "US", use = "literal", kind = "place", entity = "t" }]'
)


class Silent:
    def read(self, capture):
        line = json.loads(capture.raw)
        published = line.get("published")
        source = Source(id=line["id"], published=published and PartialDate(published), outlet=line.get("outlet"))
        key = document_id(text=line["text"], outlet=None, url=None, published=published)
        return Document(key, line["text"], source, language=line["language"])

    def walk(self, document, clock):
        return Reading(document)


@dataclass
class Told(Silent):
    """Finds ``found``: words, the fields of a mention there, and the entity that it is about, or None."""

    found: tuple

    def walk(self, document, clock):
        mentions, entities, links = [], {}, []
        for number, (words, fields, entity) in enumerate(self.found):
            start = document.text.index(words)
            mentions.append(Mention(f"m{number}", span=Span(start, start + len(words)), **fields))
            if entity is not None:
                entities[entity.id] = entity
                links.append(Link(f"m{number}", "mention", entity.id, "told"))
        return Reading(document, (), Resolution(tuple(entities.values()), tuple(mentions), tuple(links)))


class AllOver(Silent):
    """Finds a place, a time of the same year and an amount in every text, at all its words."""

    def walk(self, document, clock):
        kinds = ("place", "time", "amount")
        date = PartialDate("1919")
        mentions = [Mention(k, k, Span(0, len(document.text)), date=date if k == "time" else None) for k in kinds]
        return Reading(document, (), Resolution((), tuple(mentions), ()))


def town(key="t", **fields):
    return Entity(key, "place", "Town", **fields)


def write(folder, asked, *, head=HEAD, name="towns.toml"):
    """Writes a file with one case that asks this."""
    (folder / name).write_text(head + asked + "\n", encoding="utf-8")
    return folder
