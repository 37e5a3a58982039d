"""Marked texts for the tests of the tagger's inputs."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.model.marks import Marks
from dateline.model.text import Document
from dateline.vocab.load import table


@cache
def _model() -> Language:
    return load_model()


def shown(text: str) -> Marks:
    """``text`` as far as the tagger needs it marked."""
    document = Document(id="report", text=text, language="en")
    marks = Marks()
    for marker in (PartMarker(table("parts")), QuoteMarker(table("quotemarks")), LinguisticMarker(_model())):
        marks = marks.plus(marker.mark(document, marks))
    return marks
