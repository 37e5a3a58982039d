"""Reads what is measured, in order, and stops at the first report that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.engine import Limits, Walker, in_order, run
from dateline.errors import InputError
from dateline.model.links import Reading
from dateline.stages import Capture

_TOLD = 20  # reports between two words of progress


def readings(
    captures: Iterable[Capture],
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int,
    tell: Callable[[str], None] = lambda _: None,
    total: int = 0,
) -> Iterator[Reading]:
    """The reading of each of ``captures``, in their order. Raises ``InputError`` for a report that cannot be read.

    ``tell`` hears how many of ``total`` there are so far.
    """
    for outcome in in_order(run(captures, workers=workers, limits=limits, build=build)):
        if outcome.reading is None:
            raise InputError(f"{outcome.capture.locator}: {outcome.reason}")
        yield outcome.reading
        if outcome.index % _TOLD == _TOLD - 1:
            tell(f"{outcome.index + 1} of {total} reports")
