"""Noun phrases as parties: those joined to one, and whoever is named in the phrase of a deed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.extract.events.extents import Extents
from dateline.extract.events.kinds import Kinds
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Name, Token
from dateline.vocab.parties import PartyWords

_MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
_AREAS = frozenset({"place", "region", "country"})
_BODIES = frozenset({"organisation", "group", "person"})
_FOR = frozenset({"pro", "anti", "non", "counter"})
_JOINED = 10  # parties joined to one, at most
_SHORT = 4  # letters of an abbreviation that stands for an adjective: "US strikes"


class Phrases:
    """The noun phrases of one report."""

    def __init__(self, marks: Marks, grammar: Grammar, *, words: PartyWords) -> None:
        self._grammar, self._words = grammar, words
        self.kinds = Kinds(marks, grammar, words=words)
        self.extents = Extents(grammar, self.kinds, small=words.small)

    def named(self, token: Token) -> Token:
        """What an apposition says more of: "Ana Brandt" for the "a reporter" of "Ana Brandt, a reporter shot by"."""
        head = self._grammar.head(token)
        return head if token.dep == "appos" and head.pos == "PROPN" and token.pos != "PROPN" else token

    def conjuncts(self, token: Token) -> Iterator[Token]:
        """The head and the heads joined to it: "Oria, Vell and their allies"; "Vell, Oria" is one place in another."""
        chain, linked = [token], False
        for _ in range(_JOINED):
            children = self._grammar.children[chain[-1].index]
            linked = linked or any(one.dep == "cc" for one in children)
            following = next((one for one in children if one.dep == "conj" and one.pos not in ("VERB", "AUX")), None)
            if following is None:
                break
            chain.append(following)
        yield token
        for before, after in pairwise(chain):
            one, other = self.kinds.name(before), self.kinds.name(after)
            if other is None or (other is not one and (linked or other.kind not in _AREAS)):
                yield after

    def doers(self, noun: Token, slot: str) -> list[Token]:
        """Who is named in the phrase of a deed: "an attack by rebels", "Oria's missiles", "a police raid"."""
        children = self._grammar.children[noun.index]
        if slot == "poss":
            return [one for one in children if one.dep == "poss"]
        if slot == "mod":
            return [one for child in children for one in self._modifiers(child, noun)]
        word = slot.removeprefix("prep:")
        if slot == "made":
            made = [one for one in children if one.dep == "acl" and one.lemma in self._words.making]
            children, word = [child for one in made for child in self._grammar.children[one.index]], "by"
        prepositions = [one for one in children if one.dep in ("prep", "agent") and one.text.lower() == word]
        return [child for one in prepositions for child in self._grammar.children[one.index] if child.dep == "pobj"]

    def _modifiers(self, token: Token, noun: Token) -> Iterator[Token]:
        """Who is named by a modifier: "Orian", "rebel", the "US" of "US-led"; a town or a topic is nobody."""
        if token.dep not in _MODIFYING or token.index > noun.index:
            return
        if self._acts(token):
            yield token
            return
        for one in self._grammar.children[token.index]:
            yield from self._modifiers(one, noun)

    def _favoured(self, token: Token) -> bool:
        """Whether it is said for or against whom something is: "a pro-Orian rally"."""
        before = self._grammar.tokens[max(0, token.index - 2) : token.index]
        return len(before) == 2 and before[1].text in ("-", "–") and before[0].text.lower() in _FOR

    def _acts(self, token: Token) -> bool:
        if self._favoured(token):
            return False
        name = self.kinds.name(token)
        after = self._grammar.tokens[token.index + 1 : token.index + 2]
        if name is None and any(one.text in ("-", "–") for one in after):  # "a head-on collision"
            return False
        if name is not None:
            return name.kind in _BODIES or name.use == "demonym" or self._as_adjective(token, name)
        if token.pos == "ADJ":
            return self.kinds.label(token) == "NORP" or self._words.is_doer(token.lemma.lower(), token.text)
        return token.pos in ("NOUN", "PROPN") and self._words.is_doer(token.lemma.lower(), token.text)

    def _as_adjective(self, token: Token, name: Name) -> bool:
        """Whether a country's name stands for its adjective: "US strikes", "United States strikes"."""
        short = token.text.replace(".", "")
        abbreviated = short.isupper() and len(short) < _SHORT
        return name.kind == "country" and (abbreviated or short in self._words.adjectival)
