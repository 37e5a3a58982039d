"""The rows of others, and textacy's own run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from dateline.evaluate import peers as module
from dateline.evaluate.peers import peers, peers_here, quotations
from dateline.evaluate.standoff import Gold
from dateline.model.text import Span


def test_people_are_the_row_to_reach() -> None:
    (people,) = [row for row in peers() if row["name"] == "second annotator"]
    assert (people["content"], people["content_source"]) == (79.4, 75.4)
    assert people["exact"] == {"source": 79, "cue": 71, "content": 69}
    assert people["recall"] == {"direct": {"content_source": 97}, "indirect": {"content": 74}}


def test_textacy_keeps_its_known_row_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert peers_here(Path("nowhere")) == peers()


def word(text: str, words: str) -> Any:
    class Word(str):
        idx = text.index(words)

    return Word(words)


@pytest.fixture
def textacy(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A stand-in for ``textacy.extract.triples``; ``finds`` is what it finds, or what it raises."""
    stand_in: Any = ModuleType("textacy.extract.triples")

    def direct_quotations(parsed: Any) -> Iterator[Any]:
        if isinstance(stand_in.finds, Exception):
            raise stand_in.finds
        yield from stand_in.finds

    stand_in.direct_quotations = direct_quotations
    for name in ("textacy", "textacy.extract"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, "textacy.extract.triples", stand_in)
    return stand_in


def test_what_textacy_finds_lies_in_the_report(textacy: Any) -> None:
    line = '"It rains," said Ada Quill.'
    content = SimpleNamespace(start_char=0, end_char=11)
    textacy.finds = [([word(line, "Ada"), word(line, "Quill")], [word(line, "said")], content)]
    found = list(quotations(line, 100))  # type: ignore[arg-type]
    assert found == [Gold((Span(117, 126),), (Span(112, 116),), (Span(100, 111),))]


def test_textacy_may_give_up_on_a_paragraph(textacy: Any) -> None:
    textacy.finds = ValueError("3 quotation marks found")
    assert list(quotations('"It "rains', 0)) == []  # type: ignore[arg-type]


def test_textacy_is_measured_where_it_is_installed(
    textacy: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = '"It rains," said Ada Quill.'
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(line, encoding="utf-8")
    annotation = "T1\tSource 17 26\tx\nT2\tCue 12 16\tx\nT3\tContent 1 10\tx\nE1\tA:T2 Source:T1 Cue:T2 Content:T3\n"
    (tmp_path / "attributions" / "a_0001.ann").write_text(annotation, encoding="utf-8")
    content = SimpleNamespace(start_char=0, end_char=11)
    textacy.finds = [([word(line, "Ada"), word(line, "Quill")], [word(line, "said")], content)]
    monkeypatch.setattr(module, "find_spec", lambda name: ModuleSpec(name, None))
    monkeypatch.setattr(module.metadata, "version", lambda name: "9.9")
    monkeypatch.setattr("dateline.mark.linguistic.load_model", lambda: lambda text: text)
    row = peers_here(tmp_path)[0]
    assert (row["name"], row["content"], row["content_source"]) == ("textacy 9.9, run here", 100.0, 100.0)
