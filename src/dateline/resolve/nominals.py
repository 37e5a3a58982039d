"""Which figure a role noun means: "the Russian president", "the ministry", "the official"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.marks import Gender, NameKind, Reference, Token
from dateline.model.words import Stretch
from dateline.resolve.antecedents import Antecedents
from dateline.resolve.cast import Figure, Modifier, Stage, Trait, of_another_country
from dateline.resolve.setting import Setting
from dateline.resolve.traits import Traits
from dateline.vocab.roles import Roles

_POINTING = frozenset({"the", "this", "that", "these", "those", "said"})
_COUNTING = frozenset(
    {
        "a",
        "an",
        "one",
        "another",
        "some",
        "several",
        "two",
        "three",
        "four",
        "five",
        "many",
        "most",
        "few",
        "other",
        "no",
    }
)
_DEGREES = frozenset({"deputy", "vice", "assistant", "acting", "shadow"})
_PAST = frozenset({"former", "ex", "late", "then", "one-time"})
_KINDS: dict[str, NameKind] = {
    "person": "person",
    "group": "group",
    "organisation": "organisation",
    "document": "organisation",
}
_ANY_BODY = frozenset(
    {"agency", "broadcaster", "company", "firm", "group", "magazine", "network", "newspaper", "organisation"}
    | {"organization", "outlet", "paper", "tabloid"}
)
_ANOTHER = frozenset({"first", "latter", "next", "other", "second", "third"})
_COMPANIES = frozenset({"inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "llc", "plc", "airlines", "bank"})
_FADING = 0.5


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase with a role noun, taken apart."""

    head: Token
    role: str
    kind: NameKind
    plural: bool
    gender: Gender | None
    modifiers: frozenset[Modifier]
    definite: bool
    counted: bool
    epithet: bool
    key: str


