"""Whom a pronoun means: by agreement, nearness, grammatical role, and who spoke last."""

from __future__ import annotations

from collections.abc import Collection

from dateline.model.marks import Reference, Token
from dateline.resolve.cast import Figure, Spot, Stage
from dateline.resolve.setting import Setting

_FADING = 0.5  # a figure counts half as much for each sentence since it came up
_FURTHEST = 4  # sentences back
_SPEAKER = 110.0  # speakers tend to go on
_FURTHEST_THING = 2
_NOT_INTRODUCED = 0.4
_ENOUGH = 25.0
_ENOUGH_FOR_THINGS = 60.0  # what "it" and "they" may mean must be well in mind
_PEOPLE = frozenset({"male", "female"})
_OTHER_VOICE = 0.3  # what comes up in a quotation counts less for the narration, and the other way round
_UNKNOWN_GENDER = 0.75
_BODIES = frozenset({"organisation", "country", "group"})
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

    def resolve(self, reference: Reference, token: Token, *, barred: Collection[Figure], skipped: Collection[int], speaking: bool) -> Figure | None:
        """The antecedent of the pronoun at ``token``. ``barred`` figures are out of the question; what comes up
        at the tokens in ``skipped`` does not count. ``speaking``: it is the source of a statement.
        """
        coming = self._coming(reference, token)
        if coming is not None and coming not in barred:
            return coming
        scores = self._scores(token, skipped, person=reference.gender in _PEOPLE)
        out = [*barred, *self._bound(token)]
        speaker = self._last_speaker(token)
        best: tuple[float, Figure] | None = None
        for figure, score in scores.items():
            worth = 0.0 if figure in out or (figure.document and not speaking) else _worth(reference, figure)
            if figure is speaker and worth and reference.form == "pronoun":
                score += _SPEAKER
            if worth and (best is None or score * worth > best[0]):
                best = score * worth, figure
        enough = _ENOUGH if reference.gender in _PEOPLE else _ENOUGH_FOR_THINGS
        return best[1] if best is not None and best[0] >= enough else None

    def _scores(self, token: Token, skipped: Collection[int], *, person: bool) -> dict[Figure, float]:
        """How much each figure is in mind: its weightiest spot in each sentence, fading, nearer ones first."""
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
        scores: dict[Figure, float] = {}
        for (figure, since), weight in top.items():
            scores[figure] = scores.get(figure, 0.0) + weight * _FADING**since
        return scores

    def _last_speaker(self, token: Token) -> Figure | None:
        return next((figure for place, figure in reversed(self._speakers) if place < token.index), None)

    def _bound(self, token: Token) -> list[Figure]:
        """Figures the pronoun cannot mean: the subject of the verb whose object it is, and what it is joined to."""
        governor = self._setting.governor(token)
        if governor is None or token.dep not in {"dobj", "dative", "pobj"} or token.text.lower().endswith(("self", "selves")):
            return []
        verb = governor if token.dep != "pobj" else self._setting.governor(governor)
        subjects = [child for child in self._setting.children(verb) if child.dep == "nsubj"] if verb is not None else []
        return [figure for child in subjects if (figure := self._stage.at(child.index)) is not None]

    def _coming(self, reference: Reference, token: Token) -> Figure | None:
        """The subject of the main clause that follows, for a pronoun in a clause put before it: "When he ..., Brandt said"."""
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
