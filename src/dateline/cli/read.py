"""``dateline read`` and ``dateline retry``: reports into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.progress import counted, described, summary, watched
from dateline.cli.screen import Screen, complain
from dateline.errors import DatelineError, StoreError

if TYPE_CHECKING:
    from dateline.cli.work import Ended, Item
    from dateline.config import Settings
    from dateline.store import Store

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.")]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    app.command(
        epilog=options.examples(
            "dateline read reports/",
            "dateline read 'wire/*.html' --published 2017-04-12 --store work.db",
            "cat report.txt | dateline read -",
        )
    )(read)
    app.command(epilog=options.examples("dateline retry", "dateline retry --workers 1"))(retry)


def read(
    paths: Paths,
    published: options.Published = None,
    workers: options.Workers = None,
    tier: options.Tier = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Read reports into the store: .txt, .md, .html, .jsonl.

    What the store has already is left alone: the same call can be made again at any time, also after an interruption.
    """
    from dateline.config import settings
    from dateline.intake import captures
    from dateline.store import Store

    given = settings(store=store, workers=workers, tier=tier)

    def items() -> Iterator[Item]:
        return captures(paths, limit_bytes=given.input_megabytes * 1_000_000, published=published)

    def total() -> int | None:
        return None if "-" in paths else sum(1 for _ in items())

    found = items()  # before a store is made for a path that is not there
    with Store.open(given.store) as opened:
        _work(found, opened, given, command="read", screen=Screen(as_json=as_json), total=total)


def retry(
    workers: options.Workers = None,
    tier: options.Tier = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Read the reports again that failed.

    They are read from the bytes in the store, or from their path where it has none.
    """
    from dateline.cli.work import failed
    from dateline.config import settings
    from dateline.store import Store

    given = settings(store=store, workers=workers, tier=tier)
    with Store.open(given.store, create=False) as opened:
        items = list(failed(opened, limit_bytes=given.input_megabytes * 1_000_000))
        _work(items, opened, given, command="retry", screen=Screen(as_json=as_json), total=lambda: len(items))


def _work(
    items: Iterable[Item],
    store: Store,
    settings: Settings,
    *,
    command: str,
    screen: Screen,
    total: Callable[[], int | None],
) -> None:
    """Reads ``items`` into ``store`` within a run of its own, shows how it goes, and ends with 1 when some failed."""
    from dateline import registry
    from dateline.cli.work import into_store

    producers = registry.fingerprint(settings)
    run = store.begin_run(command=command, settings=settings.model_dump(mode="json"), producers=producers)
    known_by = None if command == "retry" else producers
    ended: list[Ended] = []
    try:
        with closing(into_store(items, store, run=run, settings=settings, known_by=known_by)) as coming:
            for _ in watched(_noted(coming, ended), screen, total=total):
                pass
    except KeyboardInterrupt:
        store.finish_run(run, "stopped")
        complain(f"stopped. {summary(ended)}. What was read is in the store; the same call again goes on from there.")
        raise SystemExit(options.INTERRUPTED) from None
    except StoreError as fault:
        raise StoreError(f"{fault}\nWhat was read before stays in the store ({summary(ended)}).") from fault
    except DatelineError:
        store.finish_run(run, "stopped")
        raise
    store.finish_run(run, "done")
    _told(ended, screen)


def _noted(coming: Iterable[Ended], ended: list[Ended]) -> Iterator[Ended]:
    """What comes, in ``ended`` before anything else is done with it, so that an interruption finds it there."""
    for one in coming:
        ended.append(one)
        yield one


def _told(ended: list[Ended], screen: Screen) -> None:
    failed = [one for one in ended if one.state == "failed"]
    if screen.as_json:
        screen.json({"kind": "summary", "text": summary(ended), **counted(ended)})
    else:
        if failed:
            complain("\n".join(["failed:", *(f"  {described(one)}" for one in failed)]))
        screen.show(summary(ended))
    if failed:
        raise typer.Exit(1)
