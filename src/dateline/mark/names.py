"""Proper names of people, bodies and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from dateline.mark.naming.acronyms import definitions
from dateline.mark.naming.drafting import Drafting
from dateline.mark.naming.eponyms import Eponyms
from dateline.mark.naming.kinds import Draft, Evidence
from dateline.mark.naming.overlooked import overlooked
from dateline.mark.naming.page import Page, Stretch
from dateline.mark.naming.toponyms import Uses
from dateline.model.marks import Gender, Labelled, Mark, Marks, Name, NameKind, Sentence, Token
from dateline.model.text import Document, Span
from dateline.vocab.listing import Listed, Listing
from dateline.vocab.roles import Roles

_TOPONYMS = frozenset({"country", "region", "place"})
_PLACES = frozenset({"GPE", "LOC"})
_PREPOSITIONS = frozenset({"IN", "TO"})

Found = dict[Stretch, NameKind]


class NameMarker:
    """Marks names without their titles, with their kind: "Vladimir Putin" of "Russian President Vladimir Putin".

    Starts from the model's spans, cleans them, and repairs them by what the whole report shows: a surname seen
    with a given name, the commonest label of a string, a title before it, an acronym's definition, the listing.
    Countries, regions and places carry their use and, where known, the ISO code of the country they are or are in.
    """

    name = "names"
    needs: frozenset[type[Mark]] = frozenset({Token, Sentence, Labelled})
    gives: frozenset[type[Mark]] = frozenset({Name})

    def __init__(
        self, *, listing: Listing, roles: Roles, given: Mapping[str, Gender | None], uses: Uses, eponyms: Eponyms
    ) -> None:
        self._listing, self._roles, self._given, self._uses, self._eponyms = listing, roles, given, uses, eponyms
        self._drafting = Drafting(listing=listing, roles=roles, given=given)

    def mark(self, document: Document, marks: Marks) -> Iterator[Name]:
        page = Page(document, marks)
        if not page.tokens:
            return
        drafts = list(self._drafting.drafts(page, marks))
        evidence = Evidence(page, drafts, roles=self._roles, given=self._given)
        listed = self._listed(page, marks, evidence)
        found = self._found(page, drafts, evidence=evidence, listed=listed)
        leading = Counter(one[0].code for one in listed.values() if len(one) == 1)
        for stretch in _apart(self._own(page, found)):
            yield self._named(page, stretch, found[stretch], _likeliest(listed.get(stretch, ()), leading))

    def _found(
        self, page: Page, drafts: Iterable[Draft], *, evidence: Evidence, listed: Mapping[Stretch, tuple[Listed, ...]]
    ) -> Found:
        """All names with the kind the report gives them; those in ``listed`` get theirs from the listing later."""
        kinds = {draft.words: evidence.kind(draft.words) for draft in drafts}
        found: Found = {draft.stretch: kinds[draft.words] for draft in drafts}
        found.update(self._drafting.numbered(page))
        for long, short in definitions(page):
            kind = found.get(long) or found.get(short, "organisation")
            found[long] = kinds[page.words(long)] = found[short] = kinds[page.words(short)] = kind
        for stretch, choices in listed.items():
            found.setdefault(stretch, choices[0].kind)
        found.update((stretch, "group") for stretch in _peoples(page, listed))
        for word in evidence.surnames | evidence.given:
            kinds.setdefault((word,), "person")
        taken = {number for stretch in found for number in range(stretch.first, stretch.last)}
        found.update(overlooked(page, kinds, taken))
        return found

    def _own(self, page: Page, found: Found) -> Found:
        """The names without those of places that only lend their name to something: "Lisbon" of a treaty."""
        places = {stretch for stretch, kind in found.items() if kind in _TOPONYMS and self._eponyms.hold(page, stretch)}
        return {stretch: kind for stretch, kind in found.items() if stretch not in places}

    def _named(self, page: Page, stretch: Stretch, kind: NameKind, listed: Listed | None) -> Name:
        kind = kind if listed is None else listed.kind
        demonym = listed is not None and listed.demonym
        use = self._uses.of(page, stretch, demonym=demonym) if kind in _TOPONYMS else None
        return Name(_lettered(page, stretch), kind, use, None if listed is None else listed.code)

    def _listed(self, page: Page, marks: Marks, evidence: Evidence) -> dict[Stretch, tuple[Listed, ...]]:
        """The forms of the listing that stand on the page and mean what it says."""
        labels = {mark.span.start: mark.label for mark in marks.every(Labelled)}
        found: dict[Stretch, tuple[Listed, ...]] = {}
        reached = 0
        for number, token in enumerate(page.tokens):
            if number < reached or not (token.text[0].isupper() or token.text in self._listing.small):
                continue
            ends = self._listing.at(page.document.text, token.span.start)
            stretch = next((some for end in ends if (some := page.until(number, end)) is not None), None)
            if stretch is None:
                continue
            choices = self._listing.get(page.document[page.span(stretch)])
            if self._eponyms.hold(page, stretch):
                continue
            if _meant(page, stretch, choices[0], label=labels.get(token.span.start), evidence=evidence):
                found[stretch] = choices
                reached = stretch.last
        return found


def _lettered(page: Page, stretch: Stretch) -> Span:
    """The characters of a name without a hyphen before it, as in "anti-Orian"."""
    span = page.span(stretch)
    words = page.document[span]
    return Span(span.start + len(words) - len(words.lstrip("-–—'‘’\"“")), span.end)


def _meant(page: Page, stretch: Stretch, listed: Listed, *, label: str | None, evidence: Evidence) -> bool:
    """Whether a form stands for what the listing says: no language, no person's name, no stray "Miss."."""
    word = page.tokens[stretch.first].text
    if listed.abbreviation:
        return label in _PLACES or (stretch.first > 0 and page.tokens[stretch.first - 1].text == ",")
    if label == "LANGUAGE":
        return False
    if len(stretch) > 1 or word not in evidence.surnames | evidence.given:
        return True
    return label in _PLACES and stretch.first > 0 and page.tokens[stretch.first - 1].tag in _PREPOSITIONS


def _peoples(page: Page, listed: Mapping[Stretch, tuple[Listed, ...]]) -> Iterator[Stretch]:
    """Two demonyms that name one people: "Korean Americans", "Afro-Brazilians"."""
    demonyms = [stretch for stretch in listed if listed[stretch][0].demonym]
    for one, other in pairwise(demonyms):
        between = page.words(Stretch(one.last, other.first)) if one.last < other.first else ()
        if between in {(), ("-",)} and one.last <= other.first:
            yield Stretch(one.first, other.last)


def _likeliest(choices: tuple[Listed, ...], leading: Counter[str | None]) -> Listed | None:
    """Which of several meanings a form has here: not the first only where the report speaks of another's country."""
    if not choices:
        return None
    first, *others = choices
    if leading[first.code] == 0:
        return next((other for other in others if leading[other.code]), first)
    return first


def _apart(found: Found) -> list[Stretch]:
    """Names that do not overlap: of two that do, the longer, then the earlier."""
    chosen: list[Stretch] = []
    taken: set[int] = set()
    for stretch in sorted(found, key=lambda stretch: (-len(stretch), stretch)):
        numbers = range(stretch.first, stretch.last)
        if taken.isdisjoint(numbers):
            taken.update(numbers)
            chosen.append(stretch)
    return sorted(chosen)
