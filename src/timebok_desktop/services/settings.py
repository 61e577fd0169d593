"""The settings of a workspace: kept in `settings.toml`, edited in the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from timebok_desktop.domain.phrases import Phrase

_CHOICES: Mapping[str, tuple[str | None, ...]] = {
    "language": ("nb", "nn", None),
    "theme": ("system", "light", "dark", "high-contrast"),
}
_RANGES: Mapping[str, tuple[int, int]] = {
    "snapshot_max_age_days": (1, 3650),
    "deadline_working_days": (1, 250),
}
_TRUTHS = frozenset({"second_approval", "verify_after_import", "sample_world"})


class WrongSettingError(ValueError):
    """A setting that cannot be: its name, and what it may be."""

    def __init__(self, name: str, why: Phrase) -> None:
        super().__init__(name)
        self.name = name
        self.why = why


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings with their safe defaults. `language` is None until it is chosen at first start.

    WrongSettingError for a value that a setting cannot have.
    """

    language: Literal["nb", "nn"] | None = None
    theme: Literal["system", "light", "dark", "high-contrast"] = "system"
    second_approval: bool = True
    snapshot_max_age_days: int = 14
    inbox_folder: str = ""
    verify_after_import: bool = True
    deadline_working_days: int = 5
    sample_world: bool = False

    def __post_init__(self) -> None:
        """Judge every value, whoever wrote it."""
        for field in fields(self):
            why = _wrong(field.name, getattr(self, field.name))
            if why is not None:
                raise WrongSettingError(field.name, why)


def settings_of(values: Mapping[str, Any]) -> Settings:
    """The settings that a file names; WrongSettingError for a name or a value that cannot be."""
    known = {field.name for field in fields(Settings)}
    for name in values:
        if name not in known:
            raise WrongSettingError(
                name, Phrase("innstillingen finnes ikke", "innstillinga finst ikkje")
            )
    return Settings(**values)


def _wrong(name: str, value: object) -> Phrase | None:
    """Why a value cannot be, None where it can."""
    if name in _CHOICES:
        offered = ", ".join(f"«{one}»" for one in _CHOICES[name] if one)
        fits = value in _CHOICES[name]
        why = Phrase("må være en av {offered}", "må vere ein av {offered}", {"offered": offered})
    elif name in _RANGES:
        least, most = _RANGES[name]
        fits = type(value) is int and least <= value <= most
        why = Phrase(
            "må være et heltall fra {least} til {most}",
            "må vere eit heiltal frå {least} til {most}",
            {"least": least, "most": most},
        )
    elif name in _TRUTHS:
        fits = isinstance(value, bool)
        why = Phrase("må være true eller false", "må vere true eller false")
    else:
        fits = isinstance(value, str)
        why = Phrase("må være tekst", "må vere tekst")
    return None if fits else why
