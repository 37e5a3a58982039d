"""The status of an event that a noun names: from the words beside it and the word it hangs on."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.events.chains import VERBS, Chains
from dateline.extract.events.governing import Governing, lemmas
from dateline.extract.events.status_claims import ClaimStatus
from dateline.extract.events.status_lasting import Lasting
from dateline.extract.events.status_verbs import VerbStatus
from dateline.extract.events.told import Told, settled
from dateline.extract.grammar import Grammar
from dateline.extract.negation import Negating
from dateline.model.marks import Token
from dateline.vocab.status import Shown, StatusWords

_BESIDE = frozenset({"amod", "compound", "advmod", "nmod", "det", "nummod"})
_BEHIND = frozenset({"acl", "amod"})  # "a visit planned for May"
_IMAGINED = frozenset({"hypothetical", "planned", "threatened", "called_for"})
_STEPS = 6


class NounStatus:
    """Reads nouns; what stands above them as a verb is read by ``verbs``."""

    def __init__(
        self, grammar: Grammar, words: StatusWords, *, chains: Chains, claims: ClaimStatus, verbs: VerbStatus
    ) -> None:
        self._grammar, self._words = grammar, words
        self._chains, self._claims, self._verbs = chains, claims, verbs
        self._governing = Governing(grammar)
        self._lasting = Lasting(grammar, words, chains)
        self._negating = Negating(grammar, words.negation)

    def of(self, noun: Token, *, carrier: Token | None = None, harm: bool | None = None) -> Told:
        """The status of what ``noun`` names; ``carrier`` is the light verb that carries it."""
        beside = self._beside(noun)
        above = self._above(noun, carrier=carrier, harm=harm, steps=0)
        told = above
        if (
            beside is not None
            and (above is None or above.status in ("happened", "ongoing"))
            and not (above and above.negated)
        ):
            told = beside
        told = told or Told("happened", why="noun")
        if self._negating.lacking(noun) and not told.negated:
            status = "denied" if told.status in ("happened", "ongoing", "planned") else told.status
            return Told(status, True, f"{told.why}, 'no'")
        return told

    def _beside(self, noun: Token) -> Told | None:
        """ "the planned visit", "a possible strike", "any attack"."""
        for one in self._grammar.children[noun.index]:
            if one.dep not in (_BESIDE if one.index < noun.index else _BEHIND):
                continue
            known = (self._words.modifiers.get(word) for word in self._forms(one))
            shown = next((found for found in known if found is not None), None)
            if shown is not None and shown != "happened":
                return settled(shown, f"'{one.text.lower()}'")
        return Told("ongoing", why="still lasting") if self._lasting.numbered(noun) else None

    def _forms(self, modifier: Token) -> tuple[str, ...]:
        """A modifier as written and its lemma; one with hyphens, which stand apart in the parse, as a whole."""
        first, tokens = modifier, self._grammar.tokens
        while first.index > 1 and self._grammar.hyphened(first):
            first = tokens[first.index - 2]
        last = modifier
        while last.index + 2 < len(tokens) and self._grammar.hyphened(tokens[last.index + 2]):
            last = tokens[last.index + 2]
        whole = "".join(one.text.lower() for one in tokens[first.index : last.index + 1])
        return tuple(dict.fromkeys((whole, modifier.text.lower(), modifier.lemma.lower())))

    def _above(self, noun: Token, *, carrier: Token | None, harm: bool | None, steps: int) -> Told | None:
        at = noun
        while at.dep in ("conj", "appos") and at.head != at.index and self._grammar.head(at).pos not in VERBS:
            at = self._grammar.head(at)
        governor = self._grammar.head(at)
        if governor.index == at.index or steps >= _STEPS:
            return None
        if at.dep in ("compound", "nmod", "amod", "poss"):
            return self._within(at, governor, harm=harm, steps=steps)
        preposition: Token | None = None
        if at.dep in ("pobj", "pcomp"):
            preposition, governor = governor, self._grammar.head(governor)
            fixed = self._governing.fixed(preposition, self._words.prepositions)
            if fixed is not None:
                return settled(fixed, f"'{preposition.text.lower()}'")
            governor = self._reattached(governor, preposition)
        if governor.pos in VERBS:
            return self._under_verb(at, governor, preposition, carrier=carrier, harm=harm)
        return self._under_noun(at, governor, preposition, harm=harm, steps=steps)

    def _reattached(self, governor: Token, preposition: Token) -> Token:
        """The verb of "warned Oria of sanctions", where the parse hangs "of" on the name."""
        verb = self._grammar.head(governor)
        if governor.dep != "dobj" or governor.pos != "PROPN" or verb.pos not in VERBS:
            return governor
        known = any(f"{one} {preposition.text.lower()}" in self._words.over_nouns for one in lemmas(verb))
        return verb if known else governor

    def _within(self, noun: Token, whole: Token, *, harm: bool | None, steps: int) -> Told | None:
        """The "strike" of "a strike threat", the "ceasefire" of "ceasefire talks"."""
        shown = self._governing.shown(whole, self._words.over_nouns)
        if shown is not None and shown != "carried":
            return settled(shown, f"'{whole.lemma}'")
        return None

    def _under_noun(
        self, noun: Token, governor: Token, preposition: Token | None, *, harm: bool | None, steps: int
    ) -> Told | None:
        """ "the threat of a strike", "calls for talks", "a series of attacks", "victims of the attack"."""
        known = self._words.over_nouns
        shown = self._governing.shown(governor, known, preposition)
        if self._lasting.counted(governor, preposition):
            return Told("ongoing", why=f"'{governor.text.lower()} of'")
        if shown is None and preposition is not None:
            shown = self._words.over_verbs.get(f"{governor.lemma.lower()} {preposition.text.lower()}")
        if governor.lemma.lower() in self._words.sharing and preposition is not None and self._disclaimed(governor):
            return Told("denied", why=f"no '{governor.lemma}'")
        if shown == "carried":
            above = self._above(governor, carrier=None, harm=harm, steps=steps + 1)
            beside = self._beside(governor) if above is None or above.status == "happened" else None
            return beside or above  # "a continuing campaign of arrests"
        if shown is None:
            return None
        told = shown == "happened" or governor.lemma.lower() in self._words.claims
        if told and self._claims.doubter(governor) is not None:
            return Told("denied", why=f"'{governor.lemma}' not so")
        return self._shown(noun, governor, shown)

    def _disclaimed(self, share: Token) -> bool:
        """ "played no part in", "denied involvement in", "had nothing to do with"."""
        verb = self._grammar.head(share)
        refused = verb.pos in VERBS and self._governing.shown(verb, self._words.over_nouns) in ("denied", "undone")
        return refused or self._chains.under_not(share)

    def _under_verb(
        self, noun: Token, verb: Token, preposition: Token | None, *, carrier: Token | None, harm: bool | None
    ) -> Told | None:
        subject = noun.dep in ("nsubj", "csubj")
        known = self._words.over_nouns
        shown = self._described(verb) if subject else self._governing.shown(verb, known, preposition)
        if not subject and preposition is None:
            shown = self._verbs.promised(verb, shown, harm=harm)
            if shown in (None, "carried") and noun.dep in ("dobj", "attr"):
                shown = self._claims.topic(verb) or shown
        if harm is not False and self._menaced(noun, verb, shown):
            return Told("threatened", why=f"'{verb.lemma}' on a condition")
        if shown == "planned" and verb.lemma.lower() == "call" and self._lasting.known(noun):
            return None  # "called the inquiry a hoax"
        if shown is not None and shown != "carried":
            return self._shown(noun, verb, shown)
        if preposition is not None and self._lasting.state(noun, verb, preposition):
            return Told("ongoing", why=f"is {preposition.text.lower()} it")
        return self._by_verb(noun, verb, preposition, shown, carried=carrier is not None and verb == carrier, harm=harm)

    def _by_verb(
        self,
        noun: Token,
        verb: Token,
        preposition: Token | None,
        shown: Shown | None,
        *,
        carried: bool,
        harm: bool | None,
    ) -> Told | None:
        """The status of the verb, where what the noun names takes place by it or goes with it."""
        subject = noun.dep in ("nsubj", "csubj")
        told = self._verbs.of(verb, harm=harm)
        other = self._by_phrase(noun, verb, preposition, told)
        if other is not None:
            return other
        if told.status == "ongoing" and preposition is not None and preposition.text.lower() == "in":
            bare = noun.pos == "NOUN" and self._grammar.child(noun, "det", "poss", "amod") is None
            return told if bare else None  # "are camped there in protest"
        if subject and (lasting := self._lasting.under(verb, told, known=self._lasting.known(noun))) is not None:
            return lasting
        occurs = subject or noun.dep in ("nsubjpass", "attr")
        thing = self._grammar.child(verb, "dobj") if subject else None
        occurs = occurs and (thing is None or thing.lemma.lower() == "place")  # "a test would end all hope"
        occurs = occurs and any(word in self._words.occurring for word in lemmas(verb))
        if shown == "carried" or occurs or carried:
            return told
        return self._taken_along(noun, verb, told, harm=harm)

    def _by_phrase(self, noun: Token, verb: Token, preposition: Token | None, told: Told) -> Told | None:
        """ "is finalising the release", "calls are growing for a boycott", "played no part in the attack"."""
        subject = noun.dep in ("nsubj", "csubj")
        if told.status == "ongoing" and not subject and verb.lemma.lower() in self._words.unfinished:
            return Told("planned", why=f"'{verb.lemma}' goes on")
        if preposition is None:
            return None
        share = self._grammar.child(verb, "dobj")
        if share is not None and share.lemma.lower() in self._words.sharing and self._disclaimed(share):
            return Told("denied", why=f"no '{share.lemma}'")
        risen = self._verbs.risen(verb, preposition)
        if risen is not None:
            return settled(risen, f"under '{verb.lemma}'")
        nothing = verb.lemma.lower() == "do" and self._nothing(verb)
        return Told("denied", why="nothing to do with it") if nothing else None

    def _nothing(self, verb: Token) -> bool:
        return any(one.text.lower() == "nothing" for one in (self._grammar.head(verb), *self._before(verb)))

    def _before(self, verb: Token) -> tuple[Token, ...]:
        return self._grammar.tokens[max(verb.index - 3, 0) : verb.index]

    def _menaced(self, noun: Token, verb: Token, shown: Shown | None) -> bool:
        menaces = self._verbs.menaces
        faced = noun.dep in ("dobj", "pobj") and (menaces.faced(verb) or menaces.alternative(verb))
        return faced or (shown == "hypothetical" and menaces.warned(verb))

    def _described(self, verb: Token) -> Shown | None:
        """ "sanctions are possible", "the visit is imminent"."""
        said = self._grammar.child(verb, "acomp", "oprd") if verb.lemma.lower() in self._words.seeming else None
        if verb.lemma.lower() == "be" and not self._chains.negated(verb):
            for one in self._grammar.children[verb.index]:
                inner = self._grammar.child(one, "pobj") if one.dep == "prep" else None
                if inner is not None and inner.lemma.lower() in self._words.nearing:
                    return "planned"  # "is on the calendar", "is in the offing"
        if said is None or self._chains.negated(verb):
            return None
        return self._words.modifiers.get(said.text.lower())

    def _taken_along(self, noun: Token, verb: Token, told: Told, *, harm: bool | None) -> Told | None:
        """What a verb of another event makes of a noun: one that is known already is taken for granted."""
        if self._lasting.known(noun) and (harm or noun.dep != "dobj" or told.status != "planned"):
            return None
        why = f"under '{verb.lemma}': {told.why}"
        if noun.dep in ("nsubj", "csubj") and told.status == "planned":  # "an invasion would push up prices"
            return replace(told, status="hypothetical", why=why)
        if told.negated and noun.dep == "dobj":
            return replace(told, why=why)
        return replace(told, why=why) if told.status in _IMAGINED and not told.negated else None

    def _shown(self, noun: Token, governor: Token, shown: Shown) -> Told:
        """What ``governor`` shows; "nobody was accused of the attack" takes the attack for granted."""
        if shown == "happened" and self._lasting.known(noun):
            return Told("happened", why=f"'{governor.lemma}'")
        return self._verbs.shown(governor, shown)
