"""Status: of the events that sentences of a file name, how many have the status that the file says.

A line: ``{"id", "text", "trigger": [start, end], "status", "published"}``, the last if it is known. Each sentence is
read as a report of its own. Where the pipeline finds an event at the trigger, its status counts; where it finds none,
the trigger is asked by itself: the figure says how well status is read, not what is found (``found`` says that).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import InputError, UsageError
from dateline.extract.events.attribution import Attribution
from dateline.extract.events.candidate import Candidate
from dateline.extract.events.dating import Dates
from dateline.extract.events.status import Statuses
from dateline.extract.grammar import Grammar
from dateline.model.records import Status, events, statements
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate
from dateline.pipeline import Pipeline
from dateline.vocab.status import StatusWords, statuses

TARGET = 0.85
"""The macro-F1 that is to be reached at least."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the words that name an event and the status it has."""

    id: str
    document: Document
    trigger: Span
    status: Status


@dataclass(slots=True)
class StatusScore:
    """Counts of (status, status given); ``found`` are the events that the pipeline found itself."""

    tally: Counter[tuple[Status, Status]] = field(default_factory=Counter)
    found: int = 0
    wrong: list[dict[str, Any]] = field(default_factory=list)

    def wire(self) -> dict[str, Any]:
        """The figures as plain values: macro-F1 over the statuses that the file has, and each by itself."""
        present = [one for one in statuses() if any(gold == one for gold, _ in self.tally)]
        each = {one: self._of(one) for one in present}
        total = self.tally.total()
        return {
            "sentences": total,
            "found": self.found,
            "accuracy": _share(sum(n for (gold, ours), n in self.tally.items() if gold == ours), total),
            "macro_f1": round(sum(one["f1"] for one in each.values()) / len(each), 3) if each else 0.0,
            "target": TARGET,
            "statuses": each,
            "wrong": self.wrong,
        }

    def _of(self, status: Status) -> dict[str, Any]:
        right = self.tally[status, status]
        gold = sum(n for (one, _), n in self.tally.items() if one == status)
        ours = sum(n for (_, one), n in self.tally.items() if one == status)
        f1 = round(2 * right / (gold + ours), 3) if gold + ours else 0.0
        return {"sentences": gold, "precision": _share(right, ours), "recall": _share(right, gold), "f1": f1}


def measure_status(path: Path, pipeline: Pipeline) -> StatusScore:
    """Reads the sentences of ``path`` with ``pipeline`` and scores the status of the event each of them names."""
    score, words = StatusScore(), StatusWords.load()
    for case in _cases(path):
        ours, why, found = _status(case, pipeline, words)
        score.tally[case.status, ours] += 1
        score.found += found
        if ours != case.status:
            score.wrong.append({"id": case.id, "status": case.status, "ours": ours, "why": why, "found": found})
    return score


def _status(case: Case, pipeline: Pipeline, words: StatusWords) -> tuple[Status, str, bool]:
    reading = pipeline.walk(case.document)
    event = next((one for one in events(reading.records) if one.trigger.overlaps(case.trigger)), None)
    if event is not None:
        return event.status, event.why, True
    marks = pipeline.marks(case.document)
    grammar = Grammar(marks)
    candidate = _bare(grammar, case.trigger)
    date, _ = Dates(case.document, marks, grammar, words).of(candidate)
    told = Attribution(statements(reading.records)).of(candidate.span)
    statuses_ = Statuses(case.document, marks, grammar=grammar, words=words)
    status, _, why = statuses_.of(candidate, date=date, statement=told)
    return status, why, False


def _bare(grammar: Grammar, trigger: Span) -> Candidate:
    """A candidate without a frame: the word of the trigger that stands over its others."""
    tokens = grammar.between(trigger)
    inside = {one.index for one in tokens}
    head = next((one for one in tokens if one.head not in inside or one.head == one.index), tokens[0])
    return Candidate(head, head, trigger, ())


def _cases(path: Path) -> Iterator[Case]:
    try:
        raw = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot read sentences with a status from '{path}': {fault}") from fault
    for number, line in enumerate(raw, start=1):
        try:
            yield _case(json.loads(line), number)
        except (ValueError, KeyError, TypeError) as fault:
            raise InputError(f"{path}, line {number}: no sentence with a status ({fault!r})") from fault


def _case(row: Mapping[str, Any], number: int) -> Case:
    if row["status"] not in statuses():
        raise ValueError(f"no status '{row['status']}'. Choices: {', '.join(statuses())}")
    published = row.get("published")
    source = Source(published=None if published is None else PartialDate(published))
    name = str(row.get("id", number))
    document = Document(id=name, text=row["text"], source=source, language="en")
    trigger = Span(*row["trigger"])
    if not document[trigger].strip():
        raise ValueError("the trigger holds no word")
    return Case(name, document, trigger, row["status"])


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0
