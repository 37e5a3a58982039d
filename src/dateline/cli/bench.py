"""``dateline bench``: how well and how fast, measured on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.screen import Screen, complain, phrase
from dateline.cli.verbs import Verbs

if TYPE_CHECKING:
    from dateline.evaluate.speed import Speed


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    verbs = typer.Typer(
        cls=Verbs,
        rich_markup_mode=None,
        no_args_is_help=True,
        help="Measure how well and how fast Dateline reads, on this machine.",
    )
    verbs.command(
        epilog=options.examples("dateline bench speed", "dateline bench speed --reports 1000 --long 10000 --json")
    )(speed)
    app.add_typer(verbs, name="bench")


def speed(
    reports: Annotated[int, typer.Option("--reports", metavar="N", min=1, help="Reports in each timed run.")] = 150,
    long: Annotated[
        int, typer.Option("--long", metavar="N", min=0, help="Reports in one more, longer run; 0 for none.")
    ] = 0,
    as_json: options.Json = False,
) -> None:
    """Measure speed, memory, the cost of each stage, and sameness.

    Made-up reports of 500 words are read on one and two workers, with and without a store; then it is checked that
    the output is the same whatever the workers, the order and the BLAS library.
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
        _show_speed(found, screen)
    if not all(found.same.values()):
        raise typer.Exit(1)


def _show_speed(found: Speed, screen: Screen) -> None:
    from rich.table import Table

    rates = Table("workers", "store", "reports", "reports/s", "words/s", "ms a report", "peak MB", box=None)
    for rate in found.rates:
        told = rate.wire()
        rates.add_row(
            str(rate.workers),
            "yes" if rate.stored else "no",
            f"{rate.reports:,}",
            str(told["reports_per_second"]),
            f"{told['words_per_second']:,}",
            str(told["ms_per_report"]),
            f"{rate.megabytes:,}",
        )
    stages = Table("stage", "ms a report", box=None)
    for name, cost in found.stages.items():
        stages.add_row(name, f"{cost:.2f}")
    screen.show(rates, "", stages, "")
    screen.show(f"first record from a cold start: {found.first_record:.2f} s")
    for name, same in found.same.items():
        screen.show(phrase(f"{name}: ", "the same output" if same else ("another output", "bold red")))
