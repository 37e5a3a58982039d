"""Short texts with one word marked as the trigger of an event, read as reports of a day."""

from __future__ import annotations

import re
from functools import cache

from dateline import registry
from dateline.config import settings
from dateline.extract.events.candidate import Candidate
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate
from dateline.pipeline import Pipeline
from dateline.vocab.frames import Sense
from dateline.vocab.status import StatusWords

DAY = "2019-05-14"
"""A Tuesday: the day of publication."""


@cache
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


@cache
def words() -> StatusWords:
    return StatusWords.load()


def read(marked_up: str, type_: str | None = None, published: str | None = DAY) -> tuple[Document, Marks, Candidate]:
    """A report and its candidate; the trigger stands in asterisks, the event's type may be given."""
    before, trigger, after = re.split(r"\*", marked_up)
    day = None if published is None else PartialDate(published)
    document = Document("report", before + trigger + after, Source(published=day), language="en")
    marks = pipeline().marks(document)
    span = Span(len(before), len(before) + len(trigger))
    head = Grammar(marks).between(span)[-1]
    senses = () if type_ is None else (Sense("word", type_, None, None, ("subj",), ("obj",), 0.9, (), "word"),)
    return document, marks, Candidate(head, head, span, senses)
