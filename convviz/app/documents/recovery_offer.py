"""The offer after a crash: what was not saved, since when, and whether to have it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
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
from convviz.app.dialogs.message_boxes import ask_to_discard
from convviz.app.documents.document_names import document_title
from convviz.files.recoveries import Found
from convviz.panels.painting.text_size import enlarged

_WIDTH = 560  # logical pixels
_SIDE = 12
_MARGIN = 24
_SHARE = 0.5  # of the window's height, that the rows may take
_MOST_SEEN = 4  # rows without scrolling


class RecoveryOffer(QDialog):
    """The dialog: Enter recovers, Delete discards, Esc leaves it all for later."""

    def __init__(
        self,
        window: QWidget,
        found: list[Found],
        recover: Callable[[Found], None],
        later: Callable[[list[Found]], None],
        discard: Callable[[Found], None],
    ) -> None:
        super().__init__(window)
        self.setObjectName("recovery-offer")
        self.setWindowTitle(words.text("recovery.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._found = list(found)
        self._recovers, self._discards = recover, discard
        self.list = QListWidget()
        self.list.setObjectName("recovery-list")
        self.list.setUniformItemSizes(True)
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
        self.finished.connect(lambda _: later(self._found))
        self.list.setFocus()

    def _lay_out(self) -> None:
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
        self.setFixedWidth(min(enlarged(_WIDTH), self._window.width() - 2 * _MARGIN))
        self._fit()

    def _fit(self) -> None:
        """Give the rows the height of their letters, which the style sheet has by now."""
        for place in range(self.list.count()):
            row = self.list.itemWidget(self.list.item(place))
            assert isinstance(row, _Row)
            for label in row.findChildren(QLabel):
                label.ensurePolished()
            row.fit()
            self.list.item(place).setSizeHint(QSize(0, row.wanted_height() + 12))
        height = self.list.item(0).sizeHint().height()
        room = max(
            self._window.height() * _SHARE // height, 1
        )  # with large letters in a small window
        seen = min(self.list.count(), _MOST_SEEN, int(room))
        self.list.setFixedHeight(seen * height + 2 * self.list.frameWidth() + 2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _add(self, found: Found) -> None:
        name, place = document_name(found), found.file or words.text("recovery.unsaved")
        when = words.text("recovery.when", when=_when(found.kept))
        row = _Row(name, when, place)
        item = QListWidgetItem(self.list)
        item.setToolTip(found.file)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}. {when}. {place}")
        self.list.setItemWidget(item, row)

    # ---- what is chosen ----------------------------------------------------------------------
    def _taken(self) -> Found | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _recover(self) -> None:
        chosen = self._taken()
        if chosen is not None:
            self._found.remove(chosen)
            self.accept()
            self._recovers(chosen)

    def _ask(self) -> None:
        chosen = self._taken()
        if chosen is not None:
            ask_to_discard(self, document_name(chosen), lambda: self._discard(chosen))

    def _discard(self, chosen: Found) -> None:
        self.list.takeItem(self._found.index(chosen))
        self._found.remove(chosen)
        self._discards(chosen)
        if not self._found:
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete discards, from the list."""
        delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if delete and event.type() == QEvent.Type.KeyPress:
            self._ask()
            return True
        return super().eventFilter(watched, event)


class _Row(QWidget):
    """A document by its name; below, since when and where it belongs, cut to the width."""

    def __init__(self, name: str, when: str, place: str) -> None:
        super().__init__()
        self._texts = (name, when, place)
        self._name, self._detail = _label(" ", "value"), _label(" ", "small")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 8)
        column.setSpacing(2)
        for label in (self._name, self._detail):
            label.setWordWrap(False)
            column.addWidget(label)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def wanted_height(self) -> int:
        """The height of its two lines."""
        return self._column.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Cut the texts to the width, in the letters that they have now."""
        name, when, place = self._texts
        width = self.width() - 2 * _SIDE
        large, small = self._name.fontMetrics(), self._detail.fontMetrics()
        self._name.setText(large.elidedText(name, Qt.TextElideMode.ElideRight, width))
        left = width - small.horizontalAdvance(words.text("recovery.detail", when=when, place=""))
        # The middle of a path says least.
        place = small.elidedText(place, Qt.TextElideMode.ElideMiddle, left)
        self._detail.setText(words.text("recovery.detail", when=when, place=place))


def document_name(found: Found) -> str:
    """The name under which the user knows a document."""
    return Path(found.file).stem if found.file else document_title(found.document)


def _when(kept: float) -> str:
    """A time as the user's clock shows it, with the day where that is not today."""
    then = datetime.fromtimestamp(kept)
    clock = f"{then:%H:%M}"
    if then.date() == datetime.now().date():
        return words.text("recovery.today", clock=clock)
    return words.text("recovery.day", day=f"{then:%Y-%m-%d}", clock=clock)


def _button(name: str, key: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(words.text(key))
    button.setObjectName(name)
    button.clicked.connect(lambda _=False: pressed())
    return button


def _label(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label
