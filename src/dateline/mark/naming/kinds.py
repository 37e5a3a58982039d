"""What kind of thing a name names, from all that the report says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.mark.naming.cleaning import surname
from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import Gender, NameKind
from dateline.vocab.roles import Roles

LABELS: Mapping[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "place",
    "LOC": "region",
    "FAC": "installation",
}
_LOCATIVE = frozenset({"in", "near", "outside", "from", "into", "throughout", "across", "around", "inside"})
_ACRONYM_LETTERS = range(2, 7)


@dataclass(frozen=True, slots=True)
class Draft:
    """A stretch that the model took for a name, and for what kind of one."""

    stretch: Stretch
    words: tuple[str, ...]
    kind: NameKind


class Evidence:
    """What the whole report tells about its names. The same string has one kind throughout."""

    def __init__(
        self, page: Page, drafts: Iterable[Draft], *, roles: Roles, given: Mapping[str, Gender | None]
    ) -> None:
        self._page, self._roles, self._given = page, roles, given
        self._votes: dict[tuple[str, ...], Counter[NameKind]] = {}
        self._placed: dict[tuple[str, ...], bool] = {}
        self._titled: set[str] = set()
        for draft in drafts:
            self._votes.setdefault(draft.words, Counter())[draft.kind] += 1
            self._placed[draft.words] = self._placed.get(draft.words, True) and self._locative(draft.stretch)
            if self._after_title(draft.stretch):
                self._titled.add(surname(draft.words))
        self._alone = {words[0] for words, votes in self._votes.items() if len(words) == 1 and votes["person"]}
        people = [words for words in self._votes if len(words) > 1 and self._long(words) == "person"]
        self.surnames = frozenset(surname(words) for words in people)
        self.given = frozenset(words[0] for words in people if words[0] in given or words[0] in self._alone)

    def kind(self, words: tuple[str, ...]) -> NameKind:
        """The kind of a name that the model has labelled somewhere in the report."""
        return self._single(words) if len(words) == 1 else self._long(words)

    def _single(self, words: tuple[str, ...]) -> NameKind:
        word, votes = words[0], self._votes[words]
        if word in self.surnames or word in self._titled:
            return "person"
        if word.isupper() and len(word.replace(".", "")) in _ACRONYM_LETTERS and votes["group"] == 0:
            return "organisation"
        if word.casefold() in self._roles.organisation_heads:
            return "organisation"
        if word in self.given:
            return "person"
        if votes["place"] == 0 and self._placed[words] and (votes["organisation"] or votes["person"]):
            return "place"
        if votes["person"] * 2 >= votes.total():
            return "person"
        return _most(votes)

    def _long(self, words: tuple[str, ...]) -> NameKind:
        votes = self._votes[words]
        named = words[0] in self._given and len(words) == 2 and (votes["person"] or surname(words) in self._titled)
        by_head = self._by_head(words)
        if by_head is not None and not named:
            return by_head
        if surname(words) in self._titled and votes["person"]:
            return "person"
        if self._person_like(words) and votes["person"] + votes["organisation"] + votes["group"] == votes.total():
            return "person"
        if self._placed[words] and votes["place"] == 0 and not self._person_like(words) and votes["person"]:
            return "place"
        return _most(votes)

    def _person_like(self, words: tuple[str, ...]) -> bool:
        """Whether a name begins with a given name and is as long as people's names are."""
        return words[0] in self._given and 2 <= len(words) <= 4 and all(word[0].isupper() for word in words[1:2])

    def _by_head(self, words: tuple[str, ...]) -> NameKind | None:
        """The kind that the head of a name tells: "Ministry of Defence", "Oria Valley", "Lake Oria"."""
        stop = next((number for number, word in enumerate(words) if word in {"of", "for"} and number), len(words))
        head, first = words[stop - 1].casefold(), words[0].casefold()
        if head in self._roles.organisation_heads:
            return "organisation"
        if head in self._roles.installation_heads:
            return "installation"
        if head in self._roles.place_heads:
            return "place"
        if head in self._roles.region_heads or first in {"lake", "mount", "mt."}:
            return "region"
        return None

    def _after_title(self, stretch: Stretch) -> bool:
        if stretch.first == 0:
            return False
        before = self._page.tokens[stretch.first - 1]
        if before.text == "." and stretch.first > 1:
            return f"{self._page.tokens[stretch.first - 2].text.lower()}." in self._roles.titles
        word = before.text.lower()
        return word in self._roles.titles or (
            self._roles.title(word) and before.text[0].isupper() and before.tag == "NNP"
        )

    def _locative(self, stretch: Stretch) -> bool:
        """Whether a name stands where a place does: "in Oria", or joined to one that does."""
        number = stretch.first - 1
        if number > 0 and self._page.tokens[number].text == "and":
            number -= 1
            while number > 0 and self._page.tokens[number].text[0].isupper():
                number -= 1
        return number >= 0 and self._page.tokens[number].text.lower() in _LOCATIVE


def _most(votes: Counter[NameKind]) -> NameKind:
    """The kind with most votes; of equals the one that stands first in the alphabet of kinds."""
    return min(votes, key=lambda kind: (-votes[kind], _ORDER.index(kind)))


_ORDER: tuple[NameKind, ...] = ("person", "organisation", "place", "group", "region", "installation", "country")
