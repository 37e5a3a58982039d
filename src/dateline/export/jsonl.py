"""JSON Lines: every entry in the wire form, one a line, in the order given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from dateline.export.kinds import kind_of
from dateline.model import wire


class Jsonl:
    """Writes wire objects as they are: ``{"kind": "statement", "id": ...}``, a line each."""

    name = "jsonl"

    def __init__(self, kind: str = "all") -> None:
        self._kind = kind

    def export(self, entries: Iterator[Mapping[str, Any]], out: TextIO) -> int:
        """Writes the entries of its kind and says how many there were."""
        count = 0
        for entry in entries:
            if self._kind in ("all", kind_of(entry)):
                out.write(wire.dumps(entry) + "\n")
                count += 1
        return count
