"""Finds which groups of words and phrases a run of tokens has: lemmas, words and phrases of several words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


class Phrases:
    """Phrases with the groups they belong to, looked up by their first word."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group, phrases in groups.items():
            for phrase in phrases:
                words = tuple(phrase.lower().split())
                self._by_first.setdefault(words[0], []).append((words, group))

    def found(self, words: Sequence[str], lemmas: Sequence[str]) -> dict[str, set[str]]:
        """The groups with the phrases of each that stand in a text of ``words`` with ``lemmas``, all in lower case."""
        seen: dict[str, set[str]] = {}
        for at, (word, lemma) in enumerate(zip(words, lemmas, strict=True)):
            for first in {word, lemma}:
                for phrase, group in self._by_first.get(first, ()):
                    if self._stands(phrase, at, words, lemmas):
                        seen.setdefault(group, set()).add(" ".join(phrase))
        return seen

    @staticmethod
    def _stands(phrase: tuple[str, ...], at: int, words: Sequence[str], lemmas: Sequence[str]) -> bool:
        return at + len(phrase) <= len(words) and all(
            part in (words[at + n], lemmas[at + n]) for n, part in enumerate(phrase)
        )
