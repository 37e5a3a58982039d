"""Time expressions: words and figures (items), rules over their classes (grammar), and what each means (readings)."""

from dateline.mark.times.marker import TimeMarker

__all__ = ["TimeMarker"]
