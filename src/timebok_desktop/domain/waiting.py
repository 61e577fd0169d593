"""Since when an order has waited. A module of its own, as lists need nothing else of an order."""

from __future__ import annotations

from datetime import datetime


def waiting_since(submitted_at: datetime | None, received_at: datetime) -> datetime:
    """From the moment an order was submitted, as far as it says so; a file may come in days later.

    A submission after the receipt is a mistake of the sender and does not count.
    """
    return received_at if submitted_at is None else min(submitted_at, received_at)
