"""Statements by quotation marks: finds the cue and source that stand before, behind or between quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from dateline.extract.grammar import Grammar
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.verbs import VerbFrames
from dateline.model.marks import Marks, Part, Quote, Token
from dateline.model.text import Document, Span
from dateline.vocab.cues import Cues

_WINDOW = 45  # tokens looked through beside a quotation for its cue
_MORE = ",?!—–-…"  # a quotation that ends with one of these may be followed by its cue
LONG = 8  # a quotation of so many words is somebody's words, not a name or a figure of speech
_LED = 3  # paragraphs of one quotation, from which its lead-in needs no further evidence
_LABEL = 8  # tokens of a name beside a colon or a dash
_SIGNATURE = re.compile(r"\s*(—|–|―|--?)\s*([^\W\d_][^\n—–―\"“”:;]{1,60}?)[.\s]*$")
_PARTICLE = 3  # letters of "de" and "van", which a name may hold uncapitalised
_LEAD = frozenset({"ADV", "CCONJ", "PUNCT", "DET", "ADJ", "PART", "AUX"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation and the proposal that reports it; ``proposal`` is None while nothing does."""

    quote: Quote
    part: Part
    proposal: Proposal | None


class QuoteFrames:
    """Proposes a statement for each outermost quotation that a cue beside it governs."""

    def __init__(
        self,
        document: Document,
        marks: Marks,
        *,
        grammar: Grammar,
        verbs: VerbFrames,
        cues: Cues,
        turns: tuple[Span, ...] = (),
    ) -> None:
        """``turns`` are the paragraphs of a transcript: a mark that opens one opens no quotation."""
        self._document = document
        self._grammar = grammar
        self._verbs = verbs
        self._cues = cues
        self._parts = marks.every(Part)
        opened = {turn.start for turn in turns}
        self._quotes = [quote for quote in marks.every(Quote) if quote.depth == 0 and quote.span.start not in opened]
        self._starts = [token.span.start for token in grammar.tokens]

    def utterances(self) -> list[Utterance]:
        """Every outermost quotation in order, with its proposal where a cue was found."""
        found = []
        for number, part in enumerate(self._parts):
            inside = [quote for quote in self._quotes if part.span.covers(quote.span)]
            for place, quote in enumerate(inside):
                left = inside[place - 1].span.end if place else part.span.start
                right = inside[place + 1].span.start if place + 1 < len(inside) else part.span.end
                before = self._before(quote, left)
                proposal = before if before is not None and self._sure(before) else self._behind(quote, right) or before
                if proposal is None and place == 0 and number and quote.span.start == part.span.start:
                    proposal = self._lead_in(quote, self._parts[number - 1])
                found.append(Utterance(quote, part, proposal))
        return found

    def _sure(self, proposal: Proposal) -> bool:
        """Whether a cue is a word known to report: it then goes before one on the other side."""
        return proposal.frame == "quote" and self._cues.quotes(proposal.lemma)

    # -- where the cue may stand ----------------------------------------------------------------------------------

    def _behind(self, quote: Quote, limit: int) -> Proposal | None:
        """`"...," X said` and `"...," said X`: the window behind begins with the cue or its subject."""
        window = self._window(quote.span.end, limit)
        signed = self._signed(quote, limit)
        if signed is not None:
            return signed
        words = self._document[quote.inner].rstrip(" \u00a0'\"’”")
        comma = bool(window) and window[0].text in (",", "—", "–", "-", "--")
        if not words or not (words[-1] in _MORE or comma):
            return None
        window = window[1:] if comma else window
        if not window or window[0].text in '“"':
            return None
        for token in window:
            if token.text in (";", "“", '"') or self._ends_sentence(token):
                return None
            if self._cue_like(token) and self._leads(window, token):
                return self._proposal(token, quote, inverted=self._inverted(window, token), close=words[-1] in _MORE)
        return None

    def _before(self, quote: Quote, limit: int) -> Proposal | None:
        """`X said, "..."`, `X said: "..."`, `X called it "..."` is left to the verb frames."""
        window = self._window(limit, quote.span.start, backwards=True)
        if not window:
            return None
        start = max((i for i, t in enumerate(window) if t.text in ".?!;" or t.text in '”"'), default=-1) + 1
        window = window[start:]
        if not window:
            return None
        if window[-1].text in (",", ":", "—", "--"):
            return self._introduced(window, quote, colon=window[-1].text == ":") or self._labelled(window, quote)
        cue = self._grammar.head(window[-1]) if window[-1].dep in ("dobj", "dative") else window[-1]
        if self._cue_like(cue) and self._cues.quotes(cue.lemma.lower()) and cue in window:
            return self._proposal(cue, quote, inverted=False)
        return None

    def _labelled(self, window: list[Token], quote: Quote) -> Proposal | None:
        """`Harbour board: "..."`: a short name and a colon."""
        names = window[:-1]
        if window[-1].text != ":" or not 0 < len(names) <= _LABEL or names[-1].pos not in ("PROPN", "NOUN"):
            return None
        return self._by_sign(window[-1], window[-1].span, names=names, quote=quote)

    def _signed(self, quote: Quote, limit: int) -> Proposal | None:
        """`"..." — Ada Example`: a dash and a name that ends the line."""
        found = _SIGNATURE.match(self._document.text, quote.span.end, limit)
        if found is None or not all(word[:1].isupper() or len(word) <= _PARTICLE for word in found[2].split()):
            return None
        names = self._grammar.between(Span(found.start(2), found.end(2)))
        anchor = self._grammar.tokens[bisect_left(self._starts, found.end(1)) - 1]
        return self._by_sign(anchor, Span(found.start(1), found.end(1)), names=names, quote=quote) if names else None

    def _by_sign(self, anchor: Token, sign: Span, *, names: list[Token], quote: Quote) -> Proposal:
        return Proposal(
            anchor=anchor.index,
            lemma=self._document[sign],
            frame="sign",
            cue=sign,
            source=self._verbs.content(names[0].index, names[-1].index),
            content=(quote.span,),
            score=self._cues.scores["signed"],
        )

    def _introduced(self, window: list[Token], quote: Quote, *, colon: bool) -> Proposal | None:
        """The nearest reporting verb of a lead-in; before a colon any verb with a subject will do."""
        verbs = [token for token in reversed(window) if self._cue_like(token)]
        led = [token for token in verbs if self._grammar.subject(token) is not None and token.dep == "ROOT"]
        known = [token for token in verbs if self._cues.quotes(token.lemma.lower())]
        known = [token for token in known if not (colon and led and self._bare(token))]
        near = [token for token in verbs if len(window) > 1 and token == window[-2]]
        chosen = (known or near or (led if colon else []))[:1]
        return self._proposal(chosen[0], quote, inverted=False, close=bool(near) or colon) if chosen else None

    def _bare(self, verb: Token) -> bool:
        """Whether a participle stands alone behind a noun: "in the form agreed on"."""
        return verb.tag == "VBN" and self._grammar.child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None

    def _lead_in(self, quote: Quote, previous: Part) -> Proposal | None:
        """A paragraph that ends "X continued:" introduces the quotation that opens the next; the construction is "led"
        where that goes on over paragraphs.
        """
        if not self._document[previous.span].rstrip().endswith(":"):
            return None
        window = self._window(previous.span.start, previous.span.end, backwards=True)
        start = max((i for i, t in enumerate(window) if t.text in ".?!;"), default=-1) + 1
        found = self._introduced(window[start:], quote, colon=True)
        pieces = sum(1 for other in self._quotes if other.chain == quote.chain)
        return replace(found, frame="led") if found is not None and pieces >= _LED else found

    # -- small questions ------------------------------------------------------------------------------------------

    def _window(self, start: int, end: int, *, backwards: bool = False) -> list[Token]:
        """The tokens from ``start`` to ``end``, at most ``_WINDOW`` of them: the first, or the last."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if backwards:
            return list(self._grammar.tokens[max(first, last - _WINDOW) : last])
        return list(self._grammar.tokens[first : min(last, first + _WINDOW)])

    def _ends_sentence(self, token: Token) -> bool:
        """Whether a full stop ends a sentence; that of "Lt." does not."""
        return token.text == "." and token.index == self._grammar.sentence(token).last - 1

    def _cue_like(self, token: Token) -> bool:
        finite = token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP", "VBG", "VBN")
        return finite and not self._grammar.hyphened(token)

    def _leads(self, window: list[Token], verb: Token) -> bool:
        """Whether nothing but the cue's subject stands before the cue in the window."""
        before = [token for token in window if token.index < verb.index]
        rest = [token for token in before if token.pos not in _LEAD]
        if not rest:
            return True
        subject = self._grammar.subject(verb)
        if subject is not None and subject.head == verb.index and subject.index < verb.index:
            first, last = self._grammar.edges(subject)
            return all(first <= token.index <= last for token in rest)
        return False

    def _inverted(self, window: list[Token], verb: Token) -> bool:
        return all(token.pos in _LEAD for token in window if token.index < verb.index)

    def _proposal(self, verb: Token, quote: Quote, *, inverted: bool, close: bool = False) -> Proposal | None:
        """The statement of ``verb``. A verb that is not known to report must be ``close``, have a source and a long
        quotation: a wrong speaker is worse than none.
        """
        behind = verb.span.start > quote.span.start
        known = self._cues.quotes(verb.lemma.lower())
        source = self._verbs.source(verb)
        if source is not None and source.overlaps(quote.span):
            source = None  # the parser took a word of the quotation for the subject
        if source is None:
            source = self._preceding(verb, quote) if behind and not inverted else self._following(verb)
        if not known and (not close or source is None or len(self._document[quote.inner].split()) < LONG):
            return None
        return Proposal(
            anchor=verb.index,
            lemma=verb.lemma.lower(),
            frame="quote",
            cue=self._verbs.cue(verb),
            source=source,
            content=(quote.span,),
            score=self._cues.scores["unknown" if not known else "sourceless" if source is None else "cued"],
        )

    def _preceding(self, verb: Token, quote: Quote) -> Span | None:
        """What stands between a quotation and a cue behind it: `"...," Ada Example, a builder, said`."""
        window = self._window(quote.span.end, verb.span.start)
        kept = [token for token in window if token.pos not in ("PUNCT", "ADV", "AUX")]
        return self._verbs.content(kept[0].index, kept[-1].index) if kept else None

    def _following(self, verb: Token) -> Span | None:
        """The noun phrase right behind an inverted cue, where the parser saw no subject: `said Ada Example`."""
        first = verb.index + 1
        tokens = self._grammar.tokens
        last = first
        while last < len(tokens) and tokens[last].pos in ("PROPN", "NOUN", "DET", "ADJ", "PRON") and last - first < 12:
            last += 1
        return self._grammar.span(first, last - 1) if last > first else None
