"""When a verb lies by its own form: past, perfect, going on, plain present, to come."""

from __future__ import annotations

from typing import Literal

from dateline.extract.grammar import Grammar
from dateline.model.marks import Token

Form = Literal[
    "past", "past perfect", "perfect", "going on", "was going on", "present", "infinitive", "bare", "participle"
]

_HELPERS = ("aux", "auxpass")


class Tense:
    """Reads the form of verbs off their tags and helping verbs."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def of(self, verb: Token) -> Form:
        """The form of ``verb`` with its helpers; a modal is left to whoever asks."""
        helpers = self.helpers(verb)
        if any(one.tag == "TO" for one in helpers):
            return "infinitive"
        if any(one.text.lower() == "having" for one in helpers):
            return "participle"
        having = next((one for one in helpers if one.lemma.lower() in ("have", "'ve", "ve")), None)
        if having is not None:
            been = verb.tag == "VBG"
            if having.tag == "VBD" or having.text.lower() in ("had", "'d"):
                return "past perfect"
            return "going on" if been and having.tag != "VBG" else "perfect"
        first = helpers[0] if helpers else verb
        past = any(one.tag == "VBD" for one in (first,)) or first.text.lower() in ("was", "were", "did")
        if helpers and verb.tag == "VBG":
            return "was going on" if past else "going on"
        if any(one.tag == "VBG" for one in helpers):  # "is being built"
            return "was going on" if past else "going on"
        if past:
            return "past"
        if first.tag in ("VBZ", "VBP"):
            return "present"
        if verb.tag in ("VBN", "VBG"):
            return "participle"
        alone = not helpers and self._grammar.child(verb, "nsubj") is not None
        return "present" if alone and verb.dep == "ROOT" else "bare"  # "Gunmen kill a driver", read as an infinitive

    def helpers(self, verb: Token) -> list[Token]:
        """Its helping verbs, in order."""
        return [one for one in self._grammar.children[verb.index] if one.dep in _HELPERS]

    def modal(self, verb: Token) -> Token | None:
        """Its modal verb."""
        return next((one for one in self.helpers(verb) if one.tag == "MD"), None)

    def past(self, verb: Token) -> bool:
        """Whether the form says that it is over or was: such a verb cannot lie after the report."""
        return self.modal(verb) is None and self.of(verb) in ("past", "past perfect", "perfect", "was going on")
