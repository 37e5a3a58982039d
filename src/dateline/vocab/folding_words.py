"""The words by which one happening is told as several, as ``data/events/folding.toml`` has them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.vocab.load import table


@dataclass(frozen=True, slots=True)
class FoldingWords:
    """Lemmas that tell an outcome, determiners that take up what was told, statuses that count as one."""

    outcomes: frozenset[str]
    taking_up: frozenset[str]
    alike: frozenset[str]

    @classmethod
    def load(cls) -> FoldingWords:
        """The words that ship with Dateline."""
        return cls(**{name: frozenset(words) for name, words in table("events/folding").items()})
