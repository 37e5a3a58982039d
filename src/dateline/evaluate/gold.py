"""Reads the project's own annotations of who is the source; ``bench/gold/README.md`` has their format."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import InputError, UsageError
from dateline.model.text import Span

HERE = Path(__file__).resolve().parents[3] / "bench" / "gold"
"""Where the annotations lie in a checkout."""


@dataclass(frozen=True, slots=True)
class SourceMention:
    """Words that name or point at somebody who says something. ``kind`` is name, pronoun, nominal, collective,
    document, media or unnamed; ``entity`` the key of who it is.
    """

    span: Span
    kind: str
    entity: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with its source mentions in order of place. ``names`` gives for each entity where the text has its
    full name, nothing for one it never names. ``line`` counts the reports of a collection from 0, through its files
    in order of their names ("-2.jsonl" before ".jsonl").
    """

    collection: str
    line: int
    report: str
    text: str
    sources: tuple[SourceMention, ...]
    names: Mapping[str, tuple[Span, ...]]


def annotated(gold: Path, data: Path) -> list[Annotated]:
    """The annotated reports of ``gold/speakers/*.jsonl`` with their texts from ``data``, in order.

    A file of a collection that is not under ``data`` is left out. Raises ``UsageError`` when there is nothing to read,
    ``InputError`` for a report that is not in the data or whose text is another.
    """
    files = sorted((gold / "speakers").glob("*.jsonl"))
    if not files:
        raise UsageError(f"no annotated speakers in '{gold}': it needs speakers/*.jsonl; give the folder with --gold")
    collections = tomllib.loads((gold / "collections.toml").read_text(encoding="utf-8"))
    found: list[Annotated] = []
    counts: dict[str, int] = {}
    for name, where in sorted(collections.items()):
        lines = _lines(path for path in files if _collection(path) == name)
        if lines and (data / where["file"]).exists():
            texts = _texts(data / where["file"], field=where["id"], wanted={line["report"] for line in lines})
            found += (_annotated(name, counts, line, texts) for line in lines)
    if not found:
        places = ", ".join(sorted(where["file"] for where in collections.values()))
        raise UsageError(f"no annotated reports in '{data}': it needs one of {places}")
    return found


def _collection(path: Path) -> str:
    name, _, number = path.stem.rpartition("-")
    return name if number.isdecimal() else path.stem


def _lines(paths: Iterable[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def _texts(path: Path, *, field: str, wanted: set[str]) -> dict[str, str]:
    """The texts of the wanted reports by their id."""
    return {row[field]: row["text"] for row in _rows(path) if row[field] in wanted}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _annotated(collection: str, counts: dict[str, int], line: Mapping[str, Any], texts: Mapping[str, str]) -> Annotated:
    report = line["report"]
    text = texts.get(report)
    if text is None or hashlib.sha256(text.encode("utf-8")).hexdigest() != line["sha256"]:
        raise InputError(f"{collection}: {report}: the text that was annotated is not in the data")
    number = counts.get(collection, 0)
    counts[collection] = number + 1
    return Annotated(
        collection=collection,
        line=number,
        report=report,
        text=text,
        sources=tuple(SourceMention(Span(s["start"], s["end"]), s["kind"], s["entity"]) for s in line["sources"]),
        names={key: tuple(Span(a, b) for a, b in spans) for key, spans in line["entities"].items()},
    )
