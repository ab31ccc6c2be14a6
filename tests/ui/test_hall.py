"""The lecture hall: read from the last row, led by a clicker, and left as it was found."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz import words
from convviz.app.fullscreen import full_screen as hall_module
from convviz.app.fullscreen.blank_screen import Blank
from convviz.app.window.action_table import ACTIONS
from convviz.model.layers import Conv2d
from convviz.panels.caption.text_layout import LEADING
from convviz.panels.fullscreen.caption import FullScreenCaption
from convviz.panels.fullscreen.figures import full_screen_sentence
from convviz.panels.fullscreen.sizes import FullScreenSizes
from convviz.panels.painting.lettering import SEMIBOLD, spans_width, text_width
from convviz.panels.painting.lettering import metrics as letter_metrics
from convviz.scene.timeline import LIFT
from convviz.state import intents
from tests.ui.story_desk import (
    at,
    network,
    resolved,
    times,
    without_convolution,
)

Key = Qt.Key
SCREENS = [(1024, 768), (1366, 768), (1920, 1080)]
LANGUAGES = ["en", "ko"]
THEMES = ["dark", "light"]


def strike(hands, name):
    """Press a key by its portable name."""
    together = QKeySequence(name)[0]
    hands.press(together.key(), together.keyboardModifiers())


def in_hall(hands, size=(1920, 1080)):
    """Enter with F11, as on a screen of that size; without a window manager none is given one."""
    hands.press(Key.Key_F11)
    hands.until(hands.window.isFullScreen)
    hands.window.resize(*size)
    hands.run(0.02)
    hands.wait_until_idle()
    return hands.window.full_screen


def black(hands):
    return any(cover.isVisible() for cover in hands.window.findChildren(Blank))


# ---- type ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("document", ["seed-bottleneck", "seed-direct", "five-filters"])
def test_the_last_row_can_read_it(hands, size, language, document):
    width, height = size
    hands.do(intents.OpenDocument(document))
    hands.wait_until_idle()
    hands.window.appearance.choose(language, "dark")
    full_screen = in_hall(hands, size)
    floor, caption = full_screen.floor, full_screen.floor.caption
    assert floor.geometry().bottom() == hands.window.centralWidget().height() - 1
    assert floor.width() == width
    assert hands.window.stage.height() >= 0.68 * height  # the stage has most of the screen
    board = hands.resolved.stage.storyboard
    for moment in (0.0, *(beat.end for beat in board.beats[:16]), board.duration):
        hands.do(intents.Seek(moment))
        paragraph = caption.paragraph()
        assert paragraph.pixels >= height / 30
        assert caption.figures_size() >= height / 30
        line = caption.figures_size() * LEADING * 1.2 if caption._figures else 0
        assert paragraph.height + line <= caption.height()
        assert all(label.points >= height / 38 for label in hands.scene.labels)
    strike(hands, "F11")


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_and_the_next_ones_name_are_written_out(hands, size, language):
    hands.window.appearance.choose(language, "dark")
    steps = in_hall(hands, size).floor.steps
    board = hands.resolved.stage.storyboard
    sizes = FullScreenSizes(size[1])
    assert sizes.label >= size[1] / 38
    track, _ = steps.tracks()
    labels = steps.texts()[:-1]
    for index, text in enumerate(labels):
        assert (
            text_width(text, sizes.label, SEMIBOLD) <= track.edges[index + 1] - track.edges[index]
        )
    for beat in board.beats:
        hands.do(intents.Seek(beat.end))
        room = size[0] - track.edges[-1] - sizes.margin
        assert spans_width(steps._next, sizes.label, SEMIBOLD) <= room
        assert steps.height() >= sizes.label * 2
    hands.press(Key.Key_F11)


def ink_heights(image, box):
    """Heights of the runs of ink, side by side in a part of a picture: of its letters."""
    grey = np.array(
        [
            [image.pixelColor(x, y).lightness() for x in range(box.left(), box.right() + 1)]
            for y in range(box.top(), box.bottom() + 1)
        ]
    )
    inked = np.abs(grey - np.median(grey)) > 60
    heights, first = [], None
    for x, any_ink in enumerate([*inked.any(axis=0), False]):
        if any_ink and first is None:
            first = x
        elif not any_ink and first is not None:
            rows = np.flatnonzero(inked[:, first:x].any(axis=1))
            heights.append(int(rows[-1] - rows[0] + 1))
            first = None
    return heights


def digit_height(pixels):
    """How tall the ink of a digit is in a type size."""
    return letter_metrics(round(pixels)).tightBoundingRect("8").height()


@pytest.mark.parametrize(
    "size", [(1024, 768), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_are_as_large_in_pixels_as_they_are_said_to_be(hands, size, language):
    """Digits on the steps, at the plot's ticks and in its read-out, measured in the picture."""
    height = size[1]
    hands.window.appearance.choose(language, "dark")
    floor = in_hall(hands, size).floor
    hands.do(intents.Seek(hands.resolved.stage.storyboard.channel_time(1)))
    hands.wait_until_idle()
    least = digit_height(height / 38) - 1.5
    steps, plot = floor.steps, hands.window.plot
    picture = steps.grab().toImage()
    track, _ = steps.tracks()
    place = steps.texts().index("4")
    left, right = (round(edge) for edge in track.edges[place : place + 2])
    row = QRect(left + 4, round(steps._sizes.label * 0.35) + 4, right - left - 10, 0)
    row.setHeight(round(steps._sizes.label * 1.5) - 8)
    assert max(ink_heights(picture, row)) >= least
    image = plot.plot.grab().toImage()
    axis = plot.plot.getPlotItem().getAxis("bottom")
    ticks = axis.mapRectToScene(axis.boundingRect()).toAlignedRect()
    ticks = QRect(image.width() * 3 // 4, ticks.top() + 5, image.width() // 4, 0)
    ticks.setBottom(image.height() - 1)
    found = ink_heights(image, ticks)
    assert len(found) >= 3 and min(found[-3:]) >= least, found  # 192, none of it cut
    assert image.width() - 1 not in inked_columns(image, ticks)
    readout = plot.readout.grab().toImage()
    assert max(ink_heights(readout, readout.rect())) >= least


def inked_columns(image, box):
    ground = image.pixelColor(box.left(), box.bottom() - 1).lightness()
    rows = range(box.top(), box.bottom() + 1)
    return {
        x
        for x in range(box.left(), box.right() + 1)
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in rows)
    }


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [150, 200])
def test_larger_letters_are_larger_in_the_hall_too(hands, size, language, percent):
    height = size[1]
    hands.window.appearance.choose(language, "dark")
    full_screen = in_hall(hands, size)
    before = full_screen.floor.steps._sizes.label
    hands.do(intents.SetPreference("text_size", percent))  # while it is on
    hands.window.resize(*size)
    hands.wait_until_idle()
    floor = full_screen.floor
    sizes, steps = floor.steps._sizes, floor.steps
    assert sizes.label >= (1.2 if percent == 150 else 1.45) * before
    assert (hands.window.width(), hands.window.height()) == size
    assert hands.window.stage.height() >= 0.5 * height
    board = hands.resolved.stage.storyboard
    track, _ = steps.tracks()
    said = steps.texts()[:-1]
    for phase in ("lift", "bias", "relu", "land"):
        assert words.text(f"playback.label.{phase}") in said
    for index, text in enumerate(said):
        room = track.edges[index + 1] - track.edges[index]
        assert text_width(text, sizes.label, SEMIBOLD) <= room, text
    for moment in (0.0, *(beat.end for beat in board.beats[:14])):
        hands.do(intents.Seek(moment))
        paragraph = floor.caption.paragraph()
        line = floor.caption.figures_size() * LEADING * 1.2 if floor.caption._figures else 0
        assert paragraph.height + line <= floor.caption.height()
        assert all(label.points >= sizes.label for label in hands.scene.labels)
    strike(hands, "F11")
    hands.do(intents.SetPreference("text_size", 100))


