"""Gives text in capitals its small letters back, so that the language model can read it: wire reports of old, headings.

What is returned has the same length as what was given, letter for letter: every span holds in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_STARTS = re.compile(r"(?:^|[.!?:]['\"”’)\]]*\s+|['\"“‘(\[]|--\s*|\n\s*)$")
_DAY = re.compile(r"\b\d{1,2} $")  # "3 MAY": of a number only months have capitals, and other words lose nothing
_LETTERS = 40  # letters of a block from which its case tells something
_SHARE = 0.85  # of them in capitals
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
    ("ers", "e"),
)
_VOWELS = frozenset("AEIOUY")


class Recasing:
    """Knows which words are written small."""

    def __init__(
        self,
        *,
        small: Collection[str],
        names: Callable[[str], bool],
        abbreviation: Callable[[str], bool],
        forms: Collection[str],
    ) -> None:
        """``small`` are words that are hardly ever names, ``names`` tells whether a word with a capital is foremost one
        ("Peru", "Maria"), ``abbreviation`` whether a name is written in capitals, ``forms`` are the base forms of a
        dictionary, names among them.
        """
        self._plain = small
        self._names = names
        self._abbreviation = abbreviation
        self._forms = forms

    def recased(self, text: str) -> str:
        """The text with its blocks in capitals written as in a book; the same text where there are none."""
        return _BLOCK.sub(lambda block: self._block(block[0]) if _shouting(block[0]) else block[0], text)

    def _block(self, block: str) -> str:
        return _WORD.sub(lambda word: self._word(word[0], block[: word.start()][-8:]), block)

    def _word(self, word: str, before: str) -> str:
        small = word.lower()
        if len(small) != len(word) or (len(word) == 1 and word not in "AI"):
            return word
        if not self._small(small) and (_unspoken(word) or self._abbreviation(word)):
            return word
        first = word[0] + small[1:]
        begins = word == "I" or _STARTS.search(before) is not None or _DAY.search(before) is not None
        return first if begins or not self._small(small) else small

    def _small(self, word: str) -> bool:
        """Whether a word in small letters is no name: one of the plain words, or a form of a dictionary's word."""
        word = word.removesuffix("'s").removesuffix("’s")
        if word in self._plain:
            return True
        if self._names(word.capitalize()):
            return False
        return any(
            word.endswith(ending) and word.removesuffix(ending) + base in self._forms for ending, base in _ENDINGS
        )


def dictionary(nlp: Language) -> frozenset[str]:
    """The base forms that the language model's lemmatizer knows, and the irregular forms."""
    tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, irregular = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    return frozenset(word.lower() for table in (index, irregular) for words in table.values() for word in words)


def _shouting(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _LETTERS and sum(map(str.isupper, letters)) >= _SHARE * len(letters)


def _unspoken(word: str) -> bool:
    """Whether it cannot be spoken as a word: "FMLN", "ELN"."""
    vowels = sum(letter in _VOWELS for letter in word)
    return len(word) <= 5 and (not vowels or (len(word) == 3 and vowels == 1 and word[0] in _VOWELS))
