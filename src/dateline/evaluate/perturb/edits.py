"""Edits of a text that carry spans along: where the same words lie once the text is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.evaluate.standoff import Gold
from dateline.model.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Puts ``text`` in place of the characters from ``start`` to ``end``; where these are equal, it is put between."""

    start: int
    end: int
    text: str

    @property
    def growth(self) -> int:
        """By how many characters the text becomes longer."""
        return len(self.text) - (self.end - self.start)

    @property
    def inserts(self) -> bool:
        """Whether nothing is replaced."""
        return self.start == self.end


class Edits:
    """A set of edits of one text. They may touch but not overlap; two insertions need two places."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        """Raises ``ValueError`` where two edits overlap."""
        self._edits = tuple(sorted(edits))
        for one, other in pairwise(self._edits):
            if other.start < one.end or (one.inserts and other == Edit(one.start, one.end, other.text)):
                raise ValueError(f"edits overlap: {one} and {other}")

    def __len__(self) -> int:
        return len(self._edits)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._edits)

    def apply(self, text: str) -> str:
        """The changed text."""
        pieces, at = [], 0
        for edit in self._edits:
            pieces += [text[at : edit.start], edit.text]
            at = edit.end
        return "".join([*pieces, text[at:]])

    def span(self, span: Span) -> Span | None:
        """Where the words of ``span`` lie in the changed text; None when none are left.

        What is put in at its borders stays outside. A border inside of a replaced piece moves out to that piece's end.
        """
        start, end = self._border(span.start, opening=True), self._border(span.end, opening=False)
        return Span(start, end) if start < end else None

    def gold(self, one: Gold) -> Gold:
        """An annotated statement in the changed text."""
        return Gold(*(self._spans(spans) for spans in (one.source, one.cue, one.content)))

    def _spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        moved = (self.span(span) for span in spans)
        return tuple(span for span in moved if span is not None)

    def _border(self, at: int, *, opening: bool) -> int:
        shift = 0
        for edit in self._edits:
            if edit.start < at < edit.end:
                return edit.start + shift + (0 if opening else len(edit.text))
            if edit.end > at or (edit.inserts and edit.start == at and not opening):
                break
            shift += edit.growth
        return at + shift
