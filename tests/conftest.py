"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# Examples are not timed: the first to need a model pays for loading it, and the machine may be busy.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")
