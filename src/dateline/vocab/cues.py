"""The reporting words: which word reports in which construction, under which circumstances, with what stance."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.vocab.load import rows, table


@dataclass(frozen=True, slots=True)
class CueRow:
    """A word in a construction and its weight (log-odds that it reports). Frame "*" stands for those not listed."""

    lemma: str
    frame: str
    weight: float


class Cues:
    """Looks up and weighs reporting words; docs/statements.md tells of the constructions and the weights."""

    def __init__(self, listed: Iterable[CueRow], settings: Mapping[str, Any]) -> None:
        self._rows = {(row.lemma, row.frame): row.weight for row in listed}
        self._frames: dict[str, float] = dict(settings["frames"])
        self._context: dict[str, float] = dict(settings["context"])
        self._like: dict[str, str] = {lemma: known for known, lemmas in settings["like"].items() for lemma in lemmas}
        self._stances: dict[str, str] = {
            lemma: stance for stance, entry in settings["stance"].items() for lemma in entry["cues"]
        }
        self._raising = frozenset(settings["raising"]["active"])
        self._raising_passive = frozenset(settings["raising"]["passive"])
        self._quoting = frozenset(settings["quoting"]["lemmas"])
        around = settings["circumstances"]
        self.addressing = frozenset(around["addressing"])
        self.questioning = frozenset(around["questioning"])
        self.setting_prepositions = frozenset(around["setting_prepositions"])
        self.setting_nouns = frozenset(around["setting_nouns"])
        self.threshold: float = settings["threshold"]
        self.scores: dict[str, float] = dict(settings["quotation"])
        self.stances: tuple[str, ...] = tuple(settings["stance"])

    @classmethod
    def load(cls) -> Cues:
        """The reporting words shipped with the package."""
        listed = (CueRow(row["lemma"], row["frame"], float(row["weight"])) for row in rows("cues"))
        return cls(listed, table("cues") | table("cue_weights"))

    def known(self, frame: str) -> bool:
        """Whether ``frame`` is a construction that can report at all."""
        return frame in self._frames

    def score(self, lemma: str, frame: str, circumstances: Iterable[str]) -> float:
        """How likely (0 to 1) ``lemma`` in ``frame`` reports what somebody says or thinks, in these circumstances."""
        return 1 / (1 + math.exp(-self._weight(lemma, frame) - sum(self._context.get(c, 0.0) for c in circumstances)))

    def _weight(self, lemma: str, frame: str) -> float:
        word = lemma if (lemma, "*") in self._rows else self._like.get(lemma, lemma)
        given = self._rows.get((word, frame))
        return given if given is not None else self._frames[frame] + self._rows.get((word, "*"), 0.0)

    def quotes(self, lemma: str) -> bool:
        """Whether ``lemma`` is known to introduce quotations or that-clauses."""
        return lemma in self._quoting or self._like.get(lemma) in self._quoting

    def raises(self, lemma: str, *, passive: bool) -> bool:
        """Whether the subject of ``lemma`` before an infinitive belongs to what is reported: "is expected to"."""
        return lemma in (self._raising_passive if passive else self._raising)

    def stance(self, lemma: str, frame: str) -> str:
        """The stance of a reporting word in a construction: "says" where nothing more is known."""
        for word in (f"{lemma}/{frame}", lemma, self._like.get(lemma, "")):
            if word in self._stances:
                return self._stances[word]
        return "says"
