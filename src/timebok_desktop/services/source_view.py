"""The original file looked into at the place where a value stands; every look is logged."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.order_labels import LABELS, label_of
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.services.context import Service
from timebok_desktop.services.reading_limits import reading_limits
from timebok_desktop.services.source_views import SourceView
from timebok_desktop.services.verification import required_order

_AMENDED = "amendment"
_ROW = re.compile(r"(.*\brow [0-9]+), .*", flags=re.DOTALL)


class SourceViewService(Service):
    """Implements the looking into originals of the desk."""

    def source_view(self, reference: str, field: str, user: str) -> SourceView:
        """What stands in the order's file where a field was read. RefusedError where no place is
        known."""
        with self._context.store.read() as unit:
            order = required_order(unit, reference).order
        place = _place_of(field, order.places)
        limits = reading_limits(self._context.settings_file.load())
        content = b"".join(self._context.originals.pieces(order.source_sha256))
        with self._context.order_reader.session(limits) as reader:
            found = reader.excerpt(order.source_name, content, place, field)
        with self._context.store.write() as unit:
            told = {"file": order.source_sha256, "field": field}
            unit.audit.append(self._now(), user, "original-viewed", reference, told)
            unit.commit()
        lines = tuple((mask(label)[0], mask(text)[0]) for label, text in found.lines)
        return SourceView(reference, field, order.source_name, place, lines, found.marked)


def _place_of(field: str, places: Mapping[str, str]) -> str:
    """Where a field was read; of one that was amended or not sent, where the rest of its order
    stands."""
    own = places.get(field, "")
    if own and own != _AMENDED:
        return own
    other = next((one for one in places.values() if one and one != _AMENDED), "")
    if not other:
        raise RefusedError(
            "Det er ikke kjent hvor i filen bestillingen står.",
            "Det er ikkje kjent kvar i fila bestillinga står.",
        )
    row = _ROW.fullmatch(other)
    return f"{row[1]}, {label_of(field)}" if row and field in LABELS else other
