"""Events in the shape of the ICEWS coded event data, so that scripts for those run: a row for each pair of parties.

What ICEWS does not have follows after its columns: status, evidence, attribution. Intensity is PLOVER's score.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Any, TextIO

from dateline.export.coded import EVIDENCE, Coder, Party, check_kind, evidence, only_events, written

HEADS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    *EVIDENCE,
)
"""The columns, in order."""


_OF_EQUALS = frozenset({"AGREE", "CONSULT", "COOPERATE"})  # what two do with each other when no recipient is named


class Icews:
    """Writes ``Event ID<tab>Event Date<tab>Source Name ...`` and a row for each actor and recipient."""

    name = "icews-tsv"

    def __init__(self, kind: str = "event") -> None:
        check_kind(self.name, kind)

    def export(self, entries: Iterator[Mapping[str, Any]], out: TextIO) -> int:
        """Writes the head and the rows and says how many rows there were."""
        coder = Coder.load()
        return written(HEADS, (row for entry in only_events(entries) for row in _rows(entry, coder)), out)


def _rows(entry: Mapping[str, Any], coder: Coder) -> Iterator[tuple[object, ...]]:
    pairs = _pairs(entry, coder)
    where = coder.where(entry)
    for number, (source, target) in enumerate(pairs, start=1):
        yield (
            entry["id"] if len(pairs) == 1 else f"{entry['id']}-{number}",
            (entry["date"] or {}).get("first"),
            *_party(source),
            entry["type"] if entry["mode"] is None else f"{entry['type']}: {entry['mode']}",
            coder.cameo(entry),
            coder.intensity(entry),
            *_party(target),
            entry["document"],
            entry["sentence_number"],
            entry["outlet"],
            where.city,
            where.district,
            where.province,
            where.country,
            where.lat,
            where.lon,
            *evidence(entry),
        )


def _pairs(entry: Mapping[str, Any], coder: Coder) -> list[tuple[Party | None, Party | None]]:
    """Source and target of each row; of a deed of equal sides ("A and B met") each two once, and no mirror image."""
    sources, targets = coder.parties(entry, "actors"), coder.parties(entry, "recipients")
    if not targets and len(sources) > 1 and entry["type"] in _OF_EQUALS:
        return list(combinations(sources, 2))
    return list(product(sources or (None,), targets or (None,)))


def _party(one: Party | None) -> tuple[str, str, str]:
    """Name, sectors and country; ICEWS separates sectors by commas."""
    return ("", "", "") if one is None else (one.name, ",".join(one.sector_names), one.country)
