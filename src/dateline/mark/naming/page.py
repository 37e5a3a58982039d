"""A report as the name marker reads it: its words, and which lines have a capital at every word."""

from __future__ import annotations

from dateline.model.marks import Marks, Sentence
from dateline.model.text import Document
from dateline.model.words import Stretch, Words

_LONG = 4  # letters from which a word counts as evidence of title case
_TITLE_CASE = 0.8  # share of long words with a capital
_ENOUGH = 3  # long words without which a line tells nothing

__all__ = ["Page", "Stretch"]


class Page(Words):
    """The words of a report. ``titled`` are the numbers of those in title case ("Minister Denies Secret Talks"),
    ``opening`` of those that open a sentence, ``common`` the words that the report also writes small.
    """

    def __init__(self, document: Document, marks: Marks) -> None:
        super().__init__(document, marks)
        self.titled = frozenset(
            number
            for sentence in marks.every(Sentence)
            if self._in_title_case(sentence)
            for number in range(sentence.first, sentence.last)
        )
        self.opening = frozenset(sentence.first for sentence in marks.every(Sentence))
        self.common = frozenset(token.text for token in self.tokens if token.text.islower())

    def _in_title_case(self, sentence: Sentence) -> bool:
        words = [token.text for token in self.tokens[sentence.first : sentence.last]]
        long = [word for word in words[1:] if len(word) >= _LONG and word.isalpha()]
        return len(long) >= _ENOUGH and sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long)