@pytest.mark.parametrize("height", [640, 768, 1080])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_sentence_is_not_cut(hands, language, height):
    hands.window.appearance.choose(language, "dark")
    now = resolved(
        network(Conv2d(192, (11, 11), padding=(5, 5)), 1024, 3), filter=100, row=1, column=1
    )
    asking = resolved(
        network(Conv2d(192, (3, 3), padding=(1, 1)), 12, 128), row=1, column=1, reader=(111, 111)
    )
    caption = FullScreenCaption()
    caption.fit(FullScreenSizes(height))
    caption.resize(round(height * 4 / 3 * 0.58), caption.height())
    for told in (now, asking, without_convolution()):
        moments = times(now, 40) if told is now else [0.0]
        for moment in moments:
            caption.apply(told, at(moment))
            paragraph = caption.paragraph()
            line = caption.figures_size() * LEADING * 1.2 if caption._figures else 0
            assert paragraph.height + line <= caption.height(), caption.text()
            assert paragraph.pixels >= height / 30


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_language_and_theme_are_changed_in_the_hall(hands, theme, language):
    full_screen = in_hall(hands)
    hands.do(intents.Seek(LIFT + 0.5))
    hands.window.appearance.choose(language, theme)
    hands.wait_until_idle()
    floor = full_screen.floor
    now = hands.resolved
    assert floor.caption.text().startswith(words.plain(full_screen_sentence(now, hands.playback)))
    ground = floor.grab().toImage().pixelColor(2, 2).lightness()
    assert (ground > 128) is (theme == "light")
    assert floor.steps.texts()[0] == words.text("playback.label.lift")


