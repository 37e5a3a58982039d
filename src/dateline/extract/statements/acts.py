"""The act of saying behind a cue: which words of the sentence tell of it, besides source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.vocab.saying import Occasions

_FAR = 12  # steps of the parse between a date or a place and the act it belongs to
_PHRASES = frozenset(
    {
        "pobj",
        "prep",
        "npadvmod",
        "advmod",
        "nmod",
        "nummod",
        "compound",
        "appos",
        "dobj",
        "dative",
        "poss",
        "amod",
        "pcomp",
    }
)


_PARTICIPLES = frozenset({"acl", "relcl", "advcl"})


@dataclass(frozen=True, slots=True)
class Host:
    """A word whose phrases tell of an act. Of a ``shared`` one only those before it do: "On Monday X came and said"."""

    token: Token
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A cue with the other words that tell of the same act: the clause "speaking at a rally", a verb before "and"."""

    proposal: Proposal
    cue: Token
    hosts: tuple[Host, ...]

    @property
    def according(self) -> bool:
        """Whether the cue is "according to"."""
        return self.cue.text.lower() == "according"

    def outside(self, span: Span) -> bool:
        """Whether ``span`` shares nothing with what was said."""
        return not any(span.overlaps(one) for one in self.proposal.content)


class Acts:
    """Finds acts, and what belongs to them, in the parse of a report."""

    def __init__(self, grammar: Grammar, words: Occasions) -> None:
        self._grammar = grammar
        self._words = words

    def of(self, proposal: Proposal) -> Act:
        """The act behind a proposal that has a cue."""
        cue = self._grammar.tokens[proposal.anchor]
        bare = Act(proposal, cue, ())
        hosts = [Host(cue)] if cue.pos in ("VERB", "AUX") else []
        carrier = self._grammar.head(cue)
        if bare.according:
            hosts = [Host(token) for token in self._grammar.tokens[cue.index : cue.index + 2]]
        elif not hosts and cue.dep in ("dobj", "acomp", "attr") and carrier.pos in ("VERB", "AUX"):
            hosts = [Host(carrier)]
        found = {host.token.index: host for one in hosts for host in self._beside(one, bare)}
        return Act(proposal, cue, tuple(found.values()))

    def phrases(self, act: Act) -> Iterator[Token]:
        """The prepositions of an act whose phrases stand outside the content, those of the cue first."""
        for host in act.hosts:
            subject = self._grammar.subject(host.token)
            behind = subject is not None and subject.index > host.token.index
            for one in (host.token, *((subject,) if subject is not None and behind else ())):
                for child in self._grammar.children[one.index]:
                    before = child.index < host.token.index
                    if (
                        child.dep in ("prep", "dative")
                        and (before or not host.shared)
                        and act.outside(self.span(child))
                    ):
                        yield child

    def belongs(self, token: Token, act: Act) -> bool:
        """Whether ``token`` hangs on the act by phrases alone, or by a participle that dates a text ("published")."""
        hosts = {host.token.index: host for host in act.hosts}
        start, dated = token, False
        for _ in range(_FAR):
            host = hosts.get(token.index)
            if host is not None:
                return not host.shared or start.index < token.index
            dating = token.dep in _PARTICIPLES and token.lemma.lower() in self._words.dating
            behind = token.dep in ("nsubj", "nsubjpass") and token.index > token.head and token.head in hosts
            if token.head == token.index or not (dating or behind or token.dep in _PHRASES):
                return False
            if token.dep in ("dobj", "dative") and not self._tells(token):
                return False
            dated = dated or dating
            if token.dep == "prep" and not dated and token.text.lower() not in self._words.leading:
                return False
            token = self._grammar.head(token)
        return False

    def _tells(self, thing: Token) -> bool:
        """Whether an object belongs to the telling, not to what is told: a hearer or a setting."""
        verb = self._grammar.head(thing).lemma.lower()
        return thing.lemma.lower() in self._words.nouns or verb in self._words.addressing | self._words.hearing

    def span(self, token: Token) -> Span:
        """The span of the whole subtree of ``token``."""
        return self._grammar.span(*self._grammar.edges(token))

    def _beside(self, host: Host, bare: Act) -> Iterator[Host]:
        yield host
        for child in self._grammar.children[host.token.index]:
            clause = child.dep in ("advcl", "dep", "ccomp", "parataxis") and self._tells_occasion(child)
            if clause and bare.outside(child.span) and (child.index < host.token.index or not host.shared):
                yield Host(child)
        head = self._grammar.head(host.token)
        joined = host.token.dep in ("conj", "advcl", "xcomp") and head.pos == "VERB" and head.index < host.token.index
        if joined and self._grammar.child(host.token, "nsubj", "nsubjpass") is None and bare.outside(head.span):
            shared = host.shared or host.token.dep == "conj"
            yield from self._beside(Host(head, shared=shared), bare)

    def _tells_occasion(self, clause: Token) -> bool:
        word = clause.lemma.lower()
        if clause.tag == "VBG":
            return word in self._words.speaking
        return clause.tag in ("VBN", "VBD") and word in self._words.questioning
