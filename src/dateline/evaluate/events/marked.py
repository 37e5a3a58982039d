"""Sentences whose events are all marked, as a file has them: a sentence a line.

``{"id", "text", "published", "events": [{"trigger": [start, end], "type", "mode", "status", "actors": [[start, end],
...], "recipients", "place", "date", "figures": [{"name", "low", "high"}]}]}``. A date is a day, a month or a year, or a
stretch "2021-03-01/2021-03-07", None where the sentence gives none. bench/gold/README.md has the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import AnchorError, InputError, UsageError, ValueFault
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate


@dataclass(frozen=True, slots=True)
class Number:
    """A figure that goes with a marked event; ``high`` is None for "at least"."""

    name: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Marked:
    """An event as it is marked. ``date`` is None where the sentence gives none."""

    trigger: Span
    type: str
    mode: str | None
    status: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    place: Span | None
    date: PartialDate | None
    figures: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of the file: the sentence as a report of its own, and its events."""

    document: Document
    events: tuple[Marked, ...]


def read(path: Path) -> Iterator[Sentence]:
    """The lines of the file."""
    try:
        raw = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot read sentences with their events from '{path}': {fault}") from fault
    for at, line in enumerate(raw, start=1):
        try:
            yield _sentence(json.loads(line), at)
        except (ValueError, KeyError, TypeError, AnchorError, ValueFault) as fault:
            raise InputError(f"{path}, line {at}: no sentence with its events ({fault!r})") from fault


def number(given: Any) -> float | None:
    """A number of the file or of a quantity, to be compared."""
    return None if given is None else float(given)


def _sentence(row: Any, at: int) -> Sentence:
    if not isinstance(row, dict):
        raise TypeError("not an object")
    published = row.get("published")
    source = Source(published=None if published is None else PartialDate(published))
    document = Document(id=str(row.get("id", at)), text=row["text"], source=source, language="en")
    marked = tuple(_marked(one) for one in row["events"])
    if any(span.end > len(document.text) for one in marked for span in (one.trigger, *one.actors, *one.recipients)):
        raise ValueError("a span ends after the text")
    return Sentence(document, marked)


def _marked(one: Mapping[str, Any]) -> Marked:
    place, date = one["place"], one["date"]
    return Marked(
        trigger=Span(*one["trigger"]),
        type=one["type"],
        mode=one["mode"],
        status=one["status"],
        actors=_spans(one["actors"]),
        recipients=_spans(one["recipients"]),
        place=None if place is None else Span(*place),
        date=None if date is None else PartialDate(*date.split("/")),
        figures=tuple(Number(x["name"], number(x["low"]), number(x["high"])) for x in one["figures"]),
    )


def _spans(given: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*ends) for ends in given)
