"""Composes made-up wire reports of a given length: the same seed and number give the same report."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from random import Random
from typing import Any

from dateline.stages import Capture

_PLAIN = 0.3  # the share of sentences in which nobody says anything
_TURN = 0.35  # how often a paragraph ends after a sentence
_PUBLISHED = "2017-04-12"


def captures(count: int, *, words: int = 500, seed: int = 1) -> Iterator[Capture]:
    """``count`` plain-text reports of about ``words`` words, each unlike the others."""
    composer = Composer(tomllib.loads(files(__package__).joinpath("synthetic.toml").read_text(encoding="utf-8")))
    for number in range(count):
        text = composer.report(Random(f"{seed}/{number}"), words)
        yield Capture(f"synthetic/{number:06}.txt", "plain", text.encode("utf-8"), _PUBLISHED)


class Composer:
    """Fills sentence patterns ("{person} told reporters in {place}: ...") from lists of invented names."""

    def __init__(self, patterns: dict[str, Any]) -> None:
        self._patterns = patterns

    def report(self, random: Random, words: int) -> str:
        """A report: a notice that it is invented, a headline, a dateline and paragraphs, with a cast of four."""
        cast = [
            (*random.choice(self._patterns["people"]), name) for name in random.sample(self._patterns["surnames"], 4)
        ]
        head = self._sentence(random, random.choice(self._patterns["heads"]), cast)
        blocks = [self._patterns["notice"], head[0].upper() + head[1:]]
        count = sum(len(block.split()) for block in blocks)
        sentences = [f"{random.choice(self._patterns['places']).upper()}, April 12 —"]
        while count < words:
            pattern = random.choice(self._patterns["plain" if random.random() < _PLAIN else "said"])
            sentences.append(self._sentence(random, pattern, cast))
            count += len(sentences[-1].split())
            if random.random() < _TURN:
                blocks.append(" ".join(sentences))
                sentences = []
        return "\n\n".join([*blocks, " ".join(sentences)]).strip() + "\n"

    def _sentence(self, random: Random, pattern: str, cast: list[tuple[str, str, str]]) -> str:
        slots = self._slots(random, cast)
        clauses = random.sample(self._patterns["clauses"], 2)
        slots["clause"], slots["other"] = (clause.format(**slots) for clause in clauses)
        capitals = {name.capitalize(): value[0].upper() + value[1:] for name, value in slots.items()}
        return pattern.format(**slots, **capitals)

    def _slots(self, random: Random, cast: list[tuple[str, str, str]]) -> dict[str, str]:
        name, pronoun, surname = random.choice(cast)
        return {
            "person": f"{name} {surname}",
            "surname": surname,
            "he": pronoun,
            "title": random.choice(self._patterns["titles"]),
            "body": random.choice(self._patterns["bodies"]),
            "place": random.choice(self._patterns["places"]),
            "river": random.choice(self._patterns["rivers"]),
            "day": random.choice(self._patterns["days"]),
            "date": f"{random.randint(1, 28)} {random.choice(self._patterns['months'])}",
            "year": str(random.randint(1950, 2016)),
            "number": str(random.randint(12, 990)),
            "big": f"{random.randint(1, 90)},{random.randint(0, 9)}00",
            "money": f"{random.randint(1, 40)}.{random.randint(1, 9)}",
            "percent": str(random.randint(2, 60)),
        }
