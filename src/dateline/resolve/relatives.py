"""Whom a "who" or "which" means: the noun that its clause is about."""

from __future__ import annotations

from dateline.model.marks import Token
from dateline.resolve.cast import Figure, Stage
from dateline.resolve.nominals import Nominals
from dateline.resolve.setting import Setting
from dateline.resolve.traits import Traits

WORDS = frozenset({"who", "whom", "which", "that"})
_CLIMB = 4  # steps from a relative pronoun to the clause it opens, at most
_TAGS = frozenset({"WP", "WDT"})


class Relatives:
    """Finds what a relative pronoun stands for."""

    def __init__(self, setting: Setting, stage: Stage, *, traits: Traits, nominals: Nominals) -> None:
        self._setting, self._stage, self._traits, self._nominals = setting, stage, traits, nominals

    def figure(self, token: Token) -> Figure | None:
        """The figure of the noun that the clause hangs on; where the parse shows none, of what stands right before."""
        noun = self._noun(token) or self._before(token)
        if noun is None:
            return None
        known = self._stage.at(noun.index) or self._traits.heads.get(noun.index)
        reference = self._setting.references.get(noun.index)
        if known is None and reference is not None:
            found = self._nominals.resolve(reference, noun)
            return found[0] if found else None
        return known

    @staticmethod
    def is_one(token: Token) -> bool:
        """Whether a word can be a relative pronoun."""
        return token.tag in _TAGS and token.text.lower() in WORDS

    def _noun(self, token: Token) -> Token | None:
        up: Token | None = token
        for _ in range(_CLIMB):
            if up is not None and up.dep != "relcl":
                up = self._setting.governor(up)
        return self._setting.governor(up) if up is not None and up.dep == "relcl" else None

    def _before(self, token: Token) -> Token | None:
        """The word before a "who" and its comma, in the same sentence."""
        first = self._setting.around(token).first
        number = token.index - 1
        if number > first and self._setting.tokens[number].text == ",":
            number -= 1
        return self._setting.tokens[number] if number >= first else None
