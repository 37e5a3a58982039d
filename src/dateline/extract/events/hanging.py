"""How clauses hang on the words above them, also where the parse is loose or wrong."""

from __future__ import annotations

from dateline.extract.events.chains import VERBS
from dateline.extract.events.governing import Governing
from dateline.extract.events.tense import Tense
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.status import StatusWords


class Hanging:
    """Reads the places of clauses."""

    def __init__(self, grammar: Grammar, words: StatusWords) -> None:
        self._grammar = grammar
        self._words = words
        self._governing = Governing(grammar)
        self._tense = Tense(grammar)

    def object(self, top: Token) -> Token:
        """The word an infinitive goes with: "plot" of "foiled a plot to", which parses hang on the verb."""
        governor = self._grammar.head(top)
        thing = self._grammar.child(governor, "dobj") if governor.pos in VERBS else None
        if thing is None or self._governing.shown(thing, self._words.over_verbs) in (None, "carried"):
            return governor
        if self._governing.shown(governor, self._words.over_verbs) in ("called_for", "planned", "threatened"):
            return governor  # "urged the authorities to"
        beside = self._grammar.edges(thing)[1] + 1 == self._grammar.edges(top)[0]
        return thing if beside else governor

    def rising(self, verb: Token) -> Token | None:
        """The subject of a verb by which it is there or grows: "Pressure mounts to", "speculation is rife that"."""
        return self._grammar.child(verb, "nsubj") if verb.lemma.lower() in self._words.rising else None

    def to_be(self, verb: Token) -> bool:
        """ "A conference is to be held"."""
        said = self._grammar.child(verb, "xcomp") if verb.lemma.lower() == "be" else None
        return said is not None and self._grammar.passive(said) and self._tense.of(said) == "infinitive"

    def since(self, verb: Token) -> bool:
        """ "has been held since March": a state that lasts."""
        passive = self._grammar.passive(verb) and verb.lemma.lower() in self._words.kept
        return passive and any(one.text.lower() == "since" for one in self._grammar.children[verb.index])

    def meanwhile(self, word: str, bearer: Token, top: Token) -> bool:
        """ "while the envoys meet", "As the two sides haggle, families wait"."""
        if top.dep != "advcl" or self._tense.of(bearer) != "present":
            return False
        main = self._grammar.head(top)
        return word != "as" or (top.index < main.index and self._tense.of(main) in ("present", "going on"))

    def headline(self, top: Token, governor: Token) -> bool:
        """ "Oria to free 200 prisoners, mediator says"."""
        return top.dep == "ccomp" and top.index < governor.index and self._grammar.child(top, "nsubj") is not None

    def holds(self, noun: Token) -> bool:
        """ "The curfew imposed in Oria is still in force"."""
        verb = self._grammar.head(noun)
        now = noun.dep in ("nsubj", "nsubjpass") and self._tense.of(verb) == "present"
        still = any(one.text.lower() == "still" for one in self._grammar.children[verb.index])
        return now and (still or verb.lemma.lower() == "remain")

    def cut(self, top: Token, governor: Token) -> bool:
        """Whether a semicolon stands between: two sentences that the parse took for one."""
        return any(one.text == ";" for one in self._grammar.tokens[top.index : governor.index])

    def small(self, bearer: Token, governor: Token) -> bool:
        """Whether a participle that looks like a past tense stands in a small clause: "want the officers charged"."""
        bare = bearer.tag in ("VBD", "VBN") and not self._tense.helpers(bearer)
        return bare and governor.lemma.lower() in self._words.small and self._grammar.child(bearer, "mark") is None

    def over(self, bearer: Token) -> bool:
        """Whether the verb that a participle stands under is told in the past."""
        above = next((one for one in self._grammar.ancestors(bearer) if one.pos in ("VERB", "AUX")), None)
        return above is not None and self._tense.of(above) in ("past", "past perfect")
