"""The event extractor: finds words that may tell an event, reads off what stands around, folds what is told twice."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.events.folding import Folding
from dateline.extract.events.reading import Reading
from dateline.extract.events.typing import Coders
from dateline.extract.events.vocabulary import Vocabulary
from dateline.extract.events.writing import Writing
from dateline.extract.grammar import Grammar
from dateline.model.marks import (
    Amount,
    Labelled,
    Mark,
    Marks,
    Name,
    Part,
    Quote,
    Reference,
    Sentence,
    Time,
    Token,
    Toponym,
)
from dateline.model.records import Event, Producer, Record, statements
from dateline.model.text import Document


class EventExtractor:
    """Finds who did what to whom, coded to PLOVER; docs/decisions/0010 has the idea."""

    producer = Producer("events", "1")
    needs: frozenset[type[Mark]] = frozenset(
        {Part, Token, Sentence, Quote, Time, Amount, Name, Labelled, Toponym, Reference}
    )

    def __init__(self, vocabulary: Vocabulary, coders: Coders | None = None) -> None:
        """Without ``coders`` frames alone give the type."""
        self._vocabulary = vocabulary
        self._coders = coders

    def extract(self, document: Document, marks: Marks, records: tuple[Record, ...]) -> Iterator[Event]:
        """The events of a report, by place; ``records`` has its statements."""
        grammar = Grammar(marks)
        reading = Reading(
            document,
            marks,
            grammar=grammar,
            statements=statements(records),
            vocabulary=self._vocabulary,
            coders=self._coders,
        )
        writing = Writing(document, grammar=grammar, vocabulary=self._vocabulary, by=self.producer)
        folding = Folding(document, grammar, self._vocabulary.folding)
        yield from (writing.event(draft) for draft in folding.folded(reading.drafts()))
