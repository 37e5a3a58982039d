from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

import pytest

from dateline.read.language import LanguageDetector, Verdict

SHORT_ENGLISH = [
    "He said yes.",
    "“No,” she said.",
    "Talks in Minsk collapse",
    "The minister denied it.",
    "Putin denied it.",
    "Rain fell all day in Velmora.",
    "Yes, he did.",
    "U.S. troops leave Iraq",
]
SHORT_OTHERS = [
    ("Er sagte ja.", "de"),
    ("Il a dit oui.", "fr"),
    ("Министр сказал, что всё хорошо.", "ru"),
    ("Είπε ναι.", "el"),
    ("הוא אמר כן.", "he"),
    ("彼は「はい」と言った。", "ja"),
    ("그는 그렇다고 말했다.", "ko"),
]


def test_thirty_languages_are_told_apart(detector: LanguageDetector, paragraphs: Mapping[str, str]) -> None:
    told = {code: detector.judge(text).code for code, text in paragraphs.items()}
    assert told == {code: code for code in paragraphs}
    assert len(told) >= 30


@pytest.mark.parametrize("text", SHORT_ENGLISH)
def test_a_short_english_line_is_english(detector: LanguageDetector, text: str) -> None:
    assert detector.judge(text).code == "en"


@pytest.mark.parametrize(("text", "language"), SHORT_OTHERS)
def test_a_short_line_in_another_language_is_not_english(detector: LanguageDetector, text: str, language: str) -> None:
    assert detector.judge(text).code == language


@pytest.mark.parametrize("text", ["12 345 – 67 %", "…", "2017-04-12", "\U0001f600\U0001f600"])
def test_a_text_without_letters_is_undetermined(detector: LanguageDetector, text: str) -> None:
    assert detector.judge(text) == Verdict("und")


def test_a_script_of_one_language_needs_no_model(detector: LanguageDetector) -> None:
    assert detector.judge("ᎣᏏᏲ").code == "und"
    assert detector.judge("ქართული").code == "ka"


@pytest.mark.parametrize("declared", ["en", "EN", "en-GB", "en_US", "eng", "English", " english "])
def test_a_declared_language_wins(detector: LanguageDetector, paragraphs: Mapping[str, str], declared: str) -> None:
    assert detector.judge(paragraphs["nl"], declared) == Verdict("en")


def test_an_unknown_declaration_is_an_issue(detector: LanguageDetector, english: str) -> None:
    verdict = detector.judge(english, "klingonese")
    assert verdict == Verdict("en", ("the language 'klingonese' is not one that is known",))


def test_a_declaration_against_the_script_is_an_issue(
    detector: LanguageDetector, paragraphs: Mapping[str, str]
) -> None:
    verdict = detector.judge(paragraphs["ru"], "en-US")
    assert verdict == Verdict("ru", ("declared to be in 'en-US', but its letters are Cyrillic",))


def test_english_with_foreign_names_is_english(detector: LanguageDetector, english: str) -> None:
    assert detector.judge(f"{english} “Велмора” (維爾莫拉) was her reply to Łukasz Żółć.").code == "en"


def test_only_the_beginning_counts(detector: LanguageDetector, paragraphs: Mapping[str, str], english: str) -> None:
    assert detector.judge(english * 40 + paragraphs["ru"] * 400).code == "en"


def test_a_plain_english_report_does_not_load_the_model() -> None:
    program = (
        "import sys\n"
        "from dateline.read.all import readers\n"
        "from dateline.stages import Capture\n"
        "text = 'The ferry left, she said, and they would not tell us when it was to come back from there. ' * 4\n"
        "assert readers()[0].read(Capture('a', 'plain', text.encode())).language == 'en'\n"
        "sys.exit(int('py3langid' in sys.modules or 'trafilatura' in sys.modules))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
