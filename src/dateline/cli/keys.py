"""Keys that a person presses, one at a time: from the terminal without Return, else from the letters of a stream."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TextIO

from dateline.errors import UsageError

_END = "\x04"  # Ctrl-D, which a terminal hands over as it is while it is read by keys


def pressed(stream: TextIO | None = None) -> Generator[str]:
    """The keys, in lower case, white space left out, until there are no more. Closing it sets the terminal back.

    Raises ``UsageError`` where there is nobody to press any: no terminal, and not a letter on standard input.
    """
    given = stream or sys.stdin
    if given is not None and given.isatty():
        yield from _of_terminal(given)
        return
    nothing = True
    while letter := given.read(1) if given is not None else "":
        if not letter.isspace():
            nothing = False
            yield letter.lower()
    if nothing:
        raise UsageError(
            "there is nobody to ask: standard input is no terminal and empty. Run it in a terminal, or give the keys "
            "(y, n, u, s, b, q) on standard input"
        )


def _of_terminal(stream: TextIO) -> Iterator[str]:
    with _by_keys(stream):
        while (key := stream.read(1)) and key != _END:
            if not key.isspace():
                yield key.lower()


@contextmanager
def _by_keys(stream: TextIO) -> Iterator[None]:
    """The terminal hands over each key at once inside the block, those pressed before it too."""
    import termios
    import tty

    number = stream.fileno()
    before = termios.tcgetattr(number)
    try:
        tty.setcbreak(number, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)
