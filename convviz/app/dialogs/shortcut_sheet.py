"""The shortcut sheet: every key of the action table on one page, by menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from convviz import words
from convviz.app.window.action_ids import MENU_TEXTS, MenuId
from convviz.app.window.action_table import ACTIONS
from convviz.app.window.menus import MNEMONIC
from convviz.panels.painting.key_caps import KeyCaps
from convviz.panels.painting.text_size import enlarged

# Two columns of about one height; the mouse comes last.
COLUMNS = (
    (MenuId.PLAY, MenuId.EDIT, MenuId.FILE),
    (MenuId.VIEW, MenuId.WINDOW, MenuId.HELP, None),
)
# What the mouse does, and how.
MOUSE = (
    ("keys.mouse.orbit", "keys.mouse.orbit.how"),
    ("keys.mouse.pan", "keys.mouse.pan.how"),
    ("keys.mouse.zoom", "keys.mouse.zoom.how"),
    ("keys.mouse.sum", "keys.mouse.click"),
    ("keys.mouse.readers", "keys.mouse.click"),
)


class ShortcutSheet(QDialog):
    """The page, made anew each time it is opened."""

    def __init__(self, window: QWidget, theme: str) -> None:
        super().__init__(window)
        self.setObjectName("keys")
        self.setWindowTitle(words.text("keys.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        page = QWidget()
        page.setProperty("look", "page")
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for groups in COLUMNS:
            columns.addLayout(self._column(groups), 1)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(28, 24, 28, 20)
        inner.setSpacing(6)
        inner.addWidget(_label("keys.title", "title"))
        about = _label("keys.about", "muted")
        about.setWordWrap(True)
        inner.addWidget(about)
        inner.addSpacing(10)
        inner.addLayout(columns)
        self.area = QScrollArea()
        self.area.setObjectName("keys-page")
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(words.text("keys.title"))
        close = QPushButton(words.text("keys.close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 10, 28, 16)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        wanted = page.sizeHint()
        self.resize(
            min(max(wanted.width() + 20, enlarged(760)), window.width() - 40),
            min(wanted.height() + foot.sizeHint().height(), window.height() - 40),
        )

    def _column(self, groups: tuple[MenuId | None, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for group in groups:
            if grid.count():
                grid.setRowMinimumHeight(grid.rowCount(), 14)
            key = "keys.mouse" if group is None else MENU_TEXTS[group]
            head = QLabel(MNEMONIC.sub("", words.text(key)))
            head.setProperty("look", "section")
            grid.addWidget(head, grid.rowCount(), 0, 1, 2)
            rule = QFrame()
            rule.setProperty("look", "rule")
            grid.addWidget(rule, grid.rowCount(), 0, 1, 2)
            for name, keys in self._rows(group):
                row = grid.rowCount()
                grid.addWidget(name, row, 0)
                grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _rows(self, group: MenuId | None) -> list[tuple[QLabel, QWidget]]:
        if group is None:
            return [(_label(what), _label(how, "muted")) for what, how in MOUSE]
        return [
            (_label(spec.text), KeyCaps(spec.keys, self._theme))
            for spec in ACTIONS
            if spec.menu is group and spec.keys
        ]


def _label(key: str, look: str = "") -> QLabel:
    label = QLabel(words.text(key))
    label.setWordWrap(not look)
    if look:
        label.setProperty("look", look)
    return label
