"""The settings of a workspace: kept in `settings.toml`, edited in the window."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """Settings with their safe defaults. `language` is None until it is chosen at first start."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Literal["nb", "nn"] | None = None
    theme: Literal["system", "light", "dark", "high-contrast"] = "system"
    second_approval: bool = True
    snapshot_max_age_days: int = Field(default=14, ge=1, le=3650)
    inbox_folder: str = ""
    verify_after_import: bool = True
    deadline_working_days: int = Field(default=5, ge=1, le=250)
    sample_world: bool = False
