"""PySide reads the text of every module that is imported after it, and `linecache` keeps it.

It looks for `PySide6` there, to know whose methods may be called by other names (`from __feature__
import snake_case`). Nobody here does that, and the texts of the program and of the database toolkit
take sixteen megabytes. A built program has no texts, so there PySide does without them anyway.
"""

from __future__ import annotations

import sys


def leave_unread() -> None:
    """Have PySide take every module that is imported from now on as one that does not do that."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - a module's own
