"""What stands around a cue: the circumstances under which a reporting word does, or does not, report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.marks import Quote, Token

_SAYERS = {"i": "first", "we": "first", "you": "second", "it": "it", "this": "it", "that": "which", "which": "which"}

_CLAUSES = frozenset({"that", "wh", "n:that", "a:that"})


class Context:
    """Names the circumstances of proposals, as weighed by ``vocab/data/cues.toml``."""

    def __init__(self, grammar: Grammar, quotes: Iterable[Quote]) -> None:
        self._grammar = grammar
        quoted = sorted((quote.span.start, quote.span.end) for quote in quotes if quote.depth == 0)
        self._starts = [start for start, _ in quoted]
        self._ends = [end for _, end in quoted]

    def of(self, proposal: Proposal) -> Iterator[str]:
        """The names of the circumstances that hold for ``proposal``."""
        cue = self._grammar.tokens[proposal.anchor]
        if self.quoted(cue):
            yield "quoted"
        yield f"source:{self._source(proposal)}"
        yield f"form:{self._form(cue)}"
        for child in self._grammar.children[cue.index]:
            if child.dep == "neg":
                yield "negated"
            if child.tag == "MD":
                yield "will" if child.lemma in ("will", "shall") else "modal"
        yield f"dep:{cue.dep}"
        if proposal.frame in _CLAUSES:
            yield f"clause:{cue.dep}"  # a cue within a clause reports more often when it has a clause of its own
        yield from self._content(proposal)

    def quoted(self, token: Token) -> bool:
        """Whether ``token`` stands in an outermost quotation."""
        at = bisect_right(self._starts, token.span.start) - 1
        return at >= 0 and token.span.end <= self._ends[at]

    def _source(self, proposal: Proposal) -> str:
        if proposal.source is None:
            return "none"
        words = self._grammar.between(proposal.source)
        head = next(
            (word for word in words if self._grammar.head(word) not in words or word.head == word.index), words[0]
        )
        kind = _SAYERS.get(head.text.lower())
        return kind or {"PRON": "pronoun", "PROPN": "name", "NOUN": "noun"}.get(head.pos, "other")

    def _form(self, cue: Token) -> str:
        if self._grammar.passive(cue):
            return "passive"
        return cue.tag if cue.tag in ("VB", "VBG", "VBN", "VBD", "VBZ", "VBP", "NN", "NNS") else "other"

    def _content(self, proposal: Proposal) -> Iterator[str]:
        words = [word for span in proposal.content for word in self._grammar.between(span)]
        yield f"size:{_bucket(len(words))}"
        if any(self.quoted(word) for word in words) and not self.quoted(self._grammar.tokens[proposal.anchor]):
            yield "holds quotation"
        if any(word.pos in ("VERB", "AUX") for word in words):
            yield "holds verb"
        if words and words[0].pos == "PRON" and len(words) == 1:
            yield "pronoun only"


def _bucket(size: int) -> str:
    for limit in (1, 2, 4, 8, 16, 32, 64):
        if size <= limit:
            return str(limit)
    return "more"
