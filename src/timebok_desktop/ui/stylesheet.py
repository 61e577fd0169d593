"""The style sheet, made from the tokens: white surfaces on a cool canvas, one primary button.

Widgets ask for a look by dynamic properties (`look="primary"`, `role="title"`, `tone="stop"`),
set with `dress`; no other module writes style sheets.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui.tokens import Tokens, is_dark

_MARKS = ("check", "dot")


def dress(widget: QWidget, **looks: str) -> None:
    """Set the properties that the style sheet selects on, and have them take effect."""
    for name, value in looks.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def stylesheet(tokens: Tokens, points: float) -> str:
    """The whole sheet for one set of tokens and one base size of type."""
    return "\n".join(
        (
            _surfaces(tokens, points),
            _buttons(tokens, points),
            _fields(tokens, points),
            _lists(tokens, points),
            _shell(tokens),
            _small_parts(tokens),
            _contrast(tokens) if tokens.name == "contrast" else "",
        )
    )


def _line(points: float) -> int:
    """The least height of what has a line of text in it, however little room there is."""
    return max(20, round(points * 1.6))


def _control(tokens: Tokens, name: str) -> str:
    """A picture of a control: a chevron on a surface, a mark on the accent."""
    if name in _MARKS:
        variant = "light" if is_dark(tokens.accent) else "dark"
    else:
        variant = "dark" if tokens.is_dark else "light"
    picture = resource_folder() / "icons" / "controls" / variant / f"{name}.svg"
    return f'url("{picture.as_posix()}")'


def _surfaces(t: Tokens, points: float) -> str:
    return f"""
