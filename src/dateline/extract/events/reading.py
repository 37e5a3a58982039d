"""Reads off what stands around the words that may tell an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.events.attribution import Attribution
from dateline.extract.events.candidate import Candidate
from dateline.extract.events.certainty import certainty
from dateline.extract.events.dating import Dates
from dateline.extract.events.draft import Draft
from dateline.extract.events.excluding import Excluding
from dateline.extract.events.figures import Figures
from dateline.extract.events.finding import Finder
from dateline.extract.events.instruments import Instruments
from dateline.extract.events.locating import Locating
from dateline.extract.events.parties import Parties
from dateline.extract.events.status import Statuses
from dateline.extract.events.surroundings import Surroundings
from dateline.extract.events.typing import Coders, Typing
from dateline.extract.events.vocabulary import Vocabulary
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks
from dateline.model.records import Statement
from dateline.model.text import Document

MINIMUM = 0.4
"""The certainty below which a draft is no event."""

_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_TO_COME = frozenset({"planned"})


class Reading:
    """The drafts of one report's events."""

    def __init__(
        self,
        document: Document,
        marks: Marks,
        *,
        grammar: Grammar,
        statements: Sequence[Statement],
        vocabulary: Vocabulary,
        coders: Coders | None,
    ) -> None:
        around = Surroundings(marks, grammar)
        self._finder = Finder(grammar, around, frames=vocabulary.frames, light=vocabulary.light)
        self._excluding = Excluding(document, marks, grammar=grammar, topics=vocabulary.topics)
        self._parties = Parties(document, marks, grammar, words=vocabulary.parties)
        self._statuses = Statuses(document, marks, grammar=grammar, words=vocabulary.status)
        self._dates = Dates(document, marks, grammar, vocabulary.status)
        self._figures = Figures(document, marks, grammar=grammar, words=vocabulary.figures)
        self._locating = Locating(document, marks, grammar)
        self._instruments = Instruments(document, marks, grammar=grammar, words=vocabulary.instruments)
        self._attribution = Attribution(statements)
        self._plover = vocabulary.plover
        self._typing = Typing(document, grammar, plover=vocabulary.plover, coders=coders)

    def drafts(self) -> Iterator[Draft]:
        """The drafts by place, certain enough each by itself."""
        for candidate in self._finder.candidates():
            if not self._excluding.rules_out(candidate):
                draft = self._draft(candidate)
                if draft is not None and draft.certainty >= MINIMUM:
                    yield draft

    def _draft(self, candidate: Candidate) -> Draft | None:
        """What stands around a candidate; None where it is no event."""
        type_ = candidate.sense.type
        if type_ is None:
            return None
        parties = self._parties.of(candidate, candidate.sense)
        typed = self._typing.of(candidate, type_, parties)
        if self._excluding.elsewhere(candidate, typed.type, acted=bool(parties.actors)):
            return None
        place = self._locating.of(candidate, typed.type, parties.recipients)
        figures = self._figures.of(candidate, typed.type)
        if not (parties.actors or parties.recipients or figures or place):
            return None
        found = Draft(
            candidate=candidate,
            sense=candidate.sense,
            type=typed.type,
            mode=typed.mode,
            status="happened",
            actors=parties.actors,
            recipients=parties.recipients,
            place=place,
            figures=figures,
            certainty=certainty(candidate, parties, required=self._plover.type(typed.type).recipient_required),
        )
        return self._told(found, typed.why)

    def _told(self, draft: Draft, why: str) -> Draft:
        """The draft with what tells its status, time, instrument and attribution; ``why`` is that of its type."""
        told = self._attribution.of(draft.trigger)
        date, date_span = self._dates.of(draft.candidate)
        status, negated, shown = self._statuses.of(draft.candidate, date=date, statement=told)
        agreed = draft.type in _COOPERATION and status in _TO_COME
        type_ = "AGREE" if agreed else draft.type
        return replace(
            draft,
            type=type_,
            mode=None if agreed else draft.mode,
            status=status,
            negated=negated,
            date=date,
            date_span=date_span,
            instrument=self._instruments.of(draft.candidate, type_),
            statement=None if told is None else told.id,
            why="; ".join(part for part in (draft.sense.known, why, shown) if part),
        )
