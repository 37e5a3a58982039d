"""The mode of a coded pair, told by words; and whether what was yielded is a RETREAT or a CONCEDE."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.extract.events.coder.pairs import Pair
from dateline.vocab.load import table
from dateline.vocab.plover import YIELD

CONCEDE, RETREAT = "CONCEDE", "RETREAT"


@dataclass(frozen=True, slots=True)
class Modes:
    """Word patterns by type and mode, the most telling mode first (vocab/data/events/pair_modes.toml)."""

    patterns: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = field(repr=False)

    @classmethod
    def load(cls) -> Modes:
        """The patterns that ship with Dateline."""
        return cls(
            {
                type_: tuple((mode, _pattern(stems)) for mode, stems in modes.items())
                for type_, modes in table("events/pair_modes").items()
            }
        )

    def told(self, root: str, pair: Pair) -> tuple[str, str | None]:
        """The type that ``root`` is in ``pair``, and its mode, None where no word tells one."""
        if root != YIELD:
            return root, self.mode(root, pair)
        mode = self.mode(RETREAT, pair)
        return (CONCEDE, self.mode(CONCEDE, pair)) if mode is None else (RETREAT, mode)

    def mode(self, type_: str, pair: Pair) -> str | None:
        """The mode of ``type_`` that the words of the trigger tell, else those outside the parties."""
        patterns = self.patterns.get(type_, ())
        texts = [_outside(pair)]
        if pair.trigger is not None:
            texts.insert(0, pair.text[pair.trigger.start : pair.trigger.end].lower())
        return next((mode for text in texts for mode, pattern in patterns if pattern.search(text)), None)


def _pattern(stems: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(stem) for stem in stems) + ")")


def _outside(pair: Pair) -> str:
    """The sentence, a bar in place of the parties, in lower case."""
    text = pair.text
    for span, _ in sorted(pair.spans()[: 1 + (pair.recipient is not None)], reverse=True):
        text = text[: span.start] + "|" + text[span.end :]
    return text.lower() + " "
