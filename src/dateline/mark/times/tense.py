"""The tense around a time expression: whether its sentence looks back or ahead."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.mark.analysis import Analysis, Tense
from dateline.model.marks import Token

_VERBS = frozenset({"VERB", "AUX"})
_REDUCED = frozenset({"acl", "amod", "advcl"})
_CLIMB = 12


class Tenses:
    """Finds the nearest verb that governs a word and says its tense; the cues name helpers and words of planning."""

    def __init__(self, analysis: Analysis, cues: Mapping[str, frozenset[str]]) -> None:
        self._analysis = analysis
        self._helpers = cues["future_helpers"]
        self._plans = cues["plans"]
        self._loose_plans = cues["loose_plans"]
        self._ahead = cues["ahead_of"]
        self._children: dict[int, list[Token]] | None = None

    def at(self, start: int) -> Tense | None:
        """The tense of the nearest verb over the word that begins at ``start``; None where there is none.

        A verb in the present that the time belongs to itself looks ahead: "the ministers meet Monday".
        """
        token = self._analysis.token(start)
        direct = True
        for step in range(_CLIMB):
            if token is None:
                return None
            if token.text in self._ahead:
                return "past" if self._is_over(self._analysis.head(token)) else "future"
            if token.pos in _VERBS and (tense := self._of(token)) is not None:
                return "future" if direct and tense == "present" and token.tag in ("VBZ", "VBP") else tense
            direct = direct and (step == 0 or token.pos == "ADP")
            head = self._analysis.head(token)
            token = None if head is token else head
        return None

    def _of(self, verb: Token) -> Tense | None:
        helpers = [child for child in self._under(verb) if child.dep in ("aux", "auxpass")]
        if any(helper.lemma.lower() in self._helpers or helper.text.lower() in self._helpers for helper in helpers):
            return "future"
        planned = verb.tag == "VBN" and verb.lemma.lower() in self._plans
        if verb.tag == "VBD" or (any(helper.tag == "VBD" for helper in helpers) and not planned):
            return "past"
        if verb.tag == "VB" and any(helper.tag == "TO" for helper in helpers):
            return self._intended(verb)
        if verb.tag == "VBN":
            return self._participle(verb, helpers)
        return None if verb.tag == "VBG" and not helpers else "present"

    def _is_over(self, verb: Token) -> bool:
        """Whether a verb is in the past perfect: "had been due to expire"."""
        return any(child.dep == "aux" and child.lemma == "have" and child.tag == "VBD" for child in self._under(verb))

    def _intended(self, verb: Token) -> Tense | None:
        """An infinitive looks ahead under a word of planning ("plans to meet") and under "is" ("is to resume")."""
        head = self._analysis.head(verb)
        planned = head.lemma.lower() in self._plans or (head.pos == "AUX" and head.tag in ("VBZ", "VBP"))
        return "future" if planned else None

    def _participle(self, verb: Token, helpers: list[Token]) -> Tense | None:
        """ "planned for Monday" looks ahead, "announced Monday", "a record set Monday" and "has met" look back."""
        perfect = any(helper.lemma == "have" for helper in helpers)
        if verb.lemma.lower() in self._plans and not perfect and (helpers or verb.lemma not in self._loose_plans):
            return "future"
        if helpers:
            return "past" if perfect else "present"
        return "past" if verb.dep in _REDUCED else None

    def _under(self, verb: Token) -> list[Token]:
        if self._children is None:
            self._children = {}
            for token in self._analysis.tokens:
                self._children.setdefault(token.head, []).append(token)
        return self._children.get(verb.index, [])
