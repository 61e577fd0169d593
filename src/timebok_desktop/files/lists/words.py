"""The cells of an order in a sheet, as people in Norway write them and our import reads them."""

from __future__ import annotations

from timebok_desktop.domain.codes import KIND_WORDS, SCHEME_WORDS
from timebok_desktop.domain.order import FIELDS
from timebok_desktop.domain.order_labels import LABELS
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.ports_files import ListedOrder

_LANGUAGES: dict[object, str] = {"nb": "Bokmål", "nn": "Nynorsk"}
_YES_OR_NO = {None: "", 0: "Nei", 1: "Ja"}
_CODED = ("kind", "scheme", "had_interim_solution", "desired_from", "language", "submitted_at")
_KIND, _SCHEME, _INTERIM, _DAY, _LANGUAGE, _MOMENT = map(FIELDS.index, _CODED)


class Words:
    """What the columns and the codes are called in one language."""

    def __init__(self, language: Language) -> None:
        self.labels = [LABELS[field].text(language) for field in FIELDS]
        self._kinds = {kind.value: words.text(language) for kind, words in KIND_WORDS.items()}
        self._schemes = {one.value: words.text(language) for one, words in SCHEME_WORDS.items()}

    def cells(self, order: ListedOrder) -> list[str]:
        """The cells of an order, in the order of the form."""
        return [
            self._kinds[order[_KIND]],
            self._schemes[order[_SCHEME]],
            *order[_SCHEME + 1 : _INTERIM],
            _YES_OR_NO[order[_INTERIM]],
            order[_DAY] or "",
            _LANGUAGES.get(order[_LANGUAGE], order[_LANGUAGE]),
            *order[_LANGUAGE + 1 : _MOMENT],
            order[_MOMENT] or "",
        ]
