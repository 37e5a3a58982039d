"""Finds further mentions of the names that a report has shown elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import NameKind

Words = tuple[str, ...]


def overlooked(page: Page, known: Mapping[Words, NameKind], taken: set[int]) -> Iterator[tuple[Stretch, NameKind]]:
    """Where ``known`` names stand outside the tokens in ``taken``, longest first."""
    starting: dict[str, list[Words]] = {}
    for words in sorted(known, key=lambda words: (-len(words), words)):
        starting.setdefault(words[0], []).append(words)
    number = 0
    while number < len(page.tokens):
        words = _longest(page, number, starting.get(page.tokens[number].text, []))
        if words and taken.isdisjoint(range(number, number + len(words))) and _is_name(page, number, words):
            yield Stretch(number, number + len(words)), known[words]
            number += len(words)
        else:
            number += 1


def _longest(page: Page, number: int, choices: list[Words]) -> Words:
    """The first of ``choices`` that stands at a token, or nothing."""
    return next((words for words in choices if _stands(page, number, words)), ())


def _stands(page: Page, number: int, words: Words) -> bool:
    return tuple(token.text for token in page.tokens[number : number + len(words)]) == words


def _is_name(page: Page, number: int, words: Words) -> bool:
    """Whether a capital tells a name here: not of a word that the report also writes small, where all have capitals."""
    if not words[0][0].isupper():
        return False
    telling = number not in page.opening and number not in page.titled
    return telling or len(words) > 1 or words[0].lower() not in page.common
