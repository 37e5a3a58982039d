"""The attribution benchmark: our statements against annotated ones (``matching`` has the protocol)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker
from dateline.evaluate import calibration
from dateline.evaluate.calibration import Judged
from dateline.evaluate.matching import Match, core, kinds, match, trio
from dateline.evaluate.reading import readings
from dateline.evaluate.standoff import Gold, reports
from dateline.model.links import Reading
from dateline.model.records import Statement
from dateline.stages import Capture

ROLES = ("source", "cue", "content")

Counts = tuple[int, int, int]
"""How many, of them matched by content, of them with source too."""


@dataclass(frozen=True, slots=True)
class Score:
    """What was found in how many. ``kinds`` counts annotated statements by kind, ``found_kinds`` found ones;
    ``judged`` has the score of each found statement with whether content and source are right.
    """

    gold: int
    found: int
    content: int
    source: int
    exact: dict[str, tuple[int, int, int]]
    kinds: dict[str, Counts]
    found_kinds: dict[str, Counts]
    judged: tuple[Judged, ...] = ()
    bad_anchors: int = 0
    changed_texts: int = 0

    @property
    def f1(self) -> tuple[float, float]:
        """F1 of the content, and of content and source, in per cent."""
        return _f1(self.content, self.found, self.gold), _f1(self.source, self.found, self.gold)

    def recall(self, kind: str) -> float | None:
        """Of the annotated statements of ``kind``, the share found with its source, in per cent; None of none."""
        return _share(self.kinds[kind][2], self.kinds[kind][0]) if kind in self.kinds else None

    def wire(self) -> dict[str, Any]:
        """The figures as plain values; shares are in per cent, those of ``calibration`` of 1."""
        content, source = self.f1
        return {
            "annotated": self.gold,
            "found": self.found,
            "content": content,
            "content_source": source,
            "exact": {role: _f1(*tally) for role, tally in self.exact.items()},
            "recall": _shares(self.kinds, "annotated"),
            "precision": _shares(self.found_kinds, "found"),
            "calibration": calibration.wire(self.judged),
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
    """Reads the annotated reports of ``data`` (see ``standoff.reports``) and scores the statements found.

    Raises ``InputError`` for a report that cannot be read.
    """
    annotated = list(reports(data))
    captures = [Capture(name, "plain", text.encode("utf-8")) for name, text, _ in annotated]
    tally = Tally()
    found = readings(captures, build=build, limits=limits, workers=workers, tell=tell, total=len(captures))
    for (_, text, gold), reading in zip(annotated, found, strict=True):
        tally.add(text, gold, reading)
    return tally.score()


class Tally:
    """Adds up reports."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._exact: dict[str, list[int]] = {role: [0, 0, 0] for role in ROLES}
        self._kinds: dict[str, list[int]] = {}
        self._found_kinds: dict[str, list[int]] = {}
        self._judged: list[Judged] = []

    def add(
        self,
        text: str,
        gold: Sequence[Gold],
        reading: Reading,
        *,
        sorts: Sequence[Collection[str]] | None = None,
    ) -> Match:
        """Counts one report: its annotated statements against those of its reading; returns which are which.

        ``sorts`` are the kinds of the annotated statements where the text does not show them.
        """
        statements = [record for record in reading.records if isinstance(record, Statement)]
        self._counts["changed"] += reading.document.text != text
        self._counts["bad"] += sum(span.end > len(text) for one in statements for span in one.spans)
        matched = self.add_found(text, gold, [trio(one) for one in statements], sorts=sorts)
        right = {matched.pairs[number] for number in matched.sourced}
        self._judged += [(one.score, number in right) for number, one in enumerate(statements)]
        return matched

    def add_found(
        self,
        text: str,
        gold: Sequence[Gold],
        found: Sequence[Gold],
        *,
        sorts: Sequence[Collection[str]] | None = None,
    ) -> Match:
        """As ``add``, for statements found by anybody, which have no scores."""
        matched = match(text, gold, found)
        self._counts["gold"] += len(gold)
        self._counts["found"] += len(found)
        self._counts["content"] += len(matched.pairs)
        self._counts["source"] += len(matched.sourced)
        for number, sort in enumerate(sorts if sorts is not None else [kinds(text, one) for one in gold]):
            _count(self._kinds, sort, hit=number in matched.pairs, both=number in matched.sourced)
        theirs = {ours: number for number, ours in matched.pairs.items()}
        for number, one in enumerate(found):
            both = theirs.get(number) in matched.sourced
            _count(self._found_kinds, kinds(text, one), hit=number in theirs, both=both)
        self._add_exact(text, gold, found)
        return matched

    def _add_exact(self, text: str, gold: Sequence[Gold], found: Sequence[Gold]) -> None:
        for role, counts in self._exact.items():
            theirs = {core(text, span) for one in gold for span in getattr(one, role)}
            ours = {core(text, span) for one in found for span in getattr(one, role)}
            counts[0] += len(theirs & ours)
            counts[1] += len(ours)
            counts[2] += len(theirs)

    def score(self) -> Score:
        """The sums as they stand."""
        counts = self._counts
        return Score(
            gold=counts["gold"],
            found=counts["found"],
            content=counts["content"],
            source=counts["source"],
            exact={role: (a, b, c) for role, (a, b, c) in self._exact.items()},
            kinds={kind: (a, b, c) for kind, (a, b, c) in self._kinds.items()},
            found_kinds={kind: (a, b, c) for kind, (a, b, c) in self._found_kinds.items()},
            judged=tuple(self._judged),
            bad_anchors=counts["bad"],
            changed_texts=counts["changed"],
        )


def _count(counts: dict[str, list[int]], sort: Iterable[str], *, hit: bool, both: bool) -> None:
    for kind in sort:
        counted = counts.setdefault(kind, [0, 0, 0])
        counted[0] += 1
        counted[1] += hit
        counted[2] += both


def _shares(counts: dict[str, Counts], total: str) -> dict[str, dict[str, Any]]:
    return {
        kind: {total: n, "content": _share(hits, n), "content_source": _share(both, n)}
        for kind, (n, hits, both) in sorted(counts.items())
    }


def _f1(hits: int, found: int, gold: int) -> float:
    return round(200 * hits / max(1, found + gold), 1)


def _share(hits: int, of: int) -> float:
    return round(100 * hits / max(1, of), 1)
