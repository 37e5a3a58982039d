"""``dateline status``, ``show``, ``statements`` and ``find``: what the store holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options
from dateline.cli.screen import Screen

if TYPE_CHECKING:
    from dateline.store import ReportRow


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    app.command(epilog=options.examples("dateline status", "dateline status --state failed"))(status)
    app.command(
        epilog=options.examples("dateline show reports/a.txt", "dateline show 3f2a9c", "NO_COLOR=1 dateline show a.txt")
    )(show)
    app.command(
        epilog=options.examples(
            "dateline statements --speaker Ivanova --since 2017-04",
            "dateline statements --says pipeline --stance denies",
            "dateline statements --commitment refused --since 2021",
            "dateline statements --form direct --min-score 0.8 --json",
        )
    )(statements)
    app.command(epilog=options.examples("dateline find gas pipeline", 'dateline find "border crossing" --limit 5'))(
        find
    )


def status(
    state: Annotated[
        str | None, typer.Option("--state", metavar="STATE", help="Only reports that are done, kept or failed.")
    ] = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """List each report with its state, how many statements and events it has, and why it was not read.

    done: read. kept: its text is kept and can be searched, but its language is not read yet. failed: see the reason.
    """
    from dateline.cli.listing import show_row
    from dateline.cli.progress import plural
    from dateline.config import settings
    from dateline.store import Store

    screen = Screen(as_json=as_json)
    with Store.open(settings(store=store).store, create=False) as opened:
        for row in opened.reports(state):
            if as_json:
                screen.json(_row_wire(row))
            else:
                show_row(row, screen)
        if not as_json:
            counts = opened.counts()
            states = ", ".join(f"{counts[name]:,} {name}" for name in ("done", "kept", "failed"))
            screen.show(f"{plural(counts['reports'], 'report')}: {states}")


def show(
    report: Annotated[str, typer.Argument(metavar="ID|PATH", help="A document id or the start of one, or a path.")],
    published: options.Published = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Show a report with its statements and events marked.

    Marked are who said it, the reporting words, what was said, and the words that tell of events; below is a list of
    both. A file that is not in the store is read on the spot and not stored.
    """
    from dateline.cli.found import readings
    from dateline.cli.happening import show_events
    from dateline.cli.report import show_report
    from dateline.config import settings

    given = settings(store=store)
    screen = Screen(as_json=as_json)
    for locator, reading in readings(report, given, published=published):
        if as_json:
            screen.json(reading)
        else:
            show_report(reading, screen, locator=locator)
            show_events(reading, screen)


def statements(
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="Words of the speaker's name.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Said then or later: 2017, 2017-04 ...")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Said then or earlier.")] = None,
    says: Annotated[
        str | None, typer.Option("--says", metavar="WORDS", help="Words, or beginnings of words, in it.")
    ] = None,
    stance: Annotated[
        str | None, typer.Option("--stance", metavar="STANCE", help="How: says, denies, warns ...")
    ] = None,
    form: Annotated[str | None, typer.Option("--form", metavar="FORM", help="direct, indirect or mixed.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Words of the outlet's name.")] = None,
    commitment: Annotated[
        str | None,
        typer.Option("--commitment", metavar="WHETHER", help="Whether: said, not_said, refused, planned, possible ..."),
    ] = None,
    distanced: Annotated[
        bool | None,
        typer.Option("--distanced/--not-distanced", help='Only (not) those kept at a distance: "falsely claimed".'),
    ] = None,
    min_score: Annotated[
        float | None, typer.Option("--min-score", metavar="S", help="Only those scored S or more, from 0 to 1.")
    ] = None,
    limit: Annotated[int | None, options.LIMIT] = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """List who said what, newest first.

    Each with speaker, stance, date, words and report. All that is asked for must hold.
    """
    from dateline.cli.listing import show_statement
    from dateline.config import settings
    from dateline.store import StatementFilter, Store

    wanted = StatementFilter(
        speaker=speaker,
        since=since,
        until=until,
        says=says,
        stance=stance,
        form=form,
        outlet=outlet,
        commitment=commitment,
        distanced=distanced,
        min_score=min_score,
        limit=limit,
    )
    screen = Screen(as_json=as_json)
    found = 0
    with Store.open(settings(store=store).store, create=False) as opened:
        for entry in opened.statements(wanted, stances=_stances() if stance else ()):
            found += 1
            if as_json:
                screen.json(entry)
            else:
                show_statement(entry, screen)
    if not found and not as_json:
        screen.show("no such statements")


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words; "two words" in quotes stand together.')],
    limit: Annotated[int, options.LIMIT] = 20,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Search reports and statements, best first.

    Found is what holds all the words, in any form of upper and lower case.
    """
    from dateline.cli.listing import show_hit
    from dateline.config import settings
    from dateline.store import Store

    asked = " ".join(f'"{one}"' if " " in one.strip() and '"' not in one else one for one in words)
    screen = Screen(as_json=as_json)
    found = 0
    with Store.open(settings(store=store).store, create=False) as opened:
        for hit in opened.find(asked, limit):
            found += 1
            if as_json:
                screen.json(asdict(hit))
            else:
                show_hit(found, hit, screen)
    if not found and not as_json:
        screen.show("nothing found")


def _stances() -> tuple[str, ...]:
    from dateline.vocab.cues import Cues

    return Cues.load().stances


def _row_wire(row: ReportRow) -> dict[str, Any]:
    values = asdict(row)
    return {"report": values.pop("locator"), **values}
