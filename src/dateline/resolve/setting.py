"""A report as the resolver sees it: words, sentences of the narration, quotations, and the marks at each word."""

from __future__ import annotations

from bisect import bisect_right

from dateline.model.marks import Marks, Name, Quote, Reference, Sentence, Token
from dateline.model.records import Statement
from dateline.model.text import Document, Span
from dateline.model.words import Stretch, Words

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_WEIGHTS = {"nsubj": 110.0, "nsubjpass": 90.0, "dobj": 50.0, "dative": 40.0, "attr": 30.0, "pobj": 35.0, "poss": 15.0}
_ANY = 100.0
_MODIFIER = 20.0  # a name before a noun ("the Brandt plan") is hardly spoken of


class Setting(Words):
    """Words of a report with their sentence number, whether they are quoted, and the names and references they head.

    Sentences are numbered by narration: one that lies in a quotation has the number of the one before it.
    """

    def __init__(self, document: Document, marks: Marks, statements: tuple[Statement, ...] = ()) -> None:
        """Words spoken verbatim stand in quotation marks, or are a direct content without them: a transcript's."""
        super().__init__(document, marks)
        quotes = [quote.inner for quote in marks.every(Quote) if quote.depth == 0]
        turns = [span for one in statements if one.form == "direct" for span in one.content]
        self.quotes = _merged([*quotes, *turns])
        self._quote_starts = [span.start for span in self.quotes]
        self._sentences = self._numbered(marks)
        self._bounds = [Stretch(one.first, one.last) for one in marks.every(Sentence)]
        self.openings = frozenset(stretch.first for stretch in self._bounds)
        self.names: dict[int, Name] = {}
        self.stretches: dict[int, Stretch] = {}
        for name in marks.every(Name):
            stretch = self.stretch(name.span)
            for number in range(stretch.first, stretch.last) if stretch else ():
                self.names[number] = name
        self.references: dict[int, Reference] = {}
        for reference in marks.every(Reference):
            stretch = self.stretch(reference.span)
            if stretch is not None:
                self.references[stretch.last - 1] = reference

    def quoted(self, token: Token) -> bool:
        """Whether a word is spoken verbatim."""
        place = bisect_right(self._quote_starts, token.span.start) - 1
        return place >= 0 and token.span.start < self.quotes[place].end

    def sentence(self, token: Token) -> int:
        """The number of the word's sentence in the narration."""
        return self._sentences[token.index]

    def around(self, token: Token) -> Stretch:
        """The sentence that a word stands in, as it was parsed."""
        return self.earlier(token, 0)

    def earlier(self, token: Token, count: int) -> Stretch:
        """The sentence ``count`` before that of a word, or the first."""
        place = bisect_right(self._bounds, token.index, key=lambda stretch: stretch.first) - 1
        return self._bounds[max(0, place - count)]

    def weight(self, token: Token) -> float:
        """How prominent a figure is that comes up at ``token``."""
        head = self.first_joined(token)
        return _MODIFIER if head.dep in {"compound", "amod", "nmod"} else _ANY + _WEIGHTS.get(head.dep, 0.0)

    def first_joined(self, token: Token) -> Token:
        """The first of several joined words: "Brandt" for "Orlov" in "Brandt and Orlov said"."""
        for _ in range(len(self.tokens)):
            if token.dep != "conj" or token.head >= token.index:
                break
            token = self.tokens[token.head]
        return token

    def name_head(self, name: Name) -> Token | None:
        """The word of a name that the sentence hangs on it by."""
        stretch = self.stretch(name.span)
        return None if stretch is None else self.head(stretch)

    def _numbered(self, marks: Marks) -> list[int]:
        numbers = [0] * len(self.tokens)
        count = 0
        for sentence in marks.every(Sentence):
            inside = any(self.quoted(token) is False for token in self._told(sentence))
            count += 1 if inside else 0
            numbers[sentence.first : sentence.last] = [count] * (sentence.last - sentence.first)
        return numbers

    def _told(self, sentence: Sentence) -> list[Token]:
        return [token for token in self.tokens[sentence.first : sentence.last] if token.text[0].isalnum()]


def cover(statements: tuple[Statement, ...], span: Span) -> Statement | None:
    """The statement with the narrowest content that covers ``span``, or None."""
    best: tuple[int, Statement] | None = None
    for statement in statements:
        for content in statement.content:
            if content.covers(span) and (best is None or len(content) < best[0]):
                best = (len(content), statement)
    return best[1] if best else None


def _merged(spans: list[Span]) -> list[Span]:
    """The spans in order, overlapping ones made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
