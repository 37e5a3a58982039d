"""Words for what an event is done with: weapons and tools."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.vocab.load import table


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """Lemmas of weapons and tools (``means``), of ``deeds`` done with them, of ``targets`` that are none before a
    deed, of those that are ``plain`` things otherwise, of verbs that go with them (``using``, ``firing``), and the
    ``types`` of events done with something.
    """

    means: frozenset[str]
    deeds: frozenset[str]
    targets: frozenset[str]
    plain: frozenset[str]
    using: frozenset[str]
    firing: frozenset[str]
    types: frozenset[str]

    @classmethod
    def load(cls) -> InstrumentWords:
        """The words that ship with Dateline. See ``instruments.toml``."""
        data = {name: frozenset(words.split()) for name, words in table("events/instruments").items()}
        return cls(**data)
