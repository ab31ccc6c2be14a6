"""Files opened last: their menu, and their line on the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from convviz import words
from convviz.app import preferences
from convviz.panels.painting.lettering import shortened

ON_START = 4  # files on the start page
_NAME = 170  # logical pixels of a file's name there


def fill_recent(menu: QMenu, opened: Callable[[str], None]) -> None:
    """Fill the menu: the newest first, missing files greyed with the reason."""
    menu.clear()
    menu.setToolTipsVisible(True)
    files = preferences.recent_files()
    for path in files:
        there = Path(path).is_file()
        name = Path(path).name.replace("&", "&&")
        action = menu.addAction(name if there else words.text("recent.gone", file=name))
        action.setEnabled(there)
        action.setToolTip(path)
        action.triggered.connect(lambda _=False, path=path: opened(path))
    if files:
        menu.addSeparator()
        menu.addAction(words.text("recent.clear")).triggered.connect(preferences.forget_files)
    else:
        menu.addAction(words.text("recent.none")).setEnabled(False)


class RecentRow(QWidget):
    """The start page's line of recent files; without any it says how they come there.

    Signals
    -------
    opened(path)
    wanted()
        Ask for a file.
    """

    opened = Signal(str)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start-recent")
        self._title = QLabel()
        self._title.setProperty("look", "muted")
        self.files = [QPushButton() for _ in range(ON_START)]
        self.open = QPushButton()
        self.open.setObjectName("start-open")
        self.open.clicked.connect(self.wanted)
        self._paths: list[str] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.open)
        row.addSpacing(10)
        row.addWidget(self._title)
        for place, button in enumerate(self.files):
            button.setObjectName(f"start-recent-{place}")
            button.setProperty("look", "quiet")
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, place=place: self._chosen(place))
            row.addWidget(button)
        row.addStretch(1)

    def _chosen(self, place: int) -> None:
        self.opened.emit(self._paths[place])

    def dress(self) -> None:
        """Take the present language and the files of now."""
        self._paths = preferences.recent_files()[:ON_START]
        self.open.setText(words.text("start.open"))
        self._title.setText(words.text("start.recent" if self._paths else "start.recent.none"))
        for place, button in enumerate(self.files):
            button.setVisible(place < len(self._paths))
            if place < len(self._paths):
                path = self._paths[place]
                there = Path(path).is_file()
                button.setText(shortened(Path(path).stem, _NAME).replace("&", "&&"))
                button.setEnabled(there)
                gone = words.text("recent.gone", file=Path(path).name)
                button.setToolTip(path if there else gone)
                button.setAccessibleName(Path(path).name if there else gone)
