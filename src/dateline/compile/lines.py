"""Lines of tab-separated files, read one by one; what cannot be read is counted and reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

Tell = Callable[[str], None]
T = TypeVar("T")

_STEP = 1_000_000  # lines after which something is said


class Lines:
    """One file. ``columns`` is how many a line has at least. ``count`` and ``bad`` are numbers of lines read so far."""

    def __init__(self, path: Path, columns: int, tell: Tell) -> None:
        self.count = self.bad = 0
        self._path, self._columns, self._tell = path, columns, tell
        self._first = ""

    def read(self, make: Callable[[list[str]], T | None]) -> Iterator[T]:
        """What ``make`` gives for each line, None left out. A line that it raises ``ValueError`` for is malformed.

        Empty lines and those that begin with ``#`` are no lines. How many were malformed is told at the end.
        """
        with self._path.open("rb") as file:  # by bytes: one line that is not UTF-8 must not end the reading
            for number, line in enumerate(file, 1):
                if line.startswith(b"#") or not line.strip():
                    continue
                self.count += 1
                if self.count % _STEP == 0:
                    self._tell(f"{self._path.name}: {self.count:,} lines read")
                try:
                    made = make(self._cells(line))
                except ValueError as fault:
                    self._note(number, fault)
                    continue
                if made is not None:
                    yield made
        if self.bad:
            self._tell(f"{self._path.name}: {self.bad:,} malformed lines left out, the first is {self._first}")

    def _cells(self, line: bytes) -> list[str]:
        cells = line.rstrip(b"\r\n").decode("utf-8-sig").split("\t")
        if len(cells) < self._columns:
            raise ValueError(f"{len(cells)} columns instead of {self._columns}")
        return cells

    def _note(self, number: int, fault: ValueError) -> None:
        reason = "not UTF-8" if isinstance(fault, UnicodeDecodeError) else str(fault)
        self._first = self._first or f"line {number} ({reason})"
        self.bad += 1
