"""Pairs to be coded, and their words as the coders see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.model.text import Span

ROOTS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
"""The roots told apart, in the order of the weights; CONCEDE and RETREAT are one."""

OUTSIDE, ACTOR, RECIPIENT, TRIGGER = range(4)
"""What a word is to a pair."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An actor and a recipient in ``text``, a sentence; spans count from its start. ``trigger`` tells one event of
    several between them apart.
    """

    text: str
    actor: Span
    recipient: Span | None = None
    trigger: Span | None = None

    def spans(self) -> list[tuple[Span, int]]:
        """The marked words with their roles."""
        given = ((self.actor, ACTOR), (self.recipient, RECIPIENT), (self.trigger, TRIGGER))
        return [(span, role) for span, role in given if span is not None]


class RootCoder(Protocol):
    """Whatever gives the likelihoods of roots."""

    def code(self, pairs: Sequence[Pair]) -> list[Mapping[str, float]]:
        """For each pair the likelihood of every root; they add up to one."""
        ...
