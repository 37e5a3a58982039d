"""What the speed bench measures: the real pipeline, or a stand-in of the tests."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dateline.config import Settings
from dateline.engine import Limits, Walker

Build = Callable[[], Walker]

_SCAN = "from dateline.cli.main import run; run()"


@dataclass(frozen=True, slots=True)
class Subject:
    """``build`` makes the pipeline and ``build_blis`` one that multiplies matrices by the other library.
    ``scan`` is a command that reads a file (its path comes last) and prints a line for it.
    ``producers`` say what is measured, by name and version.
    """

    build: Build
    build_blis: Build
    limits: Limits
    scan: Sequence[str]
    producers: Mapping[str, str]

    @classmethod
    def of(cls, settings: Settings) -> Subject:
        """The real pipeline with ``settings``, and the real command line."""
        from dateline import registry

        return cls(
            build=partial(registry.pipeline, settings),
            build_blis=partial(registry.pipeline, settings, plain_blas=False),
            limits=Limits(seconds=settings.report_seconds, megabytes=settings.report_megabytes),
            scan=(sys.executable, "-c", _SCAN, "scan", "--json", "--tier", settings.tier),
            producers=registry.fingerprint(settings),
        )
