"""The words that documents of a body open their paragraphs with: ``data/enacting.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from dateline.vocab.load import table

OpeningForm = Literal["participle", "third person", "state"]
"""How a paragraph opens: "Recalling that", "Decides to", "Concerned that"."""


class Enacting:
    """Looks up the words that open what a body enacts. Raises ``KeyError`` for an incomplete table."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.fewest: int = settings["fewest"]
        self.steps: int = settings["steps"]
        self._forms: dict[str, tuple[str, OpeningForm]] = {word: (word, "state") for word in settings["states"]}
        for verb in settings["verbs"]:
            self._forms.update((form, (verb, "participle")) for form in _participles(verb))
            self._forms.update((form, (verb, "third person")) for form in _thirds(verb))
        self._needing = {verb: frozenset(words) for verb, words in settings["needing"].items()}
        self._expressing = frozenset(settings["expressed"]["verbs"])
        self._expressed = frozenset(settings["expressed"]["nouns"])
        self.manner = frozenset(settings["manner"]["nouns"])
        self.copulas = frozenset(settings["copulas"])
        self.adverbs = frozenset(settings["adverbs"])
        self.acts = frozenset(settings["acts"])
        self.prepositions = frozenset(settings["prepositions"])
        self.loose = frozenset(settings["loose"])

    @classmethod
    def load(cls) -> Enacting:
        """The words shipped with the package."""
        return cls(table("enacting"))

    def form(self, word: str) -> tuple[str, OpeningForm] | None:
        """The lemma and form of a word that may open a paragraph, None for other words."""
        return self._forms.get(word.lower())

    def needed(self, verb: str) -> frozenset[str]:
        """The words one of which must stand close behind ``verb``; empty where none must."""
        return self._needing.get(verb, frozenset())

    def expresses(self, verb: str, noun: str) -> bool:
        """Whether ``noun`` tells what ``verb`` expresses: "expressing grave concern"."""
        return verb in self._expressing and noun in self._expressed


def _participles(verb: str) -> Iterable[str]:
    """Possible spellings of the present participle; those that English does not have do no harm."""
    return (f"{verb}ing", f"{verb[:-1]}ing", f"{verb}{verb[-1]}ing")


def _thirds(verb: str) -> Iterable[str]:
    return (f"{verb}s", f"{verb}es", f"{verb[:-1]}ies")
