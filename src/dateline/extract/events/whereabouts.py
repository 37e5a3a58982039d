"""Places in phrases and clauses: after prepositions, in longer phrases, before a noun, anywhere below a verb."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.toponymy import Toponymy
from dateline.extract.events.voice import VERBS
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.model.text import Document, Span

AT = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within", "off", "along", "on", "into"}
    | {"opposite", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
    | {"during", "amid"}
)
"""Prepositions, and words before one, that say where."""

_NESTED = frozenset(
    {"of", "in", "near", "at", "on", "outside", "within", "around", "across", "north", "south", "east", "west"}
)
_LEADING = AT | _NESTED | {"by", "when", "as", "after", "via", "through", "with"}
_BARRED = frozenset({"ccomp", "relcl", "parataxis", "csubj", "pcomp"})
_NAMING = frozenset({"compound", "nmod"})
_DEPTH = 4


class Whereabouts:
    """The places of one report by the words that they hang on."""

    def __init__(self, document: Document, grammar: Grammar, places: Toponymy) -> None:
        self._document, self._grammar, self._places = document, grammar, places
        self._clauses = Clauses(grammar)

    def after(self, token: Token, words: frozenset[str]) -> Iterator[Span]:
        """After one of the prepositions ``words`` of a word, those that follow it first; of a noun also in its "of"."""
        for one in sorted(self._grammar.children[token.index], key=lambda child: child.index < token.index):
            if one.dep in ("prep", "advmod", "npadvmod") and one.text.lower() in words:
                yield from self._governed(one)
            elif one.dep == "prep" and one.text.lower() == "of" and token.pos not in VERBS:
                for child in self._clauses.objects.governed(one):
                    yield from self._invaded(child)
                    yield from self.nested(child)

    def _invaded(self, noun: Token) -> Iterator[Span]:
        """The place itself: "the invasion of Oria"."""
        yield from _some(self._places.place(noun))

    def straight(self, token: Token, words: frozenset[str]) -> Iterator[Span]:
        """What a preposition of a word governs, not the places in its phrase: "withdrew from Oria"."""
        for one in self._clauses.objects.after(token, *words):
            yield from _some(self._places.place(one))

    def before(self, noun: Token) -> Iterator[Span]:
        """ "The Kunduz bombing", "the Iraq war"; "United States air strikes" says who strikes."""
        for one in self._grammar.children[noun.index]:
            place = self._places.place(one)
            if one.dep not in ("compound", "nmod") or place is None or one.index > noun.index:
                continue
            if not one.text.isupper() and not (self._places.state(one) and " " in self._document[place]):
                yield place

    def nested(self, noun: Token, depth: int = _DEPTH) -> Iterator[Span]:
        """In the phrase of a noun that is no place itself: "a mosque in Kunduz", "the village of Sala"; not "the
        president of Vell", whom one can meet anywhere.
        """
        for one in self._grammar.children[noun.index] if depth else ():
            if one.dep == "prep" and one.text.lower() in _NESTED:
                for child in self._clauses.objects.governed(one):
                    if one.text.lower() != "of" or not self._places.state(child):
                        yield from self._in_phrase(child, depth - 1)
            elif one.dep == "appos":
                yield from _some(self._places.place(one))
            elif one.dep == "conj" and one.pos == "NOUN":
                yield from self.nested(one, depth - 1)

    def parties(self, verb: Token) -> Iterator[Span]:
        """Where the parties of a clause are: "workers in Oria went on strike", "killed by a landslide in Oria"."""
        if verb.pos not in VERBS:
            return
        children = self._grammar.children[verb.index]
        agents = [noun for one in children if one.dep == "agent" for noun in self._clauses.objects.governed(one)]
        subject = [one for one in children if one.dep in ("nsubj", "nsubjpass")]
        for noun in (*subject, *agents, *(one for one in children if one.dep == "dobj")):
            yield from self.nested(noun)

    def below(self, verb: Token) -> Iterator[Span]:
        """Anywhere in what a verb governs, but not in what was said or in what is only about it."""
        first, last = self._grammar.edges(verb)
        for token in self._grammar.tokens[first : last + 1]:
            place = self._places.place(token) if token.dep == "pobj" else None
            if place is not None and self._leads(token, verb):
                yield place

    def targets(self, verb: Token) -> list[Token]:
        """The heads of what a verb is done to."""
        return self._clauses.sufferers(verb) if verb.pos in VERBS else []

    def _governed(self, preposition: Token) -> Iterator[Span]:
        for one in self._grammar.children[preposition.index]:
            if one.dep == "pobj":
                yield from self._in_phrase(one, _DEPTH)
            elif one.dep == "prep":  # "north of Kunduz"
                yield from self._governed(one)

    def _in_phrase(self, noun: Token, depth: int) -> Iterator[Span]:
        """The place that a noun names, or that its phrase does."""
        own = self._places.place(noun)
        if own is not None:
            yield own
            return
        yield from self.nested(noun, depth)
        for one in self._grammar.children[noun.index]:
            if one.dep == "poss" or (one.dep in _NAMING and not self._places.state(one)):  # not "on US troops"
                yield from _some(self._places.place(one))

    def _leads(self, token: Token, verb: Token) -> bool:
        for at in (token, *self._grammar.ancestors(token)):
            if at.index == verb.index:
                return True
            if at.dep in _BARRED or (at.dep == "acl" and at.tag != "VBN"):
                return False
            owned = at.text.lower() == "of" and self._grammar.head(at).dep != "pobj"  # "the mayor of Vell was shot"
            if at.dep == "prep" and (at.text.lower() not in _LEADING or owned):
                return False
        return False


def _some(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
