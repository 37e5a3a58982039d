"""How a report with its statements looks, with colours and with brackets."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.marking import legend, marked, numbered

TEXT = "Ada Quill denied that her office had promised any money."


def span(words: str, text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def statement(source: str | None, cue: str | None, *content: str, text: str = TEXT) -> dict[str, Any]:
    return {
        "kind": "statement",
        "source": source and span(source, text),
        "cue": cue and span(cue, text),
        "content": [span(words, text) for words in content],
    }


OUTER = statement("Ada Quill", "denied", "that her office had promised any money")
INNER = statement("her office", "had promised", "any money")


def shown(text: str, *records: dict[str, Any]) -> str:
    return marked(text, numbered(records), coloured=False).plain


def test_brackets_tell_who_said_what() -> None:
    text = "Ada Quill said it rains."
    assert shown(text, statement("Ada Quill", "said", "it rains", text=text)) == "{1 Ada Quill} <1 said> [1 it rains]."


def test_a_nested_statement_stands_inside_the_other() -> None:
    assert shown(TEXT, INNER, OUTER) == (
        "{1 Ada Quill} <1 denied> [1 that {2 her office} <2 had promised> [2 any money]]."
    )


def test_statements_that_share_a_source_share_its_mark() -> None:
    text = "Ada Quill said A and denied B."
    found = shown(
        text, statement("Ada Quill", "said", "A and", text=text), statement("Ada Quill", "denied", "B", text=text)
    )
    assert found == "{1,2 Ada Quill} <1 said> [1 A and] <2 denied> [2 B]."


def test_a_content_in_pieces_has_its_number_on_each() -> None:
    text = "“Yes,” she said, “no.”"
    assert (
        shown(text, statement("she", "said", "“Yes,”", "“no.”", text=text)) == "[1 “Yes,”] {1 she} <1 said>, [1 “no.”]"
    )


def test_colours_add_numbers_and_nothing_else_to_the_words() -> None:
    assert marked(TEXT, numbered([OUTER, INNER]), coloured=True).plain == (
        "Ada Quill denied [1]that her office had promised [2]any money."
    )


def test_each_role_has_a_style_of_its_own() -> None:
    made = marked(TEXT, numbered([OUTER, INNER]), coloured=True)
    styles = {made.plain[s.start : s.end]: str(s.style) for s in made.spans}
    assert styles["Ada Quill"] == "bold cyan"
    assert styles["denied"] == "bold yellow"
    assert styles["that "] == "green"
    assert styles["any money"] == "green underline"


def test_the_legend_names_the_roles() -> None:
    assert legend(coloured=False).plain == "{1 who}  <1 says>  [1 what]"
    assert legend(coloured=False, events=True).plain == "{1 who}  <1 says>  [1 what]  (e1 happens)"


@pytest.mark.parametrize("coloured", [True, False])
def test_markup_and_escapes_in_the_text_are_shown_as_they_stand(coloured: bool) -> None:
    made = marked("[bold]a[/bold] \x1b[31m :smile:", [], coloured=coloured)
    assert made.plain == "[bold]a[/bold] ␛[31m :smile:"
    assert made.spans == []


spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda p: {"start": p[0], "end": p[0] + p[1]})
statements = st.fixed_dictionaries(
    {
        "kind": st.just("statement"),
        "source": st.none() | spans,
        "cue": st.none() | spans,
        "content": st.lists(spans, min_size=1, max_size=3),
    }
)


@given(st.lists(statements, max_size=5))
def test_no_words_are_lost_or_doubled_whatever_overlaps(records: list[dict[str, Any]]) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(40))
    for coloured in (True, False):
        made = marked(text, numbered(records), coloured=coloured).plain
        assert "".join(char for char in made if char >= "\u4e00") == text


@given(st.lists(statements, max_size=5))
def test_every_bracket_that_opens_also_closes(records: list[dict[str, Any]]) -> None:
    made = shown("x" * 40, *records)
    for opening, closing in ("{}", "<>", "[]"):
        assert made.count(opening) == made.count(closing)
