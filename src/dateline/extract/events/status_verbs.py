"""The status of an event that a verb names: from its form, its negation, and the words above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.extract.events.chains import VERBS, Chains
from dateline.extract.events.governing import Governing, lemmas
from dateline.extract.events.hanging import Hanging
from dateline.extract.events.status_claims import ClaimStatus
from dateline.extract.events.status_conditions import Conditions
from dateline.extract.events.status_forms import FormStatus
from dateline.extract.events.status_modals import ModalStatus
from dateline.extract.events.status_threats import Menaces
from dateline.extract.events.tense import Tense
from dateline.extract.events.told import Told, settled
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.model.records import Status
from dateline.vocab.status import Shown, StatusWords

_DEEPEST = 5  # governors looked through: "is expected to be forced to begin to withdraw"
_BELOW = frozenset({"xcomp", "ccomp", "acl", "advcl", "dobj", "oprd", "acomp", "pcomp", "csubj", "prep", "dep"})


class VerbStatus:
    """Reads verbs. ``plain`` gives the status of a plain present.

    ``harm`` says whether the event does harm, None that it is not known: "vowed to strike" threatens.
    """

    def __init__(
        self,
        grammar: Grammar,
        words: StatusWords,
        *,
        chains: Chains,
        claims: ClaimStatus,
        plain: Callable[[Token, bool], Status],
    ) -> None:
        self._grammar, self._words = grammar, words
        self._chains, self._claims = chains, claims
        self._conditions = Conditions(grammar, words)
        self.menaces = Menaces(grammar, words, self._conditions)
        self._modals = ModalStatus(grammar, words, chains=chains, conditions=self._conditions, menaces=self.menaces)
        self._hanging = Hanging(grammar, words)
        self._forms = FormStatus(grammar, words, conditions=self._conditions, plain=plain, ahead=self._ahead)
        self._governing = Governing(grammar)
        self._tense = Tense(grammar)

    def of(self, verb: Token, *, harm: bool | None = None, telling: bool = False, depth: int = 0) -> Told:
        """The status of what ``verb`` names."""
        bearer, top = self._chains.bearer(verb), self._chains.top(verb)
        negated = self._chains.negated(verb, bearer)
        found = (
            self._forms.questioned(bearer)
            or self._forms.marked(bearer, top)
            or self._modals.of(bearer, top, harm=harm)
            or (Told("threatened", why="or else") if harm is not False and self.menaces.alternative(bearer) else None)
            or self._above(bearer, top, harm=harm, telling=telling, depth=depth)
            or self._forms.formed(bearer, telling)
        )
        return self._with_negation(found) if negated else found

    def _with_negation(self, told: Told) -> Told:
        status: Status = "denied" if told.status in ("happened", "ongoing", "planned", "historical") else told.status
        return replace(told, status=status, negated=not told.negated, why=f"{told.why}, negated")

    def _ahead(self, verb: Token) -> bool:
        return verb.pos in VERBS and self.of(verb, depth=_DEEPEST).status not in ("happened", "historical", "ongoing")

    def _above(self, bearer: Token, top: Token, *, harm: bool | None, telling: bool, depth: int) -> Told | None:
        form = self._tense.of(bearer)
        if top.head == top.index or depth >= _DEEPEST:
            return None
        said = self._grammar.head(top).lemma.lower()
        claim = said in self._words.claims or self._words.over_verbs.get(said) == "denied"  # "a lie that"
        if top.dep not in _BELOW and not (top.dep == "relcl" and (claim or form == "infinitive")):
            return None
        governor = self._hanging.object(top) if form == "infinitive" else self._grammar.head(top)
        wanted = self._claims.wanted(bearer, top, governor)
        if wanted is not None:
            return wanted
        if governor.pos == "ADP" or top.dep == "pcomp":
            return self._behind(governor, harm=harm, depth=depth)
        if form == "infinitive" and self._hanging.headline(top, governor):
            return Told("planned", why="headline")
        return self._under(governor, bearer, top, harm=harm, telling=telling, depth=depth)

    def _under(
        self, governor: Token, bearer: Token, top: Token, *, harm: bool | None, telling: bool, depth: int
    ) -> Told | None:
        """What ``governor`` makes of the clause of ``bearer``, as the clause has a tense of its own or none."""
        form = self._tense.of(bearer)
        shown = self._governing.shown(governor, self._words.over_verbs)
        finite = form in ("past", "past perfect", "perfect", "going on", "was going on", "present")
        having = form == "infinitive" and any(one.lemma.lower() == "have" for one in self._tense.helpers(bearer))
        if top.index < governor.index and self._hanging.cut(top, governor):
            return None
        if finite and not having and not self._hanging.small(bearer, governor):
            return self._claims.finite(governor, shown, bearer, top)
        if having:
            return Told("happened", why="perfect infinitive") if shown not in ("denied", "threatened") else None
        if top.dep == "acl" and form == "participle":
            return Told("ongoing", why="still holds") if self._hanging.holds(governor) else None
        if top.dep == "advcl" and form == "participle":
            return self._beside(governor, bearer, harm=harm, depth=depth)
        if form == "infinitive" and shown in (None, "happened") and bearer.tag == "VBG":
            return Told("ongoing", why="progressive infinitive")  # "claims to be holding"
        aimed = form == "infinitive" and governor.pos in VERBS and top.dep in ("advcl", "xcomp")
        if telling and aimed and shown is None:
            return self._spoken(governor, depth=depth)
        return self._over_bare(governor, shown, top, harm=harm, depth=depth, infinitive=form != "participle")

    def risen(self, verb: Token, preposition: Token | None) -> Shown | None:
        """ "Calls are growing for a boycott"."""
        subject = self._hanging.rising(verb) if preposition is not None else None
        if subject is None:
            return None
        shown = self._governing.shown(subject, self._words.over_nouns, preposition)
        return shown if shown != "carried" else None

    def _spoken(self, governor: Token, *, depth: int) -> Told:
        """ "telephoned to thank", "rallied to demand": what is said is said with the deed."""
        told = self.of(governor, depth=depth + 1)
        return replace(told, negated=False, why=f"said by '{governor.lemma}': {told.why}")

    def _over_bare(
        self, governor: Token, shown: Shown | None, top: Token, *, harm: bool | None, depth: int, infinitive: bool
    ) -> Told | None:
        """ "threatened to attack", "the threat to attack", "denied attacking": the word above decides."""
        shown = self.promised(governor, shown, harm=harm)
        if shown == "called_for" and top.dep == "xcomp" and governor.lemma.lower() in self._words.wishes:
            own = self._grammar.child(top, "nsubj", "nsubjpass") is not None
            shown = shown if own else "planned"  # "wants to send" as against "wants them sent"
        if shown is None or shown == "carried":
            shown = self._claims.with_preposition(governor) or self._claims.topic(governor) or shown
        if shown in (None, "carried") and (subject := self._hanging.rising(governor)) is not None:
            shown = self._governing.shown(subject, self._words.over_verbs) or shown
        if infinitive and self._chains.awaited(governor):
            return Told("denied", True, "yet to")
        if governor.lemma.lower() in self._words.obliging and infinitive and governor.pos in VERBS:
            return self._obliged(governor, depth=depth)
        if shown is not None and shown != "carried":
            if shown == "hypothetical" and self._asked(governor):
                return Told("called_for", why=f"modal over '{governor.lemma}'")
            return self._conditioned(self._dropped(governor, self.shown(governor, shown, depth=depth)), governor, top)
        if governor.lemma.lower() in self._words.spending and self._tense.of(governor) in ("perfect", "present"):
            return Told("ongoing", why=f"'{governor.lemma}' till now")
        if governor.pos in VERBS:
            if shown is None and infinitive and top.dep != "ccomp":
                return self._purpose(governor, top, depth=depth)
            return self.of(governor, harm=harm, depth=depth + 1)
        return Told("planned", why=f"infinitive after '{governor.lemma}'") if infinitive else None

    def _asked(self, governor: Token) -> bool:
        """ "should be allowed to"."""
        modal = self._tense.modal(governor) if governor.pos in VERBS else None
        return modal is not None and self._words.modals.get(modal.text.lower()) == "called_for"

    def _conditioned(self, told: Told, governor: Token, top: Token) -> Told:
        """ "ready to talk if the shelling stops"."""
        given = self._conditions.on(governor, self._grammar.head(governor), top)
        if told.status == "planned" and not told.negated and given:
            return replace(told, status="hypothetical", why=f"{told.why} on a condition")
        return told

    def _dropped(self, noun: Token, told: Told) -> Told:
        """ "abandoned plans to march"."""
        verb = self._grammar.head(noun)
        if told.status != "planned" or told.negated or noun.dep not in ("dobj", "nsubjpass") or verb.pos not in VERBS:
            return told
        shown = self._governing.shown(verb, self._words.over_nouns)
        if shown == "hypothetical" or any(word in self._words.uncovering for word in lemmas(verb)):
            return Told("hypothetical", why=f"'{verb.lemma}' {told.why}")  # "a plan to bomb it was uncovered"
        if shown not in ("undone", "denied", "ending"):
            return told
        return Told("denied", True, f"'{verb.lemma}' {told.why}")

    def promised(self, governor: Token, shown: Shown | None, *, harm: bool | None) -> Shown | None:
        """What a word of promise makes of an act that does harm, or does none."""
        words, lemma = self._words.promising, governor.lemma.lower()
        if lemma in words.threats and lemma not in ("threaten", "threat", "ultimatum") and governor.pos in VERBS:
            threat = harm is not False if shown == "threatened" else harm
            return "threatened" if threat else "planned" if shown == "threatened" else shown
        return "threatened" if harm and lemma in words.promises else shown

    def _obliged(self, governor: Token, *, depth: int) -> Told:
        """ "had to leave" happened, "has to leave" is called for."""
        told = self.of(governor, depth=depth + 1)
        return replace(told, status="called_for", why="obligation") if told.status == "ongoing" else told

    def _purpose(self, governor: Token, top: Token, *, depth: int) -> Told:
        told = self.of(governor, depth=depth + 1)
        if told.status == "hypothetical":
            return told
        return Told("planned", why=f"infinitive under '{governor.lemma}'")

    def shown(self, governor: Token, shown: Shown, *, why: str = "", depth: int = 0) -> Told:
        """What ``governor``, which shows ``shown``, makes of an event below it, its own negation counted in."""
        why = why or f"'{governor.lemma}'"
        if self._chains.under_not(governor):
            known = self._words.negated.get(shown, shown)
            told = settled(known, f"{why} negated")
            return replace(told, negated=True) if known == "denied" else told
        if shown in ("undone", "ending"):
            return self._undoing(governor, shown, why, depth=depth)
        return settled(shown, why)

    def _undoing(self, governor: Token, shown: Shown, why: str, *, depth: int) -> Told:
        """What "prevent" or "stop" makes of an event: as the two have been done, or are yet to be."""
        done = (
            self.of(governor, depth=depth + 1).status in ("happened", "historical") if governor.pos in VERBS else True
        )
        if shown == "undone":
            return settled("undone" if done else "hypothetical", why)
        return settled("happened" if done and governor.pos in VERBS else "ending", why)

    def _beside(self, governor: Token, bearer: Token, *, harm: bool | None, depth: int) -> Told | None:
        """ "..., killing 12": as the main clause."""
        if governor.pos not in VERBS:
            return None
        told = self.of(governor, harm=harm, depth=depth + 1)
        if told.status in ("planned", "hypothetical", "threatened", "called_for") and not told.negated:
            return (
                replace(told, why=f"beside '{governor.lemma}': {told.why}") if bearer.index > governor.index else None
            )
        return None

    def _behind(self, preposition: Token, *, harm: bool | None, depth: int) -> Told | None:
        """A gerund behind a preposition: "accused of attacking", "without attacking", "by attacking"."""
        governor, word = self._grammar.head(preposition), preposition.text.lower()
        fixed = self._governing.fixed(preposition, self._words.prepositions)
        shown = fixed or self._governing.shown(governor, self._words.over_verbs, preposition)
        shown = self.promised(governor, shown, harm=harm)
        if shown is not None and shown != "carried":
            return self.shown(governor, shown, depth=depth)
        if governor.pos in VERBS and (shown == "carried" or word in ("by", "in", "through", "into", "before", "while")):
            return replace(self.of(governor, harm=harm, depth=depth + 1), negated=False)
        return Told("happened", why=f"behind '{word}'")
