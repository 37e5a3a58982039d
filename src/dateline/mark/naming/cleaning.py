"""Cleans the model's name spans: titles, articles and possessives off, joined names apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dateline.mark.naming.page import Page, Stretch
from dateline.model.marks import Gender
from dateline.vocab.roles import Roles

_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van", "von"}
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_BETWEEN_PLACES = frozenset({",", ";", "/"})  # "Shelby, North Carolina"; "and" may be part of one
_JOINING = frozenset({"and", "&", ",", ";", "/", "or", "vs.", "v."})
_PREFIXES = frozenset({"anti", "ex", "non", "pre", "post", "pro", "then"})
_BEFORE_NAMES = frozenset(
    {"a", "all", "an", "former", "her", "his", "its", "my", "our", "that", "the", "their", "this", "your"}
)
_LINKING = frozenset({"of", "for", "and", "the", "on", "in", "&", "to", "at", "de"})


def cleaned(page: Page, stretch: Stretch, label: str) -> Iterator[Stretch]:
    """The names in a span that the model labelled: none, one or, where it ran names together, several."""
    pieces = [stretch]
    if label == "PERSON":
        pieces = _apart(page, stretch, _JOINING)
    elif label == "GPE":
        pieces = _apart(page, stretch, _BETWEEN_PLACES)
    for piece in pieces:
        bare = _bare(page, piece)
        if bare is not None and any(character.isalpha() for character in page.text(bare)):
            yield bare


def hyphenated(page: Page, stretch: Stretch, *, free: Callable[[int], bool]) -> Stretch:
    """A name with what a hyphen ties to it, where that is no name of its own: "Glass-Steagall", "Hoi-kwan", not
    "Oria-Belm".
    """
    first, last = stretch.first, stretch.last
    while first > 1 and _tied(page, first - 1) and free(first - 2) and page.tokens[first - 2].text[0].isupper():
        first -= 2
    while last + 1 < len(page.tokens) and _tied(page, last) and free(last + 1) and _proper(page, last + 1):
        last += 2
    return Stretch(first, last)


def _proper(page: Page, number: int) -> bool:
    token = page.tokens[number]
    return token.text[0].isupper() or token.tag == "NNP"


def _tied(page: Page, hyphen: int) -> bool:
    """Whether a token is a hyphen without space around it."""
    if not 0 < hyphen < len(page.tokens) - 1 or page.tokens[hyphen].text != "-":
        return False
    before, mark, after = page.tokens[hyphen - 1 : hyphen + 2]
    return before.span.end == mark.span.start and mark.span.end == after.span.start


def without_titles(page: Page, stretch: Stretch, *, roles: Roles, given: Mapping[str, Gender | None]) -> Stretch | None:
    """A person's name without "President", "Sen.", "former" or anything else that stands before it."""
    first = stretch.first
    for number in range(stretch.first, stretch.last):
        word = page.tokens[number].text
        last = number == stretch.last - 1 or page.tokens[number + 1].text.lower() in _SUFFIXES
        title = not last and roles.title(word.lower()) and word not in given
        small = number == first and not word[0].isupper() and word.lower() not in _PARTICLES
        if title or small:
            first = number + 1
    last_number = stretch.last
    while last_number > first and not page.tokens[last_number - 1].text[0].isupper():
        last_number -= 1
    return Stretch(first, last_number) if first < last_number else None


def surname(words: tuple[str, ...]) -> str:
    """The last word of a name that is no suffix: "Trask" of "Jon Trask Jr."."""
    for word in reversed(words):
        if word.lower() not in _SUFFIXES and word != ",":
            return word
    return words[-1]


def suffix(words: tuple[str, ...]) -> str | None:
    """ "jr" of "Jon Trask Jr.", else None."""
    last = words[-1].lower()
    return last.rstrip(".") if len(words) > 1 and last in _SUFFIXES else None


def is_linking(word: str) -> bool:
    """Whether a lower-case word can stand inside a name ("Bank of Oria")."""
    return word in _LINKING or word in _PARTICLES


def _apart(page: Page, stretch: Stretch, joining: frozenset[str]) -> list[Stretch]:
    """A span cut where a possessive or a word of ``joining`` joins it from several."""
    pieces, first = [], stretch.first
    for number in range(stretch.first, stretch.last):
        token = page.tokens[number]
        suffixed = token.text == "," and number + 1 < stretch.last and page.tokens[number + 1].text.lower() in _SUFFIXES
        if (token.tag == "POS" or token.text.lower() in joining) and not suffixed:
            if first < number:
                pieces.append(Stretch(first, number))
            first = number + 1
    if first < stretch.last:
        pieces.append(Stretch(first, stretch.last))
    return pieces


def _bare(page: Page, stretch: Stretch) -> Stretch | None:
    """A stretch without what cannot begin or end a name: articles, quotation marks, "pro-", "'s", stops."""
    first, last = stretch.first, stretch.last
    while first < last and _cannot_begin(page, first, last):
        first += 1
    while first < last and _cannot_end(page, last - 1):
        last -= 1
    return Stretch(first, last) if first < last else None


def _cannot_begin(page: Page, number: int, last: int) -> bool:
    token = page.tokens[number]
    word = token.text.lower()
    prefixed = number + 1 < last and page.tokens[number + 1].text == "-" and word in _PREFIXES
    return prefixed or token.tag == "POS" or word in _BEFORE_NAMES or not any(letter.isalnum() for letter in word)


def _cannot_end(page: Page, number: int) -> bool:
    token = page.tokens[number]
    if token.tag == "POS" or token.text in {"'s", "’s", "'", "’"}:
        return True
    return not any(character.isalnum() for character in token.text) or is_linking(token.text)
