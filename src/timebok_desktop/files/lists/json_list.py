"""A list of orders as JSON (`timebok-order/1`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

import orjson

from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.ports_files import ListedOrder

_OPENING = b'{"schema":"timebok-order/1","orders":['
_CLOSING = b"]}\n"
_YES_OR_NO = {None: None, 0: False, 1: True}


class JsonList:
    """Writes orders into an open file."""

    most: int | None = None

    def __init__(self, file: BinaryIO, _language: Language) -> None:
        self._file = file
        self._file.write(_OPENING)
        self._between = b""

    def add(self, orders: Sequence[ListedOrder]) -> None:
        """Write these orders behind the others."""
        if orders:
            self._file.write(self._between)
            self._file.write(orjson.dumps([_members(*order) for order in orders])[1:-1])
            self._between = b",\n"

    def close(self) -> None:
        """Write what stands behind the last one."""
        self._file.write(_CLOSING)


def _members(  # noqa: PLR0913, PLR0917 - the fields of the order form, which are that many
    kind: str,
    scheme: str,
    municipality_number: str,
    municipality_name: str,
    organization_number: str,
    her_id: str,
    category: str,
    form: str,
    vendor: str,
    system: str,
    contact_name: str,
    contact_email: str,
    contact_phone: str,
    contact_role: str,
    had_interim_solution: int | None,
    desired_from: str | None,
    language: str,
    comment: str,
    external_reference: str,
    submitted_at: str | None,
    *_: object,
) -> dict[str, object]:
    """An order by the names of `domain.order_labels.JSON_NAMES`."""
    return {
        "kind": kind,
        "scheme": scheme,
        "municipalityNumber": municipality_number,
        "municipalityName": municipality_name,
        "organizationNumber": organization_number,
        "herId": her_id,
        "category": category,
        "form": form,
        "vendor": vendor,
        "system": system,
        "contact": {
            "name": contact_name,
            "email": contact_email,
            "phone": contact_phone,
            "role": contact_role,
        },
        "hadInterimSolution": _YES_OR_NO[had_interim_solution],
        "desiredFrom": desired_from,
        "language": language,
        "comment": comment,
        "externalReference": external_reference,
        "submittedAt": submitted_at,
    }
