"""Describes joined proposals as statements: form, stance, addressee, setting, time of saying, nesting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.extract.statements.circumstances import Circumstances
from dateline.extract.statements.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.ids import record_id
from dateline.model.marks import Marks, Quote
from dateline.model.records import Form, Producer, Statement
from dateline.model.text import Document, Span
from dateline.vocab.cues import Cues

_WHOLLY = 0.98  # the share of letters in quotation marks from which a content is a direct quotation


class Describer:
    """Makes the statements of one report out of its proposals."""

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, cues: Cues, by: Producer) -> None:
        self._document = document
        self._quotes = [quote.span for quote in marks.every(Quote) if quote.depth == 0]
        self._circumstances = Circumstances(marks, grammar=grammar, cues=cues)
        self._grammar = grammar
        self._cues = cues
        self._by = by

    def describe(self, proposals: Sequence[Proposal]) -> Iterator[Statement]:
        """The statements in order of place, each knowing what it stands in and what it carries on."""
        made = {one.anchor: self._statement(one) for one in proposals}
        kept = list({statement.id: statement for statement in made.values()}.values())
        carried = {
            made[one.anchor].id: made[one.follows].id
            for one in proposals
            if one.follows is not None and one.follows in made
        }
        for statement in sorted(kept, key=_place):
            outer = _outer(statement, kept)
            yield replace(statement, within=None if outer is None else outer.id, continues=carried.get(statement.id))

    def _statement(self, proposal: Proposal) -> Statement:
        around = self._circumstances.of(proposal)
        return Statement(
            id=record_id(self._document.id, "statement", proposal.source, proposal.cue, proposal.content),
            document=self._document.id,
            source=proposal.source,
            cue=proposal.cue,
            content=proposal.content,
            form="direct" if proposal.frame == "turn" else self._form(proposal.content),
            stance=self._cues.stance(proposal.lemma, proposal.frame),
            negated=around.negated,
            addressee=around.addressee,
            setting=around.setting,
            date=around.date,
            date_span=around.date_span,
            score=round(proposal.score, 3),
            why=f"{proposal.frame}:{proposal.lemma}" if proposal.cue else proposal.frame,
            by=self._by,
        )

    def _form(self, content: Iterable[Span]) -> Form:
        letters = [at for span in content for at in range(span.start, span.end) if self._document.text[at].isalnum()]
        inside = sum(1 for at in letters if any(quote.start <= at < quote.end for quote in self._quotes))
        if letters and inside >= _WHOLLY * len(letters):
            return "direct"
        return "mixed" if inside else "indirect"


def _place(statement: Statement) -> tuple[int, int, str]:
    first = min(span.start for span in statement.spans)
    return first, -max(span.end for span in statement.spans), statement.id


def _outer(inner: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The smallest other statement whose content holds the cue and content of ``inner``."""
    own = [*inner.content, *((inner.cue,) if inner.cue else ())]
    holding = [
        other
        for other in statements
        if other.id != inner.id
        and all(any(span.covers(one) for span in other.content) for one in own)
        and sum(map(len, other.content)) > sum(map(len, inner.content))
    ]
    return min(holding, key=lambda other: (sum(map(len, other.content)), other.id), default=None)
