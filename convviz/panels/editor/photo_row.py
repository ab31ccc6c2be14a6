"""The rows of an input's photo: which one, and what of it is used."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from convviz import words
from convviz.model.kinds import FieldSpec, as_input
from convviz.model.layers import Input
from convviz.model.network import Node
from convviz.model.shape import Shape
from convviz.panels.editor.crop_frame import CropFrame
from convviz.panels.editor.photo_pictures import ICON, PhotoPictures
from convviz.panels.editor.row import FieldRow
from convviz.panels.editor.value_rows import ChoiceRow
from convviz.panels.painting.icons import icon


class PhotoRow(ChoiceRow):
    """The photos that ship and the document's own, each with a small picture.

    Signals
    -------
    insertWanted()
        A photo of the user's own is to be chosen.
    """

    insertWanted = Signal()

    def __init__(
        self, spec: FieldSpec, photos: PhotoPictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(spec, photos.ids(), parent)
        self._photos = photos
        self._written: tuple[str, ...] = ()
        self.field.setIconSize(ICON)
        self.field.setMinimumContentsLength(4)
        self.insert = QToolButton()
        self.insert.setObjectName("insert-photo")
        self.insert.setIconSize(QSize(16, 16))
        self.insert.clicked.connect(self.insertWanted)
        self.inputs.addWidget(self.insert)

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        if self._photos.ids() != self._written:
            self.translate()
        return super().take(node, reads, problem)

    def translate(self) -> None:
        self._choices = self._written = self._photos.ids()
        chosen = self.field.currentIndex()
        self.field.clear()
        for photo in self._written:
            self.field.addItem(self._photos.icon(photo), self._name(photo))
        self.field.setCurrentIndex(min(chosen, len(self._written) - 1))
        name = words.text("action.insert-photo")
        self.insert.setAccessibleName(name)
        self.insert.setToolTip(name)

    def colour(self, theme: str) -> None:
        self.insert.setIcon(icon("image", theme))

    def _name(self, choice: object) -> str:
        photo = str(choice)
        return self._photos.name(photo) or words.text(f"photo.{photo}")


class CropRow(FieldRow):
    """The photo, and the frame about what of it is used."""

    def __init__(
        self, spec: FieldSpec, photos: PhotoPictures, parent: QWidget | None = None
    ) -> None:
        self.frame, self.whole, self._size = CropFrame(), QPushButton(), QLabel()
        super().__init__(spec, False, parent)
        self._photos = photos
        self._theme = "dark"
        self._layer: Input | None = None
        self.frame.setObjectName("field-crop")
        self.whole.setObjectName("crop-whole")
        self._size.setProperty("look", "small")
        self._size.setWordWrap(True)
        self.inputs.addWidget(self.whole)
        self.inputs.addStretch(1)
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        grid.addWidget(self.frame, 2, 0, 1, 2)
        grid.addWidget(self._size, 3, 0, 1, 2)
        self.frame.framed.connect(lambda frame, run: self.edited.emit(spec.name, frame, run))
        self.frame.leave.connect(self.leave)
        self.whole.clicked.connect(lambda: self.frame.framed.emit(None, 0))

    def fields(self) -> tuple[QWidget, ...]:
        return (self.frame,)

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        self._layer = as_input(node.layer)
        self._show()
        return not problem

    def forget(self, node: Node, reads: Shape | None) -> None:
        self.take(node, reads, False)
        self.say("")

    def translate(self) -> None:
        self.frame.setAccessibleName(words.text("crop.name"))
        self.frame.setAccessibleDescription(words.text("crop.help"))
        self.frame.setToolTip(words.text("crop.help"))
        self.whole.setText(words.text("crop.whole"))

    def colour(self, theme: str) -> None:
        self._theme = theme
        self._show()

    def _show(self) -> None:
        layer = self._layer
        if layer is None:
            return
        size = self._photos.size(layer.photo)
        picture = None if size is None else self._photos.picture(layer.photo)
        aspect = layer.width / layer.height
        self.frame.show_photo(picture, size or (1, 1), aspect, layer.crop, self._theme)
        self.whole.setEnabled(layer.crop is not None)
        if size is None or picture is None:
            self._size.clear()
            return
        left, top, right, bottom = self.frame.frame
        self._size.setText(
            words.text(
                "crop.size",
                width=round((right - left) * size[0]),
                height=round((bottom - top) * size[1]),
                full_width=size[0],
                full_height=size[1],
            )
        )
