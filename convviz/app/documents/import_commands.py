"""Photos and weights of the user's own: chosen, pasted or dropped, and read by the worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QBuffer, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from convviz import words
from convviz.app import preferences
from convviz.files.arrays import read_weights
from convviz.files.network_json import SUFFIX
from convviz.files.own_photos import photo_of, read_photo
from convviz.model.errors import ModelError
from convviz.model.typed_edits import load_weights
from convviz.state import intents
from convviz.state.photos import OwnPhoto
from convviz.words.errors import error_text, fault_text

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

PHOTO_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp")
ARRAY_ENDING = ".npy"


def dropped_file(data: QMimeData) -> Path | None:
    """The first file of this computer in what was dropped or pasted."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next(paths, None)


def use_of(path: Path) -> str:
    """What a file is good for, by its ending: "document", "photo", "weights" or "nothing"."""
    ending = path.suffix.lower()
    if ending == SUFFIX:
        return "document"
    if ending in PHOTO_ENDINGS:
        return "photo"
    return "weights" if ending == ARRAY_ENDING else "nothing"


class ImportCommands(QObject):
    """Takes the user's own photos and weights into the document of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._controller = window, window.controller
        window.editor.insertWanted.connect(self.insert_photo)
        window.weights.loadWanted.connect(self.choose_weights)

    def take(self, path: Path) -> None:
        """Use a file that was dropped or pasted as its ending says."""
        use = use_of(path)
        if use == "photo":
            self._read_photo(path)
        elif use == "weights":
            self._read_weights(path)
        else:  # whatever else it is, opening it says what is wrong with it
            self._window.commands.desk.open_file(str(path))

    def take_from_outside(self, path: Path) -> None:
        """Use a file that the system hands over, and come to the front."""
        self._window.raise_()
        self._window.activateWindow()
        self.take(path)

    # ---- photos ------------------------------------------------------------------------------
    def insert_photo(self) -> None:
        """Ask for a photo and have the input show it."""
        path = self._chosen("action.insert-photo", "file.photos", PHOTO_ENDINGS)
        if path is not None:
            self._read_photo(path)

    def paste(self) -> None:
        """Use the picture, or the file, on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        path = None if data is None else dropped_file(data)
        if path is not None:
            self.take(path)
        elif data is not None and data.hasImage():
            self._take_image(QImage(data.imageData()))
        else:
            self._window.say("status.nothing-to-paste", {})

    def _take_image(self, image: QImage) -> None:
        name = words.text("picture.pasted")

        def packed() -> OwnPhoto:
            buffer = QBuffer()
            buffer.open(QBuffer.OpenModeFlag.WriteOnly)
            image.save(buffer, "PNG")
            return photo_of(bytes(buffer.data().data()), name)

        self._perform(packed, name)

    def _read_photo(self, path: Path) -> None:
        self._perform(lambda: read_photo(path), path.name)

    def _perform(self, act: object, name: str) -> None:
        desk = self._window.commands.desk

        def arrived(outcome: object) -> None:
            desk.waiting.end()
            if isinstance(outcome, OwnPhoto):
                self._show(outcome)
            elif isinstance(outcome, Exception):
                desk.tell("failed.photo", fault_text(outcome))

        desk.waiting.begin("status.reading", name)
        self._controller.compute.perform(act, arrived)  # type: ignore[arg-type]

    def _show(self, photo: OwnPhoto) -> None:
        """Give the photo to the input, whose form then shows its crop frame."""
        self._window.pages.leave_start()
        network = self._controller.history.present.network
        inputs = [node.id for node in network.nodes if not node.inputs]
        selected = self._controller.history.present.selected
        layer = selected if selected in inputs else inputs[0]
        self._controller.dispatch(intents.SelectLayer(layer))
        self._controller.dispatch(intents.SetPhoto(layer, photo))
        self._window.docks.show("editor")
        self._window.editor.reveal("crop")

    # ---- weights -----------------------------------------------------------------------------
    def show_weights(self) -> None:
        """Bring the table of weights forward and give it the keyboard."""
        self._window.docks.enter("weights")

    def choose_weights(self) -> None:
        """Ask for an array and take it as the weights of the layer on stage."""
        path = self._chosen("action.load-weights", "file.arrays", (ARRAY_ENDING,))
        if path is not None:
            self._read_weights(path)

    def _read_weights(self, path: Path) -> None:
        desk = self._window.commands.desk

        def arrived(outcome: object) -> None:
            desk.waiting.end()
            if isinstance(outcome, np.ndarray):
                self._take_weights(outcome, path.name)
            elif isinstance(outcome, Exception):
                desk.tell("failed.weights", fault_text(outcome))

        desk.waiting.begin("status.reading", path.name)
        self._controller.compute.perform(lambda: read_weights(path), arrived)

    def _take_weights(self, array: np.ndarray, file: str) -> None:
        stage = self._controller.stage
        if stage is None:
            self._window.commands.desk.tell("failed.weights", words.text("weights.none"))
            return
        try:
            load_weights(self._controller.history.present.network, stage.node, array)
        except ModelError as error:
            self._window.commands.desk.tell("failed.weights", error_text(error))
            return
        self._controller.dispatch(intents.LoadWeights(stage.node, array))
        self._window.say("status.loaded", {"layer": stage.name, "file": file})

    def _chosen(self, title: str, kind: str, endings: tuple[str, ...]) -> Path | None:
        stars = " ".join(f"*{ending}" for ending in endings)
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            words.text(title).rstrip("…"),
            preferences.last_folder(),
            f"{words.text(kind)} ({stars})",
        )
        if not path:
            return None
        preferences.note_folder(str(Path(path).parent))
        return Path(path)
