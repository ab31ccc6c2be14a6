"""What is asked or told in a box of its own, in front of the window and without stopping it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from convviz import words

Button = QMessageBox.StandardButton


class Choice(Enum):
    """An answer to whether changes are to be saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


_CHOICES = {Button.Save: Choice.SAVE, Button.Discard: Choice.DISCARD}


def ask_to_save(parent: QWidget, document: str, answered: Callable[[Choice], None]) -> None:
    """Ask what becomes of the changes to a document; Esc is Cancel, Enter is Save."""
    box = _box(parent, words.text("ask.save", document=document), words.text("ask.save.about"))
    box.setObjectName("ask-to-save")
    # The platform's own order of the three comes with the standard buttons.
    box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
    for button, key in ((Button.Save, "yes"), (Button.Discard, "no"), (Button.Cancel, "cancel")):
        box.button(button).setText(words.text(f"ask.{key}"))
    box.setDefaultButton(Button.Save)
    box.setEscapeButton(Button.Cancel)
    box.finished.connect(lambda code: answered(_CHOICES.get(Button(code), Choice.CANCEL)))
    box.open()


def tell_failure(
    parent: QWidget, what: str, sentence: str, elsewhere: Callable[[], None] | None = None
) -> None:
    """Tell why something was not done, what to do, and that nothing is lost.

    Parameters
    ----------
    what : str
        Key of what was not done.
    sentence : str
    elsewhere : callable or None
        Saves under another name: then there is a button for it.
    """
    box = _box(parent, words.text(what), sentence, words.text("failed.unchanged"))
    box.setObjectName("failure")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setStandardButtons(Button.Ok if elsewhere is None else Button.Save | Button.Cancel)
    if elsewhere is None:
        box.button(Button.Ok).setText(words.text("ask.understood"))
    else:
        box.button(Button.Save).setText(words.text("action.save-as"))
        box.button(Button.Cancel).setText(words.text("ask.cancel"))
        box.finished.connect(lambda code: elsewhere() if Button(code) is Button.Save else None)
    box.open()


def _box(parent: QWidget, text: str, *further: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("ConvViz")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText("\n\n".join(further))
    return box
