"""Pictures and clips out of the window: the dialogs, the clipboard, the files."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from shiboken6 import isValid

from convviz.app.exports import clip_dialog
from convviz.app.exports.clip_dialog import ClipDialog
from convviz.app.exports.figures import FORMS, Order
from convviz.app.exports.picture_dialog import WHAT, PictureDialog
from convviz.state import intents
from tests.golden.kept import pixels

SVG = "http://www.w3.org/2000/svg"
SMOOTH = Qt.TransformationMode.SmoothTransformation
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def exports(hands):
    return hands.window.exports.pictures


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
def made(hands, job):
    """What is made, with the reason where it is not."""
    reasons = []
    job.ended.connect(reasons.append)
    job.start()
    hands.until(lambda: reasons)
    return reasons[0]


# The window is a picture of the screen; only the command line makes more of it.
EVERYTHING = [(what, form) for what in WHAT for form in FORMS if what != "window" or form == "png"]


@pytest.mark.parametrize(("what", "form"), EVERYTHING)
def test_everything_leaves_in_every_form(hands, exports, tmp_path, what, form):
    path = tmp_path / f"made.{form}"
    assert made(hands, exports.job(hands.window, what, Order(form, 900), path)) == ""
    if form == "png":
        image = QImage(str(path))
        assert image.width() == (1280 if what == "window" else 900)
        assert len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}) > 2
    elif form == "svg":
        root = ET.fromstring(path.read_bytes())
        assert [*root.iter("{http://www.w3.org/2000/svg}text")]
    else:
        assert path.read_bytes().startswith(b"%PDF-")
    assert [*tmp_path.iterdir()] == [path]


def test_a_figure_of_a_process_is_laid_out_as_on_the_screen(hands, exports, tmp_path):
    """The still picture is as wide, and says the same in the same size, as the stage."""
    hands.do(intents.SetPreference("text_size", 125), intents.Seek(5.0))
    hands.do(intents.Orbit(20.0, -5.0))
    hands.wait_until_idle()
    hands.run(0.2)  # everything has its new size
    view = hands.window.stage.view
    path = tmp_path / "made.svg"
    assert made(hands, exports.job(hands.window, "stage", Order("svg", 1920), path)) == ""
    root = ET.fromstring(path.read_bytes())
    assert (float(root.get("width")), float(root.get("height"))) == (view.width(), view.height())
    words_seen = {"".join(text.itertext()) for text in root.iter(f"{{{SVG}}}text")}
    assert words_seen == {"".join(s.text for s in x.spans) for x in hands.window.stage.scene.labels}


@pytest.mark.parametrize("clear", [False, True])
def test_tiles_make_the_picture_that_is_on_the_screen(hands, clear):
    hands.do(intents.Seek(5.0))
    hands.wait_until_idle()
    stage = hands.window.stage
    shown = pixels(stage.view.grab_image())
    for width in (stage.view.width(), 2 * stage.view.width()):
        picture = stage.tiles(width, clear)
        while not picture.step():
            hands.run(0.001)  # the window draws in between
        found = pixels(picture.image.scaledToWidth(stage.view.width(), SMOOTH))
        kept = picture.image.pixelColor(2, 2).alpha()
        assert kept == (0 if clear else 255)
        if not clear:
            off = np.abs(found.astype(int) - shown).max(axis=2)
            assert (off > 40).mean() < (0.0005 if width == stage.view.width() else 0.02)
    assert picture.count > 2
    assert np.array_equal(pixels(stage.view.grab_image()), shown)


def test_a_large_picture_can_be_cancelled(hands, exports, tmp_path):
    path = tmp_path / "made.png"
    job = exports.job(hands.window, "stage", Order("png", 7680), path)
    steps = []
    job.moved.connect(lambda done, count: steps.append((done, count)))
    job.start()
    hands.until(lambda: len(steps) > 3)
    job.cancel()
    count = len(steps)
    hands.run(0.2)
    assert len(steps) == count and not job.running and [*tmp_path.iterdir()] == []


def test_the_picture_dialog_writes_what_was_chosen(hands, saved_as):
    hands.press(Qt.Key.Key_E, CTRL)
    found = dialog(hands, PictureDialog)
    choose(found.kind, "svg")
    assert not found.width_choice.isVisible()
    push(found, "export-write")
    assert not found.write.isEnabled() and found.bar.isVisible()
    hands.until(lambda: not isValid(found) or not found.isVisible())
    assert (saved_as / "made.svg").read_bytes().startswith(b"<?xml")
    assert "made.svg" in hands.status


def test_a_picture_that_cannot_be_written_is_told_and_can_be_tried_again(
    hands, exports, monkeypatch, tmp_path
):
    monkeypatch.setattr(exports, "ask", lambda form, title: tmp_path / "nowhere" / "made.png")
    hands.window.exports.picture_commands.picture()
    found = dialog(hands, PictureDialog)
    push(found, "export-write")
    hands.until(lambda: "made.png" in found.note.text())
    assert found.write.isEnabled() and found.note.property("look") == "error"
    found.reject()


def test_the_stage_is_copied_by_keys(hands):
    QGuiApplication.clipboard().clear()
    hands.press(Qt.Key.Key_C, CTRL | ALT)
    hands.until(lambda: not QGuiApplication.clipboard().image().isNull())
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1920 and image.height() > 400


def test_the_dialog_copies_a_plot(hands, exports):
    QGuiApplication.clipboard().clear()
    hands.window.exports.picture_commands.picture()
    found = dialog(hands, PictureDialog)
    choose(found.what, "plot")
    push(found, "export-copy")
    hands.until(lambda: not QGuiApplication.clipboard().image().isNull())
    assert QGuiApplication.clipboard().image().width() == 1920


# ---- clips -----------------------------------------------------------------------------------
def part_of_the_story(found: ClipDialog, seconds: float) -> None:
    choose(found.span, "part")
    found.start.setValue(3.0)
    found.end.setValue(3.0 + seconds)
    choose(found.size_choice, (640, 360))
    choose(found.rate, 10)


def test_the_clip_dialog_makes_a_clip_while_the_window_lives_on(hands, saved_as):
    hands.do(intents.SelectCell(filter=2, row=9, column=9))
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


@pytest.mark.parametrize("document", ["five-filters", "colour-mixing"])
def test_the_size_of_a_clip_is_estimated_within_a_quarter(hands, exports, saved_as, document):
    hands.do(intents.OpenDocument(document))
    hands.wait_until_idle()
    hands.window.exports.picture_commands.clip()
    found = dialog(hands, ClipDialog)
    part_of_the_story(found, 4.0)
    assert "estimating" in found.note.text()
    hands.until(lambda: "MB" in found.note.text())
    told = float(re.search(r"([\d.]+) MB", found.note.text())[1]) * 1e6
    push(found, "export-write")
    hands.until(lambda: (saved_as / "made.gif").exists())
    hands.until(lambda: "made.gif" in hands.status)
    size = (saved_as / "made.gif").stat().st_size
    assert 0.75 * size - 5e4 <= told <= 1.25 * size + 5e4  # told in tenths of a megabyte


def test_cancelling_leaves_nothing(hands, exports, saved_as):
    hands.window.exports.picture_commands.clip()
    found = dialog(hands, ClipDialog)
    part_of_the_story(found, 20.0)
    push(found, "export-write")
    hands.until(lambda: found.bar.value() > 1)
    process = found.job
    found.reject()
    assert not process.running and found.isVisible() and found.write.isEnabled()
    assert list(saved_as.iterdir()) == []
    found.reject()
    assert not found.isVisible()


def test_what_goes_wrong_is_told_in_the_dialog(hands, exports, monkeypatch, tmp_path):
    monkeypatch.setattr(exports, "ask", lambda form, title: tmp_path / "nowhere" / "made.gif")
    hands.window.exports.picture_commands.clip()
    found = dialog(hands, ClipDialog)
    part_of_the_story(found, 0.1)
    push(found, "export-write")
    hands.until(lambda: "made.gif" in found.note.text())
    assert found.write.isEnabled() and found.note.property("look") == "error"
    found.reject()


def test_without_ffmpeg_the_dialog_says_how_to_get_it(hands, exports, monkeypatch):
    monkeypatch.setattr(clip_dialog, "ffmpeg", lambda: None)
    hands.window.exports.picture_commands.clip()
    found = dialog(hands, ClipDialog)
    choose(found.kind, "mp4")
    assert not found.write.isEnabled() and "convviz[video]" in found.note.text()
    choose(found.kind, "webp")
    assert found.write.isEnabled()
    found.reject()


def test_a_clip_ends_after_it_starts(hands, exports):
    hands.window.exports.picture_commands.clip()
    found = dialog(hands, ClipDialog)
    choose(found.span, "part")
    found.start.setValue(5.0)
    found.end.setValue(5.0)
    assert not found.write.isEnabled()
    found.reject()
