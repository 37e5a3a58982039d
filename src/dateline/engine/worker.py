"""The worker's side: a process that builds its pipeline once and then reads one capture after another.

``process.Worker`` starts it as ``python -m dateline.engine.worker DESCRIPTOR``; the descriptor is its end of the pipe.
Standard input is the lifeline: nothing is ever written to it, and it closes when the parent ends, however it ends.
"""

from __future__ import annotations

import fcntl
import gc
import os
import pickle
import resource
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from time import perf_counter, process_time

from dateline.engine.work import Limits, Reply, Walker
from dateline.errors import DatelineError, InputError
from dateline.stages import Capture

_REASON = 300  # characters of a reason that are kept
_BACKSTOP = 1.5  # times the memory limit: the parent stops a worker at the limit, the kernel refuses more at this


class Stopwatch:
    """A ``Clock`` that knows which stage runs and how much processor time each took.

    Processor time is the cost of a stage whatever else the machine does; a worker has one thread.
    """

    def __init__(self) -> None:
        self.stage = ""
        self._spent: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        self.stage = stage
        start = process_time()
        yield
        self._spent[stage] = self._spent.get(stage, 0.0) + process_time() - start

    @property
    def stages(self) -> tuple[tuple[str, float], ...]:
        """Seconds by stage, in the order they first ran."""
        return tuple(self._spent.items())


def main(descriptor: int) -> None:
    """Answers captures until the pipe closes. First says None when it is ready, or the error why it never will be."""
    end_with_parent(sys.stdin.fileno())
    pipe = Connection(descriptor)
    limits, build = pipe.recv()
    made = _built(build)
    if isinstance(made, DatelineError):
        pipe.send(made)
        return
    pipe.send(None)
    _refuse_memory(int(limits.megabytes * _BACKSTOP))
    gc.freeze()  # models and vocabulary live as long as the process: no need to look through them again and again
    try:
        while True:
            raw, last = _answer(made, pipe.recv(), limits)
            pipe.send_bytes(raw)
            if last:
                return
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent wants no more


def end_with_parent(lifeline: int) -> None:
    """Lets the kernel end this process as soon as the other end of ``lifeline`` closes.

    A thread that waits for the end would not do: a regular expression that never ends does not let it run. The
    kernel's signal (SIGIO, whose default is to end the process) needs no Python.
    """
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([lifeline], [], [], 0)[0]:  # it had closed before
        sys.exit()


def _refuse_memory(megabytes: int) -> None:
    """Allocations beyond ``megabytes`` fail; for a hog so quick that the parent's watch comes too late."""
    wanted = megabytes << 20
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or wanted < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))


def _built(packed: bytes) -> Walker | DatelineError:
    try:
        build: Callable[[], Walker] = pickle.loads(packed)
        return build()
    except DatelineError as fault:
        return fault
    except Exception as fault:  # noqa: BLE001  nothing is carried on with: the parent raises it
        return DatelineError(f"a worker could not be set up: {_described(fault)}")


def _answer(walker: Walker, capture: Capture, limits: Limits) -> tuple[bytes, bool]:
    """The pickled reply to a capture, and whether it is the last.

    The one place where any error is caught and work goes on: a report on which a stage trips over a fault of
    its own must not take the other reports with it. The report fails, with the error in its reason.
    """
    clock, start = Stopwatch(), perf_counter()
    last = False
    try:
        with clock("read"):
            document = walker.read(capture)
        reading = walker.walk(document, clock)
        return pickle.dumps(Reply(reading, None, perf_counter() - start, clock.stages), pickle.HIGHEST_PROTOCOL), False
    except InputError as fault:
        reason = _line(str(fault))
    except MemoryError:
        reason, last = limits.too_large, True
    except Exception as fault:  # noqa: BLE001  see the docstring
        reason = _line(f"stage '{clock.stage}' failed: {_described(fault)}")
    return pickle.dumps(Reply(None, reason, perf_counter() - start, last=last)), last


def _described(fault: Exception) -> str:
    message = str(fault)
    return f"{type(fault).__name__}: {message}" if message else type(fault).__name__


def _line(text: str) -> str:
    """``text`` as one line that can be stored and shown: no control characters, no lone surrogates, not endless."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: 4 * _REASON]).split())
    return line if len(line) <= _REASON else f"{line[: _REASON - 1]}…"


if __name__ == "__main__":
    main(int(sys.argv[1]))
