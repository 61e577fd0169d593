"""The day of the product: 40 mails, 39 cases, two caseworkers, counted by an independent listener.

Once with keys alone and once with the mouse alone, on the real window over a real store. What a
sensible caseworker makes of each case stands in `day_cases`, and is looked up in the store
afterwards. The limits are those of the design, and are not for bending.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from day_cases import CASES, JOURNAL, DayCase, service
from day_hand import Hand, Screen, with_dialog
from day_people import Keys, Mouse, Person
from day_world import external_reference, receipt, write_day
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from timebok_desktop.app import create_window
from timebok_desktop.domain.codes import Status

FIRST_LIMIT, SECOND_LIMIT = 96, 41


@pytest.fixture
def world(timebok, tmp_path, monkeypatch, load_registry_of):
    """A workspace in use, and the day's mails beside it."""
    folder = tmp_path / "day"
    write_day(folder, datetime.now(UTC))
    load_registry_of(timebok, folder)
    yesterday(timebok, folder)
    monkeypatch.chdir(folder / "orders")  # where the dialogs of the system begin
    return folder


def yesterday(timebok, folder) -> None:
    """An order that two caseworkers approved, that has left and was answered."""
    order = {
        "kind": "activate",
        "municipalityNumber": "3405",
        "herId": service("3405"),
        "category": "Lab",
        "externalReference": "I-GAAR",
        **JOURNAL,
    }
    (folder / "yesterday.json").write_text(json.dumps(order), "utf-8")
    report = timebok("orders", "import", folder / "yesterday.json").document
    (reference,) = report["files"][0]["orders"]
    timebok("verify")
    for who in ("anna", "bjarne"):
        timebok("decide", reference, "approve", by=who)
    package = timebok("export", "--out", folder / "packages").document["package"]
    (folder / "receipt.json").write_text(receipt(Path(package), [reference]), "utf-8")
    timebok("receipts", "import", folder / "receipt.json")


@pytest.fixture
def hand(timebok, world, qapp):
    """Hands on the window, which is open; the counter runs."""
    save_the_mails()
    window = create_window(timebok.workspace, "anna")
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    assert window.tasks.settle(10)
    made = Hand(Screen(window))
    yield made
    made.counter.stop()
    window.close()
    window.deleteLater()
    qapp.processEvents()


def save_the_mails() -> None:
    """The system's dialogs begin where one of them was last: here, where the mails were saved."""

    def save() -> None:
        QTest.keyClick(QApplication.activeModalWidget().windowHandle(), Qt.Key.Key_Return)

    where = str(Path.cwd() / "mail.eml")
    with_dialog(lambda: QFileDialog.getSaveFileName(None, "", where), save)


@pytest.fixture
def tell(request, capsys) -> Callable[[str], None]:
    """Prints a table where somebody asked for words (-v)."""

    def say(text: str) -> None:
        if request.config.get_verbosity() > 0:
            with capsys.disabled():
                sys.stdout.write(text)

    return say


@pytest.mark.parametrize("way", [Keys, Mouse])
def test_that_the_day_costs_no_more_actions_than_the_design_allows(way, timebok, world, hand, tell):
    person = way(hand)
    mails = sorted((world / "orders").iterdir())
    assert len(mails) == 40
    person.take_in(mails)
    cases = cases_of(timebok)
    assert len(cases) == len(CASES) == 39
    first = [("import", hand.counter.actions), *first_caseworker(hand, person, cases)]
    tell(table(way, "first", first))
    look_at_the_first_decisions(timebok, cases, world / "orders")
    second = second_caseworker(hand, person)
    tell(table(way, "second", second))
    look_at_the_end(timebok, cases)
    assert total(first) <= FIRST_LIMIT, table(way, "first", first)
    assert total(second) <= SECOND_LIMIT, table(way, "second", second)
    assert total(first) + total(second) == hand.counter.actions
    assert (hand.counter.keys == 0) is (way is Mouse)
    assert (hand.counter.clicks + hand.counter.drops == 0) is (way is Keys)


