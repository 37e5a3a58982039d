"""The blocks of a report."""

from __future__ import annotations

from dateline.mark.parts import PartMarker
from dateline.model.marks import Marks
from dateline.model.text import Document
from dateline.vocab.load import table


def parts(text: str) -> list[tuple[str, str]]:
    document = Document(id="report", text=text)
    return [(part.kind, document[part.span]) for part in PartMarker(table("parts")).mark(document, Marks())]


def test_headline_byline_dateline_and_paragraphs() -> None:
    top = "Bridge closed again\n\nBy Ilse Brandt\n\n"
    text = top + "ORLAU, April 12 (Courier) — The bridge was closed.\n\nNobody was hurt."
    assert parts(text) == [
        ("headline", "Bridge closed again"),
        ("byline", "By Ilse Brandt"),
        ("dateline", "ORLAU, April 12 (Courier) —"),
        ("paragraph", "The bridge was closed."),
        ("paragraph", "Nobody was hurt."),
    ]


def test_heading_between_paragraphs() -> None:
    assert [kind for kind, _ in parts("The bridge was closed.\n\nWhat comes next\n\nNobody was hurt.")] == [
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "The bridge over the river was closed on Monday after a crack was"
    text = "\n".join([line] * 5 + ["found."]) + "\n\n" + "\n".join([line] * 3 + ["seen."])
    assert [kind for kind, _ in parts(text)] == ["paragraph", "paragraph"]


def test_single_line_breaks_part_unwrapped_text() -> None:
    assert len(parts("The bridge was closed on Monday.\nNobody was hurt.\nIt will open soon.")) == 3


def test_sentence_that_begins_with_a_capital_word_has_no_dateline() -> None:
    assert parts("NATO said the talks - if any - failed.") == [("paragraph", "NATO said the talks - if any - failed.")]
