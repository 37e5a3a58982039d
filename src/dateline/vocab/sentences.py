"""Cuts the sentence around some words out of a text, where there are no marks any more: in a store, in an export."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.model.text import Span, trimmed
from dateline.vocab.load import table

_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)""")
_WORD = re.compile(r"[\w.]*\w(?=\.$)")
_NEXT = re.compile(r"""\s+["'“‘«(\[]*(\w)""")
_LINE = re.compile(r"(?<=\S)[^\S\n]*(?=\n)")
_LONGEST = 2000  # characters to either side that are looked through


class Sentences:
    """Tells ends of sentences from other full stops: "Gen. Kolven", "the U.S. envoy", "at 4 p.m. on Monday"."""

    def __init__(self, titles: Iterable[str], others: Iterable[str]) -> None:
        self._titles = frozenset(titles)
        self._others = frozenset(others)

    @classmethod
    def load(cls) -> Sentences:
        """With the abbreviations that ship with the package."""
        listed = table("sentences")
        return cls(listed["titles"], listed["others"])

    def around(self, text: str, span: Span) -> Span:
        """The sentence that ``span`` begins in, up to the end of the one that it ends in; never beyond its line."""
        first = max(text.rfind("\n", 0, span.start) + 1, span.start - _LONGEST)
        last = min(len(text), *(at for at in (text.find("\n", span.end),) if at >= 0), span.end + _LONGEST)
        ends = [found.end() for found in _END.finditer(text, first, last) if self._is_end(text, found)]
        start = max((end for end in ends if end <= span.start), default=first)
        end = min((end for end in ends if end >= span.end), default=last)
        return trimmed(text, start, end) or span

    def number(self, text: str, at: int) -> int:
        """Which sentence of the text, from 1, the character ``at`` stands in; each line begins a new one."""
        ends = {found.end() for found in _END.finditer(text, 0, at) if self._is_end(text, found)}
        lines = (found.start() for found in _LINE.finditer(text, 0, at))
        return 1 + len(ends.union(at for at in lines if at not in ends))

    def _is_end(self, text: str, found: re.Match[str]) -> bool:
        """Whether these marks end a sentence: not a full stop after an abbreviation or an initial, as far as known."""
        following = _NEXT.match(text, found.end())
        if following is not None and following[1].islower():
            return False
        if not found[0].startswith(".") or len(found[0]) > 1:
            return True
        before = _WORD.search(text, max(0, found.start() - 20), found.start() + 1)
        word = "" if before is None else before[0].lower()
        if word in self._titles or (len(word) == 1 and word.isalpha() and before is not None and before[0].isupper()):
            return False
        if "." in word:  # "the U.S. envoy", "at 4 p.m. Monday": more often in the middle than at the end
            return following is None
        return word not in self._others or following is None or not following[1].isdecimal()
