"""The statement extractor: proposes, judges, joins, and describes what somebody is reported to have said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.extract.statements.assemble import Assembler
from dateline.extract.statements.context import Context
from dateline.extract.statements.describe import Describer
from dateline.extract.statements.grammar import Grammar
from dateline.extract.statements.nouns import NounFrames
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.quotes import QuoteFrames
from dateline.extract.statements.turns import TurnFrames
from dateline.extract.statements.verbs import VerbFrames
from dateline.model.marks import Mark, Marks, Part, Quote, Sentence, Time, Token
from dateline.model.records import Producer, Statement
from dateline.model.text import Document
from dateline.vocab.cues import Cues


class StatementExtractor:
    """Finds who said what: quotations, that-clauses, "according to", floating and split cues, calls and promises.

    Constructions are found by rule; whether a word reports in one is weighed by ``Cues``.
    """

    producer = Producer("statements", "1")
    needs: frozenset[type[Mark]] = frozenset({Part, Token, Sentence, Quote, Time})

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def extract(self, document: Document, marks: Marks) -> Iterator[Statement]:
        """The statements of a report, by place."""
        grammar = Grammar(marks)
        verbs = VerbFrames(grammar, self._cues)
        context = Context(grammar, marks.every(Quote))
        proposals = (*verbs.propose(), *NounFrames(grammar, verbs).propose())
        accepted = list(self._judged(proposals, context))
        turns = TurnFrames(document, marks, grammar=grammar, cues=self._cues)
        accepted = [*turns.without_overrun(accepted), *turns.propose()]
        quotes = QuoteFrames(document, marks, grammar=grammar, verbs=verbs, cues=self._cues, turns=turns.spans)
        assembler = Assembler(
            document,
            marks,
            grammar=grammar,
            utterances=quotes.utterances(),
            score=self._cues.scores["continued"],
        )
        joined = assembler.assemble(accepted)
        yield from Describer(document, marks, grammar=grammar, cues=self._cues, by=self.producer).describe(joined)

    def _judged(self, proposals: Iterable[Proposal], context: Context) -> Iterator[Proposal]:
        for proposal in proposals:
            if self._cues.known(proposal.frame):
                score = self._cues.score(proposal.lemma, proposal.frame, context.of(proposal))
                if score >= self._cues.threshold:
                    yield replace(proposal, score=score)
