"""What speaks for and against a form being the name of a place: features by name, for a linear model."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import Gender, Labelled, Marks, Name, Sentence
from dateline.vocab.gazetteer import Candidate, Gazetteer, Sort
from dateline.vocab.roles import Roles

_TELLING = frozenset({"ORG", "FAC", "organisation", "installation"})  # names whose other words tell what they are of
_PLACED = frozenset({"GPE", "LOC", "place", "country", "region"})
_LABELS = ("GPE", "LOC", "PERSON", "ORG", "FAC", "NORP")
_FEATURES = ("country", "unit1", "unit2", "settlement", "historical", "world_region")
_PLAIN = frozenset({Sort.NAME, Sort.OTHER, Sort.SHORT})
_SHORT = 8  # letters below which words run together are often something else ("Al Ain", "Alain")
_LARGE = 7.0  # the logarithm of the people of a large city


class _Cover(NamedTuple):
    """The name or label over a form: what kind, where in it the form stands, and its words if there are any."""

    kind: str
    at: str
    words: Stretch | None


_NONE = _Cover("", "none", None)


class Evidence:
    """Features of the forms of one report."""

    def __init__(
        self,
        page: Page,
        marks: Marks,
        *,
        gazetteer: Gazetteer,
        roles: Roles,
        given: Mapping[str, Gender | None],
        common: frozenset[str],
        locative: frozenset[str],
    ) -> None:
        self._locative = locative
        self._page, self._gazetteer, self._roles, self._given, self._common = page, gazetteer, roles, given, common
        self._labels = _Covers([(page.stretch(one.span), one.label) for one in marks.every(Labelled)])
        self._names = _Covers([(page.stretch(one.span), one.kind) for one in marks.every(Name)])
        self._openings = frozenset(one.first for one in marks.every(Sentence))
        self._people = _parts_of_people(page, marks)
        self._votes: dict[str, Counter[str]] = {}
        self._keys: dict[Stretch, str] = {}

    def learn(self, stretches: list[Stretch]) -> None:
        """Takes in how every form of the report is labelled, so that each is judged by all its occurrences."""
        for stretch in stretches:
            cover = self._labels.over(stretch)
            key = self._keys[stretch] = self._page.text(stretch).casefold()
            votes = self._votes.setdefault(key, Counter())
            votes[cover.kind if cover.at == "all" else "other"] += 1

    def of(self, stretch: Stretch) -> dict[str, float]:
        """The features of one form; those that are 0 are left out."""
        page = self._page
        candidates = self._gazetteer.candidates(page.document[page.span(stretch)])
        found = dict(self._of_form(stretch))
        found.update(self._of_places(candidates))
        found.update(self._of_covers(stretch))
        found.update(self._of_neighbours(stretch, candidates))
        return found

    def _of_form(self, stretch: Stretch) -> Iterator[tuple[str, float]]:
        words = self._page.words(stretch)
        yield "always", 1.0
        yield f"words {min(len(words), 3)}", 1.0
        letters = sum(len(word) for word in words)
        yield "letters", min(letters, 16) / 16
        titled, opening = stretch.first in self._page.titled, stretch.first in self._openings
        common = all(word.lower() in self._common for word in words)
        one = words[0] if len(words) == 1 else None
        yield from _true(
            ("capitals", len(words[0]) > 1 and all(word.isupper() for word in words)),
            ("titled", titled),
            ("opening", opening),
            ("common", common),
            ("common opening", common and opening),
            ("common titled", common and titled),
            ("given name", one is not None and one in self._given),
            ("of a person", one is not None and one in self._people),
            ("first title", bool(self._roles.title(words[0].lower()))),
        )
        if len(words) > 1:
            yield "head " + self._head(words[-1].lower()), 1.0
        yield from self._of_votes(self._votes.get(self._keys.get(stretch, "")))

    def _of_votes(self, votes: Counter[str] | None) -> Iterator[tuple[str, float]]:
        """How the form is labelled throughout the report."""
        if not votes:
            return
        total = votes.total()
        for label in _LABELS:
            if votes[label]:
                yield f"voted {label}", votes[label] / total
        if total > 1:
            yield "often", min(math.log2(total), 4.0) / 4

    def _head(self, word: str) -> str:
        roles = self._roles
        for name, heads in (
            ("organisation", roles.organisation_heads),
            ("place", roles.place_heads),
            ("region", roles.region_heads),
            ("installation", roles.installation_heads),
        ):
            if word in heads:
                return name
        return "other"

    def _of_places(self, candidates: tuple[Candidate, ...]) -> Iterator[tuple[str, float]]:
        sorts = {one.sort for one in candidates}
        features = {one.place.feature for one in candidates if one.sort != Sort.OTHER}
        for feature in _FEATURES:
            if feature in features:
                yield f"is {feature}", 1.0
        respelled = all(one.respelled for one in candidates)
        yield from _true(
            ("is of the supplement", any(one.place.number < 0 for one in candidates)),
            ("demonym", Sort.DEMONYM in sorts),
            ("abbreviation", Sort.ABBREVIATION in sorts),
            ("only other names", sorts <= {Sort.OTHER}),
            ("respelled", respelled),
            ("respelled, short", respelled and min(len(one.place.name) for one in candidates) < _SHORT),
        )
        people = max((one.place.population for one in candidates if one.sort in _PLAIN), default=0)
        named = max((one.place.population for one in candidates if one.sort == Sort.NAME), default=0)
        if people:
            yield "people", math.log10(people + 1) / _LARGE
        if named:
            yield "people of the name", math.log10(named + 1) / _LARGE
        if len(candidates) > 1:
            yield "choices", min(math.log2(len(candidates)), 6.0) / 6

    def _of_covers(self, stretch: Stretch) -> Iterator[tuple[str, float]]:
        where = "locative" if self._word(stretch.first - 1).lower() in self._locative else "elsewhere"
        for title, covers in (("label", self._labels), ("name", self._names)):
            cover = covers.over(stretch)
            yield f"{title} {cover.kind} {cover.at}", 1.0
            yield f"{title} {cover.kind} {cover.at}, {where}", 1.0
            if cover.words is not None and cover.at != "all" and cover.kind in _TELLING:
                before = self._word(stretch.first - 1).lower() if cover.words.first < stretch.first else ""
                yield f"{title} {cover.kind} ends {self._word(cover.words.last - 1).lower()}", 1.0
                yield f"{title} {cover.kind} after {before}", 1.0

    def _of_neighbours(self, stretch: Stretch, candidates: tuple[Candidate, ...]) -> Iterator[tuple[str, float]]:
        before, after = self._word(stretch.first - 1), self._word(stretch.last)
        yield f"before {before.lower()}", 1.0
        yield f"after {after.lower()}", 1.0
        joined = before.lower() in {"and", "or", ",", "&"} and (
            self._labels.placed(stretch.first - 2) or self._names.placed(stretch.first - 2)
        )
        inside, around = self._contained(stretch, candidates)
        yield from _true(
            ("joined to a place", joined),
            ("before capital", before[:1].isupper() and stretch.first not in self._openings),
            ("after capital", after[:1].isupper()),
            ("after given name", before in self._given),
            ("after title", bool(self._roles.title(before.lower()))),
            ("after common noun", after.islower() and after in self._common),
            ("inside the next", inside),
            ("around the one before", around),
        )

    def _contained(self, stretch: Stretch, candidates: tuple[Candidate, ...]) -> tuple[bool, bool]:
        """Whether the place after a comma can hold this one, and whether this one can hold the one before."""
        page = self._page
        inside = around = False
        if self._word(stretch.last) == "," and self._word(stretch.last + 1)[:1].isupper():
            following = self._after(stretch.last + 1)
            inside = any(_holds(outer, one) for one in candidates for outer in following)
        if self._word(stretch.first - 1) == "," and self._word(stretch.first - 2)[:1].isupper():
            held = page.document[page.tokens[stretch.first - 2].span]
            around = any(_holds(outer, one) for outer in candidates for one in self._gazetteer.candidates(held))
        return inside, around

    def _after(self, number: int) -> tuple[Candidate, ...]:
        page = self._page
        for last in (number + 3, number + 2, number + 1):
            if last <= len(page.tokens):
                found = self._gazetteer.candidates(page.document[page.span(Stretch(number, last))])
                if found:
                    return found
        return ()

    def _word(self, number: int) -> str:
        return self._page.tokens[number].text if 0 <= number < len(self._page.tokens) else ""


class _Covers:
    """Names or labels by place."""

    def __init__(self, stretches: list[tuple[Stretch | None, str]]) -> None:
        self._found = sorted((stretch, kind) for stretch, kind in stretches if stretch is not None)
        self._firsts = [stretch.first for stretch, _ in self._found]

    def placed(self, number: int) -> bool:
        """Whether a word is of a name that is labelled as a place."""
        return number >= 0 and self.over(Stretch(number, number + 1)).kind in _PLACED

    def over(self, stretch: Stretch) -> _Cover:
        """The name over a form and where in it the form stands: all, first, last, inside, part or none."""
        at = bisect_right(self._firsts, stretch.last - 1) - 1
        if at < 0:
            return _NONE
        outer, kind = self._found[at]
        if outer.last <= stretch.first:
            return _NONE
        return _Cover(kind, _position(outer, stretch), outer)


def _true(*flags: tuple[str, bool]) -> Iterator[tuple[str, float]]:
    return ((name, 1.0) for name, holds in flags if holds)


def _position(outer: Stretch, inner: Stretch) -> str:
    if outer.first > inner.first or outer.last < inner.last:
        return "part"
    if (outer.first, outer.last) == (inner.first, inner.last):
        return "all"
    if outer.first == inner.first:
        return "first"
    return "last" if outer.last == inner.last else "inside"


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether one place lies in the other, as the gazetteer's units have it."""
    one, other = outer.place, inner.place
    if one.feature == "country":
        return one.country == other.country and one.number != other.number
    return one.number in {other.unit1, other.unit2}


def _parts_of_people(page: Page, marks: Marks) -> frozenset[str]:
    """The words of people's names of two words and more."""
    names = [page.stretch(one.span) for one in marks.every(Name) if one.kind == "person"]
    return frozenset(word for one in names if one is not None and len(one) > 1 for word in page.words(one))
