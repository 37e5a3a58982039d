"""Rules over classes of words: "MONTH DAY (COMMA YEAR)?" finds "April 12, 2004".

Every item of a text is one character, its class; a rule is a regular expression over these characters. So the
rules stay readable data, the search runs at the speed of ``re``, and a match maps to items one to one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.vocab.rules import Rule, RuleBook

_MACRO = re.compile(r"<(\w+)>")
_PIECE = re.compile(r"\s*([A-Za-z_]+|[()|?*+])")


class Alphabet:
    """One character for every class. Lower-case names are words that stand for themselves."""

    def __init__(self, names: Sequence[str]) -> None:
        self._chars = {name: chr(0xE000 + index) for index, name in enumerate(dict.fromkeys(names))}
        self._names = {char: name for name, char in self._chars.items()}

    def char(self, name: str) -> str:
        """The character of a class; ``UsageError`` for a class that is not there."""
        try:
            return self._chars[name]
        except KeyError:
            raise UsageError(f"no word class '{name}' in the vocabulary") from None

    @property
    def names(self) -> tuple[str, ...]:
        """All classes and words."""
        return tuple(self._chars)

    def name(self, char: str) -> str:
        """The class of a character, "" for what has none."""
        return self._names.get(char, "")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule that fits from item ``first`` up to, not including, item ``last``."""

    rule: Rule
    first: int
    last: int


class Grammar:
    """Finds, place by place, the rules that fit; the longest first, then in the order given."""

    def __init__(self, book: RuleBook, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._macros = book.macros
        self._by_first: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
        for rule in book.rules:
            pieces = _pieces(_expanded(rule.pattern, book.macros))
            names, compiled = _firsts(pieces), self._compiled(pieces)
            for name in names:
                self._by_first.setdefault(alphabet.char(name), []).append((compiled, rule))
        self._start = re.compile(f"[{''.join(sorted(self._by_first))}]") if self._by_first else re.compile(r"(?!)")

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """A pattern of its own over the same classes and macros."""
        return self._compiled(_pieces(_expanded(pattern, self._macros)))

    def _compiled(self, pieces: Sequence[str]) -> re.Pattern[str]:
        chars = (self._alphabet.char(piece) if piece[0].isalpha() else _SIGNS.get(piece, piece) for piece in pieces)
        return re.compile("".join(chars))

    def after(self, kinds: str, position: int) -> list[Candidate]:
        """The candidates at the first place from ``position`` on where a rule fits; none where no rule does."""
        while (found := self._start.search(kinds, position)) is not None:
            candidates = self._at(kinds, found.start())
            if candidates:
                return candidates
            position = found.start() + 1
        return []

    def _at(self, kinds: str, place: int) -> list[Candidate]:
        found = []
        for compiled, rule in self._by_first[kinds[place]]:
            match = compiled.match(kinds, place)
            if match is not None and match.end() > place:
                found.append(Candidate(rule, place, match.end()))
        return sorted(found, key=lambda candidate: -candidate.last)


_SIGNS = {"(": "(?:"}


def alphabet_of(book: RuleBook) -> Alphabet:
    """The alphabet of all classes and words that the rules speak of and the vocabulary holds."""
    pieces = [piece for rule in book.rules for piece in _pieces(_expanded(rule.pattern, book.macros))]
    return Alphabet([*(piece for piece in pieces if piece[0].isalpha()), *(kind for kind, _ in book.words.values())])


def literals(book: RuleBook, alphabet: Alphabet) -> dict[str, tuple[str, object]]:
    """The words of the vocabulary, and those that stand for themselves in a rule, with class character and value.

    Raises ``UsageError`` when a rule names a word that has a class: the rule could never fit.
    """
    words = {word: (alphabet.char(kind), value) for word, (kind, value) in book.words.items()}
    for name in alphabet.names:
        if name.islower():
            if name in words:
                raise UsageError(f"a rule names the word '{name}', which is of class {book.words[name][0]}")
            words[name] = (alphabet.char(name), "")
    return words


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda found: f"({macros[found[1]]})", pattern)
    return pattern


def _pieces(pattern: str) -> list[str]:
    return [found[1] for found in _PIECE.finditer(pattern)]


def _firsts(pieces: Sequence[str]) -> frozenset[str]:
    """The classes a pattern can begin with."""
    names, _, end = _alternatives(pieces, 0)
    if end != len(pieces):
        raise UsageError(f"unbalanced brackets in the rule {' '.join(pieces)!r}")
    return names


def _alternatives(pieces: Sequence[str], place: int) -> tuple[frozenset[str], bool, int]:
    """First classes of ``a | b | c`` from ``place``, whether it can be empty, and where it ends."""
    names, empty, place = _sequence(pieces, place)
    while place < len(pieces) and pieces[place] == "|":
        more, void, place = _sequence(pieces, place + 1)
        names, empty = names | more, empty or void
    return names, empty, place


def _sequence(pieces: Sequence[str], place: int) -> tuple[frozenset[str], bool, int]:
    names: frozenset[str] = frozenset()
    empty = True
    while place < len(pieces) and pieces[place] not in "|)":
        if pieces[place] == "(":
            more, void, place = _alternatives(pieces, place + 1)
        else:
            more, void = frozenset({pieces[place]}), False
        place += 1
        if place < len(pieces) and pieces[place] in "?*+":
            void, place = void or pieces[place] != "+", place + 1
        names, empty = names | more if empty else names, empty and void
    return names, empty, place
