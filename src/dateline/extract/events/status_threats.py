"""Whether a clause in the future threatens: "warned that it would strike", "leave or face arrest"."""

from __future__ import annotations

from dateline.extract.events.chains import VERBS
from dateline.extract.events.status_conditions import Conditions
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.status import Shown, StatusWords


class Menaces:
    """Reads threats off verbs; ``harm`` says whether the act does harm, None that it is not known."""

    def __init__(self, grammar: Grammar, words: StatusWords, conditions: Conditions) -> None:
        self._grammar = grammar
        self._words = words
        self._conditions = conditions

    def of(self, bearer: Token, top: Token, kind: str, *, above: Shown | None, harm: bool | None) -> bool:
        """Whether ``bearer``, which has a modal of this ``kind``, threatens; ``above`` is what stands over it."""
        words = self._words.promising
        if harm is False:
            return False
        if above == "threatened":
            return True
        own, subject = self.own(bearer), self._grammar.subject(bearer)
        if (own or self._forces(bearer)) and self._under(top, words.threats):
            return True
        if harm and self._under(top, words.promises):
            return True
        if kind == "planned" and self._or_else(bearer):
            return True
        if own and self._whoever(self._grammar.child(bearer, "dobj")):
            return True
        if harm and own and self._conditions.until(bearer, top):
            return True
        if not harm or top.dep != "ccomp":
            return False
        if self._grammar.passive(bearer) and self._conditions.on(bearer, top):
            return True
        first = subject is not None and subject.text.lower() in words.first
        first = first and bearer.lemma.lower() not in words.peaceful
        return self._whoever(subject) or (own and kind == "hypothetical") or first

    def own(self, bearer: Token) -> bool:
        """Whether somebody says it of himself: "we will", "said it would", "his tanks would"."""
        subject, words = self._grammar.subject(bearer), self._words.promising
        if subject is None:
            return False
        if subject.text.lower() in words.own:
            return True
        if self._grammar.passive(bearer):
            return False
        possessor = self._grammar.child(subject, "poss")
        return possessor is not None and possessor.text.lower() in words.mine

    def _forces(self, bearer: Token) -> bool:
        """ "warned that the army would": those who can do it are his who warns of it."""
        subject = self._grammar.subject(bearer)
        active = subject is not None and not self._grammar.passive(bearer)
        return active and subject is not None and subject.lemma.lower() in self._words.promising.forces

    def alternative(self, verb: Token) -> bool:
        """ "leave or face arrest", "pay up or have the house burned": the worse of two things somebody may choose."""
        at, words = verb, self._words.promising
        for _ in range(3):
            helped = self._grammar.passive(at) or at.lemma.lower() in words.facing
            if at.dep == "conj" and helped and self._or_else(at):
                return True
            if at.head == at.index or at.pos not in VERBS:
                return False
            at = self._grammar.head(at)
        return False

    def faced(self, verb: Token) -> bool:
        """ "would face arrest if", "told they will be met with force": harm that is held out to somebody."""
        if verb.lemma.lower() not in self._words.promising.facing:
            return False
        reported = verb.dep == "ccomp" or self._whoever(self._grammar.subject(verb))
        modal = any(one.tag == "MD" for one in self._grammar.children[verb.index])
        return reported and modal and (self._conditions.on(verb) or self._whoever(self._grammar.subject(verb)))

    def warned(self, verb: Token) -> bool:
        """ "warned Oria of sanctions should it go on"."""
        return verb.lemma.lower() in self._words.promising.threats and self._conditions.on(verb)

    def _whoever(self, noun: Token | None) -> bool:
        words = self._words.promising.whoever
        return noun is not None and (
            noun.text.lower() in words or any(one.text.lower() in words for one in self._grammar.children[noun.index])
        )

    def _under(self, top: Token, words: frozenset[str]) -> bool:
        if top.dep not in ("ccomp", "xcomp", "acl"):
            return False
        telling = self._grammar.head(top)  # "threatened him, saying they would"
        above = self._grammar.head(telling) if telling.dep == "advcl" and telling.tag == "VBG" else telling
        return bool({telling.lemma.lower(), above.lemma.lower()} & words)

    def _or_else(self, bearer: Token) -> bool:
        """ "Leave, or we will come"."""
        first = self._grammar.head(bearer)
        return (
            bearer.dep == "conj"
            and first.tag == "VB"
            and any(one.dep == "cc" and one.text.lower() == "or" for one in self._grammar.children[first.index])
        )
