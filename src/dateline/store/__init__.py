"""Keeps readings in one SQLite file and finds them again: ``Store`` is the way in."""

from dateline.store.decisions import Decision
from dateline.store.facade import Store
from dateline.store.filters import StatementFilter
from dateline.store.runs import Run
from dateline.store.search import Hit
from dateline.store.view import ReportRow

__all__ = ["Decision", "Hit", "ReportRow", "Run", "StatementFilter", "Store"]
