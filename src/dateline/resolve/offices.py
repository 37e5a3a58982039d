"""Who holds an office in a report: whom "the president" cannot mean, and whom it means before anybody is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from dateline.model.marks import Token
from dateline.resolve.cast import Figure, Stage
from dateline.resolve.phrases import Nominal
from dateline.resolve.setting import Setting
from dateline.vocab.roles import Roles

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})
_OFTEN = 2  # sentences with name and office that speak for two people
_RARER = 3  # times rarer is the name of the holder beside the office
_NEAR = 2  # sentences before
_FEWEST = 4  # uses that show a habit
_FAR = 0.6
_SELDOM = 4
_OFTEN_NAMED = 3
_CLIMB = 3  # steps up to the verb


@dataclass(slots=True)
class _Uses:
    """How often an office is spoken of, how often with nobody of it named nearby, and how often with each figure named
    in the sentences before it or in its own.
    """

    count: int = 0
    far: int = 0
    near: Counter[Figure] = field(default_factory=Counter)
    beside: Counter[Figure] = field(default_factory=Counter)

    def add(self, *, near: set[Figure], beside: set[Figure], told: bool) -> None:
        self.count += 1
        self.far += not told
        self.near.update(near)
        self.beside.update(beside)


class Offices:
    """Keeps holders of one office apart.

    Who is named beside "the president" in one clause is another (a name does not stand for what its own clause calls
    by an office); so is who is named with it in sentence after sentence where another of that office never is:
    a report that says "the president" of Brandt does not need the name Brandt there. And where a report mostly says
    "the president" with nobody of that office named shortly before, it speaks of its own, one and the same throughout.
    """

    def __init__(self, setting: Setting, stage: Stage, *, roles: Roles) -> None:
        self._setting, self._stage, self._roles = setting, stage, roles
        self._uses: dict[str, _Uses] = {}
        self._names: Counter[Figure] | None = None

    def held(self, figure: Figure) -> frozenset[str]:
        """The offices that the report gives a figure."""
        return frozenset(trait.role for trait in figure.traits if trait.role in self._roles.offices)

    def others(self, nominal: Nominal, holders: Collection[Figure]) -> set[Figure]:
        """Those of ``holders`` that the office cannot mean at this place; none where the noun is no office."""
        if nominal.role not in self._roles.offices or nominal.plural:
            return set()
        found = self._arguments(nominal.head).intersection(holders)
        if nominal.bare:
            beside = self._used(nominal.role).beside
            least = min((beside[one] for one in holders if one.names and one.is_a(nominal.role)), default=0)
            found |= {one for one in holders if beside[one] >= max(_OFTEN, _RARER * least)}
        return found

    def one_throughout(self, nominal: Nominal) -> bool:
        """Whether a phrase like "the president" means the report's own, whoever was named last."""
        if nominal.role not in self._roles.offices or not nominal.bare or nominal.plural:
            return False
        used = self._used(nominal.role)
        return used.count >= _FEWEST and used.far >= _FAR * used.count

    def own(self, nominal: Nominal, holders: Collection[Figure]) -> Figure | None:
        """The holder that the report speaks of throughout, if one can be told: seldom named beside the office, often
        before it.
        """
        used, named = self._used(nominal.role), self._named()
        shown = {one: used.near[one] - used.beside[one] for one in holders}
        fitting = [one for one in holders if used.beside[one] * _SELDOM <= named[one]]
        telling = [one for one in fitting if shown[one] > 0 or named[one] >= _OFTEN_NAMED]
        return max(telling, key=lambda one: (shown[one], named[one]), default=None)

    def best_known(self, holders: Collection[Figure]) -> Figure | None:
        """The one of several that is named most; None where two are named as often."""
        named = self._named()
        ranked = sorted(((named[one], number) for number, one in enumerate(holders)), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return list(holders)[ranked[0][1]]

    def _arguments(self, head: Token) -> set[Figure]:
        """The figures that are named as other arguments of the clause or the noun that a word belongs to."""
        found: set[Figure] = set()
        up = self._setting.governor(head)
        for _ in range(_CLIMB):
            if up is None:
                break
            for child in self._setting.children(up):
                within = self._setting.children(child) if child.dep in {"prep", "agent"} else [child]
                named = (one for one in within if one.dep in _ARGUMENTS and one.index != head.index)
                found.update(self._figures(one.index for one in named))
            if up.pos in {"VERB", "AUX"}:
                break
            up = self._setting.governor(up)
        return found

    def _named(self) -> Counter[Figure]:
        """How often each figure is named."""
        if self._names is None:
            heads = {self._setting.name_head(name) for name in self._setting.names.values()}
            found = (self._stage.at(head.index) for head in heads if head is not None)
            self._names = Counter(one for one in found if one is not None)
        return self._names

    def _used(self, role: str) -> _Uses:
        """How the report uses "the" and an office with nothing else."""
        if role not in self._uses:
            self._uses[role] = used = _Uses()
            for number, reference in self._setting.references.items():
                token = self._setting.tokens[number]
                plain = reference.form == "nominal" and token.lemma.lower() == role and number > 0
                if plain and self._setting.tokens[number - 1].text.lower() == "the":
                    around = self._setting.around(token)
                    first = self._setting.earlier(token, _NEAR)
                    beside = self._figures(range(around.first, around.last))
                    near = self._figures(range(first.first, around.first)) - beside
                    used.add(near=near, beside=beside, told=any(one.is_a(role) for one in near | beside))
        return self._uses[role]

    def _figures(self, numbers: Iterable[int]) -> set[Figure]:
        named = (self._stage.at(number) for number in numbers if number in self._setting.names)
        return {figure for figure in named if figure is not None and figure.kind == "person"}
