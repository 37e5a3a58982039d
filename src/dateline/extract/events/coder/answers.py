"""What is said of a coded pair: its type, mode, quad class, CAMEO root, status and score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.extract.events.coder.modes import Modes
from dateline.extract.events.coder.pairs import Pair, RootCoder
from dateline.vocab.plover import Plover

_DIGITS = 4  # of a score


@dataclass(frozen=True, slots=True)
class Answers:
    """Turns the likelihoods of ``coder`` into PLOVER."""

    coder: RootCoder
    modes: Modes
    plover: Plover

    @classmethod
    def load(cls, coder: RootCoder) -> Answers:
        """With the vocabulary that ships with Dateline."""
        return cls(coder, Modes.load(), Plover.load())

    def of(self, pairs: Sequence[Pair]) -> Iterator[dict[str, Any]]:
        """For each pair the fields of its line, without the id."""
        for pair, chances in zip(pairs, self.coder.code(pairs), strict=True):
            root = max(chances, key=lambda name: chances[name])
            type_, mode = self.modes.told(root, pair)
            yield {
                "type": type_,
                "mode": mode,
                "quad": self.plover.quad(type_),
                "cameo": self.plover.cameo_root(type_, mode),
                "status": "happened",  # a pair is given as a thing done; its sentence is not parsed here
                "score": round(chances[root], _DIGITS),
            }
