"""Word classes and the rules over them, read from a vocabulary file: the times and the amounts have one each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.vocab.load import table


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over word classes and the name of what it means; ``Grammar`` says how patterns are written."""

    name: str
    means: str
    pattern: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """``words`` gives each lower-case word its class and value; ``macros`` are parts that patterns share; ``cues``
    are lists of words that the readings ask for by name.
    """

    words: Mapping[str, tuple[str, object]]
    macros: Mapping[str, str]
    rules: tuple[Rule, ...]
    cues: Mapping[str, frozenset[str]]

    @classmethod
    def load(cls, name: str) -> RuleBook:
        """The rules of ``vocab/data/NAME.toml``; ``UsageError`` for a word that stands in two classes."""
        raw = table(name)
        return cls(
            words=_words(raw["classes"]),
            macros=raw["macros"],
            cues={name: frozenset(words.split()) for name, words in raw["cues"].items()},
            rules=tuple(Rule(entry["name"], entry["means"], entry["pattern"]) for entry in raw["rules"]),
        )


def _words(classes: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[str, object]]:
    words: dict[str, tuple[str, object]] = {}
    for kind, entries in classes.items():
        for word, value in entries.items():
            if word in words:
                raise UsageError(f"the word '{word}' stands in two classes, {words[word][0]} and {kind}")
            words[word] = (kind, value)
    return words
