"""The crew: hands captures to worker processes and gives their outcomes as they come."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from dateline.engine.seat import Job, Seat
from dateline.engine.work import Limits, Outcome, Walker
from dateline.errors import UsageError
from dateline.stages import Capture

AHEAD = 4  # captures pulled and not yet given back, for each worker: enough to outlast a slow write of the consumer
SPREAD = 512  # captures that may overtake one slow report: what ``in_order`` holds back at most


class Crew:
    """Up to ``workers`` worker processes, each with a pipeline that ``build`` makes.

    Use it with ``with``. The first worker begins to load as soon as the crew is made, so that opening a store
    or looking for files costs no time; the others start when there is work for them. ``build`` is a picklable
    top-level callable (or a ``functools.partial`` of one) without arguments.
    """

    def __init__(self, *, workers: int, limits: Limits, build: Callable[[], Walker]) -> None:
        if workers < 1:
            raise UsageError(f"a crew needs at least 1 worker, got {workers}")
        self._size = workers
        self._limits = limits
        self._build = pickle.dumps(build)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._results: SimpleQueue[Outcome | Exception] = SimpleQueue()
        self._seats: list[Seat] = []
        self._add_seat()

    def run(self, captures: Iterable[Capture]) -> Iterator[Outcome]:
        """The outcome of each capture, in the order they are done.

        ``captures`` is pulled in the caller's thread, a few ahead of what was given back, so it may be endless.
        Raises the ``DatelineError`` for which no worker can be had. When it ends early, by an error or because
        the caller closes it, the crew is closed.
        """
        coming = enumerate(captures)
        given: set[int] = set()
        following, finished = 0, False
        try:
            while True:
                for index, capture in islice(coming, self._room(given, following)):
                    given.add(index)
                    following = index + 1
                    self._hand_out((index, capture), len(given))
                if not given:
                    finished = True
                    return
                outcome = self._next_result()
                given.remove(outcome.index)
                yield outcome
        finally:
            if not finished:
                self.close()

    def close(self) -> None:
        """Ends all workers at once and waits until they have gone."""
        for seat in self._seats:
            seat.stop()
            self._jobs.put(None)
        for seat in self._seats:
            seat.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _room(self, given: set[int], following: int) -> int:
        """How many captures may be handed out now, when ``given`` are out and ``following`` is the next."""
        oldest = min(given, default=following)
        return max(0, min(AHEAD * self._size - len(given), oldest + SPREAD - following))

    def _hand_out(self, job: Job, at_once: int) -> None:
        if len(self._seats) < min(self._size, at_once):
            self._add_seat()
        self._jobs.put(job)

    def _add_seat(self) -> None:
        seat = Seat(build=self._build, limits=self._limits, jobs=self._jobs, results=self._results)
        self._seats.append(seat)
        seat.start()

    def _next_result(self) -> Outcome:
        result = self._results.get()
        if isinstance(result, Exception):
            raise result
        return result


def run(captures: Iterable[Capture], *, workers: int, limits: Limits, build: Callable[[], Walker]) -> Iterator[Outcome]:
    """The outcome of each capture, in the order they are done; see ``Crew`` and ``Crew.run``.

    No process is started before the first capture is there.
    """
    source = iter(captures)
    first = next(source, None)
    if first is None:
        return
    with Crew(workers=workers, limits=limits, build=build) as crew:
        yield from crew.run(chain((first,), source))
