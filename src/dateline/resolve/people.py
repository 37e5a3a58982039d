"""Which names of people are one person: full names, surnames, given names, with titles and suffixes."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.marks import Gender, Name
from dateline.resolve.cast import Figure
from dateline.resolve.setting import Setting
from dateline.vocab.roles import Roles

Words = tuple[str, ...]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NEAR = 1  # sentences back to which a namesake is still in mind
_FIRST_NAMED = 2.0
_LEADING = 2  # times as often as anybody else is the person named that a report is about
_OFTEN = 3  # pronouns that tell a gender
_JUST_NAMED = 1.5


@dataclass(frozen=True, slots=True)
class _Person:
    """A person by a full name, with the place where it first stands."""

    words: Words
    suffix: str | None
    figure: Figure

    @property
    def surname(self) -> str:
        return self.words[-1]


class People:
    """Gives each name of a person its figure.

    A surname is the person whose full name ends in it; of several rather the one named first and in full more than
    once, or just before; a title that tells the gender ("Mrs.") leaves only those it fits. Without a full name the
    surname is a person of its own, one for each gender that titles tell.
    """

    def __init__(self, setting: Setting, *, roles: Roles, given: Mapping[str, Gender | None]) -> None:
        self._setting, self._roles, self._given = setting, roles, given
        self._persons: list[_Person] = []
        self._counts: dict[int, int] = {}
        self._last: dict[int, int] = {}
        self._singles: dict[str, list[Figure]] = {}

    def assign(self, names: list[Name]) -> dict[Name, Figure]:
        """The figure of each name; full names come first, so that a surname in a headline finds its person."""
        found: dict[Name, Figure] = {}
        split = {name: _split(self._setting.document[name.span]) for name in names}
        for name in names:
            words, suffix = split[name]
            if len(words) > 1:
                found[name] = self._full(words, suffix)
        for name in names:
            words, suffix = split[name]
            if name not in found:
                found[name] = self._short(name, words[0], suffix)
            self._last[id(found[name])] = self._sentence(name)
        for name in names:
            self._learn(found[name], name)
        self._told_throughout(names, found)
        return found

    def _told_throughout(self, names: list[Name], found: Mapping[Name, Figure]) -> None:
        """Gives the person that a report is about the gender of its pronouns, where they are all of one gender: a given
        name tells less.
        """
        counts = Counter(found[name] for name in names).most_common(2)
        titled = {found[name] for name in names if self.title_gender(name) is not None}
        references = ((self._setting.tokens[place], one) for place, one in self._setting.references.items())
        told = [one.gender for token, one in references if one.form != "nominal" and not self._setting.quoted(token)]
        people = Counter(gender for gender in told if gender in {"male", "female"})
        leading = counts and counts[0][1] > _LEADING * (counts[1][1] if len(counts) > 1 else 1)
        if leading and len(people) == 1 and people.total() >= _OFTEN and counts[0][0] not in titled:
            counts[0][0].gender = next(iter(people))

    def called(self, words: Words) -> Figure | None:
        """The person that a name found later means: the one whose full name it is or ends in, else who is known by the
        last word alone.
        """
        words, suffix = _split(" ".join(words))
        full = next((one.figure for one in self._persons if len(words) > 1 and _same(one, words, suffix)), None)
        fitting = [one.figure for one in self._persons if _plain(one.surname) == _plain(words[-1])]
        alone = self._singles.get(_plain(words[-1]), [])
        return full or next(iter([*fitting, *alone] if len(words) == 1 else []), None)

    def _full(self, words: Words, suffix: str | None) -> Figure:
        person = next((one for one in self._persons if _same(one, words, suffix)), None)
        if person is None:
            figure = Figure("person", gender=self._given.get(words[0]))
            person = _Person(words, suffix, figure)
            self._persons.append(person)
        self._counts[id(person.figure)] = self._counts.get(id(person.figure), 0) + 1
        return person.figure

    def _short(self, name: Name, word: str, suffix: str | None) -> Figure:
        gender = self.title_gender(name)
        fitting = [one for one in self._matches(word, suffix) if _agree(one.figure.gender, gender)]
        if fitting:
            figure = self._likeliest([one.figure for one in fitting], self._sentence(name))
        else:
            figure = self._single(word, gender)
        if figure.gender is None:
            figure.gender = gender
        return figure

    def _matches(self, word: str, suffix: str | None) -> list[_Person]:
        """The persons a single word can name: by surname before given name before any other part."""
        plain = _plain(word)
        by_surname = [one for one in self._persons if _plain(one.surname) == plain]
        if suffix is not None:
            return [one for one in by_surname if one.suffix == suffix]
        by_given = [one for one in self._persons if _plain(one.words[0]) == plain]
        by_part = [one for one in self._persons if plain in map(_plain, one.words)]
        return by_surname or by_given or by_part

    def _likeliest(self, figures: list[Figure], sentence: int) -> Figure:
        def rank(figure: Figure) -> tuple[float, int]:
            since = sentence - self._last.get(id(figure), -_NEAR - 1)
            near = 0 <= since <= _NEAR
            first = _FIRST_NAMED if figure is figures[0] else 0.0
            return first + min(2, self._counts[id(figure)]) + (_JUST_NAMED if near else 0.0), -figures.index(figure)

        return max(figures, key=rank)

    def _single(self, word: str, gender: Gender | None) -> Figure:
        family = self._singles.setdefault(_plain(word), [])
        fitting = [figure for figure in family if _agree(figure.gender, gender)]
        if not fitting:
            given = self._given.get(word.capitalize())
            fitting = [Figure("person", gender=gender or ("female" if given == "female" else None))]
            family.extend(fitting)
        return max(fitting, key=lambda figure: (self._last.get(id(figure), -1), -family.index(figure)))

    def title_gender(self, name: Name) -> Gender | None:
        """The gender that the title before a name tells: "Mrs. Brandt", "spokeswoman Olga Brandt"."""
        stretch = self._setting.stretch(name.span)
        if stretch is None or stretch.first == 0:
            return None
        return self._roles.gender(self._setting.tokens[stretch.first - 1].text.lower())

    def _learn(self, figure: Figure, name: Name) -> None:
        if figure.gender is None:
            figure.gender = self.title_gender(name)

    def _sentence(self, name: Name) -> int:
        stretch = self._setting.stretch(name.span)
        return 0 if stretch is None else self._setting.sentence(self._setting.tokens[stretch.first])


def _split(text: str) -> tuple[Words, str | None]:
    """The words of a name without commas, and its suffix apart."""
    words = [word.strip(",") for word in text.split() if word.strip(",")]
    last = words[-1].rstrip(".").lower()
    if len(words) > 1 and last in _SUFFIXES:
        return tuple(words[:-1]), last
    return tuple(words), None


def _same(one: _Person, words: Words, suffix: str | None) -> bool:
    """Whether a full name is another form of a person's: same surname and suffix, given names that fit."""
    known, words = tuple(map(_plain, one.words)), tuple(map(_plain, words))
    if known[-1] != words[-1] or one.suffix != suffix:
        return False
    if _ends_in(known, words) or _ends_in(words, known):
        return True
    first, other = known[0].rstrip("."), words[0].rstrip(".")
    short = min(len(first), len(other)) == 1
    return first == other or (short and first[0] == other[0])


def _ends_in(long: Words, short: Words) -> bool:
    """Whether a name of several words is the end of a longer one: "Suu Kyi" of "Aung San Suu Kyi"."""
    return 1 < len(short) < len(long) and long[-len(short) :] == short


def _plain(word: str) -> str:
    """A word in small letters without accents: "Erdogan" is "Erdoğan", "BRANDT" is "Brandt"."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _agree(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other
