"""Seals a text: the one place where a document is made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.model.ids import document_id
from dateline.model.text import Document, Source
from dateline.model.values import PartialDate
from dateline.read.language import UNKNOWN, LanguageDetector
from dateline.read.soundness import check_string, check_text
from dateline.stages import Capture


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in a capture. ``trusted`` is False for a declared language that is often wrong:
    it counts only where the text does not show its own."""

    text: str
    source: Source = field(default_factory=Source)
    title: str | None = None
    trusted: bool = True
    issues: tuple[str, ...] = ()


def seal(capture: Capture, found: Found, detector: LanguageDetector) -> Document:
    """The document of what was found, with its id and its language.

    It takes its date from the capture when the report has none. Raises ``InputError`` for a text that is empty
    or cannot be kept.
    """
    check_string(found.text, "the text")
    check_text(found.text)
    source = found.source
    if source.published is None and capture.published is not None:
        source = replace(source, published=PartialDate(capture.published, basis="published"))
    verdict = detector.judge(found.text, source.language if found.trusted else None)
    if verdict.code == UNKNOWN:
        verdict = detector.judge(found.text, source.language)
    date = None if source.published is None else source.published.first
    return Document(
        id=document_id(text=found.text, outlet=source.outlet, url=source.url, published=date),
        text=found.text,
        source=source,
        title=found.title,
        language=verdict.code,
        issues=(*found.issues, *verdict.issues),
    )
