"""The speed bench: how fast, in how much memory, and whether the output stays the same.

result = measure(Subject.of(settings), Plan.short())
print(json.dumps(result.wire()))
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from dateline.evaluate import synthetic
from dateline.evaluate.sameness import sameness
from dateline.evaluate.subject import Subject
from dateline.evaluate.timing import Rate, first_record, timed

RUNS = ((1, False), (2, False), (1, True), (2, True))  # workers, and whether into a store

__all__ = ["RUNS", "Plan", "Rate", "Speed", "Subject", "measure"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: ``reports`` in each timed run and ``long`` in one more with two workers and a store
    (0 for none), ``checked`` reports for sameness, ``starts`` cold starts, all with reports of ``words`` words.
    """

    reports: int = 1000
    long: int = 10_000
    checked: int = 200
    starts: int = 3
    words: int = 500
    seed: int = 1

    @classmethod
    def short(cls) -> Plan:
        """A plan for a minute or two."""
        return cls(reports=150, long=0, checked=30, starts=1)


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured. ``first_record`` is the median in seconds of the cold starts; ``same`` says by
    circumstance whether the output stayed the same; ``stages`` are milliseconds of processor time a report.
    """

    plan: Plan
    machine: Mapping[str, Any]
    producers: Mapping[str, str]
    rates: tuple[Rate, ...]
    first_record: float
    stages: Mapping[str, float]
    same: Mapping[str, bool]

    def rate(self, *, workers: int, stored: bool, reports: int | None = None) -> Rate | None:
        """The run in these circumstances, of ``plan.reports`` reports unless another number is given."""
        wanted = (workers, stored, reports or self.plan.reports)
        return next((rate for rate in self.rates if (rate.workers, rate.stored, rate.reports) == wanted), None)

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields."""
        return {
            "words_per_report": self.plan.words,
            "machine": dict(self.machine),
            "producers": dict(self.producers),
            "rates": [rate.wire() for rate in self.rates],
            "first_record_seconds": round(self.first_record, 2),
            "stage_ms_per_report": dict(self.stages),
            "same_output": dict(self.same),
        }


def measure(subject: Subject, plan: Plan, *, tell: Callable[[str], None] = lambda step: None) -> Speed:
    """Measures ``subject``; ``tell`` is given a line at the beginning of each step.

    Raises ``DatelineError`` when a report fails or nothing can be started.
    """
    one = next(synthetic.captures(1, words=plan.words, seed=plan.seed))
    tell(f"first record from a cold start, {plan.starts} times")
    first = median(first_record(subject.scan, one) for _ in range(plan.starts))
    runs = [(*run, plan.reports) for run in RUNS] + ([(2, True, plan.long)] if plan.long else [])
    rates: list[Rate] = []
    for workers, stored, reports in runs:
        tell(f"{reports:,} reports, workers: {workers}, store: {'yes' if stored else 'no'}")
        captures = synthetic.captures(reports, words=plan.words, seed=plan.seed)
        rates.append(timed(subject, captures, workers=workers, stored=stored))
    tell(f"{plan.checked} reports in other orders, with other workers, with the other BLAS library")
    checked = list(synthetic.captures(plan.checked, words=plan.words, seed=plan.seed))
    same = sameness(subject, checked, seed=plan.seed)
    return Speed(plan, _machine(), subject.producers, tuple(rates), first, rates[0].stage_costs, same)


def _machine() -> dict[str, Any]:
    return {"processors": os.cpu_count(), "system": platform.platform(), "python": platform.python_version()}
