"""Whether what a cue names was done: said, not said, refused, possible, planned, demanded, denied or asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.grammar import Grammar
from dateline.extract.negation import Negating
from dateline.model.marks import Quote, Token
from dateline.model.records import Commitment
from dateline.vocab.saying import Saying

_DEEPEST = 4  # governors looked through: "is expected to be asked to agree to say"
_BARE = frozenset({"VB", "VBN"})
_WITH_GERUND = frozenset({"refused", "not_said", "denied", "possible"})  # governors that also take "-ing"
_WITH_PREPOSITION = frozenset({"refused", "not_said", "denied"})  # "refrained from saying"
_QUESTION_WORDS = frozenset({"WP", "WP$", "WRB", "WDT"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the words beside a cue say about it."""

    negated: bool = False
    commitment: Commitment = "said"


class Commitments:
    """Reads off the parse around a cue whether it was said; docs/statements.md, "Commitment", defines the values."""

    def __init__(self, grammar: Grammar, saying: Saying, quotes: Sequence[Quote]) -> None:
        """``quotes`` are the report's quotations: a question mark in one is not the report's."""
        self._grammar = grammar
        self._saying = saying
        self._negating = Negating(grammar, saying.negation)
        self._quotes = [quote.span for quote in quotes if quote.depth == 0]

    def of(self, cue: Token) -> Told:
        """Negation and commitment of a cue by its head word: a verb, or a noun or adjective that reports."""
        if cue.pos in ("VERB", "AUX"):
            return self._verb(cue, 0)
        carrier = self._carrier(cue)
        told = self._verb(carrier, 0) if carrier is not None else Told()
        if self._negating.lacking(cue):
            return Told(True, "not_said" if told.commitment == "said" else told.commitment)
        return told

    def _carrier(self, cue: Token) -> Token | None:
        """The verb that carries a reporting noun ("made a statement that") or adjective ("is confident that")."""
        head = self._grammar.head(cue)
        if head.index == cue.index or head.pos not in ("VERB", "AUX"):
            return None
        if cue.dep in ("acomp", "attr"):
            return head
        carried = cue.dep == "dobj" and self._grammar.child(cue, "poss") is None
        return head if carried and head.lemma.lower() in self._saying.hedged.carriers else None

    def _verb(self, cue: Token, depth: int) -> Told:
        bearer = self._bearer(cue)
        negated = self._negating.of(cue) or (bearer.index != cue.index and self._negating.of(bearer))
        found = (
            self._questioned(bearer)
            or self._modal(bearer, cue, negated=negated)
            or self._marked(bearer)
            or self._above(bearer, depth)
        )
        if found is not None:
            return Told(negated, found)
        if negated:
            return Told(negated, "not_said")
        return Told(negated, "demanded" if self._imperative(bearer) else "said")

    def _bearer(self, cue: Token) -> Token:
        """The verb whose auxiliaries count for ``cue``: the first of "may confirm or deny"."""
        while cue.dep == "conj" and cue.tag in _BARE and self._grammar.head(cue).tag == cue.tag:
            if self._grammar.child(cue, "aux", "auxpass", "nsubj", "nsubjpass") is not None:
                break
            cue = self._grammar.head(cue)
        return cue

    # -- what shows a commitment ----------------------------------------------------------------------------------

    def _modal(self, bearer: Token, cue: Token, *, negated: bool) -> Commitment | None:
        modal = next((one for one in self._grammar.children[bearer.index] if one.tag == "MD"), None)
        found = self._saying.modals.get(modal.lemma.lower()) if modal is not None else None
        if modal is None or found is None:
            return None
        word, hedged = modal.lemma.lower(), self._saying.hedged
        if negated:
            if word in self._saying.negation.refusing:
                return "refused"
            return "not_said" if word in self._saying.negation.unable else found
        subject = self._grammar.subject(bearer)
        own = subject is not None and subject.text.lower() in hedged.persons
        if word in hedged.modals and (cue.lemma in hedged.wishing or (own and cue.lemma in hedged.performing)):
            return "said"
        if word == "would" and bearer.dep == "ccomp" and self._grammar.head(bearer).tag in ("VBD", "VBN"):
            return "planned"  # the future of what is told in the past: "said she would announce"
        return found

    def _marked(self, bearer: Token) -> Commitment | None:
        """`if he says`, `whether he had said`."""
        for child in self._grammar.children[bearer.index]:
            if child.dep in ("mark", "advmod") and child.index < bearer.index:
                found = self._saying.marks.get(child.text.lower())
                if found is not None:
                    return "asked" if bearer.dep == "ccomp" else found
        return None

    def _above(self, bearer: Token, depth: int) -> Commitment | None:
        """What the words that govern a cue make of it: `refused to say`, `urged him to say`, `without saying`."""
        governor = self._grammar.head(bearer)
        if governor.index == bearer.index or depth >= _DEEPEST:
            return None
        if bearer.dep == "pcomp":
            return self._behind_preposition(governor)
        tags = {child.tag for child in self._grammar.children[bearer.index] if child.dep == "aux"}
        infinitive, gerund = "TO" in tags, "VBG" in tags or bearer.tag == "VBG"  # "having said" too
        kind = self._kind(governor)
        if not infinitive and not gerund:
            told = bearer.dep == "ccomp" and kind == "denied" and not self._negating.of(governor)
            return "denied" if told else None
        if bearer.dep not in ("xcomp", "ccomp", "acl"):
            return None
        if self._awaited(governor):
            return "not_said"
        if kind is not None and not infinitive and kind not in _WITH_GERUND:
            kind = None
        return self._from(governor, kind, depth)

    def _from(self, governor: Token, kind: Commitment | None, depth: int) -> Commitment | None:
        """``kind`` as the governor's own negation has it; without a kind, the governor's own commitment."""
        verb = governor if governor.pos in ("VERB", "AUX") else self._grammar.head(governor)
        told = self._verb(verb, depth + 1) if verb.pos in ("VERB", "AUX") else Told()
        if kind is not None:
            return self._saying.negated.get(kind, kind) if told.negated else kind
        return told.commitment if told.commitment != "said" else None

    def _behind_preposition(self, preposition: Token) -> Commitment | None:
        words = [preposition, self._grammar.head(preposition), *self._grammar.children[preposition.index]]
        for word in words:
            found = self._saying.prepositions.get(word.text.lower())
            if found is not None:
                return found
        kind = self._kind(self._grammar.head(preposition))
        return kind if kind in _WITH_PREPOSITION else None

    def _kind(self, governor: Token) -> Commitment | None:
        """What a governor makes of the cue below it, by its word ("going") or its lemma."""
        word, known = governor.text.lower(), self._saying.governors
        return None if word in self._saying.hedged.forced else known.get(word) or known.get(governor.lemma.lower())

    def _awaited(self, governor: Token) -> bool:
        return any(
            child.text.lower() in self._saying.negation.awaiting for child in self._grammar.children[governor.index]
        )

    def _questioned(self, bearer: Token) -> Commitment | None:
        """`Did the mayor say ...?`; "why" and the like take it for said."""
        sentence = self._grammar.sentence(bearer)
        words = self._grammar.tokens[sentence.first : sentence.last]
        sign = next((word for word in reversed(words) if word.text == "?"), None)
        if sign is None or sign.index < sentence.last - 3 or sign.index < bearer.index:
            return None
        if any(quote.covers(sign.span) and not quote.covers(bearer.span) for quote in self._quotes):
            return None
        if any(word.tag in _QUESTION_WORDS for word in words[: bearer.index - sentence.first]):
            return None
        return "asked"

    def _imperative(self, bearer: Token) -> bool:
        plain = bearer.tag == "VB" and bearer.dep == "ROOT" and self._grammar.subject(bearer) is None
        lets = bearer.lemma.lower() in self._saying.hedged.letting
        return plain and not lets and self._grammar.child(bearer, "aux") is None
