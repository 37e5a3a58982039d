"""Sentences: what is found in single sentences whose events are all marked, many of which hold none.

A marked event takes the found one whose trigger (or other telling) overlaps its own, the same type first, else one of
the same type in the text. The fields are judged of events that were found, the figures one by one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from dateline.evaluate.events.marked import Marked, Number, number, read
from dateline.model.links import Reading
from dateline.model.records import Event
from dateline.model.text import Document, Span
from dateline.model.values import PartialDate

_AFTER_HEAD = re.compile(
    r",|\s(?:of|in|at|on|from|near|with|for|to|by|against|who|which|that|whom|whose)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_ASSUMED = frozenset({"published", "dateline"})  # dates that the sentence itself does not give

FIELDS = ("type", "mode", "status", "actor", "recipient", "place", "date")
"""What is judged of a found event. A mode is judged where the type is right."""


class Walking(Protocol):
    """What the sentences are read with: a ``Pipeline``."""

    def walk(self, document: Document) -> Reading:
        """All that is found in a document."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A marked event beside what was found of it: for each field whether it is right, nothing where it was missed.

    ``figures`` counts the right ones.
    """

    sentence: str
    marked: Marked
    fields: Mapping[str, bool]
    figures: int = 0

    def wire(self) -> dict[str, Any]:
        """Where it stands and what is wrong with it."""
        wrong = [name for name, right in self.fields.items() if not right]
        if self.figures < len(self.marked.figures):
            wrong.append("figures")
        span = self.marked.trigger
        return {
            "id": self.sentence,
            "trigger": [span.start, span.end],
            "type": self.marked.type,
            "wrong": wrong if self.fields else ["missed"],
        }


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """All that was compared, sentence by sentence. ``extra`` has the ids of the sentences where something was found
    that nobody marked, one for each such event; ``empty`` those of the sentences without an event.
    """

    sentences: int
    compared: tuple[Compared, ...]
    extra: tuple[str, ...]
    empty: tuple[str, ...]

    def wire(self) -> dict[str, Any]:
        """The figures as plain values; shares are in per cent."""
        hits = [one for one in self.compared if one.fields]
        clean = len(set(self.empty) - set(self.extra))
        fields = {name: [one.fields[name] for one in hits if name in one.fields] for name in FIELDS}
        numbers = sum(len(one.marked.figures) for one in hits)
        return {
            "sentences": self.sentences,
            "events": len(self.compared),
            "precision": _share(len(hits), len(hits) + len(self.extra)),
            "recall": _share(len(hits), len(self.compared)),
            "f1": _share(2 * len(hits), 2 * len(hits) + len(self.extra) + len(self.compared) - len(hits)),
            "fields": {name: _counted(sum(right), len(right)) for name, right in fields.items()},
            "figures": _counted(sum(one.figures for one in hits), numbers),
            "without_event": _counted(clean, len(self.empty)),
            "types": {name: self._type(name) for name in sorted({one.marked.type for one in self.compared})},
            "extra": list(self.extra),
            "wrong": [told for one in self.compared if (told := one.wire())["wrong"]],
        }

    def _type(self, name: str) -> dict[str, int]:
        some = [one for one in self.compared if one.marked.type == name]
        typed = sum(one.fields.get("type", False) for one in some)
        return {"events": len(some), "found": sum(bool(one.fields) for one in some), "typed": typed}


def measure_sentences(path: Path, pipeline: Walking) -> SentenceScore:
    """Reads the sentences of ``path`` with ``pipeline`` and compares what it finds with what is marked.

    Raises ``UsageError`` when there is no such file, ``InputError`` for a line that is not as it should be.
    """
    sentences = list(read(path))
    compared: list[Compared] = []
    extra: list[str] = []
    for one in sentences:
        found = pipeline.walk(one.document).events
        pairs = paired(one.events, found)
        compared += (_compared(one.document, event, found[at] if at is not None else None) for event, at in pairs)
        extra += [one.document.id] * (len(found) - sum(at is not None for _, at in pairs))
    empty = tuple(one.document.id for one in sentences if not one.events)
    return SentenceScore(len(sentences), tuple(compared), tuple(extra), empty)


def paired(marked: Sequence[Marked], found: Sequence[Event]) -> list[tuple[Marked, int | None]]:
    """Each marked event with the number of the found one that it takes, one to one, the best pairs first."""
    ranked = sorted(
        (not touches, one.type != event.type, place, at)
        for place, one in enumerate(marked)
        for at, event in enumerate(found)
        if (touches := any(one.trigger.overlaps(x) for x in (event.trigger, *event.evidence))) or one.type == event.type
    )
    taken: dict[int, int] = {}
    for *_, place, at in ranked:
        if place not in taken and at not in taken.values():
            taken[place] = at
    return [(one, taken.get(place)) for place, one in enumerate(marked)]


def _compared(document: Document, marked: Marked, found: Event | None) -> Compared:
    if found is None:
        return Compared(document.id, marked, {})
    fields = {
        "type": found.type == marked.type,
        "mode": found.mode == marked.mode,
        "status": found.status == marked.status,
        "actor": _same_parties(document, marked.actors, found.actors),
        "recipient": _same_parties(document, marked.recipients, found.recipients),
        "place": _same_place(marked.place, found.place),
        "date": _same_date(marked.date, found.date),
    }
    if not fields["type"]:
        del fields["mode"]
    given = Counter(Number(one.name, number(one.quantity.low), number(one.quantity.high)) for one in found.figures)
    return Compared(document.id, marked, fields, (given & Counter(marked.figures)).total())


def _same_parties(document: Document, marked: Sequence[Span], found: Sequence[Span]) -> bool:
    """Whether each of the marked parties was found and nobody else: the head of each phrase lies in the other."""

    def same(one: Span, other: Span) -> bool:
        return _head(document, one).overlaps(other) and _head(document, other).overlaps(one)

    return all(any(same(a, b) for b in found) for a in marked) and all(any(same(a, b) for a in marked) for b in found)


def _head(document: Document, phrase: Span) -> Span:
    """The last word before the first comma, preposition or relative pronoun: near enough for noun phrases."""
    words = document[phrase]
    cut = _AFTER_HEAD.search(words)
    heads = list(_WORD.finditer(words[: cut.start()] if cut else words))
    return Span(phrase.start + heads[-1].start(), phrase.start + heads[-1].end()) if heads else phrase


def _same_place(marked: Span | None, found: Span | None) -> bool:
    return found is None if marked is None else found is not None and found.overlaps(marked)


def _same_date(marked: PartialDate | None, found: PartialDate | None) -> bool:
    """Whether the found date lies within the marked one; where none is marked, whether the sentence gave none."""
    if marked is None or found is None:
        return marked is None and (found is None or found.basis in _ASSUMED)
    return marked.earliest <= found.earliest and found.latest <= marked.latest


def _counted(right: int, of: int) -> dict[str, float | int | None]:
    return {"of": of, "right": right, "share": _share(right, of)}


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
