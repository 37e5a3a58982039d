"""Recall: of the events that a reader marked in whole texts, how many are found.

A line of the file: ``{"collection", "report", "sha256", "range": [start, end] or null, "events": [{"start", "end",
"type", "also": [[start, end], ...]}]}``. ``start`` and ``end`` are those of the words that tell of the event, ``also``
those of its other tellings. An event is found when one of ours has a trigger (or other telling) that overlaps any of
them, each of ours standing for one; it is typed when the type is the same too. See bench/gold/README.md.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker
from dateline.errors import InputError, UsageError
from dateline.evaluate.events.precision import wilson
from dateline.evaluate.events.texts import found, read
from dateline.evaluate.gold import HERE
from dateline.model.records import Event
from dateline.model.text import Span

TARGET = 70
"""The share, in per cent, that is to be found at least."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An event that a reader marked: where its tellings stand, and of what type it is, if that was said."""

    spans: tuple[Span, ...]
    type: str | None


@dataclass(slots=True)
class Recall:
    """What became of the marked events, by collection and type; ``extra`` counts ours that nobody marked."""

    tally: Counter[tuple[str, str | None, str]] = field(default_factory=Counter)
    texts: int = 0
    extra: int = 0
    misses: list[dict[str, Any]] = field(default_factory=list)

    def wire(self) -> dict[str, Any]:
        """The figures as plain values; shares are in per cent."""
        collections = sorted({collection for collection, _, _ in self.tally})
        types = sorted({kind for _, kind, _ in self.tally if kind is not None})
        return {
            "texts": self.texts,
            **self._of(lambda *_: True),
            "extra": self.extra,
            "target": TARGET,
            "collections": {name: self._of(lambda one, _, name=name: one == name) for name in collections},
            "types": {name: self._of(lambda _, kind, name=name: kind == name) for name in types},
            "misses": self.misses,
        }

    def _of(self, meant: Callable[..., bool]) -> dict[str, Any]:
        counts: Counter[str] = Counter()
        for (collection, kind, verdict), number in self.tally.items():
            if meant(collection, kind):
                counts[verdict] += number
        marked, hits = counts.total(), counts["found"] + counts["typed"]
        low, high = wilson(hits, marked)
        return {
            "marked": marked,
            "found": hits,
            "recall": round(100 * hits / marked, 1) if marked else None,
            "low": round(100 * low, 1),
            "high": round(100 * high, 1),
            "typed": counts["typed"],
        }


def measure(
    path: Path,
    data: Path,
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int = 2,
    gold: Path = HERE,
    tell: Callable[[str], None] = lambda _: None,
) -> Recall:
    """Reads the texts of a file of marked events and says how many of the events are found."""
    lines, score = _lines(path), Recall()
    texts = found(data, lines, gold=gold)
    done = read(texts, build=build, limits=limits, workers=workers, tell=tell)
    for line, (text, reading) in zip(lines, done, strict=True):
        marked = [_marked(one) for one in line["events"]]
        ours = [one for one in reading.events if _lies_in(one, line.get("range"))]
        verdicts, extra = match(marked, ours)
        score.texts += 1
        score.extra += extra
        for one, verdict in zip(marked, verdicts, strict=True):
            score.tally[text.collection, one.type, verdict] += 1
            if verdict == "missed":
                ends = [one.spans[0].start, one.spans[0].end]
                score.misses.append({"report": text.report, "span": ends, "type": one.type})
    return score


def match(marked: Sequence[Marked], ours: Sequence[Event]) -> tuple[list[str], int]:
    """For each marked event typed, found or missed; and how many of ours stand for none. Same types go first."""
    pairs = sorted(
        (one.type != event.type, number, at)
        for number, one in enumerate(marked)
        for at, event in enumerate(ours)
        if any(a.overlaps(b) for a in one.spans for b in (event.trigger, *event.evidence))
    )
    verdicts, taken = ["missed"] * len(marked), set[int]()
    for other, number, at in pairs:
        if verdicts[number] == "missed" and at not in taken:
            verdicts[number] = "found" if other else "typed"
            taken.add(at)
    return verdicts, len(ours) - len(taken)


def _lies_in(event: Event, stretch: Sequence[int] | None) -> bool:
    return stretch is None or (stretch[0] <= event.trigger.start and event.trigger.end <= stretch[1])


def _marked(one: Mapping[str, Any]) -> Marked:
    spans = (Span(one["start"], one["end"]), *(Span(*also) for also in one.get("also", ())))
    return Marked(spans, one.get("type"))


def _lines(path: Path) -> list[dict[str, Any]]:
    """The lines of the file, each checked to be one."""
    try:
        raw = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot read marked events from '{path}': {fault}") from fault
    lines = []
    for number, one in enumerate(raw, start=1):
        try:
            line = json.loads(one)
            _check(line["sha256"], map(_marked, line["events"]))
        except (ValueError, KeyError, TypeError) as fault:
            raise InputError(f"{path}, line {number}: no marked events ({fault!r})") from fault
        lines.append(line)
    if not lines:
        raise UsageError(f"there are no marked events in '{path}'")
    return lines


def _check(digest: object, marked: Iterable[Marked]) -> None:
    if not isinstance(digest, str):
        raise ValueError(f"no hash of a text: {digest!r}")
    list(marked)
