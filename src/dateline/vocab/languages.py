"""The languages of the world with their codes, scripts and code pages, read from ``data/languages.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.vocab.load import rows, table


@dataclass(frozen=True)
class Languages:
    """What is known of languages. ``codes`` maps every code and lower-case English name to the ISO 639-1 code,
    ``scripts`` and ``pages`` map that code to its scripts and its Windows code page.

    ``telling`` are common words of English that hardly another language has, ``shared`` those that others have too.
    """

    codes: Mapping[str, str]
    scripts: Mapping[str, frozenset[str]]
    pages: Mapping[str, str]
    telling: frozenset[str]
    shared: frozenset[str]

    @classmethod
    def load(cls) -> Languages:
        """The languages that come with Dateline."""
        listed = list(rows("languages"))
        codes = {name: row["code"] for row in listed for name in (*row["others"].split(), row["name"].casefold())}
        words = table("english")
        return cls(
            codes={**codes, **{row["code"]: row["code"] for row in listed}},
            scripts={row["code"]: frozenset(row["scripts"].split()) for row in listed},
            pages={row["code"]: row["page"] for row in listed if row["page"]},
            telling=frozenset(words["telling"]),
            shared=frozenset(words["shared"]),
        )

    def code(self, declared: str) -> str | None:
        """The ISO 639-1 code of "en-GB", "eng" or "English"; None for what is no language of the list."""
        name = declared.strip().casefold()
        return self.codes.get(name) or self.codes.get(name.replace("_", "-").partition("-")[0])

    def written_in(self, script: str) -> frozenset[str]:
        """The codes of the languages that are written in a script."""
        return self._by_script.get(script, frozenset())

    @cached_property
    def _by_script(self) -> Mapping[str, frozenset[str]]:
        every = {script for scripts in self.scripts.values() for script in scripts}
        return {one: frozenset(code for code, scripts in self.scripts.items() if one in scripts) for one in every}
