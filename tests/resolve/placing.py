"""Short texts read through the whole pipeline that ships, which is loaded once, and the places found in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.config import Settings
from dateline.model.links import Entity, Mention, Reading
from dateline.model.text import Document
from dateline.pipeline import Pipeline
from dateline.registry import pipeline


@cache
def whole_pipeline() -> Pipeline:
    """The pipeline with the gazetteer, the weights and the model that ship."""
    return pipeline(Settings(tier="rules", gazetteer=None))


@dataclass(frozen=True)
class Read:
    """A text that was read."""

    reading: Reading

    def entity(self, mention: Mention) -> Entity | None:
        """What a mention is linked to."""
        entities = {one.id: one for one in self.reading.resolution.entities}
        links = {one.subject: one.entity for one in self.reading.resolution.links if one.role == "mention"}
        return entities[links[mention.id]] if mention.id in links else None

    @property
    def pins(self) -> list[tuple[str, str]]:
        """The words of each mention that has coordinates, with the id of its entity."""
        document = self.reading.document
        found = ((document[one.span], self.entity(one)) for one in self.reading.resolution.mentions)
        return [(words, entity.id) for words, entity in found if entity is not None and entity.lat is not None]

    def ids(self, words: str) -> set[str]:
        """The ids of what these words are pinned to."""
        return {own for said, own in self.pins if said == words}

    def mentions(self, words: str) -> list[Mention]:
        """The mentions of these words, in order."""
        document = self.reading.document
        return [one for one in self.reading.resolution.mentions if document[one.span] == words]


@cache
def read(text: str) -> Read:
    """A text read as an English report."""
    document = Document("d", text, language="en")
    return Read(whole_pipeline().walk(document, language="en"))
