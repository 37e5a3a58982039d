"""Annotated reports: texts with their toponyms and the places they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError
from dateline.evaluate.mentions import capture
from dateline.learn.places.transplanting import Transplanting
from dateline.mark.naming.page import Page
from dateline.mark.toponyms import ToponymMarker
from dateline.model.marks import Marks
from dateline.model.text import Document, Span
from dateline.pipeline import Pipeline

_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated toponym; ``lat`` and ``lon`` are None for one that the annotators could not place."""

    span: Span
    geonames: int | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A report with its marks, its annotated toponyms, and the forms that may be toponyms with their features.

    ``moved``: its places were replaced (see ``transplanting``).
    """

    collection: str
    fold: int
    document: Document
    marks: Marks
    gold: tuple[Gold, ...]
    forms: tuple[tuple[Span, dict[str, float]], ...]
    moved: bool = False

    def located(self, span: Span) -> Gold | None:
        """The annotated and placed toponym that ``span`` overlaps."""
        return next((one for one in self.gold if one.lat is not None and one.span.overlaps(span)), None)


def lessons(
    paths: Iterable[Path], *, pipeline: Pipeline, marker: ToponymMarker, moving: Transplanting
) -> Iterator[Lesson]:
    """The lessons of JSONL files in order, each as it is and moved; the fold of one is its line modulo five."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                entry, locator = json.loads(line), f"{path.name}#{number + 1}"
                for one, moved in ((entry, False), (moving.moved(entry), True)):
                    document = pipeline.read(capture(one, locator))
                    if document.text != one["text"]:
                        raise InputError(f"{locator}: the text was changed on reading")
                    marks = pipeline.marks(document, language="en")
                    gold = tuple(_gold(place) for place in one["places"])
                    forms = tuple(_forms(document, marks, marker))
                    yield Lesson(path.stem, number % _FOLDS, document, marks, gold, forms, moved)


def _forms(document: Document, marks: Marks, marker: ToponymMarker) -> Iterator[tuple[Span, dict[str, float]]]:
    page = Page(document, marks)
    for stretch, features in marker.examples(page, marks):
        yield page.span(stretch), {name: value for name, value in features.items() if value}


def _gold(entry: dict[str, object]) -> Gold:
    span = Span(int(str(entry["start"])), int(str(entry["end"])))
    number = entry.get("geonames")
    lat, lon = (None if entry.get(name) is None else float(str(entry[name])) for name in ("lat", "lon"))
    return Gold(span, None if number is None else int(str(number)), lat, lon)
