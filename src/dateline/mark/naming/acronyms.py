"""Finds names that the report gives an acronym for: "Collective Security Treaty Organization (CSTO)"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mark.naming.cleaning import is_linking
from dateline.mark.naming.page import Page, Stretch

_LETTERS = range(2, 9)
_MORE_WORDS = 4  # linking words that a long form may have beyond the letters of its acronym


def definitions(page: Page) -> Iterator[tuple[Stretch, Stretch]]:
    """The long form and the acronym of each definition, in order."""
    for number in range(2, len(page.tokens) - 1):
        token = page.tokens[number]
        if not _acronym(token.text) or page.tokens[number - 1].text != "(" or page.tokens[number + 1].text != ")":
            continue
        long = _long_form(page, number - 2, token.text)
        if long is not None:
            yield long, Stretch(number, number + 1)


def _acronym(word: str) -> bool:
    return len(word) in _LETTERS and word.isalpha() and word.isupper()


def _long_form(page: Page, last: int, acronym: str) -> Stretch | None:
    """The words up to ``last`` whose initials spell ``acronym``: each word gives a letter or links."""
    left = list(acronym)
    for number in range(last, max(-1, last - len(acronym) - _MORE_WORDS), -1):
        word = page.tokens[number].text
        if left and word[0].upper() == left[-1] and not (is_linking(word) and word[0].islower()):
            left.pop()
            if not left:
                return Stretch(number, last + 1) if word[0].isupper() else None
        elif not is_linking(word) and word not in {"-", "'s", "’s"}:
            return None
    return None
