"""Nouns that can be a party to an event, and those that stand in the place of one."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.vocab.load import table
from dateline.vocab.roles import roles

_ENDINGS = ("ists", "ians", "men", "women", "ers", "ors", "mates")
_SINGULAR = ("ster", "man", "woman", "ist", "mate")
_SHORT = 7  # letters of a word whose ending tells something, at least
_KINDS = frozenset({"person", "group", "organisation"})


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Nouns by lemma: people and bodies (``who``), things that stand for those who use them (``forces``), what can be
    a target (``sites``), deeds and weapons that stand for their doer (``acts``); and the words around them, all as
    explained in ``parties.toml``.
    """

    who: frozenset[str]
    forces: frozenset[str]
    sites: frozenset[str]
    acts: frozenset[str]
    never: frozenset[str]
    undoing: frozenset[str]
    adjectival: frozenset[str]
    controlling: frozenset[str]
    making: frozenset[str]
    aiming: frozenset[str]
    outcomes: frozenset[str]
    rounds: frozenset[str]
    blaming: frozenset[str]
    small: frozenset[str]
    parts: frozenset[str]
    hazards: frozenset[str]

    @classmethod
    def load(cls) -> PartyWords:
        """The words that ship with Dateline."""
        data = {name: frozenset(words.split()) for name, words in table("events/parties").items()}
        named = {word for word, kind in roles().kinds.items() if kind in _KINDS}
        counted = table("units")["people"]["nouns"].lower().split()
        return cls(
            who=data.pop("who") | (named.union(counted) - data["never"]),
            undoing=data.pop("places") | data.pop("things_done_to"),
            **data,
        )

    def is_who(self, lemma: str, word: str) -> bool:
        """Whether a noun names people or a body; unknown ones by their ending: "snatchers"."""
        small = word.lower()
        if lemma in self.never:
            return False
        if any(
            form in self.who or form.rsplit("-", 1)[-1] in self.who for form in (lemma, small, small.removesuffix("s"))
        ):
            return True
        return len(small) >= _SHORT and small.endswith(_SINGULAR if small == lemma else _ENDINGS)

    def is_doer(self, lemma: str, word: str) -> bool:
        """Whether a noun before a deed says whose it is: "police raid", not "village raid"."""
        return self.is_who(lemma, word) and lemma not in self.undoing and lemma not in self.sites
