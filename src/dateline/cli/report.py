"""One report as a person sees it: its head, its text with the statements marked, and the statements as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.cli import clean
from dateline.cli.marking import legend, marked, numbered, numbered_events
from dateline.cli.screen import Lines, Screen, phrase

Wire = Mapping[str, Any]

_BESIDE = ("addressee", "setting", "place")
_LONGEST = 200  # characters of a line about the occasion


def show_report(reading: Wire, screen: Screen, *, locator: str | None) -> None:
    """Shows the report: head, text with statements and events marked, list of statements."""
    show_head(reading, screen, locator=locator)
    events = numbered_events(reading["records"])
    found = [*numbered(reading["records"]), *events]
    screen.show(legend(coloured=screen.coloured, events=bool(events)) if found else "", "")
    screen.show(marked(reading["document"]["text"].rstrip(), found, coloured=screen.coloured), "")
    show_statements(reading, screen)


def show_head(reading: Wire, screen: Screen, *, locator: str | None) -> None:
    """Shows what is known about the report: title, place, outlet, date, language, issues."""
    document = reading["document"]
    if document["title"]:
        screen.show(phrase((document["title"], "bold")))
    source = document["source"]
    told = joined(locator, source["outlet"], document["published"], document["language"], document["id"])
    screen.show(phrase((told, "dim")))
    for issue in document["issues"]:
        screen.show(phrase("note: ", issue))


def show_statements(reading: Wire, screen: Screen) -> None:
    """Shows the statements of a report, numbered as they are in the marked text."""
    statements = numbered(reading["records"])
    names = {entity["id"]: entity["name"] for entity in reading["entities"]}
    numbers = {record["id"]: (number, record) for number, record in statements}
    if not statements:
        screen.show("no statements found")
    for number, record in statements:
        inside = "".join(
            f", inside {outer} ({speaker(other, names.get(other['speaker']))})"
            for outer, other in _chain(record, numbers)
        )
        who = speaker(record, names.get(record["speaker"]))
        screen.show(
            hanging(f"{number:>3}  ", (who, "bold cyan"), f"  {how(record)}{inside}", by=5),
            indented(said(record, size=400), by=5),
            *(indented(line, by=5, style="dim") for line in beside(record)),
        )


def speaker(record: Wire, name: str | None) -> str:
    """Who said it: the name of the speaker, else the words of the source, else that nobody is named."""
    if name:
        return name
    return record["source"]["text"] if record["source"] else "nobody named"


def how(record: Wire) -> str:
    """Stance and form: "denies, indirect"; "says (not said), indirect"; "doubts (negated), indirect"."""
    commitment = record.get("commitment", "said")  # what an older version kept has none
    whether = commitment if commitment != "said" else "negated" if record["negated"] else ""
    told = f"{record['stance']} ({whether})" if whether else record["stance"]
    return f"{told}, {record['form']}".replace("_", " ")


def beside(record: Wire) -> Iterator[str]:
    """What the report tells besides: to whom, on what occasion, where, with what distance; nothing, or one line."""
    addressee, setting, place = (record[name]["text"] if record.get(name) else None for name in _BESIDE)
    distance = ", ".join(f'"{span["text"]}"' for span in record.get("distance", ()))
    told = joined(
        f"to {addressee}" if addressee else None,
        setting,
        place if place and place not in (setting or "") else None,
        f"at a distance: {distance}" if distance else None,
    )
    if told:
        yield clean.short(told, _LONGEST)


def _chain(record: Wire, numbers: Mapping[str, tuple[int, Wire]]) -> Iterator[tuple[int, Wire]]:
    """The statements that ``record`` stands in, the innermost first."""
    seen: set[str] = set()
    while record["within"] in numbers and record["within"] not in seen:
        seen.add(record["within"])
        number, record = numbers[record["within"]]
        yield number, record


def said(record: Wire, *, size: int) -> str:
    """What was said, in its pieces, on one line of at most ``size`` characters."""
    return clean.short(" … ".join(span["text"] for span in record["content"]), size)


def indented(*parts: str | tuple[str, str], by: int, style: str = "") -> Lines:
    """The parts as one paragraph, wrapped to the terminal behind ``by`` spaces."""
    text = phrase(*parts)
    text.stylize(style)
    return Lines(text, first=by, others=by)


def hanging(*parts: str | tuple[str, str], by: int) -> Lines:
    """The parts as one paragraph, wrapped to the terminal, all but the first line behind ``by`` spaces."""
    return Lines(phrase(*parts), others=by)


def joined(*parts: str | None) -> str:
    """The parts that are there, with dots between."""
    return " · ".join(part for part in parts if part)
