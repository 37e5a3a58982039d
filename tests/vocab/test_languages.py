from __future__ import annotations

import codecs

import pytest

from dateline.vocab.languages import Languages

LANGUAGES = Languages.load()


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en", "en"), ("EN-us", "en"), ("zh_Hans_CN", "zh"), ("deu", "de"), ("ger", "de"), ("Persian", "fa"), ("iw", "he"),
     ("cmn", "zh"), ("fat", "ak"), ("tw", "tw"), ("x-default", None), ("", None), ("und", None)],
)  # fmt: skip
def test_codes_and_names_are_iso_639_1(declared: str, code: str | None) -> None:
    assert LANGUAGES.code(declared) == code


def test_a_script_has_the_languages_written_in_it() -> None:
    assert {"ru", "uk", "tg", "sr"} <= LANGUAGES.written_in("CYRILLIC")
    assert LANGUAGES.written_in("GREEK") == {"el"}
    assert LANGUAGES.written_in("RUNIC") == frozenset()


def test_every_code_page_is_one_python_knows() -> None:
    assert {codecs.lookup(page).name for page in LANGUAGES.pages.values()} == set(LANGUAGES.pages.values())


def test_no_word_is_both_telling_and_shared() -> None:
    assert LANGUAGES.telling & LANGUAGES.shared == frozenset()
