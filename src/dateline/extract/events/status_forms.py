"""What a verb's own form and the word that begins its clause say: "is shelling", "if they shell", "Did they shell?"."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.events.hanging import Hanging
from dateline.extract.events.status_conditions import Conditions
from dateline.extract.events.tense import Tense
from dateline.extract.events.told import Told
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.model.records import Status
from dateline.vocab.status import StatusWords

_QUESTION_WORDS = frozenset({"WP", "WP$", "WRB", "WDT"})


class FormStatus:
    """Reads forms and marks of clauses.

    ``plain`` gives the status of a plain present, ``ahead`` tells whether a verb lies in the future.
    """

    def __init__(
        self,
        grammar: Grammar,
        words: StatusWords,
        *,
        conditions: Conditions,
        plain: Callable[[Token, bool], Status],
        ahead: Callable[[Token], bool],
    ) -> None:
        self._grammar, self._words = grammar, words
        self._conditions = conditions
        self._plain, self._ahead = plain, ahead
        self._hanging = Hanging(grammar, words)
        self._tense = Tense(grammar)

    def questioned(self, bearer: Token) -> Told | None:
        """ "Did they attack?"; "why did they attack?" takes it for granted."""
        sentence = self._grammar.sentence(bearer)
        words = self._grammar.tokens[sentence.first : sentence.last]
        sign = next((word for word in reversed(words[-3:]) if word.text == "?"), None)
        if sign is None or any(word.tag in _QUESTION_WORDS for word in words[: bearer.index - sentence.first]):
            return None
        return Told("hypothetical", why="question")

    def marked(self, bearer: Token, top: Token) -> Told | None:
        """ "if they attack", "whether it was attacked", "until they leave"."""
        for one in (*self._grammar.children[bearer.index], *self._grammar.children[top.index]):
            if one.dep not in ("mark", "advmod") or one.index > bearer.index:
                continue
            word = one.text.lower()
            if word in self._words.conditions:
                return Told("hypothetical", why=f"'{word}'")
            later = word in self._words.until_then and self._tense.of(bearer) == "present" and top.dep == "advcl"
            if later and self._ahead(self._grammar.head(top)):
                return Told("planned", why=f"'{word}' with the present")
            if word in self._words.meanwhile and self._hanging.meanwhile(word, bearer, top):
                return Told("ongoing", why=f"'{word}' with the present")
        turned = self._conditions.turned(bearer) or self._conditions.opening(bearer)
        return Told("hypothetical", why="inversion") if turned else None  # "Had they fired, ..."

    def formed(self, bearer: Token, telling: bool) -> Told:
        form = self._tense.of(bearer)
        if self._hanging.to_be(bearer):
            return Told("planned", why="is to be")
        match form:
            case "perfect" if self._hanging.since(bearer):
                return Told("ongoing", why="since then")
            case "past" | "past perfect" | "perfect":
                return Told("happened", why=form)
            case "going on":
                return Told("ongoing", why="present progressive")
            case "was going on":
                return Told("ongoing", why="past progressive")
            case "present":
                return Told(self._plain(bearer, telling), why="present")
            case "infinitive":
                return Told("planned", why="infinitive")
            case "participle" if bearer.tag == "VBG" and bearer.dep in ("ROOT", "acl"):
                return Told("happened" if telling or self._hanging.over(bearer) else "ongoing", why="participle")
            case "bare" if (
                bearer.tag == "VB" and self._grammar.subject(bearer) is None and bearer.dep in ("ROOT", "ccomp")
            ):
                return Told("called_for", why="imperative")
        return Told("happened", why=form)
