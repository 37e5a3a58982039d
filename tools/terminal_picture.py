"""Writes docs/img/terminal.svg, the picture in the README: `.venv/bin/python tools/terminal_picture.py`.

It shows what `dateline show` prints for one of the bundled reports, drawn by rich's own SVG export. The fonts that rich
would have fetched from elsewhere are left out: the picture stands alone.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from dateline import registry
from dateline.cli.report import show_report
from dateline.cli.screen import Screen
from dateline.config import settings
from dateline.intake import captures
from dateline.model import wire
from dateline.stages import Capture

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "img" / "terminal.svg"
REPORT = "examples/reports/briefs.jsonl"
LINE = 2
COLUMNS = 100


class Recorder(Screen):
    """A screen that keeps what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._console = Console(
            record=True,
            width=COLUMNS,
            file=io.StringIO(),
            color_system="truecolor",
            force_terminal=True,
            highlight=False,
        )


def picture() -> str:
    """The picture as SVG: the same output gives the same characters."""
    locator = f"{REPORT}#{LINE}"
    given = settings()
    limit = given.input_megabytes * 1_000_000
    found = [one for one in captures([str(ROOT / REPORT)], limit_bytes=limit) if one.locator.endswith(f"#{LINE}")]
    (capture,) = [one for one in found if isinstance(one, Capture)]
    pipeline = registry.pipeline(given)
    reading = pipeline.walk(pipeline.read(capture))
    screen = Recorder()
    screen.console.print(Text(f"$ dateline show {locator}\n", style="bold"))
    show_report(wire.reading(reading), screen, locator=locator)
    template = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return screen.console.export_svg(
        title="dateline", code_format=template, unique_id="dateline", font_aspect_ratio=0.61
    )


if __name__ == "__main__":
    OUT.write_text(picture(), encoding="utf-8")
