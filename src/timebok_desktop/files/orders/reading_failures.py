"""Refusals of files that the reading process did not come through with, each with what to do."""

from __future__ import annotations

from timebok_desktop.domain.errors import UnavailableError, UnreadableError


def too_slow() -> UnreadableError:
    """The file takes longer to read than the settings allow."""
    return UnreadableError(
        "Filen tok lengre tid å lese enn grensen tillater, og lesingen ble stoppet. Ingenting er "
        "importert fra den. Be om en enklere fil, eller øk order_reading_seconds i settings.toml "
        "hvis du stoler på avsenderen.",
        "Fila tok lengre tid å lese enn grensa tillèt, og lesinga vart stoppa. Ingenting er "
        "importert frå fila. Be om ei enklare fil, eller øk order_reading_seconds i settings.toml "
        "dersom du stoler på avsendaren.",
        code="too-slow",
    )


def too_much_memory() -> UnreadableError:
    """The file needs more memory than the settings allow."""
    return UnreadableError(
        "Filen krever mer minne å lese enn grensen tillater. Ingenting er importert fra den. Del "
        "den i flere filer, eller øk order_reading_megabytes i settings.toml hvis du stoler på "
        "avsenderen.",
        "Fila krev meir minne å lese enn grensa tillèt. Ingenting er importert frå fila. Del ho i "
        "fleire filer, eller øk order_reading_megabytes i settings.toml dersom du stoler på "
        "avsendaren.",
        code="too-much-memory",
    )


def stopped(code: int | str) -> UnreadableError:
    """The process died of the file, or told something that it may not tell."""
    return UnreadableError(
        "Filen kunne ikke leses: prosessen som leste den, stoppet brått (kode {exit}). Ingenting "
        "er importert fra filen. Prøv igjen, og del filen i flere hvis det skjer på nytt.",
        "Fila kunne ikkje lesast: prosessen som las ho, stoppa brått (kode {exit}). Ingenting er "
        "importert frå fila. Prøv igjen, og del fila i fleire dersom det skjer på nytt.",
        code="reading-stopped",
        exit=code,
    )


def defect(told: str) -> UnreadableError:
    """A defect of our own, met while the file was read; `told` has no value of the file."""
    return UnreadableError(
        "Filen kunne ikke leses på grunn av en feil i programmet ({told}). Ingenting er importert "
        "fra filen, og de andre filene er ikke berørt. Meld fra om feilen med teksten i parentes.",
        "Fila kunne ikkje lesast på grunn av ein feil i programmet ({told}). Ingenting er "
        "importert frå fila, og dei andre filene er ikkje råka. Meld frå om feilen med teksten i "
        "parentes.",
        code="reading-failed",
        told=told,
    )


def gone(error: OSError) -> UnreadableError:
    """The original cannot be opened any more."""
    return UnreadableError(
        "Filen kan ikke åpnes lenger ({why}). Ingenting er importert fra den. Importer den på "
        "nytt.",
        "Fila kan ikkje opnast lenger ({why}). Ingenting er importert frå fila. Importer ho på "
        "nytt.",
        code="not-found" if isinstance(error, FileNotFoundError) else "cannot-read",
        why=error.strerror or type(error).__name__,
    )


def cannot_start(error: OSError) -> UnavailableError:
    """There is no process that could read it."""
    return UnavailableError(
        "Kan ikke starte prosessen som skal lese filen ({why}). Ingenting er importert. Lukk "
        "andre programmer, og prøv igjen.",
        "Kan ikkje starte prosessen som skal lese fila ({why}). Ingenting er importert. Lukk "
        "andre program, og prøv igjen.",
        why=error.strerror or type(error).__name__,
    )
