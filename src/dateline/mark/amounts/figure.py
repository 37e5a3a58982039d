"""A figure: a number or range at a place of the items, and the classes of items that one begins with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dateline.model.values import Bound

NUMBER, PLURAL, PREFIX, PART = "n", "p", "c", "h"
HYPHENS = frozenset("-‐‑–—−")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or range from item ``first`` up to, not including, ``last``. ``sign`` is the item of a currency sign."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    share: bool = False
    bound: Bound = "exactly"
    sign: int | None = None

    @property
    def is_range(self) -> bool:
        """Whether it runs from one number to another."""
        return self.low != self.high
