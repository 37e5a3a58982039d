"""The words by which a report keeps its distance from what it reports: "falsely", "claimed", "without evidence"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.vocab.saying import Saying

_OPENING = '“"‘«„'
_CLOSING = '”"’»“'


class Distances:
    """Finds distancing words beside the cues of statements, outside of what was said."""

    def __init__(self, grammar: Grammar, saying: Saying) -> None:
        self._grammar = grammar
        self._words = saying.distance

    def of(self, proposal: Proposal) -> tuple[Span, ...]:
        """The distancing words of ``proposal``, in order; none overlaps another or the content."""
        if proposal.cue is None:
            return ()
        cue = self._grammar.tokens[proposal.anchor]
        kept: list[Span] = []
        for span in sorted({*self._own(cue), *self._beside(cue)}):
            clear = not any(span.overlaps(one) for one in (*proposal.content, *kept))
            if clear:
                kept.append(span)
        return tuple(kept)

    def _own(self, cue: Token) -> Iterator[Span]:
        """The cue itself: a word such as "claimed", or a noun in scare quotes."""
        if cue.lemma.lower() in self._words.cues:
            yield cue.span
        around = self._grammar.tokens[max(cue.index - 1, 0) : cue.index + 2]
        if cue.pos == "NOUN" and len(around) == 3 and around[0].text in _OPENING and around[2].text in _CLOSING:
            yield Span(around[0].span.start, around[2].span.end)

    def _beside(self, cue: Token) -> Iterator[Span]:
        for child in self._grammar.children[cue.index]:
            word = child.lemma.lower()
            if child.dep == "advmod" and (word in self._words.adverbs or child.text.lower() in self._words.adverbs):
                yield child.span
            elif child.dep == "amod":
                yield from self._adjective(child)
            elif child.dep == "prep" and word in self._words.without and self._evidence(child) is not None:
                yield self._grammar.span(*self._grammar.edges(child))
            elif child.dep in ("advcl", "conj") and child.pos == "VERB":
                yield from self._unproven(child)

    def _adjective(self, child: Token) -> Iterator[Span]:
        if child.lemma.lower() in self._words.adjectives or child.text.lower() in self._words.adjectives:
            yield child.span
        elif self._grammar.hyphened(child):
            span = self._grammar.span(max(child.index - 2, 0), child.index)
            if "-".join(token.text.lower() for token in self._grammar.between(span)[::2]) in self._words.adjectives:
                yield span

    def _unproven(self, clause: Token) -> Iterator[Span]:
        """`..., offering no evidence`, `... but did not give any proof`."""
        thing = self._evidence(clause)
        if thing is None:
            return
        denied = [child for one in (thing, clause) for child in self._grammar.children[one.index]]
        if any(child.dep == "neg" or child.text.lower() == "no" for child in denied):
            first, last = self._grammar.edges(clause)
            if self._grammar.child(clause, "nsubj") is None:
                first = min([clause.index, *(child.index for child in denied if child.dep in ("aux", "neg"))])
            yield self._grammar.span(first, last)

    def _evidence(self, above: Token) -> Token | None:
        """The word for evidence that ``above`` governs as its object, directly or by "providing"."""
        for child in self._grammar.children[above.index]:
            if child.dep in ("pobj", "dobj") and child.lemma.lower() in self._words.evidence:
                return child
            if child.dep == "pcomp":
                return self._evidence(child)
        return None
