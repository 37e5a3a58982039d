"""The figures of a report while it is being resolved: who they are and where they come up."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.model.marks import Gender, NameKind
from dateline.model.text import Span

_OWNERS = frozenset({"her", "his", "its", "my", "our", "their"})
_FEW = 2


@dataclass(frozen=True, slots=True)
class Trait:
    """What a figure is said to be: a role noun with what tells which one: "foreign" minister, spokesman "of Oria"."""

    role: str
    modifiers: frozenset[Modifier] = frozenset()


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something a report speaks of; grows while the report is resolved.

    ``names`` are its proper names in order of appearance; one without is known by ``description`` only.
    ``plural`` tells several people or things taken together; ``introduced`` is False for one that is spoken of as
    known ("the billionaire") though nobody before it fits; ``document`` one that is something written ("the report").
    """

    kind: NameKind
    names: list[str] = field(default_factory=list)
    description: str | None = None
    code: str | None = None
    country: str | None = None
    gender: Gender | None = None
    plural: bool = False
    introduced: bool = True
    document: bool = False
    traits: list[Trait] = field(default_factory=list)
    modifiers: set[Modifier] = field(default_factory=set)

    def describe(self, text: str) -> None:
        """Takes further words for a figure without a name, where those it has say less: "his campaign", "the group"."""
        known = (self.description or "").lower().split()
        vague = bool(known) and (known[0] in _OWNERS or (known[0] == "the" and len(known) <= _FEW))
        telling = text.split()[0].lower() not in _OWNERS and len(text.split()) > _FEW
        if not self.names and vague and telling:
            self.description = text

    def is_a(self, role: str) -> bool:
        """Whether the report calls the figure by ``role``."""
        return any(trait.role == role for trait in self.traits)


Modifier = str | Figure  # a lemma in lower case, or the figure that owns, is led or is spoken for


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a figure comes up: the token that stands for it, its sentence, how prominent it is there, and
    whether that is inside a quotation.
    """

    token: int
    sentence: int
    weight: float
    quoted: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class Pointer:
    """A mention: the words at ``span`` are about ``figure`` (None: not known whom), because of ``basis``."""

    span: Span
    kind: NameKind
    figure: Figure | None
    basis: str


class Stage:
    """Where figures come up, in order of place."""

    def __init__(self) -> None:
        self._tokens: list[int] = []
        self._spots: dict[int, list[Spot]] = {}
        self._of: dict[Figure, list[Spot]] = {}

    def enter(self, spot: Spot) -> None:
        """Notes that a figure comes up."""
        if spot.token not in self._spots:
            insort(self._tokens, spot.token)
            self._spots[spot.token] = []
        self._spots[spot.token].append(spot)
        insort(self._of.setdefault(spot.figure, []), spot, key=_token)

    def before(self, token: int) -> Iterator[Spot]:
        """The spots before ``token``, nearest first."""
        for number in range(bisect_left(self._tokens, token) - 1, -1, -1):
            yield from self._spots[self._tokens[number]]

    def nearest(self, figure: Figure, token: int) -> Spot | None:
        """Where a figure last came up before ``token``."""
        spots = self._of.get(figure, [])
        number = bisect_left(spots, token, key=_token)
        return spots[number - 1] if number else None

    def at(self, token: int) -> Figure | None:
        """The figure that a token stands for."""
        spots = self._spots.get(token)
        return spots[0].figure if spots else None


def _token(spot: Spot) -> int:
    return spot.token


def of_another_country(modifiers: frozenset[Modifier], figure: Figure) -> bool:
    """Whether a phrase names a country ("the Orian minister") and its figure is of others only."""
    own = {one for one in figure.modifiers if isinstance(one, Figure) and one.kind == "country"}
    said = {one for one in modifiers if isinstance(one, Figure) and one.kind == "country"}
    return bool(own) and bool(said) and own.isdisjoint(said)
