"""The counted noun: "Russian troops" in "7,000 Russian troops", "rural land" in "a third of the rural land"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mark.analysis import Analysis
from dateline.model.marks import Token
from dateline.model.text import Span

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "RB", "HYPH", "POS", "AFX"}) | _NOUNS
_JOINED = frozenset({"JJ", "NNP", "VBN", "NN"})
_SKIPPED = frozenset({"DT", "PRP$", "PDT"})
_ADDED = frozenset({"more", "other", "additional", "further", "extra"})
_LONGEST = 9


def counted(analysis: Analysis, start: int, *, end: int, skip: bool = False) -> tuple[Span, Token] | None:
    """The noun phrase that begins at ``start`` (or soon after it) and ends before ``end``, with its head.

    With ``skip`` articles and possessives before it are passed over ("of the", "of its").
    """
    tokens, first = analysis.tokens, analysis.following(start)
    if first < len(tokens) and tokens[first].text.lower() in _ADDED:
        first += 1
    while skip and first < len(tokens) and tokens[first].tag in _SKIPPED:
        first += 1
    last = _last_noun(tokens, first, end) if first < len(tokens) and tokens[first].tag != "POS" else None
    if last is None:
        return None
    return Span(tokens[first].span.start, tokens[last].span.end), tokens[last]


def _last_noun(tokens: Sequence[Token], first: int, end: int) -> int | None:
    last: int | None = None
    for place in range(first, min(first + _LONGEST, len(tokens))):
        token, before = tokens[place], tokens[place - 1].tag if place > first else ""
        if token.span.end > end or not _goes_on(tokens, place, before=before, nouns=last is not None):
            break
        if token.tag in _NOUNS and token.text[-1:].isalnum():
            last = place
    return last


def _goes_on(tokens: Sequence[Token], place: int, *, before: str, nouns: bool) -> bool:
    """Whether the phrase that stands before ``place`` takes in the token there."""
    token = tokens[place]
    if token.tag == "CC":
        following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
        return token.text == "and" and before in _JOINED and following in _JOINED and _plural_ahead(tokens, place + 2)
    if token.tag == "CD":
        following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
        return bool(before) and before != "CC" and token.text.isdecimal() and following in _NOUNS
    if token.tag not in _BEFORE_NOUN:
        return False
    if nouns and before in _NOUNS:
        return token.tag in _NOUNS or token.tag in ("HYPH", "POS")
    return True


def _plural_ahead(tokens: Sequence[Token], place: int) -> bool:
    return any(token.tag in ("NNS", "NNPS") for token in tokens[place : place + 2])
