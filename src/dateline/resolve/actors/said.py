"""What the words beside a name, or a description, say of somebody: an office, of which state, held or held before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model.text import Document, Span
from dateline.vocab.actor_roles import Office, Offices, Sectors
from dateline.vocab.actors import Actors
from dateline.vocab.folding import words as folded_words

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_STOPS = re.compile(r"[\n;:“”\"()\[\],]|(?<![A-Z])(?<!Gen)(?<!Col)(?<!Sen)(?<!Lt)(?<!Gov)\.\s")
_OF = re.compile(r"\s+of\s+(?:the\s+)?((?:[A-Z][\w.’'-]*\s?){1,3})")
_REACH = 80  # characters before and after a name that can belong to its title
_FEW = 9  # words of a title
_LONGEST = 3  # words of a country's name

Words = list[tuple[str, str]]  # as written, as compared


@dataclass(frozen=True, slots=True)
class Said:
    """What was said: ``offices`` with ``at``, the state (ISO code) or body (id) they belong to, no longer held where
    ``past``; ``sectors`` are what the words tell beside.
    """

    offices: tuple[Office, ...] = ()
    at: str | None = None
    past: bool = False
    sectors: tuple[str, ...] = ()

    def names(self, office: str, *, beside_a_name: bool = True) -> bool:
        """Whether it names an office; some words do so beside a name only."""
        return any(
            one.id == office and one.only in {None, self.at} and (beside_a_name or not one.named)
            for one in self.offices
        )


class Sayings:
    """Reads titles and descriptions."""

    def __init__(self, actors: Actors, *, offices: Offices, sectors: Sectors) -> None:
        self._actors, self._offices, self._sectors = actors, offices, sectors

    def beside(self, document: Document, span: Span) -> list[Said]:
        """What stands right before and right after a name: "Russian President", ", the president of Russia,"."""
        before = self._before(document.text, span.start)
        first, second = self.read(before), self.read(self._after(document.text, span.end))
        alone = len(before) == 1 and first.at is not None
        return [one for one in (first, second) if one.offices or one.sectors or (one is first and alone)]

    def described(self, document: Document, span: Span) -> Said:
        """What a description says, with the "of Russia" that follows it."""
        words = self._cut(_split(document[span]))
        after = document.text[span.end : span.end + _REACH]
        following = _OF.match(after) if after.lstrip().startswith("of") else None
        if following is not None and all(word != "of" for _, word in words):
            owner = _split(following[1])
            for size in range(len(owner), 0, -1):
                found = self.read([*words, ("of", "of"), *owner[:size]])
                if found.offices:
                    return found
        return self.read(words)

    def read_name(self, name: str) -> Said:
        """What the words of a name say: "Tajik Interior Ministry"."""
        return self.read(_split(name))

    def country_before(self, name: str) -> tuple[str | None, str]:
        """The country that a name begins with, and the rest of it: "Belarus" of "Belarus Ales Velmov"."""
        words = name.split()
        for size in range(min(_LONGEST, len(words) - 1), 0, -1):
            country = self._actors.country(" ".join(words[:size]))
            if country is not None:
                return country, " ".join(words[size:])
        return None, name

    def read(self, words: Words) -> Said:
        """What a short run of words says; its office stands at its end or before "of" and a country."""
        if not words:
            return Said()
        small = [word for _, word in words]
        past = bool(self._offices.past.intersection(small))
        head, at = self._owner(words)
        size, found = self._offices.ending([word for _, word in head])
        rest = head[: len(head) - size]
        if at is None:
            at, rest = self._first_place(rest, found)
        elif rest:
            _, rest = self._first_place(rest, found)
        spare = {word for _, word in rest} - self._offices.filling - self._offices.past
        sectors = self._sectors.of([word for _, word in head])
        if not size or spare:
            return Said(at=at, past=past, sectors=sectors)
        return Said(found, at, past, sectors)

    def place(self, words: Words, offices: tuple[Office, ...] = ()) -> str | None:
        """The state that words name, or the body that has one of the offices."""
        if not words or not words[0][0][:1].isupper():
            return None
        name = " ".join(word for word, _ in words).removesuffix("'s").removesuffix("’s")
        country = self._actors.country(name)
        if country is not None:
            return country
        for sense in self._actors.named(name) if offices else ():
            if any(self._actors.ever(one.id, sense.actor.id) for one in offices):
                return sense.actor.id
        return None

    def _owner(self, words: Words) -> tuple[Words, str | None]:
        """The words before "of Russia", and Russia."""
        for number, (_, word) in enumerate(words):
            if word == "of" and number:
                after = words[number + 1 :]
                after = after[1:] if after and after[0][1] == "the" else after
                _, offices = self._offices.ending([one for _, one in words[:number]])
                at = self.place(after, offices)
                if at is not None:
                    return words[:number], at
        return words, None

    def _first_place(self, words: Words, offices: tuple[Office, ...]) -> tuple[str | None, Words]:
        """The first place that words name, and the words without it."""
        for start, (written, _) in enumerate(words):
            for size in range(min(_LONGEST, len(words) - start) if written[:1].isupper() else 0, 0, -1):
                end = start + size
                at = self.place(words[start:end], offices)
                if at is not None and not self._of_another(words, start, end):
                    return at, words[:start] + words[end:]
        return None, words

    def _of_another(self, words: Words, start: int, end: int) -> bool:
        """Whether a country's name is only part of a place's name or of something else: "New Mexico", "Iraq War"."""
        before = words[start - 1] if start else None
        after = words[end][1] if end < len(words) else ""
        return after in self._offices.apart or (before is not None and before[1] in self._offices.parts)

    def _before(self, text: str, end: int) -> Words:
        before = text[max(0, end - _REACH) : end].rstrip(" ")
        words = _split(_STOPS.split(before.removesuffix(","))[-1])
        kept: Words = []
        for word in reversed(words[-_FEW:]):
            if not (word[0][:1].isupper() or word[1] in self._offices.linking or self._known(word[1])):
                break
            kept.insert(0, word)
        while kept and kept[0][1] in self._offices.linking:
            kept.pop(0)
        return kept

    def _after(self, text: str, start: int) -> Words:
        after = text[start : start + _REACH]
        if not after.startswith((", ", " (")):
            return []
        words = self._cut(_split(_STOPS.split(after[2:], maxsplit=1)[0]))
        return words if len(words) <= _FEW else []

    def _cut(self, words: Words) -> Words:
        """The words before what only adds to them: "a firm" of "a firm that was founded in Oria"."""
        ends = [number for number, (_, word) in enumerate(words) if word in self._offices.cutting]
        return words[: ends[0]] if ends else words

    def _known(self, word: str) -> bool:
        return word in self._offices.words or word in self._offices.past or bool(self._sectors.of([word]))


def _split(text: str) -> Words:
    """Words as written and as compared; "Russia's" is "russia", "Secretary-General" two words."""
    found: Words = []
    for match in _WORD.finditer(text):
        word = match[0].removesuffix("'s").removesuffix("’s")
        small = word.lower() if word.isascii() and word.isalnum() else "".join(folded_words(word))
        if small:
            found.append((word, small))
    return found
