"""Timebok Desktop: the caseworker's desk for orders of timebestilling i ressurstimebok."""

__version__ = "0.1.0"
