"""What an amount counts, and the unit that this gives it: "7,000 Russian troops" are persons, "six tanks" tanks."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.mark.amounts.figure import HYPHENS, Figure
from dateline.mark.amounts.measures import Measure
from dateline.mark.amounts.nouns import counted
from dateline.mark.amounts.reader import Reader
from dateline.mark.items import BREAK
from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.vocab.units import Units

_PLURALS = frozenset({"NNS", "NNPS"})
_THEM = frozenset({"them", "whom", "these", "those", "us", "you"})
_PER = frozenset({"per", "every", "each", "a"})
_BESIDE = frozenset({"after", "before", "ago", "earlier", "later", "since", "and", "when", "in", "of"})
_OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Noun:
    """The counted noun phrase, its head, and the item after it."""

    span: Span
    head: Token
    last: int

    @property
    def is_others(self) -> bool:
        """Whether it only says that there are more of them: "22 others"."""
        return self.head.text.lower() == _OTHERS


class Counting:
    """Finds counted nouns and says what unit they make."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def noun(self, reader: Reader, figure: Figure, measure: Measure, *, last: int) -> Noun | None:
        """What stands after item ``last`` and is counted by the figure before it, or None."""
        items, place, skip = reader.items, last, False
        if items.word(last) == "of":
            them = items.word(last + 1) in _THEM
            place, skip = last + (2 if them else 1), not them
        elif measure.named or (figure.share and items.word(last) not in ("the", "its", "their", "all", "his", "her")):
            if items.word(figure.last - 2) != "in" and items.word(figure.last - 2) != "of":
                return None
        elif figure.share:
            skip = True
        elif items.word(last) in HYPHENS and items.glued(last):
            place = last + 1
        if place >= len(items.starts) or items.kinds[place] == BREAK:
            return None
        compound = place > last and items.word(last) != "of"
        end = items.ends[place] if compound else reader.limit(items.starts[place])
        one_of = skip and items.word(figure.first) == "one" and not figure.share
        found = counted(reader.analysis, items.starts[place], end=end, skip=skip, one_of=one_of)
        return None if found is None else Noun(*found, reader.after(found[0].end, place))

    def measure(self, noun: Noun) -> str | None:
        """The unit that a noun phrase is in truth: "three consecutive days", "517 rushing yards"."""
        return self._units.heads.get(noun.head.text.lower()) if noun.head.tag in _PLURALS else None

    def unit(self, noun: Noun) -> str | None:
        """The unit that a counted noun makes: person, tank ...; None for things without one."""
        text, nouns = noun.head.text, self._units.nouns
        found = nouns.get(noun.head.lemma.lower()) or nouns.get(text.lower())
        return found or ("person" if text in self._units.peoples else None)

    def rate(self, reader: Reader, noun: Noun, unit: str | None) -> tuple[str | None, int]:
        """The unit with what it is counted against, and the item after: "3,000 tests per day", "80 people a day"."""
        items, place = reader.items, noun.last
        if items.word(place) not in _PER:
            return unit, place
        against = self._units.phrases.get((items.word(place + 1),))
        if against is None or self._units.dimensions.get(against) != "time":
            return unit, place
        if items.word(place) == "a" and items.word(place + 2) in _BESIDE:
            return unit, place
        return f"{unit or 1}/{against}", place + 2