def cases_of(timebok) -> dict[str, DayCase]:
    """What each order of today is, by the reference that it got."""
    listed = timebok("orders", "list", "--limit", 1000).document["orders"]
    places = {external_reference(place): case for place, case in enumerate(CASES)}
    return {
        one["reference"]: places[one["external_reference"]]
        for one in listed
        if one["external_reference"] in places
    }


def first_caseworker(
    hand: Hand, person: Person, cases: Mapping[str, DayCase]
) -> list[tuple[str, int]]:
    """Every case once, as the desk brings them; what each of them cost."""
    costs, done = [], set()
    for _ in cases:
        reference, before = hand.screen.reference(), hand.counter.actions
        assert reference not in done, f"{reference} came again"
        done.add(reference)
        case = cases[reference]
        handle(person, case)
        cost = hand.counter.actions - before
        costs.append((f"{reference} {case.municipality} {case.rules or 'clear'}", cost))
        assert case.rules or cost == 1, f"{reference}: a clean approval costs one action"
    return costs


def handle(person: Person, case: DayCase) -> None:
    """What the caseworker does with one case."""
    if case.take:
        person.take_suggestion()
        person.approve()
    elif case.letter:
        person.write_back(case)
    elif case.end is Status.ON_HOLD:
        person.hold()
    elif case.end is Status.WITHDRAWN:
        person.withdraw()
    elif case.rules:
        person.set_aside(case.rules)
    else:
        person.approve()


def second_caseworker(hand: Hand, person: Person) -> list[tuple[str, int]]:
    """The colleague approves what awaits a second approval, and exports; what it cost."""
    before = hand.counter.actions
    person.take_over()
    costs = [("takes over", hand.counter.actions - before)]
    while waiting := hand.screen.waiting("Til totrinnskontroll"):
        reference, before = hand.screen.reference(), hand.counter.actions
        while must_open(hand.screen):
            person.open_finding()
        person.approve()
        assert hand.screen.waiting("Til totrinnskontroll") == waiting - 1, reference
        costs.append((reference, hand.counter.actions - before))
    before = hand.counter.actions
    person.export()
    return [*costs, ("export", hand.counter.actions - before)]


def must_open(screen: Screen) -> bool:
    """Whether the bar says that something has to be opened first; else approving is offered."""
    screen.wait_for(lambda: screen.holds("Godkjenn og neste") or screen.says("Før du godkjenner"))
    return not screen.holds("Godkjenn og neste")


def look_at_the_first_decisions(timebok, cases: Mapping[str, DayCase], mails: Path) -> None:
    """Every case is where the caseworker meant it to be, for the reason that was meant, and who
    was to be written to has a letter."""
    for reference, case in cases.items():
        shown = timebok("orders", "show", reference).document
        assert shown["status"] == case.end, reference
        if case.take:
            assert str(shown["her_id"]) == case.take
            assert shown["as_sent"]["her_id"] == case.her_id
        if case.reason:
            assert shown["decisions"][-1]["reason"] == case.reason
        assert (mails / f"{reference}-brev.eml").exists() is case.letter, reference


def look_at_the_end(timebok, cases: Mapping[str, DayCase]) -> None:
    """What two caseworkers approved has left, the rest stands as it stood, the log is whole."""
    for reference, case in cases.items():
        shown = timebok("orders", "show", reference).document
        approved = case.end is Status.AWAITING_SECOND_APPROVAL
        assert shown["status"] == (Status.EXPORTED if approved else case.end), reference
        if approved:
            approvals = [one for one in shown["decisions"] if one["kind"] == "approve"]
            assert [one["by"] for one in approvals] == ["anna", "bjarne"]
    assert timebok("audit", "verify").document["intact"]


def table(way: type, who: str, costs: list[tuple[str, int]]) -> str:
    """What each step cost."""
    lines = [f"\n{way.__name__}, {who} caseworker: {total(costs)} actions"]
    return "\n".join([*lines, *(f"{cost:4}  {what}" for what, cost in costs), ""])


def total(costs: list[tuple[str, int]]) -> int:
    """All actions together."""
    return sum(cost for _, cost in costs)
