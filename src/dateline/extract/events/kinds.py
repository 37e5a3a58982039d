"""What a word stands for as a party: people and bodies, forces, targets, places, deeds."""

from __future__ import annotations

from typing import Literal

from dateline.extract.grammar import Grammar
from dateline.model.marks import Amount, Labelled, Marks, Name, Reference, Time, Token, Toponym
from dateline.vocab.parties import PartyWords

Kind = Literal["who", "force", "site", "place", "act", "count"]

_LABELS: dict[str, Kind] = {"PERSON": "who", "ORG": "who", "NORP": "who", "GPE": "place", "LOC": "place", "FAC": "site"}
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself", "oneself"})
_RELATIVE = frozenset({"who", "whom", "whose"})
_COUNTING = frozenset({"others", "dozens", "hundreds", "thousands", "those", "many", "several"})
_ROUND = frozenset({"dozen", "hundred", "thousand"})
_ANYBODY = frozenset({"someone", "somebody", "everyone", "anyone", "nobody"})
_BODIES = frozenset({"person", "organisation", "group"})


class Kinds:
    """The kinds of one report's words."""

    def __init__(self, marks: Marks, grammar: Grammar, *, words: PartyWords) -> None:
        self._grammar, self._words = grammar, words
        self._names = {one.index: name for name in marks.every(Name) for one in grammar.between(name.span)}
        self._labels = {one.index: mark.label for mark in marks.every(Labelled) for one in grammar.between(mark.span)}
        self._toponyms = {one.index for mark in marks.every(Toponym) for one in grammar.between(mark.span)}
        self._pointing = {one.span.start for one in marks.every(Reference)}
        self._times = {one.index for time in marks.every(Time) for one in grammar.between(time.span)}
        self._values = set(self._times)
        self._persons: set[int] = set()
        for amount in marks.every(Amount):
            people = (amount.quantity.unit or "").startswith("person")
            numbers = {one.index for one in grammar.between(amount.span)}
            things = grammar.between(amount.counted) if amount.counted is not None else ()
            (self._persons if people else self._values).update(
                numbers if people else numbers - {one.index for one in things}
            )

    def name(self, token: Token) -> Name | None:
        """The name that a word is part of."""
        return self._names.get(token.index)

    def label(self, token: Token) -> str | None:
        """What the linguistic model takes a word for."""
        return self._labels.get(token.index)

    def timed(self, token: Token) -> bool:
        """Whether a word is part of a time."""
        return token.index in self._times

    def of(self, token: Token) -> Kind | None:
        """What a head word stands for; None for what can be no party: "the move", "Friday", "it" that means nothing."""
        small = token.text.lower()
        if token.tag in ("PRP", "PRP$"):
            return "who" if token.span.start in self._pointing and small not in _SELVES else None
        if token.tag in ("WP", "WDT", "WP$"):
            return "who" if small in _RELATIVE else None
        if self._blind(token):
            return None
        name = self._names.get(token.index)
        if name is not None:
            return "who" if name.kind in _BODIES else "site" if name.kind == "installation" else "place"
        inner = self.gathered(token)
        if inner is not None:
            return self.of(inner)
        return self._count(token) if token.pos in ("NUM", "DET", "ADJ", "PRON") else self._noun(token)

    def state(self, token: Token) -> bool:
        """Whether a word names a country, or a place that stands for the government in it."""
        name = self._names.get(token.index)
        return name is not None and (name.kind == "country" or name.use == "metonymic")

    def acting(self, token: Token) -> bool:
        """Whether a place can do something: a country, or one that stands for those in it."""
        name = self._names.get(token.index)
        return name is None or name.kind == "country" or name.use != "literal"

    def gathered(self, token: Token) -> Token | None:
        """The noun after "of" in "dozens of protesters", "two of the soldiers"."""
        if token.text.lower() not in self._words.parts and token.pos != "NUM":
            return None
        of = next((one for one in self._grammar.children[token.index] if one.text.lower() == "of"), None)
        return None if of is None else self._grammar.child(of, "pobj")

    def _count(self, token: Token) -> Kind | None:
        small = token.text.lower()
        if token.index in self._persons or small in _COUNTING:
            return "count"
        return "who" if small in _ANYBODY else None

    def _noun(self, token: Token) -> Kind | None:
        if token.index in self._values and token.index not in self._persons:
            return None
        lemma, words = token.lemma.lower(), self._words
        if words.is_who(lemma, token.text):
            return "who"
        if lemma in words.forces:
            return "force"
        if lemma in words.sites:
            return "site"
        if lemma in words.acts:
            return "act"
        if token.pos == "PROPN" and token.index in self._toponyms and self._labels.get(token.index) not in _LABELS:
            return "place"
        if token.pos == "PROPN":
            return _LABELS.get(self._labels.get(token.index, "" if self._opening(token) else "PERSON"))
        return "count" if lemma in _ROUND or token.index in self._persons else None

    def _blind(self, token: Token) -> bool:
        """Whether it is a force of nature: "the typhoon", "Typhoon Sala"."""
        named = [one for one in self._grammar.children[token.index] if one.dep == "compound" and token.pos == "PROPN"]
        words = [token, *(one for one in named if one.index == token.index - 1 and self._unbodied(token))]
        return any(one.lemma.lower().removesuffix("s") in self._words.hazards for one in words)

    def _unbodied(self, token: Token) -> bool:
        """Whether a word is no part of a body's name: not the "Sala Flood Committee"."""
        name = self._names.get(token.index)
        return name is None or name.kind not in ("organisation", "group")

    def _opening(self, token: Token) -> bool:
        """Whether a word has its capital from the place where it stands."""
        return token.index == self._grammar.sentence(token).first and token.text[1:].islower()
