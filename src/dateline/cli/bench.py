"""``dateline bench``: how well and how fast, measured on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import options
from dateline.cli.screen import Screen, complain
from dateline.cli.verbs import Verbs

Data = Annotated[
    Path, typer.Option("--data", metavar="DIR", help="Folder with text/*.txt and attributions/*.ann (brat standoff).")
]
Reports = Annotated[int, typer.Option("--reports", metavar="N", min=1, help="Reports in each timed run.")]
Long = Annotated[int, typer.Option("--long", metavar="N", min=0, help="Reports in one more, longer run; 0 for none.")]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    verbs = typer.Typer(
        cls=Verbs,
        rich_markup_mode=None,
        no_args_is_help=True,
        help="Measure how well and how fast Dateline reads, on this machine.",
    )
    verbs.command(
        epilog=options.examples(
            "dateline bench attribution --data polnear/dev", "dateline bench attribution --data polnear/dev --json"
        )
    )(attribution)
    verbs.command(
        epilog=options.examples("dateline bench speed", "dateline bench speed --reports 1000 --long 10000 --json")
    )(speed)
    app.add_typer(verbs, name="bench")


def attribution(data: Data, workers: options.Workers = None, as_json: options.Json = False) -> None:
    """Measure who-said-what against annotated reports.

    Beside our scores stand those of other systems and of people. Ends with 1 when a span or a text is not as it was.
    """
    from dateline.cli.work import build
    from dateline.config import settings
    from dateline.engine import Limits
    from dateline.evaluate.attribution import measure, peers

    given = settings(workers=workers)
    limits = Limits(seconds=given.report_seconds, megabytes=given.report_megabytes)
    score = measure(data, build=build(given), limits=limits, workers=given.workers, tell=complain)
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench attribution", **score.wire(), "peers": peers()})
    else:
        from dateline.cli.scores import show_attribution

        show_attribution(score.wire(), peers(), screen)
    if score.bad_anchors or score.changed_texts:
        raise typer.Exit(1)


def speed(reports: Reports = 150, long: Long = 0, as_json: options.Json = False) -> None:
    """Measure speed, memory, the cost of each stage, and sameness.

    Made-up reports of 500 words are read on one and two workers, with and without a store; then it is checked that
    the output is the same whatever the workers, the order and the BLAS library. Ends with 1 when it is not.
    """
    from dateline.config import settings
    from dateline.evaluate.speed import Plan, Subject, measure

    few = reports < 500
    plan = Plan(reports=reports, long=long, checked=30 if few else 200, starts=1 if few else 3)
    found = measure(Subject.of(settings()), plan, tell=lambda step: complain(f"measuring: {step}"))
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench speed", **found.wire()})
    else:
        from dateline.cli.scores import show_speed

        show_speed(found.wire(), screen)
    if not all(found.same.values()):
        raise typer.Exit(1)
