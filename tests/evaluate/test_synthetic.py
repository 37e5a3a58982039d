"""The made-up reports of the speed bench."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluate.synthetic import captures


@given(st.integers(0, 10_000), st.integers(20, 800))
def test_reports_have_the_length_asked_for(seed, words):
    (capture,) = captures(1, words=words, seed=seed)
    assert words <= len(capture.raw.split()) < words + 60


def test_the_same_seed_gives_the_same_reports():
    assert list(captures(20, seed=5)) == list(captures(20, seed=5))


def test_a_longer_series_begins_with_the_shorter():
    assert list(captures(20))[:5] == list(captures(5))


def test_no_two_reports_are_alike():
    assert len({capture.raw for capture in captures(300)}) == len({capture.locator for capture in captures(300)}) == 300


def test_a_report_says_first_that_it_is_invented():
    assert all(capture.raw.startswith(b"This report is invented") for capture in captures(20))


def test_every_slot_is_filled():
    assert not any(odd in capture.raw for capture in captures(300) for odd in (b"{", b"}", b"  "))
