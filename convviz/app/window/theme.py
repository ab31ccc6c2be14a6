"""The look of every widget: shipped fonts, palette and style sheet, from scene.palette."""

from __future__ import annotations

import re
from functools import lru_cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip

from convviz.panels.painting.icons import drawing, ink, tinted
from convviz.panels.painting.text_size import enlarged, icon_side, set_text_size
from convviz.resources import resource
from convviz.scene.palette import Role

FAMILY = "Pretendard"
FONT_FILES = ("Pretendard-Regular.otf", "Pretendard-SemiBold.otf")
BASE_PIXELS = 14

_LETTERED = re.compile(r"(font-size|min-height): (\d\d)px")  # lengths that go with the text

_SWITCH = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="18" viewBox="0 0 30 18">'
    '<rect x="1" y="1" width="28" height="16" rx="8" fill="{track}" stroke="{rim}"/>'
    '<circle cx="{x}" cy="9" r="5" fill="{knob}"/></svg>'
)


@lru_cache(maxsize=1)
def load_fonts() -> str:
    """Load the shipped family once and give its name.

    Raises
    ------
    FileNotFoundError
        A font file is missing or damaged.
    """
    for name in FONT_FILES:
        path = resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
    return FAMILY


def base_font() -> QFont:
    """Give the font of all widgets: the shipped family, figures all of one width."""
    font = QFont(load_fonts())
    font.setPixelSize(enlarged(BASE_PIXELS))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def apply_theme(app: QApplication, theme: str, text_size: int = 100) -> None:
    """Give `app` the look of a theme and a text size in per cent; may be called again any time."""
    set_text_size(text_size)
    if app.style().name().lower() != "fusion" and not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    # Check marks stand where icons would hide them, and none comes from another set.
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    font = base_font()
    if app.font() != font:
        for widget in app.allWidgets():
            widget.ensurePolished()  # or those never shown keep the old size
        app.setFont(font)
    colours = qt_palette(theme)
    app.setPalette(colours)
    QToolTip.setPalette(colours)
    QToolTip.setFont(font)
    sheet = style_sheet(theme)
    if app.styleSheet() != sheet:
        # From sheet to sheet Qt goes through its cache of widgets, where closed ones may still
        # stand, and crashes; without a sheet it goes through the living ones.
        app.setStyleSheet("")
        app.setStyleSheet(sheet)


