"""Statements without a reporting verb: speakers' turns in transcripts, and sentences that lost their verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.marks import Marks, Part, Token
from dateline.model.text import Document, Span, trimmed
from dateline.vocab.cues import Cues

_OPENING = "“\"«„‘'"
_QUOTED = rf"[{_OPENING}]?\s*"
_CAPITALS = re.compile(_QUOTED + r"((?:[A-Z][A-Z.'’\-]*\.?\s?){1,6}(?:\([^)\n]{1,40}\))?)\s*:\s+")
_QUESTION = re.compile(_QUOTED + r"(Q|A(?=\s*:|\.|\s{2}|\t))(?:\s*:\s+|\.\s+|\s+)(?=\S)")
_NAME = re.compile(_QUOTED + r"((?:[A-Z][\w.'’\-]+\s?){1,4})\s*:\s+")
_BRACKETED = re.compile(r"\(\(\s*([A-Z][^()\n]{0,60}?)\s*\)\)\s*")
_FEWEST = 3  # turns that make a transcript
_NOUNS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that opens with a speaker's label; ``label`` is its span, ``words`` where the speech begins."""

    number: int
    label: Span
    words: int
    quoted: bool


class TurnFrames:
    """Proposes the turns of a transcript ("MR. BRANDT: ...", "Q  Will you ...?", "((Ilse Brandt)) ...") and verbless
    reports.
    """

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, cues: Cues) -> None:
        self._document = document
        self._grammar = grammar
        self._cues = cues
        self._parts = marks.every(Part)
        self._turns = self._transcript()
        self._starts = [token.span.start for token in grammar.tokens]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The paragraphs that open a turn."""
        return tuple(self._parts[turn.number].span for turn in self._turns)

    def propose(self) -> Iterator[Proposal]:
        """All proposals, by place."""
        for turn, following in zip_longest(self._turns, self._turns[1:]):
            proposal = self._turn(turn, following)
            if proposal is not None:
                yield proposal
        yield from self._verbless()

    def _transcript(self) -> list[Turn]:
        """The turns of the report, none when there are too few for a transcript."""
        capitals = self._labelled(_CAPITALS)
        capitals += self._labelled(_QUESTION) if capitals else []
        names = self._labelled(_NAME)
        often = Counter(self._document[turn.label] for turn in names)
        repeated = [turn for turn in names if often[self._document[turn.label]] > 1]
        for turns in (capitals, repeated, self._labelled(_BRACKETED)):
            speakers = {self._document[turn.label] for turn in turns}
            if len(turns) >= _FEWEST and len(speakers) > 1 and self._spoken(turns):
                return sorted(turns, key=lambda turn: turn.number)
        return []

    def _spoken(self, turns: list[Turn]) -> bool:
        """Whether at least half of the turns hold a verb; those of a form or a fact sheet do not."""
        speeches = (Span(turn.words, self._parts[turn.number].span.end) for turn in turns)
        verbs = [any(word.pos in ("VERB", "AUX") for word in self._grammar.between(speech)) for speech in speeches]
        return 2 * sum(verbs) >= len(verbs)

    def _labelled(self, label: re.Pattern[str]) -> list[Turn]:
        turns = []
        for number, part in enumerate(self._parts):
            found = label.match(self._document.text, part.span.start, part.span.end)
            name = trimmed(self._document.text, *found.span(1)) if found else None
            speech = self._document.text[found.end() : part.span.end] if found else ""
            if found is not None and name is not None and any(sign.isalpha() for sign in speech):
                turns.append(Turn(number, name, found.end(), quoted=found.group()[0] in _OPENING))
        return turns

    def _turn(self, turn: Turn, following: Turn | None) -> Proposal | None:
        last = following.number if following is not None else self._closing(turn.number + 1)
        blocks = [Span(turn.words, self._parts[turn.number].span.end)]
        for part in self._parts[turn.number + 1 : last]:
            if turn.quoted and self._document.text[part.span.start] not in _OPENING:
                break
            blocks.append(part.span)
        anchor = bisect_left(self._starts, turn.label.end)
        if anchor >= len(self._grammar.tokens):
            return None
        bracketed = self._document.text.startswith("))", turn.label.end)
        sign = None if bracketed else trimmed(self._document.text, turn.label.end, turn.words)
        return Proposal(
            anchor=anchor,
            lemma="",
            frame="turn",
            cue=sign,
            source=turn.label,
            content=tuple(blocks),
            score=self._cues.scores["turn"],
        )

    def _closing(self, number: int) -> int:
        """The part from ``number`` on with which a transcript is over: the first that is no running text or holds no
        verb: "END 2:15 P.M.".
        """
        while number < len(self._parts) and self._goes_on(self._parts[number]):
            number += 1
        return number

    def _goes_on(self, part: Part) -> bool:
        words = self._grammar.between(part.span)
        return part.kind == "paragraph" and any(word.pos in ("VERB", "AUX") for word in words)

    def without_overrun(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """``proposals`` with contents that run on into the source of a verbless report cut off before it."""
        stops = [one.source.start for one in self._verbless() if one.source is not None]
        return [replace(one, content=tuple(self._cut(span, stops) for span in one.content)) for one in proposals]

    def _cut(self, span: Span, stops: list[int]) -> Span:
        stop = min((at for at in stops if span.start < at < span.end), default=None)
        words = self._grammar.between(Span(span.start, stop)) if stop is not None else []
        kept = [word for word in words if word.pos != "PUNCT"]
        return Span(span.start, kept[-1].span.end) if kept else span

    def _verbless(self) -> Iterator[Proposal]:
        """`Asked how ..., the mayor that it is ...`: a question, a noun phrase and a that-clause, but no verb."""
        for sentence in self._grammar.sentences:
            words = self._grammar.tokens[sentence.first : sentence.last]
            if not words or words[0].lemma.lower() not in self._cues.questioning or words[0].tag not in ("VBN", "VBD"):
                continue
            for place, word in enumerate(words):
                if word.text == "that" and word.tag == "IN":
                    subject = _noun_phrase(words[:place])
                    if subject:
                        source = self._grammar.span(subject[0].index, subject[-1].index)
                        last = words[-1] if words[-1].pos != "PUNCT" else words[-2]
                        content = self._grammar.span(word.index, last.index)
                        yield Proposal(
                            word.index, "", "verbless", None, source, (content,), self._cues.scores["unknown"]
                        )
                    break


def _noun_phrase(words: tuple[Token, ...]) -> list[Token]:
    """The noun phrase that ends ``words`` and follows a comma; empty if there is none."""
    phrase: list[Token] = []
    for word in reversed(words):
        if word.text == ",":
            return phrase[::-1] if phrase and phrase[0].pos in ("NOUN", "PROPN", "PRON") else []
        if word.pos not in _NOUNS:
            return []
        phrase.append(word)
    return []
