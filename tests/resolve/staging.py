"""Short texts with their statements written into them, resolved through the real markers.

``[Brandt]`` is the source of a statement, ``{It is over}`` its content; a source takes the nearest content in
the line that has none yet. ``{+ ...}`` is a content without a source that continues the statement before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from dateline import registry
from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.mark.references import ReferenceMarker
from dateline.model.links import Entity, Resolution
from dateline.model.marks import Marks
from dateline.model.records import Statement
from dateline.model.text import Document, Span
from dateline.resolve.speakers import SpeakerResolver
from dateline.stages import Marker
from dateline.vocab.listing import listing
from dateline.vocab.load import table
from dateline.vocab.pronouns import pronouns
from dateline.vocab.roles import given_names, roles

_MARKUP = re.compile(r"[\[\]{}]")


@cache
def resolver() -> SpeakerResolver:
    """The resolver with the vocabulary that ships."""
    return SpeakerResolver(listing=listing(), roles=roles(), given=given_names())


@cache
def _markers() -> tuple[Marker, ...]:
    return (
        PartMarker(table("parts")),
        QuoteMarker(table("quotemarks")),
        LinguisticMarker(load_model()),
        registry.name_marker(),
        ReferenceMarker(roles=roles(), pronouns=pronouns()),
    )


@dataclass(frozen=True)
class Staged:
    """A resolved text."""

    document: Document
    marks: Marks
    statements: tuple[Statement, ...]
    resolution: Resolution
    entities: dict[str, Entity] = field(default_factory=dict)

    @property
    def speakers(self) -> list[str | None]:
        """The names of the speakers, statement by statement, None where there is none."""
        links = {link.subject: link.entity for link in self.resolution.links if link.role == "speaker"}
        found = [links.get(statement.id) for statement in self.statements]
        return [self.entities[entity].name if entity else None for entity in found]

    @property
    def mentions(self) -> list[tuple[str, str | None]]:
        """The words of each mention with the name of its entity."""
        links = {link.subject: link.entity for link in self.resolution.links if link.role == "mention"}
        found = [(self.document[one.span], links.get(one.id)) for one in self.resolution.mentions]
        return [(words, self.entities[entity].name if entity else None) for words, entity in found]

    def entity(self, name: str) -> Entity:
        """The one entity of that name."""
        (found,) = (entity for entity in self.resolution.entities if entity.name == name)
        return found


@cache
def staged(marked_up: str) -> Staged:
    """Resolves a text with its statements marked up in it."""
    text, statements = _read(marked_up)
    document = Document("d", text, language="en")
    marks = Marks()
    for marker in _markers():
        marks = marks.plus(marker.mark(document, marks))
    resolution = resolver().resolve(document, marks, statements, Resolution())
    return Staged(document, marks, statements, resolution, {one.id: one for one in resolution.entities})


def _read(marked_up: str) -> tuple[str, tuple[Statement, ...]]:
    text, sources, contents = "", [], []
    starts: list[int] = []
    for piece in re.split(r"([\[\]{}])", marked_up):
        if piece in {"[", "{"}:
            starts.append(len(text))
        elif piece == "]":
            sources.append(Span(starts.pop(), len(text)))
        elif piece == "}":
            contents.append(Span(starts.pop(), len(text)))
        else:
            text += piece.removeprefix("+ ")
    return text, tuple(_statements(text, sources, contents))


def _statements(text: str, sources: list[Span], contents: list[Span]) -> list[Statement]:
    """One statement a source, with the nearest free content; a content that is left over continues the one before."""
    free = list(contents)
    made: list[tuple[Span, Span | None]] = []
    for source in sources:
        others = [span for span in free if not span.covers(source)]
        content = min(others, key=lambda span: min(abs(span.start - source.end), abs(source.start - span.end)))
        free.remove(content)
        made.append((content, source))
    made.extend((content, None) for content in free)
    statements: list[Statement] = []
    for number, (content, source) in enumerate(sorted(made, key=lambda one: one[0].start)):
        before = statements[-1].id if statements and source is None else None
        statements.append(Statement(f"s{number}", "d", source, None, (content,), "direct", "says", continues=before))
    return statements
