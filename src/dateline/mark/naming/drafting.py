"""First drafts of names: the model's spans cleaned, what follows a title, and numbered units and bases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dateline.mark.naming.cleaning import cleaned, hyphenated, without_titles
from dateline.mark.naming.kinds import LABELS, Draft
from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import Gender, Labelled, Marks, NameKind
from dateline.vocab.listing import Listing
from dateline.vocab.roles import Roles

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\w*")
_LONGEST_TITLED = 3  # words that a name found in a line in title case may have
_LONGEST_NUMBERED = 3  # words from an ordinal to what it counts


class Drafting:
    """Drafts names of a page; what is wrong with their kinds is left to the evidence."""

    def __init__(self, *, listing: Listing, roles: Roles, given: Mapping[str, Gender | None]) -> None:
        self._listing, self._roles, self._given = listing, roles, given

    def drafts(self, page: Page, marks: Marks) -> Iterator[Draft]:
        """The drafts of the model's spans, then those of names after a title that the model overlooked."""
        pieces: list[tuple[Stretch, str]] = []
        for mark in marks.every(Labelled):
            stretch = page.stretch(mark.span) if mark.label in LABELS else None
            if stretch is not None:
                owned = self._without_owner(page, stretch)
                pieces.extend((piece, mark.label) for piece in self._pieces(page, owned, mark.label))
        taken = {number for piece, _ in pieces for number in range(piece.first, piece.last)}
        covered = {number for one in marks.every(Labelled) for number in _numbers(page.stretch(one.span))}
        found = [Draft(piece, page.words(piece), LABELS[label]) for piece, label in pieces]
        found += self._titled(page, taken | covered)
        found += self._given_and_surname(page, taken | covered)
        for draft in _run_together(page, found):
            whole = hyphenated(page, draft.stretch, free=lambda number: self._free(page, number, taken))
            yield Draft(whole, page.words(whole), draft.kind)

    def _without_owner(self, page: Page, stretch: Stretch) -> Stretch:
        """What is left of a name after a place it belongs to: "Trade Union" of "Oria's Trade Union"."""
        for number in range(stretch.first + 1, stretch.last - 1):
            if page.tokens[number].tag == "POS":
                owner = self._listing.get(page.text(Stretch(stretch.first, number)))
                return Stretch(number + 1, stretch.last) if owner and owner[0].code is not None else stretch
        return stretch

    def _free(self, page: Page, number: int, taken: set[int]) -> bool:
        """Whether a word is no name of its own."""
        return number not in taken and not self._listing.get(page.tokens[number].text)

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
        for whole in cleaned(page, stretch, label):
            piece = self._without_last_title(page, whole)
            if piece is None:
                continue
            titled = page.tokens[piece.first].text.lower() in self._roles.titles
            bare = piece
            if label == "PERSON" or titled:
                stripped = without_titles(page, piece, roles=self._roles, given=self._given)
                if stripped is None:
                    continue
                bare = _first_two(page, stripped) if piece.first in page.titled else stripped
            if self._is_name(page, bare, label):
                yield bare

    def _without_last_title(self, page: Page, stretch: Stretch) -> Stretch | None:
        """A name without the title of the next one: "Oria" of "Oria Sens."."""
        last = stretch.last
        while last > stretch.first and self._is_title(page.tokens[last - 1].text.lower()):
            last -= 1
        return Stretch(stretch.first, last) if last > stretch.first else None

    def _is_title(self, word: str) -> bool:
        return word in self._roles.titles or f"{word}." in self._roles.titles

    def _is_name(self, page: Page, stretch: Stretch, label: str) -> bool:
        words = page.words(stretch)
        if not any(word[0].isupper() for word in words):
            return False
        if label == "PERSON" and any(character.isdigit() for word in words for character in word):
            return False  # "S/2016/843", "COVID-19"
        if len(words) == 1 and self._roles.kinds.get(words[0].lower()) == "person":
            return words[0] in self._given and label == "PERSON"
        if len(words) == 1 and stretch.first in page.opening and self._common(page, stretch.first):
            return False
        return stretch.first not in page.titled or (label == "PERSON" and words[0] in self._given and len(words) > 1)

    def _common(self, page: Page, number: int) -> bool:
        """Whether a capital at the opening of a sentence may be that of a common noun: "Crowds gathered"."""
        word = page.tokens[number].text.lower()
        return word in page.common or word in self._roles.kinds or word.removesuffix("s") in self._roles.kinds

    def _titled(self, page: Page, taken: set[int]) -> Iterator[Draft]:
        for number, token in enumerate(page.tokens[:-1]):
            again = self._roles.title(page.tokens[number + 1].text.lower())
            if not self._roles.title(token.text.lower()) or number in taken or again:
                continue
            last = number + 1
            while last < len(page.tokens) and self._goes_on(page, last, taken) and last <= number + _LONGEST_TITLED:
                last += 1
            if last > number + 1:
                stretch = Stretch(number + 1, last)
                yield Draft(stretch, page.words(stretch), "person")

    def _given_and_surname(self, page: Page, taken: set[int]) -> Iterator[Draft]:
        """Two words with capitals, the first a given name, that the model has no label for."""
        for number, token in enumerate(page.tokens[:-1]):
            if token.text not in self._given or number in taken or self._roles.title(token.text.lower()):
                continue
            pair = Stretch(number, number + 2)
            words = page.words(pair)
            plain = not self._listing.get(words[0]) and not self._heads(words[1])
            if plain and self._goes_on(page, number, taken) and self._goes_on(page, number + 1, taken):
                yield Draft(pair, words, "person")

    def _heads(self, word: str) -> bool:
        """Whether a word tells the name of a body or a place."""
        roles, plain = self._roles, word.lower()
        return plain in roles.organisation_heads | roles.place_heads | roles.region_heads | roles.installation_heads

    def _goes_on(self, page: Page, number: int, taken: set[int]) -> bool:
        token = page.tokens[number]
        free = number not in taken and token.text.lower() not in self._roles.titles
        proper = token.tag in {"NNP", "FW"} and token.text[0].isupper() and not token.text.isupper()
        return free and proper and token.text.isalpha() and number not in page.titled


def _run_together(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, with a person's name that was cut in two made one: "Yolanda" and "Yu Hoi-kwan"."""
    before: Draft | None = None
    for draft in sorted(drafts, key=lambda draft: draft.stretch):
        if before is not None and _cut(page, before, draft):
            stretch = Stretch(before.stretch.first, draft.stretch.last)
            before = Draft(stretch, page.words(stretch), "person")
            continue
        if before is not None:
            yield before
        before = draft
    if before is not None:
        yield before


def _cut(page: Page, one: Draft, other: Draft) -> bool:
    """Whether the parse makes one name of two that stand side by side."""
    last = page.tokens[one.stretch.last - 1]
    people = one.kind == other.kind == "person"
    beside = one.stretch.last == other.stretch.first
    return people and beside and last.dep == "compound" and last.head >= other.stretch.first


def _first_two(page: Page, stretch: Stretch) -> Stretch:
    """A person's name in a line in title case, where nothing tells its end: two words, or three with an initial."""
    words = page.words(stretch)
    long = len(words) > 2 and words[1].endswith(".")
    return Stretch(stretch.first, min(stretch.last, stretch.first + (3 if long else 2)))


def _numbers(stretch: Stretch | None) -> range:
    return range(stretch.first, stretch.last) if stretch is not None else range(0)
