"""Which figure a role noun means: "the Russian president", "the ministry", "the official"."""

from __future__ import annotations

from dateline.model.marks import Reference, Token
from dateline.resolve.antecedents import Antecedents
from dateline.resolve.cast import Figure, Stage, Trait, of_another_country
from dateline.resolve.offices import Offices
from dateline.resolve.phrases import Nominal, Phrases
from dateline.resolve.setting import Setting
from dateline.resolve.traits import Traits
from dateline.vocab.roles import Roles

_DEGREES = frozenset({"deputy", "vice", "assistant", "acting", "shadow"})
_PAST = frozenset({"former", "ex", "late", "then", "one-time"})
_ANY_BODY = frozenset(
    {"agency", "broadcaster", "company", "firm", "group", "magazine", "network", "newspaper", "organisation"}
    | {"organization", "outlet", "paper", "publication", "tabloid", "website"}
)
_COMPANIES = frozenset({"inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "llc", "plc", "airlines", "bank"})
_FADING = 0.5


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
        self._phrases = Phrases(setting, stage, roles=roles, traits=traits)
        self._offices = Offices(setting, stage, roles=roles)
        self._unnamed: dict[str, Figure] = {}
        self._by_role: dict[str, list[Figure]] = {}
        self._untold: list[Figure] = []

    def resolve(self, reference: Reference, head: Token, *, speaking: bool = False) -> tuple[Figure, str] | None:
        """The figure of a phrase and why; None for a noun that is no role. One that is ``speaking`` may be
        somebody just named whom the phrase describes anew ("the billionaire").
        """
        nominal = self._phrases.taken_apart(reference, head)
        if nominal is None:
            return None
        beside = self._traits.heads.get(head.index)
        if beside is not None and beside.plural == nominal.plural:
            return beside, "apposition"
        known = self._known(nominal) if nominal.definite and not self._phrases.owner_unknown(head) else None
        if known is not None:
            return known, "role noun"
        again = self._again(nominal) if speaking and nominal.epithet else None
        return (again, "epithet") if again is not None else (self._own(nominal, reference), "description")

    def _again(self, nominal: Nominal) -> Figure | None:
        """The person most in mind that nothing speaks against."""

        if nominal.role in self._roles.offices and self._holders(nominal):
            return None

        def fits(figure: Figure) -> bool:
            fresh = self._agrees(nominal, figure) and not figure.is_a(nominal.role)
            fresh = fresh and not (nominal.role in self._roles.offices and self._offices.held(figure))
            return bool(figure.names) and fresh and not of_another_country(nominal.modifiers, figure)

        return self._antecedents.most_in_mind(nominal.head, fits)

    def _holders(self, nominal: Nominal) -> list[Figure]:
        """The figures, named or not, that the report gives the very role of a phrase."""
        return [one for one in self._by_role.get(nominal.role, ()) if not one.plural and self._fit(nominal, one) >= 2.0]

    def _known(self, nominal: Nominal) -> Figure | None:
        """The best of the figures met that have the role, by fit and nearness."""
        candidates = self._candidates(nominal)
        others = self._offices.others(nominal, candidates)
        candidates = [one for one in candidates if one not in others]
        if self._offices.one_throughout(nominal):
            current = [one for one in self._named_holders(nominal, candidates) if not self._past(nominal, one)]
            return self._offices.own(nominal, current)
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
        """The figure of the report with the very role, though it is named only later; of several the best known."""
        return self._offices.best_known(self._named_holders(nominal, candidates))

    def _named_holders(self, nominal: Nominal, candidates: list[Figure]) -> list[Figure]:
        return [one for one in candidates if one.names and self._fit(nominal, one) >= 2.0]

    @staticmethod
    def _past(nominal: Nominal, figure: Figure) -> bool:
        """Whether the report calls a figure a former holder of the role."""
        return any(trait.role == nominal.role and trait.modifiers & _PAST for trait in figure.traits)

    def _fit(self, nominal: Nominal, figure: Figure) -> float:
        """How well a figure fits a phrase: 2 for the role, 1 for a narrower one, more for shared modifiers, else 0."""
        if not self._agrees(nominal, figure):
            return 0.0
        if nominal.role in _ANY_BODY and figure.names and self._untold_kind(figure) and not nominal.owners:
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
