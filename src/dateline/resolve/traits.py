"""What the words around a name say of it: "Russian President", "a spokeswoman for the ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.marks import Name, Token
from dateline.model.words import Stretch
from dateline.resolve.cast import Figure, Modifier, Stage, Trait
from dateline.resolve.setting import Setting
from dateline.vocab.roles import Roles

_BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})
_BELONGING = frozenset({"of", "for", "at", "in"})
_DEEPEST = 3  # modifiers of modifiers of modifiers tell nothing more
_FURTHEST = 8  # words before a name that are looked at


class Traits:
    """Collects titles before a name, appositions after it or before it, and "X is the minister"."""

    def __init__(self, setting: Setting, stage: Stage, *, roles: Roles) -> None:
        self._setting, self._stage, self._roles = setting, stage, roles
        self.heads: dict[int, Figure] = {}

    def collect(self, name: Name, figure: Figure) -> None:
        """Adds what is said around ``name`` to its figure; ``heads`` keeps the nouns that were used up for it."""
        stretch = self._setting.stretch(name.span)
        if stretch is None:
            return
        for trait in self._before(stretch):
            self._add(figure, trait)
        head = self._setting.head(stretch)
        for noun in () if self._may_be_called(stretch) else self._nouns(head):
            role = self.role(noun)
            if role is not None and (self._roles.kinds.get(role) == "person") == (figure.kind == "person"):
                self.heads[noun.index] = figure
                self._add(figure, Trait(role, self.modifiers(noun)))

    def role(self, noun: Token) -> str | None:
        """The role noun that a word is, or None."""
        word = noun.lemma.lower()
        word = self._roles.short.get(word, word)
        return word if word in self._roles.kinds or word in self._roles.short.values() else None

    def modifiers(self, noun: Token) -> frozenset[Modifier]:
        """What tells which one a role noun means: adjectives, owners and other figures, "of" and "for" phrases."""
        found: set[Modifier] = set()
        for child in self._setting.children(noun):
            if child.dep in _DESCRIBING and child.index + 1 < len(self._setting.tokens):
                if self._setting.tokens[child.index + 1].text != "-":
                    found.update(self._described(child))
            elif child.dep == "prep" and child.text.lower() in _BELONGING:
                for thing in self._setting.children(child):
                    found.update(self._described(thing))
        return frozenset(found)

    def _described(self, token: Token, depth: int = 0) -> Iterator[Modifier]:
        """The figure that a modifier names or points at, else its lemma, with its own modifiers."""
        figure = self._stage.at(token.index)
        if figure is not None:
            yield figure
        elif token.tag != "PRP$":
            yield token.lemma.lower()
        for child in self._setting.children(token):
            if child.dep in _DESCRIBING and child.index not in self._setting.names and depth < _DEEPEST:
                yield from self._described(child, depth + 1)

    def _before(self, stretch: Stretch) -> Iterator[Trait]:
        """Roles in the words right before a name: "former Foreign Minister"."""
        words: set[Modifier] = set()
        roles: list[str] = []
        for number in range(stretch.first - 1, max(-1, stretch.first - 1 - _FURTHEST), -1):
            token = self._setting.tokens[number]
            if number + 1 in self._setting.openings:
                break
            of = token.text.lower() == "of" and number > 0 and self.role(self._setting.tokens[number - 1]) is not None
            if not of and token.pos not in _BEFORE and token.text not in {"-", "."}:
                break
            role = self.role(token)
            if role is not None and number not in self._setting.names:
                roles.append(role)
            elif not of and self._setting.tokens[number + 1].text != "-":
                words.add(self._stage.at(number) or token.lemma.lower())
        for role in roles:
            yield Trait(role, frozenset(words | set(roles)) - {role})

    def _nouns(self, head: Token) -> Iterator[Token]:
        """The nouns put beside a name: after it, before it, or by "is"."""
        for child in self._setting.children(head):
            if child.dep == "appos":
                yield from self._with_joined(child)
        governor = self._setting.governor(head)
        if governor is None:
            return
        if head.dep == "appos" and governor.index not in self._setting.names and governor.tag not in _PLURAL_TAGS:
            yield governor
        if head.dep == "nsubj" and governor.lemma == "be":
            yield from (child for child in self._setting.children(governor) if child.dep == "attr")
        if head.dep == "attr" and governor.lemma == "be":
            yield from (child for child in self._setting.children(governor) if child.dep == "nsubj")

    def _may_be_called(self, stretch: Stretch) -> bool:
        """Whether a name rather calls somebody: one word between commas in speech, "Jay, the president said ..."."""
        tokens = self._setting.tokens
        apart = any(
            0 <= number < len(tokens) and tokens[number].text == "," for number in (stretch.first - 1, stretch.last)
        )
        return len(stretch) == 1 and apart and self._setting.quoted(tokens[stretch.first])

    def _with_joined(self, noun: Token) -> Iterator[Token]:
        yield noun
        for child in self._setting.children(noun):
            if child.dep == "conj":
                yield child

    def _add(self, figure: Figure, trait: Trait) -> None:
        if trait not in figure.traits:
            figure.traits.append(trait)
        figure.modifiers.update(trait.modifiers)
        if figure.kind == "person" and figure.gender is None:
            figure.gender = self._roles.gender(trait.role)
