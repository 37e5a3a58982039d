"""People of other names: each given name and surname replaced throughout a report, always by the same one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from dateline.evaluate.perturb.edits import Edit
from dateline.evaluate.standoff import Gold
from dateline.model.marks import Gender
from dateline.model.text import Span

_NAME = r"(?:O['’]|Mc|Mac|De|Di|La)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_FULL = re.compile(
    r"(?<![\w@#/.’'-])(?P<given>[A-Z][a-z]+)(?: [A-Z]\.| [\"“‘][A-Z][a-z]+[\"”’])?"
    rf" (?P<surname>{_NAME})\b(?![\w@]|[- ][A-Z])"
)
_SENTENCE_START = re.compile(r"(?:^|[\n.!?:“\"‘«„(])\s*$")
_BEFORE = 4  # characters looked at to see whether a sentence begins


class NameSwap:
    """Replaces people's names by invented ones. A person is a known given name with a capitalised word behind it
    that the report never writes small, and that it names again or a source is called.
    """

    def __init__(self, data: Mapping[str, Any], *, given: Mapping[str, Gender | None], places: frozenset[str]) -> None:
        """``places`` are names that are rather those of places: "Virginia"."""
        self._surnames: list[str] = data["names"]["surnames"]
        self._by_gender: dict[Gender | None, list[str]] = {
            "male": data["names"]["male"],
            "female": data["names"]["female"],
            None: [*data["names"]["male"], *data["names"]["female"]],
        }
        self._given = {name: gender for name, gender in given.items() if name not in places}

    def edits(self, text: str, gold: Sequence[Gold], random: Random) -> Iterator[Edit]:
        """The edits, one for each place where a given name or surname of somebody stands."""
        people = list(self._people(text, gold))
        swaps = self._swaps(people, random)
        if not swaps:
            return
        firsts = frozenset(given for given, _ in people)
        words = "|".join(re.escape(name) for name in sorted(swaps, key=len, reverse=True))
        for found in re.finditer(rf"(?<![\w@#/.])({words})(?![\w@])(?!\.\w)", text):
            name = found.group()
            if name in firsts and _written_small(text, name) and not self._leads(text, found.end(), people):
                continue
            yield Edit(found.start(), found.end(), _cased(text, found.start(), swaps[name]))

    def _people(self, text: str, gold: Sequence[Gold]) -> Iterator[tuple[str, str]]:
        """(given name, surname) of each person, in order."""
        found = [one for one in _FULL.finditer(text) if one["given"] in self._given]
        often = Counter(re.findall(_NAME, text))
        sources = [span for one in gold for span in one.source]
        seen: dict[tuple[str, str], None] = {}
        for one in found:
            named = any(span.overlaps(Span(*one.span())) for span in sources)
            if (often[one["surname"]] > 1 or named) and not _written_small(text, one["surname"]):
                seen.setdefault((one["given"], one["surname"]))
        yield from seen

    def _swaps(self, people: Sequence[tuple[str, str]], random: Random) -> dict[str, str]:
        surnames = list(dict.fromkeys(surname for _, surname in people))
        pool = random.sample(self._surnames, len(self._surnames))
        swaps = dict(zip(surnames, pool, strict=False))
        names = {gender: random.sample(names, len(names)) for gender, names in self._by_gender.items()}
        for given, surname in people:
            pool = names[self._given[given]]
            if surname in swaps and given not in swaps and pool:
                swaps[given] = pool.pop()
        return {**swaps, **{name.upper(): swap.upper() for name, swap in swaps.items() if len(name) > 2}}

    def _leads(self, text: str, end: int, people: Sequence[tuple[str, str]]) -> bool:
        """Whether a surname stands right behind a given name."""
        return any(text.startswith(f" {surname}", end) for _, surname in people)


def _written_small(text: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name.lower())}\b", text) is not None


def _cased(text: str, start: int, name: str) -> str:
    """``name`` with a capital where a sentence begins: "Van der Meulen said"."""
    begins = _SENTENCE_START.search(text[max(0, start - _BEFORE) : start]) is not None
    return name[0].upper() + name[1:] if begins else name