# ---- the clicker ---------------------------------------------------------------------------------
def test_a_clicker_leads_through_the_hall(hands):
    hands.do(intents.Seek(5.0))
    hands.press(Key.Key_F5)  # what clickers send to start
    assert hands.window.isFullScreen() and hands.playback.time == 0.0
    strike(hands, "PgDown")
    strike(hands, "PgDown")
    assert hands.playback.time == LIFT
    strike(hands, "PgUp")
    assert hands.playback.time == 0.0
    hands.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert not hands.window.isFullScreen()
    strike(hands, "Shift+F5")  # from here, as in slide shows
    assert hands.window.isFullScreen()
    hands.press(Key.Key_Escape)
    assert not hands.window.isFullScreen()


@pytest.mark.parametrize("key", ["PgDown", "PgUp", "Space", ".", "B", "Right", "F11", "Esc"])
def test_the_first_key_only_ends_the_black(hands, key):
    full_screen = in_hall(hands)
    hands.do(intents.Seek(LIFT))
    hands.press(Key.Key_Space)
    strike(hands, ".")
    assert black(hands) and not hands.playback.playing  # nothing runs behind it
    now = hands.playback
    picture = hands.window.grab().toImage()
    assert picture.pixelColor(30, 30).value() == picture.pixelColor(1800, 1060).value() == 0
    hands.press(Key.Key_Shift)
    assert black(hands)
    strike(hands, key)
    assert not black(hands) and hands.playback == now and full_screen.on
    assert hands.window.stage.hasFocus()
    strike(hands, "PgDown")
    assert hands.playback.playing


def test_a_hangul_key_ends_the_black_too(hands):
    in_hall(hands)
    hands.jamo("ㅠ")
    assert black(hands)
    hands.jamo("ㅠ")
    assert not black(hands)


# ---- leaving -------------------------------------------------------------------------------------
@pytest.mark.parametrize("key", ["F11", "Esc"])
def test_the_window_comes_back_as_it_was(hands, key):
    window = hands.window
    window.docks.show("cell")
    window.docks._cell.setSizes([260, 120])
    window.docks.all["counts"].hide()
    window.legend.hide()
    field = hands.field("filters")
    hands.run(0.02)

    def layout():
        docks = {name: dock.geometry() for name, dock in window.docks.all.items()}
        return (
            window.size(),
            window.windowState(),
            docks,
            window.plot.geometry(),
            window.stage.geometry(),
            window.legend.isVisible(),
            window.caption.isVisible(),
        )

    before = layout()
    in_hall(hands, (1920, 1080))
    assert window.stage.hasFocus()
    strike(hands, key)
    hands.until(lambda: window.size() == before[0])
    hands.run(0.05)
    assert layout() == before
    assert field.hasFocus()
    window.legend.show()


