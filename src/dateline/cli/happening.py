"""How an event looks in a listing and in a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.cli import clean
from dateline.cli.listing import how_much, joined_dates, marked_words
from dateline.cli.marking import numbered_events
from dateline.cli.report import hanging, indented, joined
from dateline.cli.screen import Screen

Wire = Mapping[str, Any]
Names = Mapping[str, str]

NOBODY = "nobody named"
_COUNTED_IN_UNITS = frozenset({"money", "aid"})
_LONGEST = 400  # characters of a sentence


def show_event(entry: Wire, screen: Screen) -> None:
    """An event: when, what, whether, who to whom, where, how many; the sentence; who reports it."""
    names = {one["id"]: one["name"] for one in entry["entities"]}
    screen.show(hanging((day(entry), "bold cyan"), f"  {what_happened(entry, names)}", by=4))
    snippet, marks = in_sentence(entry)
    screen.show(indented(*marked_words(snippet, marks, screen), by=2))
    by = reported_by(entry)
    screen.show(indented(joined(by, entry["title"], entry["published"], entry["document"]), by=2, style="dim"), "")


def show_events(reading: Wire, screen: Screen) -> None:
    """The events of a report, numbered as they are in the marked text: e1, e2 ...; nothing where there are none."""
    names = {one["id"]: one["name"] for one in reading["entities"]}
    said = {record["id"]: record for record in reading["records"] if record["kind"] == "statement"}
    for number, record in numbered_events(reading["records"]):
        speaker = said.get(record["statement"], {}).get("speaker")
        source = said.get(record["statement"], {}).get("source")
        by = names.get(speaker) or (source["text"] if source else None)
        told = what_happened(record, names)
        screen.show(hanging(f" e{number:<3} ", (record["trigger"]["text"], "bold red"), f"  {told}", by=6))
        beside = joined(record["date"] and day(record), by and f"reported by {by}")
        if beside:
            screen.show(indented(beside, by=6, style="dim"))


def what_happened(entry: Wire, names: Names) -> str:
    """Type and mode, status, who to whom, where, and the figures, with dots between."""
    sides = [", ".join(party(one, names) for one in entry[side]) for side in ("actors", "recipients")]
    who = f"{sides[0] or NOBODY} -> {sides[1]}" if sides[1] else sides[0] or NOBODY
    place = None if entry["place"] is None else where(entry["place"], names)
    return joined(kind(entry), entry["status"].replace("_", " "), who, place, *map(figure, entry["figures"]))


def kind(entry: Wire) -> str:
    """Type and mode: "ASSAULT heavy-weapons"."""
    return f"{entry['type']} {entry['mode']}" if entry["mode"] else str(entry["type"])


def party(one: Wire, names: Names) -> str:
    """Who it is: the words, the name where it says more, and the codes: "police (AFG COP)"."""
    codes = " ".join(filter(None, (one["code"], one["sector"])))
    named = named_as(one, names)
    return f"{named} ({codes})" if codes else named


def named_as(one: Wire, names: Names) -> str:
    """The words, and the name of the entity where the words do not hold it."""
    words, name = one["span"]["text"], names.get(one["entity"])
    shown = clean.short(words, 80)
    return shown if name is None or name.casefold() in words.casefold() else f"{shown} = {name}"


def where(place: Wire, names: Names) -> str:
    """The place: its words, and its name where that says more."""
    return f"in {named_as(place, names)}"


def figure(one: Wire) -> str:
    """ "at least 3 killed", "5,000,000 USD (money)"."""
    quantity = one["quantity"]
    if one["name"] in _COUNTED_IN_UNITS and quantity["unit"]:
        return f"{how_much(quantity)} {quantity['unit']} ({one['name']})"
    return f"{how_much(quantity)} {one['name']}"


def day(entry: Wire) -> str:
    """The date of the event, or that it has none."""
    date = entry["date"]
    return "no date" if date is None else joined_dates(date["first"], date["last"])


def reported_by(entry: Wire) -> str:
    """Who reports it: the speakers of the statements it stands in, the innermost first, else the outlet."""
    if entry["chain"]:
        return f"reported by {', through '.join(entry['chain'])}"
    return f"reported by {entry['outlet']} itself" if entry["outlet"] else "in the report's own voice"


def in_sentence(entry: Wire) -> tuple[str, list[tuple[int, int]]]:
    """The sentence of an event, not too long, and where its trigger and the other tellings stand in it."""
    sentence = entry["sentence"]
    start, end = sentence["start"], sentence["end"]
    trigger = entry["trigger"]
    text = sentence["text"]
    before = max(0, trigger["start"] - start - _LONGEST // 2)
    after = min(len(text), trigger["end"] - start + _LONGEST // 2)
    shown = ("…" if before else "") + text[before:after] + ("…" if after < len(text) else "")
    shift = (1 if before else 0) - before - start
    spans = [span for span in (trigger, *entry["evidence"]) if start + before <= span["start"] < span["end"] <= end]
    marks = sorted({(span["start"] + shift, span["end"] + shift) for span in spans if span["end"] - start <= after})
    return shown, _apart(marks)


def _apart(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap none before them."""
    kept: list[tuple[int, int]] = []
    for mark in marks:
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept
