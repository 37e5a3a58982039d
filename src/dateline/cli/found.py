"""The readings that a person means by an id or a path: from the store, or read on the spot."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import InputError, UsageError

if TYPE_CHECKING:
    from dateline.config import Settings
    from dateline.model.wire import Wire
    from dateline.store import Store


def readings(key: str, settings: Settings, *, published: str | None) -> Iterator[tuple[str | None, Wire]]:
    """The readings at ``key`` in the wire form, each with its path where it was read from one.

    A file that the store has under this path, and everything that is no file, comes from the store; any other file
    is read without it. Raises ``UsageError`` when there is neither, ``InputError`` when the file cannot be read.
    """
    from dateline.store import Store

    path, mark, line = key.rpartition("#")
    is_file = Path(key).is_file() or bool(mark and line.isdecimal() and Path(path).is_file())
    if is_file and not settings.store.exists():
        yield from _read(key, settings, published)
        return
    if not settings.store.exists():
        raise UsageError(f"there is no file '{key}', and no store at '{settings.store}' that could hold it")
    with Store.open(settings.store, create=False) as store:
        if not is_file or _holds(store, key):
            yield (key if is_file else None), store.reading_of(key)
            return
    yield from _read(key, settings, published)


def _holds(store: Store, key: str) -> bool:
    """Whether the store has read ``key``, so that a file of the same name elsewhere is not taken for it."""
    names = {key, os.path.normpath(key), os.path.abspath(key)}
    return any(row.locator in names or row.locator.rpartition("#")[0] in names for row in store.reports())


def _read(key: str, settings: Settings, published: str | None) -> Iterator[tuple[str, Wire]]:
    from dateline.cli.work import named, outcomes
    from dateline.engine import in_order
    from dateline.model import wire
    from dateline.stages import Capture

    def readable() -> Iterator[Capture]:
        for item in named(key, limit_bytes=settings.input_megabytes * 1_000_000, published=published):
            if not isinstance(item, Capture):
                raise InputError(f"{item.locator}: {item.reason}")
            yield item

    nothing = True
    with closing(outcomes(readable(), settings)) as ended:
        for outcome in in_order(ended):
            nothing = False
            if outcome.reading is None:
                raise InputError(f"{outcome.capture.locator}: {outcome.reason}")
            yield outcome.capture.locator, wire.reading(outcome.reading)
    if nothing:
        raise UsageError(f"there is no report at '{key}'")
