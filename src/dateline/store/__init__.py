"""Keeps readings in one SQLite file and finds them again: ``Store`` is the way in."""

from dateline.store.actors import ActorFilter
from dateline.store.amounts import AmountFilter
from dateline.store.audits import Audit
from dateline.store.decisions import Decision
from dateline.store.events import EventFilter
from dateline.store.facade import Store
from dateline.store.filters import StatementFilter
from dateline.store.places import PlaceFilter
from dateline.store.runs import Run
from dateline.store.search import Hit
from dateline.store.times import TimeFilter
from dateline.store.view import ReportRow

__all__ = [
    "ActorFilter",
    "AmountFilter",
    "Audit",
    "Decision",
    "EventFilter",
    "Hit",
    "PlaceFilter",
    "ReportRow",
    "Run",
    "StatementFilter",
    "Store",
    "TimeFilter",
]
