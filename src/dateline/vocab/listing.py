"""Names of countries, regions and well-known bodies, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from dateline.model.marks import NameKind
from dateline.vocab.load import rows

_WORD = re.compile(r"[^\W_]+")
_CAPITALISED = 4  # letters from which a name in capitals is no acronym
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\r": " ", "\t": " ", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Listed:
    """What a form stands for: ``name`` is the usual name, ``code`` the ISO 3166-1 code of the country it is or is in.

    ``demonym`` tells adjectives and inhabitants ("Tajik") from names, ``abbreviation`` forms like "Pa.".
    """

    name: str
    kind: NameKind
    code: str | None = None
    demonym: bool = False
    abbreviation: bool = False


class Listing:
    """Forms and what they can stand for, the likeliest first. ``small``: words without a capital that begin one."""

    def __init__(self, forms: Iterable[tuple[str, Listed]]) -> None:
        """Takes forms in falling order of likelihood where one stands for several."""
        self._forms: dict[str, tuple[Listed, ...]] = {}
        starting: dict[str, set[str]] = {}
        for form, listed in _in_capitals_too(forms):
            plain = form.translate(_PLAIN)
            before = self._forms.get(plain, ())
            if all((one.name, one.kind) != (listed.name, listed.kind) for one in before):
                self._forms[plain] = (*before, listed)
            found = _WORD.match(plain)
            if found:
                starting.setdefault(found.group(), set()).add(plain)
        self._starting = {
            word: tuple(sorted(some, key=lambda form: (-len(form), form))) for word, some in starting.items()
        }

        self.small = frozenset(word for word in starting if not word[0].isupper())

    def get(self, form: str) -> tuple[Listed, ...]:
        """What ``form`` can stand for; a leading article is ignored, kinds of apostrophe and space are the same."""
        plain = form.translate(_PLAIN)
        found = self._forms.get(plain, ())
        return found if found or plain[:4].casefold() != "the " else self._forms.get(plain[4:], ())

    def at(self, text: str, start: int) -> Iterator[int]:
        """Ends of the forms that begin at ``start`` of ``text``, longest first."""
        found = _WORD.match(text, start)
        for form in self._starting.get(found.group(), ()) if found else ():
            end = start + len(form)
            if text[start:end].translate(_PLAIN) == form:
                yield end


def _in_capitals_too(forms: Iterable[tuple[str, Listed]]) -> Iterator[tuple[str, Listed]]:
    """The forms as they are, then as headlines, datelines and lists of members have them: "UKRAINE"."""
    given = list(forms)
    yield from given
    for form, listed in given:
        if len(form) >= _CAPITALISED and not listed.abbreviation and not form.isupper():
            yield form.upper(), listed


def listing() -> Listing:
    """The countries, regions and bodies that ship with Dateline."""
    return Listing([*_bodies(), *_countries(), *_regions()])


def _countries() -> Iterator[tuple[str, Listed]]:
    for row in rows("countries"):
        for form in (row["name"], *_split(row["forms"])):
            yield form, Listed(row["name"], "country", row["code"])
        for form in _split(row["demonyms"]):
            yield form, Listed(row["name"], "country", row["code"], demonym=True)
        for form in _split(row["capital"]):
            yield form, Listed(form, "place", row["code"])


def _regions() -> Iterator[tuple[str, Listed]]:
    for row in rows("regions"):
        yield from _forms(row, cast(NameKind, row["kind"]), row["country"] or None)


def _bodies() -> Iterator[tuple[str, Listed]]:
    for row in rows("bodies"):
        yield from _forms(row, cast(NameKind, row["kind"]), None)


def _forms(row: Mapping[str, str], kind: NameKind, code: str | None) -> Iterator[tuple[str, Listed]]:
    name = row["name"]
    for form in (name, *_split(row["forms"])):
        short = form.endswith(".") and not form.isupper()
        yield form, Listed(name, kind, code, abbreviation=short)
    for form in _split(row.get("demonyms", "")):
        yield form, Listed(name, kind, code, demonym=True)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split("|") if form)
