"""A word that may tell an event, with the senses that its surroundings allow."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.vocab.frames import Sense


@dataclass(frozen=True, slots=True)
class Candidate:
    """``head`` is the word that names the event, ``predicate`` the word whose subject, auxiliaries and negation count:
    the light verb of "carried out an attack", else the head itself. ``span`` are the words of the trigger. ``senses``
    are the frames that fit, the one that asks most first. ``suffered``: the subject of the light verb is the recipient
    ("came under attack"). ``weight`` is what the light verb adds to the frames' own.
    """

    head: Token
    predicate: Token
    span: Span
    senses: tuple[Sense, ...]
    suffered: bool = False
    weight: float = 0.0

    @property
    def sense(self) -> Sense:
        """The frame that asks most."""
        return self.senses[0]

    @property
    def light(self) -> bool:
        """Whether a light verb carries it."""
        return self.head.index != self.predicate.index
