"""What judgements are worth for a new reading: an unchanged value keeps its verdict, another is to be judged again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.evaluate.events.judgements import FIELDS, Entry, Judged, trigger_of
from dateline.evaluate.events.precision import precision


@dataclass(frozen=True, slots=True)
class Change:
    """A field that was judged with another value than it has now."""

    judged: Judged
    field: str
    now: Mapping[str, Any]

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields."""
        audit = self.judged.fields[self.field]
        return {
            "document": self.judged.key,
            "trigger": [self.judged.trigger.start, self.judged.trigger.end],
            "field": self.field,
            "verdict": audit.verdict,
            "judged": audit.value,
            "now": self.now,
        }


@dataclass(slots=True)
class Rescored:
    """``kept``: the events that are still found, with the judgements that still hold. ``changed``: what is to be judged
    again. ``gone``: the events that are found no more; ``unread``: those of texts that are not there.
    """

    kept: list[Judged] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    gone: list[Judged] = field(default_factory=list)
    unread: list[Judged] = field(default_factory=list)

    def wire(self) -> dict[str, Any]:
        """The precision by the judgements that hold, and the rest, as plain values."""
        return {
            **precision(self.kept),
            "changed": [one.wire() for one in self.changed],
            "gone": {
                name: sum(_verdict(one) == name for one in self.gone)
                for name in ("right", "wrong", "unsure", "unjudged")
            },
            "unread": len(self.unread),
        }


def rescored(judged: Iterable[Judged], now: Mapping[str, Sequence[Entry]]) -> Rescored:
    """The judgements against the events found ``now``, by the key of their text."""
    found = Rescored()
    for one in judged:
        if one.key not in now:
            found.unread.append(one)
            continue
        entry = _same(one, now[one.key])
        if entry is None:
            found.gone.append(one)
            continue
        values = {name: FIELDS[name](entry) for name in one.fields}
        held = {name for name, value in values.items() if name == "real" or value == one.fields[name].value}
        found.kept.append(Judged(one.key, one.trigger, {name: one.fields[name] for name in one.fields if name in held}))
        found.changed += (Change(one, name, values[name]) for name in one.fields if name not in held)
    return found


def _same(judged: Judged, entries: Sequence[Entry]) -> Entry | None:
    """The event with the same trigger, else the one whose trigger shares most with it."""

    def shared(entry: Entry) -> tuple[bool, int]:
        trigger = trigger_of(entry)
        common = min(trigger.end, judged.trigger.end) - max(trigger.start, judged.trigger.start)
        return trigger == judged.trigger, common

    best = max(entries, key=shared, default=None)
    return best if best is not None and shared(best)[1] > 0 else None


def _verdict(one: Judged) -> str:
    real = one.fields.get("real")
    return "unjudged" if real is None else real.verdict
