"""Light verbs: verbs that carry an event named by a noun ("carried out an attack", "came under fire")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.vocab.frames import Sense
from dateline.vocab.load import table


@dataclass(frozen=True, slots=True)
class Use:
    """A light verb with a noun. ``particle`` and ``through`` are what else must stand there: "out" of "carry out",
    "part" of "take part in". ``suffered``: its subject is the recipient. ``weight``: the chance that the two tell an
    event in news.
    """

    particle: str | None
    through: str | None
    suffered: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Light:
    """Light verbs by verb, preposition (None: the noun is the object) and the last word of the noun."""

    uses: Mapping[tuple[str, str | None, str], tuple[Use, ...]] = field(repr=False)

    @classmethod
    def load(cls, nouns: Mapping[str, tuple[Sense, ...]]) -> Light:
        """The light verbs that ship with Dateline; ``nouns`` are the frames of nouns: some carry all of a type."""
        by_type: dict[str | None, set[str]] = {}
        for word, senses in nouns.items():
            for sense in senses:
                by_type.setdefault(sense.type, set()).add(word)
        found: dict[tuple[str, str | None, str], list[Use]] = {}
        for one in table("events/light")["light"]:
            use = Use(one.get("particle"), one.get("through"), one["subject"] == "recipient", float(one["weight"]))
            for word in _words(one, by_type):
                found.setdefault((one["verb"], one.get("preposition"), word), []).append(use)
        return cls({key: tuple(sorted(uses, key=_demanding)) for key, uses in found.items()})

    def of(self, verb: str, preposition: str | None, noun: str) -> tuple[Use, ...]:
        """How ``verb`` can carry ``noun``, the use that asks most first; lemmas in lower case."""
        return self.uses.get((verb, preposition, noun), ())


def _words(block: Mapping[str, Any], by_type: Mapping[str | None, set[str]]) -> Iterable[str]:
    words = set(block.get("nouns", "").split())
    for name in block.get("types", "").split():
        words |= by_type[name]
    return sorted(words)


def _demanding(use: Use) -> tuple[bool, bool, str, str]:
    return use.particle is None, use.through is None, use.particle or "", use.through or ""
