"""Number words, read from ``data/numbers.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dateline.vocab.load import table


@dataclass(frozen=True, slots=True)
class Numbers:
    """What number words mean. All words are in lower case."""

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    collectives: Mapping[str, int]
    plurals: Mapping[str, int]
    short_scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    fractions: Mapping[str, Decimal]

    @classmethod
    def load(cls) -> Numbers:
        """The number words of English that come with Dateline."""
        raw = table("numbers")
        fractions = {sign: Decimal(value) for sign, value in raw.pop("fractions").items()}
        return cls(fractions=fractions, **raw)
