"""The reporting words: which word reports in which construction, under which circumstances, with what stance."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.vocab.load import rows, table
from dateline.vocab.saying import Saying


@dataclass(frozen=True, slots=True)
class CueRow:
    """A word in a construction and its weight (log-odds that it reports). Frame "*" stands for those not listed."""

    lemma: str
    frame: str
    weight: float


@dataclass(frozen=True, slots=True)
class Stance:
    """How something is said; ``turned`` where a negation made the stance what it is."""

    name: str
    turned: bool = False


class Cues:
    """Looks up and weighs reporting words; docs/statements.md tells of the constructions and the weights."""

    def __init__(self, listed: Iterable[CueRow], settings: Mapping[str, Any], saying: Saying | None = None) -> None:
        """``saying`` is that shipped with the package where none is given."""
        self.saying = saying or Saying.load()
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
        self._negated_stances: dict[str, str] = {
            lemma: stance for stance, entry in settings["stance"].items() for lemma in entry.get("negated", ())
        }
        self._answering = frozenset(settings["answering"]["lemmas"])
        self._answering_stances = frozenset(settings["answering"]["stances"])
        self.authoring = frozenset(settings["answering"]["authors"])
        nesting = settings["nesting"]
        self._speaking_stances = frozenset(nesting["stances"])
        self._vague = frozenset(nesting["vague"])
        self._least: float = nesting["least"]
        self.word_nouns = frozenset(nesting["nouns"])
        self.citing = frozenset(nesting["citing"])
        self.citable = frozenset(nesting["citable"])
        self.controlling = frozenset(settings["controlling"]["prepositions"])
        self.titling = frozenset(settings["titling"]["words"])
        self.questioning = frozenset(settings["questioning"]["lemmas"])
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

    def speaks(self, lemma: str) -> bool:
        """Whether ``lemma`` plainly tells of speech, by itself, not only of thought."""
        plain = self.quotes(lemma) and lemma not in self._vague
        spoken = plain and self.stance(lemma, "that").name in self._speaking_stances
        return spoken and self.score(lemma, "that", ()) >= self._least

    def answers(self, lemma: str) -> bool:
        """Whether what ``lemma`` takes as its object are the words of others: "rejected claims that"."""
        return lemma in self._answering or self.stance(lemma, "obj").name in self._answering_stances

    def listed(self, lemma: str) -> bool:
        """Whether ``lemma`` is among the words that show a stance, or like one of them."""
        return any(word in self._stances for word in (lemma, self._like.get(lemma, "")))

    def stance(self, lemma: str, frame: str, *, particle: str | None = None, negated: bool = False) -> Stance:
        """The stance of a reporting word in a construction: "says" where nothing more is known.

        ``particle`` is that of a phrasal verb ("rule out"). A negated word may have a stance of its own: "does not
        believe" doubts; ``Stance.turned`` then says that the negation is counted in.
        """
        words = [f"{lemma}/{frame}", lemma, self._like.get(lemma, "")]
        if particle is not None:
            words = [f"{lemma} {particle}"]
        for turned, stances in ((True, self._negated_stances), (False, self._stances)):
            for word in words if negated or not turned else ():
                if word in stances:
                    return Stance(stances[word], turned)
        return Stance("says" if particle is None else self.stance(lemma, frame).name, False)
