from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
import shared_readers
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model.text import Document

STORY = [
    "The harbour authority of Velmora said on Tuesday that the ferry had left without its second engine.",
    "“Nobody was hurt,” its director, Anneke Thorsby, told reporters, “and the company will pay for the repairs.”",
    "The ferry, built in 1993, carries some 400 passengers a day between the port and the island of Hollin.",
    "A spokesman for the company, Brannock Lines, said it had not been told of any fault before the ferry left.",
]


def page(*, head: str = "", body: str = "", before: str = "", lang: str = "en") -> bytes:
    paragraphs = body or "".join(f"<p>{one}</p>" for one in STORY)
    return (
        f"<!doctype html><html lang='{lang}'><head><title>Ferry leaves early | Velmora Gazette</title>{head}</head>"
        "<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article><h1>Ferry leaves early</h1>{before}{paragraphs}</article>"
        "<div id='comments'><p>First! says a reader who has nothing to add to this story.</p></div>"
        "<footer>© 2020 Velmora Gazette</footer><script>track('reader');</script></body></html>"
    ).encode()


def read(raw: bytes, published: str | None = None) -> Document:
    return shared_readers.read("html", raw, published)


def published(raw: bytes) -> str | None:
    date = read(raw).source.published
    return None if date is None else date.first


def test_the_article_is_its_paragraphs_a_line_each() -> None:
    assert read(page()).text.split("\n")[-4:] == STORY


def test_menu_comments_footer_and_scripts_are_left_out() -> None:
    text = read(page()).text
    assert [word for word in ("Home", "Sport", "First!", "©", "track") if word in text] == []


def test_inline_elements_do_not_break_a_line() -> None:
    body = "<p>The ferry <b>left <i>early</b></i>, said <a href='x'>Thorsby</a>, <span>its director</span>.</p>"
    lines = read(page(body=body + f"<p>{STORY[1]}</p>")).text.split("\n")
    assert "The ferry left early, said Thorsby, its director." in lines


def test_inline_elements_do_not_break_the_line_of_a_short_page() -> None:
    short = b"<html><body><p>The ferry <b>left</b> early, said <a href=x>Thorsby</a>.</p></body></html>"
    assert read(short).text == "The ferry left early, said Thorsby."


def test_answers_that_recur_are_all_kept() -> None:
    asked = "".join(f"<p>Did the ferry leave on time on day {day}, director?</p><p>No.</p>" for day in range(9))
    assert read(page(body=asked)).text.split("\n").count("No.") == 9


def test_a_line_break_element_breaks_the_line() -> None:
    assert "early.\nThen she left." in read(page(body=f"<p>It left early.<br>Then she left.</p><p>{STORY[1]}</p>")).text


def test_entities_are_the_characters_they_stand_for() -> None:
    body = f"<p>It cost &pound;3 &lt; &#8364;4 &amp; more, &ldquo;so&rdquo; she said&#8230;</p><p>{STORY[1]}</p>"
    assert "It cost £3 < €4 & more, “so” she said…" in read(page(body=body)).text


def test_paragraphs_in_a_layout_table_stay_apart() -> None:
    body = f"<table><tr><td>{'<br><br>'.join(STORY)}</td></tr></table>"
    assert read(page(body=body)).text.split("\n")[-4:] == STORY


def test_a_table_of_figures_is_rows_with_tabs() -> None:
    table = "<table><tr><th>Side</th><th>Hurt</th></tr><tr><td>Velmora</td><td>12</td></tr></table>"
    lines = read(page(body=f"<p>{STORY[0]}</p>{table}<p>{STORY[1]}</p>")).text.split("\n")
    assert lines[-4:] == [STORY[0], "Side\tHurt", "Velmora\t12", STORY[1]]


def test_broken_markup_is_read() -> None:
    raw = b"<html><body><div><p>The ferry <b>left early, she said<p>Nobody was hurt</span></td> in it."
    assert read(raw).text.split("\n") == ["The ferry left early, she said", "Nobody was hurt in it."]


def test_a_fragment_is_read() -> None:
    assert read(b"<p>He said <b>yes</b>.</p>").text == "He said yes."


def test_title_outlet_address_and_licence_are_those_declared() -> None:
    head = (
        '<meta property="og:site_name" content="Velmora Gazette"><meta property="og:url" content="https://m.gazette.example/1">'
        '<link rel="canonical" href="https://gazette.example/news/ferry">'
    )
    licence = '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC</a>'
    document = read(page(head=head, before=licence))
    source = document.source
    assert (document.title, source.outlet) == ("Ferry leaves early", "Velmora Gazette")
    assert (source.url, source.licence) == ("https://gazette.example/news/ferry", "CC BY 4.0")


