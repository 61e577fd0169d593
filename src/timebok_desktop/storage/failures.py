"""Failures of the machine or the file, as errors that say what to do. Touches no database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from timebok_desktop.domain.errors import (
    DamagedError,
    RefusedError,
    TimebokError,
    UnavailableError,
)


@contextmanager
def explained() -> Iterator[None]:
    """Failures of the machine or the file become errors that say what to do.

    They come from the driver, by itself or wrapped (`orig`) by SQLAlchemy.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise _unstorable() from error
    except Exception as error:
        failure = getattr(error, "orig", error)
        message = str(failure)
        operational = isinstance(failure, dbapi2.OperationalError)
        if not operational and not (isinstance(failure, dbapi2.Error) and is_damage(message)):
            raise
        raise _unavailable(message) from error


def is_locked(message: str) -> bool:
    """Whether the driver says that another program holds the file."""
    return "locked" in message or "busy" in message


def is_damage(message: str) -> bool:
    """Whether the driver says that the file is not what it was."""
    return "not a database" in message or "malformed" in message


def _unstorable() -> RefusedError:
    return RefusedError(
        "Teksten inneholder et halvt tegn som ikke kan lagres. Ingenting er endret. Skriv teksten "
        "på nytt.",
        "Teksten inneheld eit halvt teikn som ikkje kan lagrast. Ingenting er endra. Skriv teksten "
        "på nytt.",
    )


def _unavailable(message: str) -> TimebokError:
    if is_locked(message):
        return UnavailableError(
            "Lageret er opptatt av et annet program. Ingenting er endret. Vent til det er ferdig "
            "og prøv igjen.",
            "Lageret er oppteke av eit anna program. Ingenting er endra. Vent til det er ferdig "
            "og prøv igjen.",
        )
    if "full" in message:
        return UnavailableError(
            "Disken er full. Ingenting er endret. Frigjør plass og prøv igjen.",
            "Disken er full. Ingenting er endra. Frigjer plass og prøv igjen.",
        )
    if "readonly" in message or "read-only" in message:
        return UnavailableError(
            "Lageret kan ikke skrives til. Ingenting er endret. Kontroller at du har skrivetilgang "
            "til arbeidsmappen.",
            "Lageret kan ikkje skrivast til. Ingenting er endra. Kontroller at du har "
            "skrivetilgang til arbeidsmappa.",
        )
    if is_damage(message):
        return damaged(message)
    return UnavailableError(
        "Lageret svarte ikke som det skal ({message}). Ingenting er endret. Kjør "
        "«timebok store check».",
        "Lageret svara ikkje som det skal ({message}). Ingenting er endra. Køyr "
        "«timebok store check».",
        message=message,
    )


def damaged(message: str) -> DamagedError:
    """The store cannot be trusted as it is."""
    return DamagedError(
        "Lageret er skadet ({message}). Ta vare på filen, og gjenopprett siste gode sikkerhetskopi "
        "med «timebok store restore».",
        "Lageret er skadd ({message}). Ta vare på fila, og gjenopprett siste gode tryggingskopi "
        "med «timebok store restore».",
        message=message,
    )
