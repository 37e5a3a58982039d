"""Writes drafts out as events."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.vocabulary import Vocabulary
from dateline.extract.grammar import Grammar
from dateline.model.ids import event_id
from dateline.model.records import Event, Producer
from dateline.model.text import Document


class Writing:
    """Makes the events of one report out of its drafts."""

    def __init__(self, document: Document, *, grammar: Grammar, vocabulary: Vocabulary, by: Producer) -> None:
        self._document = document
        self._grammar = grammar
        self._plover = vocabulary.plover
        self._topics = vocabulary.topics
        self._by = by

    def event(self, draft: Draft) -> Event:
        """The event that a draft has become."""
        return Event(
            id=event_id(self._document.id, draft.type, draft.trigger),
            document=self._document.id,
            type=draft.type,
            mode=draft.mode,
            contexts=self._contexts(draft),
            quad=self._plover.quad(draft.type),
            cameo=self._cameo(draft),
            status=draft.status,
            trigger=draft.trigger,
            evidence=draft.others,
            actors=draft.actors,
            recipients=draft.recipients,
            place=draft.place,
            date=draft.date,
            date_span=draft.date_span,
            figures=draft.figures,
            instrument=draft.instrument,
            statement=draft.statement,
            negated=draft.negated,
            score=round(draft.certainty, 3),
            why=draft.why,
            by=self._by,
        )

    def _cameo(self, draft: Draft) -> str:
        """Its CAMEO root: that of the frame, unless the event has another type than the frame."""
        own = draft.sense.cameo if draft.type == draft.sense.type else None
        return (own or self._plover.cameo_code(draft.type, draft.mode))[:2]

    def _contexts(self, draft: Draft) -> tuple[str, ...]:
        """The contexts of its sentence and those that its mode always brings."""
        sentence = self._grammar.sentence(draft.candidate.head)
        tokens = self._grammar.tokens[sentence.first : sentence.last]
        words, lemmas = [one.text.lower() for one in tokens], [one.lemma.lower() for one in tokens]
        mode = self._plover.mode(draft.type, draft.mode)
        return tuple(sorted({*self._topics.contexts(words, lemmas), *(() if mode is None else mode.contexts)}))
