"""Which words name events, in which constructions: the frames of ``data/events``, explained in docs/events.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.errors import UsageError
from dateline.vocab.load import rows, table

WordClass = Literal["verb", "noun"]

NOTHING = "-"
"""Stands in a frame for "no event", and in a slot for "nobody"."""

_KINDS = frozenset({"obj", "noobj", "subj", "prt", "prep", "xcomp", "ccomp", "mod", "poss", "of", "verb", "reduced"})
_VERB_SLOTS = (("subj",), ("obj",))
_NOUN_SLOTS = (("by", "poss", "mod", "light"), ("prep:on", "prep:against", "prep:of", "prep:with", "lightobj"))


@dataclass(frozen=True, slots=True)
class Condition:
    """What a frame asks of the words around: ``kind`` as in docs/events.md, ``word`` a preposition, ``wanted`` the
    lemmas one of which must stand there (none: any), ``seen`` the kinds of name that do as well ("@person").
    """

    kind: str
    word: str | None = None
    wanted: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    negated: bool = False

    @property
    def bare(self) -> bool:
        """Whether anything will do at the place it names."""
        return not self.wanted and not self.seen


@dataclass(frozen=True, slots=True)
class Sense:
    """A word in a construction: what type of event it names there (None: no event), and where its parties stand.

    ``actor`` and ``recipient`` are slots in the order in which they are tried. ``weight`` is the chance that the word
    tells an event of the type here, in news. ``known`` is how the frame is called in a record's ``why``.
    """

    word: str
    type: str | None
    mode: str | None
    cameo: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    weight: float
    needs: tuple[Condition, ...]
    known: str


@dataclass(frozen=True, slots=True)
class Frames:
    """The senses of verbs and nouns by lemma, those that ask most first. "Hunger strike" stands with "strike"."""

    verbs: Mapping[str, tuple[Sense, ...]] = field(repr=False)
    nouns: Mapping[str, tuple[Sense, ...]] = field(repr=False)

    @classmethod
    def load(cls) -> Frames:
        """The frames that ship with Dateline. Raises ``UsageError`` for a row that says something unknown."""
        classes = {**table("events/classes"), **table("events/noun_classes")}
        return cls.of(rows("events/verbs"), rows("events/nouns"), classes=classes)

    @classmethod
    def of(
        cls,
        verbs: Iterable[Mapping[str, str]],
        nouns: Iterable[Mapping[str, str]],
        *,
        classes: Mapping[str, list[str]],
    ) -> Frames:
        """The frames of two tables, whose conditions may name ``classes`` of words."""
        known = _Classes(classes)
        return cls(
            verbs=_by_word(_sense(row, known, _VERB_SLOTS) for row in verbs),
            nouns=_by_word(_sense(row, known, _NOUN_SLOTS) for row in nouns),
        )


class _Classes:
    """Word classes by name, with the classes they hold spelt out."""

    def __init__(self, given: Mapping[str, list[str]]) -> None:
        self._given = given

    def spelt(self, written: str) -> tuple[frozenset[str], frozenset[str]]:
        """The lemmas and the kinds of name that "A|b|@person" stands for."""
        words = set(self._members(written.split("|")))
        seen = {word for word in words if word.startswith("@")}
        return frozenset(words - seen), frozenset(seen)

    def _members(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            if name.isupper() and name not in self._given:
                raise UsageError(f"no word class '{name}' in classes.toml. Classes: {', '.join(sorted(self._given))}")
            if name.isupper():
                yield from self._members(self._given[name])
            else:
                yield name


def _sense(row: Mapping[str, str], classes: _Classes, slots: tuple[tuple[str, ...], tuple[str, ...]]) -> Sense:
    needs = tuple(_condition(written, classes) for written in row["needs"].split())
    actor, recipient = slots
    return Sense(
        word=row["word"],
        type=None if row["type"] == NOTHING else row["type"],
        mode=row["mode"] or None,
        cameo=row["cameo"] or None,
        actor=_slots(row["actor"], actor),
        recipient=_slots(row["recipient"], recipient),
        weight=float(row["weight"] or 0),
        needs=needs,
        known=" ".join((row["word"], row["needs"])).strip(),
    )


def _slots(written: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    if not written:
        return otherwise
    return () if written == NOTHING else tuple(written.split("|"))


def _condition(written: str, classes: _Classes) -> Condition:
    """ "prep=for:A|B" is a preposition with what stands after it, "obj=A|B" a place with what may fill it."""
    negated, rest = written.startswith("!"), written.removeprefix("!")
    kind, _, value = rest.partition("=")
    if kind not in _KINDS:
        raise UsageError(f"no condition '{written}' for a frame. Conditions: {', '.join(sorted(_KINDS))}")
    word = None
    if kind == "of":
        kind, word = "prep", "of"
    elif kind == "prep":
        word, _, value = value.partition(":")
    wanted, seen = classes.spelt(value) if value else (frozenset[str](), frozenset[str]())
    return Condition(kind, word or None, wanted, seen, negated)


def _by_word(senses: Iterable[Sense]) -> Mapping[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    for sense in senses:
        found.setdefault(sense.word.split()[-1], []).append(sense)
    return {word: tuple(sorted(some, key=_demanding)) for word, some in found.items()}


def _demanding(sense: Sense) -> tuple[int, int, bool, str]:
    """Longer words first, then what asks more, then what rules out; the name only makes the order the same always."""
    narrow = sum(2 if not one.bare else 1 for one in sense.needs)
    return -len(sense.word.split()), -narrow, sense.type is not None, sense.known
