"""Keys from a terminal come one at a time without Return, from a stream letter by letter."""

from __future__ import annotations

import io
import os
import termios
from collections.abc import Iterator
from typing import TextIO

import pytest

from dateline.cli.keys import pressed
from dateline.errors import UsageError


@pytest.fixture
def terminal() -> Iterator[tuple[int, TextIO]]:
    master, slave = os.openpty()
    with os.fdopen(slave, "r", encoding="utf-8") as stream:
        yield master, stream
    os.close(master)


def test_a_terminal_hands_over_each_key_without_return(terminal: tuple[int, TextIO]) -> None:
    master, stream = terminal
    before = termios.tcgetattr(stream.fileno())
    keys = pressed(stream)
    os.write(master, b"y")
    assert next(keys) == "y"
    os.write(master, b" N")
    assert next(keys) == "n"
    os.write(master, b"\x04")
    assert list(keys) == []
    assert termios.tcgetattr(stream.fileno()) == before


def test_closing_sets_the_terminal_back(terminal: tuple[int, TextIO]) -> None:
    master, stream = terminal
    before = termios.tcgetattr(stream.fileno())
    keys = pressed(stream)
    os.write(master, b"y")
    assert next(keys) == "y"
    assert termios.tcgetattr(stream.fileno()) != before
    keys.close()
    assert termios.tcgetattr(stream.fileno()) == before


def test_a_stream_gives_its_letters_and_ends() -> None:
    assert list(pressed(io.StringIO("y N\n\tu"))) == ["y", "n", "u"]


def test_an_empty_stream_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="there is nobody to ask"):
        next(pressed(io.StringIO(" \n")))
