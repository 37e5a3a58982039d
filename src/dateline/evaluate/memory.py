"""How much memory this process and all it started hold, at most, over a stretch of time."""

from __future__ import annotations

from threading import Event, Thread
from types import TracebackType
from typing import Self

import psutil


class MemoryWatch:
    """Looks five times a second at the resident memory of this process and its descendants, added up.

    Pages that processes share are counted in each of them, so the true peak is rather lower.

        with MemoryWatch() as watch:
            ...
        print(watch.peak >> 20, "MB")
    """

    interval = 0.2

    def __init__(self) -> None:
        self.peak = 0
        self._over = Event()
        self._thread = Thread(target=self._look, name="dateline-memory", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        process, over = psutil.Process(), False
        while not over:
            self.peak = max(self.peak, sum(_resident(one) for one in (process, *process.children(recursive=True))))
            over = self._over.wait(self.interval)


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
