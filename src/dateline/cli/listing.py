"""How an entry of a listing looks: a report with its state, a statement, a hit, a time, an amount, an actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli.progress import plural
from dateline.cli.report import beside, hanging, how, indented, joined, said, speaker
from dateline.cli.screen import Screen

if TYPE_CHECKING:
    from dateline.store import Hit, ReportRow

_OTHERS = 5
_STATES = {"done": "green", "kept": "yellow", "failed": "bold red"}


def show_row(row: ReportRow, screen: Screen) -> None:
    """A report: state, how many statements and events, where it was read from, why it was not read."""
    told = f"{row.statements:>4}{row.events:>5}" if row.state == "done" else "   -    -"
    reason = f"  {row.reason}" if row.reason else ""
    screen.show(hanging((f"{row.state:<7}", _STATES[row.state]), f"{told}  {row.locator}", (reason, "dim"), by=18))


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
    screen.show(indented(*marked_words(hit.snippet, hit.marks, screen), by=5), "")


def show_time(entry: Mapping[str, Any], screen: Screen) -> None:
    """A time: the date it means, its type and value, the words around it, the report."""
    date = entry["date"]
    day = "no date" if date is None else joined_dates(date["first"], date["last"])
    timex = entry["timex"]
    value = None if timex["value"] == day else timex["value"]
    screen.show(hanging((day, "bold cyan"), f"  {joined(timex['type'], value, date and date['basis'])}", by=4))
    show_in_context(entry, screen)


def show_amount(entry: Mapping[str, Any], screen: Screen) -> None:
    """An amount: how many of what, the words around it, the report."""
    quantity = entry["quantity"]
    counted = quantity["counted"]
    told = joined(quantity["unit"], counted and f"of: {counted['text']}" if counted else None)
    screen.show(hanging((how_much(quantity), "bold cyan"), f"  {told}", by=4))
    show_in_context(entry, screen)


def show_actor(entry: Mapping[str, Any], screen: Screen) -> None:
    """An actor: what it is called and is; how often it is named and speaks, and by which other names."""
    codes = " ".join(filter(None, (entry["code"], entry["sector"])))
    told = joined(", ".join(entry["kinds"]), codes, None if codes else entry["country"])
    screen.show(hanging((entry["name"], "bold cyan"), f"  {told}", by=4))
    numbers = (("reports", "report"), ("mentions", "mention"), ("statements", "statement"), ("events", "event"))
    counted = ", ".join(plural(entry[name], one) for name, one in numbers)
    screen.show(indented(joined(counted, entry["id"], also(entry)), by=2, style="dim"))


def also(entry: Mapping[str, Any]) -> str | None:
    """The other names that reports have for it, as far as there is room."""
    others = entry["names"][1 : 1 + _OTHERS]
    return f"also: {', '.join(others)}" if others else None


def show_in_context(entry: Mapping[str, Any], screen: Screen) -> None:
    """The words around a mention, with it marked, and the report."""
    screen.show(indented(*marked_words(entry["snippet"], entry["marks"], screen), by=2))
    screen.show(indented(joined(entry["title"], entry["published"], entry["document"]), by=2, style="dim"), "")


def joined_dates(first: str, last: str | None) -> str:
    """One date, or a stretch of time."""
    return first if last is None else f"{first} to {last}"


def how_much(quantity: Mapping[str, Any]) -> str:
    """The number of a quantity with its bound: "7,000", "about 40", "at least 3"."""
    low, high = (None if quantity[end] is None else _grouped(quantity[end]) for end in ("low", "high"))
    if low is not None and high is not None:
        number = low if low == high else f"{low} to {high}"
        return f"about {number}" if quantity["bound"] == "about" else number
    return f"at least {low}" if high is None else f"at most {high}"


def _grouped(number: str) -> str:
    """ "1300000.5" as "1,300,000.5"."""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdecimal() else number


def marked_words(snippet: str, marks: Iterable[Sequence[int]], screen: Screen) -> Iterator[str | tuple[str, str]]:
    """The snippet in parts, with the words marked; in ``**`` without colours."""
    end = 0
    for start, stop in marks:
        word = snippet[start:stop]
        yield snippet[end:start]
        yield (word, "bold yellow") if screen.coloured else f"**{word}**"
        end = stop
    yield snippet[end:]
