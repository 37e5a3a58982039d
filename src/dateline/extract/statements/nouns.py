"""Statements by nouns, adjectives and prepositions: "claims that", "is confident that", "according to"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.verbs import VerbFrames
from dateline.model.marks import Token
from dateline.model.text import Span

OPENING = "“\"«„‘'"  # marks that open a quotation
_WITHIN = frozenset({"conj", "ccomp", "advcl", "xcomp"})  # clauses that "..., according to X" reaches beyond


class NounFrames:
    """Proposes statements whose cue is a noun or an adjective, or "according to"."""

    def __init__(self, grammar: Grammar, verbs: VerbFrames) -> None:
        self._grammar = grammar
        self._verbs = verbs
        self._cues = verbs.cues

    def propose(self) -> Iterator[Proposal]:
        """All proposals of the report, by place."""
        for token in self._grammar.tokens:
            yield from self.of(token)

    def of(self, token: Token) -> Iterator[Proposal]:
        """The proposals of one word."""
        if token.text.lower() == "according":
            yield from self._according(token)
        elif token.pos == "NOUN":
            yield from self._noun(token)
        elif token.pos == "ADJ" and token.dep == "acomp":
            yield from self._adjective(token)

    def _according(self, token: Token) -> Iterator[Proposal]:
        """The clause that "according to X" hangs on, without it."""
        grammar = self._grammar
        to = grammar.tokens[token.index + 1] if token.index + 1 < len(grammar.tokens) else None
        if to is None or to.text.lower() != "to":
            return
        inner = grammar.child(to, "pobj", "pcomp") or grammar.child(token, "pobj")
        if inner is None:
            return
        first, last = token.index, max(to.index, grammar.edges(inner)[1])
        sentence = grammar.sentence(token)
        governor = next((one for one in grammar.ancestors(token) if one.pos in ("VERB", "AUX")), None)
        aside = first == sentence.first or grammar.tokens[first - 1].text in ",—–"
        opening = grammar.child(governor, "mark") if governor is not None else None
        aside = aside and not (opening is not None and governor is not None and opening.index < first < governor.index)
        while aside and governor is not None and governor.dep in _WITHIN and governor.head != governor.index:
            governor = grammar.head(governor)
        begin, end = grammar.edges(governor) if governor is not None else (sentence.first, sentence.last - 1)
        source = self._verbs.content(to.index + 1, last)
        pieces = [self._verbs.content(begin, first - 1), self._verbs.content(last + 1, end)]
        content = tuple(piece for piece in pieces if piece is not None and self._tells(piece))
        if content and source is not None:
            cue = grammar.span(first, to.index)
            yield Proposal(token.index, "according", "according", cue=cue, source=source, content=content)

    def _tells(self, piece: Span) -> bool:
        """Whether there is more in a piece of content than a word such as "that"."""
        return any(word.pos not in ("SCONJ", "CCONJ", "PUNCT") for word in self._grammar.between(piece))

    def _noun(self, noun: Token) -> Iterator[Proposal]:
        grammar = self._grammar
        for child in grammar.children[noun.index]:
            if child.index < noun.index:
                continue
            if child.dep in ("acl", "ccomp", "relcl"):
                opening = grammar.tokens[grammar.edges(child)[0]].text.lower()
                marked = grammar.child(child, "mark") is not None
                if child.dep != "relcl" and (marked or opening == "that"):
                    yield from self._made(noun, "n:that", child)
                elif child.dep == "acl" and opening == "to":
                    yield from self._made(noun, "n:to", child)
            elif child.dep == "prep":
                yield from self._made(noun, f"n:{child.lemma.lower()}", child, prep=child)

    def without_titles(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """``proposals`` less those of a noun that shows no stance, about a thing by its title: "consideration of the
        item entitled “Dams”". The marks of the title would pass for those of a quotation.
        """
        return [one for one in proposals if not (self._plain(one) and self._titled(one))]

    def _plain(self, proposal: Proposal) -> bool:
        noun = self._grammar.tokens[proposal.anchor]
        cue = [word.text for word in self._grammar.between(proposal.cue)] if proposal.cue is not None else []
        return noun.pos == "NOUN" and cue[-1:] == ["of"] and not self._cues.listed(noun.lemma.lower())

    def _titled(self, proposal: Proposal) -> bool:
        words = [word.text for span in proposal.content for word in self._grammar.between(span)]
        return any(word.lower() in self._cues.titling and after in OPENING for word, after in pairwise(words))

    def _adjective(self, word: Token) -> Iterator[Proposal]:
        grammar = self._grammar
        for child in grammar.children[word.index]:
            if child.index < word.index:
                continue
            if child.dep == "ccomp":
                yield from self._made(word, "a:that", child)
            elif child.dep == "xcomp":
                yield from self._made(word, "a:to", child)
            elif child.dep == "prep":
                yield from self._made(word, f"a:{child.lemma.lower()}", child, prep=child)

    def _made(self, word: Token, frame: str, child: Token, prep: Token | None = None) -> Iterator[Proposal]:
        grammar = self._grammar
        first, last = grammar.edges(child)
        content = self._verbs.content(first + (1 if prep is not None else 0), last)
        if content is None:
            return
        cue_last = prep.index if prep is not None and prep.index == word.index + 1 else word.index
        yield Proposal(
            anchor=word.index,
            lemma=word.lemma.lower(),
            frame=frame,
            cue=grammar.span(word.index, cue_last),
            source=self._source(word),
            content=(content,),
        )

    def _source(self, word: Token) -> Span | None:
        """The possessor of a noun ("her claim"), or who stands behind "by" ("a claim by her"); else the subject of the
        verb it depends on, unless that verb answers the words of others: "denied reports that".
        """
        grammar = self._grammar
        owner = grammar.child(word, "poss")
        if owner is not None:
            return self._verbs.owner(owner)
        author = next((one for one in grammar.children[word.index] if one.text.lower() in self._cues.authoring), None)
        inner = grammar.child(author, "pobj") if author is not None and author.dep in ("prep", "agent") else None
        if author is not None and inner is not None:
            return self._verbs.owner(inner)
        governor = grammar.head(word)
        if word.dep == "dobj" and self._cues.answers(governor.lemma.lower()):
            return None
        if governor.pos in ("VERB", "AUX") and word.dep in ("dobj", "acomp", "attr", "oprd"):
            return self._verbs.source(governor)
        return None
