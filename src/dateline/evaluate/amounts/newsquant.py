"""Reads NewsQuant: sentences with their quantities, each with its value, bound, unit and noun, but no offsets."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from dateline.errors import InputError, UsageError

PLACE = Path("quantity") / "newsquant-dev.jsonl"
"""Where the sentences lie in a folder of data sets."""

_NONE = "-"
_RANGE = re.compile(r"(-?[0-9.]+)\s*-\s*(-?[0-9.]+)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An annotated quantity. ``units`` are its unit as written and as normalised, empty where it has none.

    ``change`` is NewsQuant's sign of the bound: = ~ > < up down. ``noun`` are the words of its referred concepts.
    """

    low: Decimal
    high: Decimal
    change: str
    units: tuple[str, ...]
    noun: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with its quantities; ``line`` counts from 0."""

    line: int
    text: str
    wanted: tuple[Wanted, ...]


def sentences(data: Path) -> list[Annotated]:
    """The sentences of a NewsQuant file, or of the one in a folder of data sets (``PLACE``).

    Raises ``UsageError`` when there is none, ``InputError`` for a line that is not one of NewsQuant's.
    """
    path = data / PLACE if data.is_dir() else data
    if not path.is_file():
        raise UsageError(f"no quantities in '{data}': give a NewsQuant file, or a folder that holds {PLACE}")
    with path.open(encoding="utf-8") as lines:
        return [_sentence(path, number, line) for number, line in enumerate(lines) if line.strip()]


def _sentence(path: Path, number: int, line: str) -> Annotated:
    try:
        row = json.loads(line)
        return Annotated(number, row["text"], tuple(_wanted(one) for one in row["quantities"]))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as fault:
        raise InputError(f"{path.name}: line {number + 1} is no sentence of NewsQuant ({fault})") from fault


def _wanted(row: dict[str, Any]) -> Wanted:
    """Ranges are ordered: some run down ("from 208 to 193")."""
    value = str(row["value"]).strip()
    found = _RANGE.fullmatch(value)
    ends = sorted(Decimal(end) for end in (found.groups() if found else (value, value)))
    units = tuple(unit for unit in (row["unit"], row["normalized_unit"]) if unit != _NONE)
    noun = row["referred_concepts"]
    return Wanted(ends[0], ends[1], row["change"], units, "" if noun == _NONE else noun)
