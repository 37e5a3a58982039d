"""A group of verbs that answers an unknown one with the choices."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

from dateline.errors import unknown


class Verbs(TyperGroup):
    """The verbs of ``dateline``, and those of ``dateline bench``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The verb that ``args`` begin with; ``UsageError`` when there is none of that name."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise unknown("verb", args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)
