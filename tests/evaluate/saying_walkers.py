"""A walker for the attribution benches that finds `Ada Quill said it rains.`, and no other verb."""

import re

from dateline.model.ids import document_id, record_id
from dateline.model.links import Reading
from dateline.model.records import Statement
from dateline.model.text import Document, Span

_SAID = re.compile(r"(?P<who>[^\W_]+ [^\W_]+) (?P<cue>said) (?P<what>[^.\n]+)")


class Sayings:
    def read(self, capture):
        text = capture.raw.decode()
        return Document(document_id(text=text, outlet=None, url=None, published=None), text)

    def walk(self, document, clock):
        return Reading(document, tuple(map(self.statement, _SAID.finditer(document.text))))

    def statement(self, found):
        who, cue, what = (Span(*found.span(name)) for name in ("who", "cue", "what"))
        return Statement(
            id=record_id("report", "statement", who, cue, what),
            document="report",
            source=who,
            cue=cue,
            content=(what,),
            form="indirect",
            stance="says",
            score=0.75,
        )


def sayings():
    return Sayings()
