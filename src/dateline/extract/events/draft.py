"""An event in the making: a candidate with everything that was read off around it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.events.candidate import Candidate
from dateline.model.records import Figure, Status
from dateline.model.text import Span
from dateline.model.values import PartialDate
from dateline.vocab.frames import Sense


@dataclass(frozen=True, slots=True)
class Draft:
    """``others`` are the triggers of its other tellings. ``certainty`` is the chance that it is an event of its type,
    ``why`` the frame that found it and what tells its status.
    """

    candidate: Candidate
    sense: Sense
    type: str
    mode: str | None
    status: Status
    negated: bool = False
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    place: Span | None = None
    date: PartialDate | None = None
    date_span: Span | None = None
    figures: tuple[Figure, ...] = ()
    instrument: Span | None = None
    statement: str | None = None
    certainty: float = 0.0
    why: str = ""
    others: tuple[Span, ...] = ()

    @property
    def trigger(self) -> Span:
        """The words that name it."""
        return self.candidate.span
