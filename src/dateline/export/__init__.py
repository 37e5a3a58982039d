"""View to files, one file a format. A new format is one file here and one line in ``FORMATS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.errors import unknown
from dateline.export.csv import Csv
from dateline.export.icews import Icews
from dateline.export.jsonl import Jsonl
from dateline.export.kinds import KINDS
from dateline.export.plover import PloverJson
from dateline.export.polecat import Polecat
from dateline.stages import Exporter

FORMATS: Mapping[str, Callable[[str], Exporter]] = {
    "csv": Csv,
    "icews-tsv": Icews,
    "jsonl": Jsonl,
    "plover-json": PloverJson,
    "polecat-tsv": Polecat,
}
"""The formats by name: each is made with the kind of entry it is to write, or "all" for every kind."""

OF_EVENTS = ("icews-tsv", "plover-json", "polecat-tsv")
"""The formats that hold events only."""


def exporter(name: str, kind: str) -> Exporter:
    """The exporter of format ``name`` for entries of ``kind`` (one of ``KINDS`` or "all").

    Raises ``UsageError`` for an unknown format or kind; it lists the choices.
    """
    if name not in FORMATS:
        raise unknown("export format", name, FORMATS)
    if kind not in (*KINDS, "all"):
        raise unknown("kind of entry", kind, KINDS)
    return FORMATS[name](kind)


__all__ = ["FORMATS", "KINDS", "OF_EVENTS", "exporter"]
