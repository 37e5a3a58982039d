"""Marks of short texts through the real model, which is loaded once, and the two markers under test."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from dateline import registry
from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.names import NameMarker
from dateline.mark.parts import PartMarker
from dateline.mark.references import ReferenceMarker
from dateline.model.marks import Marks
from dateline.model.text import Document
from dateline.vocab.load import table
from dateline.vocab.pronouns import pronouns
from dateline.vocab.roles import roles


@cache
def _model() -> Language:
    return load_model()


@cache
def name_marker() -> NameMarker:
    """The marker with the vocabulary that ships."""
    return registry.name_marker()


@cache
def reference_marker() -> ReferenceMarker:
    """The marker with the vocabulary that ships."""
    return ReferenceMarker(roles=roles(), pronouns=pronouns())


@cache
def marked(text: str) -> tuple[Document, Marks]:
    """A text with everything that names and references need, and these."""
    document = Document("d", text, language="en")
    marks = Marks()
    for marker in (PartMarker(table("parts")), LinguisticMarker(_model()), name_marker(), reference_marker()):
        marks = marks.plus(marker.mark(document, marks))
    return document, marks
