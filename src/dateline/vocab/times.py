"""What times are called in a language: word classes, rules, number words and the cues that decide."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.vocab.load import table
from dateline.vocab.numbers import Numbers
from dateline.vocab.rules import RuleBook

NAME = "times"


@dataclass(frozen=True, slots=True)
class Times:
    """All that the time marker knows of a language. ``suffixes`` are the letters that may be written on to a figure
    ("5pm"); ``list_of_dates`` is a pattern of what may stand between a month and the year of its list.
    """

    book: RuleBook
    numbers: Numbers
    suffixes: tuple[str, ...]
    list_of_dates: str

    @classmethod
    def load(cls) -> Times:
        """The times of English that come with Dateline."""
        forms = table(NAME)["forms"]
        return cls(
            book=RuleBook.load(NAME),
            numbers=Numbers.load(),
            suffixes=tuple(forms["suffixes"]),
            list_of_dates=forms["list_of_dates"],
        )
