"""Export a picture: what, in which format, how large, with a preview of what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout

from convviz import words
from convviz.app.export_form import ExportForm
from convviz.app.figures import FORMS, WIDEST, Order
from convviz.panels.text_size import enlarged

if TYPE_CHECKING:
    from convviz.app.exports import Exports

WHAT = ("stage", "window", "plot", "chain")
_WIDTHS = (1280, 1920, 2560, 3840, WIDEST)  # pixels
_PREVIEW = QSize(400, 250)  # logical pixels


class PictureDialog(QDialog):
    """The dialog, made anew each time it is opened."""

    def __init__(self, exports: Exports) -> None:
        super().__init__(exports.window)
        self._exports = exports
        self.setObjectName("export-picture")
        self.setWindowTitle(words.text("export.picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form = ExportForm()
        self.what = form.add_choice(
            "what", WHAT, lambda value: words.text(f"export.what.{value}"), "stage"
        )
        self.kind = form.add_choice(
            "form", FORMS, lambda value: words.text(f"export.form.{value}"), "png"
        )
        self.width_choice = form.add_choice(
            "size", _WIDTHS, lambda value: words.text("export.width", width=value), 1920
        )
        self.clear = form.add_switch("clear")
        self._note = QLabel()
        self._note.setProperty("look", "small")
        self._preview = QLabel()
        self._preview.setAccessibleName(words.text("export.preview"))
        self._preview.setFixedSize(_PREVIEW)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_preview)
        self._lay_out()
        form.changed.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        write = buttons.addButton(words.text("export.write"), role.AcceptRole)
        write.setObjectName("export-write")
        write.setDefault(True)
        copy = buttons.addButton(words.text("export.copy"), role.ActionRole)
        copy.setObjectName("export-copy")
        copy.setAutoDefault(False)
        buttons.addButton(words.text("export.cancel"), role.RejectRole).setAutoDefault(False)
        buttons.accepted.connect(self._write)
        buttons.rejected.connect(self.reject)
        copy.clicked.connect(self._copy)
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addWidget(self._note)
        left.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(28)
        body.addLayout(left, 1)
        body.addWidget(self._preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(20)
        column.addLayout(body)
        column.addWidget(buttons)

    @property
    def chosen(self) -> tuple[str, Order]:
        """What is wanted, and how."""
        what, form = self.what.currentData(), self.kind.currentData()
        clear = self.clear.isChecked() and what == "stage"
        return what, Order(form, self.width_choice.currentData(), clear)

    def _follow(self) -> None:
        what, order = self.chosen
        pixels = order.form == "png"
        self.form.show_field("size", pixels and what != "window")
        self.form.show_field("clear", what == "stage")
        size = self._exports.size_of(what)
        width = size.width() if what == "window" else order.width
        height = round(size.height() * width / max(size.width(), 1))
        key = "export.size.pixels" if pixels else "export.size.any"
        self._note.setText(
            words.text(key, width=width, height=height) if pixels else words.text(key)
        )
        self._later.start(0)

    def _show_preview(self) -> None:
        what, order = self.chosen
        ratio = self.devicePixelRatioF()
        room = QSize(enlarged(_PREVIEW.width()), enlarged(_PREVIEW.height()))
        self._preview.setFixedSize(room)
        size = self._exports.size_of(what).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        data = self._exports.figure(what, Order("png", round(size.width() * ratio), order.clear))
        image = QImage.fromData(data)
        image = image.scaled(
            size * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image.setDevicePixelRatio(ratio)
        self._preview.setPixmap(QPixmap.fromImage(image))

    def _write(self) -> None:
        if self._exports.write_picture(*self.chosen):
            self.accept()

    def _copy(self) -> None:
        what, order = self.chosen
        self._exports.copy_figure(what, Order("png", order.width, order.clear))
        self.accept()
