"""What the text reports: statements and events. Facts join them here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dateline.model.text import Span
from dateline.model.values import PartialDate, Quantity

Form = Literal["direct", "indirect", "mixed"]
Commitment = Literal["said", "not_said", "refused", "denied", "asked", "possible", "planned", "demanded"]
Status = Literal["happened", "ongoing", "planned", "threatened", "called_for", "denied", "hypothetical", "historical"]


@dataclass(frozen=True, slots=True)
class Producer:
    """What found an entry: a stage with its version, as "statements/1"."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody said something: who (``source``), by which words (``cue``), and what (``content``).

    ``content`` has one span or several, in order. ``source`` is None where the report names none, ``cue``
    is None for a quotation that goes on without one. ``continues`` names the earlier statement whose
    speaker is the one of this continuing quotation. ``within`` is the id of the statement whose content
    this one is part of. ``stance`` is how it is said, a negation counted in; ``negated``: the cue is negated;
    ``commitment``: whether it was said at all. ``distance`` has the words by which the report keeps away from it.
    ``place`` and ``date`` are those of saying. ``occasion`` names the earlier statement from which addressee, setting,
    place and date are taken over where this one has none. ``why`` is the rule that found it.
    """

    id: str
    document: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    stance: str
    negated: bool = False
    commitment: Commitment = "said"
    distance: tuple[Span, ...] = ()
    addressee: Span | None = None
    setting: Span | None = None
    place: Span | None = None
    date: PartialDate | None = None
    date_span: Span | None = None
    occasion: str | None = None
    continues: str | None = None
    within: str | None = None
    score: float = 1.0
    why: str = ""
    by: Producer = Producer("statements", "1")

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span it points at."""
        beside = (*self.distance, self.addressee, self.setting, self.place, self.date_span)
        return tuple(span for span in (self.source, self.cue, *self.content, *beside) if span is not None)

    @property
    def start(self) -> int:
        """Where it begins: the first character of source, cue or content."""
        return min(span.start for span in (self.source, self.cue, *self.content) if span is not None)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that an event goes with: ``name`` says of what (killed, wounded, detained, troops, money ...),
    ``counted`` are the words for who or what is counted.
    """

    name: str
    quantity: Quantity
    span: Span
    counted: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody did something, to somebody else as a rule, coded to PLOVER; docs/events.md defines the fields.

    ``trigger`` are the words that name it, ``evidence`` those of its other tellings in the report. ``cameo`` is its
    CAMEO root ("19"). ``status`` says whether it happened, ``negated`` that the words say it did not. ``actors`` and
    ``recipients`` are the phrases that name them, in order of place. ``statement`` is the id of the innermost statement
    it is told in; None is the outlet's own voice. ``why`` is the rule that found it.
    """

    id: str
    document: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    cameo: str | None
    status: Status
    trigger: Span
    evidence: tuple[Span, ...] = ()
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    place: Span | None = None
    date: PartialDate | None = None
    date_span: Span | None = None
    figures: tuple[Figure, ...] = ()
    instrument: Span | None = None
    statement: str | None = None
    negated: bool = False
    score: float = 1.0
    why: str = ""
    by: Producer = Producer("events", "1")

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span it points at."""
        figures = [span for one in self.figures for span in (one.span, one.counted)]
        beside = (self.place, self.date_span, self.instrument, *figures)
        found = (self.trigger, *self.evidence, *self.actors, *self.recipients, *beside)
        return tuple(span for span in found if span is not None)

    @property
    def start(self) -> int:
        """Where it begins: the first character of its trigger."""
        return self.trigger.start


Record = Statement | Event


def statements(records: Iterable[Record]) -> tuple[Statement, ...]:
    """The statements among ``records``, in their order."""
    return tuple(one for one in records if isinstance(one, Statement))


def events(records: Iterable[Record]) -> tuple[Event, ...]:
    """The events among ``records``, in their order."""
    return tuple(one for one in records if isinstance(one, Event))
