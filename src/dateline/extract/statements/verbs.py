"""Statements by verbs: "X said that ...", "..., X said", "X vowed to ...", "X called for ...", "X, saying ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.vocab.cues import Cues

_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_OPENING = frozenset({"advcl", "csubj", "nsubj", "dep", "meta", "intj", "preconj"})
_PUNCTUATION = ",;:.!?–—-"


class VerbFrames:
    """Proposes, for every verb, each construction in which it could report."""

    def __init__(self, grammar: Grammar, cues: Cues) -> None:
        self._grammar = grammar
        self.cues = cues

    def propose(self) -> Iterator[Proposal]:
        """All proposals of the report, by place."""
        for token in self._grammar.tokens:
            if (
                token.pos in ("VERB", "AUX")
                and token.dep not in ("aux", "auxpass")
                and not self._grammar.hyphened(token)
            ):
                yield from self.of(token)

    def of(self, verb: Token) -> Iterator[Proposal]:
        """The proposals of one verb."""
        grammar = self._grammar
        clauses = [one for one in grammar.children[verb.index] if one.dep in ("ccomp", "xcomp")]
        framed = False
        for clause in clauses:
            for proposal in self._clause(verb, clause):
                framed = True
                yield proposal
        if not framed:
            yield from self._inserted(verb)
        yield from self._objects(verb, bare=not clauses)

    # -- clauses ------------------------------------------------------------------------------------------------

    def _clause(self, verb: Token, clause: Token) -> Iterator[Proposal]:
        grammar = self._grammar
        first, last = grammar.edges(clause)
        infinitive = any(c.tag == "TO" for c in grammar.children[clause.index]) or clause.tag == "VB"
        own_subject = grammar.child(clause, "nsubj", "nsubjpass", "expl", "csubj")
        finite = clause.dep == "ccomp" and (self._finite(clause) or not (infinitive or clause.tag == "VBG"))
        if clause.index > verb.index:
            frame = "that" if finite else "ing" if clause.tag == "VBG" else "to"
            if finite and any(
                c.tag in ("WRB", "WP", "WDT") or c.text.lower() in ("whether", "if") for c in _opening(grammar, first)
            ):
                frame = "wh"
            if frame == "to":
                taken = grammar.child(verb, "dobj", "dative")
                if taken is not None and taken.index < clause.index:
                    first, frame = grammar.edges(taken)[0], "obj-to"
                elif own_subject is not None and own_subject.index < clause.index:
                    frame = "obj-to"
            if frame == "that" and grammar.child(clause, "mark") is None:
                first = min([first, *self._fronted(verb, clause)])
                first = first if own_subject is not None or frame == "wh" else verb.index + 1
            first, last = max(first, verb.index + 1), self._shared_end(clause, last)
            if frame == "to" and self.cues.raises(verb.lemma.lower(), passive=grammar.passive(verb)):
                yield from self._raised(verb, first, last)
                return
            yield from self._made(verb, frame, first=first, last=last)
        elif finite and not any(
            c.dep in ("xcomp", "ccomp") and c.index > verb.index for c in grammar.children[verb.index]
        ):
            source = grammar.subject(verb)
            end = verb.index - 1
            if source is not None and source.index < verb.index:
                end = min(end, grammar.edges(source)[0] - 1)
            yield from self._made(verb, "before", first=first, last=min(last, end))

    def _finite(self, clause: Token) -> bool:
        return clause.tag in ("VBD", "VBP", "VBZ", "MD") or any(
            child.tag in ("VBD", "VBP", "VBZ", "MD") and child.dep in ("aux", "auxpass")
            for child in self._grammar.children[clause.index]
        )

    def _fronted(self, verb: Token, clause: Token) -> list[int]:
        """Where clauses begin that the parser hung on the cue but that open its content: `said if X, then Y`."""
        return [
            self._grammar.edges(one)[0]
            for one in self._grammar.children[verb.index]
            if one.dep in _OPENING and verb.index < one.index < clause.index
        ]

    def _shared_end(self, clause: Token, last: int) -> int:
        """Where a content ends that the parser let run on into the next cue: `said he would and vowed that ...`."""
        grammar = self._grammar
        for one in grammar.children[clause.index]:
            if one.dep == "conj" and one.pos == "VERB" and self.cues.quotes(one.lemma.lower()):
                own = {child.dep for child in grammar.children[one.index]}
                start = grammar.edges(one)[0]
                if "ccomp" in own and not own & {"nsubj", "nsubjpass"} and start - 2 > clause.index:
                    return start - 2 if grammar.tokens[start - 1].dep == "cc" else start - 1
        return last

    def _raised(self, verb: Token, first: int, last: int) -> Iterator[Proposal]:
        """`The bridge is expected to reopen`: the subject is part of what is expected, and nobody is named."""
        subject = self._grammar.child(verb, "nsubj", "nsubjpass")
        pieces = [(first, last)]
        if subject is not None and subject.index < verb.index:
            pieces.insert(0, self._grammar.edges(subject))
        agent = self.source(verb) if self._grammar.passive(verb) else None
        for proposal in self._pieces(verb, "raised", pieces):
            yield replace(proposal, source=agent)

    def _inserted(self, verb: Token) -> Iterator[Proposal]:
        """ "The bridge, officials said, had been closed": the cue stands inside what it governs."""
        grammar = self._grammar
        if verb.dep not in ("ccomp", "parataxis", "advcl", "conj", "dep") or verb.head == verb.index:
            return
        first, last = grammar.edges(verb)
        governor = grammar.head(verb)
        if governor.pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") or last - first > 25:
            return
        before = grammar.tokens[first - 1] if first > 0 else None
        opened = grammar.tokens[first].text in _PUNCTUATION or (before is not None and before.text in _PUNCTUATION)
        after = grammar.tokens[last + 1] if last + 1 < len(grammar.tokens) else None
        closed = grammar.tokens[last].text in _PUNCTUATION or after is None or after.text in ",.;—–"
        subject = grammar.child(verb, "nsubj", "nsubjpass")
        if not (opened and closed) or subject is None or verb.dep == "conj":
            return
        begin, end = grammar.edges(governor)
        pieces = [(begin, first - 1), (last + 1, end)]
        yield from self._pieces(verb, "inserted", pieces)

    # -- objects ------------------------------------------------------------------------------------------------

    def _objects(self, verb: Token, *, bare: bool) -> Iterator[Proposal]:
        grammar = self._grammar
        thing = grammar.child(verb, "dobj")
        attribute = grammar.child(verb, "oprd")
        if thing is not None and bare:
            first, last = grammar.edges(thing)
            frame = "obj"
            prep = next((c for c in grammar.children[verb.index] if c.dep == "prep" and c.index > thing.index), None)
            if attribute is not None and attribute.index > thing.index:
                last, frame = grammar.edges(attribute)[1], "obj-as"
            elif prep is not None and prep.lemma in ("as", "of", "for"):
                last, frame = grammar.edges(prep)[1], f"obj-{prep.lemma}"
            yield from self._made(verb, frame, first=first, last=last)
        if thing is None and attribute is not None and not grammar.passive(verb) and bare:
            first, last = grammar.edges(attribute)
            yield from self._made(verb, "oprd", first=first, last=last)
        for prep in grammar.children[verb.index]:
            if prep.dep == "prep" and prep.index > verb.index and thing is None:
                inner = grammar.child(prep, "pobj", "pcomp")
                if inner is not None and inner.index > prep.index:
                    first, last = prep.index + 1, grammar.edges(prep)[1]
                    yield from self._made(verb, f"{prep.lemma}", first=first, last=last, prep=prep)

    # -- pieces -------------------------------------------------------------------------------------------------

    def _made(self, verb: Token, frame: str, *, first: int, last: int, prep: Token | None = None) -> Iterator[Proposal]:
        yield from self._pieces(verb, frame, [(first, last)], prep=prep)

    def _pieces(
        self, verb: Token, frame: str, pieces: list[tuple[int, int]], prep: Token | None = None
    ) -> Iterator[Proposal]:
        content = tuple(span for first, last in pieces if (span := self.content(first, last)) is not None)
        if content:
            yield Proposal(
                anchor=verb.index,
                lemma=verb.lemma.lower(),
                frame=frame,
                cue=self.cue(verb, prep),
                source=self.source(verb),
                content=content,
            )

    def content(self, first: int, last: int) -> Span | None:
        """The span of tokens ``first`` to ``last`` without punctuation at its ends."""
        tokens = self._grammar.tokens
        while first <= last and tokens[first].text in _PUNCTUATION:
            first += 1
        while last >= first and tokens[last].text in _PUNCTUATION:
            last -= 1
        return self._grammar.span(first, last) if first <= last else None

    def cue(self, verb: Token, prep: Token | None = None) -> Span:
        """The verb with its auxiliaries, negation and particle, and the preposition it governs."""
        grammar = self._grammar
        adverbs = [c for c in grammar.children[verb.index] if c.dep in _BEFORE_VERB and c.index < verb.index]
        before = {at for one in adverbs for at in range(grammar.edges(one)[0], one.index + 1)}
        first = verb.index
        while first - 1 in before:
            first -= 1
        last = verb.index
        particle = grammar.child(verb, "prt")
        if particle is not None and particle.index == last + 1:
            last += 1
        if prep is not None and prep.index == last + 1:
            last += 1
        return grammar.span(first, last)

    def source(self, verb: Token) -> Span | None:
        """The noun phrase that does the saying: the subject, in the passive the agent, else None."""
        grammar = self._grammar
        participle = verb.tag == "VBN" and verb.dep == "advcl" and grammar.child(verb, "aux") is None
        if participle or grammar.passive(verb):  # "Asked about the dam, he ...": he was asked
            agent = grammar.child(verb, "agent")
            inner = grammar.child(agent, "pobj") if agent is not None else None
            return grammar.span(*grammar.edges(inner)) if inner is not None else None
        subject = self._controller(verb) or grammar.subject(verb)
        if subject is None and verb.dep == "acl":
            return self._noun(grammar.head(verb), before=verb)
        if subject is None or subject.dep == "expl":
            return None
        return self._noun(subject, before=verb)

    def _controller(self, verb: Token) -> Token | None:
        """The object of a governor that does the saying: `urged him to say`, `quoted him as saying`."""
        grammar = self._grammar
        governor = grammar.head(verb)
        if verb.dep == "pcomp" and governor.dep == "prep" and governor.lemma.lower() in self.cues.controlling:
            return grammar.child(grammar.head(governor), "dobj")
        commanded = self.cues.saying.governors.get(governor.lemma.lower()) == "demanded"
        if verb.dep == "xcomp" and commanded and grammar.child(verb, "nsubj") is None:
            return grammar.child(governor, "dobj", "nsubjpass")
        return None

    def owner(self, noun: Token) -> Span | None:
        """The noun phrase of a possessor, without its "'s"."""
        first, last = self._grammar.edges(noun)
        while last > first and self._grammar.tokens[last].tag == "POS":
            last -= 1
        return self.content(first, last)

    def _noun(self, noun: Token, *, before: Token) -> Span | None:
        """The noun phrase of ``noun``, cut where the cue begins when the cue stands inside it."""
        grammar = self._grammar
        first, last = grammar.edges(noun)
        if first <= before.index <= last:
            last = max(noun.index, grammar.edges(before)[0] - 1) if before.index > noun.index else last
        return self.content(first, last)


def _opening(grammar: Grammar, first: int) -> list[Token]:
    return list(grammar.tokens[first : first + 2])
