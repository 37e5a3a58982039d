"""``dateline bench``: how well and how fast, measured on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import bench_events, bench_mentions, options
from dateline.cli.screen import Screen, complain
from dateline.cli.verbs import Verbs

if TYPE_CHECKING:
    pass

Data = Annotated[
    Path, typer.Option("--data", metavar="DIR", help="Folder with text/*.txt and attributions/*.ann (brat standoff).")
]
Shared = Annotated[
    Path,
    typer.Option(
        "--data", metavar="DIR", help="Folder with wikinews/articles.jsonl.gz or briefings/briefings.jsonl.gz."
    ),
]
GoldFolder = Annotated[
    Path | None,
    typer.Option(
        "--gold", metavar="DIR", help="The annotations. [default: bench/gold of the checkout]", show_default=False
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="NAME", help="One perturbation; may be repeated.", show_default=False),
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
        epilog=options.examples(
            "dateline bench perturb --data polnear/dev", "dateline bench perturb --data polnear/dev --only verbs --json"
        )
    )(perturb)
    verbs.command(
        epilog=options.examples("dateline bench speakers --data DIR", "dateline bench speakers --data DIR --json")
    )(speakers)
    verbs.command(
        epilog=options.examples("dateline bench speed", "dateline bench speed --reports 1000 --long 10000 --json")
    )(speed)
    bench_mentions.add_to(verbs)
    bench_events.add_to(verbs)
    app.add_typer(verbs, name="bench")


def attribution(
    data: Data, workers: options.Workers = None, tier: options.Tier = None, as_json: options.Json = False
) -> None:
    """Measure who-said-what against annotated reports.

    Beside our scores stand those of other systems and of people; textacy's are measured anew where it is installed.
    Then recall and precision by kind of statement, and what the statements' scores are worth. Ends with 1 when a
    span or a text is not as it was.
    """
    from dateline.cli.work import build, limits
    from dateline.config import settings
    from dateline.evaluate.attribution import measure
    from dateline.evaluate.peers import peers_here

    given = settings(workers=workers, tier=tier)
    score = measure(data, build=build(given), limits=limits(given), workers=given.workers, tell=complain)
    rows, screen = peers_here(data), Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench attribution", "tier": given.tier, **score.wire(), "peers": rows})
    else:
        from dateline.cli.scores import show_attribution

        show_attribution(score.wire(), rows, screen)
    if score.bad_anchors or score.changed_texts:
        raise typer.Exit(1)


def perturb(
    data: Data,
    only: Only = None,
    workers: options.Workers = None,
    tier: options.Tier = None,
    as_json: options.Json = False,
) -> None:
    """Measure how far the scores move when reports are written otherwise.

    Each report is read as it is and under changes that leave its meaning alone: other quotation marks, people under
    other names, rarer reporting verbs, other paragraphs, bylines. --json also lists the annotated statements lost and
    gained. Ends with 1 when a score moves by more than 2 points, or a span or a text is not as it was.
    """
    from dateline.cli.work import build, limits
    from dateline.config import settings
    from dateline.evaluate.perturb import chosen
    from dateline.evaluate.perturb.moves import TARGET, measure

    given = settings(workers=workers, tier=tier)
    moves = measure(
        data, chosen(only or ()), build=build(given), limits=limits(given), workers=given.workers, tell=complain
    )
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench perturb", "tier": given.tier, **moves.wire()})
    else:
        from dateline.cli.scores import show_moves

        show_moves(moves.wire(), screen)
    if moves.farthest > TARGET or not moves.sound:
        raise typer.Exit(1)


def speakers(
    data: Shared, gold: GoldFolder = None, workers: options.Workers = None, as_json: options.Json = False
) -> None:
    """Measure whether statements are given to the right speaker.

    Against our own annotations of who is behind "he", "the minister" or a surname. --json lists what is not right.
    """
    from dateline.cli.work import build, limits
    from dateline.config import settings
    from dateline.evaluate.gold import HERE
    from dateline.evaluate.speakers import measure

    given = settings(workers=workers)
    score = measure(gold or HERE, data, build=build(given), limits=limits(given), workers=given.workers, tell=complain)
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench speakers", **score.wire()})
    else:
        from dateline.cli.scores import show_speakers

        show_speakers(score.wire(), screen)


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
