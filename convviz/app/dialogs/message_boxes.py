"""What is asked or told in a box of its own, in front of the window and without stopping it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from convviz import words

Button = QMessageBox.StandardButton


class Choice(Enum):
    """An answer to whether changes are to be saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Opening(Enum):
    """How a file is opened that another window has."""

    COPY = "copy"
    READ_ONLY = "read-only"
    ANYWAY = "anyway"
    NOT = "not"


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


def ask_in_use(parent: QWidget, file: str, answered: Callable[[Opening], None]) -> None:
    """Ask how to open a file that another window has; Enter opens a copy, Esc nothing."""
    box = _box(parent, words.text("ask.in-use", file=file), words.text("ask.in-use.about"))
    box.setObjectName("ask-in-use")
    box.setIcon(QMessageBox.Icon.Question)
    role = QMessageBox.ButtonRole.AcceptRole
    ways = (Opening.COPY, Opening.READ_ONLY, Opening.ANYWAY)
    buttons = {box.addButton(words.text(f"ask.open.{way.value}"), role): way for way in ways}
    no = box.addButton(words.text("ask.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(next(iter(buttons)))
    box.setEscapeButton(no)
    ways_of: dict[QAbstractButton, Opening] = dict(buttons.items())
    box.finished.connect(lambda _: answered(ways_of.get(box.clickedButton(), Opening.NOT)))
    box.open()


def ask_over(
    parent: QWidget, sentence: str, over: Callable[[], None], elsewhere: Callable[[], None]
) -> None:
    """Ask whether to save over what somebody else made of a file; Enter saves elsewhere."""
    box = _box(parent, words.text("failed.save"), sentence, words.text("failed.unchanged"))
    box.setObjectName("ask-over")
    box.setIcon(QMessageBox.Icon.Warning)
    accept, destroy = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.DestructiveRole
    other = box.addButton(words.text("action.save-as"), accept)
    same = box.addButton(words.text("ask.over"), destroy)
    no = box.addButton(words.text("ask.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(other)
    box.setEscapeButton(no)
    does: dict[QAbstractButton, Callable[[], None]] = {other: elsewhere, same: over}
    box.finished.connect(lambda _: does.get(box.clickedButton(), lambda: None)())
    box.open()


def ask_to_discard(parent: QWidget, document: str, discarded: Callable[[], None]) -> None:
    """Ask before what was kept of a document is thrown away; Enter and Esc keep it."""
    box = _box(
        parent,
        words.text("ask.discard", document=document),
        words.text("ask.discard.about"),
    )
    box.setObjectName("ask-to-discard")
    box.setIcon(QMessageBox.Icon.Warning)
    destroy = QMessageBox.ButtonRole.DestructiveRole
    yes = box.addButton(words.text("recovery.discard").rstrip("…"), destroy)
    no = box.addButton(words.text("ask.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.finished.connect(lambda _: discarded() if box.clickedButton() is yes else None)
    box.open()


def report_failure(
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
