"""Quotation marks of every style, nested, and over paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.model.marks import Marks, Part, Quote
from dateline.model.text import Document
from dateline.vocab.load import table


def quotes(text: str) -> list[Quote]:
    document = Document(id="report", text=text)
    marks = Marks.of(PartMarker(table("parts")).mark(document, Marks()))
    return list(QuoteMarker(table("quotemarks")).mark(document, marks))


def words(text: str) -> list[tuple[int, str]]:
    return [(quote.depth, text[quote.span.start : quote.span.end]) for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no”.", [(0, "“no”")]),
        ('He said "no".', [(0, '"no"')]),
        ("« Oui », dit-il.", [(0, "« Oui »")]),
        ("»Ja«, sagte er.", [(0, "»Ja«")]),
        ("„Gut“, sagte sie.", [(0, "„Gut“")]),
        ("„Dobrze”, rzekł.", [(0, "„Dobrze”")]),
        ("``Fine,'' she said.", [(0, "``Fine,''")]),
        ("''Fine,'' she said.", [(0, "''Fine,''")]),
        ("「はい」と言った。", [(0, "「はい」")]),
        ("“He said ‘no’ to me,” she said.", [(0, "“He said ‘no’ to me,”"), (1, "‘no’")]),
        ("She wrote 'no' on it.", [(0, "'no'")]),
        ("the boys' hats and the girls' coats", []),
        ("back in the '90s and the '80s", []),
        ("He stands 5'10\" tall.", []),
        ("It’s Brandt’s dog.", []),
        ("“Open but never closed", [(0, "“Open but never closed")]),
        ('A "b" and "c".', [(0, '"b"'), (0, '"c"')]),
        ("‘The voters’ choice is plain,’ she said.", [(0, "‘The voters’ choice is plain,’")]),
        ("'The voters' choice is plain,' she said.", [(0, "'The voters' choice is plain,'")]),
        ("The ‘dreamers’ and the ‘doers’ met.", [(0, "‘dreamers’"), (0, "‘doers’")]),
        ("the ‘Harbour Papers’ leak and the dockers’ union", [(0, "‘Harbour Papers’")]),
        ("‘Tis the season", []),
    ],
)
def test_marks_quotations(text: str, found: list[tuple[int, str]]) -> None:
    assert words(text) == found


def test_reopened_quotation_is_one_chain() -> None:
    first, second = quotes("“It began here.\n\n“It ended there.”")
    assert first.chain == second.chain
    assert not first.closed
    assert second.closed


@pytest.mark.parametrize("text", ["‘It’s begun.\n\n‘It ended there.’", "'It's begun.\n\n'It ended there.'"])
def test_single_marks_run_on_where_the_next_paragraph_opens_with_them(text: str) -> None:
    first, second = quotes(text)
    assert first.chain == second.chain
    assert (first.closed, second.closed) == (False, True)


@pytest.mark.parametrize("text", ["'Twas cold.\n\nIt rained.", "‘It began here.\n\nIt ended there."])
def test_single_mark_stays_open_nowhere_else(text: str) -> None:
    assert quotes(text) == []


def test_closed_quotation_begins_no_chain() -> None:
    first, second = quotes("“It began here.”\n\n“It ended there.”")
    assert first.chain != second.chain


@given(st.text(alphabet=st.sampled_from("ab \n.,'\"“”‘’«»„`—é👍"), max_size=80))
def test_quotations_lie_in_their_part_and_nest(text: str) -> None:
    document = Document(id="report", text=text)
    parts = list(PartMarker(table("parts")).mark(document, Marks()))
    found = list(QuoteMarker(table("quotemarks")).mark(document, Marks.of(parts)))
    for quote in found:
        assert any(part.span.covers(quote.span) for part in parts)
        assert quote.span.covers(quote.inner)
        for other in found:
            apart = not quote.span.overlaps(other.span)
            assert apart or quote.span.covers(other.span) or other.span.covers(quote.span)


@given(st.text(max_size=200))
def test_parts_cover_all_but_white_space(text: str) -> None:
    document = Document(id="report", text=text)
    parts: list[Part] = list(PartMarker(table("parts")).mark(document, Marks()))
    inside = {at for part in parts for at in range(part.span.start, part.span.end)}
    assert all(at in inside or sign.isspace() for at, sign in enumerate(text))
    assert sum(len(part.span) for part in parts) == len(inside)
