"""Describes joined proposals as statements: form, stance, addressee, setting, time of saying, nesting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.extract.grammar import Grammar
from dateline.extract.statements.carrying import Carrying
from dateline.extract.statements.circumstances import Circumstances
from dateline.extract.statements.commitment import Commitments, Told
from dateline.extract.statements.distance import Distances
from dateline.extract.statements.inner import Inner, Nested
from dateline.extract.statements.proposal import Proposal
from dateline.model.ids import record_id
from dateline.model.marks import Marks, Quote
from dateline.model.records import Commitment, Form, Producer, Statement
from dateline.model.text import Document, Span
from dateline.vocab.cues import Cues, Stance

_WHOLLY = 0.98  # the share of letters in quotation marks from which a content is a direct quotation


class Describer:
    """Makes the statements of one report out of its proposals."""

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, cues: Cues, by: Producer) -> None:
        self._document = document
        self._quotes = [quote.span for quote in marks.every(Quote)]
        self._saying = saying = cues.saying
        self._circumstances = Circumstances(marks, grammar=grammar, saying=saying)
        self._commitments = Commitments(grammar, saying, marks.every(Quote))
        self._inner = Inner(marks, grammar=grammar, cues=cues, commitments=self._commitments)
        self._distances = Distances(grammar, saying)
        self._carrying = Carrying(document, marks, grammar=grammar, words=saying.occasion)
        self._grammar = grammar
        self._cues = cues
        self._by = by

    def describe(self, proposals: Sequence[Proposal]) -> Iterator[Statement]:
        """The statements in order of place, each knowing what it stands in and what it carries on."""
        nested = self._inner.with_inner(proposals)
        made = {one.proposal.anchor: self._statement(one.proposal) for one in nested}
        cited = {made[one.proposal.anchor].id for one in nested if one.within is not None}
        told = {made[one.proposal.anchor].id: (one.proposal, _linked(one, made, cited)) for one in nested}
        yield from self._carrying.carried(sorted(told.values(), key=lambda one: _place(one[1])))

    def _statement(self, proposal: Proposal) -> Statement:
        around = self._circumstances.of(proposal)
        told = self._told(proposal)
        stance = self._stance(proposal, negated=told.negated)
        return Statement(
            id=record_id(self._document.id, "statement", proposal.source, proposal.cue, proposal.content),
            document=self._document.id,
            source=proposal.source,
            cue=proposal.cue,
            content=proposal.content,
            form="direct" if proposal.frame == "turn" else self._form(proposal),
            stance=stance.name,
            negated=told.negated,
            commitment=self._commitment(told, stance),
            distance=self._distances.of(proposal),
            addressee=around.addressee,
            setting=around.setting,
            place=around.place,
            date=around.date,
            date_span=around.date_span,
            score=round(proposal.score, 3),
            why=f"{proposal.frame}:{proposal.lemma}" if proposal.cue else proposal.frame,
            by=self._by,
        )

    def _told(self, proposal: Proposal) -> Told:
        """Negation and commitment; a quotation without a cue and a speaker's turn are said."""
        if proposal.cue is None or proposal.frame in ("turn", "sign", "according"):
            return Told()
        return self._commitments.of(self._grammar.tokens[proposal.anchor])

    def _commitment(self, told: Told, stance: Stance) -> Commitment:
        """What the parse tells, with what the stance makes of it: "did not rule out" was said, "declined" refuses."""
        unsaid = self._saying.of_stance.get(stance.name)
        if stance.turned and told.commitment == "not_said":
            return "said" if unsaid is None else "not_said"
        return unsaid if unsaid is not None and told == Told() else told.commitment

    def _stance(self, proposal: Proposal, *, negated: bool) -> Stance:
        cue = self._grammar.tokens[proposal.anchor]
        particle = self._grammar.child(cue, "prt") if proposal.cue is not None else None
        word = particle.text.lower() if particle is not None else None
        frame = self._inner.construction(proposal)
        return self._cues.stance(proposal.lemma, frame, particle=word, negated=negated)

    def _form(self, proposal: Proposal) -> Form:
        """By the quotations around the content; one that holds the cue as well is somebody else's."""
        spans, cue = proposal.content, proposal.cue
        letters = sum(self._letters(span) for span in spans)
        quotes = [quote for quote in self._quotes if cue is None or not quote.covers(cue)]
        inside = sum(self._letters(_common(span, quote)) for span in spans for quote in quotes if quote.overlaps(span))
        if letters and inside >= _WHOLLY * letters:
            return "direct"
        return "mixed" if inside else "indirect"

    def _letters(self, span: Span) -> int:
        return sum(map(str.isalnum, self._document[span]))


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _place(statement: Statement) -> tuple[int, int, str]:
    own = [span for span in (statement.source, statement.cue, *statement.content) if span is not None]
    return statement.start, -max(span.end for span in own), statement.id


def _linked(nested: Nested, made: Mapping[int, Statement], cited: Collection[str]) -> Statement:
    """The statement of ``nested`` with what it stands in and what it carries on. ``made`` is by anchor."""
    statement = made[nested.proposal.anchor]
    outer = made.get(nested.within) if nested.within is not None else _outer(statement, made.values(), cited)
    follows = made.get(nested.proposal.follows) if nested.proposal.follows is not None else None
    return replace(
        statement,
        within=None if outer is None else outer.id,
        continues=None if follows is None else follows.id,
    )


def _outer(inner: Statement, statements: Iterable[Statement], cited: Collection[str]) -> Statement | None:
    """The smallest other statement whose content holds the cue and content of ``inner``; of equals a ``cited`` one."""
    own = [*inner.content, *((inner.cue,) if inner.cue else ())]
    size = sum(map(len, inner.content))
    holding = [
        other
        for other in statements
        if other.id != inner.id
        and all(any(span.covers(one) for span in other.content) for one in own)
        and sum(map(len, other.content)) > size
    ]
    return min(
        holding,
        key=lambda other: (sum(map(len, other.content)), other.id not in cited, other.id),
        default=None,
    )
