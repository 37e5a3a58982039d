"""The counted noun: "Russian troops" in "7,000 Russian troops", "rural land" in "a third of the rural land"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mark.analysis import Analysis
from dateline.model.marks import Token
from dateline.model.text import Span

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "RB", "HYPH", "POS", "AFX"}) | _NOUNS
_JOINED = frozenset({"JJ", "NNP", "VBN", "NN"})
_SKIPPED = frozenset({"DT", "PRP$", "PDT"})
_ADDED = frozenset({"more", "other", "additional", "further", "extra"})
_LONGEST = 9


def counted(
    analysis: Analysis, start: int, *, end: int, skip: bool = False, one_of: bool = False
) -> tuple[Span, Token] | None:
    """The noun phrase that begins at ``start`` (or soon after it) and ends before ``end``, with its head.

    With ``skip`` articles, possessives and a number before it are passed over ("three of the twelve lanes"); with
    ``one_of`` a phrase counts that begins with the best of something ("the world's largest dams").
    """
    tokens, first = analysis.tokens, analysis.following(start)
    if first < len(tokens) and tokens[first].text.lower() in _ADDED and not _ends(tokens, first + 1, end):
        first += 1
    while skip and first < len(tokens) and tokens[first].tag in _SKIPPED:
        first += 1
    if skip and first + 1 < len(tokens) and tokens[first].tag == "CD" and _begins(tokens[first + 1]):
        first += 1
    if one_of and first < len(tokens) and tokens[first].tag == "RBS":
        first += 1
    last = _last_noun(tokens, first, end) if first < len(tokens) and tokens[first].tag != "POS" else None
    if last is None:
        return None
    return Span(tokens[first].span.start, tokens[last].span.end), tokens[last]


def _begins(token: Token) -> bool:
    return token.tag in _BEFORE_NOUN and token.text[:1].isalnum()


def _ends(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether no noun phrase goes on at ``place``, so that "other" or "more" is all there is."""
    return place >= len(tokens) or tokens[place].span.end > end or tokens[place].tag not in _BEFORE_NOUN


def _last_noun(tokens: Sequence[Token], first: int, end: int) -> int | None:
    last: int | None = None
    for place in range(first, min(first + _LONGEST, len(tokens))):
        token, before = tokens[place], tokens[place - 1].tag if place > first else ""
        if token.span.end > end or not _goes_on(tokens, place, before=before, nouns=last is not None):
            break
        if token.tag in _NOUNS and token.text[-1:].isalnum():
            last = place
    owned = last is not None and last + 1 < len(tokens) and tokens[last + 1].tag == "POS"
    return None if owned else last


def _goes_on(tokens: Sequence[Token], place: int, *, before: str, nouns: bool) -> bool:
    """Whether the phrase that stands before ``place`` takes in the token there."""
    token = tokens[place]
    following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    if token.tag == "CC":
        return token.text in ("and", "&") and (_modifiers(tokens, place, before) or _pair(tokens, place, before))
    if token.tag == "CD" and token.text[0].isupper():  # a model: "T-72 tanks", "F-16 jets"
        return following in _NOUNS
    if token.tag == "CD":
        return bool(before) and before != "CC" and token.text.isdecimal() and following in _NOUNS
    if token.tag == "VBG" and before == "NN":
        return following in _PLURALS
    if token.tag not in _BEFORE_NOUN:
        return False
    if nouns and before in _NOUNS:
        named = before == "NNS" and token.tag == "NNP"
        inner = before == "NNP" and token.tag == "JJ" and following in _NOUNS
        return (token.tag in _NOUNS and not named) or token.tag in ("HYPH", "POS") or inner
    return True


def _modifiers(tokens: Sequence[Token], place: int, before: str) -> bool:
    """Whether "and" joins what stands before one noun: "Kia and Hyundai vehicles"."""
    following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    return before in _JOINED and following in _JOINED and _plural_ahead(tokens, place + 2)


def _pair(tokens: Sequence[Token], place: int, before: str) -> bool:
    """Whether "and" joins two nouns that are counted together: "14 soldiers and policemen"."""
    if before not in _PLURALS or place + 1 >= len(tokens):
        return False
    other, first = tokens[place + 1], tokens[place - 1]
    return other.tag in _PLURALS and other.dep == "conj" and other.head == first.index


def _plural_ahead(tokens: Sequence[Token], place: int) -> bool:
    return any(token.tag in _PLURALS for token in tokens[place : place + 2])
