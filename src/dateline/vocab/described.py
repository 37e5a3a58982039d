"""Words that show that an act is only described: by a work of art, by a law that allows it, or of anybody at all."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.vocab.load import table


@dataclass(frozen=True, slots=True)
class Described:
    """Lemmas of works, of stories among them and of verbs by which they show; of laws and verbs by which they allow."""

    works: frozenset[str]
    stories: frozenset[str]
    showing: frozenset[str]
    laws: frozenset[str]
    allowing: frozenset[str]
    anybody: frozenset[str]
    speaking: frozenset[str]
    hazards: frozenset[str]

    @classmethod
    def load(cls) -> Described:
        """The words that ship with Dateline."""
        return cls(**{name: frozenset(words) for name, words in table("events/described").items()})

    def by(self, subject: str, verb: str) -> bool:
        """Whether what stands below a verb with this subject is only described; lemmas in lower case."""
        return (subject in self.works and verb in self.showing) or (subject in self.laws and verb in self.allowing)
