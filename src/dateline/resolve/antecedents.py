"""Whom a pronoun means: by agreement, nearness, grammatical role, and who spoke last."""

from __future__ import annotations

from collections.abc import Callable, Collection

from dateline.model.marks import Reference, Token
from dateline.resolve.cast import Figure, Stage
from dateline.resolve.setting import Setting

_FADING = 0.5  # a figure counts half as much for each sentence since it came up
_AGAIN = 0.4  # what a figure's further sentences add
_FURTHEST = 4  # sentences back
_SPEAKER = 110.0  # speakers tend to go on
_SPEAKER_ELSEWHERE = 40.0
_SILENCE = 0.3  # for each sentence in which the last speaker says nothing
_FURTHEST_THING = 2
_NOT_INTRODUCED = 0.4
_ENOUGH = 25.0
_ENOUGH_AGAIN = 80.0
_ENOUGH_FOR_THINGS = 60.0  # what "it" and "they" may mean must be well in mind
_PEOPLE = frozenset({"male", "female"})
_OTHER_VOICE = 0.3  # what comes up in a quotation counts less for the narration, and the other way round
_UNKNOWN_GENDER = 0.6
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_PLURAL_WORTH = {"group": 1.0, "organisation": 0.6, "country": 0.4}
_THINGS = {"organisation": 1.0, "country": 0.9, "group": 0.6, "installation": 0.5, "place": 0.4, "region": 0.4}
_CLAUSES = frozenset({"advcl", "ccomp", "prep", "pcomp", "xcomp"})