QMainWindow, QWidget#windowBody {{ background: {t.canvas}; }}
QStackedWidget {{ background: transparent; }}
QLabel {{ background: transparent; color: {t.ink}; border: none; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: {points * 12 / 13:.2f}pt; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {points * 15 / 13:.2f}pt; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {points * 20 / 13:.2f}pt; font-weight: 600; }}
QLabel[tone="stop"] {{ color: {t.stop}; }}
QLabel[tone="warning"] {{ color: {t.warning}; }}
QLabel[tone="clear"] {{ color: {t.clear}; }}
QLabel[tone="note"] {{ color: {t.note}; }}
QFrame[look="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
QFrame#tourCard {{ background: {t.surface}; border: 2px solid {t.accent}; border-radius: 10px; }}
QFrame[look="sketch"] {{
    background: {t.canvas}; border: 1px dashed {t.border}; border-radius: 10px; }}
QFrame[look="surface"] {{ background: {t.surface}; border: none; }}
QFrame[look="line"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[look="notice"] {{ border-radius: 6px; border: 1px solid {t.line}; background: {t.surface}; }}
QFrame[look="notice"][tone="stop"] {{ background: {t.stop_soft}; border-color: {t.stop}; }}
QFrame[look="notice"][tone="warning"] {{
    background: {t.warning_soft}; border-color: {t.warning}; }}
QFrame[look="notice"][tone="clear"] {{ background: {t.clear_soft}; border-color: {t.clear}; }}
QFrame[look="notice"][tone="note"] {{ background: {t.note_soft}; border-color: {t.note}; }}
QFrame[look="pointer"] {{ background: transparent; border: none; border-radius: 2px; }}
QFrame[look="pointer"][current="true"] {{ background: {t.ink}; }}
QWidget[pointed="true"] {{ background: {t.selected}; }}
QScrollArea, QScrollArea > QWidget > QWidget[look="scrolled"] {{
    background: transparent; border: none; }}
"""


def _buttons(t: Tokens, points: float) -> str:
    picture = round(16 * max(1.0, points / 9.75))
    return f"""
QPushButton, QToolButton, QLineEdit {{ icon-size: {picture}px; }}
QToolButton[look="mini"] {{ icon-size: 14px; }}
QPushButton, QToolButton[look="button"] {{
    background: {t.surface}; color: {t.ink}; border: 1px solid {t.border};
    border-radius: 6px; padding: 5px 10px; min-height: {_line(points)}px; }}
QPushButton:hover, QToolButton[look="button"]:hover {{
    background: {t.canvas}; border-color: {t.ink}; }}
QPushButton:pressed, QToolButton[look="button"]:pressed {{ background: {t.selected}; }}
QPushButton[look="primary"] {{
    background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; }}
QPushButton[look="primary"]:hover {{ border-color: {t.ink}; }}
QPushButton[look="narrow"] {{ padding: 5px 6px; }}
QPushButton[look="quiet"], QToolButton {{
    background: transparent; color: {t.accent}; border: 1px solid transparent;
    border-radius: 6px; padding: 4px 8px; }}
QPushButton[look="quiet"]:hover, QToolButton:hover {{ background: {t.selected}; }}
QPushButton[look="chip"] {{
    background: {t.selected}; border-color: {t.accent}; border-radius: 13px; padding: 2px 10px; }}
QPushButton:checked {{
    background: {t.selected}; color: {t.ink}; border: 2px solid {t.accent}; padding: 4px 9px; }}
QPushButton:disabled, QPushButton[look="primary"]:disabled,
QToolButton[look="button"]:disabled {{
    background: {t.canvas}; color: {t.off}; border-color: {t.line}; }}
QPushButton[look="quiet"]:disabled, QToolButton:disabled {{
    background: transparent; color: {t.off}; border-color: transparent; }}
QToolButton[look="mini"] {{ padding: 0; border: none; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton::menu-indicator {{
    image: {_control(t, "chevron-down")}; width: 12px; height: 12px;
    subcontrol-position: right center; subcontrol-origin: padding; right: 8px; }}
"""


def _fields(t: Tokens, points: float) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {{
    background: {t.surface}; color: {t.ink}; border: 1px solid {t.border};
    border-radius: 6px; padding: 4px 8px; min-height: {_line(points)}px;
    placeholder-text-color: {t.muted};
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QPlainTextEdit:disabled {{
    background: {t.canvas}; color: {t.off}; placeholder-text-color: {t.off};
    border-color: {t.line}; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{ border: 2px solid {t.stop}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: {_control(t, "chevron-down")}; width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{
    background: {t.surface}; color: {t.ink}; border: 1px solid {t.border}; padding: 4px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; outline: none; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; }}
QSpinBox::up-arrow {{ image: {_control(t, "chevron-up")}; width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ image: {_control(t, "chevron-down")}; width: 10px; height: 10px; }}
QComboBox::down-arrow:disabled, QSpinBox::up-arrow:disabled, QSpinBox::down-arrow:disabled {{
    image: none; }}
QCheckBox, QRadioButton {{ color: {t.ink}; spacing: 8px; background: transparent;
    padding: 4px 8px 4px 2px; min-height: {_line(points)}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.off}; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 16px; height: 16px; border: 1px solid {t.border}; background: {t.surface}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{
    background: {t.accent}; border-color: {t.accent}; image: {_control(t, "check")}; }}
QRadioButton::indicator:checked {{
    background: {t.accent}; border-color: {t.accent}; image: {_control(t, "dot")}; }}
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {{
    background: {t.off}; border-color: {t.off}; }}
"""


def _lists(t: Tokens, points: float) -> str:
    return f"""
QTableView, QListView, QTreeView {{
    background: {t.surface}; color: {t.ink}; border: 1px solid {t.line}; border-radius: 10px;
    gridline-color: {t.line}; outline: none;
    selection-background-color: {t.selected}; selection-color: {t.ink}; }}
QTableView[look="flush"], QListView[look="flush"] {{ border: none; border-radius: 0; }}
QListView[look="flush"]::item {{ margin: 0 5px; }}
QListView[look="cards"] {{ background: transparent; border: none; border-radius: 0; }}
QListView[look="cards"]::item, QListView[look="cards"]::item:hover,
QListView[look="cards"]::item:selected {{ background: transparent; border: none; padding: 0; }}
QListView[look="chips"] {{ background: transparent; border: none; border-radius: 0; }}
QListView[look="chips"]::item {{
    padding: 3px 5px; border: 1px solid transparent; border-radius: 6px; color: {t.muted}; }}
QListView[look="chips"]::item:hover {{ background: {t.canvas}; color: {t.ink}; }}
QListView[look="chips"]::item:selected {{
    background: {t.selected}; color: {t.ink}; border: 1px solid {t.accent}; }}
QTableView::item {{ padding: 4px 8px; border: none; border-bottom: 1px solid {t.line}; }}
QTableView::item:selected, QListView::item:selected {{
    background: {t.selected}; color: {t.ink}; }}
QTableView[look="cells"]::item:selected {{ border: 1px solid {t.accent}; }}
QListView::item {{
    padding: 6px 8px 6px 5px; border-left: 3px solid transparent; border-radius: 6px; }}
QListView::item:selected {{ border-left: 3px solid {t.accent}; }}
QListView[look="sections"] {{ background: transparent; border: none; border-radius: 0; }}
QListView[look="sections"]::item:hover {{ background: {t.surface}; }}
QTreeView::item {{ padding: 5px 4px; border: none; }}
QTreeView::item:hover {{ background: {t.canvas}; }}
QTreeView::item:selected {{ background: {t.selected}; color: {t.ink}; }}
QListView::item:hover {{ background: {t.canvas}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: {t.surface}; color: {t.muted}; border: none; font-weight: 400;
    border-bottom: 1px solid {t.border}; padding: 6px 11px; font-size: {points * 12 / 13:.2f}pt; }}
QHeaderView::section:vertical {{
    border-bottom: 1px solid {t.line}; padding: 4px 12px; min-width: 28px; }}
QHeaderView::section:horizontal:first {{ border-top-left-radius: 9px; }}
QHeaderView::section:horizontal:last {{ border-top-right-radius: 9px; }}
QHeaderView::section:horizontal:only-one {{
    border-top-left-radius: 9px; border-top-right-radius: 9px; }}
QHeaderView::section:hover {{ color: {t.ink}; background: {t.canvas}; }}
QHeaderView::up-arrow {{ image: {_control(t, "chevron-up")}; width: 10px; height: 10px; }}
QHeaderView::down-arrow {{ image: {_control(t, "chevron-down")}; width: 10px; height: 10px; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 4px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _shell(t: Tokens) -> str:
    return f"""
QFrame#header {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame#rail {{ background: {t.surface}; border: none; border-right: 1px solid {t.line}; }}
QListWidget#navigation {{ background: transparent; border: none; border-radius: 0; }}
QListWidget#navigation::item {{
    padding: 0 6px 0 8px; border-radius: 6px; color: {t.ink};
    border-left: 3px solid transparent; }}
QListWidget#navigation::item:hover {{ background: {t.canvas}; }}
QListWidget#navigation::item:selected {{
    background: {t.selected}; color: {t.ink}; border-left: 3px solid {t.accent}; }}
