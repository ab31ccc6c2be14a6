"""Photos of the user's own: chosen, pasted and dropped, and cropped by mouse and by keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from convviz import words
from convviz.state import cropping, intents

from .test_app_words import too_narrow

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def photo(tmp_path):
    """A photo, red on its left half and blue on its right."""
    pixels = np.zeros((40, 80, 3), np.uint8)
    pixels[:, :40, 0], pixels[:, 40:, 2] = 255, 255
    path = tmp_path / "my cat.png"
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def reader(hands):
    """The window with the five filters that read a photo of 32×32."""
    hands.do(intents.OpenDocument("five-filters"))
    hands.wait_until_idle()
    return hands


def arrived(hands, count=1):
    hands.until(lambda: len(hands.resolved.document.photos) == count)
    hands.wait_until_idle()


def layer(hands):
    return hands.resolved.document.network.node("input").layer


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_photo_is_chosen_and_undone(reader, photo, monkeypatch, language):
    hands = reader
    hands.do(intents.SetPreference("language", language))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(photo), ""))
    before = layer(hands).photo
    hands.press(Key.Key_I, CTRL)
    arrived(hands)
    assert hands.resolved.document.selected == "input"
    field = hands.find("field-photo")
    assert field.currentText() == "my cat" and not field.itemIcon(field.currentIndex()).isNull()
    assert hands.resolved.stage.inputs[0, :, 0].min() > 0.9  # red on the left
    hands.press(Key.Key_Z, CTRL)
    assert layer(hands).photo == before and field.findText("my cat") < 0
    assert field.currentText() == words.text(f"photo.{before}")


def test_a_picture_is_pasted(reader):
    hands = reader
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 255, 0))
    QGuiApplication.clipboard().setImage(image)
    hands.press(Key.Key_V, CTRL)
    arrived(hands)
    assert np.allclose(hands.resolved.stage.inputs[1], 1)
    assert hands.resolved.document.photos[0].name == words.text("picture.pasted")


def test_a_picture_file_is_pasted(reader, photo):
    hands = reader
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(data)
    hands.press(Key.Key_V, CTRL)
    arrived(hands)
    assert hands.resolved.document.photos[0].name == "my cat"


def test_pasting_text_says_what_could_be_pasted(reader):
    QGuiApplication.clipboard().setText("hello")
    reader.press(Key.Key_V, CTRL)
    assert reader.status == words.text("status.nothing-to-paste")


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(("data", "code"), [
    (b"no picture", "photo-format"),
    (b"\x89PNG\r\n\x1a\n" + bytes(40), "photo-damaged"),
])  # fmt: skip
def test_a_file_that_is_no_photo_says_what_to_do(reader, tmp_path, data, code, language):
    hands = reader
    hands.do(intents.SetPreference("language", language))
    path = tmp_path / "bad.png"
    path.write_bytes(data)
    before = hands.resolved.document
    hands.window.documents.imports.take(path)
    hands.until(QApplication.activeModalWidget)
    box = QApplication.activeModalWidget()
    assert words.text(f"error.{code}", file="bad.png") in box.informativeText()
    box.close()
    assert hands.resolved.document is before


# ---- the crop frame ------------------------------------------------------------------------------
@pytest.fixture
def frame(reader, photo):
    """The crop frame of the photo: a square in a picture twice as wide as high."""
    reader.window.documents.imports.take(photo)
    arrived(reader)
    found = reader.find("field-crop")
    reader.window.editor.area.ensureWidgetVisible(found)
    reader.until(found.isVisible)
    return found


def test_the_frame_keeps_the_inputs_aspect_and_is_live(reader, frame):
    hands = reader
    assert frame.frame == pytest.approx((0.25, 0.0, 0.75, 1.0))
    hands.click(frame, frame.framed_area().center().toPoint())
    for _ in range(30):
        hands.press(Key.Key_Left)
    hands.wait_until_idle()
    assert frame.frame == pytest.approx((0.0, 0.0, 0.5, 1.0))
    assert np.allclose(hands.resolved.stage.inputs[0, :, :30], 1)  # red, but for the edge
    hands.press(Key.Key_Minus)
    left, top, right, bottom = layer(hands).crop
    assert (right - left) * 2 == pytest.approx(bottom - top)
    hands.press(Key.Key_Home)
    assert layer(hands).crop is None
    hands.press(Key.Key_Escape)
    assert hands.window.stage.hasFocus()


def test_the_frame_is_dragged_and_one_drag_is_one_step(reader, frame):
    hands = reader
    steps = len(hands.controller.history.past)
    start = frame.framed_area().center()
    QTest.mousePress(frame, LEFT, pos=start.toPoint())
    for by in (5, 20, 300):
        hands.move(frame, start + QPointF(by, 0))
    QTest.mouseRelease(frame, LEFT, pos=start.toPoint())
    assert frame.frame == pytest.approx((0.5, 0.0, 1.0, 1.0))
    assert len(hands.controller.history.past) == steps + 1
    corner = frame.corner((0, 0))
    QTest.mousePress(frame, LEFT, pos=corner.toPoint())
    hands.move(frame, frame.corner((1, 1)) - QPointF(20, 20))
    QTest.mouseRelease(frame, LEFT)
    left, top, right, bottom = frame.frame
    assert (right, bottom) == pytest.approx((1.0, 1.0)) and right - left < 0.4
    assert (right - left) * 2 == pytest.approx(bottom - top)
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_Z, CTRL)
    assert layer(hands).crop is None


def test_the_whole_photo_comes_back_by_a_button(reader, frame):
    button = reader.find("crop-whole")
    assert not button.isEnabled()
    reader.do(intents.SetCrop("input", (0.0, 0.0, 0.2, 0.4)))
    assert button.isEnabled()
    reader.click(button)
    assert layer(reader).crop is None


def test_without_a_photo_there_is_no_frame(reader, frame):
    from convviz.model.layers import Source

    reader.do(intents.SetField("input", "source", Source.NOISE))
    assert not frame.isVisibleTo(reader.window.editor)


# ---- the arithmetic of frames --------------------------------------------------------------------
@pytest.mark.parametrize("size", [(600.0, 400.0), (300.0, 900.0)])
@pytest.mark.parametrize("aspect", [0.5, 1.0, 1.7])
def test_frames_keep_their_aspect_and_stay_inside(size, aspect):
    def fine(frame):
        left, top, right, bottom = frame
        assert 0.0 <= left < right <= 1.0 and 0.0 <= top < bottom <= 1.0
        ratio = (right - left) * size[0] / ((bottom - top) * size[1])
        assert ratio == pytest.approx(aspect, rel=1e-6)
        return frame

    frame = fine(cropping.used(size, aspect, (0.1, 0.2, 0.7, 0.6)))
    fine(cropping.used(size, aspect, None))
    for across, down in ((5.0, 0.0), (-5.0, 0.3), (0.01, -9.0)):
        fine(cropping.moved(frame, across, down))
    for factor in (0.001, 0.9, 1.3, 50.0):
        fine(cropping.stretched(frame, size, aspect, factor))
    for corner in ((0, 0), (0, 1), (1, 0), (1, 1)):
        for to in ((-1.0, -1.0), (0.5, 0.5), (2.0, 2.0), (0.0, 1.0)):
            fine(cropping.pulled(frame, corner, to, size, aspect))


# ---- how it looks --------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("window", [(1280, 800), (1024, 640)])
@pytest.mark.parametrize("pixels", [(900, 500), (427, 427), (300, 900)])
def test_a_photo_that_comes_is_seen_whole_with_its_frame(
    reader, tmp_path, language, window, pixels
):
    reader.window.resize(*window)
    reader.do(intents.SetPreference("language", language))
    image = QImage(*pixels, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(tmp_path / "사진.png"))
    reader.window.documents.imports.take(tmp_path / "사진.png")
    arrived(reader)
    frame, area = reader.find("field-crop"), reader.window.editor.area
    reader.until(lambda: frame.visibleRegion().boundingRect().height() == frame.height())
    assert frame.width() <= area.viewport().width()
    shown = frame.area()
    assert shown.width() / shown.height() == pytest.approx(pixels[0] / pixels[1], rel=0.01)
    assert max(shown.width() / frame.width(), shown.height() / frame.height()) > 0.95
    assert frame.height() - shown.height() <= 8.5  # no empty band above or below
    row = frame.parentWidget()
    side, (width, height) = min(pixels), pixels
    sizes = {"width": side, "height": side, "full_width": width, "full_height": height}
    told = words.text("crop.size", **sizes)
    labels = [label for label in row.findChildren(QLabel) if label.text() == told]
    assert labels and not too_narrow(labels[0])
