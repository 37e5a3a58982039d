"""The statement extractor: proposes, judges, joins, and describes what somebody is reported to have said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.grammar import Grammar
from dateline.extract.statements.assemble import Assembler
from dateline.extract.statements.context import Context
from dateline.extract.statements.describe import Describer
from dateline.extract.statements.enacting import EnactingFrames
from dateline.extract.statements.nouns import NounFrames
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.quotes import QuoteFrames
from dateline.extract.statements.turns import TurnFrames
from dateline.extract.statements.verbs import VerbFrames
from dateline.extract.statements.weighing import Weighing
from dateline.model.marks import Labelled, Mark, Marks, Name, Part, Quote, Sentence, Time, Token
from dateline.model.records import Producer, Record, Statement
from dateline.model.text import Document
from dateline.vocab.cues import Cues
from dateline.vocab.enacting import Enacting


@dataclass(frozen=True, slots=True)
class Proposed:
    """What rules find in a report: single constructions with the lexicon's score, whole statements, and turns."""

    raw: list[Proposal]
    joined: list[Proposal]
    turns: TurnFrames
    nouns: NounFrames
    grammar: Grammar
    context: Context


class StatementExtractor:
    """Finds who said what: quotations, that-clauses, "according to", floating and split cues, calls and promises.

    Constructions are found by rule; whether a word reports in one is weighed by ``Cues``, and in the trained tiers
    by ``Weighing``, which adds what the tagger finds.
    """

    producer = Producer("statements", "2")
    needs: frozenset[type[Mark]] = frozenset({Part, Token, Sentence, Quote, Time, Name, Labelled})

    def __init__(self, cues: Cues, weighing: Weighing | None = None) -> None:
        """Without ``weighing`` it is the tier of rules."""
        self._cues = cues
        self._weighing = weighing
        self._enacting = Enacting.load()

    def extract(self, document: Document, marks: Marks, records: tuple[Record, ...] = ()) -> Iterator[Statement]:
        """The statements of a report, by place; they need no other ``records``."""
        found = self.propose(document, marks)
        statements = found.joined
        if self._weighing is not None:
            statements = self._weighing.judged(found.raw, found.joined, marks=marks, context=found.context)
            statements = found.nouns.without_titles(found.turns.without_overrun(statements))
        describer = Describer(document, marks, grammar=found.grammar, cues=self._cues, by=self.producer)
        yield from describer.describe(statements)

    def propose(self, document: Document, marks: Marks) -> Proposed:
        """What the rules propose, before anything trained weighs it."""
        grammar = Grammar(marks)
        verbs = VerbFrames(grammar, self._cues)
        context = Context(grammar, marks.every(Quote))
        nouns = NounFrames(grammar, verbs)
        raw = [
            replace(one, score=self._cues.score(one.lemma, one.frame, context.of(one)))
            for one in (*verbs.propose(), *nouns.propose())
            if self._cues.known(one.frame)
        ]
        enacting = EnactingFrames(
            document, marks, grammar=grammar, words=self._enacting, score=self._cues.scores["enacted"]
        )
        raw = enacting.without_rivals(nouns.without_titles(raw))
        accepted = [one for one in raw if one.score >= self._cues.threshold]
        turns = TurnFrames(document, marks, grammar=grammar, cues=self._cues)
        accepted = [*turns.without_overrun(accepted), *turns.propose(), *enacting.propose()]
        quotes = QuoteFrames(document, marks, grammar=grammar, verbs=verbs, cues=self._cues, turns=turns.spans)
        assembler = Assembler(
            document,
            marks,
            grammar=grammar,
            utterances=quotes.utterances(),
            score=self._cues.scores["continued"],
        )
        return Proposed(
            raw=raw, joined=assembler.assemble(accepted), turns=turns, nouns=nouns, grammar=grammar, context=context
        )
