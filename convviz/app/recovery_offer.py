"""The offer after a crash: what was not saved, since when, and whether to have it again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from convviz import words
from convviz.app.questions import ask_to_discard
from convviz.files.recoveries import Found
from convviz.panels.lettering import shortened
from convviz.panels.text_size import enlarged

if TYPE_CHECKING:
    from convviz.app.recovering import Recovering

_WIDTH = 560  # logical pixels
_NAME, _PLACE = 420, 480
_MOST_SEEN = 4  # rows without scrolling


class RecoveryOffer(QDialog):
    """The dialog: Enter recovers, Delete discards, Esc leaves it all for later."""

    def __init__(self, window: QWidget, recovering: Recovering, found: list[Found]) -> None:
        super().__init__(window)
        self.setObjectName("recovery-offer")
        self.setWindowTitle(words.text("recovery.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recovering, self._found = recovering, list(found)
        self.list = QListWidget(objectName="recovery-list")
        self.list.setAccessibleName(words.text("recovery.list"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in self._found:
            self._add(each)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self._recover())
        self.list.installEventFilter(self)
        self.recover = _button("recovery-recover", "recovery.recover", self._recover)
        self.discard = _button("recovery-discard", "recovery.discard", self._ask)
        self.later = _button("recovery-later", "recovery.later", self.reject)
        self.recover.setDefault(True)
        self._lay_out()
        self.finished.connect(lambda _: recovering.later(self._found))
        self.list.setFocus()

    def _lay_out(self) -> None:
        rows = min(len(self._found), _MOST_SEEN)
        height = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + 2)
        buttons = QDialogButtonBox()
        buttons.addButton(self.recover, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.discard, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(self.later, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(12)
        column.addWidget(_label(words.text("recovery.title"), "title"))
        column.addWidget(_label(words.text("recovery.about")))
        column.addWidget(self.list)
        if len(self._found) > 1:
            column.addWidget(_label(words.text("recovery.others"), "muted"))
        column.addWidget(buttons)
        self.setMinimumWidth(enlarged(_WIDTH))

    def _add(self, found: Found) -> None:
        name = shortened(document_name(found), enlarged(_NAME))
        place = shortened(found.file or words.text("recovery.unsaved"), enlarged(_PLACE))
        when = words.text("recovery.when", when=_when(found.kept))
        item = QListWidgetItem(f"{name} · {when}\n{place}", self.list)
        item.setToolTip(found.file)

    # ---- what is chosen ----------------------------------------------------------------------
    def _taken(self) -> Found | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _recover(self) -> None:
        chosen = self._taken()
        if chosen is not None:
            self._found.remove(chosen)
            self.accept()
            self._recovering.recover(chosen)

    def _ask(self) -> None:
        chosen = self._taken()
        if chosen is not None:
            ask_to_discard(self, document_name(chosen), lambda: self._discard(chosen))

    def _discard(self, chosen: Found) -> None:
        self.list.takeItem(self._found.index(chosen))
        self._found.remove(chosen)
        self._recovering.discard(chosen)
        if not self._found:
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete discards, from the list."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() == Qt.Key.Key_Delete:
            self._ask()
            return True
        return super().eventFilter(watched, event)


def document_name(found: Found) -> str:
    """The name under which the user knows a document."""
    return Path(found.file).stem if found.file else words.text(f"document.{found.document}")


def _when(kept: float) -> str:
    """A time as the user's clock shows it, with the day where that is not today."""
    then = datetime.fromtimestamp(kept)
    clock = f"{then:%H:%M}"
    if then.date() == datetime.now().date():
        return words.text("recovery.today", clock=clock)
    return words.text("recovery.day", day=f"{then:%Y-%m-%d}", clock=clock)


def _button(name: str, key: str, pressed: object) -> QPushButton:
    button = QPushButton(words.text(key), objectName=name)
    button.clicked.connect(lambda _=False: pressed())  # type: ignore[operator]
    return button


def _label(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label
