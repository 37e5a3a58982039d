"""Other paragraphs, blank lines, bylines and line ends around the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import Any

from dateline.evaluate.perturb.edits import Edit
from dateline.evaluate.perturb.marks import lines, quoted, runs_on, sound
from dateline.evaluate.standoff import Gold

_SENTENCE = re.compile(r"\s[a-z][a-z’'-]+[a-z][.!?]+[\"”’)]*([ \u00a0]+)(?=[\"“‘(]?[A-Z])")
_BREAK = re.compile(r"[^\S\n]*\n\s*")
_DATELINED = re.compile(r"[A-Z][A-Z.'’-]+[^a-z\n]{0,40}.{0,40}?(?:—|–|--| - )")
_LONG = 60  # a paragraph of fewer characters may be a heading or a label
_LOOSE = ("\n\n\n", "\n \n", "\n\t\n\n", "\n\n \n\n")


def split(text: str, gold: Sequence[Gold], random: Random) -> Iterator[Edit]:
    """Half of the sentences that follow one in the same paragraph begin a paragraph; none within a quotation or
    an annotated span.
    """
    kept = [(span.start, span.end) for one in gold for span in (*one.source, *one.cue, *one.content)]
    kept += quoted(text)
    for start, line in lines(text):
        for found in _SENTENCE.finditer(line) if sound(line) else ():
            low, high = start + found.start(1), start + found.end(1)
            inside = any(a < high and low < b for a, b in kept) or any(_parts(one, low, high) for one in gold)
            if random.random() < 0.5 and not inside:
                yield Edit(low, high, "\n\n")


def _parts(one: Gold, low: int, high: int) -> bool:
    """Whether a break would part a content from the source or cue right behind it: `"Is it?" he asked.`"""
    before = any(low - 2 <= span.end <= low for span in one.content)
    return before and any(high <= span.start <= high + 2 for span in (*one.source, *one.cue))


def merge(text: str, random: Random) -> Iterator[Edit]:
    """A third of the paragraphs go on in the one before; none behind a heading or a quotation that runs on."""
    for (start, line), (following, other) in pairwise(list(lines(text))[1:]):
        runs = all(len(one) > _LONG and one[-1] in '.!?"”’' and sound(one) for one in (line, other))
        if runs and not runs_on(line) and random.random() < 1 / 3:
            yield Edit(start + len(line), following, " ")


def tight(text: str) -> Iterator[Edit]:
    """No blank lines: every break is a single one."""
    for found in _BREAK.finditer(text.rstrip()):
        yield Edit(found.start(), found.end(), "\n")


def loose(text: str, random: Random) -> Iterator[Edit]:
    """Blank lines of several kinds, some with spaces in them."""
    for found in _BREAK.finditer(text.rstrip()):
        yield Edit(found.start(), found.end(), random.choice(_LOOSE))


def crlf(text: str) -> Iterator[Edit]:
    """Lines end as on Windows."""
    for found in re.finditer(r"(?<!\r)\n", text):
        yield Edit(found.start(), found.end(), "\r\n")


def bylined(text: str, random: Random, *, data: Mapping[str, Any]) -> Iterator[Edit]:
    """A byline in capitals behind the headline, and a dateline in capitals before the first paragraph."""
    found = list(lines(text))
    if len(found) < 2:
        return
    outlet = random.choice(data["outlets"])
    byline = f"BY {random.choice(data['people'])}" + (f", {outlet}" if outlet else "")
    start, first = found[1]
    place = "" if _DATELINED.match(first) or len(first) < _LONG else f"{random.choice(data['places'])} — "
    yield Edit(start, start, f"{byline}\n\n{place}")
