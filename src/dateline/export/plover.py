"""PLOVER JSON: the records of chapter 6 of the PLOVER manual, a line each, with status, evidence, attribution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from dateline.export.coded import VERSION, Coder, Party, Where, check_kind, only_events
from dateline.model import wire
from dateline.model.values import PartialDate

Entry = Mapping[str, Any]

_SIZES = {"killed": "dead", "wounded": "injured", "detained": "arrested"}
_RESOLUTIONS = {"point": 5, "settlement": 4, "district": 3, "region": 2, "country": 1}


class PloverJson:
    """Writes ``{"id": ..., "has_event": true, "date": ..., "actor": [...], "event": ["ASSAULT"], ...}``, a line each.

    A date that is no single day is its first and last day in ``date`` and ``enddate``; ``when`` has it as reported.
    """

    name = "plover-json"

    def __init__(self, kind: str = "event") -> None:
        check_kind(self.name, kind)

    def export(self, entries: Iterator[Entry], out: TextIO) -> int:
        """Writes the records and says how many there were."""
        coder, count = Coder.load(), 0
        for entry in only_events(entries):
            out.write(wire.dumps(_record(entry, coder)) + "\n")
            count += 1
        return count


def _record(entry: Entry, coder: Coder) -> dict[str, Any]:
    sentence = entry["sentence"]
    return {
        "id": entry["id"],
        "has_event": True,
        **_days(entry["date"]),
        "actor": [_entity(one) for one in coder.parties(entry, "actors")],
        "recipient": [_entity(one) for one in coder.parties(entry, "recipients")],
        "event": [entry["type"]],
        "event_loc": None if entry["place"] is None else _location(coder.where(entry)),
        "event_text": [span["text"] for span in (entry["trigger"], *entry["evidence"])],
        "quad_code": coder.quad_number(entry),
        "event_scale": coder.intensity(entry),
        "mode": [] if entry["mode"] is None else [entry["mode"]],
        "context": list(entry["contexts"]),
        "size": _size(entry),
        "text": sentence["text"],
        "text_info": {
            "sequence": entry["sentence_number"],
            "start": sentence["start"],
            "end": sentence["end"],
        },
        "cite_info": _citation(entry),
        "coder": f"dateline {entry['by']}",
        **_ours(entry),
    }


def _days(date: Entry | None) -> dict[str, Any]:
    if date is None:
        return {"date": None, "enddate": None, "when": None}
    stretch = PartialDate(date["first"], date["last"])
    first, last = stretch.earliest.isoformat(), stretch.latest.isoformat()
    return {"date": first, "enddate": None if first == last else last, "when": date}


def _entity(one: Party) -> dict[str, Any]:
    return {
        "code": one.code or None,
        "sector": " ".join(one.sectors) or None,
        "entity_text": one.words,
        "identifier_id": f"https://www.wikidata.org/wiki/{one.wikidata}" if one.wikidata else None,
        "identifier_text": one.name if one.name != one.words else None,
    }


def _location(where: Where) -> dict[str, Any]:
    found = {
        "extracted_place": where.words,
        "resolved_place": where.name,
        "geonameid": where.geonames,
        "lat": where.lat,
        "lon": where.lon,
        "city": where.city,
        "district": where.district,
        "province": where.province,
        "country": where.country,
        "country_code": where.alpha3,
        "feature_class": None,
        "feature_code": None,
        "resolution": _RESOLUTIONS.get(where.feature),
    }
    return {name: None if value == "" else value for name, value in found.items()}


def _size(entry: Entry) -> dict[str, Any]:
    """Who was killed, injured, arrested, under PLOVER's names, and the other figures, each as a quantity."""
    return {_SIZES.get(one["name"], one["name"]): one["quantity"] for one in entry["figures"]}


def _citation(entry: Entry) -> dict[str, Any]:
    return {
        "citation": entry["source_id"],
        "url": entry["url"],
        "title": entry["title"],
        "language": entry["language"],
        "publication": entry["outlet"],
        "license": entry["licence"],
        "coder": entry["by"],
        "codebook": VERSION,
    }


def _ours(entry: Entry) -> dict[str, Any]:
    """What PLOVER records do not have: whether it happened, where the words are, who says so."""
    return {
        "status": entry["status"],
        "negated": entry["negated"],
        "cameo": entry["cameo"],
        "instrument": entry["instrument"],
        "evidence": [entry["trigger"], *entry["evidence"]],
        "document": entry["document"],
        "published": entry["published"],
        "attribution": {
            "statement": entry["statement"],
            "reported_by": entry["reported_by"],
            "through": list(entry["chain"][1:]),
        },
        "score": entry["score"],
    }
