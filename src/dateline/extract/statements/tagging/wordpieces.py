"""Cuts words into the pieces a BERT-family encoder knows (WordPiece, Devlin et al. 2019, uncased)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_MOST = 6  # pieces kept of one word
_LONGEST = 60  # letters of a stretch that is cut; a longer one is unknown
_KEPT = 50_000  # words remembered before memory starts anew


class WordPieces:
    """A vocabulary and its greedy longest-match cutting. Words are lower-cased, accents dropped."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._ids = {piece: at for at, piece in enumerate(pieces)}
        self.opening, self.closing = self._ids["[CLS]"], self._ids["[SEP]"]
        self._unknown = self._ids["[UNK]"]
        self._cut: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The ids of the pieces of ``word``: at least one, at most six."""
        known = self._cut.get(word)
        if known is None:
            if len(self._cut) >= _KEPT:
                self._cut.clear()
            ids = [one for stretch in _stretches(word) for one in self._pieces(stretch)]
            known = self._cut[word] = tuple(ids[:_MOST]) or (self._unknown,)
        return known

    def _pieces(self, stretch: str) -> list[int]:
        if len(stretch) > _LONGEST:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(stretch):
            for end in range(len(stretch), start, -1):
                piece = self._ids.get(("##" if start else "") + stretch[start:end])
                if piece is not None:
                    break
            else:
                return [self._unknown]
            found.append(piece)
            start = end
        return found


def _stretches(word: str) -> Iterator[str]:
    """Runs of letters and digits, and every other sign by itself."""
    run = ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        if unicodedata.category(sign) == "Mn":
            continue
        if sign.isalnum():
            run += sign
            continue
        if run:
            yield run
        run = ""
        if not sign.isspace():
            yield sign
    if run:
        yield run
