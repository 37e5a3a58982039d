"""What people judged of events, field by field: what of an event is judged, how it is written down and read again.

A value holds places in the text, codes and ids, never words of the text, so that judgements can be kept in the open
beside texts that cannot.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import InputError, UsageError
from dateline.model.text import Span
from dateline.store import Audit

Entry = Mapping[str, Any]
Value = dict[str, Any]


def _sides(side: str) -> Callable[[Entry], Value]:
    def value(entry: Entry) -> Value:
        return {"parties": [[*_ends(one["span"]), one["code"], one["sector"]] for one in entry[side]]}

    return value


def _place(entry: Entry) -> Value:
    place = entry["place"]
    return {"place": None if place is None else [*_ends(place["span"]), place["entity"]]}


def _date(entry: Entry) -> Value:
    date = entry["date"]
    return {"date": None if date is None else [date["first"], date["last"]]}


FIELDS: Mapping[str, Callable[[Entry], Value]] = {
    "real": lambda entry: {"trigger": _ends(entry["trigger"])},
    "type": lambda entry: {"type": entry["type"]},
    "actor": _sides("actors"),
    "recipient": _sides("recipients"),
    "place": _place,
    "date": _date,
    "status": lambda entry: {"status": entry["status"]},
}
"""The fields that are judged, in the order they are asked for, each with what of an event is judged."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An event that was judged. ``key`` is the text it stands in: a document's id, or the hash of a text; ``fields``
    has the last judgement of each field.
    """

    key: str
    trigger: Span
    fields: Mapping[str, Audit]

    @property
    def whole(self) -> bool:
        """Whether there is no more to ask: all fields are judged, or it is no event at all."""
        real = self.fields.get("real")
        return (real is not None and real.verdict == "wrong") or all(name in self.fields for name in FIELDS)


def standing(audits: Iterable[Audit], *, who: str | None = None) -> list[Judged]:
    """The judgements that stand, an event at a time, in the order of the first of each; those of ``who`` only."""
    found: dict[tuple[str, Span], dict[str, Audit]] = {}
    for one in audits:
        if who is None or one.who == who:
            found.setdefault((one.document, one.trigger), {})[one.field] = one
    return [Judged(document, trigger, fields) for (document, trigger), fields in found.items()]


def trigger_of(entry: Entry) -> Span:
    """Where the trigger of an event in the wire form stands."""
    return Span(*_ends(entry["trigger"]))


def line(judged: Judged, **about: Any) -> dict[str, Any]:
    """An event's judgements as a line of a file; ``about`` says which text it is (``report``, ``sha256``)."""
    fields = {
        name: {"verdict": one.verdict, "value": one.value, "who": one.who, "judged": one.judged}
        for name, one in judged.fields.items()
    }
    record = next(iter(judged.fields.values())).record
    trigger = [judged.trigger.start, judged.trigger.end]
    return {"document": judged.key, **about, "record": record, "trigger": trigger, "fields": fields}


def read(path: Path) -> Iterator[tuple[dict[str, Any], tuple[Audit, ...]]]:
    """The lines of a file of judgements, each with the judgements on it. ``InputError`` for what is no such line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot read judgements from '{path}': {fault}") from fault
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            try:
                value = json.loads(raw)
                yield value, tuple(_audits(value))
            except (ValueError, KeyError, TypeError, AttributeError) as fault:
                raise InputError(f"{path}, line {number}: no judgement of an event ({fault!r})") from fault


def _audits(value: Entry) -> Iterator[Audit]:
    for name, one in value["fields"].items():
        if name not in FIELDS:
            raise ValueError(f"no field '{name}'. Choices: {', '.join(FIELDS)}")
        yield Audit(
            who=one["who"],
            document=value["document"],
            record=value["record"],
            trigger=Span(*value["trigger"]),
            field=name,
            verdict=one["verdict"],
            value=one["value"],
            judged=one["judged"],
        )


def _ends(span: Entry) -> list[int]:
    return [span["start"], span["end"]]
