"""From judged proposals to whole statements: one cue one statement, quotations joined to what reports them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.quotes import LONG, Utterance
from dateline.model.marks import Marks, Part
from dateline.model.text import Document, Span

_SHORT = 3  # a quotation of fewer words that nobody reports is a figure of speech


class Assembler:
    """Joins the proposals of one report with its quotations."""

    def __init__(
        self, document: Document, marks: Marks, *, grammar: Grammar, utterances: Sequence[Utterance], score: float
    ) -> None:
        """``score`` is that of a quotation that carries on without a cue."""
        self._document = document
        self._score = score
        parts = marks.every(Part)
        self._parts = {part.span.start: before for before, part in pairwise(parts)}
        self._grammar = grammar
        self._utterances = utterances

    def assemble(self, accepted: Iterable[Proposal]) -> list[Proposal]:
        """Statements in order of place: of verbs and nouns, of quotations, and mixed ones made of both."""
        drafts = {one.anchor: self._snapped(one) for one in best_per_cue(accepted)}
        last: tuple[int, Utterance] | None = None
        for utterance in self._utterances:
            owner = self._report(drafts, utterance, last)
            if owner is not None:
                last = (owner, utterance)
        return sorted(drafts.values(), key=lambda one: (one.content[0].start, one.anchor))

    def _report(
        self, drafts: dict[int, Proposal], utterance: Utterance, last: tuple[int, Utterance] | None
    ) -> int | None:
        """Puts a quotation into the statement that reports it and returns that statement's anchor."""
        quote = utterance.quote.span
        proposal = utterance.proposal
        if proposal is not None:
            drafts[proposal.anchor] = self._joined(drafts.get(proposal.anchor), proposal)
            return proposal.anchor
        covering = self._covering(drafts, quote)
        if covering is not None:
            return covering
        owner = self._owner(drafts, utterance, last)
        if owner is not None:
            drafts[owner] = replace(drafts[owner], content=union([*drafts[owner].content, quote]))
            return owner
        if utterance.quote.span.start != utterance.part.span.start or len(self._document[quote].split()) < LONG:
            return None
        alone = self._alone(drafts, utterance)
        drafts[alone.anchor] = alone
        return alone.anchor

    def _snapped(self, proposal: Proposal) -> Proposal:
        """A content that ends inside a quotation it began before is carried on to the quotation's end."""
        content = []
        for span in proposal.content:
            start, end = span.start, span.end
            for utterance in self._utterances:
                quote = utterance.quote.span
                if quote.start == start - 1:
                    start = quote.start
                if start <= quote.start < end < quote.end:
                    end = quote.end
            content.append(Span(start, end))
        return replace(proposal, content=union(content))

    def _joined(self, known: Proposal | None, quoted: Proposal) -> Proposal:
        """The quotation of a cue with what leads into it in the same breath: `the plan was "dead," he said`."""
        if known is None:
            return quoted
        quote = quoted.content[0]
        earlier = [span for span in known.content if span.end <= quote.start] if known.frame == "quote" else []
        leading = [piece for span in known.content for piece in self._leading(span, quote)]
        return replace(
            quoted,
            content=union([*earlier, *leading, quote]),
            source=quoted.source or known.source,
            score=max(known.score, quoted.score),
        )

    def _leading(self, span: Span, quote: Span) -> list[Span]:
        """The piece of ``span`` that leads into ``quote`` without a stop between."""
        if not span.start < quote.start <= span.end + 2:
            return []
        piece = self._document.text[span.start : quote.start]
        stopped = any(mark in piece for mark in ':;”"“') or any(
            span.start < sentence.span.start <= quote.start for sentence in self._grammar.sentences
        )
        return [] if stopped or sum(c.isalnum() for c in piece) <= 3 else [Span(span.start, quote.start)]

    def _covering(self, drafts: dict[int, Proposal], quote: Span) -> int | None:
        """The statement whose content already holds most of ``quote``; the innermost where there are several."""
        found = [
            (draft.size, anchor)
            for anchor, draft in drafts.items()
            for span in draft.content
            if min(span.end, quote.end) - max(span.start, quote.start) > 0.5 * len(quote)
            and not quote.covers(self._grammar.tokens[anchor].span)
        ]
        return min(found)[1] if found else None

    def _owner(
        self, drafts: dict[int, Proposal], utterance: Utterance, last: tuple[int, Utterance] | None
    ) -> int | None:
        """The statement that a quotation without a cue carries on: see docs/statements.md, "Quotations that go on"."""
        quote = utterance.quote
        if last is not None and last[1].quote.chain == quote.chain:
            return last[0]
        if len(self._document[quote.inner].split()) < _SHORT:
            return None
        before = self._document.text[utterance.part.span.start : quote.span.start].rstrip()
        if before:
            return self._nearest(drafts, utterance) if before[-1] in ".!?”\"’'" else None
        if last is not None and last[1].part.span.end < quote.span.start:
            between = self._document.text[last[1].part.span.end : quote.span.start]
            return None if between.strip() else last[0]
        return None

    def _alone(self, drafts: dict[int, Proposal], utterance: Utterance) -> Proposal:
        """A paragraph-long quotation without a cue: it carries on the main statement of the paragraph before."""
        first = self._grammar.between(utterance.quote.span)[0]
        before = self._parts.get(utterance.part.span.start)
        follows = self._nearest(drafts, replace(utterance, part=before)) if before is not None else None
        return Proposal(
            anchor=first.index,
            lemma="",
            frame="continued" if follows is not None else "unattributed",
            cue=None,
            source=None,
            content=(utterance.quote.span,),
            score=self._score,
            follows=follows,
        )

    def _nearest(self, drafts: dict[int, Proposal], utterance: Utterance) -> int | None:
        """The main statement of the last sentence before a quotation, in the same paragraph and in no quotation."""
        part, quote = utterance.part.span, utterance.quote.span
        rated = []
        for anchor, draft in drafts.items():
            token = self._grammar.tokens[anchor]
            quoted = any(u.quote.span.covers(token.span) for u in self._utterances)
            if part.start <= token.span.start < quote.start and not quoted:
                sentence = self._grammar.sentence(token).span.start
                depth = sum(1 for _ in self._grammar.ancestors(token))
                rated.append((sentence, -depth, draft.size, anchor))
        return max(rated)[3] if rated else None


def best_per_cue(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The best-judged proposal of each cue; of equals the longest, then the first."""
    best: dict[int, Proposal] = {}
    for one in proposals:
        other = best.get(one.anchor)
        if other is None or (one.score, one.size, one.frame) > (other.score, other.size, other.frame):
            best[one.anchor] = one
    return [best[anchor] for anchor in sorted(best)]


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping and touching ones made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