QStatusBar {{ background: {t.surface}; color: {t.muted}; border-top: 1px solid {t.line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ padding: 0 8px; }}
QStatusBar QLabel {{ color: {t.muted}; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:horizontal {{ width: 8px; }}
QSplitter::handle:vertical {{ height: 8px; }}
QSplitter::handle:hover {{ background: {t.selected}; }}
QMenuBar {{ background: {t.surface}; color: {t.ink}; border: none; padding: 2px 8px; }}
QMenuBar::item {{
    background: transparent; padding: 3px 7px; border: 1px solid transparent; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {t.selected}; border: 1px solid {t.accent}; }}
QMenu {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.border}; padding: 4px; }}
QMenu::item {{
    padding: 5px 23px 5px 11px; border: 1px solid transparent; border-radius: 4px; }}
QMenu::item:selected {{
    background: {t.selected}; color: {t.ink}; border: 1px solid {t.accent}; }}
QMenu::item:disabled {{ color: {t.off}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
"""


def _small_parts(t: Tokens) -> str:
    return f"""
QToolTip {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.border}; padding: 4px; }}
QProgressBar {{
    background: {t.canvas}; border: 1px solid {t.border}; border-radius: 4px;
    min-height: 8px; max-height: 8px; text-align: center; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
QTabBar {{ background: transparent; }}
QTabBar::scroller {{ width: 52px; }}
QTabBar::tab {{
    background: transparent; color: {t.muted}; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {t.ink}; }}
QTabBar::tab:selected {{
    color: {t.ink}; border-bottom: 2px solid {t.accent}; font-weight: 600; }}
QGroupBox {{
    border: 1px solid {t.line}; border-radius: 10px; margin-top: 8px; padding: 12px;
    background: {t.surface}; }}
QDialog {{ background: {t.surface}; }}
"""


def _contrast(t: Tokens) -> str:
    """Where there are no tints, borders tell what is selected and dashes what is not possible."""
    return f"""
QListView[look="chips"]::item {{ padding: 0 4px; border: 2px solid transparent; }}
QListWidget#navigation::item:selected, QListView[look="chips"]::item:selected,
QTableView[look="cells"]::item:selected, QListView::item:selected,
QMenu::item:selected, QMenuBar::item:selected {{ border: 2px solid {t.accent}; }}
QListView[look="cards"]::item:selected {{ border: none; }}
QWidget[pointed="true"] {{ border-bottom: 2px solid {t.accent}; }}
QListWidget#navigation::item:selected {{ padding: 0 6px; }}
QPushButton:hover, QToolButton:hover {{ border: 2px solid {t.accent}; }}
QPushButton:checked, QPushButton:checked:hover, QPushButton:checked:pressed {{
    background: {t.accent}; color: {t.on_accent}; }}
QPushButton:disabled, QPushButton[look="primary"]:disabled, QPushButton[look="quiet"]:disabled,
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{
    border: 1px dashed {t.off}; font-weight: 400; }}
"""
