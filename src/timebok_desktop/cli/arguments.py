"""What can be typed after `timebok`. Global options stand before or after the command."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from timebok_desktop import __version__
from timebok_desktop.cli import (
    care,
    decisions,
    diagnose,
    exports,
    keys,
    letters,
    news,
    orders,
    privacy,
    registry,
    reports,
    settings,
    store,
    worlds,
)
from timebok_desktop.cli.output import Answer
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.identifiers import is_digits
from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import SORT_FIELDS

Command = Callable[[Session], Answer]

_MOST_DIGITS = 18
"""What SQLite can count."""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    shared = _global_options()
    top = argparse.ArgumentParser(
        prog="timebok",
        description="Saksbehandling av bestillinger av ressurstimebok.",
        parents=[shared],
    )
    top.add_argument("--version", action="version", version=f"timebok {__version__}")
    commands = _Commands(top, shared)
    _worlds(commands)
    _registry(commands)
    _orders(commands)
    _decisions(commands)
    _letters(commands)
    _reports(commands)
    _keys(commands)
    _exports(commands)
    _care(commands)
    return top


class _Commands:
    """Commands, alone or in groups, all with the global options."""

    def __init__(self, top: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
        self._shared = shared
        self._top = top.add_subparsers(dest="command", metavar="KOMMANDO")

    def add(self, name: str, run: Command | None, told: str) -> argparse.ArgumentParser:
        """A command; `run` None opens the window."""
        made = self._top.add_parser(name, help=told, description=told, parents=[self._shared])
        made.set_defaults(run=run)
        return made

    def group(self, name: str, told: str) -> Callable[[str, Command, str], argparse.ArgumentParser]:
        """A group; gives back the function that adds its commands."""
        made = self._top.add_parser(name, help=told, description=told, parents=[self._shared])
        inner = made.add_subparsers(dest="subcommand", metavar="KOMMANDO", required=True)

        def add(inner_name: str, run: Command, inner_told: str) -> argparse.ArgumentParser:
            one = inner.add_parser(
                inner_name, help=inner_told, description=inner_told, parents=[self._shared]
            )
            one.set_defaults(run=run)
            return one

        return add


def _global_options() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    missing: dict[str, Any] = {"default": argparse.SUPPRESS}
    shared.add_argument("--workspace", metavar="DIR", help="arbeidsmappen", **missing)
    shared.add_argument(
        "--json", action="store_true", help="ett JSON-dokument på stdout", **missing
    )
    shared.add_argument("--by", metavar="BRUKER", help="saksbehandleren", **missing)
    shared.add_argument("--language", choices=("nb", "nn"), help="målform for meldinger", **missing)
    return shared


def _worlds(commands: _Commands) -> None:
    made = commands.add("open", None, "åpne vinduet")
    made.add_argument(
        "open_files", metavar="FIL", nargs="*", help="pakke å kontrollere, bestillinger å importere"
    )
    made = commands.add("init", care.init, "lag arbeidsmappen")
    made.add_argument("--plain", action="store_true", help="uten kryptering")
    made = commands.add("demo", worlds.demo, "kjør hele hovedjobben på eksempelverdenen")
    made.add_argument("--out", metavar="DIR", default="timebok-demo")
    made.set_defaults(own_folder=True)
    made = commands.add("sample", worlds.sample, "last eksempelverdenen inn i arbeidsmappen")
    made.set_defaults(own_folder=True)
    made.add_argument(
        "--open", action="store_true", dest="open_window", help="åpne vinduet etterpå"
    )
    made = commands.add("train", worlds.train, "opplæring på oppdiktede bestillinger med fasit")
    made.set_defaults(own_folder=True, open_window=True)
    made.add_argument("--again", action="store_true", help="begynn en ny runde")
    made.add_argument(
        "--no-window", action="store_false", dest="open_window", help="ikke åpne vinduet etterpå"
    )
    made = commands.add("screenshots", worlds.screenshots, "bilde av hver side")
    made.set_defaults(own_folder=True)
    made.add_argument("--out", metavar="DIR", required=True)
    made = commands.add("synthesize", worlds.synthesize, "lag en oppdiktet verden")
    made.set_defaults(own_folder=True)
    made.add_argument("--out", metavar="DIR", required=True)
    made.add_argument("--orders", type=_positive, required=True)
    made.add_argument("--parties", type=_positive, required=True)
    made.add_argument("--seed", type=int, required=True)
    made.add_argument(
        "--taken-at", metavar="TID", help="tidspunktet for uttrekket (ellers i dag 00:00Z)"
    )
    made.add_argument(
        "--registry-format", choices=worlds.REGISTRY_FORMATS, default=worlds.REGISTRY_FORMATS[0]
    )
    made.add_argument(
        "--order-format",
        action="append",
        choices=worlds.ORDER_FORMATS,
        help="format for bestillingsfilene, kan gjentas (ellers alle)",
    )
    made.add_argument(
        "--per-file", metavar="N", type=_positive, help="bestillinger i hver fil (ellers passe)"
    )


def _registry(commands: _Commands) -> None:
    add = commands.group("registry", "AR-uttrekk")
    made = add("import", registry.import_registry, "importer et AR-uttrekk")
    made.add_argument("file", metavar="FIL")
    made.add_argument("--taken-at", metavar="TID", help="når uttrekket ble tatt ut")
    made.add_argument(
        "--accept-fewer",
        action="store_true",
        help="godta langt færre parter enn i det gjeldende uttrekket",
    )
    made = add("show", registry.show_party, "vis en part")
    made.add_argument("her_id", metavar="HERID", type=_positive)
    made = add("search", registry.search, "søk i parter")
    made.add_argument("text", metavar="TEKST")
    made.add_argument("--limit", type=_positive, default=50)
    add = commands.group("configurations", "konfigurasjoner")
    add("list", registry.list_configurations, "gjeldende og tidligere")
    made = add("show", registry.show_configuration, "for en part og kategori")
    made.add_argument("her_id", metavar="HERID", type=_positive)
    made.add_argument("category", metavar="KATEGORI")
    made = add("import", registry.import_configurations, "importer det som var satt opp før")
    made.add_argument("file", metavar="FIL")


def _filters(made: argparse.ArgumentParser) -> None:
    made.add_argument("--view", metavar="NAVN", help="en visning, også en av dine egne")
    made.add_argument("--status", choices=[status.value for status in Status])
    made.add_argument("--category", metavar="KATEGORI")
    made.add_argument("--municipality", metavar="NR")
    made.add_argument("--search", metavar="TEKST")
    made.add_argument("--sort", choices=SORT_FIELDS, default=None)
    made.add_argument("--descending", action="store_true")


def _orders(commands: _Commands) -> None:
    add = commands.group("orders", "bestillinger")
    made = add("import", orders.import_orders, "importer filer og mapper")
    made.add_argument("paths", metavar="STI", nargs="+")
    add("inbox", orders.take_inbox, "importer det som ligger i innboksmappen")
    made = add("amend", orders.amend, "rett felt i en bestilling")
    made.add_argument("reference", metavar="REF")
    made.add_argument("changes", metavar="FELT=VERDI", nargs="+")
    made.add_argument("--reason", metavar="TEKST", required=True)
    made = add("list", orders.list_orders, "vis køen")
    _filters(made)
    made.add_argument("--limit", type=_positive, default=100)
    made.add_argument("--after", metavar="CURSOR")
    made = add("save", orders.save_list, "lagre køen som .json, .csv eller .xlsx")
    made.add_argument("file", metavar="FIL")
    _filters(made)
    made = add("show", orders.show_order, "vis en bestilling")
    made.add_argument("reference", metavar="REF")
    made = add("note", orders.add_note, "skriv et internt notat på en bestilling")
    made.add_argument("reference", metavar="REF")
    made.add_argument("text", metavar="TEKST")
    made = add("original", orders.save_original, "lagre filen som en bestilling kom med")
    made.add_argument("reference", metavar="REF")
    made.add_argument("file", metavar="FIL")
    made = commands.add("verify", orders.verify, "verifiser mot gjeldende AR-uttrekk")
    made.add_argument("references", metavar="REF", nargs="*")
    made.add_argument("--all", action="store_true", help="alle som er underveis")


def _decisions(commands: _Commands) -> None:
    made = commands.add("decide", decisions.decide, "ta eller angre en beslutning")
    made.add_argument("reference", metavar="REF", nargs="?")
    made.add_argument("action", nargs="?", choices=[action.value for action in Action])
    made.add_argument("--reason", metavar="TEKST")
    made.add_argument("--override", metavar="REGEL=BEGRUNNELSE", action="append")
    made.add_argument("--stream", action="store_true", help="beslutninger som JSON-linjer på stdin")


def _letters(commands: _Commands) -> None:
    add = commands.group("letters", "brev til kommunen")
    made = add("show", letters.show_letter, "vis brevet som programmet foreslår")
    _letter_choices(made)
    made = add("save", letters.save_letter, "lagre brevet som .eml, .docx eller .pdf")
    _letter_choices(made)
    made.add_argument("--out", metavar="FIL", required=True)
    made.add_argument("--to", metavar="ADRESSE", help="mottakeren (ellers kontaktens e-post)")
    made.add_argument("--subject", metavar="TEKST", help="et annet emne")
    made.add_argument("--text-file", metavar="FIL", help="en fil med en annen tekst, i UTF-8")


def _letter_choices(made: argparse.ArgumentParser) -> None:
    made.add_argument("reference", metavar="REF")
    made.add_argument("--kind", choices=[kind.value for kind in LetterKind])
    made.add_argument("--deadline", metavar="DATO", help="fristen, åååå-mm-dd")


def _reports(commands: _Commands) -> None:
    made = commands.add("report", reports.report, "dagsrapporten: tallene, og rapporten som PDF")
    made.add_argument("--day", metavar="DATO", help="dagen, åååå-mm-dd (ellers i dag)")
    made.add_argument("--out", metavar="FIL", help="en ny PDF-fil")


def _keys(commands: _Commands) -> None:
    add = commands.group("keys", "signeringsnøklene til saksbehandlerne")
    add("list", keys.list_keys, "hvem som har hvilken nøkkel")
    add("renew", keys.renew_key, "lag en ny nøkkel i stedet for en som er mistet")
    add("remember", keys.remember_key, "legg passordfrasen i nøkkelringen")
    add("forget", keys.forget_key, "ta passordfrasen ut av nøkkelringen")


def _exports(commands: _Commands) -> None:
    made = commands.add("export", exports.export, "eksporter godkjente konfigurasjoner")
    made.add_argument("--out", metavar="DIR", required=True)
    made.add_argument("--full", action="store_true", help="alle gjeldende, ikke bare nye")
    add = commands.group("package", "eksportpakker")
    made = add("verify", exports.verify_package, "kontroller en pakke")
    made.add_argument("path", metavar="STI")
    made.add_argument("--trust", metavar="NØKKELFIL")
    made.add_argument("--after", metavar="LØPENUMMER", type=int)
    made.add_argument("--seen", metavar="FIL", help="husk siste pakke fra hver avsender her")
    made.add_argument("--strict", action="store_true", help="krev to signerte godkjenninger")
    made = add("trust", exports.export_trust, "skriv den offentlige nøkkelen")
    made.add_argument("file", metavar="FIL")
    made = add("verifier", exports.write_verifier, "skriv kontrollprogrammet for mottakere")
    made.add_argument("file", metavar="FIL")
    add = commands.group("receipts", "kvitteringer")
    made = add("import", exports.import_receipts, "importer en kvittering")
    made.add_argument("file", metavar="FIL")


def _care(commands: _Commands) -> None:
    add = commands.group("tables", "oppslagstabeller")
    add("list", care.list_tables, "vis tabellene")
    made = add("export", care.export_table, "skriv en tabell som CSV")
    made.add_argument("name", metavar="NAVN")
    made.add_argument("file", metavar="FIL", nargs="?")
    made = add("import", care.import_table, "erstatt en tabell fra CSV")
    made.add_argument("name", metavar="NAVN")
    made.add_argument("file", metavar="FIL")
    add = commands.group("settings", "innstillingene")
    add("list", settings.list_settings, "vis innstillingene og hvem som har bestemt dem")
    made = add("set", settings.set_settings, "endre innstillinger")
    made.add_argument("changes", metavar="NAVN=VERDI", nargs="+")
    made = commands.add("whats-new", news.whats_new, "hva som er nytt")
    made.add_argument("--since", metavar="VERSJON", help="bare det som kom etter denne")
    commands.add("diagnose", diagnose.diagnose, "vis tekniske opplysninger til den som hjelper deg")
    add = commands.group("audit", "loggen")
    add("verify", care.verify_audit, "kontroller kjeden i loggen")
    made = add("list", care.list_audit, "vis loggen")
    made.add_argument("--order", metavar="REF")
    add = commands.group("retention", "slett kontaktopplysninger")
    made = add("run", privacy.run_retention, "slett det som har stått lenge nok")
    made.add_argument("--dry-run", action="store_true", help="bare vis hva som ville bli slettet")
    add = commands.group("person", "innsyn")
    made = add("export", privacy.export_person, "hva som er lagret om en person")
    made.add_argument("text", metavar="TEKST")
    add = commands.group("store", "lageret")
    add("check", store.check, "se gjennom hele lageret")
    made = add("backup", store.backup, "ta sikkerhetskopi")
    made.add_argument("file", metavar="FIL")
    made = add(
        "restore", store.restore, "gjenopprett fra en sikkerhetskopi, ellers fra den siste gode"
    )
    made.add_argument("file", metavar="FIL", nargs="?")
    made = add("rekey", store.rekey, "bytt nøkler eller gjenopprettingsfrase")
    new = made.add_mutually_exclusive_group()
    new.add_argument("--new-passphrase", action="store_true", help="spør om en ny passordfrase")
    new.add_argument("--new-passphrase-file", metavar="FIL", help="ny passordfrase fra en fil")
    made.add_argument("--only-passphrase", action="store_true", help="behold nøklene")
    add("lock", store.lock, "ta nøkkelen ut av nøkkelringen")
    add("unlock", store.unlock, "legg nøkkelen i nøkkelringen")


def _positive(text: str) -> int:
    if not is_digits(text) or len(text) > _MOST_DIGITS or int(text) < 1:
        raise argparse.ArgumentTypeError("må være et heltall over null")
    return int(text)
