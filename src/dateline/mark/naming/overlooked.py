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
    common = {token.text for token in page.tokens if token.text.islower()}
    number = 0
    while number < len(page.tokens):
        words = next((some for some in starting.get(page.tokens[number].text, ()) if _stands(page, number, some)), None)
        free = words is not None and taken.isdisjoint(range(number, number + len(words)))
        if words is not None and free and _is_name(page, number, words, common):
            yield Stretch(number, number + len(words)), known[words]
            number += len(words)
        else:
            number += 1


def _stands(page: Page, number: int, words: Words) -> bool:
    return tuple(token.text for token in page.tokens[number : number + len(words)]) == words


def _is_name(page: Page, number: int, words: Words, common: set[str]) -> bool:
    """Whether a capital tells a name here: not of a word that the report also writes small, where all have capitals."""
    if not words[0][0].isupper():
        return False
    telling = number not in page.opening and number not in page.titled
    return telling or len(words) > 1 or words[0].lower() not in common
