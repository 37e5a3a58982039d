"""The counted noun: our own annotations of it, and which of our amounts have it right.

An annotated amount is found when one of ours covers its figure. Its noun is right when the spans are the same but for
an article before them, or when neither has one; ``head`` asks for the same last word only.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import InputError, UsageError
from dateline.model.text import Span

_ARTICLE = re.compile(r"(?:the|a|an|its|their|his|her|our|my|your|these|those|this|that|all)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """Where a figure stands, and what it counts, or None. Offsets are those of the passage."""

    figure: Span
    counted: Span | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its amounts. ``number`` counts the passages of a collection from 0, ``start`` is where it
    begins in its text.
    """

    collection: str
    number: int
    line: int
    start: int
    text: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An annotated amount, what we said that it counts (None too where the amount was not found), and the verdict."""

    passage: Passage
    amount: Amount
    given: Span | None
    found: bool
    right: bool
    head: bool

    @property
    def half(self) -> str:
        """The half its passage belongs to: errors are read on the even one only."""
        return "odd" if self.passage.number % 2 else "even"

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields, with offsets into the text of the collection."""
        base = self.passage.start
        spans = {"amount": self.amount.figure, "counted": self.amount.counted, "given": self.given}
        return {
            "collection": self.passage.collection,
            "line": self.passage.line,
            **{name: None if one is None else [base + one.start, base + one.end] for name, one in spans.items()},
            "found": self.found,
        }


def passages(gold: Path, data: Path) -> list[Passage]:
    """The annotated passages of ``gold/amounts`` with their texts from the folder ``data``.

    A collection that is not under ``data`` is left out. Raises ``UsageError`` when there is nothing to read,
    ``InputError`` for a passage whose text is another.
    """
    table = gold / "amounts" / "collections.toml"
    if not table.is_file():
        raise UsageError(f"no annotated amounts in '{gold}': it needs amounts/collections.toml")
    found: list[Passage] = []
    for name, where in sorted(tomllib.loads(table.read_text(encoding="utf-8")).items()):
        if (data / where["file"]).exists():
            lines = (gold / "amounts" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
            rows = [json.loads(line) for line in lines]
            texts = _texts(data / where["file"], {row["line"] for row in rows})
            found += (_passage(name, number, row, texts) for number, row in enumerate(rows))
    return found


def judged(passage: Passage, mentions: Sequence[Mapping[str, Any]]) -> Iterator[Verdict]:
    """The verdicts on the amounts of one passage, given the mentions of its reading in the wire form."""
    ours = [_ours(mention) for mention in mentions if mention["kind"] == "amount"]
    for amount in passage.amounts:
        place = next((n for n, (span, _) in enumerate(ours) if span.covers(amount.figure)), None)
        given = None if place is None else ours[place][1]
        right = place is not None and _core(passage.text, given) == _core(passage.text, amount.counted)
        ends = [None if one is None else one.end for one in (given, amount.counted)]
        yield Verdict(passage, amount, given, place is not None, right, place is not None and ends[0] == ends[1])


def _ours(mention: Mapping[str, Any]) -> tuple[Span, Span | None]:
    span, counted = mention["span"], mention["quantity"]["counted"]
    return Span(span["start"], span["end"]), None if counted is None else Span(counted["start"], counted["end"])


def _core(text: str, span: Span | None) -> tuple[int, int] | None:
    if span is None:
        return None
    article = _ARTICLE.match(text, span.start, span.end)
    return article.end() if article else span.start, span.end


def _texts(path: Path, wanted: set[int]) -> dict[int, str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return {number: json.loads(line)["text"] for number, line in enumerate(lines) if number in wanted}


def _passage(name: str, number: int, row: Mapping[str, Any], texts: Mapping[int, str]) -> Passage:
    start = row["start"]
    text = texts.get(row["line"], "")[start : row["end"]]
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
        raise InputError(f"{name}: line {row['line']}: the text that was annotated is not in the data")
    amounts = tuple(_amount(one, start) for one in row["amounts"])
    return Passage(name, number, row["line"], start, text, amounts)


def _amount(row: Mapping[str, Any], start: int) -> Amount:
    first, last = row["figure"]
    counted = None if row["counted"] is None else Span(row["counted"][0] - start, row["counted"][1] - start)
    return Amount(Span(first - start, last - start), counted)
