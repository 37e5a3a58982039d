"""Runs the pipeline over many reports in worker processes; a report that hangs, hogs or crashes ends only its own.

limits = Limits(seconds=60, megabytes=1500)
for outcome in run(captures, workers=2, limits=limits, build=partial(registry.pipeline, settings)):
    ...
"""

from dateline.engine.crew import Crew, run
from dateline.engine.work import Limits, Outcome, Walker, in_order

__all__ = ["Crew", "Limits", "Outcome", "Walker", "in_order", "run"]
