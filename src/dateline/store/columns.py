"""The columns that mentions and entities are listed and filtered by, from their wire form.

Older stores are filled with the same by the migrations, which spell it out as it was; a test holds the two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from dateline.model.links import Reading
from dateline.model.values import PartialDate
from dateline.model.wire import Wire
from dateline.store.words import folded

Row = dict[str, Any]

BETWEEN = "|"
"""Stands between folded names in one column."""


def of_mention(entry: Wire) -> Row:
    """The columns of a mention; None for what its kind does not have."""
    timex, date = entry.get("timex") or {}, entry.get("date")
    quantity: Wire = entry.get("quantity") or {}
    counted, stretch = quantity.get("counted"), None if date is None else PartialDate(date["first"], date["last"])
    return {
        "kind": entry["kind"],
        "use": entry.get("use"),
        "type": timex.get("type"),
        "value": timex.get("value"),
        "earliest": None if stretch is None else stretch.earliest.isoformat(),
        "latest": None if stretch is None else stretch.latest.isoformat(),
        "unit": quantity.get("unit"),
        "bound": quantity.get("bound"),
        "low": _number(quantity.get("low")),
        "high": _number(quantity.get("high")),
        "counted": None if counted is None else folded(counted["text"]),
    }


def of_entity(entry: Wire) -> Row:
    """The columns of an entity."""
    plain = dict.fromkeys(folded(name) for name in (entry["name"], *entry["names"]))
    return {
        "kind": entry["kind"],
        "called": folded(entry["name"]),
        "known": BETWEEN.join(plain),
        **{name: entry[name] for name in ("country", "lat", "lon", "precision", "score")},
        "code": entry["codes"].get("plover"),
        "sector": entry["codes"].get("sector"),
        "same": entry["same"],
    }


def seen(reading: Reading) -> Callable[[str], Row]:
    """How often an entity is mentioned, speaks and is a party of events, and how often it acts in any of the three."""
    links = {(link.role, link.subject): link.entity for link in reading.resolution.links}
    mentions, statements, acts = Counter[str | None](), Counter[str | None](), Counter[str | None]()
    for record in reading.statements:
        statements[links.get(("speaker", record.id))] += 1
    deeds = {(one.entity, one.event) for one in reading.resolution.codings if one.role == "actor"}
    events = Counter(entity for entity, _ in {(one.entity, one.event) for one in reading.resolution.codings})
    acts.update(entity for entity, _ in deeds)
    for mention in reading.resolution.mentions:
        entity = links.get(("mention", mention.id))
        mentions[entity] += 1
        acts[entity] += mention.use == "metonymic"
    return lambda key: {
        "mentions": mentions[key],
        "statements": statements[key],
        "acts": statements[key] + acts[key],
        "events": events[key],
    }


def _number(written: str | None) -> float | None:
    return None if written is None else float(written)
