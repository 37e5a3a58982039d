"""``dateline show``, ``statements`` and ``find``: what the store holds, as people and programs see it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

RAIN = "Invented report.\n\nAda Quill said it rains in the town of Marrowgate. Nobody denied it.\n"
SNOW = "Invented report.\n\nBen Okoro denied that it snows in the town of Marrowgate. The road is open.\n"
LINE = (
    '{"id": "w7", "title": "Rain [red]over[/red] the \\u001b[31mtown", "outlet": "The Marrow Courier", '
    '"published": "2019-05-04", "text": "Ada Quill said the old road by the river is shut for the night."}\n'
)


@pytest.fixture
def filled(dateline: Any, reports: Any) -> Any:
    reports({"in/a.txt": RAIN, "in/b.txt": SNOW, "in/c.jsonl": LINE})
    dateline("read", "in", "--published", "2017-04-12")
    return dateline


def test_show_marks_who_said_what_with_brackets_where_there_is_no_colour(filled: Any) -> None:
    out = filled("show", "in/a.txt").out
    assert "{1 Ada Quill} <1 said> [1 it rains in the town of Marrowgate]. Nobody denied it." in out
    assert "{1 who}  <1 says>  [1 what]" in out


def test_show_lists_the_statements_below_the_text(filled: Any) -> None:
    lines = filled("show", "in/a.txt").out.splitlines()
    assert lines[-2:] == ["  1  Ada Quill  says, indirect", "     it rains in the town of Marrowgate"]


def test_show_takes_the_beginning_of_an_id(filled: Any) -> None:
    document = filled("show", "in/a.txt", "--json").objects[0]["document"]["id"]
    assert filled("show", document[:8], "--json").objects[0]["document"]["id"] == document


def test_show_of_a_line_and_of_a_file_with_one_line_is_the_same_report(filled: Any) -> None:
    assert filled("show", "in/c.jsonl#1", "--json").objects == filled("show", "in/c.jsonl", "--json").objects


def test_show_gives_the_very_object_that_scan_gives(filled: Any) -> None:
    assert (
        filled("show", "in/b.txt", "--json").out
        == filled("scan", "in/b.txt", "--json", "--published", "2017-04-12").out
    )


def test_show_reads_a_file_that_is_not_in_the_store_and_does_not_keep_it(filled: Any, reports: Any) -> None:
    reports({"new.txt": RAIN.replace("Ada Quill", "Zoe Marsh")})
    assert "{1 Zoe Marsh}" in filled("show", "new.txt").out
    assert [row["report"] for row in filled("status", "--json").objects] == ["in/a.txt", "in/b.txt", "in/c.jsonl#1"]


def test_show_of_a_file_never_shows_another_of_the_same_name(filled: Any, reports: Any) -> None:
    reports({"a.txt": SNOW})
    assert "Ben Okoro" in filled("show", "a.txt").out


def test_show_needs_no_store_for_a_file(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN, "lines.jsonl": LINE + LINE.replace("Ada Quill", "Zoe Marsh")})
    assert "{1 Ada Quill}" in dateline("show", "a.txt").out
    assert [one["document"]["text"][:9] for one in dateline("show", "lines.jsonl", "--json").objects] == [
        "Ada Quill",
        "Zoe Marsh",
    ]
    assert dateline("show", "lines.jsonl#2", "--json").objects[0]["document"]["text"].startswith("Zoe Marsh")
    assert not Path("kept").exists()


def test_show_of_what_is_neither_file_nor_report_is_a_usage_error(filled: Any) -> None:
    said = filled("show", "ffff0000")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("error: there is no report 'ffff0000' in this store")


def test_show_without_file_and_store_says_both(dateline: Any) -> None:
    said = dateline("show", "nowhere")
    assert said.code == 2
    assert said.err.startswith("error: there is no file 'nowhere', and no store at")


def test_show_of_a_file_that_cannot_be_read_says_why(dateline: Any, reports: Any) -> None:
    reports({"a.txt": b"", "b.pdf": b"%PDF"})
    for name in ("a.txt", "b.pdf"):
        said = dateline("show", name)
        assert said.code == 1
        assert said.err.startswith(f"error: {name}: ")


def test_show_of_a_text_in_another_language_says_that_it_is_not_read(dateline: Any, reports: Any) -> None:
    reports({"ru.txt": "Это выдуманное сообщение. Министр сказал журналистам, что дорога снова открыта.\n"})
    out = dateline("show", "ru.txt").out
    assert "note: no extractor for ru" in out
    assert out.endswith("no statements found\n")


def test_show_wraps_to_the_width_of_the_terminal(filled: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, filled("show", "in/a.txt").out.splitlines())) <= 40


def test_markup_and_escapes_are_shown_as_they_stand(filled: Any, reports: Any) -> None:
    reports(
        {"esc.txt": "[bold]Invented[/bold] \x1b[31m\x1b]0;title\x07.\n\nAda Quill said it \x1b[2J rains in town.\n"}
    )
    filled("read", "esc.txt")
    for call in (
        ("show", "esc.txt"),
        ("show", "in/c.jsonl#1"),
        ("statements",),
        ("find", "rains"),
        ("find", "road"),
        ("scan", "esc.txt"),
    ):
        out = filled(*call).out
        assert "\x1b" not in out
        assert "\x07" not in out
    assert "[bold]Invented[/bold]" in filled("show", "esc.txt").out
    assert "Rain [red]over[/red] the" in filled("show", "in/c.jsonl#1").out


def test_statements_tell_who_how_when_what_and_where(filled: Any) -> None:
    lines = filled("statements", "--speaker", "quill", "--since", "2019").out.splitlines()
    assert lines[0] == "Ada Quill  says, indirect · 2019-05-04"
    assert lines[1] == "  the old road by the river is shut for the night"
    assert lines[2].startswith("  Rain [red]over[/red] the ")


@pytest.mark.parametrize(
    ("options", "speakers"),
    [
        ((), ["Ada Quill", "Ada Quill", "Ben Okoro"]),
        (("--speaker", "okoro"), ["Ben Okoro"]),
        (("--until", "2018"), ["Ada Quill", "Ben Okoro"]),
        (("--says", "snow"), ["Ben Okoro"]),
        (("--stance", "denies"), ["Ben Okoro"]),
        (("--form", "direct"), []),
        (("--outlet", "courier"), ["Ada Quill"]),
        (("--commitment", "said", "--min-score", "1"), ["Ada Quill", "Ada Quill", "Ben Okoro"]),
        (("--commitment", "refused"), []),
        (("--distanced",), []),
        (("--not-distanced", "--stance", "denies"), ["Ben Okoro"]),
        (("--limit", "1"), ["Ada Quill"]),
    ],
)
def test_statements_can_be_filtered(options: tuple[str, ...], speakers: list[str], filled: Any) -> None:
    said = filled("statements", *options, "--json")
    assert sorted(one["speaker_name"] for one in said.objects) == speakers
    assert said.code == 0


def test_no_such_statements_is_said_in_words(filled: Any) -> None:
    said = filled("statements", "--says", "hail")
    assert (said.out, said.code) == ("no such statements\n", 0)


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (("--stance", "denie"), "no stance 'denie'. Choices: accuses, "),
        (("--form", "dirct"), "no form 'dirct'. Choices: direct, indirect, mixed. Did you mean 'direct'?"),
        (("--commitment", "refusd"), "no commitment 'refusd'. Choices: asked, demanded, denied, "),
        (("--min-score", "2"), "min-score must be from 0 to 1, not 2.0"),
        (("--since", "last year"), "not a date: 'last year'. Write it as 2017, 2017-04 or 2017-04-12"),
        (("--since", "2018", "--until", "2017"), "until 2017 is before since 2018"),
        (("--limit", "0"), "invalid value for '--limit'"),
        (("--speaker", "?!"), "there is no word in speaker '?!'"),
    ],
)
def test_what_cannot_be_asked_is_a_usage_error(options: tuple[str, ...], answer: str, filled: Any) -> None:
    said = filled("statements", *options)
    assert said.code == 2
    assert said.err.startswith(f"error: {answer}")


def test_find_marks_the_words_in_a_snippet(filled: Any) -> None:
    out = filled("find", "snows", "town").out
    assert "  1  " in out
    assert "**snows** in the **town** of Marrowgate" in out


def test_find_keeps_words_in_quotes_together(filled: Any) -> None:
    assert filled("find", "town of Marrowgate", "--json").objects
    assert filled("find", "Marrowgate of town", "--json").objects == []


def test_find_is_ranked_and_limited(filled: Any) -> None:
    ranks = [hit["rank"] for hit in filled("find", "town", "--json").objects]
    assert ranks == sorted(ranks)
    assert len(filled("find", "town", "--limit", "1", "--json").objects) == 1


def test_find_of_nothing_says_so(filled: Any) -> None:
    assert filled("find", "hailstorm").out == "nothing found\n"


@pytest.mark.parametrize("words", ['"', "NOT", "a AND", "town*", "(", "col:umn", "-town", "^"])
def test_find_takes_any_words_for_words(words: str, filled: Any) -> None:
    said = filled("find", "--", words)
    assert said.code in (0, 2)
    assert "SQL" not in said.err
