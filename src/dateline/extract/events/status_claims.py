"""What the word above a clause with a tense of its own says of it: "denied that", "it was untrue that"."""

from __future__ import annotations

from dateline.extract.events.chains import Chains
from dateline.extract.events.governing import Governing, lemmas
from dateline.extract.events.tense import Tense
from dateline.extract.events.told import Told
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.status import Shown, StatusWords


class ClaimStatus:
    """Reads the words that stand over clauses and claims."""

    def __init__(self, grammar: Grammar, words: StatusWords, chains: Chains) -> None:
        self._grammar = grammar
        self._words = words
        self._chains = chains
        self._governing = Governing(grammar)
        self._tense = Tense(grammar)

    def wanted(self, bearer: Token, top: Token, governor: Token) -> Told | None:
        """ "Release them," she said; "that the minister be dismissed"."""
        if top.dep not in ("ccomp", "csubj"):
            return None
        begun = self._grammar.child(bearer, "mark")
        if begun is None and bearer.tag == "VB" and governor.index > bearer.index and governor.lemma.lower() != "be":
            alone = self._grammar.child(bearer, "nsubj", "nsubjpass", "aux", "auxpass") is None
            return Told("called_for", why="imperative") if alone else None
        if begun is not None and begun.text.lower() == "that" and self._subjunctive(bearer):
            shown = self._governing.shown(governor, self._words.over_verbs)
            lemma = governor.lemma.lower()
            decided = shown == "planned" and lemma != "be" and lemma not in self._words.proposing
            return Told("planned" if decided else "called_for", why="subjunctive")
        return None

    def finite(self, governor: Token, shown: Shown | None, bearer: Token, top: Token) -> Told | None:
        """ "denied that it attacked", "it was untrue that", "the claim that": a clause with a tense of its own."""
        if top.dep not in ("ccomp", "acl", "csubj", "relcl"):
            return None
        governor, shown = self._saying(governor, shown)
        if governor.lemma.lower() in self._words.proposing and self._tense.of(bearer) in ("present", "bare"):
            return Told("called_for", why=f"'{governor.lemma}' that") if self._tense.modal(bearer) is None else None
        if governor.lemma.lower() in self._words.proofs and self._chains.under_not(governor):
            return Told("denied", why=f"no '{governor.lemma}' that")
        if shown == "called_for":
            return Told("called_for", why=f"'{governor.lemma}' that") if self._subjunctive(bearer) else None
        said = self._grammar.head(top).lemma.lower()
        claim = said in self._words.claims or self._words.over_verbs.get(said) == "denied"
        if shown not in ("denied", "hypothetical", "undone") or (top.dep == "relcl" and not claim):
            return None
        if self._chains.under_not(governor) and governor.text.lower() not in self._words.truths:
            return Told("hypothetical", why=f"'{governor.lemma}' negated")
        return Told("denied" if shown == "undone" else shown, why=f"'{governor.lemma}' that")

    def _saying(self, governor: Token, shown: Shown | None) -> tuple[Token, Shown | None]:
        """The word that decides over a clause: "untrue" of "it was untrue that"."""
        if governor.pos == "AUX" or governor.lemma.lower() in ("be", "say"):
            for _ in range(2):  # "it was untrue, he said, that"
                said = self._grammar.child(governor, "acomp", "attr")
                known = None if said is None else self._governing.shown(said, self._words.over_verbs)
                subject = self._grammar.child(governor, "nsubj")
                if said is not None and known is None and said.text.lower() in self._words.truths:
                    known = "denied" if self._chains.negated(governor) else None
                    governor = said if known is not None else governor
                if said is not None and known is not None:
                    return said, known
                if subject is not None and self._governing.shown(subject, self._words.over_verbs) == "called_for":
                    return subject, "called_for"
                if governor.dep != "parataxis":
                    break
                governor = self._grammar.head(governor)
        doubter = self.doubter(governor)
        if doubter is not None and shown in (None, "happened", "hypothetical"):
            return doubter, "denied"
        return governor, shown

    def doubter(self, telling: Token) -> Token | None:
        """The word by which a claim is not so: "rejected" of "rejected claims", "false" of "the claims are false"."""
        above = self._grammar.head(telling)
        if telling.pos == "VERB":  # "rejects claims", read as two verbs
            above = self._grammar.tokens[max(telling.index - 1, 0)]
            known = (
                self._words.over_nouns.get(above.lemma.lower()) if telling.tag == "VBZ" and above.tag == "VBZ" else None
            )
            return above if known in ("denied", "undone") else None
        said = self._grammar.child(above, "oprd", "acomp", "attr", "ccomp", "xcomp")
        seen = self._grammar.child(above, "prep")
        if seen is not None and seen.text.lower() == "as":
            said = said or self._grammar.child(seen, "pobj", "amod", "acomp")
        if any(one is not None and self._words.over_verbs.get(one.text.lower()) == "denied" for one in (said, above)):
            return said or above  # "called the reports baseless", "the reports are false"
        if telling.dep == "pobj" and above.text.lower() == "as":  # "dismissed as untrue reports that"
            found = (self._words.over_nouns.get(word) for word in lemmas(self._grammar.head(above)))
            return above if any(one in ("denied", "undone") for one in found) else None
        if telling.dep in ("dobj", "nsubjpass"):
            apart = [one.text.lower() for one in self._grammar.children[above.index] if one.dep in ("prt", "advmod")]
            forms = [*lemmas(above), *(f"{word} {one}" for word in lemmas(above) for one in apart)]
            found = (self._words.over_nouns.get(word) for word in forms)
            return above if any(one in ("denied", "undone") for one in found) else None
        return None

    def _subjunctive(self, bearer: Token) -> bool:
        """ "that the government pull back its guns"."""
        subject = self._grammar.subject(bearer)
        plain = bearer.tag in ("VB", "VBP") and not self._tense.helpers(bearer)
        be = any(one.text.lower() == "be" for one in self._tense.helpers(bearer)) or bearer.text.lower() == "be"
        return be or (plain and (bearer.tag == "VB" or (subject is not None and subject.tag in ("NN", "NNP"))))

    def topic(self, verb: Token) -> Shown | None:
        """What the subject of a verb that only lists shows: "the demands include dissolving parliament"."""
        subject = self._grammar.child(verb, "nsubj") if verb.lemma.lower() in self._words.listing else None
        return None if subject is None else self._governing.shown(subject, self._words.over_verbs)

    def with_preposition(self, governor: Token) -> Shown | None:
        """ "called on the police to investigate"."""
        found = (
            self._words.over_verbs.get(f"{governor.lemma.lower()} {one.text.lower()}")
            for one in self._grammar.children[governor.index]
            if one.dep == "prep"
        )
        return next((one for one in found if one is not None), None)
