"""How a place and a mention of one look in a listing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.cli.listing import also, show_in_context
from dateline.cli.progress import plural
from dateline.cli.report import hanging, indented, joined
from dateline.cli.screen import Screen

Wire = Mapping[str, Any]


def show_place(entry: Wire, screen: Screen) -> None:
    """A place: what it is called, what it is and where; how often it is named, and by which other names."""
    where = located(entry) if entry["resolved"] else f"{entry['kind']}, not found on the map"
    score = None if entry["score"] is None or not entry["resolved"] else f"score {entry['score']:.2f}"
    screen.show(hanging((entry["name"], "bold cyan"), f"  {joined(where, score)}", by=4))
    counted = f"{plural(entry['reports'], 'report')}, {plural(entry['mentions'], 'mention')}"
    screen.show(indented(joined(counted, entry["id"], also(entry)), by=2, style="dim"))
    if entry["claims"]:
        screen.show(indented(f"disputed: {'; '.join(entry['claims'])}", by=2, style="yellow"))


def show_place_mention(entry: Wire, screen: Screen) -> None:
    """A mention of a place: the words around it, which place it is taken for, and the report."""
    place = entry["place"]
    where = located(place) if place["lat"] is not None else f"{place['kind']}, not found on the map"
    told = joined(entry.get("use"), where, place["id"] if ":" in place["id"] else None)
    screen.show(hanging((entry["span"]["text"], "bold cyan"), f"  {told}", by=4))
    show_in_context(entry, screen)


def located(entry: Wire) -> str:
    """Where it is, and how exactly: "settlement, TJ, 38.5358 68.7791"."""
    at = None if entry["lat"] is None else f"{entry['lat']:.4f} {entry['lon']:.4f}"
    country = None if entry["kind"] == "country" else entry["country"]
    return ", ".join(filter(None, (entry.get("precision") or entry["kind"], country, at)))
