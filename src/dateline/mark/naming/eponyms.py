"""Names that only borrow the name of a place: papers, companies, treaties, ships, set phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.mark.naming.page import Page, Stretch
from dateline.vocab.folding import words
from dateline.vocab.load import rows

_LONGEST = 6  # words of a borrowed name


class Eponyms:
    """Tells whether a form stands in such a name, by ``vocab/data/toponyms.toml`` and the names of known bodies."""

    def __init__(self, table: Mapping[str, Any], names: Iterable[str]) -> None:
        self._after, self._before = frozenset(table["eponymous"].split()), frozenset(table["eponymous_of"].split())
        self._vessels = frozenset(table["vessels"].split())
        self._names: dict[str, set[tuple[str, ...]]] = {}
        for name in (*names, *table["phrases"]):
            parts = tuple(words(name.removeprefix("The ")))
            if len(parts) > 1:
                self._names.setdefault(parts[0], set()).add(parts)

    def hold(self, page: Page, stretch: Stretch) -> bool:
        """Whether the form at ``stretch`` is part of a borrowed name: "Warsaw Pact", "USS Florida", a paper."""
        before, after = _word(page, stretch.first - 1).lower(), _word(page, stretch.last)
        if before in self._vessels or (after[:1].isupper() and after.lower() in self._after):
            return True
        if before == "of" and _word(page, stretch.first - 2).lower() in self._before:
            return True
        return any(self._known(page, first, stretch) for first in range(max(0, stretch.first - 3), stretch.first + 1))

    def _known(self, page: Page, first: int, stretch: Stretch) -> bool:
        """Whether a name of a known body begins at ``first`` and holds the form."""
        opening = words(page.tokens[first].text)
        for parts in self._names.get(opening[0], ()) if opening else ():
            last = first + len(parts)
            if last < stretch.last or len(parts) == len(stretch) or len(parts) > _LONGEST or last > len(page.tokens):
                continue
            if tuple(words(page.text(Stretch(first, last)))) == parts:
                return True
        return False


def borrowed_names() -> Iterable[str]:
    """The names of papers, broadcasters, agencies and companies that the actor base has."""
    for file in ("media", "companies"):
        for row in rows(f"actors/{file}"):
            yield row["name"]
            yield from (form for form in row["forms"].split("|") if form and not form.endswith("?"))


def _word(page: Page, number: int) -> str:
    return page.tokens[number].text if 0 <= number < len(page.tokens) else ""
