"""Annotated reports as the tagger is taught them: for each reporting word, the roles of the words around it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.evaluate.standoff import Gold, reports
from dateline.extract.statements.tagging.hints import Words
from dateline.extract.statements.tagging.inputs import Window, windows
from dateline.extract.statements.tagging.labels import ROLES
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.model.marks import Marks, Token
from dateline.model.text import Document, Span
from dateline.vocab.load import table

Table = npt.NDArray[np.float32]


_LONGEST = 4000  # characters taken of a report without annotation


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window, how surely each of its words reports (0 to 1), and tables of roles of those that do or may: a row for
    each token of the window, a column for each of ``ROLES``.
    """

    window: Window
    cues: Table
    rows: tuple[tuple[int, Table], ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with the marks that statements are found by, and the statements its annotators found."""

    document: Document
    marks: Marks
    gold: tuple[Gold, ...]


class Reader:
    """Marks texts as far as the tagger needs them marked."""

    def __init__(self) -> None:
        self._markers = (PartMarker(table("parts")), QuoteMarker(table("quotemarks")), LinguisticMarker(load_model()))

    def annotated(self, data: Path, wanted: Callable[[int], bool] = lambda _: True) -> Iterator[Annotated]:
        """The reports of ``data`` (see ``evaluate.standoff``) in order of name, those whose number is ``wanted``."""
        for number, (name, text, gold) in enumerate(reports(data)):
            if wanted(number):
                yield self._read(name, text, gold)

    def plain(self, path: Path, each: int) -> Iterator[Annotated]:
        """``each`` reports without annotation, evenly spread over the JSON Lines file ``path`` (``.gz`` or not)."""
        raw = path.read_bytes()
        lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n")
        texts = [str(json.loads(line)["text"]) for line in lines if line]
        for at in range(0, len(texts), max(1, len(texts) // each)):
            yield self._read(f"{path.stem}-{at}", texts[at][:_LONGEST], ())

    def _read(self, name: str, text: str, gold: tuple[Gold, ...]) -> Annotated:
        document = Document(id=name, text=text, language="en")
        marks = Marks()
        for marker in self._markers:
            marks = marks.plus(marker.mark(document, marks))
        return Annotated(document, marks, gold)


def lessons(report: Annotated, pieces: WordPieces) -> list[Lesson]:
    """A lesson for each window of a report. A statement without a cue teaches nothing."""
    words = Words(report.marks.every(Token))
    shown = windows(report.marks, pieces)
    taught: list[list[tuple[int, Table]]] = [[] for _ in shown]
    for one in report.gold:
        cue = sorted({at for first, last in _ranges(words, one.cue) for at in range(first, last)})
        if not cue:
            continue
        anchor = head(words.tokens, cue)
        for window, rows in zip(shown, taught, strict=True):
            if window.first <= anchor < window.last:
                rows.append((anchor - window.first, _roles(words, one, cue=cue, window=window)))
    made = []
    for window, rows in zip(shown, taught, strict=True):
        cues = np.zeros(window.last - window.first, dtype=np.float32)
        cues[[anchor for anchor, _ in rows]] = 1.0
        made.append(Lesson(window, cues, tuple(rows)))
    return made


def _roles(words: Words, one: Gold, *, cue: Iterable[int], window: Window) -> Table:
    roles = np.zeros((window.last - window.first, len(ROLES)), dtype=np.float32)

    def put(at: int, role: str) -> None:
        if window.first <= at < window.last:
            roles[at - window.first, ROLES.index(role)] = 1.0

    for at in cue:
        put(at, "cue")
    for role, spans in (("source", one.source), ("content", one.content)):
        for first, last in _ranges(words, spans):
            put(first, f"{role} starts")
            put(last - 1, f"{role} ends")
            for at in range(first, last):
                put(at, role)
    return roles


def _ranges(words: Words, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Token ranges; a span of nothing but signs (a cue may be a colon) keeps its signs."""
    return words.ranges(spans) or [found for span in spans if (found := words.touched(span))[0] < found[1]]


def head(tokens: Sequence[Token], cue: Sequence[int]) -> int:
    """The token of a cue that the others hang on, a verb before others."""
    inside = set(cue)
    tops = [at for at in cue if tokens[at].head not in inside or tokens[at].head == at]
    for wanted in (
        [at for at in tops if tokens[at].pos == "VERB"],
        [at for at in cue if tokens[at].pos == "VERB"],
        [at for at in tops if tokens[at].pos != "PUNCT"],
        tops,
    ):
        if wanted:
            return wanted[0]
    return cue[0]
