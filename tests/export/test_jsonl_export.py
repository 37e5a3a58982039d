"""JSON Lines export: the wire objects as they are."""

from __future__ import annotations

import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.export import exporter
from dateline.export.kinds import KINDS, kind_of
from dateline.model import wire

ENTRIES: list[dict[str, Any]] = [
    {"kind": "document", "id": "d1", "text": "Ada Quill said so.", "title": None},
    {"kind": "statement", "id": "s1", "document": "d1", "content": [{"start": 14, "end": 16, "text": "so"}]},
    {"kind": "event", "id": "v1", "document": "d1", "trigger": {"start": 10, "end": 14, "text": "said"}},
    {"kind": "person", "id": "m1", "document": "d1", "span": {"start": 0, "end": 9, "text": "Ada Quill"}},
    {"kind": "person", "id": "e1", "name": "Ada Quill", "names": ["Ada Quill"]},
]


def written(kind: str, entries: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    count = exporter("jsonl", kind).export(iter(entries), out)
    assert count == out.getvalue().count("\n")
    return out.getvalue()


def test_entries_come_out_in_the_wire_form_and_in_order() -> None:
    assert written("all", ENTRIES) == "".join(wire.dumps(entry) + "\n" for entry in ENTRIES)


def test_a_kind_can_be_chosen() -> None:
    for kind, entry in zip(("document", "statement", "event", "mention", "entity"), ENTRIES, strict=True):
        assert [json.loads(line) for line in written(kind, ENTRIES).splitlines()] == [entry]


def test_every_entry_is_of_one_of_the_kinds() -> None:
    assert [kind_of(entry) for entry in ENTRIES] == ["document", "statement", "event", "mention", "entity"]
    assert set(KINDS) == {"document", "statement", "event", "mention", "entity"}


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_any_text_comes_back_unchanged(text: str) -> None:
    line = written("all", [{"kind": "document", "id": "d", "text": text}])
    assert line.count("\n") == 1
    assert json.loads(line)["text"] == text
