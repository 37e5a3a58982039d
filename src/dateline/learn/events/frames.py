"""Lessons for the pair coder: written sentences, and frames filled at random with invented parties."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TypeVar

_SLOT = re.compile(r"([@&%])(?:\(([^)]*)\)|([A-Z])\b)|\[|\]")
_PERFECT = re.compile(r"^@([A-Z]) \[(\w+ed)\b")  # where "has" may stand
_MANY = frozenset("PRM")  # kinds of parties that take "have"
_MARKS = {"@": "s", "&": "t"}

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with places for parties: "@G [condemned] &G." (see lessons/frames.tsv)."""

    type: str
    mode: str
    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence whose actor stands in ``<s>``, whose recipient in ``<t>`` and whose trigger, if marked, in ``<v>``."""

    type: str
    text: str
    mode: str = ""


def written(name: str) -> list[Marked]:
    """The pairs of lessons/NAME.tsv (columns type, text)."""
    return [Marked(row["type"], row["text"]) for row in _rows(name)]


def frames() -> list[Frame]:
    """The frames of lessons/frames.tsv."""
    return [Frame(row["type"], row["mode"], row["text"]) for row in _rows("frames")]


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("dateline.learn.events") / "lessons" / f"{name}.tsv").read_text(encoding="utf-8")
    head, *lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    names = head.split("\t")
    for line in lines:
        yield dict(zip(names, line.split("\t"), strict=True))


class Filler:
    """Fills frames. The same seed gives the same sentences."""

    def __init__(self, seed: int, fillers: Mapping[str, Any] | None = None) -> None:
        if fillers is None:
            source = files("dateline.learn.events") / "lessons" / "fillers.toml"
            fillers = tomllib.loads(source.read_text(encoding="utf-8"))
        self._of: Mapping[str, Any] = fillers
        self._chance = random.Random(seed)

    def pairs(self, frames: Sequence[Frame], *, times: int) -> Iterator[Marked]:
        """Each frame ``times`` times, with other parties, words around it and, at times, another event beside it."""
        for _ in range(times):
            for frame in frames:
                yield Marked(frame.type, self._sentence(frame, frames), frame.mode)

    def _sentence(self, frame: Frame, frames: Sequence[Frame]) -> str:
        clause = _plain(frame.text)
        if self._chance.random() < 0.35:
            clause = _PERFECT.sub(lambda found: f"@{found[1]} {_have(found[1])} [{found[2]}", clause)
        body = self._fill(clause, marked=True)
        around, chance = self._of["around"], self._chance.random()
        if chance < 0.18:
            body += self._drawn(around["between"]).replace("{other}", self._other(frames))
        elif chance < 0.26:
            body = self._drawn(around["leading"]).replace("{other}", self._other(frames)) + _low(body) + "."
        else:
            if chance < 0.36:
                body = body.replace("</s>", "</s>" + self._words(self._drawn(around["aside"])), 1)
            before = self._words(self._drawn(around["before"]))
            body = before + (_low(body) if before else body) + self._words(self._drawn(around["after"])) + "."
        return _high(body)

    def _other(self, frames: Sequence[Frame]) -> str:
        """Another event as a clause, unmarked."""
        return _low(self._fill(_plain(self._drawn(frames).text), marked=False))

    def _fill(self, text: str, *, marked: bool) -> str:
        taken: set[str] = set()

        def filled(found: re.Match[str]) -> str:
            sign, literal, kind = found.groups()
            if sign is None:
                return ("<v>" if found.group() == "[" else "</v>") if marked else ""
            words = literal if literal is not None else self._party(kind, taken)
            mark = _MARKS.get(sign) if marked else None
            return f"<{mark}>{words}</{mark}>" if mark else words

        return _SLOT.sub(filled, text)

    def _party(self, kind: str, taken: set[str]) -> str:
        words = self._words(self._drawn(self._of["kinds"][kind]))
        while words in taken:
            words = self._words(self._drawn(self._of["kinds"][kind]))
        taken.add(words)
        return words

    def _words(self, pattern: str) -> str:
        """``pattern`` with its names drawn."""

        def drawn(found: re.Match[str]) -> str:
            return self._name(found.group(1))

        return re.sub(r"\{(\w+)\}", drawn, pattern)

    def _name(self, what: str) -> str:
        if what in ("country", "adjective"):
            both: str = self._drawn(self._of["adjectives"])
            adjective, country = both.split(":")
            return country if what == "country" else adjective
        if what == "person":
            return f"{self._drawn(self._of['first'])} {self._drawn(self._of['last'])}"
        if what == "year":
            return str(self._chance.randint(1990, 2024))
        lists = {"place": "places", "PLACE": "places", "number": "numbers", "first": "first", "last": "last"}
        name: str = self._drawn(self._of[lists[what]])
        return name.upper() if what == "PLACE" else name

    def _drawn(self, choices: Sequence[_T]) -> _T:
        return choices[self._chance.randrange(len(choices))]


def _have(kind: str) -> str:
    return "have" if kind in _MANY else "has"


def _plain(text: str) -> str:
    """A frame as a clause: no full stop, no capital letter (names stand in places for parties only)."""
    return re.sub(r"^\[?[A-Z]", lambda found: found[0].lower(), text).removesuffix(".")


def _high(text: str) -> str:
    """``text`` with a capital letter at its start, marks left out of account."""
    at = 0
    for found in re.finditer(r"<[^>]*>|[^<]", text):
        if not found.group().startswith("<"):
            at = found.start()
            break
    return text[:at] + text[at].upper() + text[at + 1 :]


def _low(text: str) -> str:
    """``text`` for the inside of a sentence: an article at its start loses its capital letter."""
    return re.sub(r"^((?:<[^>]*>)*)(The|A|An|Two|Some)\b", lambda found: found[1] + found[2].lower(), text)
