"""What the engine is given, what passes between its processes, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dateline.model.links import Reading
from dateline.model.text import Document
from dateline.pipeline import Clock
from dateline.stages import Capture


class Walker(Protocol):
    """What a worker builds once and then uses for every report; ``pipeline.Pipeline`` is one.

    ``read`` raises ``InputError`` for what cannot be read. ``walk`` enters ``clock`` with each stage's name.
    """

    def read(self, capture: Capture) -> Document: ...

    def walk(self, document: Document, clock: Clock) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may take before it is stopped: wall-clock seconds, and its worker's memory in megabytes."""

    seconds: float
    megabytes: int

    @property
    def too_slow(self) -> str:
        """The reason of a report that went over its time."""
        return f"took longer than {self.seconds:g} s and was stopped"

    @property
    def too_large(self) -> str:
        """The reason of a report that went over its memory."""
        return f"used more than {self.megabytes} MB of memory and was stopped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one capture: a reading, or the ``reason`` why there is none (exactly one of the two).

    ``index`` counts the captures from 0 in the order they came. ``seconds`` is the time it was in the worker,
    ``stages`` the processor seconds of each stage, by name, in the order they ran.
    """

    index: int
    capture: Capture
    reading: Reading | None
    reason: str | None
    seconds: float
    stages: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A worker's answer to one capture. After a ``last`` one the worker ends and must be replaced."""

    reading: Reading | None
    reason: str | None
    seconds: float
    stages: tuple[tuple[str, float], ...] = ()
    last: bool = False


def in_order(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes by their index, each as soon as all before it have come.

    It holds back what came early; ``run`` never lets more than ``crew.SPREAD`` overtake a slow one.
    """
    held: dict[int, Outcome] = {}
    following = 0
    for outcome in outcomes:
        held[outcome.index] = outcome
        while following in held:
            yield held.pop(following)
            following += 1
    for index in sorted(held):
        yield held[index]
