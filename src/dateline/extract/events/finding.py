"""Finds the words that may tell events: verbs and nouns in a construction that a frame asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.surroundings import Surroundings
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.vocab.frames import Condition, Frames, Sense
from dateline.vocab.light import Light, Use

_NEAR = 4  # words from a light verb to its noun that are all the trigger: "carried out an air strike"
_NOUNS = frozenset({"NOUN", "PROPN"})


class Finder:
    """Proposes candidates for events in the order of their words."""

    def __init__(self, grammar: Grammar, around: Surroundings, *, frames: Frames, light: Light) -> None:
        self._grammar = grammar
        self._around = around
        self._frames = frames
        self._light = light

    def candidates(self) -> Iterator[Candidate]:
        """Every word with a frame that fits; a verb that only carries a noun gives way to it."""
        found = [one for token in self._grammar.tokens for one in self._at(token)]
        carriers = {one.predicate.index for one in found if one.light}
        yield from (one for one in found if one.light or one.head.index not in carriers)

    def _at(self, token: Token) -> Iterator[Candidate]:
        if token.pos == "VERB":
            senses = self._fitting(token, self._verb_senses(token))
            if senses and not _adjectival(token):
                yield Candidate(token, token, self._with_particle(token), senses)
        elif token.pos in _NOUNS and not self._describing(token):
            known = tuple(one for one in self._frames.nouns.get(token.lemma.lower(), ()) if self._spelt(token, one))
            senses = self._fitting(token, known)
            if senses:
                yield self._nominal(token, senses)

    def _verb_senses(self, verb: Token) -> tuple[Sense, ...]:
        """The frames of a verb by its lemma, or by its form where the model errs ("raped" has the lemma "rap")."""
        known = self._frames.verbs
        return known.get(verb.lemma.lower()) or known.get(verb.text.lower().removesuffix("d"), ())

    def _fitting(self, token: Token, known: Iterable[Sense]) -> tuple[Sense, ...]:
        """The senses that fit; none where the one that asks most says that it is no event."""
        senses = tuple(one for one in known if all(self._holds(token, need) for need in one.needs))
        return senses if senses and senses[0].type is not None else ()

    def _nominal(self, noun: Token, senses: tuple[Sense, ...]) -> Candidate:
        words = len(senses[0].word.split())
        span = self._grammar.span(noun.index - words + 1, noun.index)
        carried = self._carried(noun)
        if carried is None:
            return Candidate(noun, noun, span, senses)
        verb, use = carried
        between = self._grammar.tokens[verb.index + 1 : noun.index - words + 1]
        near = 0 < noun.index - verb.index <= _NEAR and not any(one.pos in (*_NOUNS, "PRON") for one in between)
        span = self._grammar.span(verb.index, noun.index) if near else span
        return Candidate(noun, verb, span, senses, use.suffered, use.weight)

    def _carried(self, noun: Token) -> tuple[Token, Use] | None:
        """The light verb that carries a noun: as object, as subject of a passive, or through a preposition."""
        at, preposition, through = noun, None, None
        while at.dep == "conj" and at.head != at.index:
            at = self._grammar.head(at)
        if at.dep == "pobj":
            preposition = self._grammar.head(at)
            at = self._grammar.head(preposition)
            if at.pos in _NOUNS and at.dep == "dobj":  # "take part in talks"
                at, through = self._grammar.head(at), at
        elif at.dep in ("dobj", "nsubjpass"):
            at = self._grammar.head(at)
        else:
            return None
        word = None if preposition is None else preposition.text.lower()
        uses = self._light.of(at.lemma.lower(), word, noun.lemma.lower()) if at.pos in ("VERB", "AUX") else ()
        return next(((at, use) for use in uses if self._used(at, through, use)), None)

    def _used(self, verb: Token, through: Token | None, use: Use) -> bool:
        """Whether the particle and the noun between that a use asks for are there, and no other."""
        if use.through is not None and through is None:
            through = self._grammar.child(verb, "dobj")
        if use.through != (None if through is None else through.lemma.lower()):
            return False
        particles = [one.text.lower() for one in self._around.particles(verb)]
        return use.particle in particles if use.particle is not None else "off" not in particles

    def _describing(self, noun: Token) -> bool:
        """Whether a noun only describes the one after it: "riot police"."""
        after = self._grammar.head(noun)
        return noun.dep in ("compound", "nmod", "amod") and after.index > noun.index and after.pos in _NOUNS

    def _spelt(self, noun: Token, sense: Sense) -> bool:
        """Whether the words of a frame of several words stand before the noun."""
        *before, _ = sense.word.split()
        start = noun.index - len(before)
        if start < 0:
            return False
        tokens = self._grammar.tokens[start : noun.index]
        return all(word in (one.text.lower(), one.lemma.lower()) for word, one in zip(before, tokens, strict=True))

    def _with_particle(self, verb: Token) -> Span:
        particle = next((one for one in self._around.particles(verb) if one.index == verb.index + 1), None)
        return self._grammar.span(verb.index, verb.index if particle is None else particle.index)

    # -- conditions -----------------------------------------------------------------------------------------------

    def _holds(self, token: Token, need: Condition) -> bool:
        return self._met(token, need) != need.negated

    def _met(self, token: Token, need: Condition) -> bool:
        match need.kind:
            case "noobj":
                return not self._around.objects(token)
            case "reduced":
                return token.dep == "acl" and token.tag == "VBN"
            case "prep":
                return self._prepositional(token, need)
            case _:
                return self._any(self._there(token, need.kind), need)

    def _there(self, token: Token, kind: str) -> Iterable[Token]:
        match kind:
            case "obj":
                return self._around.objects(token)
            case "subj":
                return self._around.subjects(token)
            case "prt":
                return self._around.particles(token)
            case "xcomp" | "ccomp":
                return self._around.complements(token, kind)
            case "mod":
                return self._around.modifiers(token)
            case "poss":
                return self._around.owners(token)
            case _:
                return self._around.governors(token)

    def _prepositional(self, token: Token, need: Condition) -> bool:
        found = self._around.prepositions(token, need.word or "")
        if need.bare:
            return bool(found)
        return any(self._any(self._around.governed(one), need) for one in found)

    def _any(self, tokens: Iterable[Token], need: Condition) -> bool:
        return any(need.bare or self._is(one, need) for one in tokens)

    def _is(self, token: Token, need: Condition) -> bool:
        if token.lemma.lower() in need.wanted or token.text.lower() in need.wanted:
            return True
        return bool(need.seen and need.seen & self._around.kinds(token))


def _adjectival(token: Token) -> bool:
    """Whether a participle only describes a noun: "the wounded soldier"."""
    return token.dep in ("amod", "compound")
