"""The parent's side of one worker process: starting it, asking it, watching its limits, ending it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from multiprocessing import Pipe
from time import monotonic
from typing import cast

from dateline.engine.work import Limits, Reply
from dateline.errors import DatelineError
from dateline.stages import Capture

_TICK = 0.2  # seconds between two looks at a worker's time and memory
_LOST = 1.0  # seconds one look counts at most: a laptop that slept, or Ctrl-Z, is not the report's fault
_START = 180.0  # seconds a worker may take to load its models
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


class Worker:
    """A process that reads captures, one at a time.

    It is a fresh interpreter, not a fork: nothing of the parent's state can reach a record, and the caller's
    script is not imported again. It has the parent's ``sys.path`` and one thread for matrix products. Its
    standard output is closed off, for that belongs to the parent's results.
    """

    def __init__(self, build: bytes, limits: Limits) -> None:
        """Starts the process; ``build`` is the pickled callable. Raises ``DatelineError`` when it cannot start."""
        self._limits = limits
        self._rest = 0
        self._pipe, theirs = Pipe()
        with theirs:
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "dateline.engine.worker", str(theirs.fileno())],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    env=_environment(),
                    pass_fds=(theirs.fileno(),),
                )
            except OSError as fault:
                self._pipe.close()
                raise DatelineError(f"a worker process could not be started: {fault}") from fault
        self._order = (limits, build)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def prepare(self) -> None:
        """Waits until the worker has built its pipeline. Raises the ``DatelineError`` for which it cannot."""
        try:
            self._pipe.send(self._order)
            if self._passed(_START, None) is not None:
                raise DatelineError(f"a worker was not ready after {_START:g} s")
            fault = cast("DatelineError | None", self._pipe.recv())
        except (EOFError, OSError) as gone:
            raise DatelineError(f"a {self._death()} while it was set up") from gone
        if fault is not None:
            raise fault
        self._rest = self.memory()
        if self._rest >= self._limits.megabytes << 20:
            needs = f"a worker needs {self._rest >> 20} MB before it reads a report"
            raise DatelineError(f"the memory limit of {self._limits.megabytes} MB is too low: {needs}")

    def read(self, capture: Capture) -> Reply:
        """What the worker says to ``capture``; a reply that is ``last`` when it was stopped or died over it."""
        start = monotonic()
        try:
            self._pipe.send(capture)
            passed = self._passed(self._limits.seconds, self._limits.megabytes)
            if passed is None:
                return cast(Reply, pickle.loads(self._pipe.recv_bytes()))
        except (EOFError, OSError):
            passed = self._death()
        return Reply(None, passed, monotonic() - start, last=True)

    def memory(self) -> int:
        """The bytes of memory the process holds (resident set); 0 once it has ended."""
        import psutil

        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.NoSuchProcess:
            return 0

    @property
    def usable(self) -> bool:
        """Whether it can take another report: alive, and at rest not over halfway from its first size to its limit."""
        return self._process.poll() is None and self.memory() <= (self._rest + (self._limits.megabytes << 20)) // 2

    def kill(self) -> None:
        """Ends the process at once, whatever it does; any thread may call it."""
        self._process.kill()

    def close(self) -> None:
        """Ends the process, waits for its end, and gives back what it held."""
        self._process.kill()
        self._process.wait()
        self._pipe.close()
        if self._process.stdin is not None:
            self._process.stdin.close()

    def _passed(self, seconds: float, megabytes: int | None) -> str | None:
        """None as soon as the worker has answered or died, else which limit it went over."""
        spent, before = 0.0, monotonic()
        while not self._pipe.poll(min(_TICK, seconds)):
            now = monotonic()
            spent += min(now - before, _LOST)
            before = now
            if spent >= seconds:
                return self._limits.too_slow
            if megabytes is not None and self.memory() > megabytes << 20:
                return self._limits.too_large
        return None

    def _death(self) -> str:
        try:
            code = self._process.wait(1.0)
        except subprocess.TimeoutExpired:  # it closed its pipe and lives on
            self._process.kill()
            code = self._process.wait()
        return f"worker died ({f'signal {-code}' if code < 0 else f'exit status {code}'})"


def _environment() -> dict[str, str]:
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return {**os.environ, **_ONE_THREAD, "PYTHONPATH": path}
