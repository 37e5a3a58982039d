"""A pipeline that loads no model: the real readers, and statements found by a pattern."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from dateline.errors import InputError
from dateline.model.ids import entity_id, record_id
from dateline.model.links import Entity, Link, Resolution
from dateline.model.marks import Mark, Marks
from dateline.model.records import Producer, Record, Statement
from dateline.model.text import Document, Span
from dateline.pipeline import Language, Pipeline

PRODUCERS = {"statements": "test", "machine": "test"}

_SAID = re.compile(r"(?P<who>[A-Z]\w+ [A-Z]\w+) (?P<cue>said|denied) (?P<what>[^.\n]+)")
_STANCES = {"said": "says", "denied": "denies"}


class Sayings:
    """Finds "Ada Quill said it rains". SLOW takes a tenth of a second, BREAK is a fault of the stage."""

    producer = Producer("statements", "test")
    needs: frozenset[type[Mark]] = frozenset()

    def extract(self, document: Document, marks: Marks, records: tuple[Record, ...]) -> Iterator[Statement]:
        if "SLOW" in document.text:
            time.sleep(0.1)
        if "HANG" in document.text:
            time.sleep(60)
        if "REFUSE" in document.text:
            raise InputError("this report cannot be read: it says so")
        for found in _SAID.finditer(document.text):
            who, cue, what = (Span(*found.span(name)) for name in ("who", "cue", "what"))
            yield Statement(
                id=record_id(document.id, "statement", who, cue, what),
                document=document.id,
                source=who,
                cue=cue,
                content=(what,),
                form="indirect",
                stance=_STANCES[found["cue"]],
                by=self.producer,
            )


class People:
    """Every name is a person, the same name the same one."""

    producer = Producer("people", "test")
    needs: frozenset[type[Mark]] = frozenset()

    def resolve(
        self, document: Document, marks: Marks, records: tuple[Statement, ...], known: Resolution
    ) -> Resolution:
        people: dict[str, Entity] = {}
        links = []
        for record in records:
            assert record.source is not None
            name = document[record.source]
            person = people.setdefault(
                name, Entity(entity_id(document.id, "person", record.source), "person", name, (name,))
            )
            links.append(Link(record.id, "speaker", person.id, "name"))
        return Resolution(entities=tuple(people.values()), links=tuple(links))


def build() -> Pipeline:
    """The pipeline; a worker process can build it too."""
    from dateline.read.all import readers

    english = Language(markers=(), extractors=(Sayings(),), resolvers=(People(),))
    return Pipeline(readers=readers(), languages={"en": english})