def test_a_maximised_window_is_maximised_again(hands):
    window = hands.window
    window.showMaximized()
    hands.run(0.02)
    in_hall(hands)
    hands.press(Key.Key_Escape)
    assert window.isMaximized() and not window.isFullScreen()
    window.showNormal()


def test_the_plot_has_its_usual_type_again(hands):
    plot = hands.window.plot
    usual = plot.readout.height()
    in_hall(hands)
    assert plot.readout.height() > 1.4 * usual
    hands.press(Key.Key_F11)
    assert plot.readout.height() == usual
    assert plot.maximumHeight() > 10_000


# ---- the pointer ---------------------------------------------------------------------------------
def move(hands, x, y):
    QTest.mouseMove(hands.window.windowHandle(), QPoint(x, y))


def test_the_laser_pointer_follows_at_no_cost_for_the_stage(hands):
    full_screen = in_hall(hands)
    strike(hands, "P")
    assert full_screen.pointing
    hands.run(0.05)
    frames = []
    hands.window.stage.painted.connect(lambda: frames.append(1))
    pointer = full_screen._pointer
    for step in range(20):
        move(hands, 300 + 40 * step, 200 + 20 * step)
        hands.run(0.01)
    hands.until(lambda: not pointer.moving)
    assert not frames
    place = QPointF(300 + 40 * 19, 200 + 20 * 19)
    assert QPointF(pointer.geometry().center()).toPoint() in (
        place.toPoint(),
        place.toPoint() - QPoint(1, 1),
        place.toPoint() - QPoint(0, 1),
        place.toPoint() - QPoint(1, 0),
    )
    assert pointer.width() < 90  # so that little else is painted
    glow = pointer.grab().toImage().pixelColor(pointer.rect().center())
    assert glow.red() > 200
    assert hands.window.cursor().shape() is Qt.CursorShape.BlankCursor
    strike(hands, "F8")
    assert not full_screen.pointing and not pointer.isVisible()
    assert hands.window.cursor().shape() is not Qt.CursorShape.BlankCursor


def test_the_pointer_lets_clicks_through(hands):
    in_hall(hands)
    strike(hands, "P")
    place = hands.place("output", 3, 4)
    move(hands, place.x(), place.y())
    hands.run(0.2)
    QTest.mouseClick(
        hands.window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        hands.view.mapTo(hands.window, place),
    )
    assert (hands.controller.selection.row, hands.controller.selection.column) == (3, 4)


def test_a_resting_cursor_hides_in_the_hall_only(hands, monkeypatch):
    full_screen = in_hall(hands)
    full_screen._resting.setInterval(30)
    move(hands, 400, 300)
    hands.until(lambda: hands.window.cursor().shape() is Qt.CursorShape.BlankCursor)
    move(hands, 420, 300)
    assert hands.window.cursor().shape() is not Qt.CursorShape.BlankCursor
    full_screen._resting.setInterval(hall_module.CURSOR_MS)
    hands.press(Key.Key_Escape)
    hands.run(0.06)
    assert hands.window.cursor().shape() is not Qt.CursorShape.BlankCursor


# ---- screens -------------------------------------------------------------------------------------
def test_with_one_screen_the_move_is_grey_and_says_why(hands):
    action = hands.window.actions_by_id["next-screen"]
    assert len(QGuiApplication.screens()) == 1
    assert not action.isEnabled()
    assert words.text("action.next-screen.why") in action.toolTip()
    before = hands.window.geometry()
    strike(hands, "Shift+F11")
    assert hands.window.geometry() == before and QApplication.activeModalWidget() is None


def test_every_key_of_the_hall_is_one_that_no_input_method_swallows():
    keys = {spec.id: spec.keys for spec in ACTIONS if spec.menu == "window"}
    for id in ("full-screen", "present", "blank", "pointer", "next-screen"):
        assert any(len(key) > 1 or not key.isalpha() for key in keys[id]), id
