"""What stands beside a cue: to whom, in what setting and when something was said, and whether it was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.statements.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.marks import Marks, Time, Token
from dateline.model.text import Span
from dateline.model.values import PartialDate
from dateline.vocab.cues import Cues


@dataclass(frozen=True, slots=True)
class Around:
    """The circumstances of one statement; what the text does not say is None."""

    addressee: Span | None = None
    setting: Span | None = None
    date: PartialDate | None = None
    date_span: Span | None = None
    negated: bool = False


class Circumstances:
    """Reads the circumstances of statements off the parse around their cues."""

    def __init__(self, marks: Marks, *, grammar: Grammar, cues: Cues) -> None:
        self._marks = marks
        self._grammar = grammar
        self._cues = cues

    def of(self, proposal: Proposal) -> Around:
        """The addressee, setting, time and negation of ``proposal``; empty for one without a cue."""
        cue = self._grammar.tokens[proposal.anchor]
        if proposal.cue is None or cue.pos not in ("VERB", "AUX"):
            return Around()
        phrases = list(self._phrases(cue, proposal))
        setting = next((self._span(one) for one in phrases if self._is_setting(one)), None)
        time = self._time(cue, setting, proposal)
        return Around(
            addressee=self._addressee(cue, phrases, proposal),
            setting=setting,
            date=time.date if time is not None else None,
            date_span=time.span if time is not None and time.date is not None else None,
            negated=any(child.dep == "neg" for child in self._grammar.children[cue.index]),
        )

    def _phrases(self, cue: Token, proposal: Proposal) -> Iterator[Token]:
        """The prepositions of a cue and of its subject whose phrases stand outside the content."""
        subject = self._grammar.subject(cue)
        for host in (cue, subject):
            for child in self._grammar.children[host.index] if host is not None else ():
                if child.dep == "prep" and self._outside(self._span(child), proposal):
                    yield child

    def _is_setting(self, preposition: Token) -> bool:
        inner = self._grammar.child(preposition, "pobj")
        return (
            inner is not None
            and preposition.lemma.lower() in self._cues.setting_prepositions
            and inner.lemma.lower() in self._cues.setting_nouns
        )

    def _addressee(self, cue: Token, phrases: list[Token], proposal: Proposal) -> Span | None:
        """`told reporters`, `said to the council`: the hearer of a cue that takes one."""
        if cue.lemma.lower() in self._cues.addressing:
            hearer = self._grammar.child(cue, "dative", "dobj")
            if hearer is not None and hearer.dep == "dative" and hearer.pos == "ADP":
                hearer = self._grammar.child(hearer, "pobj")
            if hearer is not None and self._outside(self._span(hearer), proposal):
                return self._bare(hearer)
        to = next((one for one in phrases if one.lemma.lower() == "to" and one.index > cue.index), None)
        inner = self._grammar.child(to, "pobj") if to is not None and self._cues.quotes(cue.lemma.lower()) else None
        return self._bare(inner) if inner is not None else None

    def _time(self, cue: Token, setting: Span | None, proposal: Proposal) -> Time | None:
        """The time expression that hangs on the cue or stands in its setting."""
        sentence = self._grammar.sentence(cue)
        for time in self._marks.within(Time, sentence.span):
            if time.type not in ("DATE", "TIME") or not self._outside(time.span, proposal):
                continue
            if setting is not None and setting.covers(time.span):
                return time
            if any(self._hangs(token, cue) for token in self._grammar.between(time.span)):
                return time
        return None

    def _hangs(self, token: Token, cue: Token) -> bool:
        head = self._grammar.head(token)
        if token.dep in ("npadvmod", "advmod") and head.index == cue.index:
            return True
        return token.dep == "pobj" and head.dep == "prep" and head.head == cue.index

    def _outside(self, span: Span, proposal: Proposal) -> bool:
        return not any(span.overlaps(one) for one in proposal.content)

    def _span(self, token: Token) -> Span:
        return self._grammar.span(*self._grammar.edges(token))

    def _bare(self, noun: Token) -> Span:
        """A noun phrase up to its head and what follows it closely, without clauses and places of saying."""
        last = noun.index
        first = min(
            [self._grammar.edges(c)[0] for c in self._grammar.children[noun.index] if c.index < noun.index] + [last]
        )
        return self._grammar.span(first, last)
