"""What an administrator has fixed for everybody on a machine. Light: the first paint needs it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple


class FixedSettings(NamedTuple):
    """What the file at `path` fixes: `values` by the names of `services.settings.Settings`, and
    in `workspace` the only place for a store. Nothing is fixed where there is no file.
    """

    path: Path | None = None
    values: Mapping[str, Any] = MappingProxyType({})
    workspace: Path | None = None
