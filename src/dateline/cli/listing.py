"""How one line of a listing looks: a report with its state, a statement, a hit of the search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dateline.cli.report import beside, hanging, how, indented, joined, said, speaker
from dateline.cli.screen import Screen

if TYPE_CHECKING:
    from dateline.store import Hit, ReportRow

_STATES = {"done": "green", "kept": "yellow", "failed": "bold red"}


def show_row(row: ReportRow, screen: Screen) -> None:
    """A report: state, number of statements, where it was read from, and the reason where it was not read."""
    told = f"{row.statements:>4}" if row.state == "done" else "   -"
    reason = f"  {row.reason}" if row.reason else ""
    screen.show(hanging((f"{row.state:<7}", _STATES[row.state]), f"{told}  {row.locator}", (reason, "dim"), by=13))


def show_statement(entry: Mapping[str, Any], screen: Screen) -> None:
    """A statement: who, how, when; the words; the report."""
    date = entry["date"]["first"] if entry["date"] else entry["published"]
    through = f"through {', through '.join(entry['chain'])}" if entry["chain"] else None
    screen.show(
        hanging((speaker(entry, entry["speaker_name"]), "bold cyan"), f"  {joined(how(entry), through, date)}", by=4),
        indented(said(entry, size=2000), by=2),
        *(indented(line, by=2) for line in beside(entry)),
        indented(joined(entry["title"], entry["document"]), by=2, style="dim"),
        "",
    )


def show_hit(number: int, hit: Hit, screen: Screen) -> None:
    """A hit: what it is, in which report, and the snippet with the words marked; in ``**`` without colours."""
    screen.show(hanging((f"{number:>3}  {hit.kind}", "bold"), f"  {joined(hit.title, hit.document)}", by=5))
    parts: list[str | tuple[str, str]] = []
    end = 0
    for start, stop in hit.marks:
        word = hit.snippet[start:stop]
        parts += [hit.snippet[end:start], (word, "bold yellow") if screen.coloured else f"**{word}**"]
        end = stop
    parts.append(hit.snippet[end:])
    screen.show(indented(*parts, by=5), "")
