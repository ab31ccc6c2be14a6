"""The keyboard and a clicker: everywhere, in every language, whatever has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from convviz.app.fullscreen.blank_screen import Blank
from convviz.app.window.action_table import ACTIONS, JAMO
from convviz.scene.themes import THEMES
from convviz.scene.timeline import CHANNEL, LIFT, Phase
from convviz.state import intents

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

LETTERS = {
    spec.id: next(key for key in spec.keys if len(key) == 1 and key.isalpha())
    for spec in ACTIONS
    if any(len(key) == 1 and key.isalpha() for key in spec.keys)
}
TWINS = {spec.id: spec.keys for spec in ACTIONS if spec.id in LETTERS}


def blank(hands):
    """Whether the screen is blanked."""
    covers = hands.window.findChildren(Blank)
    return any(cover.isVisible() for cover in covers)


def pointing(hands):
    """Whether the laser pointer is lit."""
    return hands.window.full_screen.pointing


def state(hands):
    """All that a letter can change."""
    settings = hands.resolved.settings
    return (hands.controller.view, settings.theme, settings.language, blank(hands), pointing(hands))


def strike(hands, name):
    """Press a key by its portable name."""
    together = QKeySequence(name)[0]
    hands.press(together.key(), together.keyboardModifiers())


# ---- stepping the story --------------------------------------------------------------------------
@pytest.mark.parametrize("focus", ["stage", "field"])
def test_a_clicker_steps_whatever_has_the_focus(hands, focus):
    field = hands.field("filters")
    if focus == "stage":
        hands.press(Key.Key_Escape)
    hands.press(Key.Key_PageDown)
    assert hands.playback.playing and hands.playback.until == LIFT
    hands.press(Key.Key_PageDown)  # again, before its end: at its end at once
    assert hands.playback.time == LIFT and not hands.playback.playing
    hands.press(Key.Key_PageDown)
    hands.press(Key.Key_PageDown)
    assert hands.playback.time == pytest.approx(LIFT + CHANNEL)
    hands.press(Key.Key_PageUp)
    assert hands.playback.time == LIFT
    hands.press(Key.Key_PageUp)
    assert hands.playback.time == 0.0
    assert field.text() == "16"


def test_a_step_plays_to_its_end_and_stops(hands):
    hands.do(intents.SetSpeed(32.0))
    hands.press(Key.Key_PageDown)
    hands.until(lambda: not hands.playback.playing)
    assert hands.playback.time == LIFT


def test_the_arrows_still_step_after_a_clicker_hid_the_field(hands):
    hands.field("filters")
    hands.press(Key.Key_PageDown)  # brings the cell's panel forward, over the field
    hands.run(0.01)
    hands.press(Key.Key_PageDown)
    now = hands.playback.time
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Right)
    assert hands.playback.time > now


@pytest.mark.parametrize("name", ["cost-macs", "field-filters", "arithmetic-copy", "chain-list"])
def test_space_plays_whatever_has_the_focus(hands, name):
    widget = hands.find(name)
    for dock in hands.window.docks.all.values():
        if dock.isAncestorOf(widget):
            dock.raise_()
    hands.until(widget.isVisible)
    widget.setFocus()
    hands.until(widget.hasFocus)
    before = hands.resolved.document, getattr(widget, "isChecked", bool)()
    hands.press(Key.Key_Space)
    assert hands.playback.playing
    hands.press(Key.Key_Space)
    assert not hands.playback.playing
    assert (hands.resolved.document, getattr(widget, "isChecked", bool)()) == before


def test_arrows_step_by_span_channel_position_and_filter(hands):
    board = hands.resolved.stage.storyboard

    def at(*keys):
        for key in keys:
            strike(hands, key)
        assert not hands.playback.playing
        return pytest.approx(hands.playback.time)

    assert at("Right", "Right") == LIFT
    assert at("Alt+Right") == board.channel_time(1)
    assert at("Alt+Right", "Alt+Right") == board.channel_time(3)
    assert at("Alt+Left") == board.channel_time(2)
    assert at("Left") == board.channel_time(1)
    assert at("Shift+Right") == board.cell_end
    filling = board.first_of(Phase.MAP)
    assert at("Shift+Right") == filling.start + filling.duration / board.positions
    assert at("Shift+Left", "Shift+Left") == 0.0
    ends = [beat.end for beat in board.beats if beat.phase in (Phase.MAP, Phase.FILTER)]
    assert at("Down") == ends[0] and at("Down", "Down") == ends[2]
    assert at("Up") == ends[1]
    assert at("End") == board.duration == at("Right")
    assert at("Home") == 0.0 == at("Left")


def test_channel_by_channel_shows_every_channel(hands):
    hands.do(intents.Seek(LIFT))
    for channel in range(1, 193):
        if channel < 12:
            strike(hands, "Alt+Right")
        else:
            hands.do(intents.Step("channel", 1))
        assert round(hands.resolved.stage.storyboard.summed_at(hands.playback.time), 6) == channel
    assert hands.window.plot.place() == pytest.approx(192.0)


def test_speed_keys(hands):
    def speed(*keys):
        for key in keys:
            strike(hands, key)
        return hands.playback.speed

    assert speed("]") == 2.0 and speed("Ctrl+]") == 4.0
    assert speed("[") == 2.0 and speed("Ctrl+[", "Ctrl+[") == 0.5
    assert speed(*["]"] * 12) == 32.0 and speed(*["["] * 12) == 0.1


# ---- blank, full screen --------------------------------------------------------------------------
@pytest.mark.parametrize("key", [".", "B"])
def test_a_clicker_blanks_the_screen_and_esc_returns(hands, key):
    field = hands.field("filters")
    hands.press(Key.Key_Escape)
    strike(hands, key)
    assert blank(hands)
    hands.press("3")
    assert field.text() == "16"  # not into a field that is not seen
    hands.press(Key.Key_Escape)
    assert not blank(hands) and hands.window.stage.hasFocus()
    strike(hands, key)
    strike(hands, key)
    assert not blank(hands)


@pytest.mark.parametrize("key", [".", "B"])
def test_in_a_field_a_clickers_letters_are_typed(hands, key):
    field = hands.field("filters")
    strike(hands, key)
    assert not blank(hands) and field.text().upper() == key
    hands.press(Key.Key_Escape)
    assert field.text() == "16"


def test_a_blank_screen_covers_the_window_as_it_grows(hands):
    strike(hands, ".")
    hands.window.resize(1100, 720)
    hands.run(0.01)
    cover = next(cover for cover in hands.window.findChildren(Blank) if cover.isVisible())
    assert cover.geometry() == hands.window.rect()
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton)
    assert not blank(hands)


@pytest.mark.parametrize("focus", ["stage", "field"])
def test_full_screen_shows_stage_plot_and_captions_only(hands, focus):
    window = hands.window
    bars = (window.menuBar(), window.statusBar(), window.strip, window.legend, window.transport)
    parts = (*bars, window.caption)
    hands.field("filters")
    if focus == "stage":
        hands.press(Key.Key_Escape)
    hands.press(Key.Key_F11)
    hands.until(lambda: window.isFullScreen() and window.plot.isVisible())
    hidden = (*parts, window.editor, window.costs, window.arithmetic)
    assert not any(part.isVisible() for part in hidden)
    assert window.stage.isVisible() and window.full_screen.floor.caption.isVisible()
    assert window.stage.hasFocus()
    hands.press(Key.Key_Right)
    assert hands.playback.playing
    hands.press(Key.Key_F11)
    hands.until(lambda: not window.isFullScreen() and window.editor.isVisible())
    assert all(part.isVisible() for part in (*parts, window.costs))
    hands.press(Key.Key_F11)
    hands.press(Key.Key_Escape)
    hands.until(lambda: not window.isFullScreen())
    assert window.transport.isVisible()


def test_esc_ends_the_blank_before_full_screen(hands):
    hands.press(Key.Key_F11)
    strike(hands, ".")
    hands.press(Key.Key_Escape)
    assert not blank(hands) and hands.window.full_screen.on
    hands.press(Key.Key_Escape)
    assert not hands.window.full_screen.on


# ---- letters, their twins, and what a Hangul keyboard makes of them ------------------------------
def test_every_letter_has_a_twin_and_a_jamo():
    for action, letter in LETTERS.items():
        others = [key for key in TWINS[action] if not (len(key) == 1 and key.isalpha())]
        assert others, action
        assert letter in JAMO.values(), action


@pytest.mark.parametrize("action", LETTERS)
def test_letter_twin_and_jamo_do_the_same(hands, action):
    if action == "view-reset":
        hands.do(intents.Orbit(10.0, 5.0))
    before = state(hands)
    jamo = next(text for text, letter in JAMO.items() if letter == LETTERS[action])
    ways = [lambda key=key: strike(hands, key) for key in TWINS[action]]
    ways += [lambda: hands.jamo(jamo), lambda: hands.jamo(jamo, ord(jamo))]
    after = None
    for way in ways:
        way()
        assert state(hands) != before
        after = after or state(hands)
        assert state(hands) == after
        if action == "view-reset":
            hands.do(intents.Orbit(10.0, 5.0))
        else:
            for _ in range(len(THEMES) - 1 if action == "theme" else 1):
                way()
        assert state(hands) == before


def test_jamo_are_letters_of_a_name_where_one_is_typed(hands):
    hands.window.docks.show("editor")
    chain = hands.find("chain-list")
    chain.setFocus()
    hands.press(Key.Key_F2)
    for text in "병목":
        hands.jamo(text)
    for text in "ㅠㅅ":  # B and T elsewhere
        hands.jamo(text)
    assert not blank(hands) and hands.resolved.settings.theme == "dark"
    hands.press(Key.Key_Return)
    hands.until(lambda: hands.resolved.document.network.node("conv1").name == "병목ㅠㅅ")


# ---- the sheet -----------------------------------------------------------------------------------
def test_the_sheet_names_every_shortcut(hands):
    hands.press(Key.Key_F1)
    sheet = hands.find("keys", QDialog)
    hands.until(sheet.isVisible)
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    for spec in ACTIONS:
        if spec.keys:
            assert hands.window.actions_by_id[spec.id].text() in texts, spec.id
    QTest.keyClick(sheet, Key.Key_Escape)
    hands.until(lambda: QApplication.activeModalWidget() is None)
    hands.activate()
    hands.press(Key.Key_Right)
    assert hands.playback.playing
