"""What shows that an event a noun names goes on: "day nine of the strike", "fighting raged", "is on strike"."""

from __future__ import annotations

from dateline.extract.events.chains import VERBS, Chains
from dateline.extract.events.governing import lemmas
from dateline.extract.events.told import Told
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.status import StatusWords

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


class Lasting:
    """Reads what lasts off nouns and the verbs above them."""

    def __init__(self, grammar: Grammar, words: StatusWords, chains: Chains) -> None:
        self._grammar = grammar
        self._words = words
        self._chains = chains

    def numbered(self, noun: Token) -> bool:
        """ "the strike, now in its third week"."""
        for one in self._grammar.tokens[noun.index + 1 : self._grammar.sentence(noun).last]:
            if one.pos in VERBS:
                return False
            if one.lemma.lower() in self._words.periods and one.dep == "pobj" and self._grammar.child(one, "poss"):
                return self._grammar.head(one).text.lower() == "in"
        return False

    def counted(self, governor: Token, preposition: Token | None) -> bool:
        """ "day nine of the strike", "second week of the talks"."""
        period = self._grammar.head(governor) if governor.pos == "NUM" else governor
        if preposition is None or period.lemma.lower() not in self._words.periods:
            return False
        return period.tag == "NN" and any(
            one.text.lower() in self._words.ordinals or (one.dep == "nummod" and one.index > period.index)
            for one in self._grammar.children[period.index]
        )

    def state(self, noun: Token, verb: Token, preposition: Token) -> bool:
        """ "nurses are on strike", "is in talks with"."""
        bare = self._grammar.child(noun, "det", "poss") is None and noun.tag in ("NN", "NNS")
        now = verb.lemma.lower() == "be" and verb.tag in ("VBZ", "VBP") and not self._chains.negated(verb)
        return now and bare and preposition.text.lower() in ("on", "in", "under")

    def under(self, verb: Token, told: Told, *, known: bool) -> Told | None:
        """ "fighting raged", "protests continue", "the strike entered its third day"."""
        following = self._grammar.tokens[verb.index + 1 : verb.index + 2]
        bound = [one for one in following if one.dep in ("prt", "prep") and not self._grammar.children[one.index]]
        forms = [" ".join([one, *(word.text.lower() for word in bound)]) for one in lemmas(verb)]
        lasts = any(one in self._words.lasting for one in forms) or self._going(verb)
        if told.status == "planned" and lasts and known and not told.negated:
            return Told("ongoing", why=f"'{verb.lemma}'")  # "the strike will continue"
        if told.negated or told.status not in ("happened", "ongoing"):
            return None
        sign = self._grammar.child(verb, "dobj")
        if sign is not None and sign.lemma.lower() in self._words.proofs and self._chains.under_not(sign):
            return Told("ongoing", why="no sign of an end")
        entered = verb.lemma.lower() == "enter" and any(
            one.dep == "dobj" and one.lemma.lower() in self._words.periods for one in self._grammar.children[verb.index]
        )
        return Told("ongoing", why=f"'{verb.lemma}'") if lasts or entered else None

    def _going(self, verb: Token) -> bool:
        """ "are under way", "is still in progress"."""
        following = self._grammar.tokens[verb.index + 1 : verb.index + 4]
        return verb.lemma.lower() == "be" and any(one.text.lower() in self._words.underway for one in following)

    def known(self, noun: Token) -> bool:
        """Whether a noun takes up what is known: "the attack", "its withdrawal", "Monday's attack"."""
        return any(
            one.dep == "poss" or (one.dep == "det" and one.text.lower() in _DEFINITE)
            for one in self._grammar.children[noun.index]
        )
