"""A possible statement before it is judged: cue, source and content as token and character places."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.text import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cue with what it may govern. ``anchor`` is the token index of the cue's head word, ``frame`` the construction
    ("that", "to", "for" ...), by which the lexicon judges it. ``follows`` is the anchor of the statement whose
    speaker a quotation without a cue carries on.
    """

    anchor: int
    lemma: str
    frame: str
    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    score: float = 0.0
    follows: int | None = None

    @property
    def size(self) -> int:
        """How many characters of content it has."""
        return sum(len(span) for span in self.content)
