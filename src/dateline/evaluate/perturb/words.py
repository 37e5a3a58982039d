"""Other words in the same places: reporting verbs of the same stance, and people of other names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from dateline.evaluate.perturb.edits import Edit
from dateline.evaluate.standoff import Gold
from dateline.model.text import Span, hull

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OPENING = re.compile(r"[\s,:—–-]*(?:(?P<quote>[“\"‘'«„])|(?P<word>[^\W_]+))")
_NOT_BETWEEN = re.compile(r"[.!?;\n]")
_PARTICIPLE = 3


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb, the rarer ones that can stand for it, all as five forms, and the constructions they share."""

    common: tuple[str, ...]
    rarer: tuple[tuple[str, ...], ...]
    frames: frozenset[str]


class VerbSwap:
    """Swaps reporting verbs of annotated cues for rarer ones of the same stance and construction, form by form.

    Only where the source stands right beside the verb, so that nouns ("her claim that") and passives are left alone.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.verbs = tuple(
            Verb(tuple(v["common"].split()), tuple(tuple(r.split()) for r in v["rarer"]), frozenset(v["frames"]))
            for v in data["verbs"]
        )
        self._grammar = {name: frozenset(words) for name, words in data["grammar"].items()}
        self._forms = {form: verb for verb in self.verbs for form in verb.common}

    def edits(self, text: str, gold: Sequence[Gold], random: Random) -> Iterator[Edit]:
        """The edits, one for each verb that can be swapped."""
        seen: set[int] = set()
        for one in gold:
            place = self._verb(text, one)
            if place is None or place.start in seen:
                continue
            form = text[place.start : place.end]
            verb = self._forms[form.lower()]
            frame = self.frame(text, place.end, one)
            if frame in verb.frames and self._beside(text, one, place):
                seen.add(place.start)
                swapped = random.choice(verb.rarer)[self._number(text, one, place, verb=verb)]
                yield Edit(place.start, place.end, swapped.capitalize() if form[0].isupper() else swapped)

    def frame(self, text: str, end: int, one: Gold) -> str | None:
        """The construction of a cue whose verb ends at ``end``, by how the content begins; None: none known."""
        if not one.content:
            return None
        first = min(one.content)
        if first.end <= end:
            return "behind" if self._set_off(text, end, one) else None
        found = _OPENING.match(text, first.start)
        if found is None or first.start < end or _NOT_BETWEEN.search(text, end, first.start):
            return None
        quoted = text[first.start - 1] in '“"‘' or found["quote"] is not None
        return "quote" if quoted else self._opened_by(found["word"].lower())

    def _opened_by(self, word: str) -> str | None:
        if word in ("that", "to"):
            return word
        if word in self._grammar["wh"]:
            return "wh"
        if word.endswith("ing") or word in self._grammar["prepositions"] | self._grammar["finite"]:
            return None
        return "plain"

    def _set_off(self, text: str, end: int, one: Gold) -> bool:
        """Whether a mark stands between a cue and what goes on behind it: not in "meddling that she said is wrong"."""
        following = min((span.start for span in one.content if span.start >= end), default=None)
        return following is None or any(sign in ',.;:—–-!?“"' for sign in text[end : following + 1])

    def _verb(self, text: str, one: Gold) -> Span | None:
        """The first word of the cue that is a known form, with nothing but auxiliaries and adverbs before it."""
        if len(one.cue) != 1:
            return None
        for found in _WORD.finditer(text, one.cue[0].start, one.cue[0].end):
            if found.group().lower() in self._forms:
                return Span(*found.span())
            if found.group().lower() not in self._grammar["before"]:
                return None
        return None

    def _beside(self, text: str, one: Gold, verb: Span) -> bool:
        """Whether the source ends before the verb, or begins right behind it, with no other words between."""
        if not one.source:
            return False
        source = hull(one.source)
        named = text[source.start : source.end]
        if named.endswith(("'s", "’s", "s'", "s’")) or named.lower() in self._grammar["possessives"]:
            return False  # "her claim": a noun
        if source.end <= verb.start:
            between = text[source.end : verb.start]
            words = [word.lower() for word in _WORD.findall(between)]
            return between[:1].strip() in ("", ",") and all(
                word in self._grammar["before"] or word.endswith("ly") for word in words
            )
        return source.start >= verb.end and not text[verb.end : source.start].strip()

    def _number(self, text: str, one: Gold, place: Span, *, verb: Verb) -> int:
        """Which of the five forms it is; a past form behind "has" is a participle."""
        number = verb.common.index(text[place.start : place.end].lower())
        before = [word.lower() for word in _WORD.findall(text[max(0, place.start - 25) : place.start])[-2:]]
        perfect = any(word in self._grammar["perfect"] or word[-3:] in ("'ve", "’ve") for word in before)
        return _PARTICIPLE if number == _PARTICIPLE - 1 and perfect else number
