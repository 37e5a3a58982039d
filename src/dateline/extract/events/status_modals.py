"""What a modal verb makes of an event: to come, possible, asked for, threatened ("said it would strike back")."""

from __future__ import annotations

from dateline.extract.events.chains import Chains
from dateline.extract.events.governing import Governing
from dateline.extract.events.status_conditions import Conditions
from dateline.extract.events.status_threats import Menaces
from dateline.extract.events.tense import Tense
from dateline.extract.events.told import Told
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.status import Shown, StatusWords


class ModalStatus:
    """Reads modal verbs with the words above them and the conditions beside them."""

    def __init__(
        self, grammar: Grammar, words: StatusWords, *, chains: Chains, conditions: Conditions, menaces: Menaces
    ) -> None:
        self._grammar = grammar
        self._words = words
        self._chains = chains
        self._conditions, self._menaces = conditions, menaces
        self._governing = Governing(grammar)
        self._tense = Tense(grammar)

    def of(self, bearer: Token, top: Token, *, harm: bool | None) -> Told | None:
        modal = self._tense.modal(bearer)
        kind = None if modal is None else self._words.modals.get(modal.text.lower())
        if modal is None or kind is None:
            return None
        why = f"modal '{modal.text.lower()}'"
        if kind == "called_for":
            return Told("hypothetical" if self._having(bearer) else "called_for", why=why)
        above = self._kind_above(top)
        if self._unclear(bearer) or above == "hypothetical":
            return Told("hypothetical", why=why)
        if not self._having(bearer) and self._menaces.of(bearer, top, kind, above=above, harm=harm):
            return Told("threatened", why=f"{why} under a threat")
        if self._conditions.on(bearer, top):
            reported = top.dep == "ccomp" and harm is not False
            own = kind != "hypothetical" and not self._having(bearer) and self._menaces.own(bearer)
            menace = own and (harm or reported)
            return Told("threatened" if menace else "hypothetical", why=f"{why} on a condition")
        if kind == "conditional":
            return self._would(bearer, top, why)
        if kind == "planned":
            return Told("planned", why=why)
        over = self._chains.negated(bearer) and modal.text.lower() == "could"
        return Told("happened" if over else "hypothetical", why=why)

    def _having(self, bearer: Token) -> bool:
        return any(one.lemma.lower() == "have" for one in self._tense.helpers(bearer))

    def _would(self, bearer: Token, top: Token, why: str) -> Told:
        """The future of what is told in the past ("said it would withdraw"), else only imagined."""
        reported = top.dep == "ccomp" and self._grammar.head(top).tag in ("VBD", "VBN")
        subject = self._grammar.subject(bearer)
        imagined = subject is not None and any(
            one.dep == "det" and one.text.lower() in self._words.promising.whoever
            for one in self._grammar.children[subject.index]
        )
        if self._agreed(bearer) and not self._having(bearer):
            return Told("planned", why=f"{why} under a plan")
        if self._having(bearer) or not reported or imagined:
            return Told("hypothetical", why=why)
        return Told("planned", why=f"{why} after the past")

    def _agreed(self, bearer: Token) -> bool:
        """ "Under the plan, troops would leave"."""
        return any(
            inner.dep == "pobj" and inner.lemma.lower() in self._words.schemes
            for one in self._grammar.children[bearer.index]
            if one.dep == "prep" and one.text.lower() == "under"
            for inner in self._grammar.children[one.index]
        )

    def _unclear(self, bearer: Token) -> bool:
        return any(
            one.dep == "advmod" and one.text.lower() in self._words.unclear
            for one in self._grammar.children[bearer.index]
        )

    def _kind_above(self, top: Token) -> Shown | None:
        if top.dep not in ("ccomp", "acl", "xcomp") or top.head == top.index:
            return None
        governor = self._grammar.head(top)
        subject = self._grammar.child(governor, "nsubj") if governor.lemma.lower() in self._words.rising else None
        shown = self._governing.shown(governor, self._words.over_verbs)
        if subject is not None and shown in (None, "planned"):
            shown = self._governing.shown(subject, self._words.over_verbs) or shown
        return shown
