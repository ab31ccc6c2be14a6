"""The look of the widgets: fonts, palette, style sheet, icons."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
)

from convviz.app.window import theme as look
from convviz.panels.painting.icons import icon, ink, tinted
from convviz.resources import resource
from convviz.scene.palette import Role, colour, contrast, hex_of
from convviz.scene.themes import THEMES

ICONS = sorted(
    path.stem
    for path in resource("icons").glob("*.svg")
    if "currentColor" in path.read_text(encoding="utf-8")  # the product's own icon has colours
)


@pytest.fixture(params=THEMES)
def dressed(request, qapp):
    look.apply_theme(qapp, request.param)
    return request.param


def test_the_shipped_family_is_used_and_is_there_in_both_weights(qapp):
    assert look.load_fonts() == "Pretendard"
    look.apply_theme(qapp, "dark")
    assert qapp.font().family() == "Pretendard"
    assert qapp.font().pixelSize() == look.BASE_PIXELS
    assert {"Regular", "SemiBold"} <= set(QFontDatabase.styles("Pretendard"))


def test_figures_are_of_one_width_also_where_the_sheet_sets_a_size(qtbot, dressed):
    label = QLabel("0123456789")
    label.setProperty("look", "title")
    qtbot.addWidget(label)
    label.show()
    assert label.font().pixelSize() == 18
    metrics = QFontMetricsF(label.font())
    widths = {round(metrics.horizontalAdvance(figure * 8), 2) for figure in "0123456789"}
    assert len(widths) == 1


def test_the_palette_is_the_products(qapp, dressed):
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(hex_of(dressed, Role.PANEL))
    assert palette.color(QPalette.ColorRole.WindowText) == QColor(hex_of(dressed, Role.TEXT))
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(hex_of(dressed, Role.ACCENT))


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out_from_its_ground(theme):
    for text in (Role.TEXT, Role.MUTED, Role.ERROR, Role.GOOD, Role.ACCENT):
        for ground in (Role.PANEL, Role.RAISED):
            assert contrast(colour(theme, text), colour(theme, ground)) >= 4.5, (text, ground)
    accent = colour(theme, Role.ACCENT)
    assert contrast(colour(theme, Role.ON_ACCENT), accent) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_the_sheet_is_complete(theme):
    sheet = look.style_sheet(theme)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    colours = set(re.findall(r"#[0-9a-f]{6}", re.sub(r"url\([^)]*\)", "", sheet)))
    assert colours
    for path in re.findall(r"url\((:[^)]*)\)", sheet):
        assert not QIcon(path).pixmap(QSize(16, 16)).isNull(), path


def test_every_colour_of_the_sheet_comes_from_the_palette():
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", look._QSS)


def test_going_back_and_forth_gives_the_same_look(qapp):
    look.apply_theme(qapp, "dark")
    first = (qapp.styleSheet(), qapp.palette())
    look.apply_theme(qapp, "light")
    assert qapp.styleSheet() != first[0]
    look.apply_theme(qapp, "dark")
    assert (qapp.styleSheet(), qapp.palette()) == first


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox, QComboBox])
def test_an_error_is_seen_at_its_field(qtbot, dressed, kind):
    field = kind()
    qtbot.addWidget(field)
    field.setProperty("error", True)
    field.resize(160, 34)
    field.show()
    edge = field.grab().toImage().pixelColor(80, 0)
    assert edge == QColor(hex_of(dressed, Role.ERROR))


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox, QComboBox, QPushButton, QToolButton])
def test_the_focus_ring_is_seen_and_moves_nothing(qtbot, dressed, kind):
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(160, 34)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    size = widget.sizeHint()
    widget.clearFocus()
    ring = QColor(hex_of(dressed, Role.ACCENT))
    assert widget.grab().toImage().pixelColor(80, 0) != ring
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert widget.grab().toImage().pixelColor(80, 0) == ring
    assert widget.sizeHint() == size


def test_a_switch_shows_its_state_by_more_than_colour(qtbot, dressed):
    switch = QCheckBox()
    switch.setProperty("look", "switch")
    qtbot.addWidget(switch)
    switch.show()
    off = switch.grab().toImage().convertToFormat(off_format())
    switch.setChecked(True)
    assert switch.grab().toImage().convertToFormat(off_format()) != off


def off_format():
    from PySide6.QtGui import QImage

    return QImage.Format.Format_Mono


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    image = icon(name, "dark", Role.ACCENT).pixmap(QSize(48, 48)).toImage()
    wanted = QColor(hex_of("dark", Role.ACCENT))
    opaque = [
        image.pixelColor(x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert opaque, "an empty picture"
    assert all(abs(c.red() - wanted.red()) + abs(c.blue() - wanted.blue()) < 12 for c in opaque)


def test_icons_are_sharp_where_pixels_are_small(qapp):
    pixmap = icon("play", "dark").pixmap(QSize(20, 20), 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == 2.0


def test_a_disabled_icon_steps_back(qapp):
    made = icon("play", "light")
    plain = made.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Normal).toImage()
    faded = made.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled).toImage()
    assert plain != faded


def test_icons_are_kept_and_unknown_ones_refused(qapp):
    assert icon("pause", "dark") is icon("pause", "dark")
    assert tinted("play", "#112233") != tinted("play", "#112233", filled=True)
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "dark")


def test_mixing_ends_at_the_palettes_colours():
    assert ink("dark", Role.TEXT) == QColor(hex_of("dark", Role.TEXT))
    assert ink("dark", Role.TEXT, Role.PANEL, 1.0) == QColor(hex_of("dark", Role.PANEL))


def test_the_application_keeps_its_style(qapp):
    look.apply_theme(qapp, "dark")
    name = QApplication.style().name()
    look.apply_theme(qapp, "light")
    assert QApplication.style().name() == name


def test_menus_show_check_marks_and_no_icons(qtbot, dressed):
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(icon("box", dressed), "Orthographic")
    action.setCheckable(True)
    menu.resize(menu.sizeHint())
    unchecked = menu.grab().toImage()
    action.setChecked(True)
    mark = QColor(hex_of(dressed, Role.ACCENT))
    checked = menu.grab().toImage()
    assert checked != unchecked
    seen = [checked.pixelColor(x, y) for x in range(8, 30) for y in range(checked.height())]
    assert mark in seen
