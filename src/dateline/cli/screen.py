"""What a verb shows: words for people or JSON lines on standard output, messages on standard error.

Everything that is shown goes through ``clean``; nothing is ever read as markup.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from dateline.cli import clean

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text


class Screen:
    """Where a verb writes. ``as_json`` says that standard output is for a program: UTF-8, whatever the locale."""

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json
        if as_json and isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        self._console: Console | None = None

    @property
    def console(self) -> Console:
        """The console for standard output."""
        if self._console is None:
            self._console = console(sys.stdout)
        return self._console

    @property
    def coloured(self) -> bool:
        """Whether what is shown may have colours."""
        return self.console.color_system is not None

    def json(self, value: Mapping[str, Any]) -> None:
        """One JSON object on a line of its own, at once."""
        from dateline.model import wire

        text = wire.dumps(value)
        sys.stdout.write((clean.json_line(text) if sys.stdout.isatty() else text) + "\n")
        sys.stdout.flush()

    def stream(self) -> TextIO:
        """Standard output for text of any length; what goes to a terminal is made safe."""
        return _Shown(sys.stdout) if sys.stdout.isatty() else sys.stdout

    def show(self, *things: RenderableType | str) -> None:
        """Each of ``things`` on lines of its own; text is wrapped to the terminal."""
        from rich.text import Text

        for thing in things:
            text = words(thing) if isinstance(thing, str) else thing
            self.console.print(Lines(text) if isinstance(text, Text) else text)


class _Shown(io.StringIO):
    """Writes to a terminal."""

    def __init__(self, terminal: TextIO) -> None:
        super().__init__()
        self._terminal = terminal

    def write(self, text: str) -> int:
        self._terminal.write(clean.block(text))
        return len(text)


@dataclass(frozen=True, slots=True)
class Lines:
    """A text wrapped to the terminal, its ``first`` line and the ``others`` behind so many spaces; for ``show``."""

    text: Text
    first: int = 0
    others: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines, without white space at their ends."""
        from rich.text import Text

        width = max(options.max_width - max(self.first, self.others), 10)
        for number, line in enumerate(self.text.wrap(console, width) or [Text()]):
            line.rstrip()
            yield Text(" " * (self.others if number else self.first)) + line


def console(stream: TextIO) -> Console:
    """A console on ``stream`` that takes no text for markup; without any styles where NO_COLOR is set."""
    from rich.console import Console

    plain = bool(os.environ.get("NO_COLOR"))
    return Console(file=stream, markup=False, emoji=False, highlight=False, color_system=None if plain else "auto")


def words(text: str, style: str = "") -> Text:
    """``text``, made safe, as something to show."""
    from rich.text import Text

    return Text(clean.block(text), style=style)


def phrase(*parts: str | tuple[str, str]) -> Text:
    """A line from parts, each words or (words, style), made safe."""
    from rich.text import Text

    made = Text()
    for part in parts:
        text, style = (part, "") if isinstance(part, str) else part
        made.append(clean.line(text), style=style)
    return made


def complain(message: str) -> None:
    """``message`` on standard error, made safe, lines kept."""
    if sys.stderr is not None:
        sys.stderr.write(clean.block(message) + "\n")
        sys.stderr.flush()
