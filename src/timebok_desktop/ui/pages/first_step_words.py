"""The words of the first steps, and where each of them is done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from timebok_desktop.services.first_steps import Progress, Step
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step: `page` and `subject` where it is done, `way` what leads there, `action` and `does`
    the command that does it once one is there ("" where the page itself says it all).
    """

    title: str
    told: str
    page: str
    subject: str
    way: str
    action: str = ""
    does: str = ""


_WORDS = {
    Step.SNAPSHOT: StepWords(
        QT_TRANSLATE_NOOP("FirstSteps", "Import an AR extract"),
        QT_TRANSLATE_NOOP(
            "FirstSteps", "Import an export from AR, so that orders can be verified."
        ),
        "registry",
        "",
        QT_TRANSLATE_NOOP("FirstSteps", "Go to AR"),
        "importRegistryAction",
        QT_TRANSLATE_NOOP("FirstSteps", "Choose the export …"),
    ),
    Step.VENDORS: StepWords(
        QT_TRANSLATE_NOOP("FirstSteps", "Fill in the vendors"),
        QT_TRANSLATE_NOOP(
            "FirstSteps",
            "Fill in the journal vendors you know, and save. There is no public list of those "
            "that are integrated, so the table is empty; without it, each order gets a warning.",
        ),
        "settings",
        "vendors",
        QT_TRANSLATE_NOOP("FirstSteps", "Go to the vendors"),
    ),
    Step.ORDERS: StepWords(
        QT_TRANSLATE_NOOP("FirstSteps", "Import orders"),
        QT_TRANSLATE_NOOP("FirstSteps", "Import the orders that have come in."),
        "orders",
        "",
        QT_TRANSLATE_NOOP("FirstSteps", "Go to the orders"),
        "importAction",
        QT_TRANSLATE_NOOP("FirstSteps", "Choose the orders …"),
    ),
    Step.APPROVE: StepWords(
        QT_TRANSLATE_NOOP("FirstSteps", "Approve an order"),
        QT_TRANSLATE_NOOP(
            "FirstSteps",
            "Choose an order in the list, look through it to the right, and approve it below. "
            "A warning needs a reason; what stops must be put right.",
        ),
        "orders",
        "",
        QT_TRANSLATE_NOOP("FirstSteps", "Go to the orders"),
    ),
    Step.SECOND: StepWords(
        QT_TRANSLATE_NOOP("FirstSteps", "Another caseworker approves"),
        QT_TRANSLATE_NOOP(
            "FirstSteps",
            "What you approve, another caseworker must approve too. Let the other one take over "
            "here, or open the workspace with the other one's name.",
        ),
        "orders",
        "",
        QT_TRANSLATE_NOOP("FirstSteps", "Go to the orders"),
    ),
    Step.EXPORT: StepWords(
        QT_TRANSLATE_NOOP("FirstSteps", "Export a package"),
        QT_TRANSLATE_NOOP("FirstSteps", "What two have approved, leaves in a signed package."),
        "exports",
        "",
        QT_TRANSLATE_NOOP("FirstSteps", "Go to the exports"),
        "exportAction",
        QT_TRANSLATE_NOOP("FirstSteps", "See what leaves …"),
    ),
    Step.RECEIPT: StepWords(
        QT_TRANSLATE_NOOP("FirstSteps", "Import the receipt"),
        QT_TRANSLATE_NOOP(
            "FirstSteps",
            "The package has been written. Whoever receives it answers with a receipt; import it "
            "when it comes.",
        ),
        "exports",
        "",
        QT_TRANSLATE_NOOP("FirstSteps", "Go to the exports"),
        "importReceiptAction",
        QT_TRANSLATE_NOOP("FirstSteps", "Choose the receipt …"),
    ),
}
_OTHERS_TURN = QT_TRANSLATE_NOOP(
    "FirstSteps", "Now you approve as the second one: choose an order that waits, and approve it."
)


def place_of(step: Step) -> StepWords:
    """Where a step is done; the texts are not translated."""
    return _WORDS[step]


def said(text: str) -> str:
    """A text of these in the language now installed."""
    return QCoreApplication.translate("FirstSteps", text)


def told(step: Step, progress: Progress) -> str:
    """What a step asks for now."""
    if step is Step.SECOND and not progress.needs_another:
        return said(_OTHERS_TURN)
    return said(_WORDS[step].told)