class Antecedents:
    """Finds the figure a third person pronoun stands for; None where nobody in reach agrees."""

    def __init__(self, setting: Setting, stage: Stage) -> None:
        self._setting, self._stage = setting, stage
        self._speakers: list[tuple[int, Figure]] = []

    def spoke(self, token: int, figure: Figure) -> None:
        """Notes that a figure is the source of a statement at ``token``; call in order of place."""
        self._speakers.append((token, figure))

    def resolve(
        self,
        reference: Reference,
        token: Token,
        *,
        barred: Collection[Figure],
        skipped: Collection[int],
        speaking: bool,
    ) -> Figure | None:
        """The antecedent of the pronoun at ``token``. ``barred`` figures are out of the question; what comes up
        at the tokens in ``skipped`` does not count. ``speaking``: it is the source of a statement.
        """
        coming = self._coming(reference, token)
        if coming is not None and coming not in barred:
            return coming
        if self._something_else(reference, token):
            return None
        scores = self._scores(token, skipped, person=reference.gender in _PEOPLE)
        out = [*barred, *self._bound(token)]
        speaker, silent = self._last_speaker(token)
        best: tuple[float, Figure] | None = None
        for figure, score in scores.items():
            worth = 0.0 if figure in out or (figure.document and not speaking) else _worth(reference, figure)
            if figure is speaker and worth and reference.form == "pronoun":
                score += (_SPEAKER if speaking else _SPEAKER_ELSEWHERE) * _SILENCE**silent
            if worth and (best is None or score * worth > best[0]):
                best = score * worth, figure
        enough = _ENOUGH if reference.gender in _PEOPLE else _ENOUGH_FOR_THINGS
        return best[1] if best is not None and best[0] >= enough else None

    def most_in_mind(self, token: Token, fits: Callable[[Figure], bool]) -> Figure | None:
        """The figure that fits and comes up nearest and most prominently before ``token``, a sentence back at most."""
        now = self._setting.sentence(token)
        near = {spot.figure for spot in self._stage.before(token.index) if now - spot.sentence <= 1}
        scores = self._scores(token, (), person=True)
        speaker, silent = self._last_speaker(token)
        best: tuple[float, Figure] | None = None
        for figure, score in scores.items():
            score += _SPEAKER * _FADING**silent if figure is speaker else 0.0
            if figure in near and fits(figure) and (best is None or score > best[0]):
                best = score, figure
        return best[1] if best is not None and best[0] >= _ENOUGH_AGAIN else None

    def _scores(self, token: Token, skipped: Collection[int], *, person: bool) -> dict[Figure, float]:
        """How much each figure is in mind: its weightiest spot, fading with distance, and a share of those in
        other sentences; nearer figures first.
        """
        now = self._setting.sentence(token)
        top: dict[tuple[Figure, int], float] = {}
        quoted = self._setting.quoted(token)
        furthest = _FURTHEST if person else _FURTHEST_THING
        for spot in self._stage.before(token.index):
            since = max(0, now - spot.sentence)
            if since > furthest:
                break
            if spot.token not in skipped:
                key = spot.figure, since
                weight = spot.weight if spot.quoted == quoted else spot.weight * _OTHER_VOICE
                top[key] = max(top.get(key, 0.0), weight)
        worths: dict[Figure, list[float]] = {}
        for (figure, since), weight in top.items():
            worths.setdefault(figure, []).append(weight * _FADING**since)
        return {figure: max(some) + _AGAIN * (sum(some) - max(some)) for figure, some in worths.items()}

    def _last_speaker(self, token: Token) -> tuple[Figure | None, int]:
        """Who spoke last before a word, and how many sentences of others have passed since."""
        for place, figure in reversed(self._speakers):
            if place < token.index:
                since = self._setting.sentence(token) - self._setting.sentence(self._setting.tokens[place])
                return figure, max(0, since - 1)
        return None, 0

    def _bound(self, token: Token) -> list[Figure]:
        """Figures the pronoun cannot mean: the subject of the verb whose object it is, and what it is joined to."""
        governor = self._setting.governor(token)
        if (
            governor is None
            or token.dep not in {"dobj", "dative", "pobj"}
            or token.text.lower().endswith(("self", "selves"))
        ):
            return []
        verb = governor if token.dep != "pobj" else self._setting.governor(governor)
        subjects = [child for child in self._setting.children(verb) if child.dep == "nsubj"] if verb is not None else []
        return [figure for child in subjects if (figure := self._stage.at(child.index)) is not None]

    def _something_else(self, reference: Reference, token: Token) -> bool:
        """Whether an "it" or a "they" has a nearer thing to mean than any figure."""
        if reference.number == "plural":
            return self._another_plural(token)
        return reference.gender == "neuter" and self._another_thing(token)

    def _another_thing(self, token: Token) -> bool:
        """Whether the subject before an "it" is no figure: "The road runs on. It was built in May"."""
        sentence = self._setting.sentence(token)
        for number in range(token.index - 1, -1, -1):
            before = self._setting.tokens[number]
            if sentence - self._setting.sentence(before) > 1:
                return False
            if before.dep in _SUBJECTS and before.pos in {"NOUN", "PROPN"}:
                return self._stage.at(number) is None
        return False

    def _another_plural(self, token: Token) -> bool:
        """Whether the nearest plural before a "they" in its sentence is no figure: "the trucks lost their load"."""
        sentence = self._setting.sentence(token)
        for number in range(token.index - 1, -1, -1):
            before = self._setting.tokens[number]
            if self._setting.sentence(before) != sentence:
                return False
            if before.tag in _PLURAL_TAGS and before.dep in _ARGUMENTS:
                figure = self._stage.at(number)
                return figure is None or not figure.plural
        return False

    def _coming(self, reference: Reference, token: Token) -> Figure | None:
        """The subject of the main clause after a pronoun in a clause put before it: "When he ..., Brandt said"."""
        top = token
        for _ in range(_FURTHEST):
            governor = self._setting.governor(top)
            if governor is None:
                return None
            if top.dep in {"advcl", "prep"} and top.index < governor.index and governor.pos in {"VERB", "AUX"}:
                subjects = [c for c in self._setting.children(governor) if c.dep == "nsubj" and c.index > top.index]
                figure = self._stage.at(subjects[0].index) if subjects else None
                return figure if figure is not None and _worth(reference, figure) else None
            top = governor
        return None


def _worth(reference: Reference, figure: Figure) -> float:
    """How well a figure agrees with a pronoun, from 0 (not at all) to 1."""
    if reference.number == "plural":
        if figure.plural:
            return 1.0
        return _PLURAL_WORTH.get(figure.kind, 0.0)
    if reference.gender == "neuter":
        return 0.0 if figure.plural and figure.kind == "group" and not figure.names else _THINGS.get(figure.kind, 0.0)
    if figure.kind != "person" or figure.plural:
        return 0.0
    known = 1.0 if figure.introduced else _NOT_INTRODUCED
    if figure.gender is None:
        return known * _UNKNOWN_GENDER
    return known if figure.gender == reference.gender else 0.0
