"""Writes docs/cli.md from the command line's own help: `.venv/bin/python tools/cli_reference.py`."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from unittest import mock

import typer.main

from dateline.cli.main import app, main

OUT = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

HEAD = """# Commands

What `dateline --help` and `dateline VERB --help` print. This page is written by `tools/cli_reference.py`, and a test
checks that it is current. `--json` on a verb prints JSON for programs: objects of the [wire form](wire-form.md), one a
line.

Settings come from, in rising order: the defaults, `DATELINE_*` environment variables, the command line. The variables
are `DATELINE_STORE`, `DATELINE_WORKERS`, `DATELINE_REPORT_SECONDS`, `DATELINE_REPORT_MEGABYTES` and
`DATELINE_INPUT_MEGABYTES`; `dateline doctor` shows each setting and where it came from.
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(section(words) for words in calls(typer.main.get_command(app), ()))


def calls(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words that call each verb, groups before their members."""
    yield words
    for name, inner in getattr(command, "commands", {}).items():
        yield from calls(inner, (*words, name))


def section(words: tuple[str, ...]) -> str:
    """The heading and help of the verb that ``words`` call."""
    return f"\n## {' '.join(('dateline', *words))}\n\n```text\n{printed([*words, '--help']).strip()}\n```\n"


def printed(arguments: list[str]) -> str:
    """What the command prints, as on a terminal of 100 columns without colours."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with mock.patch.dict(os.environ, {"COLUMNS": "100", "NO_COLOR": "1"}), redirect_stdout(out):
        main(arguments)
    out.flush()
    lines = out.buffer.getvalue().decode("utf-8").splitlines()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in lines)


if __name__ == "__main__":
    OUT.write_text(page(), encoding="utf-8")
