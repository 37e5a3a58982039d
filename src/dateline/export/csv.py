"""CSV for spreadsheets: one kind of entry, one row each, fixed columns, safe to open.

As RFC 4180 has it: UTF-8, comma, quoted where needed, CR LF ends a row. Spans become three columns (words,
start, end); lists are joined by " | ". A cell whose text a spreadsheet would run as a formula begins with an
apostrophe. A null is an empty cell. A statement's title, published and speaker_name are of its report and speaker,
where the entry has them; an event's sentence, reported_by and place_name likewise.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TextIO

from dateline.errors import UsageError
from dateline.export.kinds import KINDS, kind_of

Entry = Mapping[str, Any]
Cell = Callable[[Entry], object]

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


class Csv:
    """Writes the entries of one kind: ``id,document,speaker,...`` and a row each.

    Raises ``UsageError`` for "all": the kinds have different columns.
    """

    name = "csv"

    def __init__(self, kind: str = "statement") -> None:
        if kind not in COLUMNS:
            raise UsageError(f"a CSV file holds one kind of entry, not '{kind}'. Choices: {', '.join(KINDS)}")
        self._kind = kind

    def export(self, entries: Iterator[Entry], out: TextIO) -> int:
        """Writes the head and the rows and says how many rows there were."""
        columns = COLUMNS[self._kind]
        rows = csv.writer(out, lineterminator="\r\n")  # also makes the writer quote a lone CR
        rows.writerow(columns)
        count = 0
        for entry in entries:
            if kind_of(entry) == self._kind:
                rows.writerow([_written(cell(entry)) for cell in columns.values()])
                count += 1
        return count


def guarded(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula; plain numbers stay as they are."""
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def _written(value: object) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)


def _at(*path: str) -> Cell:
    """What stands at ``path``, or None when a step of it is null or missing."""

    def cell(entry: Entry) -> object:
        value: Any = entry
        for step in path:
            value = value.get(step) if isinstance(value, Mapping) else None
        return value

    return cell


def _span(name: str) -> dict[str, Cell]:
    return {name: _at(name, "text"), f"{name}_start": _at(name, "start"), f"{name}_end": _at(name, "end")}


def _content(entry: Entry) -> str:
    return " | ".join(span["text"] for span in entry["content"])


def _distance(entry: Entry) -> str:
    return " | ".join(span["text"] for span in entry.get("distance") or ())


def _content_spans(entry: Entry) -> str:
    return " | ".join(f"{span['start']}:{span['end']}" for span in entry["content"])


def _joined(name: str) -> Cell:
    return lambda entry: " | ".join(str(one) for one in entry.get(name) or ())


def _each(side: str, *path: str) -> Cell:
    """What stands at ``path`` in each of a list, joined; lists of one event have the same order and length."""
    cell = _at(*path)
    return lambda entry: " | ".join(str(found) for found in map(cell, entry[side]) if found is not None)


def _party(side: str, name: str) -> dict[str, Cell]:
    return {
        side: _each(side, "span", "text"),
        f"{name}_spans": lambda entry: " | ".join(f"{s['span']['start']}:{s['span']['end']}" for s in entry[side]),
        **{f"{name}_{field}": _coded(side, field) for field in ("code", "sector", "entity")},
    }


def _coded(side: str, field: str) -> Cell:
    """The codes of each party, a dash for one that has none, so that each stands under its words."""
    return lambda entry: " | ".join(one[field] or "-" for one in entry[side])


def _of_place(field: str) -> Cell:
    def cell(entry: Entry) -> object:
        wanted = _at("place", "entity")(entry)
        return next((one[field] for one in entry.get("entities", ()) if one["id"] == wanted), None)

    return cell


def _figures(entry: Entry) -> str:
    return " | ".join(f"{one['name']}: {one['span']['text']}" for one in entry["figures"])


def _codes(entry: Entry) -> str:
    return " | ".join(f"{name}={code}" for name, code in entry["codes"].items())


_DATE: dict[str, Cell] = {
    "date": _at("date", "first"),
    "date_last": _at("date", "last"),
    "date_basis": _at("date", "basis"),
}

COLUMNS: Mapping[str, Mapping[str, Cell]] = {
    "statement": {
        "id": _at("id"),
        "document": _at("document"),
        "title": _at("title"),
        "published": _at("published"),
        "speaker": _at("speaker"),
        "speaker_name": _at("speaker_name"),
        "stance": _at("stance"),
        "negated": _at("negated"),
        "commitment": _at("commitment"),
        "distance": _distance,
        "form": _at("form"),
        **_span("source"),
        **_span("cue"),
        "content": _content,
        "content_spans": _content_spans,
        "addressee": _at("addressee", "text"),
        "setting": _at("setting", "text"),
        "place": _at("place", "text"),
        **_DATE,
        "occasion": _at("occasion"),
        "within": _at("within"),
        "continues": _at("continues"),
        "score": _at("score"),
        "why": _at("why"),
        "by": _at("by"),
    },
    "event": {
        "id": _at("id"),
        "document": _at("document"),
        "title": _at("title"),
        "published": _at("published"),
        "outlet": _at("outlet"),
        "type": _at("type"),
        "mode": _at("mode"),
        "contexts": _joined("contexts"),
        "quad": _at("quad"),
        "cameo": _at("cameo"),
        "status": _at("status"),
        "negated": _at("negated"),
        **_party("actors", "actor"),
        **_party("recipients", "recipient"),
        **_DATE,
        "place": _at("place", "span", "text"),
        "place_entity": _at("place", "entity"),
        **{f"place_{field}": _of_place(field) for field in ("name", "country", "lat", "lon", "precision")},
        "figures": _figures,
        "instrument": _at("instrument", "text"),
        **_span("trigger"),
        "other_tellings": _each("evidence", "text"),
        **_span("sentence"),
        "reported_by": _at("reported_by"),
        "through": lambda entry: " | ".join(entry.get("chain", ())[1:]),
        "statement": _at("statement"),
        "score": _at("score"),
        "why": _at("why"),
        "by": _at("by"),
    },
    "document": {
        "id": _at("id"),
        "title": _at("title"),
        "published": _at("published"),
        "language": _at("language"),
        "outlet": _at("source", "outlet"),
        "url": _at("source", "url"),
        "source_id": _at("source", "id"),
        "fetched": _at("source", "fetched"),
        "licence": _at("source", "licence"),
        "issues": _joined("issues"),
        "characters": lambda entry: len(entry["text"]),
    },
    "mention": {
        "id": _at("id"),
        "document": _at("document"),
        "kind": _at("kind"),
        **_span("span"),
        "entity": _at("entity"),
        "use": _at("use"),
        "timex_type": _at("timex", "type"),
        "timex_value": _at("timex", "value"),
        **_DATE,
        "low": _at("quantity", "low"),
        "high": _at("quantity", "high"),
        "unit": _at("quantity", "unit"),
        "bound": _at("quantity", "bound"),
        "counted": _at("quantity", "counted", "text"),
    },
    "entity": {
        "id": _at("id"),
        "kind": _at("kind"),
        "name": _at("name"),
        "names": _joined("names"),
        "codes": _codes,
        "country": _at("country"),
        "lat": _at("lat"),
        "lon": _at("lon"),
        "precision": _at("precision"),
        "score": _at("score"),
        "geonames": _at("geonames"),
        "wikidata": _at("wikidata"),
        "claims": _joined("claims"),
        "same": _at("same"),
    },
}
"""The columns of each kind, in order, with where their cells come from."""
