"""Earlier judgements held against what is found in the same texts today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dateline.engine import Limits, Walker
from dateline.errors import UsageError
from dateline.evaluate.events import judgements
from dateline.evaluate.events.judgements import Entry, standing
from dateline.evaluate.events.rescoring import Rescored, rescored
from dateline.evaluate.events.texts import digest, found, read
from dateline.evaluate.gold import HERE
from dateline.model import wire


def anew(
    path: Path,
    data: Path,
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int = 2,
    gold: Path = HERE,
    tell: Callable[[str], None] = lambda _: None,
) -> Rescored:
    """Reads the judged texts under ``data`` and gives what of the judgements in the file ``path`` still holds.

    Raises ``InputError`` for a text that is not there.
    """
    lines = list(judgements.read(path))
    if not lines:
        raise UsageError(f"there are no judgements in '{path}'")
    texts = found(data, list({line["sha256"]: line for line, _ in lines}.values()), gold=gold)
    now: dict[str, list[Entry]] = {}
    for text, reading in read(texts, build=build, limits=limits, workers=workers, tell=tell):
        now[digest(text.text)] = [entry for entry in wire.records(reading) if entry["kind"] == "event"]
    given = (replace(audit, document=line["sha256"]) for line, audits in lines for audit in audits)
    return rescored(standing(given), now)
