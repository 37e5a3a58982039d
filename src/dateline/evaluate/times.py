"""The benchmark of times: our TIMEX3 against annotated ones (protocol of TempEval-3).

Relaxed: the words overlap. Strict: they are the same. Value, type: those of matched times are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker
from dateline.evaluate.mentions import Text, f1, figure, flaws, match, read, texts
from dateline.model.links import Reading

FIGURES = ("relaxed", "strict", "type", "value")
_COLUMNS = ("gold", "found", *FIGURES)


@dataclass(frozen=True, slots=True)
class Score:
    """``counts`` has for each text annotated, found, and of them the matched: relaxed, strict, type, value.

    ``kinds`` counts by annotated type: all, matched, with the right value. ``misses`` are those with a wrong value.
    """

    counts: tuple[tuple[int, ...], ...]
    kinds: dict[str, tuple[int, int, int]]
    misses: tuple[dict[str, Any], ...]
    bad_anchors: int = 0
    changed_texts: int = 0

    def wire(self) -> dict[str, Any]:
        """The figures as plain values, in per cent, each with its 95 % interval."""
        sums = dict(zip(_COLUMNS, (sum(column) for column in zip(*self.counts, strict=True)), strict=True))
        return {
            "texts": len(self.counts),
            "annotated": sums["gold"],
            "found": sums["found"],
            **{
                name: figure(self.counts, lambda row, at=at: f1(row[at], row[1], row[0]))  # type: ignore[misc]
                for at, name in enumerate(FIGURES, start=2)
            },
            "types": {
                kind: {"annotated": n, "matched": round(100 * hit / n, 1), "value": round(100 * right / n, 1)}
                for kind, (n, hit, right) in sorted(self.kinds.items())
            },
            "misses": list(self.misses),
            "bad_anchors": self.bad_anchors,
            "changed_texts": self.changed_texts,
        }


def measure(
    data: Path,
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int = 2,
    tell: Callable[[str], None] = lambda _: None,
) -> Score:
    """Reads the texts of a JSON Lines file with ``times`` and scores the times found.

    Raises ``UsageError`` when there is nothing to read, ``InputError`` for a line or text that cannot be read.
    """
    counts: list[tuple[int, ...]] = []
    kinds: dict[str, Counter[str]] = {}
    misses: list[dict[str, Any]] = []
    bad = changed = 0
    for one, reading in read(texts(data, "times"), build=build, limits=limits, workers=workers, tell=tell):
        counts.append(_counted(one, reading, kinds, misses))
        wrong = flaws(one, reading)
        bad, changed = bad + wrong[0], changed + wrong[1]
    by_kind = {kind: (tally["all"], tally["matched"], tally["right"]) for kind, tally in kinds.items()}
    return Score(tuple(counts), by_kind, tuple(misses), bad, changed)


def _counted(
    one: Text, reading: Reading, kinds: dict[str, Counter[str]], misses: list[dict[str, Any]]
) -> tuple[int, ...]:
    found = [mention for mention in reading.resolution.mentions if mention.kind == "time"]
    gold = [(x["start"], x["end"]) for x in one.gold]
    ours = [(mention.span.start, mention.span.end) for mention in found]
    hits: Counter[str] = Counter()
    for at, hit in enumerate(match(gold, ours)):
        wanted = one.gold[at]
        kind = kinds.setdefault(str(wanted["type"]), Counter())
        timex = None if hit is None else found[hit].timex
        right = timex is not None and timex[1] == wanted["value"]
        hits["relaxed"] += hit is not None
        hits["strict"] += hit is not None and ours[hit] == gold[at]
        hits["type"] += timex is not None and timex[0] == wanted["type"]
        hits["value"] += right
        kind.update({"all": 1, "matched": int(hit is not None), "right": int(right)})
        if not right:
            words = one.text[gold[at][0] : gold[at][1]]
            given = None if timex is None else timex[1]
            misses.append(
                {"text": one.id, "span": list(gold[at]), "words": words, "wanted": wanted["value"], "given": given}
            )
    return (len(gold), len(found), *(hits[name] for name in FIGURES))
