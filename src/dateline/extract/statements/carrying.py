"""Occasions told once for a run of statements: "X told reporters on Monday that ... He added that ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.marks import Marks, Part
from dateline.model.records import Statement
from dateline.model.text import Document
from dateline.vocab.saying import Occasions


class Carrying:
    """Hands addressee, setting, place and date on to a statement that goes on with another by its very words.

    That is: a quotation that continues another statement, and a cue such as "added" in the same paragraph, whose
    source is the same name, a pronoun or nobody, and which tells of no occasion of its own. No other statement gets
    an occasion from elsewhere, however likely it seems.
    """

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, words: Occasions) -> None:
        self._document = document
        self._parts = marks.every(Part)
        self._grammar = grammar
        self._words = words

    def carried(self, told: Sequence[tuple[Proposal, Statement]]) -> Iterator[Statement]:
        """The statements of ``told``, which are in order of place, with what they take over."""
        done: dict[str, Statement] = {}
        for proposal, statement in told:
            before = done.get(statement.continues or "") or self._went_before(proposal, statement, done.values())
            done[statement.id] = (
                _with(statement, before) if before is not None and not _occasion(statement) else statement
            )
            yield done[statement.id]

    def _went_before(self, proposal: Proposal, statement: Statement, done: Iterable[Statement]) -> Statement | None:
        """The statement that a cue such as "added" goes on with: the last before it that stands on the same level."""
        cue = statement.cue
        if cue is None or proposal.lemma not in self._words.continuing:
            return None
        part = next((one.span for one in self._parts if one.span.covers(cue)), None)
        earlier = [
            one
            for one in done
            if one.cue is not None
            and one.cue.end <= cue.start
            and one.within == statement.within
            and part is not None
            and part.covers(one.cue)
        ]
        last = max(earlier, key=lambda one: one.cue.start if one.cue is not None else 0, default=None)
        return last if last is not None and self._same_source(last, statement) else None

    def _same_source(self, earlier: Statement, later: Statement) -> bool:
        if later.source is None or earlier.source is None or later.source == earlier.source:
            return later.source is None or later.source == earlier.source
        words = self._grammar.between(later.source)
        if len(words) == 1 and words[0].pos == "PRON":
            return words[0].text.lower() not in self._words.not_anaphoric
        return self._document[earlier.source].split()[-1] == self._document[later.source].split()[-1]


def _occasion(statement: Statement) -> bool:
    return any((statement.addressee, statement.setting, statement.place, statement.date))


def _with(statement: Statement, before: Statement) -> Statement:
    if not _occasion(before):
        return statement
    return replace(
        statement,
        addressee=before.addressee,
        setting=before.setting,
        place=before.place,
        date=before.date,
        date_span=before.date_span,
        occasion=before.occasion or before.id,
    )
