"""Says in which language a text is written: what the input declares, else what the words and letters show."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from dateline.vocab.languages import Languages

UNKNOWN = "und"

_SAMPLE = 5_000  # characters, some 4,000 letters: more makes no difference
_ENOUGH = 200  # letters of a text whose words alone can show that it is English
_SHORT = 60  # letters below which the model guesses more than it knows
_SURE = 0.5
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


class Model(Protocol):
    """A trained language identifier: languages by falling likelihood, with their share of it."""

    def rank(self, text: str) -> list[tuple[str, float]]: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """The language of a text (ISO 639-1 or "und") and what could not be understood of what was declared."""

    code: str
    issues: tuple[str, ...] = ()


class LanguageDetector:
    """Tells the language of a text from its script, its common words and, where these do not settle it, py3langid.

    "He said yes." is en, a text without letters und. The model is loaded when it is first needed, which is
    hardly ever for English, and only once; it takes about a second.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    def judge(self, text: str, declared: str | None = None) -> Verdict:
        """The language of ``text``. A declared language wins unless the text is not in a script of that language.

        A declaration that is not understood, or does not fit the script, is an issue of the verdict.
        """
        sample, script = _sampled(text)
        if declared is None:
            return Verdict(self._detected(sample, script))
        code = self._languages.code(declared)
        if code is None:
            return Verdict(self._detected(sample, script), (f"the language '{declared}' is not one that is known",))
        if script is not None and code not in self._languages.written_in(script):
            issue = f"declared to be in '{declared}', but its letters are {script.capitalize()}"
            return Verdict(self._detected(sample, script), (issue,))
        return Verdict(code)

    def _detected(self, sample: str, script: str | None) -> str:
        if script is None:
            return UNKNOWN
        possible = self._languages.written_in(script)
        if len(possible) < 2:
            return next(iter(possible), UNKNOWN)
        if "en" in possible:
            return self._in_latin_letters(sample, possible)
        return self._ranked(sample, possible)[0][0]

    def _in_latin_letters(self, sample: str, possible: frozenset[str]) -> str:
        words = [word.casefold() for word in _WORD.findall(sample)]
        letters = sum(map(len, words))
        telling = [word for word in words if word in self._languages.telling]
        english = len(telling) + sum(word in self._languages.shared for word in words)
        if letters >= _ENOUGH and len(set(telling)) > 2 and len(telling) > 0.08 * len(words) < 0.4 * english:
            return "en"
        ranked = self._ranked(sample, possible)
        (best, share), near = ranked[0], [code for code, _ in ranked[:4]]
        if best == "en" or (letters >= _SHORT and share >= _SURE):
            return best
        if english >= 0.2 * len(words) and (share < _SURE / 2 or (telling and share < 0.9)):
            return "en"
        if letters >= _SHORT or share >= _SURE / 2:
            return best
        return "en" if "en" in near else UNKNOWN

    def _ranked(self, sample: str, possible: frozenset[str]) -> list[tuple[str, float]]:
        """The languages that are possible by falling likelihood; shares add up to one over all languages."""
        return [(code, share) for code, share in self._model.rank(sample) if code in possible] or [(UNKNOWN, 0.0)]

    @cached_property
    def _model(self) -> Model:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        model: Model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        return model


def _sampled(text: str) -> tuple[str, str | None]:
    """A stretch of ``text`` from its first letter on, and the script of most of its letters (None: no letters)."""
    first = _LETTER.search(text)
    if first is None:
        return "", None
    sample = text[first.start() : first.start() + _SAMPLE]
    scripts: Counter[str] = Counter()
    for character, count in Counter(_LETTER.findall(sample)).items():
        scripts[unicodedata.name(character, "").partition(" ")[0]] += count
    return sample, scripts.most_common(1)[0][0]
