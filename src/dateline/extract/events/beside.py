"""Where parties stand beside the slots of a frame: the deed that killed, the verb around a noun, a clause that aims."""

from __future__ import annotations

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.clauses import Clauses
from dateline.extract.events.phrases import Phrases
from dateline.extract.events.slots import Slots
from dateline.extract.events.voice import VERBS
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.parties import PartyWords

_THROUGH = frozenset({"in", "by", "during", "from", "with"})
_MANNER = frozenset({"in", "during", "with", "through"})
_OVER = frozenset({"of", "for", "with", "over"})
_ANY = frozenset({"a", "an", "another"})
_WHERE = frozenset({"in", "to", "for", "across"})


class Beside:
    """Gives the heads that stand around a candidate where its slots are empty."""

    def __init__(
        self, grammar: Grammar, slots: Slots, *, clauses: Clauses, phrases: Phrases, words: PartyWords
    ) -> None:
        self._grammar, self._slots = grammar, slots
        self._clauses, self._phrases, self._words = clauses, phrases, words

    def doers(self, candidate: Candidate, type_: str | None) -> list[list[Token]]:
        """Where else its actor may be named, the likeliest first; troops that nobody is said to send go."""
        around = self._rounds(candidate) or self._around(candidate) or self._blamed(candidate)
        sent = self._clauses.sufferers(candidate.head) if type_ == "MOBILIZE" and candidate.head.pos in VERBS else []
        return [self._misread(candidate, "nsubj"), self._means(candidate), around, sent]

    def sufferers(self, candidate: Candidate) -> list[list[Token]]:
        """Where else its recipient may be named, the likeliest first."""
        return [self._misread(candidate, "dobj", "nsubjpass"), self._aimed(candidate), self._struck(candidate)]

    def things(self, candidate: Candidate) -> list[Token]:
        """The objects of a verb that are no parties but may name one: "lifted the blockade of Oria"."""
        things = [] if candidate.head.pos not in VERBS else self._clauses.sufferers(candidate.head)
        return [one for one in things if self._phrases.kinds.of(one) is None]

    def helped(self, candidate: Candidate) -> list[Token]:
        """Where help goes: "$2 million for roads in Oria"."""
        verb = candidate.predicate
        _, last = self._grammar.edges(verb)
        after = self._grammar.tokens[verb.index + 1 : last + 1]
        found = [one for one in after if one.dep == "pobj" and self._phrases.kinds.state(one)]
        return [one for one in found if self._grammar.head(one).text.lower() in _WHERE][:1]

    def _means(self, candidate: Candidate) -> list[Token]:
        """The deed by which somebody suffered: the attack of "killed in an attack by rebels"."""
        verb = candidate.predicate
        if verb.pos != "VERB" or not self._clauses.voice.passive(verb):
            return []
        verbs = (verb, *self._clauses.voice.following(verb))  # "12 were killed and 30 were wounded in an attack"
        children = [child for one in verbs for child in self._grammar.children[one.index]]
        found = [one for one in children if one.dep in ("prep", "agent") and one.text.lower() in _THROUGH]
        nouns = [noun for one in found for noun in self._clauses.objects.governed(one)]
        return [one for one in nouns if self._phrases.kinds.of(one) == "act"]

    def _rounds(self, candidate: Candidate) -> list[Token]:
        """Who begins "a new round of talks" or "a wave of strikes"."""
        noun = self._slots.whole(candidate.head)
        of = self._grammar.head(noun)
        round_ = self._grammar.head(of)
        if candidate.head.pos in VERBS or of.text.lower() != "of" or round_.lemma.lower() not in self._words.rounds:
            return []
        verb = self._grammar.head(round_)
        return self._clauses.doers(verb) if round_.dep in ("dobj", "nsubjpass") and verb.pos == "VERB" else []

    def _around(self, candidate: Candidate) -> list[Token]:
        """Who does the deed of whose doing the noun tells: "killed six in a blast", "hit the camp with rockets"."""
        noun = self._slots.whole(candidate.head)
        preposition = self._grammar.head(noun)
        if candidate.head.pos in VERBS or noun.dep != "pobj" or preposition.text.lower() not in _MANNER:
            return []
        verb, determiner = self._grammar.head(preposition), self._grammar.child(noun, "det", "poss")
        known = determiner is not None and determiner.text.lower() not in _ANY
        if verb.pos != "VERB" or verb.lemma in self._words.outcomes or known:
            return []
        return self._clauses.doers(verb)

    def _blamed(self, candidate: Candidate) -> list[Token]:
        """Who is said to have done it: "charged with the bombing", "blamed rebels for the attack"."""
        noun = self._slots.whole(candidate.head)
        preposition = self._grammar.head(noun)
        verb = self._grammar.head(preposition)
        blaming = verb.pos == "VERB" and verb.lemma.lower() in self._words.blaming
        if candidate.head.pos in VERBS or not blaming or preposition.text.lower() not in _OVER:
            return []
        return self._clauses.sufferers(verb)

    def _aimed(self, candidate: Candidate) -> list[Token]:
        """Whom a clause after it names: "a raid targeting militants", "were sent to fight the rebels"."""
        heads = {candidate.head.index, candidate.predicate.index}
        children = [child for index in sorted(heads) for child in self._grammar.children[index]]
        clauses = [one for one in children if one.dep in ("acl", "advcl", "xcomp") and one.index > candidate.head.index]
        aimed = [one for one in clauses if one.lemma.lower() in self._words.aiming]
        return [token for one in aimed for token in self._clauses.sufferers(one)]

    def _struck(self, candidate: Candidate) -> list[Token]:
        """Whom a deed is told to strike: "air strikes hit the camp", "the blast killed 12"."""
        noun = self._slots.whole(candidate.head)
        verb = self._grammar.head(noun)
        striking = noun.dep == "nsubj" and verb.pos == "VERB" and verb.lemma.lower() in self._words.aiming
        return self._clauses.sufferers(verb) if striking and candidate.head.pos not in VERBS else []

    def _misread(self, candidate: Candidate, *deps: str) -> list[Token]:
        """What a noun has that only verbs have: "Police in Oria arrest two" may be read as a noun with an object."""
        children = self._grammar.children[candidate.head.index]
        return [] if candidate.head.pos in VERBS else [one for one in children if one.dep in deps]
