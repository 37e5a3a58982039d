"""Texts in many scripts for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

RANGES = {
    "latin": (0x41, 0x24F),
    "greek": (0x391, 0x3CE),
    "cyrillic": (0x410, 0x4FF),
    "armenian": (0x561, 0x586),
    "hebrew": (0x5D0, 0x5EA),
    "arabic": (0x620, 0x64A),
    "devanagari": (0x904, 0x94D),
    "bengali": (0x985, 0x9B9),
    "thai": (0xE01, 0xE2E),
    "georgian": (0x10D0, 0x10F0),
    "ethiopic": (0x1200, 0x1248),
    "hangul": (0xAC00, 0xAD00),
    "han": (0x4E00, 0x4F00),
    "kana": (0x3041, 0x30FA),
    "emoji": (0x1F600, 0x1F64F),
    "gothic": (0x10330, 0x1034A),
}
BETWEEN = " \t\r\n\ufeff\u00a0\u0301\u200d\u2028“”«»—.,!?'\""


def written(script: str) -> st.SearchStrategy[str]:
    """Texts with at least one letter of a script, with white space, line ends, quotation marks and joiners about."""
    first, last = RANGES[script]
    letters = st.characters(min_codepoint=first, max_codepoint=last, categories=["L", "So", "Sk", "Mn"])
    mixed = st.text(st.one_of(letters, st.sampled_from(BETWEEN)), max_size=60)
    return st.tuples(mixed, letters, mixed).map("".join).filter(str.strip)


ANY_SCRIPT = st.sampled_from(sorted(RANGES)).flatmap(written)
