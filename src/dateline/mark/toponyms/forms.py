"""Finds the words of a report that the gazetteer knows as a name of a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import Sentence
from dateline.vocab.gazetteer import Gazetteer

_LONGEST = 5  # words of a form


def forms(
    page: Page, sentences: tuple[Sentence, ...], *, gazetteer: Gazetteer, inner: frozenset[str]
) -> Iterator[Stretch]:
    """The longest forms from left to right, none over another, in order. ``inner`` are small words inside names."""
    found = partial(_longest, gazetteer=gazetteer, inner=inner)
    for sentence in sentences:
        number = sentence.first
        while number < sentence.last:
            stretch = found(page, number, sentence.last) if _starts(page.tokens[number].text) else None
            if stretch is not None:
                yield stretch
            number = stretch.last if stretch is not None else number + 1


def _longest(page: Page, first: int, end: int, *, gazetteer: Gazetteer, inner: frozenset[str]) -> Stretch | None:
    last, ends = first + 1, []
    while last <= min(end, first + _LONGEST):
        word = page.tokens[last - 1].text
        if _starts(word):
            ends.append(last)
        elif word not in inner:
            break
        last += 1
    for last in reversed(ends):
        stretch = Stretch(first, last)
        if gazetteer.holds(page.document[page.span(stretch)]):
            return stretch
    return None


def _starts(word: str) -> bool:
    return word[0].isupper()