class Nominals:
    """Finds the figure of a role noun, or makes one that is known by its description only.

    A definite phrase means the figure of that role which fits its modifiers and comes up nearest; a wider word
    ("the official") may mean a narrower role ("minister"). Nothing is guessed: where the modifiers disagree or
    no such role was named, the phrase stands for a figure of its own.
    """

    def __init__(
        self, setting: Setting, stage: Stage, *, roles: Roles, traits: Traits, antecedents: Antecedents
    ) -> None:
        self._setting, self._stage, self._roles, self._traits = setting, stage, roles, traits
        self._antecedents = antecedents
        self._unnamed: dict[str, Figure] = {}
        self._by_role: dict[str, list[Figure]] = {}
        self._untold: list[Figure] = []

    def resolve(self, reference: Reference, head: Token, *, speaking: bool = False) -> tuple[Figure, str] | None:
        """The figure of a phrase and why; None for a noun that is no role. One that is ``speaking`` may be
        somebody just named whom the phrase describes anew ("the billionaire").
        """
        nominal = self._taken_apart(reference, head)
        if nominal is None:
            return None
        beside = self._traits.heads.get(head.index)
        if beside is not None and beside.plural == nominal.plural:
            return beside, "apposition"
        known = self._known(nominal) if nominal.definite and not self._owner_unknown(head) else None
        if known is not None:
            return known, "role noun"
        again = self._again(nominal) if speaking and nominal.epithet else None
        return (again, "epithet") if again is not None else (self._own(nominal, reference), "description")

    def _taken_apart(self, reference: Reference, head: Token) -> Nominal | None:
        role = self._traits.role(head)
        stretch = self._setting.stretch(reference.span)
        if role is None or stretch is None:
            return None
        words = [word.lower() for word in self._setting.words(stretch)]
        kind = _KINDS[self._roles.kinds.get(role, "person")]
        plural = reference.number == "plural"
        return Nominal(
            head=head,
            role=role,
            kind="group" if plural and kind == "person" else kind,
            plural=plural,
            gender=reference.gender,
            modifiers=self._traits.modifiers(head),
            definite=words[0] in _POINTING or self._possessed(stretch),
            counted=words[0] in _COUNTING or words[0].isdigit(),
            epithet=self._may_be_epithet(words, role, head) and not plural,
            key=" ".join(word for word in words if word not in _POINTING),
        )

    def _may_be_epithet(self, words: list[str], role: str, head: Token) -> bool:
        """Whether a phrase may speak again of somebody just named: "the billionaire", not "the other official"."""
        again = words[0] == "the" and role in self._roles.epithets
        return again and _ANOTHER.isdisjoint(words) and not self._owned(head)

    def _owner_unknown(self, head: Token) -> bool:
        """Whether a phrase begins with a "his" or "its" whose figure is not known."""
        owners = [child for child in self._setting.children(head) if child.tag == "PRP$"]
        return any(self._stage.at(owner.index) is None for owner in owners)

    def _owned(self, head: Token) -> bool:
        """Whether somebody or something is said that the role belongs to: "the union's president"."""
        return any(child.dep in {"poss", "prep", "relcl"} for child in self._setting.children(head))

    def _again(self, nominal: Nominal) -> Figure | None:
        """The person most in mind that nothing speaks against."""

        def fits(figure: Figure) -> bool:
            fresh = self._agrees(nominal, figure) and not figure.is_a(nominal.role)
            return bool(figure.names) and fresh and not of_another_country(nominal.modifiers, figure)

        return self._antecedents.most_in_mind(nominal.head, fits)

    def _possessed(self, stretch: Stretch) -> bool:
        """Whether a phrase begins with an owner or a demonym: "his spokesman", "Oria's president", "Orian police"."""
        first = self._setting.tokens[stretch.first]
        if first.tag == "PRP$":
            return True
        numbers = range(stretch.first, stretch.last)
        return (
            any(self._setting.tokens[number].tag == "POS" for number in numbers) or first.index in self._setting.names
        )

    def _known(self, nominal: Nominal) -> Figure | None:
        """The best of the figures met that have the role, by fit and nearness."""
        candidates = self._candidates(nominal)
        best: tuple[float, float, int] = (0.0, 0.0, 0)
        found: Figure | None = None
        for figure in candidates:
            spot = self._stage.nearest(figure, nominal.head.index)
            told = figure.introduced or figure.kind != "person"
            fit = self._fit(nominal, figure) if spot is not None and told else 0.0
            if fit > 0 and spot is not None:
                since = max(0, self._setting.sentence(nominal.head) - spot.sentence)
                rank = fit, spot.weight * _FADING**since, spot.token
                if rank > best:
                    best, found = rank, figure
        return found or self._coming(nominal, candidates)

    def _candidates(self, nominal: Nominal) -> list[Figure]:
        """The figures with the role of a phrase or a narrower one; for "the group" also bodies of unknown kind."""
        roles = [nominal.role, *sorted(self._roles.wider.get(nominal.role, ()))]
        found = [figure for role in roles for figure in self._by_role.get(role, ())]
        if nominal.role in _ANY_BODY:
            found.extend(self._untold)
        return list(dict.fromkeys(found))

    def know(self, figure: Figure) -> None:
        """Makes a figure one that phrases may mean, by its traits."""
        for trait in figure.traits:
            self._by_role.setdefault(trait.role, []).append(figure)
        if self._untold_kind(figure):
            self._untold.append(figure)

    def _untold_kind(self, figure: Figure) -> bool:
        """Whether a body's name does not say what kind of body it is."""
        if figure.kind not in {"organisation", "group"} or not figure.names:
            return False
        return not any(trait.role in self._roles.kinds or trait.role in _COMPANIES for trait in figure.traits)

    def _coming(self, nominal: Nominal, candidates: list[Figure]) -> Figure | None:
        """The one figure of the report with the very role, though it is named only later."""
        fitting = [one for one in candidates if one.names and self._fit(nominal, one) >= 2.0]
        return fitting[0] if len(fitting) == 1 else None

    def _fit(self, nominal: Nominal, figure: Figure) -> float:
        """How well a figure fits a phrase: 2 for the role, 1 for a narrower one, more for shared modifiers, else 0."""
        if not self._agrees(nominal, figure):
            return 0.0
        if nominal.role in _ANY_BODY and figure.names and self._untold_kind(figure):
            return 1.0
        return max((self._fits(nominal, trait, figure) for trait in figure.traits), default=0.0)

    def _fits(self, nominal: Nominal, trait: Trait, figure: Figure) -> float:
        narrower = self._roles.wider.get(nominal.role, frozenset())
        base = 2.0 if trait.role == nominal.role else 1.0 if trait.role in narrower else 0.0
        if not base or nominal.modifiers & _DEGREES != trait.modifiers & _DEGREES:
            return 0.0
        telling = nominal.modifiers - _DEGREES - _PAST
        shared = telling & (trait.modifiers | figure.modifiers)
        if telling and not shared and (base < 2.0 or trait.modifiers - _DEGREES - _PAST):
            return 0.0
        if nominal.modifiers & _PAST and not (trait.modifiers | figure.modifiers) & _PAST:
            return 0.0
        past = 0.5 if trait.modifiers & _PAST - nominal.modifiers else 0.0
        return base - past + 0.25 * min(len(shared), 3)

    @staticmethod
    def _agrees(nominal: Nominal, figure: Figure) -> bool:
        named_group = figure.kind == "group" and bool(figure.names) and nominal.kind == "organisation"
        if figure.plural != nominal.plural and not named_group:
            return False
        if (figure.kind == "person") != (nominal.kind == "person"):
            return False
        return None in (nominal.gender, figure.gender) or nominal.gender == figure.gender

    def _own(self, nominal: Nominal, reference: Reference) -> Figure:
        """The figure known by this description only; the same words mean the same unless they count ("a", "two")."""
        if not nominal.counted and nominal.key in self._unnamed:
            return self._unnamed[nominal.key]
        stretch = self._setting.stretch(reference.span)
        figure = Figure(
            nominal.kind,
            description=self._setting.text(stretch) if stretch else None,
            gender=nominal.gender,
            plural=nominal.plural,
            document=self._roles.kinds.get(nominal.role) == "document",
            introduced=nominal.counted or nominal.plural or not nominal.definite,
            traits=[Trait(nominal.role, nominal.modifiers)],
            modifiers=set(nominal.modifiers),
        )
        self._unnamed[nominal.key] = figure
        self.know(figure)
        return figure
