"""Words for offices and for what somebody is: "foreign minister", "interior ministry", "troops"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.vocab.load import rows, table

_LONGEST = 5
_IRREGULAR = {"men": "man", "women": "woman", "children": "child"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its id. ``named``: the word tells it only beside a name ("Ayatollah Khamenei")."""

    id: str
    only: str | None = None
    named: bool = False


class Offices:
    """The offices by the phrases that name them, and the small words around them (see ``offices.toml``).

    ``checked`` is the day until which holders are known, ``head`` the offices whose holders are known world-wide.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.checked = str(data["checked"])
        self.other, self.past = frozenset(data["other"].split()), frozenset(data["past"].split())
        self.filling, self.linking = frozenset(data["filling"].split()), frozenset(data["linking"].split())
        self.cutting = frozenset(data["cutting"].split())
        self.parts, self.apart = frozenset(data["parts"].split()), frozenset(data["apart"].split())
        blocks = {name: block for name, block in data.items() if isinstance(block, dict)}
        self.head = frozenset(name for name, block in blocks.items() if block.get("head"))
        self._sectors = {name: str(block["sector"]) for name, block in blocks.items()}
        self._phrases: dict[tuple[str, ...], tuple[Office, ...]] = {}
        for name, block in blocks.items():
            for phrase in block["words"]:
                self._know(phrase, Office(name))
            for phrase in block.get("named", ()):
                self._know(phrase, Office(name, named=True))
            for country, phrases in block.get("only", {}).items():
                for phrase in phrases:
                    self._know(phrase, Office(name, only=country))
        self.words = frozenset(word for phrase in self._phrases for word in phrase)

    def _know(self, phrase: str, office: Office) -> None:
        key = tuple(phrase.split())
        self._phrases[key] = (*self._phrases.get(key, ()), office)

    def ending(self, words: Sequence[str]) -> tuple[int, tuple[Office, ...]]:
        """The offices of the longest phrase that ``words`` (in small letters) end with, and how many words it has."""
        for size in range(min(_LONGEST, len(words)), 0, -1):
            found = self._phrases.get(tuple(words[-size:]))
            if found:
                return size, found
        return 0, ()

    def sector(self, office: str) -> str | None:
        """The PLOVER sector of who holds an office of a state."""
        return self._sectors.get(office) or None


class Sectors:
    """PLOVER sectors by phrase; a phrase counts where it stands at the head of a name or a description."""

    def __init__(self, phrases: Mapping[tuple[str, ...], tuple[str, ...]]) -> None:
        self._phrases = dict(phrases)

    def of(self, words: Sequence[str]) -> tuple[str, ...]:
        """The sectors of the longest phrase at the head of ``words``: at their end, or before "of" or "for"."""
        stops = [len(words), *(number for number, word in enumerate(words) if word in {"of", "for"} and number)]
        for stop in sorted(stops, reverse=True):
            for size in range(min(_LONGEST, stop), 0, -1):
                found = self._get(words[stop - size : stop])
                if found is not None:
                    return found
        return ()

    def _get(self, words: Sequence[str]) -> tuple[str, ...] | None:
        *before, last = words
        for form in dict.fromkeys((last, _IRREGULAR.get(last, last), last.removesuffix("s"))):
            found = self._phrases.get((*before, form))
            if found is not None:
                return found
        return None


def offices() -> Offices:
    """The offices that ship with Dateline."""
    return Offices(table("actors/offices"))


def sectors() -> Sectors:
    """The words for sectors that ship with Dateline."""
    phrases = {tuple(row["phrase"].split()): tuple(row["sectors"].split()) for row in rows("actors/agents")}
    for codes, some in table("actors/patterns")["sectors"].items():
        for phrase in some.split(","):
            phrases[tuple(phrase.split())] = tuple(codes.split())
    return Sectors(phrases)
