"""What the filters of all listings share: the checks of what is asked for, and the conditions it makes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import ColumnElement, Table, func, literal

from dateline.errors import UsageError, unknown
from dateline.model.values import PartialDate
from dateline.store import words
from dateline.store.schema import documents

Conditions = Iterator[ColumnElement[bool]]


def check_words(**given: str | None) -> None:
    """Raises ``UsageError`` for words that hold no letter or digit, by the name of what they are for."""
    for name, typed in given.items():
        if typed is not None and not words.has_word(typed):
            raise UsageError(f"there is no word in {name} '{typed}'")


def check_choice(what: str, value: str | None, choices: Collection[str]) -> None:
    """Raises ``UsageError`` for a value that is none of ``choices``, and lists them."""
    if value is not None and value not in choices:
        raise unknown(what, value, choices)


def check_score(score: float | None) -> None:
    """Raises ``UsageError`` for a score that is none."""
    if score is not None and not 0 <= score <= 1:
        raise UsageError(f"min-score must be from 0 to 1, not {score}")


def check_limit(limit: int | None) -> None:
    """Raises ``UsageError`` when nothing is wanted."""
    if limit is not None and limit < 1:
        raise UsageError(f"limit must be 1 or more, not {limit}")


def check_stretch(since: str | None, until: str | None) -> None:
    """Raises ``ValueFault`` for what is no date, ``UsageError`` when it ends before it begins."""
    first, last = _date(since), _date(until)
    if first and last and last.latest < first.earliest:
        raise UsageError(f"until {until} is before since {since}")


def of_outlet(name: str | None) -> Conditions:
    """Documents of outlets with these words in their name."""
    if name is not None:
        yield func.instr(documents.c.outlet, words.folded(name)) > 0


def in_stretch(table: Table, since: str | None, until: str | None) -> Conditions:
    """Rows of ``table`` whose time, from ``earliest`` to ``latest``, touches that from ``since`` to ``until``."""
    first, last = _date(since), _date(until)
    if first is not None:
        yield table.c.latest >= first.earliest.isoformat()
    if last is not None:
        yield table.c.earliest <= last.latest.isoformat()


def published(since: str | None, until: str | None) -> Conditions:
    """Documents that may have been published in that time; one without a date is in no such time."""
    first, last = _date(since), _date(until)
    shown = documents.c.published  # a prefix: 2017 or 2017-04 is no later than any day in it
    if first is not None:
        yield shown >= func.substr(literal(first.earliest.isoformat()), 1, func.length(shown))
    if last is not None:
        yield shown <= last.latest.isoformat()


def _date(given: str | None) -> PartialDate | None:
    return None if given is None else PartialDate(given)