def test_what_a_page_does_not_say_is_none() -> None:
    source = read(b"<html><body><p>" + STORY[0].encode() + b"</p></body></html>").source
    assert (source.outlet, source.url, source.published, source.language, source.licence) == (None,) * 5


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2017-04-12T23:30:00-05:00">', "2017-04-12"),
        ('<meta name="pubdate" content="20170412">', "2017-04-12"),
        ('<meta name="date" content="2017-04">', "2017-04"),
        ('<meta name="dc.date" content="Wed, 12 Apr 2017 10:00:00 GMT">', "2017-04-12"),
        ('<script type="application/ld+json">{"datePublished": "2017-04-12T10:00:00Z"}</script>', "2017-04-12"),
        ('<link rel="canonical" href="https://gazette.example/2017/04/12/ferry">', "2017-04-12"),
        ('<meta name="date" content="1985-04-12">', "1985-04-12"),
        ('<meta name="date" content="2031-04-12">', "2031-04-12"),
        ('<meta property="article:modified_time" content="2018-05-06">', None),
        ('<meta property="og:image" content="https://gazette.example/2009/01/02/x.jpg">', None),
        ("", None),
    ],
)  # fmt: skip
def test_a_declared_date_is_as_exact_as_declared(head: str, date: str | None) -> None:
    assert published(page(head=head)) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ('<span class="date">12 April 2017</span>', "2017-04-12"),
        ('<div class="post-date">Posted on April 12, 2017 at 10:15</div>', "2017-04-12"),
        ('<p class="byline">By Ada Quist, Wednesday, 12th April 2017</p>', "2017-04-12"),
        ('<time datetime="2017-04-12T10:00">yesterday</time><time datetime="2009-01-01">then</time>', "2017-04-12"),
        ('<span class="date">Tuesday, 4 April 2017</span>', "2017-04-04"),
        ('<span class="date">Posted 01/2017</span>', "2017-01"),
        ('<span class="date">14/05/2017</span>', "2017-05-14"),
        ('<span class="date">04/05/2017</span>', "2017"),
        ('<span class="date">04.05.2017</span>', "2017-05-04"),
        ('<span class="updated-date">12 April 2017</span>', None),
        ("<p>The treaty of 2004-10-16 was signed on 3 March 1993, he said.</p>", None),
    ],
)
def test_a_marked_date_line_counts_and_a_date_in_the_article_does_not(line: str, date: str | None) -> None:
    assert published(page(before=line)) == date


def test_a_date_in_the_headline_is_not_that_of_publication() -> None:
    assert published(page().replace(b"Ferry leaves early", b"Agreement of 12 April 2017 fails")) is None


def test_the_given_date_stands_in_for_none() -> None:
    document = read(page(), "2017-04")
    assert document.source.published is not None
    assert document.source.published.first == "2017-04"


def test_a_language_declared_by_the_template_does_not_win(paragraphs: Mapping[str, str]) -> None:
    document = read(page(body=f"<p>{paragraphs['ru']}</p>", lang="en-US"))
    assert (document.language, document.source.language) == ("ru", "en-US")


@pytest.mark.parametrize(
    "meta", ["<meta charset='windows-1251'>", "<meta http-equiv=x content='text/html; charset=cp1251'>"]
)
def test_an_encoding_declared_in_the_page_is_used(paragraphs: Mapping[str, str], meta: str) -> None:
    raw = f"<html><head>{meta}</head><body><p>{paragraphs['ru']}</p></body></html>".encode("cp1251")
    document = read(raw)
    assert (document.text, document.issues) == (paragraphs["ru"], ())


def test_an_encoding_is_told_from_the_words_not_from_the_markup(paragraphs: Mapping[str, str]) -> None:
    script = f"<script>{'var x = 1; ' * 500}</script>"
    raw = f"<html><head>{script}</head><body><p class='x'>{paragraphs['ru']}</p></body></html>".encode("koi8_r")
    document = read(raw)
    assert (document.text, document.issues) == (paragraphs["ru"], ("not UTF-8: read as koi8_r, which is a guess",))


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "rot13", "unicode_escape", "cp037", "nonsense", "idna"])
def test_a_misleading_encoding_in_the_page_is_passed_over(charset: str) -> None:
    raw = f"<html><head><meta charset={charset}></head><body><p>The café is closed, he said.</p></body></html>"
    assert read(raw.encode("cp1252")).text == "The café is closed, he said."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_of_a_page(encoding: str) -> None:
    assert read(page().decode().encode(encoding)).text == read(page()).text


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "not HTML"),
        (b"He said yes.", "not HTML: no element found"),
        (b"<html></html>", "no article text"),
        (b"<html><body><script>alert('he said yes')</script></body></html>", "no article text"),
        (b"<html><body><img src=a.png><p> &nbsp; </p></body></html>", "no article text"),
        (b"%PDF-1.4", "a PDF file"),
        (b"<html>" + b"<div>" * 50_000 + b"text", "no article text"),
        (b"<p>" * 25_000, "not an article: a page of 25,002 elements"),
        (
            b"<p " + b" ".join(b"a%d=b" % number for number in range(20_000)) + b">text</p>",
            "an element with 20001 attributes",
        ),
    ],
)
def test_what_is_no_article_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(raw)


@settings(max_examples=50)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div", ">", "<td>", "<b>", "he said ", "&nbsp", "<!--", "\x0b", "é"]),
        max_size=60,
    )
)
def test_any_tag_soup_gives_a_document_or_an_input_error(parts: list[str]) -> None:
    with suppress(InputError):
        document = read("".join(parts).encode())
        assert document.text.strip()


def test_a_page_gives_the_same_whatever_was_read_before() -> None:
    raw = page()
    first = read(raw)
    for number in range(4):
        read(page(body="".join(f"<p>{one}</p>" for one in STORY) + f"<p>Edition {number} of the report.</p>"))
    assert [read(raw) for _ in range(4)] == [first] * 4


def test_a_page_gives_the_same_in_every_process(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(page(before='<span class="date">12 April 2017</span>'))
    program = (
        "from dateline.read.all import readers\n"
        "from dateline.stages import Capture\n"
        "raw = open('page.html', 'rb').read()\n"
        "print(ascii(readers()[1].read(Capture('p', 'html', raw))))\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_no_page_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = '<base href="https://gazette.example/"><link rel="canonical" href="https://gazette.example/ferry">'
    assert read(page(head=head, before='<iframe src="https://gazette.example/x"></iframe>')).text.endswith(STORY[-1])


def test_the_parsers_say_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError):
        read(b"<html></html>")
    assert capfd.readouterr() == ("", "")
