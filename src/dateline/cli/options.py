"""The options that several verbs share, and how examples stand in the help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

INTERRUPTED = 130
"""What a process ends with that Ctrl-C stopped."""

Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store", metavar="FILE", help="The store file. [default: see 'dateline doctor']", show_default=False
    ),
]
Workers = Annotated[
    int | None, typer.Option("--workers", metavar="N", help="How many processes read. [default: 2]", show_default=False)
]
Tier = Annotated[
    str | None,
    typer.Option(
        "--tier",
        metavar="TIER",
        help="How statements are found: accurate, fast or rules. [default: accurate]",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="Publication date of reports that carry none: 2017, 2017-04 or 2017-04-12."
    ),
]


LIMIT = typer.Option("--limit", metavar="N", min=1, help="Show at most N.", show_default=True)
"""The option that bounds a listing."""


def examples(*lines: str, closing: str = "") -> str:
    """Example calls as the end of a verb's help, not wrapped."""
    shown = "\n".join(f"  {line}" for line in lines)  # the formatter adds its own two spaces
    return f"\b\nExamples:\n{shown}" + (f"\n\n{closing}" if closing else "")
