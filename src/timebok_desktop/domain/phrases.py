"""What the program says to people: one text in bokmål and nynorsk, never one without the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["nb", "nn"]
LANGUAGES: tuple[Language, Language] = ("nb", "nn")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in both languages, with named `{values}` filled in when it is read.

    A value may itself be a phrase; it is then said in the same language. A value that ends with a
    full stop (`m.v.`) does not get a second one.
    """

    nb: str
    nn: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: Language) -> str:
        """The text in `language` with its values filled in."""
        template = self.nb if language == "nb" else self.nn
        spoken = {
            name: value.text(language) if isinstance(value, Phrase) else value
            for name, value in self.values.items()
        }
        for name, value in spoken.items():
            if isinstance(value, str) and value.endswith(".") and f"{{{name}}}." in template:
                spoken[name] = value[:-1]
        return template.format(**spoken) if spoken else template

    def fill(self, **values: object) -> Phrase:
        """The same text with more values filled in."""
        return Phrase(self.nb, self.nn, {**self.values, **values})


def same(text: str) -> Phrase:
    """A text that is equal in both languages (a name, a code, a system's own message)."""
    return Phrase("{text}", "{text}", {"text": text})
