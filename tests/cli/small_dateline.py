"""The ``dateline`` command as a program of its own, with the pipeline that loads no model, in real worker processes."""

from __future__ import annotations

import small_pipeline

from dateline import registry
from dateline.cli import main, work

if __name__ == "__main__":
    work.build = lambda settings: small_pipeline.build
    registry.fingerprint = lambda tier: small_pipeline.PRODUCERS
    main.run()
