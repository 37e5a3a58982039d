"""English pronouns with their agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from dateline.model.marks import Gender, Number
from dateline.vocab.load import table


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a pronoun agrees with; None where it is not fixed."""

    number: Number | None = None
    gender: Gender | None = None
    person: int = 3


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Pronouns and possessives by lower-case word; ``weather`` are verbs whose "it" points at nothing."""

    pronouns: Mapping[str, Agreement]
    possessives: Mapping[str, Agreement]
    relatives: frozenset[str]
    weather: frozenset[str]


def pronouns() -> Pronouns:
    """The pronouns that ship with Dateline."""
    data = table("pronouns")
    return Pronouns(
        pronouns=_agreements(data["pronoun"]),
        possessives=_agreements(data["possessive"]),
        relatives=frozenset(data["relative"]),
        weather=frozenset(data["weather"].split()),
    )


def _agreements(entries: list[list[Any]]) -> dict[str, Agreement]:
    found = {}
    for words, number, gender, person in entries:
        agreement = Agreement(cast("Number | None", number or None), cast("Gender | None", gender or None), person)
        found.update(dict.fromkeys(words.split(), agreement))
    return found
