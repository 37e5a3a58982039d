"""What is read about whether an event happened, before the report's time is set against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.model.records import Status
from dateline.vocab.status import Shown

_STATUS: Mapping[Shown, Status] = MappingProxyType(
    {
        "happened": "happened",
        "ongoing": "ongoing",
        "planned": "planned",
        "threatened": "threatened",
        "called_for": "called_for",
        "denied": "denied",
        "undone": "denied",
        "hypothetical": "hypothetical",
        "historical": "historical",
        "carried": "happened",
        "ending": "ongoing",
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """The status, whether words negate the event, and the rule that decided."""

    status: Status
    negated: bool = False
    why: str = ""


def settled(shown: Shown, why: str) -> Told:
    """What a word shows as a status: what is left undone is denied and negated, what is to end goes on."""
    return Told(_STATUS[shown], shown == "undone", why)
