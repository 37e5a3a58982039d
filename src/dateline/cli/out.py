"""``dateline scan`` and ``dateline export``: readings out of Dateline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options
from dateline.cli.screen import Screen, complain

if TYPE_CHECKING:
    from dateline.cli.work import Item
    from dateline.stages import Capture
    from dateline.store import Store


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    app.command(
        epilog=options.examples(
            "dateline scan report.txt",
            "dateline scan wire.jsonl --json > readings.jsonl",
            "cat a.txt | dateline scan - --json",
        )
    )(scan)
    app.command(
        epilog=options.examples(
            "dateline export --format jsonl --output everything.jsonl",
            "dateline export --format csv > statements.csv",
            "dateline export --format csv --kind event --output events.csv",
            "dateline export --format polecat-tsv --output events.tsv",
        )
    )(export)


def scan(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Files, folders, globs, or - for standard input.")],
    published: options.Published = None,
    workers: options.Workers = None,
    tier: options.Tier = None,
    as_json: options.Json = False,
) -> None:
    """Read reports without a store and print what they say.

    In the order of the input. With --json: one JSON object a report, one a line, in the wire form.
    """
    from dateline.cli.happening import show_events
    from dateline.cli.report import show_head, show_statements
    from dateline.cli.work import outcomes
    from dateline.config import settings
    from dateline.engine import in_order
    from dateline.intake import captures
    from dateline.model import wire

    given = settings(workers=workers, tier=tier)
    screen = Screen(as_json=as_json)
    failed: list[str] = []
    items = captures(files, limit_bytes=given.input_megabytes * 1_000_000, published=published)
    with closing(outcomes(_readable(items, failed), given)) as ended:
        for outcome in in_order(ended):
            if outcome.reading is None:
                _refused(outcome.capture.locator, str(outcome.reason), failed)
            elif as_json:
                screen.json(wire.reading(outcome.reading))
            else:
                reading = wire.reading(outcome.reading)
                show_head(reading, screen, locator=outcome.capture.locator)
                show_statements(reading, screen)
                show_events(reading, screen)
                screen.show("")
    if failed:
        raise typer.Exit(1)


def export(
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="jsonl, csv, plover-json, icews-tsv or polecat-tsv.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write. [default: standard output]")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="statement, event, document, mention or entity. [default: all; csv: statement]",
        ),
    ] = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Write what the store holds to a file.

    jsonl has all documents, records, mentions and entities in the wire form; a csv file has one kind. The others have
    the events: as PLOVER records, or in the columns of ICEWS or POLECAT with status, evidence and attribution after
    them. The same store gives the same bytes. A file is written whole or not at all. --json tells how much was written.
    """
    from dateline.config import settings
    from dateline.export import OF_EVENTS, exporter, files
    from dateline.store import Store

    wanted = kind or ("statement" if form == "csv" else "event" if form in OF_EVENTS else "all")
    writer = exporter(form, wanted)
    screen = Screen(as_json=as_json or output is None)
    with Store.open(settings(store=store).store, create=False) as opened:
        entries = _entries(opened, form, wanted)
        if output is None:
            writer.export(entries, screen.stream())
            return
        with files.whole(output) as out:
            count = writer.export(entries, out)
    if as_json:
        screen.json({"kind": "export", "format": form, "output": str(output), "entries": count})
    else:
        screen.show(f"wrote {count:,} entries to {output}")


def _entries(store: Store, form: str, kind: str) -> Iterator[Mapping[str, Any]]:
    """What is written: all entries; a table of statements has the speakers' names in it, events what they rest on."""
    from dateline.export import OF_EVENTS
    from dateline.store import EventFilter, StatementFilter

    if kind == "event" or form in OF_EVENTS:
        return store.events(EventFilter())
    return store.statements(StatementFilter()) if form == "csv" and kind == "statement" else store.entries()


def _readable(items: Iterable[Item], failed: list[str]) -> Iterator[Capture]:
    from dateline.stages import Capture

    for item in items:
        if isinstance(item, Capture):
            yield item
        else:
            _refused(item.locator, item.reason, failed)


def _refused(locator: str, reason: str, failed: list[str]) -> None:
    failed.append(locator)
    complain(f"error: {locator}: {reason}")
