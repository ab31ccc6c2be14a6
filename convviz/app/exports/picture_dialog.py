"""Export a picture: what, in which format, how large, with a preview of what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from convviz import words
from convviz.app.exports.export_dialog import ExportDialog
from convviz.app.exports.export_job import ExportJob
from convviz.app.exports.export_texts import FORM_TEXTS, WHAT_TEXTS
from convviz.app.exports.figures import FORMS, WIDEST, Order
from convviz.app.exports.picture_exports import WHAT, Pictures
from convviz.app.window.status_line import Say
from convviz.panels.painting.text_size import enlarged

_WIDTHS = (1280, 1920, 2560, 3840, WIDEST)  # pixels
_PREVIEW = QSize(400, 250)  # logical pixels


class PictureDialog(ExportDialog):
    """The dialog, made anew each time it is opened."""

    def __init__(self, window: QWidget, pictures: Pictures, say: Say) -> None:
        super().__init__(window, pictures, say, "picture", "export.picture")
        form = self.form
        self.what = form.add_choice(
            "what", WHAT, lambda value: words.text(WHAT_TEXTS[value]), "stage"
        )
        self.kind = form.add_choice(
            "form", FORMS, lambda value: words.text(FORM_TEXTS[value]), "png"
        )
        self.width_choice = form.add_choice(
            "size", _WIDTHS, lambda value: words.text("export.width", width=value), 1920
        )
        self.clear = form.add_switch("clear")
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
        self.copy = self._buttons.addButton(words.text("export.copy"), role.ActionRole)
        self.copy.setObjectName("export-copy")
        self.copy.setAutoDefault(False)
        self._buttons.accepted.connect(self._write)
        self.copy.clicked.connect(self._copy)
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addWidget(self.note)
        left.addWidget(self.bar)
        left.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(28)
        body.addLayout(left, 1)
        body.addWidget(self._preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(20)
        column.addLayout(body)
        column.addWidget(self._buttons)

    @property
    def chosen(self) -> tuple[str, Order]:
        """What is wanted, and how; the window is a picture of the screen."""
        what = self.what.currentData()
        form = "png" if what == "window" else self.kind.currentData()
        clear = self.clear.isChecked() and what == "stage"
        return what, Order(form, self.width_choice.currentData(), clear)

    def _follow(self) -> None:
        what, order = self.chosen
        pixels = order.form == "png"
        self.form.show_field("form", what != "window")
        self.form.show_field("size", pixels and what != "window")
        self.form.show_field("clear", what == "stage")
        self.copy.setEnabled(True)
        size = self._pictures.size_of(what)
        ratio = self.devicePixelRatioF()
        width = round(size.width() * ratio) if what == "window" else order.width
        height = round(size.height() * width / max(size.width(), 1))
        key = "export.size.pixels" if pixels else "export.size.any"
        told = words.text(key, width=width, height=height) if pixels else words.text(key)
        self._tell(told, "muted")
        self._later.start(0)

    def _show_preview(self) -> None:
        what, order = self.chosen
        ratio = self.devicePixelRatioF()
        room = QSize(enlarged(_PREVIEW.width()), enlarged(_PREVIEW.height()))
        self._preview.setFixedSize(room)
        size = self._pictures.size_of(what).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        image = self._pictures.preview(what, round(size.width() * ratio), order.clear)
        image = image.scaled(
            size * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image.setDevicePixelRatio(ratio)
        self._preview.setPixmap(QPixmap.fromImage(image))

    def _write(self) -> None:
        what, order = self.chosen
        path = self._pictures.ask(order.form, "export.picture")
        if path is not None:
            self._make(self._pictures.job(self, what, order, path), lambda: self._saved(path))

    def _copy(self) -> None:
        what, order = self.chosen
        order = Order("png", order.width, order.clear)
        job = self._pictures.job(self, what, order, None)
        self._make(job, lambda: self._copied(job))

    def _copied(self, job: ExportJob) -> None:
        self._pictures.to_clipboard(job)
        self.accept()
