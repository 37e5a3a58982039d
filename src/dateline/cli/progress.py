"""Shows how far the reading is: a bar on a terminal, else a line a report."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from dateline.cli import clean
from dateline.cli.screen import Screen, complain, console
from dateline.cli.work import STATES, Ended


def watched(ended: Iterable[Ended], screen: Screen, *, total: Callable[[], int | None]) -> Iterator[Ended]:
    """``ended`` as they come, each shown on standard error, or as JSON on standard output.

    ``total`` counts the reports; it is asked only where a bar needs it.
    """
    if screen.as_json:
        return _as_json(ended, screen)
    if sys.stderr is not None and sys.stderr.isatty():
        return _with_bar(ended, total())
    return _in_lines(ended)


def summary(ended: Iterable[Ended]) -> str:
    """One line: "read 12 reports: 10 done, 1 kept (no extractor for ru), 1 failed"."""
    given = list(ended)
    states = Counter(one.state for one in given)
    read = states.total() - states["known"]
    known = f"{states['known']} known already" if states["known"] else ""
    if not read:
        return f"nothing new to read: {known}" if known else "nothing to read"
    parts = [f"{states['done']} done"]
    if states["kept"]:
        reasons = Counter(one.reason or "" for one in given if one.state == "kept")
        told = [reason if len(reasons) == 1 else f"{count} {reason}" for reason, count in sorted(reasons.items())]
        parts.append(f"{states['kept']} kept ({', '.join(told)})")
    parts += [f"{states['failed']} failed"] if states["failed"] else []
    return f"read {plural(read, 'report')}: {', '.join(parts)}" + (f"; {known}" if known else "")


def counted(ended: Iterable[Ended]) -> dict[str, int]:
    """How many reports ended how, every state named."""
    states = Counter(one.state for one in ended)
    return {state: states[state] for state in STATES}


def plural(count: int, noun: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def described(one: Ended) -> str:
    """A report's end in words: "done    reports/a.txt: 12 statements, 3 events"."""
    found = f"{plural(one.statements, 'statement')}, {plural(one.events, 'event')}"
    told = one.reason if one.reason else found
    return f"{one.state:<7} {clean.line(one.locator)}" + ("" if one.state == "known" else f": {clean.line(told)}")


def _as_json(ended: Iterable[Ended], screen: Screen) -> Iterator[Ended]:
    for one in ended:
        screen.json(one.wire())
        yield one


def _in_lines(ended: Iterable[Ended]) -> Iterator[Ended]:
    for one in ended:
        if one.state != "known":
            complain(described(one))
        yield one


def _with_bar(ended: Iterable[Ended], total: int | None) -> Iterator[Ended]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=total)
        for one in ended:
            bar.advance(task)
            yield one
