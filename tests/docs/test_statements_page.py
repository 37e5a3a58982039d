"""docs/statements.md lists every stance and every commitment of the vocabulary with its definition."""

from __future__ import annotations

from pathlib import Path

from dateline.vocab.load import table
from dateline.vocab.saying import Saying

PAGE = Path(__file__).parents[2] / "docs" / "statements.md"


def test_every_stance_is_defined_as_in_the_vocabulary() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for stance, entry in table("cues")["stance"].items():
        assert f"| `{stance}` | {entry['definition']} |" in page


def test_every_commitment_is_defined_as_in_the_vocabulary() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for commitment, definition in Saying.load().definitions.items():
        assert f"| `{commitment}` | {definition} |" in page
