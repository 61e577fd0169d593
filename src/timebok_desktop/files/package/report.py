"""The package as a page that people read and print: HTML that stands alone.

No script, nothing fetched from anywhere, every value escaped; the content security policy in the
page holds even if somebody adds such a thing.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timebok_desktop.domain.codes import KIND_WORDS, SCHEME_WORDS, Kind, Scheme
from timebok_desktop.domain.configuration import Configuration
from timebok_desktop.domain.phrases import Language, Phrase, same
from timebok_desktop.files.package.times import norwegian
from timebok_desktop.services.ports_files import LeavingOrder, PackageHeader

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """
:root { color-scheme: light dark; --canvas: #F3F5F7; --surface: #FFFFFF; --ink: #1A2330;
  --muted: #535E6C; --border: #7E8896; --accent: #0B5A8A; --soft: #FDF0D2; --warning: #744700; }
@media (prefers-color-scheme: dark) { :root { --canvas: #11161C; --surface: #1A212A;
  --ink: #E8EDF3; --muted: #A7B2C0; --border: #738093; --accent: #74BBEB; --soft: #392A0B;
  --warning: #F3C46C; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 32px; background: var(--canvas); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 84rem; margin: 0 auto; }
h1 { margin: 0 0 16px; font-size: 1.6rem; }
h2 { margin: 32px 0 12px; font-size: 1.2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; background: var(--surface); }
caption { text-align: left; color: var(--muted); padding: 0 0 8px; }
th, td { padding: 8px 12px; border-bottom: 1px solid var(--border); text-align: left;
  vertical-align: top; overflow-wrap: break-word; }
thead th { color: var(--accent); border-bottom-width: 2px; white-space: nowrap; }
tbody th { white-space: nowrap; }
td ul { margin: 0; padding: 0; list-style: none; }
ins { font-weight: 600; text-decoration: none; }
del { color: var(--muted); }
.overridden { min-width: 15rem; margin-top: 4px;
  padding: 4px 8px; background: var(--soft); color: var(--warning); }
.muted { color: var(--muted); }
@page { size: A4 landscape; margin: 15mm; }
@media print { :root { color-scheme: light; --canvas: #FFFFFF; --surface: #FFFFFF; --ink: #000000;
  --muted: #3A3A3A; --border: #7E8896; --accent: #000000; --soft: #FFFFFF; --warning: #000000; }
  body { padding: 0; font-size: 10pt; } thead { display: table-header-group; }
  tr { break-inside: avoid; } .overridden { border: 1px solid var(--border); } }
"""

_SEVERAL = 4096

escape = lru_cache(_SEVERAL)(html.escape)
"""Most of what a package says, it says of many orders."""

_TITLE = Phrase("Eksportpakke {sequence}", "Eksportpakke {sequence}")
_COLUMNS = (
    Phrase("Bestilling", "Bestilling"),
    Phrase("Kommune", "Kommune"),
    Phrase("Kommunikasjonspart", "Kommunikasjonspart"),
    Phrase("Timebok-kategori", "Timebok-kategori"),
    Phrase("Hva som blir endret", "Kva som blir endra"),
    Phrase("Godkjent av", "Godkjend av"),
    Phrase("AR-uttrekk", "AR-uttrekk"),
)
_FORM = Phrase("Skjema", "Skjema")
_VENDOR = Phrase("Journalleverandør", "Journalleverandør")
_SYSTEM = Phrase("Journalsystem", "Journalsystem")
_SCHEME = Phrase("Ordning", "Ordning")
_VALID_FROM = Phrase("Gjelder fra", "Gjeld frå")
_NOTHING = Phrase("ingen", "ingen")
_OVERRIDDEN = Phrase(
    "Godkjent tross advarsel {rule}: {reason}", "Godkjend trass åtvaring {rule}: {reason}"
)
_ENDS = Phrase("Ressurstimeboken avsluttes.", "Ressurstimeboka blir avslutta.")
_UNCHANGED = Phrase("Ingen felt er endret.", "Ingen felt er endra.")
_NOT_SHOWN = Phrase(
    "Parten er ikke i AR-uttrekket; den kan være deaktivert.",
    "Parten er ikkje i AR-uttrekket; han kan vere deaktivert.",
)


class _SetUp(NamedTuple):
    scheme: Scheme
    form: str
    vendor: str
    system: str
    valid_from: date | None


class Report:
    """The page about a package, in one language; its parts follow one another as UTF-8."""

    def __init__(self, header: PackageHeader, language: Language) -> None:
        self._header = header
        self._language: Language = language

    def opening(self, orders: int) -> bytes:
        """The page up to its rows, once it is known how many orders there are."""
        language = self._language
        title = escape(_TITLE.fill(sequence=self._header.sequence).text(language))
        head = (
            f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
            f"<h1>{title}</h1>\n"
        )
        facts = _facts(self._header, orders, language)
        return _bytes(head + facts + _table_head(language))

    def rows(self, orders: Iterable[LeavingOrder]) -> bytes:
        """The rows of `orders`."""
        return _bytes("".join([_row(order, self._language) for order in orders]))

    def closing(self) -> bytes:
        """The page after its rows."""
        return b"</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _facts(header: PackageHeader, orders: int, language: Language) -> str:
    kind = Phrase("Alle konfigurasjoner", "Alle konfigurasjonar")
    if not header.full:
        kind = Phrase("Endringer siden forrige pakke", "Endringar sidan førre pakke")
    previous = same(header.previous_sha256) if header.previous_sha256 else _NOTHING
    facts = (
        (Phrase("Pakke", "Pakke"), same(header.uuid)),
        (Phrase("Laget", "Laga"), same(norwegian(header.created))),
        (Phrase("Laget av", "Laga av"), same(header.by)),
        (Phrase("Innhold", "Innhald"), kind),
        (Phrase("Antall bestillinger", "Talet på bestillingar"), same(str(orders))),
        (Phrase("Forrige pakke (SHA-256)", "Førre pakke (SHA-256)"), previous),
        (Phrase("Loggens siste hash", "Siste hash i loggen"), same(header.audit_head)),
    )
    lines = (
        f"<dt>{_said(label, language)}</dt><dd>{_said(value, language)}</dd>\n"
        for label, value in facts
    )
    return f"<dl>\n{''.join(lines)}</dl>\n"


def _table_head(language: Language) -> str:
    title = _said(Phrase("Konfigurasjoner", "Konfigurasjonar"), language)
    caption = _said(
        Phrase(
            "Verdien etter endringen står først, den gamle i parentes.",
            "Verdien etter endringa står først, den gamle i parentes.",
        ),
        language,
    )
    heads = "".join(f'<th scope="col">{_said(column, language)}</th>' for column in _COLUMNS)
    return (
        f'<h2>{title}</h2>\n<div class="scroll" role="region" aria-label="{title}" tabindex="0">\n'
        f"<table>\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        "<tbody>\n"
    )


def _row(order: LeavingOrder, language: Language) -> str:
    proposal, key = order.proposal, order.proposal.key
    kind = _said(KIND_WORDS[proposal.action], language)
    party = escape(order.party.label) if order.party else _said(_NOT_SHOWN, language)
    before, after = _set_up(proposal.before), _set_up(proposal.after)
    changes = _changes(proposal.action is Kind.DEACTIVATE, before, after, order.form_name, language)
    return (
        f'<tr><th scope="row">{escape(order.order.reference)}<br>'
        f'<span class="muted">{kind}</span></th>'
        f"<td>{escape(key.municipality_number)} {escape(order.municipality.name)}</td>"
        f'<td>{party}<br><span class="muted">HER-id {key.her_id}</span></td>'
        f"<td>{escape(key.category)}</td>"
        f"<td>{changes}</td>"
        f"<td>{_approvals(order, language)}</td>"
        f"<td>{norwegian(order.snapshot.taken_at)}</td></tr>\n"
    )


def _set_up(configuration: Configuration | None) -> _SetUp | None:
    if configuration is None:
        return None
    return _SetUp(
        configuration.scheme,
        configuration.form,
        configuration.vendor,
        configuration.system,
        configuration.valid_from,
    )


@lru_cache(_SEVERAL)
def _changes(
    ends: bool,  # noqa: FBT001 - a part of the key that the text is kept under
    before: _SetUp | None,
    after: _SetUp | None,
    form_name: str,
    language: Language,
) -> str:
    """What changes; many orders of a package ask for the same."""
    if ends:
        return _said(_ENDS, language) + _listed(_values(before, "", language), "del")
    new, old = _values(after, form_name, language), _values(before, "", language)
    if before is not None and after is not None and before.form == after.form:
        # The old form is known by its code only; the names are compared by what they stand for.
        old["form"] = new["form"]
    lines = [
        f"<li>{label}: <ins>{value}</ins>"
        + (f" (<del>{old[name][1]}</del>)" if before is not None else "")
        + "</li>"
        for name, (label, value) in new.items()
        if before is None or old[name][1] != value
    ]
    return f"<ul>{''.join(lines)}</ul>" if lines else _said(_UNCHANGED, language)


def _listed(values: dict[str, tuple[str, str]], tag: str) -> str:
    lines = (f"<li>{label}: <{tag}>{text}</{tag}></li>" for label, text in values.values())
    return f"<ul>{''.join(lines)}</ul>" if values else ""


def _values(
    set_up: _SetUp | None, form_name: str, language: Language
) -> dict[str, tuple[str, str]]:
    if set_up is None:
        return {}
    day = set_up.valid_from.strftime("%d.%m.%Y") if set_up.valid_from else ""
    fields = {
        "scheme": (_SCHEME, SCHEME_WORDS[set_up.scheme].text(language)),
        "form": (_FORM, form_name or set_up.form),
        "vendor": (_VENDOR, set_up.vendor),
        "system": (_SYSTEM, set_up.system),
        "valid_from": (_VALID_FROM, day),
    }
    return {
        name: (_said(label, language), escape(text) or _said(_NOTHING, language))
        for name, (label, text) in fields.items()
    }


def _approvals(order: LeavingOrder, language: Language) -> str:
    lines = []
    for approval in order.approvals:
        lines.append(
            f'{escape(approval.by)}<br><span class="muted">{norwegian(approval.at)}</span>'
        )
        lines += [
            '<div class="overridden">'
            + _said(_OVERRIDDEN.fill(rule=rule, reason=reason), language)
            + "</div>"
            for rule, reason in approval.overrides
        ]
    return "<br>".join(lines)


def _said(phrase: Phrase, language: Language) -> str:
    return escape(phrase.text(language))
