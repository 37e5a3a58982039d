"""Events in the shape of the POLECAT data, so that scripts for it run: a row an event, several parties joined by ";".

What POLECAT does not have follows after its columns: status, evidence, attribution. What we do not have (COW codes,
titles, who else is in the story) stays empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TextIO

from dateline.export.coded import EVIDENCE, VERSION, Coder, Party, check_kind, evidence, only_events, written


def _side(name: str) -> tuple[str, ...]:
    own = ("Name", "Country", "COW")
    return (
        *(f"{name} {head}" for head in own),
        f"Primary {name} Sector",
        *(f"{name} {head}" for head in ("Sectors", "Title", "Name Raw")),
        f"Wikipedia {name} ID",
    )


HEADS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *_side("Actor"),
    *_side("Recipient"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Headline", "Language", "Version"),
    *EVIDENCE,
)
"""The columns, in order."""


class Polecat:
    """Writes ``Event ID<tab>Event Date<tab>Event Type ...`` and a row an event."""

    name = "polecat-tsv"

    def __init__(self, kind: str = "event") -> None:
        check_kind(self.name, kind)

    def export(self, entries: Iterator[Mapping[str, Any]], out: TextIO) -> int:
        """Writes the head and the rows and says how many rows there were."""
        coder = Coder.load()
        return written(HEADS, (_row(entry, coder) for entry in only_events(entries)), out)


def _row(entry: Mapping[str, Any], coder: Coder) -> tuple[object, ...]:
    where = coder.where(entry)
    return (
        entry["id"],
        (entry["date"] or {}).get("first"),
        entry["type"],
        entry["mode"],
        coder.intensity(entry),
        entry["quad"].replace("-", " ").upper(),
        _joined(entry["contexts"]),
        *_parties(coder.parties(entry, "actors")),
        *_parties(coder.parties(entry, "recipients")),
        *(where.name, where.city, where.district, where.province, where.country, where.lat, where.lon),
        *(where.geonames, where.words, where.feature, entry["outlet"], entry["published"]),
        *("", "", "", entry["title"], entry["language"], VERSION),
        *evidence(entry),
    )


def _parties(given: tuple[Party, ...]) -> tuple[str, ...]:
    """The eight cells of a side; parties keep their order, also where one has nothing in a cell."""

    def each(cell: Callable[[Party], str]) -> str:
        cells = [cell(one).replace(";", ",") for one in given]
        return ";".join(cells) if any(cells) else ""

    return (
        each(lambda one: one.name),
        each(lambda one: one.country),
        "",
        each(lambda one: one.sectors[0] if one.sectors else ""),
        each(lambda one: ",".join(one.sectors)),
        "",
        each(lambda one: one.words),
        each(lambda one: one.wikidata),
    )


def _joined(values: Iterable[str]) -> str:
    return ";".join(values)
