"""The trained tiers: what is chosen of all that is proposed, how it is judged, and what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from dateline.extract.grammar import Grammar
from dateline.extract.statements.candidates import Case, cases
from dateline.extract.statements.choose import Chooser
from dateline.extract.statements.context import Context
from dateline.extract.statements.judge import Judge
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.tagging.hints import Hint, Words
from dateline.extract.statements.tagging.labels import ROLES
from dateline.extract.statements.weighing import Weighing, Weights
from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.model.marks import Marks, Quote, Token
from dateline.model.text import Document, Span
from dateline.vocab.load import table

TEXT = "Mayor Brandt told the council that “the dam would hold” on Monday."
CHOICE = {
    "edges": 0.15,
    "joined": 0.05,
    "lexicon": 0.02,
    "source edges": 0.1,
    "source joined": 0.05,
    "source beside": 0.05,
}


@pytest.fixture(scope="module")
def marks() -> Marks:
    document = Document(id="report", text=TEXT, language="en")
    found = Marks()
    for marker in (PartMarker(table("parts")), QuoteMarker(table("quotemarks")), LinguisticMarker(load_model())):
        found = found.plus(marker.mark(document, found))
    return found


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def proposal(content: str, *, source: str | None = "Mayor Brandt", score: float = 0.6, frame: str = "that") -> Proposal:
    return Proposal(2, "tell", frame, span("told"), span(source) if source else None, (span(content),), score)


def hint(words: Words, *, source: str, content: str, chance: float = 0.9) -> Hint:
    roles = np.full((len(words.tokens), len(ROLES)), 0.01, dtype=np.float32)
    for role, text in (("source", source), ("cue", "told"), ("content", content)):
        first, last = words.range(span(text))
        roles[first:last, ROLES.index(role)] = 0.95
        if role != "cue":
            roles[first, ROLES.index(f"{role} starts")] = roles[last - 1, ROLES.index(f"{role} ends")] = 0.95
    return Hint(2, chance, first=0, roles=roles, words=words)


class FakeTagger:
    """Gives the hints it was given."""

    def __init__(self, source: str, content: str, chance: float = 0.9) -> None:
        self._given = (source, content, chance)

    def hints(self, marks: Marks, words: Words) -> Iterator[Hint]:
        source, content, chance = self._given
        yield hint(words, source=source, content=content, chance=chance)


def choose(marks: Marks, *proposals: Proposal, joined: tuple[Proposal, ...] = (), expected: Hint | None = None):  # type: ignore[no-untyped-def]
    words = Words(marks.every(Token))
    (case,) = cases(proposals, joined, hints=[expected] if expected else [], words=words)
    return Chooser(words, CHOICE).choose(case).proposal


def test_the_tagger_chooses_between_what_rules_propose(marks: Marks) -> None:
    words = Words(marks.every(Token))
    short, long = proposal("the dam would hold"), proposal("that “the dam would hold” on Monday")
    for wanted in (short, long):
        expected = hint(words, source="Mayor Brandt", content=TEXT[wanted.content[0].start : wanted.content[0].end])
        assert choose(marks, short, long, expected=expected).content == wanted.content


def test_a_content_that_rules_did_not_propose_is_found(marks: Marks) -> None:
    words = Words(marks.every(Token))
    expected = hint(words, source="Mayor Brandt", content="would hold")
    assert choose(marks, proposal("the council"), expected=expected).content == (span("would hold"),)


def test_the_source_is_chosen_by_itself(marks: Marks) -> None:
    words = Words(marks.every(Token))
    expected = hint(words, source="Mayor Brandt", content="the dam would hold")
    assert choose(marks, proposal("the dam would hold", source="the council"), expected=expected).source == span(
        "Mayor Brandt"
    )


def test_without_a_hint_the_rules_whole_statement_comes_first(marks: Marks) -> None:
    whole = proposal("that “the dam would hold”", score=0.5)
    assert choose(marks, proposal("the council", score=0.99), joined=(whole,)).content == whole.content


def test_proposals_with_a_shared_cue_are_one_case(marks: Marks) -> None:
    words = Words(marks.every(Token))
    other = replace(proposal("the council"), anchor=3)  # another head for the same cue
    found = cases([other], [], hints=[hint(words, source="Mayor Brandt", content="would hold")], words=words)
    assert [case.anchor for case in found] == [2]


def test_cases_come_in_order_of_place_whatever_the_order_of_proposals(marks: Marks) -> None:
    words = Words(marks.every(Token))
    many = [replace(proposal("the council"), anchor=at, cue=None) for at in (5, 1, 3)]
    found: list[Case] = cases(many, [], hints=[], words=words)
    assert [case.anchor for case in found] == [1, 3, 5]


def test_a_judge_is_a_logistic_regression() -> None:
    judge = Judge({"always": -1.0, "chance": 2.0})
    assert judge.score({"always": 1.0}) == pytest.approx(0.2689, abs=1e-4)
    assert judge.score({"always": 1.0, "chance": 1.0, "unheard of": 5.0}) == pytest.approx(0.7311, abs=1e-4)
    assert 0 <= judge.score({"chance": 1e9}) <= 1


def weigh(marks: Marks, *, threshold: float, joined: tuple[Proposal, ...] = (), chance: float = 0.9) -> list[Proposal]:
    weights = Weights(CHOICE, {"always": -2.0, "chance": 1.0}, threshold, frozenset({"sign"}))
    weighing = Weighing(weights, FakeTagger("Mayor Brandt", "the dam would hold", chance))  # type: ignore[arg-type]
    grammar = Grammar(marks)
    return weighing.judged([], joined, marks=marks, context=Context(grammar, marks.every(Quote)))


def test_only_what_is_likely_enough_is_kept(marks: Marks) -> None:
    assert len(weigh(marks, threshold=0.5)) == 1
    assert weigh(marks, threshold=0.5, chance=0.6) == []
    (kept,) = weigh(marks, threshold=0.1, chance=0.6)
    assert kept.score == pytest.approx(1 / (1 + np.exp(2 - np.log(0.6 / 0.4))))


def test_quotation_marks_that_hug_a_content_belong_to_it(marks: Marks) -> None:
    assert weigh(marks, threshold=0.1)[0].content == (span("“the dam would hold”"),)


def test_constructions_of_typography_keep_their_score(marks: Marks) -> None:
    signed = proposal("the council", frame="sign", score=0.31)
    assert weigh(marks, threshold=0.9, joined=(signed,)) == [signed]


def judged(text: str, *, cue: str, content: str) -> tuple[str, ...]:
    """What a statement of rules with ``content`` comes to: the words of each piece."""
    document = Document(id="report", text=text, language="en")
    found = Marks()
    for marker in (PartMarker(table("parts")), QuoteMarker(table("quotemarks")), LinguisticMarker(load_model())):
        found = found.plus(marker.mark(document, found))
    token = next(token for token in found.every(Token) if token.text == cue)
    start = text.index(content)
    drafted = Proposal(token.index, cue, "that", token.span, None, (Span(start, start + len(content)),), 0.6)
    weighing = Weighing(Weights(CHOICE, {"always": 5.0}, 0.5, frozenset()))
    (kept,) = weighing.judged([], [drafted], marks=found, context=Context(Grammar(found), found.every(Quote)))
    return tuple(document[piece] for piece in kept.content)


def test_a_content_keeps_to_the_paragraph_of_its_cue() -> None:
    text = "Monday, 4 May 2015\n\nThe dam will hold, they said."
    assert judged(text, cue="said", content="4 May 2015\n\nThe dam will hold") == ("The dam will hold",)


def test_a_quotation_that_goes_on_is_kept_whole() -> None:
    text = "Brandt said: “The dam will hold.\n\n“It was built well.”\n\n“We know,” they said."
    assert judged(text, cue="said", content="“The dam will hold.") == ("“The dam will hold.", "“It was built well.”")


def test_cue_and_source_are_no_part_of_the_content(marks: Marks) -> None:
    weights = Weights(CHOICE, {"always": 2.0}, 0.1, frozenset())
    weighing = Weighing(weights, FakeTagger("Mayor Brandt", "Brandt told the council that “the dam would hold"))  # type: ignore[arg-type]
    grammar = Grammar(marks)
    (kept,) = weighing.judged([], [], marks=marks, context=Context(grammar, marks.every(Quote)))
    assert kept.cue == span("told")
    assert kept.source == span("Mayor Brandt")
    assert kept.content == (span("the council that “the dam would hold”"),)
