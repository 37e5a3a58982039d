"""Whether the output is the same, byte for byte, whatever the workers, the order and the BLAS library."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random

from dateline import engine
from dateline.evaluate.subject import Build, Subject
from dateline.evaluate.timing import sound
from dateline.model import wire
from dateline.stages import Capture

CREWS = (1, 2, 4)
ORDERS = 3


def sameness(subject: Subject, captures: Sequence[Capture], *, seed: int) -> dict[str, bool]:
    """By circumstance, whether changing it leaves the wire form of every report unchanged."""

    def output(captures: Sequence[Capture], *, workers: int = 2, build: Build = subject.build) -> str:
        return digest(subject, captures, workers=workers, build=build)

    usual = output(captures)
    shuffled = [Random(f"{seed}/{order}").sample(captures, len(captures)) for order in range(ORDERS)]
    return {
        "workers 1, 2, 4": all(output(captures, workers=workers) == usual for workers in CREWS),
        "three shuffled orders": all(output(order) == usual for order in shuffled),
        "both BLAS libraries": output(captures, build=subject.build_blis) == usual,
    }


def digest(subject: Subject, captures: Sequence[Capture], *, workers: int, build: Build) -> str:
    """A hash over the wire forms of all ``captures``, put in order of their locators.

    Raises ``DatelineError`` when a report fails.
    """
    lines: dict[str, str] = {}
    for outcome in sound(engine.run(captures, workers=workers, limits=subject.limits, build=build)):
        assert outcome.reading is not None
        line = f"{outcome.capture.locator}\t{wire.dumps(wire.reading(outcome.reading))}"
        lines[outcome.capture.locator] = hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()
    return hashlib.sha256("\n".join(lines[locator] for locator in sorted(lines)).encode()).hexdigest()
