"""``dateline bench events``: pairs, status, sentences, recall and audits, with others' figures beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options
from dateline.cli.screen import Screen, complain
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.config import Settings

Pairs = Annotated[
    Path | None,
    typer.Option("--pairs", metavar="FILE", help="Marked pairs with their root: PLV_train.tsv, pairs-held.tsv."),
]
Status = Annotated[
    Path | None,
    typer.Option("--status", metavar="FILE", help="Sentences, each with an event and its status: status-b.jsonl."),
]
Sentences = Annotated[
    Path | None,
    typer.Option("--sentences", metavar="FILE", help="Sentences whose events are all marked: sentences-b.jsonl."),
]
Recall = Annotated[
    Path | None, typer.Option("--recall", metavar="FILE", help="Events marked in whole texts; needs --data.")
]
Judgements = Annotated[
    Path | None,
    typer.Option("--judgements", metavar="FILE", help="What 'dateline audit events --out' wrote; anew with --data."),
]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Folder of the texts, as bench/gold/collections.toml names them."),
]
Gold = Annotated[
    Path | None,
    typer.Option("--gold", metavar="DIR", help="Folder with collections.toml. [default: bench/gold of the checkout]"),
]
Wire = Mapping[str, Any]


def add_to(verbs: typer.Typer) -> None:
    """Adds the verbs of this file."""
    verbs.command(
        epilog=options.examples(
            "dateline bench events --pairs PLV_train.tsv --tier fast",
            "dateline bench events --status bench/gold/events/status-b.jsonl",
            "dateline bench events --sentences bench/gold/events/sentences-b.jsonl",
            "dateline bench events --judgements bench/gold/events/audit.jsonl",
            "dateline bench events --recall bench/gold/events/recall.jsonl --data DIR --json",
        )
    )(events)


def events(
    pairs: Pairs = None,
    status: Status = None,
    sentences: Sentences = None,
    recall: Recall = None,
    judgements: Judgements = None,
    data: Data = None,
    gold: Gold = None,
    workers: options.Workers = None,
    tier: options.Tier = None,
    as_json: options.Json = False,
) -> None:
    """Measure whether events are found, and coded right.

    Each file given is one part: all are measured in the order of the options. Judgements are counted as they stand;
    with --data the texts are read anew, and only what is still as it was judged counts. --json lists what was missed.
    """
    from dateline.config import settings
    from dateline.evaluate.peers import peers

    given = settings(workers=workers, tier=tier)
    parts = {"pairs": pairs, "status": status, "sentences": sentences, "recall": recall, "judgements": judgements}
    if not any(parts.values()):
        raise UsageError("nothing to measure: give " + ", ".join(f"--{name} FILE" for name in parts))
    found = dict(_measured(parts, given, data=data, gold=gold))
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "bench events", "tier": given.tier, **found, "peers": peers("events")})
    else:
        from dateline.cli.event_scores import show_bench

        show_bench(found, peers("events"), screen)


def _measured(
    parts: Mapping[str, Path | None], given: Settings, *, data: Path | None, gold: Path | None
) -> Iterator[tuple[str, Wire]]:
    measures: Mapping[str, Callable[..., Wire]] = {
        "pairs": _pairs,
        "status": _status,
        "sentences": _sentences,
        "recall": _recall,
        "judgements": _judgements,
    }
    for name, path in parts.items():
        if path is not None:
            yield name, measures[name](path, given, data=data, gold=gold)


def _pairs(path: Path, given: Settings, **_: Path | None) -> Wire:
    from dateline.evaluate.events.pairs import measure, peers
    from dateline.weights.events import pair_coder

    coder = pair_coder(given.tier, threads=2) or pair_coder("fast")
    assert coder is not None  # the fast tier has weights
    return {**measure(coder, path).wire(), "peers": peers()}


def _status(path: Path, given: Settings, **_: Path | None) -> Wire:
    from dateline.evaluate.events.status import measure_status
    from dateline.registry import pipeline

    return measure_status(path, pipeline(given)).wire()


def _sentences(path: Path, given: Settings, **_: Path | None) -> Wire:
    from dateline.evaluate.events.sentences import measure_sentences
    from dateline.registry import pipeline

    return measure_sentences(path, pipeline(given)).wire()


def _recall(path: Path, given: Settings, *, data: Path | None, gold: Path | None) -> Wire:
    from dateline.cli.work import build, limits
    from dateline.evaluate.events.recall import measure
    from dateline.evaluate.gold import HERE

    if data is None:
        raise UsageError("--recall needs --data: the folder of the texts")
    return measure(
        path,
        data,
        build=build(given),
        limits=limits(given),
        workers=given.workers,
        gold=gold or HERE,
        tell=complain,
    ).wire()


def _judgements(path: Path, given: Settings, *, data: Path | None, gold: Path | None) -> Wire:
    from dateline.cli.work import build, limits
    from dateline.evaluate.events.audited import anew
    from dateline.evaluate.events.judgements import read, standing
    from dateline.evaluate.events.precision import precision
    from dateline.evaluate.gold import HERE

    if data is None:
        return precision(standing(audit for _, audits in read(path) for audit in audits))
    return anew(
        path,
        data,
        build=build(given),
        limits=limits(given),
        workers=given.workers,
        gold=gold or HERE,
        tell=complain,
    ).wire()
