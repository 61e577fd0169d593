"""The names of the fields that drafts are typed into. A light module: the window needs it early."""

from __future__ import annotations

from timebok_desktop.domain.workflow import Action

NOTE = "note"
"""The field that a note is typed into."""

AMEND = "amend/"
"""What the fields of an amendment begin with; the amended field's name follows."""


def used_by(action: Action) -> tuple[str, ...]:
    """The drafts that a decision uses up; a name that ends in `/` is all that begin so."""
    overrides = ("override/",) if action is Action.APPROVE else ()
    return (f"reason/{action.value}/", *overrides)
