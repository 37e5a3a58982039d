"""Words that say what a number of an event is a number of: killed, wounded, detained, troops, money ..."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.vocab.load import table

MONEY = "@money"
"""Stands for all units of money."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Names of figures by the words that tell them; see ``figures.toml``. Lemmas in lower case."""

    objects: Mapping[str, tuple[str, ...]]
    subjects: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, tuple[str, ...]]
    states: Mapping[str, tuple[str, ...]]
    counted: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]
    types: Mapping[str, frozenset[str]]
    sentencing: frozenset[str]
    fleeing: frozenset[str]
    currencies: frozenset[str]

    @classmethod
    def load(cls) -> FigureWords:
        """The words that ship with Dateline."""
        data = table("events/figures")
        figures = data["figures"]
        return cls(
            objects=_names(figures, "objects"),
            subjects=_names(figures, "subjects"),
            nouns=_names(figures, "nouns"),
            states=_names(figures, "states"),
            counted=_names(figures, "counted"),
            units=_names(figures, "units"),
            types={name: frozenset(words.split()) for name, words in data["types"].items()},
            fleeing=frozenset(data["fleeing"]["words"].split()),
            sentencing=frozenset(data["sentence"]["words"].split()),
            currencies=frozenset(table("units")["measures"]["money"]),
        )

    def of_unit(self, unit: str | None) -> tuple[str, ...]:
        """What an amount in a unit is a number of; money in any currency is money."""
        plain = (unit or "").partition("/")[0]
        return self.units.get(MONEY if plain in self.currencies else plain, ())

    def allowed(self, type_: str | None) -> frozenset[str]:
        """What a number in an event of a type can be of."""
        return self.types.get(type_ or "", frozenset())


def _names(figures: Mapping[str, Mapping[str, Any]], key: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, block in figures.items():
        for word in block.get(key, "").split():
            found[word] = (*found.get(word, ()), name)
    return found
