"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.errors import UsageError


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A stream whose text becomes the file at ``path`` when the block ends; when it raises, ``path`` is untouched.

    The text is written beside ``path`` under a name of its own, then moved into place. What is no regular file
    (a pipe, a device) is written directly. Raises ``UsageError`` when there can be no such file, ``OSError`` when
    writing fails (a full disk).
    """
    if path.is_dir():
        raise UsageError(f"cannot write '{path}': it is a folder. Name a file in it")
    direct = path.exists() and not path.is_file()
    target = path.resolve()
    draft = path if direct else target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        out = draft.open("w" if direct else "x", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as fault:
        raise UsageError(f"cannot write '{path}': {fault.strerror}") from fault
    with out:
        if direct:
            yield out
        else:
            with _moved(draft, target):
                yield out
                out.flush()
                os.fsync(out.fileno())


@contextmanager
def _moved(draft: Path, target: Path) -> Iterator[None]:
    try:
        yield
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
