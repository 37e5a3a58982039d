"""Names made alike: the same key for spellings that differ in case, diacritics, hyphens, apostrophes and spaces."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"['’‘ʻʼʿʾ`´ʹʺ·.]")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ə": "a", "þ": "th", "ð": "d"})


def folded(name: str) -> str:
    """ "Qurghon Teppa", "Qurghonteppa" and "Qürghon-Teppa" as "qurghonteppa"; empty for a name without letters."""
    return "".join(words(name))


def words(name: str) -> list[str]:
    """The words of a name as they are compared, apostrophes and full stops left out: "U.S." is one word, "us"."""
    if name.isascii():
        return _WORD.findall(_MARKS.sub("", name).lower())
    small = unicodedata.normalize("NFKD", name).casefold()  # a letter may fold to one that can be decomposed again
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", small)).translate(_LETTERS)
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))
