"""Learning of places: the choice that is planted is found, annotated reports are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dateline.errors import InputError
from dateline.learn.places.choosing import Choices, fit_choices, joined
from dateline.learn.places.lessons import Lesson, lessons
from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import Marks
from dateline.model.text import Document, Span

TEXT = "Rain fell on Marrowgate. Quill stayed dry."
PLANTED = np.array([2.0, -1.0, 0.0])


def planted(forms: int = 600, each: int = 4) -> Choices:
    """Candidates of which the right ones were drawn with the planted weights."""
    draw = np.random.default_rng(4)
    parts: list[Any] = []
    for _ in range(forms):
        rows = draw.normal(size=(each, 3))
        score = np.exp(rows @ PLANTED)
        right = np.zeros(each)
        right[draw.choice(each, p=score / score.sum())] = 1.0
        parts.append((rows, [slice(0, each)], [right], [1.0]))
    return joined(parts)


def test_planted_weights_are_found() -> None:
    assert np.abs(fit_choices(planted()) - PLANTED).max() < 0.35


def test_fitting_is_the_same_each_time() -> None:
    assert fit_choices(planted(50)).tolist() == fit_choices(planted(50)).tolist()


def test_form_that_weighs_nothing_teaches_nothing() -> None:
    rows = np.array([[1.0], [0.0], [0.0], [1.0]])
    truths = [np.array([1.0, 0.0]), np.array([1.0, 0.0])]
    slices = [slice(0, 2), slice(2, 4)]
    one, other = (fit_choices(joined([(rows, slices, truths, [1.0, weight])])) for weight in (1e-9, 1.0))
    assert one[0] > 0.5
    assert abs(other[0]) < 0.01


def test_any_of_several_right_candidates_may_win() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
    weights = fit_choices(joined([(rows, [slice(0, 3)], [np.array([1.0, 1.0, 0.0])], [1.0])]))
    assert weights[0] == pytest.approx(weights[1])
    assert weights[0] > 0.5


class FakePipeline:
    """Reads the text of a line, and marks its words."""

    def read(self, capture: Any) -> Document:
        entry = json.loads(capture.raw)
        return Document("d", entry["text"].replace("\t", " "), language="en")

    def marks(self, document: Document, *, language: str) -> Marks:
        return Marks()


class FakeMarker:
    """Takes nothing for a form."""

    def examples(self, page: Page, marks: Marks) -> list[tuple[Stretch, dict[str, float]]]:
        return []


class FakeMoving:
    """Moves a report nowhere."""

    def moved(self, entry: dict[str, Any]) -> dict[str, Any]:
        return {**entry, "outlet": None}


def read(path: Path) -> list[Lesson]:
    fakes: Any = {"pipeline": FakePipeline(), "marker": FakeMarker(), "moving": FakeMoving()}
    return list(lessons([path], **fakes))


def line(text: str = TEXT, **more: Any) -> str:
    place = {"start": 13, "end": 23, "text": "Marrowgate", "geonames": 7, "lat": 1.0, "lon": 2.0}
    open_end = {"start": 25, "end": 30, "text": "Quill", "geonames": None, "lat": None, "lon": None}
    return json.dumps({"id": "a", "text": text, "places": [place, open_end], **more}) + "\n"


def test_each_line_gives_a_report_as_it_is_and_moved(tmp_path: Path) -> None:
    path = tmp_path / "toy.jsonl"
    path.write_text("".join(line() for _ in range(7)), encoding="utf-8")
    found = read(path)
    assert [(one.fold, one.moved) for one in found] == [(n % 5, moved) for n in range(7) for moved in (False, True)]
    assert {one.collection for one in found} == {"toy"}


def test_annotated_places_are_read(tmp_path: Path) -> None:
    path = tmp_path / "toy.jsonl"
    path.write_text(line(published="2017-13-45"), encoding="utf-8")
    lesson = read(path)[0]
    located = lesson.located(Span(15, 18))
    assert located is not None
    assert (located.geonames, located.lat, located.lon) == (7, 1.0, 2.0)
    assert lesson.located(Span(25, 30)) is None
    assert lesson.located(Span(0, 4)) is None


def test_text_that_reading_changes_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "toy.jsonl"
    path.write_text(line("Rain\tfell on Marrowgate. Quill stayed dry."), encoding="utf-8")
    with pytest.raises(InputError, match=r"toy\.jsonl#1: the text was changed"):
        read(path)
