"""The benchmark of the gazetteer: look-ups a second, its size, and the memory that it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import psutil

from dateline.vocab.gazetteer import Gazetteer

LOOKUPS_A_SECOND = 50_000
"""How many are wanted."""

_STEP = 5  # of the places in order of their numbers, every fifth lends its name: all countries and kinds
_OF_A_REPORT, _AGAIN = 100, 50  # names that a report asks for over and over
_UNKNOWN = "zzq"  # no name ends so
_MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Score:
    """Rates are look-ups of a name with all its places a second of processor time: ``cold`` for names never asked for,
    ``warm`` for those of one report asked again and again, ``unknown`` for words that name nothing.
    ``private_megabytes`` is what a process has more after all that; the file's pages are mapped, and shared by all
    workers.
    """

    names: int
    cold: int
    warm: int
    unknown: int
    file_megabytes: float
    private_megabytes: float

    def wire(self) -> dict[str, Any]:
        """The figures as plain values, with the rate that is wanted."""
        return {**asdict(self), "wanted": LOOKUPS_A_SECOND}


def measure(path: Path, *, names: int = 50_000) -> Score:
    """Looks up as many names as asked for, or as many as the gazetteer lends. Raises ``GazetteerError``."""
    asked = [place.name for place in islice(Gazetteer(path).every(), 0, names * _STEP, _STEP)]
    process = psutil.Process()
    before = process.memory_full_info().uss
    places = Gazetteer(path)
    cold = _rate(places.candidates, asked)
    warm = _rate(places.candidates, asked[-_OF_A_REPORT:] * _AGAIN)
    unknown = _rate(places.candidates, [name + _UNKNOWN for name in asked])
    grown = process.memory_full_info().uss - before
    size = path.stat().st_size
    return Score(
        names=len(asked),
        cold=cold,
        warm=warm,
        unknown=unknown,
        file_megabytes=round(size / _MEGABYTE, 1),
        private_megabytes=round(max(0, grown) / _MEGABYTE, 1),
    )


def _rate(look_up: Callable[[str], object], names: Sequence[str]) -> int:
    start = time.process_time()
    for name in names:
        look_up(name)
    return int(len(names) / max(1e-9, time.process_time() - start))
