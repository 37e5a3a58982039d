"""The events of a reading as rows: what they are listed and filtered by, and a row for each party."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.model.links import Coding, PartyRole, Reading
from dateline.model.records import Event, Statement
from dateline.model.text import Span
from dateline.store.columns import BETWEEN
from dateline.store.words import folded

Row = dict[str, Any]
_AS_THEY_ARE = ("start", "id", "type", "mode", "quad", "status", "statement", "score")

Names = Mapping[str, Sequence[str]]
"""All names of each entity."""


def events(reading: Reading, names: Names) -> Iterator[Row]:
    """A row for each event, at its position among the records."""
    voices = _Voices(reading, names)
    places = {link.subject: link.entity for link in reading.resolution.links if link.role == "place"}
    for position, record in enumerate(reading.records):
        if isinstance(record, Event):
            place = None if record.place is None else places.get(record.id)
            yield {
                "position": position,
                **{name: getattr(record, name) for name in _AS_THEY_ARE},
                "place": place,
                "located": _called(reading, record.place, names.get(place or "", ())),
                "voices": voices.of(record.statement),
                **days(record),
            }


def parties(reading: Reading, names: Names) -> Iterator[Row]:
    """A row for each actor and recipient of each event, in the order of the events, the actors first."""
    codings = {(one.event, one.role, one.position): one for one in reading.resolution.codings}
    for position, record in enumerate(reading.records):
        if isinstance(record, Event):
            for role, spans in _sides(record):
                for number, span in enumerate(spans):
                    coding = codings.get((record.id, role, number)) or Coding(record.id, role, number)
                    yield {
                        "position": position,
                        "role": role,
                        "number": number,
                        **{name: getattr(coding, name) for name in ("entity", "code", "sector")},
                        "basis": coding.basis or None,
                        "called": _called(reading, span, names.get(coding.entity or "", ())),
                    }


def days(event: Event) -> Row:
    """The first and last day on which it may have happened; None without a date of its own."""
    date = event.date
    if date is None:
        return {"earliest": None, "latest": None}
    return {"earliest": date.earliest.isoformat(), "latest": date.latest.isoformat()}


def _sides(event: Event) -> tuple[tuple[PartyRole, tuple[Span, ...]], ...]:
    return ("actor", event.actors), ("recipient", event.recipients)


def _called(reading: Reading, span: Span | None, names: Sequence[str]) -> str | None:
    if span is None:
        return None
    return BETWEEN.join(dict.fromkeys(folded(name) for name in (reading.document[span], *names)))


class _Voices:
    """Who reports what stands in a statement: its source, and those of the statements that it stands in itself."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self._reading = reading
        self._names = names
        self._speakers = {link.subject: link.entity for link in reading.resolution.links if link.role == "speaker"}
        self._statements: dict[str, Statement] = {one.id: one for one in reading.statements}

    def of(self, statement: str | None) -> str | None:
        """The names and words of all who report it, folded; None where it is the outlet's own voice."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        while statement in self._statements and statement not in seen:
            seen.add(statement)
            one = self._statements[statement]
            named = self._names.get(self._speakers.get(one.id, ""), ())
            own = () if one.source is None else (self._reading.document[one.source],)
            found.update(dict.fromkeys(folded(name) for name in (*named, *own)))
            statement = one.within
        return BETWEEN.join(found) if seen else None
