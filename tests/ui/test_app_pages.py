"""The shell's pages: command palette, shortcut sheet, settings, About, and the start page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel
from shiboken6 import isValid

from convviz import words
from convviz.app import preferences
from convviz.app.dialogs.about import PARTS, AboutDialog, licence_text
from convviz.app.dialogs.command_palette import ROW
from convviz.app.dialogs.settings import GROUPS, Scale, SettingsDialog
from convviz.app.dialogs.shortcut_sheet import COLUMNS, ShortcutSheet
from convviz.app.dialogs.start_page import thumbnail
from convviz.app.language import in_every_language
from convviz.app.window.action_ids import ActionId
from convviz.app.window.action_table import ACTIONS
from convviz.model.documents import DEFAULT_DOCUMENT, DOCUMENTS
from convviz.panels.painting.key_caps import KeyCaps, chord
from convviz.resources import resource
from convviz.scene.themes import PALETTES, THEMES
from convviz.state import intents
from convviz.state.settings import Settings

from .test_app_words import too_narrow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


# ---- the command palette -------------------------------------------------------------------------
@pytest.fixture
def palette(hands):
    hands.press(Key.Key_K, CTRL)
    hands.until(lambda: hands.find("commands").isVisible())
    yield hands.find("commands")
    if hands.find("commands").isVisible():
        hands.press(Key.Key_Escape)


def shown(palette):
    """The commands listed, with their reasons."""
    model = palette.list.model()
    return [model.index(row).data(ROW)[0] for row in range(model.rowCount())]


def test_the_palette_lists_every_action_and_layer(hands, palette):
    names = [command.name for command in shown(palette)]
    for spec in ACTIONS:
        if spec.id != "commands":
            assert words.text(f"action.{spec.id}").rstrip("…") in names
    for node in hands.resolved.document.network.nodes:
        assert words.text("commands.layer", name=node.name) in names


def test_a_command_is_typed_and_run(hands, palette):
    hands.type("orthogr")
    assert shown(palette)[0].name == words.text("action.orthographic")
    assert not hands.controller.view.orthographic
    hands.press(Key.Key_Return)
    assert hands.controller.view.orthographic
    assert not palette.isVisible() and hands.window.stage.hasFocus()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_command_is_found_by_its_name_in_the_other_language(hands, language):
    hands.do(intents.SetPreference("language", language))
    hands.press(Key.Key_K, CTRL)
    palette = hands.find("commands")
    for typed in in_every_language("action.undo"):
        palette.search.setText(typed)
        assert shown(palette)[0].name == words.text("action.undo"), typed
    hands.press(Key.Key_Escape)
    assert not palette.isVisible()


def test_a_layer_and_a_document_are_opened_by_name(hands, palette):
    hands.type("conv2")
    hands.press(Key.Key_Return)
    assert hands.resolved.document.selected == "conv2"
    hands.press(Key.Key_K, CTRL)
    hands.type("sepia")
    hands.press(Key.Key_Return)
    assert hands.resolved.document.id == "colour-mixing-sepia"


def test_a_greyed_command_says_why_and_does_nothing(hands, palette):
    hands.type("redo")
    command = shown(palette)[0]
    assert command.reason == words.text("reason.redo")
    hands.press(Key.Key_Return)
    assert palette.isVisible()


def test_the_palette_keeps_its_keys(hands, palette):
    before = hands.playback
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_PageDown, Key.Key_Up, Key.Key_PageUp):
        hands.press(key)
    assert palette.list.currentIndex().row() == 1
    hands.press(Key.Key_PageUp)
    assert palette.list.currentIndex().row() == 0
    hands.press(Key.Key_Space)
    assert palette.search.text() == " " and hands.playback == before
    hands.type("no such thing")
    assert palette.none.isVisible() and not palette.list.isVisible()


def test_the_palette_fits_a_small_window(hands, palette):
    hands.window.resize(1024, 640)
    hands.run(0.02)
    assert hands.window.rect().contains(palette.geometry())


# ---- the shortcut sheet --------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_the_sheet_shows_every_key_and_fits(hands, language, size):
    hands.window.resize(*size)
    hands.do(intents.SetPreference("language", language))
    hands.press(Key.Key_F1)
    sheet = hands.find("keys", ShortcutSheet)
    hands.until(sheet.isVisible)
    caps = {caps.accessibleName() for caps in sheet.findChildren(KeyCaps)}
    for spec in ACTIONS:
        if spec.keys:
            assert ", ".join(" ".join(chord(key)) for key in spec.keys) in caps
    assert sheet.width() <= size[0] and sheet.height() <= size[1]
    bar = sheet.area.horizontalScrollBar()
    assert bar.maximum() == 0  # it scrolls downwards only
    sheet.close()


def test_every_menu_has_its_place_on_the_sheet():
    placed = {group for column in COLUMNS for group in column}
    assert placed >= {spec.menu for spec in ACTIONS if spec.keys}


@pytest.mark.parametrize(
    ("sequence", "caps"), [("Ctrl++", ("Ctrl", "+")), ("+", ("+",)), ("Shift+Left", ("Shift", "←"))]
)
def test_a_key_sequence_as_caps(sequence, caps):
    assert chord(sequence) == caps


# ---- settings ------------------------------------------------------------------------------------
@pytest.fixture
def settings(hands):
    hands.press(Key.Key_Comma, CTRL)
    dialog = hands.find("settings", SettingsDialog)
    hands.until(dialog.isVisible)
    yield dialog
    if isValid(dialog):  # not closed by the test
        dialog.restore_defaults()
        dialog.close()
    hands.window.appearance.choose("en", "dark")
    preferences.set_software_opengl(False)


def test_every_setting_counts_at_once_and_is_remembered(hands, settings):
    fields = settings.fields
    fields["text_size"].slider.setValue(2)
    fields["pace"].slider.setValue(4)
    for name in ("reduced_motion", "start_page", "software"):
        fields[name].click()
    box = fields["language"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(2)
    box.activated.emit(2)
    now = hands.resolved.settings
    assert (now.text_size, now.pace, now.language) == (125, 2.0, "ko")
    assert (now.reduced_motion, now.start_page) == (False, False)  # the fixture's is True
    assert hands.playback.speed == 2.0
    assert preferences.software_opengl()
    kept = preferences.load()
    assert (kept.text_size, kept.pace, kept.start_page) == (125, 2.0, False)
    assert settings.windowTitle() == words.text("settings.title") != "Settings"


def test_defaults_take_everything_back(hands, settings):
    settings.fields["text_size"].slider.setValue(5)
    settings.fields["start_page"].click()
    settings.fields["software"].click()
    settings.restore_defaults()
    now, default = hands.resolved.settings, Settings()
    for name in ("text_size", "pace", "start_page", "reduced_motion", "theme_choice"):
        assert getattr(now, name) == getattr(default, name)
    assert not preferences.software_opengl()
    assert not settings.fields["software"].isChecked()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_changes_made_here_are_undone_and_esc_keeps_them(hands, language):
    hands.window.appearance.choose(language, "dark")
    before = hands.resolved.settings
    hands.press(Key.Key_Comma, CTRL)
    dialog = hands.find("settings", SettingsDialog)
    assert not dialog.undo.isEnabled()
    dialog.fields["software"].click()
    assert dialog.undo.isEnabled()
    dialog.fields["software"].click()
    assert not dialog.undo.isEnabled()
    dialog.fields["text_size"].slider.setValue(5)
    dialog.fields["theme"].activated.emit(2)
    dialog.fields["language"].activated.emit(2 if language == "en" else 1)
    assert hands.resolved.settings != before and dialog.undo.isEnabled()
    hands.run(0.02)
    told = {words.text(key) for key in ("settings.defaults", "settings.undo", "keys.close")}
    assert {button.text() for button in dialog.buttons.buttons()} == told
    narrow = [button.text() for button in dialog.buttons.buttons() if too_narrow(button)]
    assert not narrow
    QTest.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert hands.resolved.settings == before == preferences.load()
    dialog.fields["text_size"].slider.setValue(2)
    QTest.keyClick(dialog, Key.Key_Escape)
    assert hands.resolved.settings.text_size == 125 == preferences.load().text_size
    hands.do(intents.SetPreference("text_size", 100))
    hands.window.appearance.choose("en", "dark")


def test_the_palette_colours_stage_strip_and_legend(hands, settings):
    window, box = hands.window, settings.fields["palette"]
    parts = (window.stage, window.strip, window.legend)
    before = [part.grab().toImage() for part in parts]
    for place in (1, 2):
        box.setCurrentIndex(place)
        box.activated.emit(place)
        hands.wait_until_idle()
        after = [part.grab().toImage() for part in parts]
        assert all(new != old for new, old in zip(after, before, strict=True))
        before = after
    assert preferences.load().palette == hands.resolved.settings.palette == PALETTES[2]
    settings.restore_defaults()
    assert hands.resolved.settings.palette == PALETTES[0]


def test_every_setting_is_named_and_reached_by_keyboard(hands, settings):
    for _, group in GROUPS:
        for setting in group:
            field = settings.fields[setting.name]
            asker = field.slider if isinstance(field, Scale) else field
            assert asker.accessibleName() == words.text(setting.text)
            assert asker.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_esc_closes_the_settings(hands, settings):
    QTest.keyClick(settings, Key.Key_Escape)
    hands.until(lambda: QApplication.activeModalWidget() is None)


def test_a_damaged_size_or_pace_is_the_default(app):
    kept = preferences.store()
    kept.setValue("text_size", "huge")
    kept.setValue("pace", 77)
    kept.sync()
    assert (preferences.load().text_size, preferences.load().pace) == (100, 1.0)


# ---- About ---------------------------------------------------------------------------------------
def test_about_shows_every_licence(hands):
    hands.window.act(ActionId.ABOUT)
    about = hands.find("about", AboutDialog)
    for row, part in enumerate(PARTS):
        about.parts.setCurrentRow(row)
        assert about.text.toPlainText().strip() == licence_text(part).strip()
        assert len(about.text.toPlainText()) > 200, part.name
    texts = " ".join(label.text() for label in about.findChildren(QLabel))
    assert "0.1.0" in texts
    about.close()


def test_our_own_licence_is_the_one_of_the_repository():
    own = resource("..", "LICENSE")
    assert resource("licences", "convviz.txt").read_text() == own.read_text()


# ---- the start page ------------------------------------------------------------------------------
@pytest.fixture
def start(hands):
    hands.window.start.show_start()
    hands.run(0.01)
    return hands.find("start")


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_one_key_from_the_start_page_to_the_running_sum(hands, start, key):
    hands.press(key)
    hands.until(lambda: hands.playback.playing)
    assert hands.resolved.document.id == DEFAULT_DOCUMENT
    assert hands.resolved.stage.layer.kernel == (1, 1)
    assert not start.isVisible() and hands.window.stage.hasFocus()


def test_one_key_plays_another_document_too(hands, start):
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Space)
    hands.until(lambda: hands.playback.playing)
    assert hands.resolved.document.id == list(DOCUMENTS)[2]
    hands.press(Key.Key_Space)


def test_a_clicker_leaves_the_start_page(hands, start):
    hands.press(Key.Key_PageDown)
    assert not start.isVisible() and hands.playback.playing


def test_esc_goes_to_the_stage_at_rest(hands, start):
    hands.press(Key.Key_Escape)
    assert not start.isVisible() and not hands.playback.playing
    assert hands.window.stage.hasFocus()


def test_the_keyboard_stays_on_the_start_page(hands, start):
    seen = set()
    for _ in range(20):
        hands.press(Key.Key_Tab)
        focus = hands.window.focusWidget()
        assert start.isAncestorOf(focus)
        seen.add(focus.objectName())
    assert seen >= {f"start-{document}" for document in DOCUMENTS} | {"start-skip", "start-again"}


def test_the_start_page_goes_on_with_the_last_document(hands):
    preferences.note_document("five-filters")
    hands.window.start.show_start()
    start = hands.find("start")
    assert start.resume.isVisible() and words.text("document.five-filters") in start.resume.text()
    start.resume.click()
    assert hands.resolved.document.id == "five-filters" and not hands.playback.playing
    preferences.note_document("no-such-document")
    hands.window.start.show_start()
    assert not start.resume.isVisible()


def test_the_start_page_is_skipped_for_good(hands, start):
    hands.click(start.show_again, start.show_again.rect().center())
    assert not preferences.load().start_page
    hands.do(intents.SetPreference("start_page", True))


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_start_page_fits(hands, size, language, text_size):
    hands.window.resize(*size)
    hands.do(
        intents.SetPreference("language", language), intents.SetPreference("text_size", text_size)
    )
    hands.window.start.show_start()
    hands.run(0.02)
    start = hands.find("start")
    for card in start.cards:
        place = card.mapTo(start, card.rect().center())
        assert 0 <= place.x() < start.width()
    if text_size == 100:
        assert start._area.verticalScrollBar().maximum() == 0
    assert start.geometry().top() == hands.window.menuBar().height()


def test_the_start_page_follows_language_and_theme(hands, start):
    english = start.cards[0].accessibleName()
    hands.press(Key.Key_F10)
    hands.press(Key.Key_F9)
    assert start.isVisible() and start.cards[0].accessibleName() != english


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_has_its_picture(qapp, document, theme):
    assert not thumbnail(document, theme).isNull()
    assert words.has(f"start.about.{document}")


def test_closing_on_the_start_page_forgets_no_document(open_window):
    preferences.note_document("seed-direct")
    opened = open_window("five-filters", size=(900, 600))
    opened.window.start.show_start()
    opened.window.close()
    assert preferences.last_document() == "seed-direct"


def test_dialogs_are_closed_with_their_window(hands):
    assert not hands.window.findChildren(QDialog)
