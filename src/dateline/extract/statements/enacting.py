"""Statements of documents that enact: a body named once, and paragraphs that open with what it says or does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.model.marks import Marks, Part, Token
from dateline.model.text import Document, Span
from dateline.vocab.enacting import Enacting, OpeningForm

_ALONE = re.compile(r"(The [^.,:;()]{2,80}?)\s*,$")
_ITEM = re.compile(r"\(?(?:[0-9]{1,3}|[a-z]{1,4}|[A-Z])[.)]\s*|[•*–—-]\s+")
_QUOTES = frozenset("“”\"„«»'‘’")
_SUBJECT = frozenset({"DET", "PROPN", "NOUN", "ADJ", "ADP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST = 8  # words of a body's name
_ASIDE = 14  # words between the body and its verb: "The Council, mindful of the harm done, urges"


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a paragraph or carries it on: the token places of its verb, and the first and last of its cue."""

    first: int
    verb: int
    last: int
    lemma: str
    form: OpeningForm


class EnactingFrames:
    """Proposes what a body says in "The Harbour Council, / Recalling that ... / 1. Decides to ..." and in paragraphs
    that each open with its name: "The Council urges ...". Other reports have none.
    """

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, words: Enacting, score: float) -> None:
        self._document = document
        self._grammar = grammar
        self._words = words
        self._score = score
        self._parts = marks.every(Part)
        self._loose_ends = words.loose | _QUOTES | frozenset(".:")
        self._proposals = [*self._under_a_name(), *self._by_refrain()]

    def propose(self) -> list[Proposal]:
        """All proposals, by place."""
        return sorted(self._proposals, key=lambda one: one.anchor)

    def without_rivals(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """``proposals`` less those whose cue word is part of an enacting cue."""
        taken = {word.index for one in self._proposals if one.cue for word in self._grammar.between(one.cue)}
        return [one for one in proposals if one.anchor not in taken]

    # -- the body is named once -----------------------------------------------------------------------------------

    def _under_a_name(self) -> Iterator[Proposal]:
        body: Span | None = None
        found: list[Proposal] = []
        for number, part in enumerate(self._parts):
            named = _ALONE.fullmatch(self._document[part.span])
            if named is not None and self._opens(number + 1):
                body = Span(part.span.start, part.span.start + named.end(1))
            elif body is not None:
                words = self._spoken(part)
                found += self._said(words, self._openings(words), source=body, after=number)
        if len(found) >= self._words.fewest:
            yield from found

    def _opens(self, number: int) -> bool:
        """Whether a paragraph opens with a verb that enacts, or with an act ("Having met")."""
        words = self._spoken(self._parts[number]) if number < len(self._parts) else []
        return bool(words) and (words[0].text.lower() in self._words.acts or self._opening(words) is not None)

    def _spoken(self, part: Part) -> list[Token]:
        """The words of a paragraph behind its number and opening mark."""
        item = _ITEM.match(self._document[part.span])
        start = part.span.start + (item.end() if item else 0)
        words = self._grammar.between(Span(start, part.span.end)) if start < part.span.end else []
        return words[1:] if words and words[0].text in _QUOTES else words

    # -- the body is named at the head of each paragraph --------------------------------------------------------------

    def _by_refrain(self) -> Iterator[Proposal]:
        heads = Counter(name for part in self._parts if (name := self._head(self._spoken(part))))
        refrain = next((name for name, often in heads.most_common(1) if often >= self._words.fewest), None)
        if refrain is None:
            return
        names = {refrain, f"The {refrain.split()[-1]}", "It"}
        for number, part in enumerate(self._parts):
            if not any(self._named(words, names) for words in self._sentences(part)[:1]):
                continue
            for words in self._sentences(part):
                at = self._place(words, names)
                size = self._named(words[at:], names)
                openings = self._behind(words[at + size :]) if size else []
                if openings:
                    source = self._grammar.span(words[at].index, words[at + size - 1].index)
                    yield from self._said(words, openings, source=source, after=number)

    def _head(self, words: Sequence[Token]) -> str | None:
        """The noun phrase that opens a paragraph before a verb that enacts: "The Harbour Council"."""
        head = list(takewhile(lambda word: word.pos in _SUBJECT and word.tag != "VBZ", words[:_LONGEST]))
        if len(head) < 2 or head[0].text != "The" or not self._behind(words[len(head) :]):
            return None
        return " ".join(word.text for word in head)

    def _sentences(self, part: Part) -> list[list[Token]]:
        words = self._spoken(part)
        found: list[list[Token]] = []
        for word in words:
            if not found or self._grammar.sentence(word) != self._grammar.sentence(found[-1][-1]):
                found.append([])
            found[-1].append(word)
        return found

    def _place(self, words: Sequence[Token], names: Iterable[str]) -> int:
        """Where in a sentence the body is named: at its head, or behind a comma as in "In this regard, the Council"."""
        behind = (at for at in range(1, len(words)) if words[at - 1].text == "," and self._named(words[at:], names))
        return 0 if self._named(words, names) else next(behind, 0)

    def _named(self, words: Sequence[Token], names: Iterable[str]) -> int:
        """How many words of the longest of ``names`` open ``words``; 0 where none does."""
        fitting = [name.lower().split() for name in names]
        return max((len(one) for one in fitting if [word.text.lower() for word in words[: len(one)]] == one), default=0)

    def _behind(self, words: Sequence[Token]) -> list[Opening]:
        """The openings behind a body's name: the first finite verb must be one, in the third person."""
        for at, word in enumerate(words[:_ASIDE]):
            state = self._words.form(words[at + 1].text) if at + 1 < len(words) else None
            if word.text.lower() in self._words.copulas and state is not None and state[1] == "state":
                return [Opening(word.index, word.index + 1, self._cue_end(words[at + 1 :], state[0]), *state)]
            if word.tag in _FINITE or (word.tag == "NNS" and (at == 0 or words[at - 1].text == ",")):
                form = self._words.form(word.text)
                first = self._opening(words[at:])
                if first is None or form is None or form[1] != "third person":
                    return []
                return [first, *self._further(words[at + 1 :], "third person")]
        return []

    # -- openings ---------------------------------------------------------------------------------------------------

    def _openings(self, words: Sequence[Token]) -> list[Opening]:
        first = self._opening(words)
        if first is not None:
            return [first, *self._further(words[first.verb - words[0].index + 1 :], first.form)]
        acts = bool(words) and words[0].text.lower() in self._words.acts
        return list(self._further(words, "participle")) if acts else []

    def _further(self, words: Sequence[Token], form: OpeningForm) -> Iterator[Opening]:
        """Verbs of the same form behind a comma or an "and", outside brackets."""
        tag = "VBZ" if form == "third person" else "VBG"
        depth = 0
        for at in range(1, len(words)):
            before = words[at - 1].text
            depth += before.count("(") - before.count(")")
            if depth > 0 or before not in self._words.loose:
                continue
            opening = self._opening(words[at:])
            if opening is not None and (
                self._grammar.tokens[opening.verb].tag == tag or (tag == "VBG" and opening.form == "state")
            ):
                yield opening

    def _opening(self, words: Sequence[Token]) -> Opening | None:
        """The verb that opens ``words``, adverbs before it counted in: "Strongly condemning"."""
        adverbs = list(takewhile(lambda word: word.text.lower() in self._words.adverbs, words[:3]))
        rest = words[len(adverbs) :]
        form = self._words.form(rest[0].text) if rest else None
        if form is None:
            return None
        needed = self._words.needed(form[0])
        near = [word.text.lower() for word in rest[1 : self._words.steps]]
        if needed and not needed & set(near):
            return None
        return Opening(words[0].index, rest[0].index, self._cue_end(rest, form[0]), *form)

    def _cue_end(self, words: Sequence[Token], verb: str) -> int:
        """The last word of a cue: the verb's, with what it expresses, how strongly, and the preposition behind it."""
        last = 0
        for at, word in enumerate(words[1 : self._words.steps + 1], start=1):
            noun = word.lemma.lower()
            if noun in self._words.needed(verb) or self._words.expresses(verb, noun) or noun in self._words.manner:
                last = at
        behind = words[last + 1 : last + 4]
        adverbs = list(takewhile(lambda word: word.pos == "ADV" and word.text.lower() in self._words.adverbs, behind))
        after = behind[len(adverbs) : len(adverbs) + 1]
        last += len(adverbs) + (bool(after) and after[0].text.lower() in self._words.prepositions)
        return words[last].index

    # -- statements -------------------------------------------------------------------------------------------------

    def _said(
        self, words: Sequence[Token], openings: Sequence[Opening], *, source: Span, after: int
    ) -> Iterator[Proposal]:
        """A statement for each opening: it lasts until the next one, with the items of a list that it opens."""
        for opening, following in zip_longest(openings, openings[1:]):
            end = following.first if following is not None else words[-1].index + 1
            kept = list(self._grammar.tokens[opening.last + 1 : end])
            opens_list = bool(kept) and kept[-1].text == ":"
            while kept and kept[-1].text in self._loose_ends:
                kept.pop()
            while kept and kept[0].text in self._loose_ends:
                kept.pop(0)
            content = [self._grammar.span(kept[0].index, kept[-1].index)] if kept else []
            content += self._items(after + 1) if opens_list else []
            if content:
                yield Proposal(
                    anchor=opening.verb,
                    lemma=self._told(opening),
                    frame="enacts",
                    cue=self._grammar.span(opening.first, opening.last),
                    source=source,
                    content=tuple(content),
                    score=self._score,
                )

    def _told(self, opening: Opening) -> str:
        """The word whose stance a cue has: what is expressed, where that is told."""
        words = self._grammar.tokens[opening.verb + 1 : opening.last + 1]
        nouns = [word.lemma.lower() for word in words]
        return next((noun for noun in nouns if self._words.expresses(opening.lemma, noun)), opening.lemma)

    def _items(self, number: int) -> Iterator[Span]:
        """The items of a list from part ``number`` on, their letters left out unless on the same line."""
        lettered = False
        for at in range(number, len(self._parts)):
            span = self._parts[at].span
            item = _ITEM.match(self._document[span])
            if item is not None and item.end() == len(span):
                lettered = True
            elif self._opens(at) or not (item or lettered):
                return
            else:
                yield Span(span.start + (item.end() if item else 0), span.end)
                lettered = False
