"""How a report tells that something was said: commitment, distance and occasion, as ``data/saying.toml`` has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from dateline.model.records import Commitment
from dateline.vocab.load import table

Words = frozenset[str]


class Saying:
    """The words that show what a statement says about itself. Raises ``KeyError`` for an incomplete table."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        shown: Mapping[str, Mapping[str, Any]] = settings["commitment"]
        self.definitions: dict[str, str] = {name: entry["definition"] for name, entry in shown.items()}
        self.governors = _shown(shown, "governors")
        self.modals = _shown(shown, "modals")
        self.marks = _shown(shown, "marks")
        self.prepositions = _shown(shown, "prepositions")
        self.negated: dict[Commitment, Commitment] = dict(settings["commitment_negated"])
        self.of_stance: dict[str, Commitment] = dict(settings["commitment_of_stance"])
        self.negation = Negation(**_words(settings["negation"]))
        self.hedged = Hedged(**_words(settings["hedged"]))
        self.distance = Distancing(**_words(settings["distance"]))
        self.occasion = Occasions(**_words(settings["occasion"]))

    @classmethod
    def load(cls) -> Saying:
        """The words shipped with the package."""
        return cls(table("saying"))


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that negate a cue, and what undoes it: "not only said"."""

    awaiting: Words
    adverbs: Words
    pairs: Words
    subjects: Words
    determiners: Words
    undone_by: Words
    refusing: Words
    unable: Words


@dataclass(frozen=True, slots=True)
class Hedged:
    """Words of polite saying ("I would say", "would like to") and verbs that only carry a reporting noun."""

    performing: Words
    persons: Words
    modals: Words
    wishing: Words
    forced: Words
    letting: Words
    carriers: Words


@dataclass(frozen=True, slots=True)
class Distancing:
    """Words by which a report keeps its distance from what was said."""

    cues: Words
    adverbs: Words
    adjectives: Words
    without: Words
    evidence: Words


@dataclass(frozen=True, slots=True)
class Occasions:
    """Words that tell to whom, on what occasion, where and when something was said."""

    addressing: Words
    toward: Words
    unheard: Words
    calling: Words
    calling_on: Words
    shared_with: Words
    sent_to: Words
    speaking: Words
    questioning: Words
    hearing: Words
    prepositions: Words
    nouns: Words
    gatherings: Words
    airing: Words
    writing: Words
    place_prepositions: Words
    leading: Words
    date_prepositions: Words
    dating: Words
    continuing: Words
    not_anaphoric: Words


def commitments() -> tuple[Commitment, ...]:
    """Every commitment, in order."""
    return cast("tuple[Commitment, ...]", get_args(Commitment))


def _shown(entries: Mapping[str, Mapping[str, Any]], by: str) -> dict[str, Commitment]:
    """The words that show a commitment ``by`` standing above, beside or before a cue."""
    return {word: cast("Commitment", name) for name, entry in entries.items() for word in entry.get(by, ())}


def _words(section: Mapping[str, Iterable[str]]) -> dict[str, Words]:
    return {name: frozenset(words) for name, words in section.items()}
