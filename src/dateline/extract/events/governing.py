"""What a word makes of an event that stands below it: "threatened to", "the threat of", "ruled out", "call for"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.status import Shown

_VERBS = frozenset({"VERB", "AUX"})


class Governing:
    """Looks words up with their particle and preposition, as written and by their lemma."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def shown(self, governor: Token, known: Mapping[str, Shown], preposition: Token | None = None) -> Shown | None:
        """What ``governor`` shows by ``known``, with the preposition that stands between it and the event."""
        return next((known[key] for key in self._keys(governor, preposition) if key in known), None)

    def fixed(self, preposition: Token, known: Mapping[str, Shown]) -> Shown | None:
        """What a preposition shows with the words before it: "amid", "in the event of", "far from"."""
        for length in (4, 3, 2, 1):
            first = max(preposition.index - length + 1, 0)
            words = " ".join(one.text.lower() for one in self._grammar.tokens[first : preposition.index + 1])
            if words in known:
                return known[words]
        return None

    def _keys(self, governor: Token, preposition: Token | None) -> Iterator[str]:
        """The ways in which vocabulary writes it, the most exact first."""
        words = lemmas(governor)
        particle = self._grammar.child(governor, "prt")
        after = None if preposition is None else preposition.text.lower()
        thing = None if particle is not None or governor.pos not in _VERBS else self._grammar.child(governor, "dobj")
        for middle in (particle, thing):
            if middle is not None and after is not None:
                yield from (f"{word} {middle.lemma.lower()} {after}" for word in words)
        if particle is not None:
            yield from (f"{word} {particle.text.lower()}" for word in words)
            return
        if after is not None:
            yield from (f"{word} {after}" for word in words)
        if after in (None, "of"):
            yield from words


def lemmas(token: Token) -> tuple[str, ...]:
    """A word as written and its lemma; for regular forms also with the "e" that lemmas may lack ("hoped": "hop")."""
    word, found = token.text.lower(), dict.fromkeys((token.text.lower(), token.lemma.lower()))
    if token.tag in ("VBD", "VBN") and word.endswith("ed"):
        found[word[:-1]] = None
    elif token.tag == "VBG" and word.endswith("ing"):
        found[f"{word[:-3]}e"] = None
    return tuple(found)
