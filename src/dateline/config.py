"""Settings: defaults, ``DATELINE_*`` environment variables, and what the command line gives, in rising order."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from dateline.errors import UsageError


class Settings(BaseSettings):
    """What can be set. Sizes are in the unit their name ends with."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, extra="forbid")

    store: Path = Field(default_factory=lambda: user_data_path("dateline") / "dateline.db")
    tier: Literal["rules", "fast", "accurate"] = Field(
        default="accurate", description="how statements are found: see docs/statements.md, Tiers"
    )
    gazetteer: Path | None = Field(default=None, description="a gazetteer of your own: see docs/places.md")
    workers: int = Field(default=2, ge=1, le=64)
    report_seconds: float = Field(default=60.0, gt=0, description="a report that takes longer is stopped")
    report_megabytes: int = Field(default=1500, ge=300, description="memory a worker may use before it is stopped")
    input_megabytes: int = Field(default=10, ge=1, description="a report larger than this is refused")


def settings(**given: Any) -> Settings:
    """The settings with ``given`` over environment and defaults; None means not given.

    Raises ``UsageError`` that names the setting, its value and what is allowed.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as fault:
        first = fault.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"setting '{name}' cannot be {first.get('input')!r}: {first['msg']}") from fault
