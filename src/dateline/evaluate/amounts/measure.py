"""Reads the annotated sentences, each as a report of its own, and scores the amounts of their wire form."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker
from dateline.errors import InputError
from dateline.evaluate.amounts import counted
from dateline.evaluate.amounts.counted import Verdict
from dateline.evaluate.amounts.matching import Found, Pair, pairs
from dateline.evaluate.amounts.newsquant import Annotated, sentences
from dateline.evaluate.amounts.tables import Names
from dateline.evaluate.bootstrap import interval
from dateline.evaluate.mentions import f1, share
from dateline.evaluate.reading import readings
from dateline.model import wire
from dateline.stages import Capture


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of NewsQuant with our amounts in it and which are which."""

    sentence: Annotated
    found: tuple[Found, ...]
    pairs: tuple[Pair, ...]

    def miss(self) -> dict[str, Any] | None:
        """What is not right in it, as JSON-ready fields, or None."""
        met, used = {one.wanted for one in self.pairs}, {one.found for one in self.pairs}
        missed = [str(one.low) for number, one in enumerate(self.sentence.wanted) if number not in met]
        extra = [one.words for number, one in enumerate(self.found) if number not in used]
        units = [self.found[one.found].words for one in self.pairs if not one.unit]
        if not (missed or extra or units):
            return None
        where = {"sentence": self.sentence.line, "text": self.sentence.text}
        return {**where, "missed": missed, "extra": extra, "wrong_unit": units}


@dataclass(frozen=True, slots=True)
class Score:
    """Every sentence, and every verdict on a counted noun (None where these were not asked for)."""

    rows: tuple[Row, ...]
    nouns: tuple[Verdict, ...] | None = None

    def wire(self) -> dict[str, Any]:
        """The figures as plain values; shares are in per cent, ``low`` and ``high`` a bootstrap 95 % interval."""
        met = [one for row in self.rows for one in row.pairs]
        named = [one.noun for one in met if one.noun is not None]
        misses = [miss for row in self.rows if (miss := row.miss()) is not None]
        return {
            "sentences": len(self.rows),
            "annotated": sum(len(row.sentence.wanted) for row in self.rows),
            "found": sum(len(row.found) for row in self.rows),
            "value": _f1(self.rows, lambda row: len(row.pairs)),
            "value_unit": _f1(self.rows, lambda row: sum(one.unit for one in row.pairs)),
            "bound": _share([one.bound for one in met]),
            "noun": _share(named),
            "counted": None if self.nouns is None else _counted(self.nouns),
            "misses": misses,
            "counted_misses": [one.wire() for one in self.nouns or () if not one.right],
        }


def measure(
    data: Path,
    *,
    build: Callable[[], Walker],
    limits: Limits,
    gold: Path | None = None,
    workers: int = 2,
    tell: Callable[[str], None] = lambda _: None,
) -> Score:
    """Scores the sentences of ``data`` (a NewsQuant file, or a folder of data sets with one in it) and, with ``gold``,
    the annotated counted nouns of ``gold/amounts`` on the texts of that folder.

    Raises ``UsageError`` when there is nothing to read, ``InputError`` for what cannot be read.
    """
    asked = sentences(data)
    passages = counted.passages(gold, data) if gold is not None and data.is_dir() else []
    texts = [*(one.text for one in asked), *(one.text for one in passages)]
    captures = [_capture(number, text) for number, text in enumerate(texts)]
    found = readings(captures, build=build, limits=limits, workers=workers, tell=tell, total=len(captures))
    read = [_mentions(text, wire.reading(reading)) for text, reading in zip(texts, found, strict=True)]
    names = Names.load()
    rows = tuple(_row(one, mentions, names) for one, mentions in zip(asked, read, strict=False))
    if gold is None or not data.is_dir():
        return Score(rows)
    later = zip(passages, read[len(asked) :], strict=True)
    return Score(rows, tuple(verdict for one, mentions in later for verdict in counted.judged(one, mentions)))


def _capture(number: int, text: str) -> Capture:
    """A sentence is too short to tell its language by."""
    line = json.dumps({"id": str(number), "text": text, "language": "en"}, ensure_ascii=False)
    return Capture(f"sentence {number}", "jsonl", line.encode("utf-8"))


def _mentions(text: str, reading: wire.Wire) -> list[wire.Wire]:
    if reading["document"]["text"] != text:
        raise InputError(f"the text has changed while it was read: {text[:60]!r}")
    return [mention for mention in reading["mentions"] if mention["kind"] == "amount"]


def _row(sentence: Annotated, mentions: Iterable[wire.Wire], names: Names) -> Row:
    found = tuple(Found.of(mention) for mention in mentions)
    return Row(sentence, found, tuple(pairs(sentence.wanted, found, names)))


def _f1(rows: Sequence[Row], hits: Callable[[Row], int]) -> dict[str, float]:
    counts = [(hits(row), len(row.found), len(row.sentence.wanted)) for row in rows]
    low, high = interval(counts, lambda sums: f1(sums[0], sums[1], sums[2]))
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return {
        "f1": round(f1(right, found, wanted), 1),
        "precision": round(share(right, found), 1),
        "recall": round(share(right, wanted), 1),
        "low": low,
        "high": high,
    }


def _share(hits: Sequence[bool]) -> dict[str, float]:
    return {"right": sum(hits), "of": len(hits), "share": round(share(sum(hits), len(hits)), 1)}


def _counted(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    halves, collections = ("even", "odd"), sorted({one.passage.collection for one in verdicts})
    return {
        "all": _nouns(verdicts),
        "with_noun": _nouns([one for one in verdicts if one.amount.counted is not None]),
        "without_noun": _nouns([one for one in verdicts if one.amount.counted is None]),
        "halves": {half: _nouns([one for one in verdicts if one.half == half]) for half in halves},
        "collections": {
            name: _nouns([one for one in verdicts if one.passage.collection == name]) for name in collections
        },
    }


def _nouns(verdicts: Sequence[Verdict]) -> dict[str, float]:
    hits = [one.right for one in verdicts]
    low, high = interval([(int(hit), 1) for hit in hits], lambda sums: share(sums[0], sums[1]))
    return {
        "amounts": len(hits),
        "found": sum(one.found for one in verdicts),
        "right": sum(hits),
        "head": sum(one.head for one in verdicts),
        "share": round(share(sum(hits), len(hits)), 1),
        "low": low,
        "high": high,
    }