def qt_palette(theme: str) -> QPalette:
    """Give the colours for what the style sheet leaves to the style."""
    part = QPalette.ColorRole
    roles = {
        part.Window: ink(theme, Role.PANEL),
        part.WindowText: ink(theme, Role.TEXT),
        part.Base: ink(theme, Role.PANEL),
        part.AlternateBase: ink(theme, Role.RAISED, Role.PANEL, 0.5),
        part.Text: ink(theme, Role.TEXT),
        part.PlaceholderText: ink(theme, Role.MUTED),
        part.Button: ink(theme, Role.RAISED),
        part.ButtonText: ink(theme, Role.TEXT),
        part.BrightText: ink(theme, Role.ERROR),
        part.ToolTipBase: ink(theme, Role.RAISED),
        part.ToolTipText: ink(theme, Role.TEXT),
        part.Highlight: ink(theme, Role.ACCENT),
        part.HighlightedText: ink(theme, Role.ON_ACCENT),
        part.Accent: ink(theme, Role.ACCENT),
        part.Link: ink(theme, Role.ACCENT),
        part.LinkVisited: ink(theme, Role.ACCENT),
        part.Light: ink(theme, Role.RAISED),
        part.Midlight: ink(theme, Role.RAISED),
        part.Mid: ink(theme, Role.LINE),
        part.Dark: ink(theme, Role.LINE),
        part.Shadow: ink(theme, Role.STAGE_BOTTOM),
    }
    made = QPalette()
    for role, value in roles.items():
        made.setColor(role, value)
    faded = ink(theme, Role.MUTED, Role.PANEL, 0.45)
    for role in (part.WindowText, part.Text, part.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def style_sheet(theme: str) -> str:
    """Give the style sheet of all widgets."""
    sheet = Template(_QSS).substitute(_names(theme))
    for length in ("icon-size: 18px", "border-radius: 20px"):  # an icon's, and the round button's
        name, pixels = length.removesuffix("px").split(": ")
        sheet = sheet.replace(length, f"{name}: {icon_side(int(pixels))}px")
    return _LETTERED.sub(lambda found: f"{found[1]}: {enlarged(int(found[2]))}px", sheet)


def _names(theme: str) -> dict[str, str]:
    """Give what the style sheet calls its colours and pictures."""
    named = {role.name.lower(): ink(theme, role).name() for role in Role}
    mixes = {
        "hover": (Role.RAISED, Role.LINE, 0.45),
        "pressed": (Role.RAISED, Role.LINE, 0.9),
        "hair": (Role.LINE, Role.PANEL, 0.35),
        "rim": (Role.LINE, Role.MUTED, 0.28),
        "rim_hover": (Role.LINE, Role.MUTED, 0.6),
        "faded": (Role.MUTED, Role.PANEL, 0.45),
        "thumb": (Role.LINE, Role.MUTED, 0.3),
        "thumb_hover": (Role.LINE, Role.MUTED, 0.75),
        "tint": (Role.PANEL, Role.ACCENT, 0.14),
        "error_tint": (Role.PANEL, Role.ERROR, 0.10),
        "accent_hover": (Role.ACCENT, Role.TEXT, 0.14),
    }
    named |= {name: ink(theme, *mix).name() for name, mix in mixes.items()}
    named["family"] = FAMILY
    for name in ("up", "down", "right"):
        named[f"arrow_{name}"] = tinted(f"chevron-{name}", named["muted"])
        named[f"arrow_{name}_hover"] = tinted(f"chevron-{name}", named["text"])
        named[f"arrow_{name}_faded"] = tinted(f"chevron-{name}", named["faded"])
    named["check"] = tinted("check", named["on_accent"])
    named["check_menu"] = tinted("check", named["accent"])
    named["more"] = tinted("chevrons-right", named["muted"])
    named["switch_off"] = _switch(named["raised"], named["rim_hover"], 9, named["muted"])
    named["switch_on"] = _switch(named["accent"], named["accent"], 21, named["on_accent"])
    return named


def _switch(track: str, rim: str, x: int, knob: str) -> str:
    svg = _SWITCH.format(track=track, rim=rim, x=x, knob=knob)
    return drawing(f"switch-{x}", knob, svg)


# Fields and buttons carry a border of 2 px so that the focus ring moves nothing.
_QSS = """
* { outline: none; }
QMainWindow, QDialog { background: $panel; }
QMainWindow::separator { background: $hair; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolTip { background: $raised; color: $text; border: 1px solid $rim; padding: 2px 3px; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel { background: transparent; }
QLabel[look="headline"] { font-size: 26px; font-weight: 600; }
QLabel[look="title"] { font-size: 18px; font-weight: 600; }
QLabel[look="section"] { color: $muted; font-size: 13px; font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: 13px; }
QLabel[look="note"] { font-size: 13px; }
QLabel[look="value"] { font-size: 16px; font-weight: 600; }
QLabel[look="error"] { color: $error; font-size: 13px; }
QLabel[look="good"] { color: $good; }
QFrame[look="rule"] { background: $hair; border: none; max-height: 1px; min-height: 1px; }

QFrame[look="cover"] { background: $panel; border: none; }
QFrame[look="sheet"] { background: $panel; border: 1px solid $rim; border-radius: 12px; }

QMenuBar { background: $panel; padding: 0 6px; }
QMenuBar::item { padding: 9px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $raised; }
QMenu { background: $panel; border: 1px solid $rim; padding: 6px; }
QMenu::item { padding: 6px 30px 6px 28px; border-radius: 5px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $faded; }
QMenu::separator { height: 1px; background: $hair; margin: 6px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }
QMenu::indicator:checked { image: url($check_menu); }
QMenu::right-arrow { image: url($arrow_right); width: 14px; height: 14px; right: 8px; }

QToolBar { background: $panel; border: none; spacing: 2px; padding: 4px 8px;
  icon-size: 18px; }
QToolBar::separator { background: $hair; width: 1px; margin: 6px 6px; }
QToolBarExtension { qproperty-icon: url($more); }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 7px;
  padding: 3px 5px; }
QToolButton:hover { background: $raised; border-color: $raised; }
QToolButton:pressed { background: $pressed; border-color: $pressed; }
QToolButton:checked { background: $tint; border-color: $tint; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faded; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: 15px; }
QToolButton::menu-button { border: none; width: 14px; border-radius: 5px; }
QToolButton::menu-button:hover { background: $hover; }
QToolButton::menu-arrow { image: url($arrow_down); width: 10px; height: 10px; }
QToolButton[look="link"] { padding: 0px 2px; color: $muted; }
QToolButton[look="link"]:hover { color: $text; }
QToolButton[look="link"]:checked { color: $accent; }
QToolButton[look="menu"] { padding-right: 18px; }
QToolButton[look="menu"]::menu-indicator { image: url($arrow_down); width: 12px; height: 12px;
  subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }
QToolButton[look="loud"] { background: $accent; border-color: $accent; border-radius: 20px; }
QToolButton[look="loud"]:hover { background: $accent_hover; border-color: $accent_hover; }
QToolButton[look="loud"]:focus { border-color: $text; }
QToolButton[look="loud"]:disabled { background: $raised; border-color: $raised; }

QPushButton { background: $raised; border: 2px solid $raised; border-radius: 7px;
  padding: 5px 12px; min-height: 18px; }
QPushButton:hover { background: $hover; border-color: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; border-color: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faded; }
QPushButton[look="primary"], QPushButton:default { background: $accent; color: $on_accent;
  border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus, QPushButton:default:focus { border-color: $text; }
QPushButton[look="primary"]:disabled, QPushButton:default:disabled {
  background: $raised; border-color: $raised; color: $faded; }
QPushButton[look="quiet"] { background: transparent; border-color: transparent; color: $muted; }
QPushButton[look="quiet"]:hover { background: $raised; color: $text; }
QPushButton[look="quiet"]:focus { border-color: $accent; }
QPushButton[look="quiet"]:disabled { background: transparent; color: $faded; }

QPushButton[look="pill"] { background: $panel; border: 1px solid $rim; color: $text;
  padding: 2px 10px; min-height: 18px; }
QPushButton[look="pill"]:hover { background: $raised; border-color: $rim_hover; }

QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
  background: $raised; border: 2px solid $raised; border-radius: 7px; padding: 4px 8px;
  min-height: 18px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $hover; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus,
  QTextEdit:focus { border-color: $accent; background: $panel; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $faded;
  background: $panel; border-color: $hair; }
QLineEdit:read-only { background: transparent; border-color: transparent; }
QLineEdit[error="true"], QAbstractSpinBox[error="true"], QComboBox[error="true"] {
  border-color: $error; background: $error_tint; color: $error; }
QAbstractSpinBox { padding-right: 2px; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0px 0px 0px 7px;
  min-height: 0px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border;
  width: 20px; border: none; background: transparent; border-radius: 5px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0px 0px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0px 2px 2px 0px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url($arrow_up); width: 11px; height: 11px; }
QAbstractSpinBox::up-arrow:hover { image: url($arrow_up_hover); }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {
  image: url($arrow_up_faded); }
QAbstractSpinBox::down-arrow { image: url($arrow_down); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow:hover { image: url($arrow_down_hover); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
  image: url($arrow_down_faded); }
QComboBox { padding-right: 24px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($arrow_down); width: 14px; height: 14px; }
QComboBox::down-arrow:hover { image: url($arrow_down_hover); }
QComboBox::down-arrow:disabled { image: url($arrow_down_faded); }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $rim; padding: 4px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px;
  border: 2px solid $rim_hover; background: $raised; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: 10px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url($check); }
QRadioButton::indicator:checked { background: $on_accent; border: 6px solid $accent;
  width: 8px; height: 8px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faded; }
QCheckBox[look="switch"]::indicator { width: 30px; height: 18px; background: transparent;
  border: 2px solid transparent; border-radius: 11px; image: url($switch_off); }
QCheckBox[look="switch"]::indicator:checked { image: url($switch_on); }
QCheckBox[look="switch"]::indicator:focus { border-color: $text; }

QSlider { min-height: 22px; background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $muted; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0px; border-radius: 8px;
  background: $text; border: 1px solid $panel; }
QSlider::handle:horizontal:focus, QSlider::handle:horizontal:hover { background: $accent; }
QSlider:disabled { color: $faded; }
QSlider::handle:horizontal:disabled { background: $faded; }

QAbstractItemView { background: transparent; border: none;
  selection-background-color: $tint; selection-color: $text; }
QListView::item, QTreeView::item { padding: 6px 8px; border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: $raised; }
QListView::item:selected, QTreeView::item:selected { background: $tint; color: $text; }
QListView::item:selected:focus, QTreeView::item:selected:focus { border: 1px solid $accent; }
QHeaderView::section { background: $panel; color: $muted; border: none;
  border-bottom: 1px solid $hair; padding: 5px 8px; font-weight: 600; }
QTableView { gridline-color: $hair; }
QTableCornerButton::section { background: $panel; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[look="page"] { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $thumb_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabWidget::pane { border: none; border-top: 1px solid $hair; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 12px 6px 12px;
  border: none; border-bottom: 2px solid transparent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus { color: $accent; }
QTabBar::scroller { width: 20px; }
QTabBar QToolButton { border-radius: 4px; padding: 0px; background: $panel; }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { border-left: 1px solid $hair; width: 1px; }
QSplitter::handle:vertical { border-top: 1px solid $hair; height: 1px; }
QSplitter::handle:hover { border-color: $accent; }
QStatusBar { background: $panel; color: $muted; }
QStatusBar::item { border: none; }
QGroupBox { border: none; margin-top: 22px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0px; color: $muted; }
QProgressBar { background: $raised; border: none; border-radius: 3px; height: 6px;
  text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""
