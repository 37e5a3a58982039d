"""Which kind of entry a wire object is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KINDS = ("statement", "event", "document", "mention", "entity")
"""The kinds of entry that can be exported."""


def kind_of(entry: Mapping[str, Any]) -> str:
    """One of ``KINDS``. Mentions and entities carry their own finer kind ("person"); a mention has a span."""
    if entry["kind"] in ("statement", "event", "document"):
        return str(entry["kind"])
    return "mention" if "span" in entry else "entity"
