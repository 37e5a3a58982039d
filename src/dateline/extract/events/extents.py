"""Which words name a party: from its first modifier to its head, with what belongs to the name."""

from __future__ import annotations

from dateline.extract.events.kinds import Kinds
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.model.text import Span

_BEFORE = frozenset(
    {"amod", "compound", "nmod", "nummod", "poss", "case", "punct", "npadvmod", "advmod", "quantmod", "det", "predet"}
    | {"appos", "neg", "prep", "pobj", "conj", "cc"}
)
_DROPPED = frozenset({"det", "predet", "advmod", "quantmod", "cc", "mark", "punct", "prep", "pobj", "neg"})
_STOPS = frozenset(',;:"“”()–—')
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


class Extents:
    """Finds the words of a party by its head.

    Articles and words of number ("at least", "some") are left out, relative clauses and appositions too. A name has
    its titles with it ("Orian President Ana Brandt"), a noun the "of" that says of whom ("fighters of the Front").
    """

    def __init__(self, grammar: Grammar, kinds: Kinds, *, small: frozenset[str]) -> None:
        self._grammar, self._kinds, self._small = grammar, kinds, small

    def span(self, token: Token) -> Span:
        """The words of the party with the head ``token``."""
        first, last = self._first(token), token.index
        name = self._kinds.name(token)
        if name is not None:
            inside = self._grammar.between(name.span)
            first, last = min(first, inside[0].index), max(last, inside[-1].index)
        last = self._of(token, self._title(token, last))
        if name is None or name.kind != "person":
            last = self._called(last)
        return self._grammar.span(first, last)

    def _first(self, token: Token) -> int:
        """Where a phrase begins, small words left out."""
        tokens, first = self._grammar.tokens, token.index
        while first > 0 and self._leads(tokens[first - 1], token.index):
            first -= 1
        while first < token.index and self._dropped(tokens[first]):
            first += 1
        return first

    def _leads(self, before: Token, noun: int) -> bool:
        """Whether a word belongs to the modifiers before a noun: its way up leads there."""
        up = before
        for _ in range(noun - before.index + 1):
            if up.dep not in _BEFORE or before.text in _STOPS or self._kinds.timed(before):
                return False
            if up.head == noun:
                return True
            up = self._grammar.tokens[up.head]
        return False

    def _dropped(self, token: Token) -> bool:
        if token.text.lower() in self._small:
            return True
        capital = token.text[:1].isupper() and token.dep != "det"
        return token.dep in _DROPPED and not capital and not self._hyphened(token) and self._kinds.name(token) is None

    def _hyphened(self, token: Token) -> bool:
        """Whether a hyphen follows: "state-run"."""
        tokens = self._grammar.tokens
        return token.index + 1 < len(tokens) and tokens[token.index + 1].text in ("-", "–")

    def _title(self, token: Token, last: int) -> int:
        """ "Foreign minister Ana Brandt", read as an apposition without a comma."""
        for one in self._grammar.children[token.index]:
            name = self._kinds.name(one) if one.dep == "appos" and one.pos == "PROPN" else None
            if name is not None and self._grammar.between(name.span)[0].index == last + 1:
                return max(one.index, self._grammar.between(name.span)[-1].index)
        return last

    def _of(self, token: Token, last: int) -> int:
        """The end of an "of" right after the head that says whose or of whom."""
        tokens = self._grammar.tokens
        of = tokens[last + 1] if last + 1 < len(tokens) else None
        if of is None or of.text.lower() != "of" or of.dep != "prep":
            return last
        governed = self._grammar.child(of, "pobj")
        if governed is None or self._kinds.of(governed) in (None, "act"):
            return last
        children = self._grammar.children[governed.index]
        linked = any(one.dep == "cc" for one in children)  # else "the town of Sala, Vell"
        ends = [governed, *(one for one in children if linked and one.dep == "conj")]
        known = [one for one in ends if self._kinds.of(one) is not None and one.pos not in ("VERB", "AUX")]
        return max(self._grammar.between(self.span(one))[-1].index for one in known)

    def _called(self, last: int) -> int:
        """The end of the name right after a title: "President of Oria Ana Brandt"."""
        tokens = self._grammar.tokens
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        name = None if following is None else self._kinds.name(following)
        if name is None or name.kind != "person" or following is None or following.span.start != name.span.start:
            return last
        if following.dep in _ARGUMENTS and tokens[last].dep in _ARGUMENTS:
            return last
        return self._grammar.between(name.span)[-1].index
