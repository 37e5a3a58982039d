"""How a toponym is used: literally, for those who act for it, before a noun, or as a demonym."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import Token, Use

_MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})


class Uses:
    """Tells the use of a toponym from the words it hangs on, by ``vocab/data/toponyms.toml``."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._stative = frozenset(table["stative"].split())
        self._addressing = frozenset(table["addressing"].split())
        self._acting = frozenset(table["acting"].split())

    def of(self, page: Page, stretch: Stretch, *, demonym: bool) -> Use:
        """The use of the toponym at ``stretch``."""
        if demonym:
            return "demonym"
        head = _first_joined(page, page.head(stretch))
        if head.dep in _MODIFYING and not self._after_preposition(page, stretch):
            return "modifier"
        governor = page.tokens[head.head]
        return "metonymic" if self._acts(page, head, governor) else "literal"

    @staticmethod
    def _after_preposition(page: Page, stretch: Stretch) -> bool:
        """Whether a name stands alone after a preposition, whatever the parse says: "in Oria and Belm"."""
        before = page.tokens[stretch.first - 1] if stretch.first else None
        after = page.tokens[stretch.last] if stretch.last < len(page.tokens) else None
        alone = after is None or (after.pos not in {"NOUN", "ADJ", "PROPN"} and after.tag != "POS")
        return before is not None and before.pos == "ADP" and alone

    def _acts(self, page: Page, head: Token, governor: Token) -> bool:
        if head.dep == "nsubj":
            return governor.pos == "VERB" and governor.lemma not in self._stative
        if head.dep in _OBJECTS:
            return governor.lemma in self._addressing
        if head.dep == "nsubjpass":
            return governor.lemma in self._addressing
        if head.dep != "pobj":
            return False
        word = governor.text.lower()
        if word == "to":
            return page.tokens[governor.head].text.lower() == "according"
        return governor.dep == "agent" or word in self._acting


def _first_joined(page: Page, token: Token) -> Token:
    """The first of several joined names: "Oria" for "Belm" in "Oria and Belm agreed"."""
    seen = 0
    while token.dep == "conj" and token.head != token.index and seen < len(page.tokens):
        token, seen = page.tokens[token.head], seen + 1
    return token
