"""An unexpected exception: told in a dialog with details to copy, logged, and the app goes on."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from convviz import words
from convviz.app.controller import Controller
from convviz.app.errors.error_log import details, write_log
from convviz.panels.painting.text_size import enlarged
from convviz.state import intents

MOST = 20  # faults that are logged in one run: one in every frame would write without end


class Faults:
    """What is done about every exception that nothing expected.

    Parameters
    ----------
    attended : bool
        Somebody is there to read a dialog; otherwise a fault is written and ends the run.

    Attributes
    ----------
    count : int
        How many there have been.
    dialog : FaultDialog or None
        The one that is open: further faults do not open more.
    """

    def __init__(self, attended: bool = True) -> None:
        self._attended = attended
        self._window: QWidget | None = None
        self._controller: Controller | None = None
        self.count = 0
        self.dialog: FaultDialog | None = None
        self._telling = False

    def attend(self, window: QWidget, controller: Controller) -> None:
        """From now on there is a window, and faults do not end the app."""
        self._window, self._controller = window, controller

    def install(self) -> None:
        """Take every exception that would end in a traceback."""
        sys.excepthook = self.take

    def take(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault and tell it; what is open stays as it is, and the story pauses."""
        if not issubclass(kind, Exception):  # an interrupt from the terminal
            sys.__excepthook__(kind, fault, trace)
            return
        self.count += 1
        text = details(kind, fault, trace)
        if sys.stderr is not None:
            print(text, file=sys.stderr)
        path = write_log(text) if self.count <= MOST else None
        if not self._attended:
            QApplication.exit(1)
            return
        if self._telling or QApplication.instance() is None:
            return
        self._telling = True
        if self._window is None:
            self._tell(text, path)
        else:  # later: what raised may be in the middle of painting
            QTimer.singleShot(0, lambda: self._tell(text, path))

    def _tell(self, text: str, path: Path | None) -> None:
        try:
            self._show(FaultDialog(text, path, self._window))
        except Exception as second:  # telling must not begin it all anew
            write_log(details(type(second), second, second.__traceback__))

    def _show(self, dialog: FaultDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._told)
        if self._window is None:
            dialog.exec()
            return
        if self._controller is not None and self._controller.playback.playing:
            self._controller.dispatch(intents.TogglePlay())
        dialog.open()

    def _told(self) -> None:
        self.dialog, self._telling = None, False


class FaultDialog(QDialog):
    """What happened, what is kept, and the details for whoever mends it."""

    def __init__(self, text: str, log: Path | None, window: QWidget | None) -> None:
        super().__init__(window)
        self.setObjectName("fault")
        self.setWindowTitle(words.text("fault.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.details = QPlainTextEdit(text)
        self.details.setObjectName("fault-details")
        self.details.setAccessibleName(words.text("fault.ask"))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(enlarged(12))
        self.details.setFont(fixed)
        bottom = self.details.verticalScrollBar()
        bottom.setValue(bottom.maximum())  # the last line says what it was
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(12)
        column.addWidget(_label(words.text("fault.title"), "title"))
        column.addWidget(_label(words.text("fault.told" if window else "fault.at-start")))
        column.addWidget(_label(words.text("fault.ask"), "muted"))
        column.addWidget(self.details, 1)
        if log is not None:
            column.addWidget(_label(words.text("fault.log", path=log), "muted"))
        column.addWidget(self._buttons(window))
        self.resize(enlarged(720), enlarged(460))

    def _buttons(self, window: QWidget | None) -> QDialogButtonBox:
        self.copy = QPushButton(words.text("fault.copy"))
        self.copy.setObjectName("fault-copy")
        self.copy.clicked.connect(self._copy)
        close = QPushButton(words.text("fault.go-on" if window else "keys.close"))
        close.setObjectName("fault-go-on")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QDialogButtonBox()
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def _label(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label
