"""What the benches of places and times share: annotated texts, the matching of mentions, and sums over documents.

Mentions are matched where they overlap, one to one: each annotated one takes the first in the text that is not taken.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker
from dateline.errors import AnchorError, InputError, UsageError, ValueFault
from dateline.evaluate.bootstrap import interval
from dateline.evaluate.reading import readings
from dateline.model import wire
from dateline.model.links import Reading
from dateline.model.values import PartialDate
from dateline.stages import Capture

Stretch = tuple[int, int]
Annotated = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what is annotated in it: ``gold`` as the line has it, in order."""

    id: str
    text: str
    gold: tuple[Annotated, ...]
    capture: Capture


def texts(data: Path, field: str) -> list[Text]:
    """The texts of a JSON Lines file with their annotations under ``field``.

    A ``published`` that is no date ("7:58 AM ET") is left out.

    Raises ``UsageError`` when there is no such file or it has no annotations of that kind, ``InputError`` for a line
    that is not as it should be.
    """
    if not data.is_file():
        raise UsageError(f"no annotated texts at '{data}': it needs a file with a text and its {field} on each line")
    found = [_text(line, number, data, field) for number, line in enumerate(_lines(data), start=1)]
    if not found:
        raise UsageError(f"no annotated texts in '{data}': the file is empty")
    return found


def read(
    given: Sequence[Text],
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int,
    tell: Callable[[str], None],
) -> Iterator[tuple[Text, Reading]]:
    """Each text with its reading, in order. Raises ``InputError`` for one that cannot be read."""
    captures = [one.capture for one in given]
    found = readings(captures, build=build, limits=limits, workers=workers, tell=tell, total=len(captures))
    yield from zip(given, found, strict=True)


def flaws(one: Text, reading: Reading) -> tuple[int, int]:
    """How many spans do not hold (the first of a reading counts), and whether the text came back changed: both 0."""
    changed = int(reading.document.text != one.text)
    try:
        wire.check_anchors(wire.reading(reading), reading.document.text)
    except AnchorError:
        return 1, changed
    return 0, changed


def match(gold: Sequence[Stretch], found: Sequence[Stretch]) -> list[int | None]:
    """For each annotated stretch the number of the found one that it takes, or None."""
    taken: set[int] = set()
    pairs: list[int | None] = []
    for one in gold:
        hit = next((at for at, other in enumerate(found) if at not in taken and overlap(one, other)), None)
        if hit is not None:
            taken.add(hit)
        pairs.append(hit)
    return pairs


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether the two share a character."""
    return max(one[0], other[0]) < min(one[1], other[1])


def f1(hits: float, found: float, gold: float) -> float:
    """F1 in per cent."""
    return 200 * hits / max(1, found + gold)


def share(hits: float, of: float) -> float:
    """Hits in per cent of all."""
    return 100 * hits / max(1, of)


def figure(counts: Sequence[Sequence[int]], of: Callable[[Sequence[float]], float]) -> dict[str, float]:
    """A figure of the sums of ``counts`` (a row for each document) with the ends of its 95 % interval."""
    sums = [float(sum(column)) for column in zip(*counts, strict=True)]
    low, high = interval(counts, of)
    return {"value": round(of(sums), 1), "low": low, "high": high}


def _lines(data: Path) -> Iterator[str]:
    with data.open(encoding="utf-8") as lines:
        yield from (line for line in lines if line.strip())


def _text(line: str, number: int, data: Path, field: str) -> Text:
    try:
        row = json.loads(line)
    except ValueError as fault:
        raise InputError(f"{data}: line {number} is not JSON") from fault
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get(field), list):
        raise InputError(f"{data}: line {number} needs a text and a list of {field}")
    return Text(str(row.get("id") or number), row["text"], tuple(row[field]), capture(row, f"{data.name}#{number}"))


def capture(row: Mapping[str, Any], locator: str) -> Capture:
    """What a line gives to be read: its text with title, outlet and date of publication, without annotations."""
    told = {key: row[key] for key in ("title", "outlet") if row.get(key)}
    if _is_date(row.get("published")):
        told["published"] = row["published"]
    report = {"id": str(row.get("id") or locator), "text": row["text"], **told}
    return Capture(locator, "jsonl", json.dumps(report, ensure_ascii=False).encode("utf-8"))


def _is_date(given: object) -> bool:
    try:
        return isinstance(given, str) and bool(PartialDate(given))
    except ValueFault:
        return False
