"""Statements inside other statements, where the words make them plain; a benchmark without them cannot teach them.

Told inside what is told: "The governor told me that the dam could break," she said. A source behind the source: the
agency reported, citing two officials, that the talks had failed; officials quoted by the agency said that they had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.extract.grammar import Grammar
from dateline.extract.statements.commitment import Commitments
from dateline.extract.statements.nouns import NounFrames
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.verbs import VerbFrames
from dateline.model.marks import Marks, Name, Token
from dateline.model.text import Span, hull
from dateline.vocab.cues import Cues

_CLAUSES = frozenset({"that", "wh"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CUT = frozenset(",;–—-")
_NAMED = frozenset({"person", "organisation", "group", "country"})


@dataclass(frozen=True, slots=True)
class Nested:
    """A proposal and the anchor of the one it stands in, None where its place shows that."""

    proposal: Proposal
    within: int | None = None


class Inner:
    """Adds the plain inner statements to the proposals of a report."""

    def __init__(self, marks: Marks, *, grammar: Grammar, cues: Cues, commitments: Commitments) -> None:
        self._marks = marks
        self._grammar = grammar
        self._cues = cues
        self._verbs = VerbFrames(grammar, cues)
        self._nouns = NounFrames(grammar, self._verbs)
        self._commitments = commitments

    def with_inner(self, proposals: Sequence[Proposal]) -> list[Nested]:
        """``proposals`` with what they hold, each content without the clause that names a source behind the source."""
        found: dict[int, Nested] = {one.anchor: Nested(one) for one in proposals}
        for one in proposals:
            behind = self._behind(one)
            if behind is not None:
                found[one.anchor] = replace(found[one.anchor], proposal=replace(one, content=behind.content))
                found[behind.anchor] = Nested(behind, one.anchor)
            ahead = self._ahead(one)
            if ahead is not None and ahead.anchor not in found:
                found[ahead.anchor] = Nested(ahead)
        for told in self._told(proposals):
            found.setdefault(told.anchor, Nested(told))
        return list(found.values())

    def construction(self, proposal: Proposal) -> str:
        """The frame of ``proposal``; of one that was not found by rule that of the rule nearest to it."""
        if proposal.frame != "tagged":
            return proposal.frame
        cue = self._grammar.tokens[proposal.anchor]
        offered = self._verbs.of(cue) if cue.pos in ("VERB", "AUX") else self._nouns.of(cue)
        rated = [(_shared(one.content, proposal.content), one.frame) for one in offered]
        return max((one for one in rated if one[0]), default=(0, proposal.frame))[1]

    # -- told inside what is told ---------------------------------------------------------------------------------

    def _told(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """Clauses of words of speech inside contents: told as said, by a source that is named."""
        for outer in proposals:
            for token in (word for span in outer.content for word in self._grammar.between(span)):
                if self._tells(token) and self._cues.speaks(token.lemma.lower()):
                    yield from self._clauses(token, outer)
                elif token.lemma.lower() in self._cues.word_nouns and token.pos == "NOUN":
                    yield from self._noun_clauses(token, outer)

    def _tells(self, verb: Token) -> bool:
        """A verb with a tense of its own, or "saying" in "quoted him as saying"."""
        if verb.tag == "VBG":
            return verb.dep == "pcomp" and self._grammar.head(verb).lemma.lower() in self._cues.controlling
        return verb.tag in _FINITE or (verb.tag == "VBN" and self._grammar.child(verb, "aux", "auxpass") is not None)

    def _clauses(self, verb: Token, outer: Proposal) -> Iterator[Proposal]:
        told = self._commitments.of(verb)
        for one in self._verbs.of(verb):
            inside = any(span.covers(part) for span in outer.content for part in one.content)
            plain = one.frame in _CLAUSES and one.source is not None and inside
            if plain and not told.negated and told.commitment == "said" and self._third(one.source):
                yield replace(one, score=self._cues.scores["inner"])

    def _noun_clauses(self, noun: Token, outer: Proposal) -> Iterator[Proposal]:
        """`her claim that ...`, and `reports that ...` where the outer statement answers them."""
        answered = self._grammar.head(noun).index == outer.anchor and self._cues.answers(outer.lemma)
        for one in self._nouns.of(noun):
            inside = any(span.covers(part) for span in outer.content for part in one.content)
            if one.frame == "n:that" and inside and (self._third(one.source) or (answered and one.source is None)):
                yield replace(one, score=self._cues.scores["inner"])

    def _third(self, source: Span | None) -> bool:
        words = self._grammar.between(source) if source is not None else []
        heads = [word for word in words if self._grammar.head(word) not in words or word.head == word.index]
        return any(word.pos in ("NOUN", "PROPN") for word in heads)

    # -- sources behind sources -----------------------------------------------------------------------------------

    def _behind(self, outer: Proposal) -> Proposal | None:
        """`..., citing two officials`: what ``outer`` says, said by those whom it cites."""
        if outer.cue is None or outer.source is None:
            return None
        sentence = self._grammar.sentence(self._grammar.tokens[outer.anchor])
        for token in self._grammar.tokens[sentence.first : sentence.last]:
            if token.tag != "VBG" or token.lemma.lower() not in self._cues.citing:
                continue
            cited = self._grammar.child(token, "dobj")
            if cited is None or not self._speaks(cited) or not self._hangs(token, outer):
                continue
            clause = self._grammar.span(*self._grammar.edges(token))
            content = tuple(_without(outer.content, clause, self._grammar))
            if content:
                return Proposal(
                    anchor=token.index,
                    lemma=token.lemma.lower(),
                    frame="citing",
                    cue=token.span,
                    source=self._grammar.span(*self._grammar.edges(cited)),
                    content=content,
                    score=round(outer.score * self._cues.scores["behind"], 3),
                )
        return None

    def _hangs(self, token: Token, outer: Proposal) -> bool:
        """Whether a clause hangs on the cue, its source, or, by the parser's mistake, on the edge of its content."""
        head = self._grammar.head(token)
        if head.index == outer.anchor or (outer.source is not None and outer.source.covers(head.span)):
            return True
        clause = self._grammar.span(*self._grammar.edges(token))
        edge = any(clause.start == span.start or clause.end == span.end for span in outer.content)
        before = self._grammar.tokens[self._grammar.edges(token)[0] - 1] if token.index else token
        return edge and before.text == "," and any(span.covers(head.span) for span in outer.content)

    def _speaks(self, noun: Token) -> bool:
        """Whether a noun is somebody, or something written, that can be a source."""
        sentence = self._grammar.sentence(noun).span
        named = any(name.kind in _NAMED and name.span.covers(noun.span) for name in self._marks.within(Name, sentence))
        return named or noun.pos == "PROPN" or noun.lemma.lower() in self._cues.citable

    def _ahead(self, inner: Proposal) -> Proposal | None:
        """`Officials quoted by the agency said`: the agency says that they said it."""
        subject = self._grammar.subject(self._grammar.tokens[inner.anchor]) if inner.cue is not None else None
        for token in self._grammar.children[subject.index] if subject is not None else ():
            if token.dep == "acl" and token.tag == "VBN" and token.lemma.lower() in self._cues.citing:
                agent = self._grammar.child(token, "agent")
                outlet = self._grammar.child(agent, "pobj") if agent is not None else None
                if outlet is not None and inner.source is not None and inner.cue is not None:
                    return Proposal(
                        anchor=token.index,
                        lemma=token.lemma.lower(),
                        frame="quoted-by",
                        cue=self._grammar.span(token.index, agent.index if agent is not None else token.index),
                        source=self._grammar.span(*self._grammar.edges(outlet)),
                        content=(hull([inner.source, inner.cue, *inner.content]),),
                        score=round(inner.score * self._cues.scores["behind"], 3),
                    )
        return None


def _shared(some: Iterable[Span], others: Iterable[Span]) -> int:
    given = list(others)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in given)


def _without(content: Iterable[Span], clause: Span, grammar: Grammar) -> Iterator[Span]:
    """``content`` without ``clause``; where something is cut off, the punctuation at the cut goes too."""
    for span in content:
        if not span.overlaps(clause):
            yield span
            continue
        for start, end in ((span.start, clause.start), (clause.end, span.end)):
            words = grammar.between(Span(start, end)) if start < end else []
            kept = [word for word in words if word.text not in _CUT]
            if kept:
                yield Span(kept[0].span.start, kept[-1].span.end)
