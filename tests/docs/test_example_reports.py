"""The bundled reports say that they are invented, and are as varied as the docs claim."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from docs_pages import ROOT

REPORTS = sorted((ROOT / "examples" / "reports").iterdir())
_INVENTED = re.compile(r"\binvented\b|вымышлен")


def texts(path: Path) -> list[str]:
    """The reports of a file."""
    content = path.read_text(encoding="utf-8")
    return [json.loads(line)["text"] for line in content.splitlines()] if path.suffix == ".jsonl" else [content]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_report_says_in_its_first_line_that_it_is_invented(path: Path) -> None:
    assert all(_INVENTED.search(text.splitlines()[0]) for text in texts(path))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_file_has_the_length_of_a_report(path: Path) -> None:
    assert 150 <= sum(len(text.split()) for text in texts(path)) <= 750


def test_every_kind_of_input_is_there() -> None:
    assert {path.suffix for path in REPORTS} == {".txt", ".md", ".html", ".jsonl"}
    assert len(REPORTS) >= 12
