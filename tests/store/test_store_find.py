"""Full-text search: what is found, how it is marked, and that no words break it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_readings import HARBOUR, Report, Said, kept, numbered, texts

from dateline.errors import UsageError
from dateline.store import Hit, StatementFilter, Store
from dateline.store.words import has_word

Fresh = Callable[[], Store]


@pytest.fixture(scope="module")
def harbour(fresh: Fresh) -> Iterator[Store]:
    """A store with one report, for tests that write nothing."""
    with fresh() as store:
        kept(store, HARBOUR)
        yield store


def marked(hit: Hit) -> list[str]:
    """The words of the snippet that are marked."""
    return [hit.snippet[start:end] for start, end in hit.marks]


def test_reports_and_statements_are_found(store: Store) -> None:
    kept(store, HARBOUR)
    report, statement = sorted(store.find("talks"), key=lambda hit: hit.kind)
    document = HARBOUR.document().id
    assert (report.kind, report.id, report.document, report.title) == ("report", document, document, HARBOUR.title)
    record = HARBOUR.reading().records[2].id
    assert (statement.kind, statement.id, statement.document) == ("statement", record, document)
    assert (statement.snippet, marked(statement)) == ("talks had failed", ["talks"])


def test_the_words_found_are_marked_in_the_snippet(store: Store) -> None:
    kept(store, HARBOUR)
    (report,) = (hit for hit in store.find("velik strike") if hit.kind == "report")
    assert set(marked(report)) == {"Velik", "strike"}
    assert report.snippet.strip("…") in HARBOUR.text


def test_words_of_the_title_are_found(store: Store) -> None:
    kept(store, replace(HARBOUR, title="Sirocco warning"))
    (hit,) = store.find("sirocco")
    assert (hit.kind, hit.snippet, marked(hit)) == ("report", "Sirocco warning", ["Sirocco"])


def test_case_and_diacritics_do_not_matter(store: Store) -> None:
    kept(store, HARBOUR)
    assert [marked(hit) for hit in store.find("KOLVEN")] == [["Kolvén"]]


def test_all_words_must_be_there(store: Store) -> None:
    kept(store, *numbered(3))
    assert {hit.document for hit in store.find("pier 2")} == {numbered(3)[2].document().id}
    assert list(store.find("pier sirocco")) == []


@pytest.mark.parametrize(
    ("words", "found"), [('"would stay"', 2), ("stay would", 2), ('"stay would"', 0), ("“stay open”", 3)]
)
def test_a_quoted_phrase_stays_together(store: Store, words: str, found: int) -> None:
    kept(store, replace(HARBOUR, said=HARBOUR.said[:1]), Report("Stay open.", locator="b.txt"))
    assert len(list(store.find(words))) == found


@pytest.mark.parametrize("words", ["stay OR port", "NOT stay", "text:port", "NEAR(port stay)", "sta*", "{text} : stay"])
def test_query_syntax_is_read_as_words(store: Store, words: str) -> None:
    kept(store, HARBOUR)
    assert list(store.find(words)) == []


def test_a_report_with_more_of_the_words_comes_first(store: Store) -> None:
    long = " ".join(f"word{number}" for number in range(200))
    reports = [Report(f"{'sirocco ' * times}{long}", locator=f"{times}.txt") for times in (1, 3, 2)]
    kept(store, *reports, *numbered(10))
    assert [hit.snippet.count("sirocco") for hit in store.find("sirocco")] == [3, 2, 1]


def test_ranks_do_not_decrease(store: Store) -> None:
    kept(store, HARBOUR, *numbered(5))
    ranks = [hit.rank for hit in store.find("velik")]
    assert ranks == sorted(ranks)


@settings(max_examples=10)
@given(st.permutations(numbered(6)))
def test_equal_ranks_do_not_depend_on_the_order_of_saving(fresh: Fresh, reports: list[Report]) -> None:
    with fresh() as one, fresh() as other:
        kept(one, *numbered(6))
        kept(other, *reports)
        assert list(one.find("pier", 4)) == list(other.find("pier", 4))


def test_limit(store: Store) -> None:
    kept(store, *numbered(6))
    assert len(list(store.find("pier", 4))) == 4


@pytest.mark.parametrize("words", ["", "  ", '"', '""', "— …", "\0"])
def test_without_a_word_there_is_nothing_to_find(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        store.find(words)


def test_a_limit_below_one_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="limit must be 1 or more"):
        store.find("port", 0)


SYNTAX = st.text(st.sampled_from("\"“”«»„*^:(){}+-,.' \0\ud800aé AND OR NOT NEAR"), max_size=20)


@settings(max_examples=300)
@given(SYNTAX | st.text(max_size=30))
def test_no_words_break_the_search(harbour: Store, words: str) -> None:
    if has_word(words):
        list(harbour.find(words))
        list(harbour.statements(StatementFilter(says=words, speaker=words)))


@settings(max_examples=40)
@given(texts(min_size=1, max_size=60))
def test_marks_lie_in_snippets_that_are_of_the_text(fresh: Fresh, text: str) -> None:
    with fresh() as store:
        report = Report(f"{text} sirocco {text}")
        kept(store, report)
        for hit in store.find("sirocco"):
            assert "sirocco" in marked(hit)
            assert hit.snippet.removeprefix("…").removesuffix("…") in report.text + "…"


def test_many_words_are_no_error(store: Store) -> None:
    kept(store, HARBOUR)
    assert list(store.find(" ".join(f"word{number}" for number in range(5000)))) == []


def test_the_pieces_of_a_content_are_found_apart(store: Store) -> None:
    reading = HARBOUR.reading()
    one, two, _ = reading.records
    joined = replace(one, content=(*one.content, *two.content))
    run = store.begin_run(command="read", settings={}, producers={})
    store.keep(HARBOUR.capture(), replace(reading, records=(joined,)), run)
    (hit,) = (hit for hit in store.find("open strike") if hit.kind == "statement")
    assert hit.snippet == "the port of Velik would stay open … to close it if the strike went on"


def test_a_statement_is_not_found_by_its_speaker(store: Store) -> None:
    kept(store, Report("Sirocco said: no.", (Said("no", "Sirocco"),)))
    assert [hit.kind for hit in store.find("sirocco")] == ["report"]
