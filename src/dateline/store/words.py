"""Words for full-text search: what a person typed, as a query that SQLite's FTS5 always understands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_PHRASE = re.compile(r'"([^"]*)"|“([^”]*)”|«([^»]*)»|„([^“”]*)[“”]')
_MOST = 200

APART = " \ue000 "
"""Stands between names in one column; a word of its own to FTS5, so that no phrase runs from one name into the next."""


def terms(typed: str) -> tuple[tuple[str, bool], ...]:
    """The words and quoted phrases of ``typed``, in order, each with whether it was quoted.

    What holds no letter or digit is left out, and so is what comes after the first 200.
    """
    found: list[tuple[str, bool]] = []
    end = 0
    for phrase in _PHRASE.finditer(typed):
        found += ((word, False) for word in typed[end : phrase.start()].split())
        found.append((next(part for part in phrase.groups() if part is not None), True))
        end = phrase.end()
    found += ((word, False) for word in typed[end:].split())
    return tuple(term for term in found if _is_word(term[0]))[:_MOST]


def every(given: Iterable[tuple[str, bool]], *, prefixes: bool = False) -> str:
    """The FTS5 query for texts that hold all the given terms; with ``prefixes``, bare words also match longer ones."""
    return " AND ".join(literal(word) + (" *" if prefixes and not quoted else "") for word, quoted in given)


def literal(words: str) -> str:
    """The FTS5 query for these words in this order, whatever characters they hold."""
    safe = "".join(" " if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in words)
    return '"' + safe.replace('"', '""') + '"'


def has_word(typed: str) -> bool:
    """Whether there is anything in ``typed`` that can be looked for."""
    return _is_word(typed)


def folded(name: str) -> str:
    """The words of ``name`` without case and diacritics, between single spaces and with one at either end."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return " ".join(["", *re.findall(r"\w+", plain.casefold()), ""])


def _is_word(word: str) -> bool:
    return any(unicodedata.category(char)[0] in "LN" for char in word)
