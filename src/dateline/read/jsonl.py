"""Reads one line of a JSON Lines file: ``{"id": "17", "text": "...", "title": ..., "published": ...}``."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, NoReturn

from dateline.errors import InputError
from dateline.model.text import Document, Source
from dateline.read.dates import published
from dateline.read.language import LanguageDetector
from dateline.read.seal import Found, seal
from dateline.read.soundness import check_bytes, check_string
from dateline.stages import Capture

_OPTIONAL = ("title", "published", "outlet", "url", "language", "licence")
_DEEPEST = 100
_TYPES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}

Fields = dict[str, Any]


class JsonlReader:
    """Reads a report from a JSON object. ``id`` and ``text`` must be there; ``title, published, outlet, url,
    language, licence`` may be; the other fields are kept under ``source.extra``.

    A ``published`` that is not understood is an issue of the document; a field of the wrong type refuses the line.
    """

    media = "jsonl"

    def __init__(self, detector: LanguageDetector) -> None:
        self._detector = detector

    def read(self, capture: Capture) -> Document:
        """The document of a line; raises ``InputError`` for what is no JSON object or has wrong fields."""
        fields = _parsed(capture.raw)
        given = {name: _optional(fields, name) for name in _OPTIONAL}
        date = None if given["published"] is None else published(given["published"])
        unread = given["published"] if date is None else None
        source = Source(
            id=_identity(fields),
            outlet=given["outlet"],
            url=given["url"],
            published=date,
            language=given["language"],
            licence=given["licence"],
            extra=_extra(fields, unread),
        )
        issues = () if unread is None else (_not_understood(unread),)
        found = Found(_text(fields), source=source, title=given["title"], issues=issues)
        return seal(capture, found, self._detector)


def _parsed(raw: bytes) -> Fields:
    check_bytes(raw)
    try:
        value = json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refuse_constant, parse_float=_number
        )
    except UnicodeDecodeError as fault:
        raise InputError(f"not UTF-8 at byte {fault.start}; JSON Lines are always UTF-8") from fault
    except json.JSONDecodeError as fault:
        raise InputError(f"not JSON: {fault.msg} at character {fault.pos}") from fault
    except RecursionError as fault:
        raise InputError(f"not readable: JSON nested more than {_DEEPEST} deep") from fault
    except ValueError as fault:
        raise InputError(f"not readable: {fault}") from fault
    if not isinstance(value, dict):
        raise InputError(f"not a report: a line must be a JSON object with 'id' and 'text', this is {_named(value)}")
    _check(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> Fields:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {twice!r} stands twice in one object")
    return made


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _number(written: str) -> float:
    value = float(written)
    if math.isinf(value):
        raise ValueError(f"the number {written[:40]} is too large")
    return value


def _check(fields: Fields) -> None:
    for name, value in fields.items():
        check_string(name, f"the field name {name[:40]!a}")
        for string in _strings(value):
            check_string(string, f"the field {name[:40]!r}")


def _strings(value: object) -> Iterator[str]:
    """Every string in a JSON value, names of fields too; raises ``InputError`` where it is nested too deeply."""
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > _DEEPEST:
            raise InputError(f"not readable: JSON nested more than {_DEEPEST} deep")
        if isinstance(one, str):
            yield one
        elif isinstance(one, list):
            waiting.extend((part, depth + 1) for part in one)
        elif isinstance(one, dict):
            waiting.extend((part, depth + 1) for part in (*one.keys(), *one.values()))


def _text(fields: Fields) -> str:
    text = fields.get("text")
    if isinstance(text, str):
        return text
    raise InputError(f"the field 'text' must be a string, {_instead(fields, 'text')}")


def _identity(fields: Fields) -> str:
    """The report's own id; a whole number is taken as its digits."""
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and value.strip():
        return value
    raise InputError(f"the field 'id' must be a string that is not empty, {_instead(fields, 'id')}")


def _optional(fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str):
        return value
    raise InputError(f"the field '{name}' must be a string or null, {_instead(fields, name)}")


def _instead(fields: Fields, name: str) -> str:
    return f"it is {_named(fields[name])}" if name in fields else "it is not there"


def _named(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return f"the string {value[:40]!r}"
    return _TYPES[type(value)]


def _extra(fields: Fields, unread: str | None) -> tuple[tuple[str, str], ...]:
    """The fields that have no place of their own, and a date that was not understood, as JSON text."""
    rest = {name: value for name, value in fields.items() if name not in {"id", "text", *_OPTIONAL}}
    if unread is not None:
        rest["published"] = unread
    return tuple((name, json.dumps(value, ensure_ascii=False)) for name, value in rest.items())


def _not_understood(written: str) -> str:
    return f"published {written[:80]!r} is not a date that is understood; write it as 2017, 2017-04 or 2017-04-12"
