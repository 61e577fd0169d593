"""A report as PDF/A-2a and PDF/UA-1, as letters are (`files.letters.pdf`): data, never markup."""

from __future__ import annotations

import json
from dataclasses import asdict

import typst

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.ports_reports import ReportDocument

_NO_SUCH_LETTER = "could not be displayed"


class ReportWriter:
    """Implements `services.ports_reports.ReportFiles`."""

    def pdf(self, report: ReportDocument) -> bytes:
        """Tagged. RefusedError where it has a character that no font here can show."""
        try:
            return typst.compile(
                (resource_folder() / "reports" / "report.typ").read_bytes(),
                sys_inputs={"report": json.dumps(asdict(report))},
                ignore_system_fonts=True,
                pdf_standards=["a-2a", "ua-1"],
            )
        except typst.TypstError as error:
            if _NO_SUCH_LETTER not in str(error):
                raise
            raise RefusedError(
                "Rapporten har et brukernavn eller ord med tegn som PDF-en ikke kan vise. Bruk "
                "«--json» for å få tallene.",
                "Rapporten har eit brukarnamn eller ord med teikn som PDF-en ikkje kan vise. Bruk "
                "«--json» for å få tala.",
            ) from error
