"""Pictures and clips out of the window: the dialogs, the clipboard, the files."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from convviz.app import clip_dialog
from convviz.app.clip_dialog import ClipDialog
from convviz.app.figures import Order
from convviz.app.picture_dialog import WHAT, PictureDialog
from convviz.state import intents as asked

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def exports(hands):
    return hands.window.deeds.exports


@pytest.fixture
def saved_as(monkeypatch, exports, tmp_path):
    """Whoever is asked where to says: here."""
    monkeypatch.setattr(exports, "ask", lambda form, title: tmp_path / f"made.{form}")
    return tmp_path


def dialog(hands, kind):
    hands.until(lambda: [d for d in hands.window.findChildren(kind) if d.isVisible()])
    return next(d for d in hands.window.findChildren(kind) if d.isVisible())


def push(found: QDialog, name: str) -> None:
    QTest.mouseClick(found.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def choose(box, value) -> None:
    values = [box.itemData(place) for place in range(box.count())]
    box.setCurrentIndex(values.index(value))


# ---- pictures --------------------------------------------------------------------------------
@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_everything_leaves_in_every_form(exports, what, form):
    data = exports.figure(what, Order(form, 900))
    if form == "png":
        image = QImage.fromData(data)
        assert image.width() == (1280 if what == "window" else 900)
        assert len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}) > 2
    elif form == "svg":
        root = ET.fromstring(data)
        assert [*root.iter("{http://www.w3.org/2000/svg}text")]
    else:
        assert data.startswith(b"%PDF-")


def test_the_picture_dialog_writes_what_was_chosen(hands, saved_as):
    hands.press(Qt.Key.Key_E, CTRL)
    found = dialog(hands, PictureDialog)
    choose(found.kind, "svg")
    assert not found.width_choice.isVisible()
    push(found, "export-write")
    assert (saved_as / "made.svg").read_bytes().startswith(b"<?xml")
    assert "made.svg" in hands.status
    assert not found.isVisible()


def test_a_picture_that_cannot_be_written_is_told_and_can_be_tried_again(
    hands, exports, monkeypatch, tmp_path
):
    monkeypatch.setattr(exports, "ask", lambda form, title: tmp_path / "nowhere" / "made.png")
    exports.picture()
    found = dialog(hands, PictureDialog)
    push(found, "export-write")
    assert found.isVisible() and "made.png" in hands.status
    found.reject()


def test_the_stage_is_copied_by_keys(hands):
    QGuiApplication.clipboard().clear()
    hands.press(Qt.Key.Key_C, CTRL | ALT)
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1920 and image.height() > 400


# ---- clips -----------------------------------------------------------------------------------
def part_of_the_story(found: ClipDialog, seconds: float) -> None:
    choose(found.span, "part")
    found.start.setValue(3.0)
    found.end.setValue(3.0 + seconds)
    choose(found.size_choice, (640, 360))
    choose(found.rate, 10)


def test_the_clip_dialog_makes_a_clip_while_the_window_lives_on(hands, saved_as):
    hands.do(asked.SelectCell(filter=2, row=9, column=9))
    hands.press(Qt.Key.Key_E, CTRL | SHIFT)
    found = dialog(hands, ClipDialog)
    part_of_the_story(found, 0.5)
    choose(found.language, "ko")
    assert found.take.count == 6 and "6" in found.note.text()
    push(found, "export-write")
    assert not found.write.isEnabled() and found.bar.isVisible()
    hands.until(lambda: (saved_as / "made.gif").exists())
    with Image.open(saved_as / "made.gif") as made:
        assert made.size == (640, 360) and made.n_frames == 6
    hands.until(lambda: "made.gif" in hands.status)
    assert [path.name for path in saved_as.iterdir()] == ["made.gif"]


def test_cancelling_leaves_nothing(hands, exports, saved_as):
    exports.clip()
    found = dialog(hands, ClipDialog)
    part_of_the_story(found, 20.0)
    push(found, "export-write")
    hands.until(lambda: found.bar.value() > 1)
    process = found.process
    found.reject()
    assert not process.running and found.isVisible() and found.write.isEnabled()
    assert list(saved_as.iterdir()) == []
    found.reject()
    assert not found.isVisible()


def test_what_goes_wrong_is_told_in_the_dialog(hands, exports, monkeypatch, tmp_path):
    monkeypatch.setattr(exports, "ask", lambda form, title: tmp_path / "nowhere" / "made.gif")
    exports.clip()
    found = dialog(hands, ClipDialog)
    part_of_the_story(found, 0.1)
    push(found, "export-write")
    hands.until(lambda: "made.gif" in found.note.text())
    assert found.write.isEnabled() and found.note.property("look") == "error"
    found.reject()


def test_without_ffmpeg_the_dialog_says_how_to_get_it(hands, exports, monkeypatch):
    monkeypatch.setattr(clip_dialog, "ffmpeg", lambda: None)
    exports.clip()
    found = dialog(hands, ClipDialog)
    choose(found.kind, "mp4")
    assert not found.write.isEnabled() and "convviz[video]" in found.note.text()
    choose(found.kind, "webp")
    assert found.write.isEnabled()
    found.reject()


def test_a_clip_ends_after_it_starts(hands, exports):
    exports.clip()
    found = dialog(hands, ClipDialog)
    choose(found.span, "part")
    found.start.setValue(5.0)
    found.end.setValue(5.0)
    assert not found.write.isEnabled()
    found.reject()
