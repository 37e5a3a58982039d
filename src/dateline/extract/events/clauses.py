"""Who does and who suffers in a clause, also where that is only understood: passives, relatives, conjuncts, control."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.events.objects import Objects, verb_above
from dateline.extract.events.voice import VERBS, Voice
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token

_RULED = frozenset({"of", "for", "from", "with", "into", "against"})  # "accused X of killing": X kills
_ON = ("on", "upon", "for", "to")  # "called on X to leave"
_CLIMB = 8


@dataclass(frozen=True, slots=True)
class _Above:
    """A verb whose subject is the one that is sought."""

    verb: Token


class Clauses:
    """The clauses of one report. ``controlling`` are verbs whose object does what the infinitive after it says."""

    def __init__(self, grammar: Grammar, *, controlling: frozenset[str] = frozenset()) -> None:
        self._grammar, self._controlling = grammar, controlling
        self.voice = Voice(grammar)
        self.objects = Objects(grammar, self.voice)

    def doers(self, verb: Token) -> list[Token]:
        """The heads of who does it; none for a passive without an agent."""
        return self.objects.agents(verb) if self.voice.passive(verb) else _some(self.subject(verb))

    def sufferers(self, verb: Token) -> list[Token]:
        """The heads of what it is done to."""
        return _some(self.subject(verb)) if self.voice.passive(verb) else self.objects.of(verb)

    def subject(self, verb: Token) -> Token | None:
        """The grammatical subject of a verb, its own or the one it is understood with."""
        at = verb
        for _ in range(_CLIMB):
            own = self.voice.subject(at)
            if own is not None:
                return self.voice.antecedent(own, at)
            found = self._understood(at)
            if not isinstance(found, _Above):
                return found
            at = found.verb
        return None

    def _understood(self, verb: Token) -> _Above | Token | None:
        """Where the subject of a verb without one is to be sought: at a verb above, or the very noun."""
        head = self._grammar.head(verb)
        match verb.dep:
            case "acl":
                return self._of_noun(verb, head)
            case "relcl":
                return head
            case "conj" | "aux" | "auxpass":
                return _above(head)
            case "xcomp":
                return self._controlled(head)
            case "advcl":
                return self._beside(verb, head)
            case "pcomp":
                return self._after_preposition(head)
            case "ccomp" if self.voice.bare(verb):
                return self._controlled(head)
        return None

    def _of_noun(self, verb: Token, noun: Token) -> _Above | Token | None:
        """ "Troops fighting", "men arrested" are the subject; of "a plan to attack" it is who has the plan."""
        if not self.voice.infinitive(verb):
            loose = verb.tag == "VBG" and noun.pos == "PROPN" and noun.dep in ("pobj", "appos")
            carrier = verb_above(self._grammar, noun) if loose else None
            return noun if carrier is None else _above(carrier)  # "exploded in Oria killing 12"
        owner = self._grammar.child(noun, "poss")
        if owner is not None:
            return owner
        if noun.dep in ("dobj", "attr", "nsubjpass"):
            return _above(self._grammar.head(noun))
        return noun if noun.dep == "nsubj" else None

    def _controlled(self, head: Token) -> _Above | Token | None:
        """ "Urged X to leave": X; "promised X to leave", "was seen to leave": the subject."""
        if head.pos not in VERBS:
            return _above(self._grammar.head(head))
        lemma = head.lemma.lower()
        if lemma in self._controlling and not self.voice.passive(head):
            plain = [] if lemma == "call" else self.objects.of(head)  # "called X to discuss it": the caller discusses
            objects = plain or self.objects.after(head, *_ON)
            if objects:
                return objects[0]
        return _above(head)

    def _beside(self, verb: Token, head: Token) -> _Above | Token | None:
        """ "..., killing 12": who does what the main clause says; by whom it is done, in the passive."""
        if head.pos not in VERBS:
            return None
        trailing = verb.tag == "VBG" and verb.index > head.index and self._grammar.child(verb, "mark", "prep") is None
        if trailing and self.voice.passive(head):
            return next(iter(self.objects.agents(head)), None)
        return _above(head)

    def _after_preposition(self, preposition: Token) -> _Above | Token | None:
        """ "Accused X of killing", "X apologised for killing", "X's role in killing"."""
        head = self._grammar.head(preposition)
        if head.pos in ("NOUN", "PROPN"):
            carrier, owner = self._grammar.head(head), self._grammar.child(head, "poss")
            if head.dep == "dobj" and preposition.text.lower() in _RULED and carrier.lemma in self._controlling:
                return head
            return _above(carrier) if owner is None and head.dep == "dobj" else owner
        if head.pos == "ADJ":
            return self._of_adjective(head)
        if head.pos not in VERBS:
            return None
        objects = [] if self.voice.passive(head) else self.objects.of(head)
        return objects[0] if objects and preposition.text.lower() in _RULED else _above(head)

    def _of_adjective(self, adjective: Token) -> _Above | Token | None:
        """ "Found X guilty of killing", "X was found guilty of killing", "a man guilty of killing"."""
        own, head = self.voice.subject(adjective), self._grammar.head(adjective)
        if own is not None or head.pos not in VERBS:
            return own if own is not None else head if head.pos in ("NOUN", "PROPN") else None
        objects = [] if self.voice.passive(head) else self.objects.of(head)
        return objects[0] if objects else _above(head)


def _above(verb: Token) -> _Above | None:
    return _Above(verb) if verb.pos in VERBS else None


def _some(token: Token | None) -> list[Token]:
    return [] if token is None else [token]
