"""Other quotation marks and apostrophes around the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.evaluate.perturb.edits import Edit

Apostrophe = Literal["'", "’"]

_OPENS_AFTER = re.compile(r"[\s(\[{—–/‘'-]")
_INNER_OPEN = re.compile(r"(?<![^\s(\[—–“\"])['‘](?=\w)")
_INNER_CLOSE = re.compile(r"(?<=[^\s'’])['’](?!\w)")
_IN_WORD = re.compile(r"(?<=[^\W_])['’](?=[^\W_])|(?<=[sS])['’](?=\s)|(?<=\s)['’](?=\d\ds?\b)")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together; ``inner`` are those for a quotation inside of one."""

    opening: str
    closing: str
    inner: tuple[str, str] | None = None


STRAIGHT = Pair('"', '"', ("'", "'"))
CURLY = Pair("“", "”", ("‘", "’"))
SINGLE = Pair("‘", "’", ("“", "”"))
SINGLE_STRAIGHT = Pair("'", "'", ('"', '"'))
GUILLEMETS = Pair("«", "»")
LOW = Pair("„", "“")


def quotes(text: str, pair: Pair) -> Iterator[Edit]:
    """The edits that put ``pair`` around every quotation in double marks, and its inner marks around those within.

    A line whose marks do not pair up (a mark left out, a foot and inch) is left as it is.
    """
    for start, line in lines(text):
        for opening, closing in _paired(line):
            yield Edit(start + opening, start + opening + 1, pair.opening)
            if closing is not None:
                yield Edit(start + closing, start + closing + 1, pair.closing)
            if pair.inner is not None:
                last = closing if closing is not None else len(line)
                yield from _inner(line, opening + 1, last, start=start, marks=pair.inner)


def apostrophes(text: str, sign: Apostrophe) -> Iterator[Edit]:
    """The edits that make every apostrophe ``sign``: in a word, after a plural's s, before a decade.

    A mark that may close a quotation in single marks is left as it is.
    """
    for start, line in lines(text):
        singles = bool(_INNER_OPEN.search(line))
        for found in _IN_WORD.finditer(line):
            inside = found.end() < len(line) and line[found.end()].isalnum()
            if found.group() != sign and (inside or not singles):
                yield Edit(start + found.start(), start + found.end(), sign)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each quotation in double marks runs, marks included; to the end of an unclosed one's line."""
    for start, line in lines(text):
        for opening, closing in _paired(line):
            yield start + opening, start + (closing + 1 if closing is not None else len(line))


def lines(text: str) -> Iterator[tuple[int, str]]:
    """(where it begins, line without its break) of each line with something in it."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, line.rstrip()
        start += len(line)


def sound(line: str) -> bool:
    """Whether the double marks of a line pair up."""
    return _pairs(line) is not None


def runs_on(line: str) -> bool:
    """Whether a quotation of the line is not closed in it."""
    return any(closing is None for _, closing in _paired(line))


def _paired(line: str) -> list[tuple[int, int | None]]:
    return _pairs(line) or []


def _pairs(line: str) -> list[tuple[int, int | None]] | None:
    """(opening, closing) places; the last closing is None where a quotation runs on. None: they do not pair up."""
    pairs: list[tuple[int, int | None]] = []
    opening: int | None = None
    for at, sign in enumerate(line):
        if sign not in '“”"':
            continue
        opens = sign == "“" or (sign == '"' and _opens(line, at))
        if opens == (opening is not None):
            return None
        if opens:
            opening = at
        else:
            assert opening is not None
            pairs.append((opening, at))
            opening = None
    if opening is not None:
        if opening > 0:
            return None  # only a whole paragraph of quotation runs on
        pairs.append((opening, None))
    return pairs


def _opens(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return bool(after.strip()) and (not before or bool(_OPENS_AFTER.match(before)))


def _inner(line: str, low: int, high: int, *, start: int, marks: tuple[str, str]) -> Iterator[Edit]:
    """Edits for the quotations in single marks between ``low`` and ``high``."""
    at = low
    while (opening := _INNER_OPEN.search(line, at, high)) is not None:
        closing = _INNER_CLOSE.search(line, opening.end(), high)
        if closing is None:
            return
        for found, mark in zip((opening, closing), marks, strict=True):
            yield Edit(start + found.start(), start + found.end(), mark)
        at = closing.end()
