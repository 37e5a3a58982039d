"""Walks the data through the rooms: capture, document, marks, records, resolution. Only it knows the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace

from dateline.errors import StageError
from dateline.model.links import Reading, Resolution
from dateline.model.marks import Doubt, Mark, Marks
from dateline.model.records import Record
from dateline.model.text import Document
from dateline.stages import Capture, Extractor, Marker, Reader, Resolver

Clock = Callable[[str], AbstractContextManager[None]]


def _untimed(_: str) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Language:
    """The stages that read one language, in order.

    ``spelt`` gives a text as the stages read it, letter for letter as long as it is: capitals made small.
    """

    markers: tuple[Marker, ...]
    extractors: tuple[Extractor, ...]
    resolvers: tuple[Resolver, ...]
    spelt: Callable[[str], str] = str

    def __post_init__(self) -> None:
        given: set[type[Mark]] = set()
        for marker in self.markers:
            _check(marker.name, marker.needs, given)
            given |= marker.gives
        for extractor in self.extractors:
            _check(extractor.producer.name, extractor.needs, given)
        for resolver in self.resolvers:
            _check(resolver.producer.name, resolver.needs, given)


class Pipeline:
    """Readers by media and stages by language (ISO 639-1). Raises ``StageError`` when stages do not fit."""

    def __init__(self, *, readers: Sequence[Reader], languages: Mapping[str, Language]) -> None:
        self._readers = {reader.media: reader for reader in readers}
        self._languages = dict(languages)

    def read(self, capture: Capture) -> Document:
        """The sealed document of a capture, or ``InputError``."""
        reader = self._readers.get(capture.media)
        if reader is None:
            raise StageError(f"no reader for '{capture.media}'. Readers: {', '.join(sorted(self._readers))}")
        return reader.read(capture)

    def walk(self, document: Document, clock: Clock = _untimed, *, language: str | None = None) -> Reading:
        """All that is found in a document: the same document gives the same reading.

        A document in a language without stages is kept with the issue "no extractor for ru" and no records.
        ``clock`` is entered with each stage's name around its work; ``language`` reads it as in another than its own.
        """
        stages = self._languages.get(language or document.language)
        if stages is None:
            issue = f"no extractor for {document.language}"
            return Reading(replace(document, issues=(*document.issues, issue)))
        with clock("spelling"):
            spelt = replace(document, text=stages.spelt(document.text))
        marks = self._marks(stages, spelt, clock)
        document = _doubting(document, marks)
        records = self._records(stages, spelt, marks=marks, clock=clock)
        resolution = Resolution()
        for resolver in stages.resolvers:
            with clock(resolver.producer.name):
                resolution = resolver.resolve(spelt, marks, records, resolution)
        return Reading(document, records, resolution)

    def marks(self, document: Document, *, language: str | None = None) -> Marks:
        """The marks of a document read as in ``language``, its own if not given; for looking inside and for tests."""
        stages = self._languages[language or document.language]
        return self._marks(stages, replace(document, text=stages.spelt(document.text)), _untimed)

    @staticmethod
    def _marks(stages: Language, document: Document, clock: Clock) -> Marks:
        marks = Marks()
        for marker in stages.markers:
            with clock(marker.name):
                marks = marks.plus(marker.mark(document, marks))
        return marks

    @staticmethod
    def _records(stages: Language, document: Document, *, marks: Marks, clock: Clock) -> tuple[Record, ...]:
        records: list[Record] = []
        for extractor in stages.extractors:
            with clock(extractor.producer.name):
                records.extend(extractor.extract(document, marks, tuple(records)))
        return tuple(records)


def _doubting(document: Document, marks: Marks) -> Document:
    """The document with what its markers doubt among its issues: "impossible date 'April 31' at 120:128"."""
    doubts = tuple(
        f"{one.about} {document[one.span]!r} at {one.span.start}:{one.span.end}" for one in marks.every(Doubt)
    )
    return replace(document, issues=(*document.issues, *doubts)) if doubts else document


def _check(name: str, needs: frozenset[type[Mark]], given: set[type[Mark]]) -> None:
    missing = sorted(kind.__name__ for kind in needs - given)
    if missing:
        raise StageError(f"stage '{name}' needs {', '.join(missing)}, which no stage before it gives")
