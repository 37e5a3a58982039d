"""Pronouns and role nouns: words that point at somebody named elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.marks import Gender, Mark, Marks, Name, Number, Reference, Sentence, Token
from dateline.model.text import Document
from dateline.model.words import Stretch, Words
from dateline.vocab.pronouns import Pronouns
from dateline.vocab.roles import Roles

_PREMODIFYING = frozenset(
    {"amod", "compound", "det", "nmod", "nummod", "poss", "predet", "quantmod", "case", "advmod", "punct"}
)
_TITLE = frozenset({"compound", "nmod", "amod"})
_BREAKING = frozenset({",", ";", ":", "“", '"', "(", "–", "—"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_CLIMB = 4  # steps from a relative pronoun to the clause it opens, at most


class ReferenceMarker:
    """Marks pronouns ("he", "his"), and phrases with a role noun ("the Russian president", "its spokeswoman",
    "a senior official", "officials"). A phrase runs from its first modifier to its noun. Titles before a name
    ("President Brandt") are no references, nor is the "it" of "it seems". Relative pronouns are marked where
    they open a relative clause.
    """

    name = "references"
    needs: frozenset[type[Mark]] = frozenset({Token, Sentence, Name})
    gives: frozenset[type[Mark]] = frozenset({Reference})

    def __init__(self, *, roles: Roles, pronouns: Pronouns) -> None:
        self._roles, self._pronouns = roles, pronouns

    def mark(self, document: Document, marks: Marks) -> Iterator[Reference]:
        words = Words(document, marks)
        named = _named(words, marks)
        for token in words.tokens:
            if token.index in named:
                continue
            reference = self._pronoun(words, token) or self._nominal(words, token, named)
            if reference is not None:
                yield reference

    def _pronoun(self, words: Words, token: Token) -> Reference | None:
        word = token.text.lower()
        if token.tag == "PRP$" and word in self._pronouns.possessives:
            own = self._pronouns.possessives[word]
            return Reference(token.span, "possessive", own.number, own.gender, own.person)
        if token.tag == "PRP" and word in self._pronouns.pronouns and not self._empty(words, token):
            own = self._pronouns.pronouns[word]
            return Reference(token.span, "pronoun", own.number, own.gender, own.person)
        if token.tag in {"WP", "WDT"} and word in self._pronouns.relatives and _opens_relative(words, token):
            return Reference(token.span, "pronoun")
        return None

    def _empty(self, words: Words, token: Token) -> bool:
        """Whether an "it" points at nothing: "it seems that", "it is clear that"."""
        verb = words.governor(token)
        if token.text.lower() != "it" or verb is None or token.dep not in {"nsubj", "nsubjpass"}:
            return False
        if verb.lemma in self._pronouns.weather:
            return True
        return verb.lemma == "be" and any(child.dep in {"ccomp", "csubj", "advcl"} for child in words.children(verb))

    def _nominal(self, words: Words, token: Token, named: set[int]) -> Reference | None:
        if token.pos not in {"NOUN", "PROPN"}:
            return None
        lemma = role_lemma(token)
        kind = self._roles.kinds.get(lemma)
        if kind is None or self._before_name(words, token, named):
            return None
        plural = token.tag in _PLURAL_TAGS or kind == "group"
        number: Number = "plural" if plural else "singular"
        stretch = Stretch(_left_edge(words, token), token.index + 1)
        bare = len(stretch) == 1
        if bare and not plural and not (token.text[0].isupper() and token.dep in {"nsubj", "pobj"}):
            return None
        gender: Gender | None = self._roles.gender(lemma) if kind == "person" else None if plural else "neuter"
        return Reference(words.span(stretch), "nominal", number, gender)

    def _before_name(self, words: Words, token: Token, named: set[int]) -> bool:
        """Whether a noun is a title or part of another noun's phrase: "President Brandt", "the campaign manager"."""
        if token.dep in _TITLE and token.head > token.index:
            return True
        return token.index + 1 in named and token.text[0].isupper() and token.dep != "nsubj"


def role_lemma(token: Token) -> str:
    """The lemma by which a role noun is looked up; the model leaves capitalised plurals as they are."""
    lemma = token.lemma.lower()
    return lemma[:-1] if token.tag == "NNPS" and lemma.endswith("s") else lemma


def _named(words: Words, marks: Marks) -> set[int]:
    stretches = (words.stretch(name.span) for name in marks.every(Name))
    return {number for stretch in stretches if stretch for number in range(stretch.first, stretch.last)}


def _opens_relative(words: Words, token: Token) -> bool:
    up: Token | None = token
    for _ in range(_CLIMB):
        up = words.governor(up) if up is not None else None
        if up is None:
            return False
        if up.dep == "relcl":
            return token.index < up.index
    return False


def _left_edge(words: Words, token: Token) -> int:
    """Where the phrase of a noun begins: at the first of the modifiers that stand before it without a gap."""
    first = token.index
    while first > 0:
        before = words.tokens[first - 1]
        if not _modifies(words, before, first, token.index):
            break
        first -= 1
    return first


def _modifies(words: Words, before: Token, first: int, noun: int) -> bool:
    """Whether a word belongs to the modifiers before a noun: its way up leads to the noun over modifiers."""
    up = before
    for _ in range(noun - before.index):
        if up.dep not in _PREMODIFYING or not first <= up.head <= noun:
            return False
        if up.head == noun:
            return before.text not in _BREAKING
        up = words.tokens[up.head]
    return False
