"""``dateline bench places``, ``times`` and ``amounts``: the figures of mentions, with others' beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import options
from dateline.cli.screen import Screen, complain

Lines = Annotated[Path, typer.Option("--data", metavar="FILE", help="Annotated texts, one a line (JSON Lines).")]
Quantities = Annotated[
    Path,
    typer.Option("--data", metavar="PATH", help="A NewsQuant file, or the folder with quantity/newsquant-dev.jsonl."),
]
Cases = Annotated[
    Path | None,
    typer.Option("--cases", metavar="DIR", help="Folder of cases (TOML). [default: bench/traps of the checkout]"),
]
Gold = Annotated[
    Path | None,
    typer.Option("--gold", metavar="DIR", help="Annotations of what is counted: bench/gold of the checkout."),
]


def add_to(verbs: typer.Typer) -> None:
    """Adds the verbs of this file."""
    verbs.command(
        epilog=options.examples(
            "dateline bench places --data geo/lgl.jsonl", "dateline bench places --data geo/tr-news.jsonl --json"
        )
    )(places)
    verbs.command(
        epilog=options.examples(
            "dateline bench times --data time/tbaq.jsonl", "dateline bench times --data time/wikiwars.jsonl --json"
        )
    )(times)
    verbs.command(epilog=options.examples("dateline bench gazetteer", "dateline bench gazetteer --json"))(gazetteer)
    verbs.command(epilog=options.examples("dateline bench traps", "dateline bench traps --json"))(traps)
    verbs.command(
        epilog=options.examples(
            "dateline bench amounts --data quantity/newsquant-dev.jsonl",
            "dateline bench amounts --data DIR --gold bench/gold --json",
        )
    )(amounts)


def gazetteer(as_json: options.Json = False) -> None:
    """Measure the gazetteer: look-ups a second, its size, and the memory that it takes."""
    from dateline.cli.mention_scores import show_gazetteer
    from dateline.config import settings
    from dateline.evaluate.gazetteer import measure
    from dateline.vocab.gazetteer import shipped

    score, screen = measure(settings().gazetteer or shipped()), Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench gazetteer", **score.wire()})
    else:
        show_gazetteer(score.wire(), screen)


def traps(folder: Cases = None, as_json: options.Json = False) -> None:
    """Measure how many of the trap cases hold: short texts, each with what must and must not come out.

    --json lists each case that does not hold. Statements play no part: the tier of rules reads them.
    """
    from dateline.config import settings
    from dateline.evaluate.traps import HERE, measure
    from dateline.registry import pipeline

    report = measure(pipeline(settings(tier="rules")), folder or HERE)
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench traps", **report.wire()})
    else:
        from dateline.cli.mention_scores import show_traps

        show_traps(report.wire(), screen)


def places(
    data: Lines, workers: options.Workers = None, tier: options.Tier = None, as_json: options.Json = False
) -> None:
    """Measure whether places are found, and put where they are.

    On texts with places annotated by GeoNames id and coordinates; right is within 161 km. What the ranker was trained
    on flatters it. --json lists what is not right. Ends with 1 when a span or a text is not as it was.
    """
    from dateline.cli.work import build, limits
    from dateline.config import settings
    from dateline.evaluate.peers import peers
    from dateline.evaluate.places import measure

    given = settings(workers=workers, tier=tier)
    score = measure(data, build=build(given), limits=limits(given), workers=given.workers, tell=complain)
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench places", "data": data.name, **score.wire(), "peers": peers("places")})
    else:
        from dateline.cli.mention_scores import show_places

        show_places(score.wire(), peers("places"), screen, data=data.stem)
    if score.bad_anchors or score.changed_texts:
        raise typer.Exit(1)


def times(
    data: Lines, workers: options.Workers = None, tier: options.Tier = None, as_json: options.Json = False
) -> None:
    """Measure whether times are found, and understood.

    On texts with TIMEX3 times. --json lists those whose value is not right. Ends with 1 when a span or a text is not
    as it was.
    """
    from dateline.cli.work import build, limits
    from dateline.config import settings
    from dateline.evaluate.peers import peers
    from dateline.evaluate.times import measure

    given = settings(workers=workers, tier=tier)
    score = measure(data, build=build(given), limits=limits(given), workers=given.workers, tell=complain)
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench times", "data": data.name, **score.wire(), "peers": peers("times")})
    else:
        from dateline.cli.mention_scores import show_times

        show_times(score.wire(), peers("times"), screen)
    if score.bad_anchors or score.changed_texts:
        raise typer.Exit(1)


def amounts(
    data: Quantities,
    gold: Gold = None,
    workers: options.Workers = None,
    tier: options.Tier = None,
    as_json: options.Json = False,
) -> None:
    """Measure whether amounts are found, with their unit and what they count.

    --gold adds our own annotations of what is counted. --json lists what is not right.
    """
    from dateline.cli.work import build, limits
    from dateline.config import settings
    from dateline.evaluate.amounts import measure, peers

    given = settings(workers=workers, tier=tier)
    score = measure(data, build=build(given), limits=limits(given), gold=gold, workers=given.workers, tell=complain)
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench amounts", "data": data.name, **score.wire(), "peers": peers()})
    else:
        from dateline.cli.mention_scores import show_amounts

        show_amounts(score.wire(), peers(), screen)
