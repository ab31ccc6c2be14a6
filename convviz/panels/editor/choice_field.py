"""The inputs of a form that are not typed: a choice from a list, and a switch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from convviz.panels.editor.number_fields import LEAVING, new_run, passed_on, stays, typed_text


class ChoiceField(QComboBox):
    """A choice from a list; the wheel scrolls the panel unless the field has the focus.

    What keys choose is a preview, until it is finished or given up; a click in the list stands.

    Signals
    -------
    entered(place: int, run: int)
    finished(run: int)
    given_up(run: int)
    leave()
    """

    entered = Signal(int, int)
    finished = Signal(int)
    given_up = Signal(int)
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = new_run()
        self._listed = False  # whether the list was open
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._chosen)

    def _chosen(self, place: int) -> None:
        listed, self._listed = self._listed, False
        if listed:
            self.end_run()
        self.entered.emit(place, self._run)
        if listed:
            self.end_run()

    def end_run(self, give_up: bool = False) -> None:
        """Let what was chosen stand, or have back what was before."""
        (self.given_up if give_up else self.finished).emit(self._run)
        self._run = new_run()

    def finish(self) -> None:
        """Something else is about to be done with the document."""
        self.end_run(give_up=bool(self.property("error")))

    def showPopup(self) -> None:
        self._listed = True
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and (typed_text(event) or event.key() in _CHOOSES):
            event.accept()
            return True
        return super().event(event)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)  # the list that opens

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._listed = False
        if passed_on(event):
            event.ignore()
        elif event.key() in LEAVING:
            self.end_run(give_up=event.key() == Qt.Key.Key_Escape)
            self.leave.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # up and down choose; the others step the story
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not stays(event):
            self.finish()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SwitchField(QCheckBox):
    """A switch; the arrow keys turn it, since Space is always play."""

    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the arrows step the story
        self.setProperty("look", "switch")

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _TURNS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if passed_on(event):
            event.ignore()
        elif event.key() in LEAVING:
            self.leave.emit()
        elif event.key() in _TURNS:
            if self.isChecked() != _TURNS[Qt.Key(event.key())]:
                self.click()
        else:
            super().keyPressEvent(event)


_CHOOSES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_TURNS = {
    Qt.Key.Key_Left: False,
    Qt.Key.Key_Down: False,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Up: True,
}
