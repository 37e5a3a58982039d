"""First drafts of names: the model's spans cleaned, what follows a title, and numbered units and bases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dateline.mark.naming.cleaning import cleaned, without_titles
from dateline.mark.naming.kinds import LABELS, Draft
from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import Gender, Labelled, Marks, NameKind
from dateline.vocab.roles import Roles

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\w*")
_LONGEST_TITLED = 3  # words that a name found in a line in title case may have
_LONGEST_NUMBERED = 3  # words from an ordinal to what it counts


class Drafting:
    """Drafts names of a page; what is wrong with their kinds is left to the evidence."""

    def __init__(self, *, roles: Roles, given: Mapping[str, Gender | None]) -> None:
        self._roles, self._given = roles, given

    def drafts(self, page: Page, marks: Marks) -> Iterator[Draft]:
        """The drafts of the model's spans, then those of names after a title that the model overlooked."""
        taken: set[int] = set()
        for mark in marks.every(Labelled):
            stretch = page.stretch(mark.span)
            if stretch is None or mark.label not in LABELS:
                continue
            for piece in self._pieces(page, stretch, mark.label):
                taken.update(range(piece.first, piece.last))
                yield Draft(piece, page.words(piece), LABELS[mark.label])
        yield from self._titled(page, taken)

    def numbered(self, page: Page) -> Iterator[tuple[Stretch, NameKind]]:
        """Bases and units known by their number: "the 201st military base"."""
        for number, token in enumerate(page.tokens):
            if not _ORDINAL.fullmatch(token.text):
                continue
            for last in range(number + 1, min(number + _LONGEST_NUMBERED, len(page.tokens))):
                word = page.tokens[last].text.lower()
                if word in self._roles.numbered:
                    yield Stretch(number, last + 1), self._roles.numbered[word]
                    break
                if page.tokens[last].pos not in {"ADJ", "NOUN", "PROPN"}:
                    break

    def _pieces(self, page: Page, stretch: Stretch, label: str) -> Iterator[Stretch]:
        for piece in cleaned(page, stretch, label):
            titled = page.tokens[piece.first].text.lower() in self._roles.titles
            bare = piece
            if label == "PERSON" or titled:
                stripped = without_titles(page, piece, roles=self._roles, given=self._given)
                if stripped is None:
                    continue
                bare = stripped
            if self._is_name(page, bare, label):
                yield bare

    def _is_name(self, page: Page, stretch: Stretch, label: str) -> bool:
        words = page.words(stretch)
        if not any(word[0].isupper() for word in words):
            return False
        if len(words) == 1 and self._roles.kinds.get(words[0].lower()) == "person":
            return words[0] in self._given and label == "PERSON"
        if stretch.first in page.titled:
            return label == "PERSON" and words[0] in self._given and 2 <= len(words) <= _LONGEST_TITLED
        return True

    def _titled(self, page: Page, taken: set[int]) -> Iterator[Draft]:
        for number, token in enumerate(page.tokens[:-1]):
            if not self._roles.title(token.text.lower()) or number in taken:
                continue
            last = number + 1
            while last < len(page.tokens) and self._goes_on(page, last, taken) and last <= number + _LONGEST_TITLED:
                last += 1
            if last > number + 1:
                stretch = Stretch(number + 1, last)
                yield Draft(stretch, page.words(stretch), "person")

    def _goes_on(self, page: Page, number: int, taken: set[int]) -> bool:
        token = page.tokens[number]
        free = number not in taken and token.text.lower() not in self._roles.titles
        proper = token.tag in {"NNP", "FW"} and token.text[0].isupper() and not token.text.isupper()
        return free and proper and token.text.isalpha() and number not in page.titled
