"""Attribution: in which statement an event is told."""

from __future__ import annotations

from dateline.extract.events.attribution import Attribution
from dateline.model.records import Statement
from dateline.model.text import Span


def statement(key: str, cue: Span | None, *content: Span) -> Statement:
    return Statement(key, "report", None, cue, content, "indirect", "says")


OUTER = statement("outer", Span(10, 14), Span(15, 90))
INNER = statement("inner", Span(30, 39), Span(40, 80))
ATTRIBUTION = Attribution([OUTER, INNER])


def test_the_innermost_statement_tells_it() -> None:
    assert ATTRIBUTION.of(Span(50, 56)) == INNER
    assert ATTRIBUTION.of(Span(82, 88)) == OUTER


def test_a_cue_is_told_by_what_stands_around_it() -> None:
    assert ATTRIBUTION.of(Span(30, 39)) == OUTER
    assert ATTRIBUTION.of(Span(10, 14)) is None


def test_what_no_statement_holds_is_the_reports_own() -> None:
    assert ATTRIBUTION.of(Span(85, 95)) is None
    assert Attribution([]).of(Span(0, 4)) is None
