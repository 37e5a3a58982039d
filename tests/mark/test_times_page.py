"""docs/times.md: every example on the page is what the marker makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from crude_marks import document, marks_of

from dateline.mark.times import TimeMarker
from dateline.model.marks import Time

PAGE = Path(__file__).parents[2] / "docs" / "times.md"
MARKER = TimeMarker()
_ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| (\w+) \| `([^`]+)` \| (\w*) ?\|$", re.MULTILINE)
ROWS = _ROW.findall(PAGE.read_text(encoding="utf-8"))


def test_the_page_has_examples() -> None:
    assert len(ROWS) > 30


@pytest.mark.parametrize(("sentence", "words", "kind", "value", "mod"), ROWS)
def test_an_example_is_so(sentence: str, words: str, kind: str, value: str, mod: str) -> None:
    found = MARKER.mark(document(sentence, "2021-10-15"), marks_of(sentence))
    marked = [
        (sentence[time.span.start : time.span.end], time.type, time.value, time.mod or "")
        for time in found
        if isinstance(time, Time)
    ]
    assert (words, kind, value, mod) in marked
