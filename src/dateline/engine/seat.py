"""A worker's place: the thread that keeps one worker process at work and replaces it when it ends."""

from __future__ import annotations

import signal
from queue import SimpleQueue
from threading import Lock, Thread

from dateline.engine.process import Worker
from dateline.engine.work import Limits, Outcome, Reply
from dateline.stages import Capture

Job = tuple[int, Capture]


class Seat(Thread):
    """Takes jobs from one queue and puts outcomes into another, or the error for which no worker can be had.

    Its first worker starts with the thread, a later one when the job for it comes. A thread of its own lets the
    limits be watched and the next report be handed out while the consumer is busy.
    """

    def __init__(
        self, *, build: bytes, limits: Limits, jobs: SimpleQueue[Job | None], results: SimpleQueue[Outcome | Exception]
    ) -> None:
        super().__init__(name="dateline-seat", daemon=True)
        self._build = build
        self._limits = limits
        self._jobs = jobs
        self._results = results
        self._lock = Lock()
        self._stopped = False
        self._worker: Worker | None = None

    def run(self) -> None:
        """Works until it takes None for a job, is stopped, or no worker can be had."""
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # workers inherit it: Ctrl-C is the parent's affair
        try:
            if self._manned():
                for index, capture in iter(self._jobs.get, None):
                    reply = self._read(capture)
                    if reply is None:
                        break
                    self._results.put(_outcome(index, capture, reply))
        except Exception as fault:  # noqa: BLE001  it is raised in the consumer's thread
            self._results.put(fault)
        finally:
            self._dismiss()

    def stop(self) -> None:
        """Ends the worker at once and starts no other. The thread ends with the job it has, or at the next one."""
        with self._lock:
            self._stopped = True
            if self._worker is not None:
                self._worker.kill()

    def _read(self, capture: Capture) -> Reply | None:
        worker = self._manned()
        if worker is None:
            return None
        reply = worker.read(capture)
        if reply.last:
            self._dismiss()
        return reply

    def _manned(self) -> Worker | None:
        """The worker, a new one if need be, ready to read; None once stopped."""
        if self._worker is not None and not self._worker.usable:
            self._dismiss()
        with self._lock:
            if self._stopped:
                return None
            if self._worker is not None:
                return self._worker
            self._worker = Worker(self._build, self._limits)
        self._worker.prepare()
        return self._worker

    def _dismiss(self) -> None:
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()


def _outcome(index: int, capture: Capture, reply: Reply) -> Outcome:
    return Outcome(index, capture, reply.reading, reply.reason, reply.seconds, reply.stages)
