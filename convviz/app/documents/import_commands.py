"""Photos and weights of the user's own: chosen, pasted or dropped, and read by the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from convviz import words
from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.documents.dropped_files import (
    ARRAY_ENDING,
    PHOTO_ENDINGS,
    Use,
    dropped_file,
    use_of,
)
from convviz.app.documents.failures import Failures
from convviz.app.image_bytes import png
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.app.window.file_progress import Waiting
from convviz.app.window.status_line import Say
from convviz.files.arrays import read_weights
from convviz.files.own_photos import photo_of, read_photo
from convviz.model.errors import ModelError
from convviz.model.typed_edits import load_weights
from convviz.state import intents
from convviz.state.photos import OwnPhoto
from convviz.words.errors import error_text, fault_text


class ImportCommands:
    """Takes the user's own photos and weights into the document of one window.

    Parameters
    ----------
    uncover : callable
        Takes the start page away, under which the photo is then seen.
    show_photo : callable
        Brings the form of the input forward, where the photo's crop frame is.
    open_file : callable
        Opens a document.
    """

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        waiting: Waiting,
        failures: Failures,
        say: Say,
        uncover: Callable[[], object],
        show_photo: Callable[[], None],
        open_file: Callable[[str], None],
    ) -> None:
        self._window, self._controller = window, controller
        self._waiting, self._failures, self._say = waiting, failures, say
        self._uncover, self._show_photo, self._open_file = uncover, show_photo, open_file

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {
            ActionId.INSERT_PHOTO: self.insert_photo,
            ActionId.PASTE: self.paste,
            ActionId.LOAD_WEIGHTS: self.choose_weights,
        }

    def take(self, path: Path) -> None:
        """Use a file that was dropped or pasted as its ending says."""
        use = use_of(path)
        if use is Use.PHOTO:
            self._read_photo(path)
        elif use is Use.WEIGHTS:
            self._read_weights(path)
        else:  # whatever else it is, opening it says what is wrong with it
            self._open_file(str(path))

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
            self._say("status.nothing-to-paste", {})

    def _take_image(self, image: QImage) -> None:
        name = words.text("picture.pasted")

        def packed() -> OwnPhoto:
            return photo_of(png(image), name)

        self._perform(packed, name)

    def _read_photo(self, path: Path) -> None:
        self._perform(lambda: read_photo(path), path.name)

    def _perform(self, act: Callable[[], OwnPhoto], name: str) -> None:
        def arrived(outcome: object) -> None:
            self._waiting.end()
            if isinstance(outcome, OwnPhoto):
                self._show(outcome)
            elif isinstance(outcome, Exception):
                self._failures.tell("failed.photo", fault_text(outcome))

        self._waiting.begin("status.reading", name)
        self._controller.compute.perform(act, arrived)

    def _show(self, photo: OwnPhoto) -> None:
        """Give the photo to the input, whose form then shows its crop frame."""
        self._uncover()
        network = self._controller.history.present.network
        inputs = [node.id for node in network.nodes if not node.inputs]
        selected = self._controller.history.present.selected
        layer = selected if selected in inputs else inputs[0]
        self._controller.dispatch(intents.SelectLayer(layer))
        self._controller.dispatch(intents.SetPhoto(layer, photo))
        self._show_photo()

    # ---- weights -----------------------------------------------------------------------------
    def choose_weights(self) -> None:
        """Ask for an array and take it as the weights of the layer on stage."""
        path = self._chosen("action.load-weights", "file.arrays", (ARRAY_ENDING,))
        if path is not None:
            self._read_weights(path)

    def _read_weights(self, path: Path) -> None:
        def arrived(outcome: object) -> None:
            self._waiting.end()
            if isinstance(outcome, np.ndarray):
                self._take_weights(outcome, path.name)
            elif isinstance(outcome, Exception):
                self._failures.tell("failed.weights", fault_text(outcome))

        self._waiting.begin("status.reading", path.name)
        self._controller.compute.perform(lambda: read_weights(path), arrived)

    def _take_weights(self, array: np.ndarray, file: str) -> None:
        stage = self._controller.stage
        if stage is None:
            self._failures.tell("failed.weights", words.text("weights.none"))
            return
        try:
            load_weights(self._controller.history.present.network, stage.node, array)
        except ModelError as error:
            self._failures.tell("failed.weights", error_text(error))
            return
        self._controller.dispatch(intents.LoadWeights(stage.node, array))
        self._say("status.loaded", {"layer": stage.name, "file": file})

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
