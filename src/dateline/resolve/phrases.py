"""Takes a phrase with a role noun apart: its role, what tells which one is meant, and how it points."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.marks import Gender, NameKind, Reference, Token
from dateline.model.words import Stretch
from dateline.resolve.cast import Figure, Modifier, Stage
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
_KINDS: dict[str, NameKind] = {
    "person": "person",
    "group": "group",
    "organisation": "organisation",
    "document": "organisation",
}
_ANOTHER = frozenset({"first", "latter", "next", "other", "second", "third"})


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
    bare: bool
    key: str

    @property
    def owners(self) -> frozenset[Figure]:
        """The people and bodies that it belongs to: "its website", "the Oria Union's paper"."""
        kinds = {"person", "organisation", "group"}
        return frozenset(one for one in self.modifiers if isinstance(one, Figure) and one.kind in kinds)


class Phrases:
    """Reads the phrases of one report."""

    def __init__(self, setting: Setting, stage: Stage, *, roles: Roles, traits: Traits) -> None:
        self._setting, self._stage, self._roles, self._traits = setting, stage, roles, traits

    def taken_apart(self, reference: Reference, head: Token) -> Nominal | None:
        """The parts of a phrase; None for one whose noun is no role."""
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
            bare=words == ["the", head.text.lower()] and not self._owned(head),
            key=" ".join(word for word in words if word not in _POINTING),
        )

    def _may_be_epithet(self, words: list[str], role: str, head: Token) -> bool:
        """Whether a phrase may speak again of somebody just named: "the billionaire", not "the other official"."""
        again = words[0] == "the" and role in self._roles.epithets
        return again and _ANOTHER.isdisjoint(words) and not self._owned(head)

    def _owned(self, head: Token) -> bool:
        """Whether somebody or something is said that the role belongs to: "the union's president"."""
        return any(child.dep in {"poss", "prep", "relcl"} for child in self._setting.children(head))

    def owner_unknown(self, head: Token) -> bool:
        """Whether a phrase begins with a "his" or "its" whose figure is not known."""
        owners = [child for child in self._setting.children(head) if child.tag == "PRP$"]
        return any(self._stage.at(owner.index) is None for owner in owners)

    def _possessed(self, stretch: Stretch) -> bool:
        """Whether a phrase begins with an owner or a demonym: "his spokesman", "Oria's president", "Orian police"."""
        first = self._setting.tokens[stretch.first]
        if first.tag == "PRP$":
            return True
        numbers = range(stretch.first, stretch.last)
        return (
            any(self._setting.tokens[number].tag == "POS" for number in numbers) or first.index in self._setting.names
        )
