"""Which found statements are which annotated ones, and of what kind a statement is.

A content is found when its letters and digits share at least half (Jaccard) with an annotated content, one to one,
best pairs first; with source when the sources overlap too, or neither has one (protocol of docs/evaluation.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluate.standoff import Gold
from dateline.model.records import Statement
from dateline.model.text import Span

_ALIKE = 0.5
_DIRECT = 0.98  # the share of a content's letters within quotation marks
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "his", "her", "their"])


@dataclass(frozen=True, slots=True)
class Match:
    """``pairs`` gives the found statement (by number) of each annotated one that was found; ``sourced`` holds those
    annotated ones whose source was found too.
    """

    pairs: Mapping[int, int]
    sourced: frozenset[int]


def match(text: str, annotated: Sequence[Gold], found: Sequence[Gold]) -> Match:
    """Pairs annotated and found statements of a report, one to one, the most alike first."""
    theirs = [letters(text, one.content) for one in annotated]
    ours = [letters(text, one.content) for one in found]
    alike = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(theirs) for j, b in enumerate(ours) if a & b),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in alike:
        if share < _ALIKE:
            break
        if i not in pairs and j not in taken:
            taken.add(j)
            pairs[i] = j
    sourced = frozenset(i for i, j in pairs.items() if _same_source(text, annotated[i], found[j]))
    return Match(pairs, sourced)


def trio(statement: Statement) -> Gold:
    """A statement of ours as source, cue and content."""
    return Gold(
        (statement.source,) if statement.source else (), (statement.cue,) if statement.cue else (), statement.content
    )


def kinds(text: str, one: Gold) -> frozenset[str]:
    """What kind of statement it is: direct, mixed or indirect by the share of its letters in double quotation marks;
    discontinuous; with no source or a pronoun for one.
    """
    inside = letters(text, one.content)
    share = len(inside & _quoted(text)) / max(1, len(inside))
    found = {"direct" if share >= _DIRECT else "indirect" if share == 0 else "mixed"}
    if len(one.content) > 1:
        found.add("discontinuous")
    if not one.source:
        found.add("no source")
    elif " ".join(text[s.start : s.end] for s in one.source).strip().lower() in _PRONOUNS:
        found.add("pronoun source")
    return frozenset(found)


def letters(text: str, spans: Iterable[Span]) -> set[int]:
    """The places of letters and digits in ``spans``."""
    return {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}


def core(text: str, span: Span) -> tuple[int, int]:
    """The span without what is no letter or digit at its ends."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _same_source(text: str, annotated: Gold, found: Gold) -> bool:
    theirs, ours = letters(text, annotated.source), letters(text, found.source)
    return bool(theirs & ours) or (not theirs and not ours)


def _quoted(text: str) -> set[int]:
    inside, quoted = False, set()
    for at, sign in enumerate(text):
        if sign in "\n”":
            inside = False
        elif sign == "“":
            inside = True
        elif sign == '"':
            inside = not inside
        elif inside:
            quoted.add(at)
    return quoted
